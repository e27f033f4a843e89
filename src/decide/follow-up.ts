/**
 * What the clock does next for a ticket, and when: read from its events, the calendar and the office's policy, never stored and patched.
 * One at a time, the earliest first; each leaves an event that makes the next one follow.
 */
import type { Calendar, Variant } from '../rulebook/rulebook.ts';
import type { FollowUpPolicy, WorkingSpan } from '../rulebook/follow-up.ts';
import { HOUR, type EpochMs } from '../shared/time.ts';
import { assertNever } from '../shared/assert-never.ts';
import type { ReminderKind } from '../ticket/event.ts';
import { openingBefore, shareGoneAt, timesOf } from '../ticket/service-clock.ts';
import type { TicketState } from '../ticket/ticket.ts';
import { addWorkingTime, workingDayLength } from '../ticket/working-time.ts';
import { findVariant } from './catalogue.ts';
import { eventOver } from './event-ahead.ts';
import { closingPaper } from './closing-paper.ts';
import { awaitsDesk } from './fulfilment.ts';
import type { Office } from './office.ts';

export type FollowUpKind =
  /** A letter to whom the ticket waits for. */
  | 'remind'
  /** To the team (or the desk, where none has it): a share of the time is gone, or all of it, or the event is near. */
  | 'warn'
  | 'tell-desk'
  | 'expire'
  | 'close'
  /** The requester does not answer a question: back to the team. */
  | 'hand-back'
  /** A hold of a named length is over. */
  | 'resume';

export interface FollowUp {
  readonly kind: FollowUpKind;
  readonly about: ReminderKind;
  readonly at: EpochMs;
}

type At = Pick<Office, 'rulebook'>;

/** Null where the clock has nothing to do until somebody writes. */
export function nextFollowUp(state: TicketState, office: At): FollowUp | null {
  const variant = findVariant(office.rulebook, state.variant);
  const candidates = [...waits(state, variant, office), ...warnings(state, variant, office)];
  return candidates.reduce<FollowUp | null>((first, one) => (first === null || one.at < first.at ? one : first), null);
}

/** True where the catalogue asks a signed paper (BAST, UAT form) at the end and none has been accepted. */
export function awaitsBast(state: TicketState, variant: Variant | null): boolean {
  return !state.bastAccepted && closingPaper(variant) !== null;
}

function waits(state: TicketState, variant: Variant | null, office: At): readonly FollowUp[] {
  const policy = office.rulebook.followUp;
  switch (state.status) {
    case 'incomplete':
      return [...remind(state, 'missing', policy.missing, office), ...end(state, 'expire', 'missing', office)];
    case 'awaiting-approval':
      return [
        ...remind(state, 'approval', policy.approval, office),
        ...tellDesk(state, 'approval', policy.approval.tellDeskAfter, office),
        // A chain of officials ends by their words alone: what was begun for it is not dropped by the clock.
        ...(variant?.chain ? [] : end(state, 'expire', 'approval', office)),
      ];
    case 'on-hold':
      return held(state, office);
    case 'resolved':
      // The requester has not heard of it yet: it is the desk that is waited for.
      if (awaitsDesk(state, office)) return tellDesk(state, 'confirmation', policy.grace, office);
      return awaitsBast(state, variant)
        ? [...remind(state, 'bast', policy.bast, office), ...tellDesk(state, 'bast', policy.bast.tellDeskAfter, office)]
        : [
            ...remind(state, 'confirmation', policy.confirmation, office),
            ...end(state, 'close', 'confirmation', office),
          ];
    case 'triage':
    case 'assigned':
    case 'closed':
    case 'rejected':
    case 'cancelled':
      return [];
    default:
      return assertNever(state);
  }
}

function held(state: TicketState, office: At): readonly FollowUp[] {
  const { question } = office.rulebook.followUp;
  if (state.holdCause === 'requester') {
    return [...remind(state, 'question', question, office), ...end(state, 'hand-back', 'question', office)];
  }
  return state.holdUntil === null ? [] : [{ kind: 'resume', about: 'question', at: state.holdUntil }];
}

/** The next letter of the wait's schedule, or none where all have been written. */
function remind(
  state: TicketState,
  about: ReminderKind,
  { remindAfter }: { readonly remindAfter: readonly WorkingSpan[] },
  office: At,
): readonly FollowUp[] {
  const span = remindAfter[writtenAbout(state, about).length];
  return span === undefined
    ? []
    : [{ kind: 'remind', about, at: after(waitBegins(state, about, office), span, office) }];
}

function tellDesk(state: TicketState, about: ReminderKind, span: WorkingSpan | null, office: At): readonly FollowUp[] {
  if (span === null || state.escalated) return [];
  return [{ kind: 'tell-desk', about, at: after(waitBegins(state, about, office), span, office) }];
}

/** What is done for an event is asked about after it. An approver who names the day of his answer is waited for from that day, as long as such a wait may last at most. */
function waitBegins(state: TicketState, about: ReminderKind, office: At): EpochMs {
  const { approval, waitsSince } = state;
  if (about === 'confirmation' || about === 'bast') return Math.max(waitsSince, eventOver(state, office) ?? waitsSince);
  const { expireAfter } = office.rulebook.followUp.approval;
  const until = about === 'approval' ? (approval?.until ?? waitsSince) : waitsSince;
  const latest = expireAfter === null ? until : after(waitsSince, expireAfter, office);
  return Math.max(waitsSince, Math.min(until, latest));
}

/** After the last reminder by the office's grace at least: a machine that stood still for days ends nothing without a warning. */
function end(
  state: TicketState,
  kind: 'expire' | 'close' | 'hand-back',
  about: 'missing' | 'approval' | 'question' | 'confirmation',
  office: At,
): readonly FollowUp[] {
  const policy = office.rulebook.followUp;
  const span = endOf(policy, about);
  if (span === null) return [];
  const written = writtenAbout(state, about);
  if (written.length < policy[about].remindAfter.length) return [];
  const last = written.at(-1);
  const planned = after(waitBegins(state, about, office), span, office);
  return [{ kind, about, at: last === undefined ? planned : Math.max(planned, after(last.at, policy.grace, office)) }];
}

/** When the clock ends the present wait, if nobody moves; null where it does not end it, or the last reminder is yet to be written. */
export function endOfWait(state: TicketState, office: At): EpochMs | null {
  const about = WAITS[state.status];
  if (about === undefined || (about === 'approval' && findVariant(office.rulebook, state.variant)?.chain)) return null;
  const span = endOf(office.rulebook.followUp, about);
  return span === null
    ? null
    : (end(state, 'expire', about, office)[0]?.at ?? after(waitBegins(state, about, office), span, office));
}

const WAITS: Readonly<Partial<Record<TicketState['status'], 'missing' | 'approval' | 'question' | 'confirmation'>>> = {
  incomplete: 'missing',
  'awaiting-approval': 'approval',
  'on-hold': 'question',
  resolved: 'confirmation',
};

function endOf(
  policy: FollowUpPolicy,
  about: 'missing' | 'approval' | 'question' | 'confirmation',
): WorkingSpan | null {
  switch (about) {
    case 'missing':
      return policy.missing.expireAfter;
    case 'approval':
      return policy.approval.expireAfter;
    case 'question':
      return policy.question.handBackAfter;
    case 'confirmation':
      return policy.confirmation.closeAfter;
    default:
      return assertNever(about);
  }
}

/** While somebody of ours works on it. */
function warnings(state: TicketState, variant: Variant | null, office: At): readonly FollowUp[] {
  const isWorkedOn = state.status === 'assigned' || state.status === 'triage' || state.status === 'on-hold';
  const level = variant?.serviceLevel ?? null;
  if (!isWorkedOn || level === null) return [];
  const { followUp, calendar, settings } = office.rulebook;
  const times = timesOf(state, level, calendar, settings.firstResponseMinutes);
  const soon = followUp.warnAtShare === null ? null : shareGoneAt(followUp.warnAtShare, state, level, calendar);
  const before = followUp.remindBeforeEvent && level.kind === 'at-event' ? eventEve(state, office) : null;
  return [
    // Once it is over, that it will soon be over is no news.
    ...(isWritten(state, 'overdue') ? [] : warn(state, 'due-soon', times.resolveBy === null ? null : soon)),
    // What is promised for an event is to be reported and closed after it.
    ...(followUp.tellOverdue ? warn(state, 'overdue', times.resolveBy ?? times.closeBy) : []),
    ...(isWritten(state, 'close-after-event') ? [] : warn(state, 'event', before)),
    ...(followUp.remindBeforeEvent ? warn(state, 'close-after-event', openingOf(times.closeBy, office)) : []),
  ];
}

function warn(state: TicketState, about: ReminderKind, at: EpochMs | null): readonly FollowUp[] {
  return at === null || isWritten(state, about) ? [] : [{ kind: 'warn', about, at }];
}

/** Opening of the working day before the event; null where no day is known or it was filed later than that. */
function eventEve(state: TicketState, office: At): EpochMs | null {
  if (state.eventDate === null) return null;
  const eve = openingBefore(state.eventDate, 1, office.rulebook.calendar);
  return eve >= state.waitsSince ? eve : null;
}

/** Opening of the day on whose end something is due. */
function openingOf(closing: EpochMs | null, office: At): EpochMs | null {
  return closing === null ? null : closing - workingDayLength(office.rulebook.calendar);
}

function isWritten(state: TicketState, about: ReminderKind): boolean {
  return writtenAbout(state, about).length > 0;
}

function writtenAbout(state: TicketState, about: ReminderKind): TicketState['reminders'] {
  return state.reminders.filter((one) => one.about === about);
}

function after(start: EpochMs, span: WorkingSpan, { rulebook: { calendar } }: At): EpochMs {
  return addWorkingTime(start, lengthOfSpan(span, calendar), calendar);
}

/** In milliseconds of working time. */
export function lengthOfSpan({ unit, count }: WorkingSpan, calendar: Calendar): number {
  return count * (unit === 'hours' ? HOUR : workingDayLength(calendar));
}
