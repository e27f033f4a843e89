/**
 * When the one asked has not answered in time: the next superior up is asked as well, where the office wants that; in a chain of officials it
 * goes on without him, where the rule of his step says so. Whoever was asked first may still answer.
 */
import type { TicketEvent } from '../ticket/event.ts';
import { addCalendarDays } from '../ticket/service-clock.ts';
import { localDate, type EpochMs } from '../shared/time.ts';
import { askEvent, askLetter } from './ask.ts';
import type { Asking } from './asking.ts';
import { superiorAbove } from './approvers.ts';
import { findService, findVariant } from './catalogue.ts';
import { isOnWayBack, nextAfterSilence, mayBeSkipped } from './chain-of-officials.ts';
import type { Letter } from './letter.ts';
import {
  deskApproval,
  requesterProgress,
  requesterResolved,
  teamAssigned,
  type LetterContext,
} from './letters/index.ts';
import { teamOf, type Office, type Party } from './office.ts';
import { teamParty, type TicketView } from './ticket-view.ts';

export interface AfterSilence {
  readonly events: readonly TicketEvent[];
  /** Who is asked now, where somebody is. */
  readonly approver: Party | null;
  /** True where the desk hears of it by a letter of this. */
  readonly tellsDesk: boolean;
  /** @param context of the ticket after the events */
  letters(view: TicketView, context: LetterContext): readonly Letter[];
}

/** Null where nothing follows but that the desk is told. */
export function afterSilence(
  view: TicketView,
  at: { readonly office: Office; readonly now: EpochMs },
): AfterSilence | null {
  return mayBeSkipped(view, at.office) ? goOn(view, at) : askNext(view, at);
}

function askNext(view: TicketView, at: { readonly office: Office; readonly now: EpochMs }): AfterSilence | null {
  const { office, now } = at;
  const silent = view.approver;
  const next = office.rulebook.followUp.approval.askNextSuperior
    ? superiorAbove(view, office, localDate(now, office.zone))
    : null;
  if (next === null || silent === null) return null;
  return {
    events: [askEvent(view, { approver: next, step: view.state.approval?.step ?? 1 }, at)],
    approver: next,
    tellsDesk: false,
    letters: (after, context) => [askLetter(after, next, { context, office, instead: silent })],
  };
}

function goOn(view: TicketView, at: { readonly office: Office; readonly now: EpochMs }): AfterSilence | null {
  const { office } = at;
  const silent = view.approver;
  if (silent === null) return null;
  const told = (context: LetterContext): Letter =>
    deskApproval(context, { about: 'silent-official', who: silent, words: '' });
  const asking = nextAfterSilence(view, office);
  if (asking)
    return {
      ...goOnTo(view, asking, at),
      letters: (after, context) => [told(context), askLetter(after, asking.approver, { context, office })],
    };
  return isOnWayBack(view, office) ? fulfilled(view, at, told) : assigned(view, at, told);
}

function goOnTo(
  view: TicketView,
  asking: Asking,
  at: { readonly office: Office; readonly now: EpochMs },
): Omit<AfterSilence, 'letters'> {
  return { events: [askEvent(view, asking, at)], approver: asking.approver, tellsDesk: true };
}

type Told = (context: LetterContext) => Letter;

/** Nobody is left to confirm: the team begins. */
function assigned(
  view: TicketView,
  { office, now }: { readonly office: Office; readonly now: EpochMs },
  told: Told,
): AfterSilence | null {
  const { rulebook } = office;
  const code =
    findVariant(rulebook, view.state.variant)?.team ?? findService(rulebook, view.state.service)?.team ?? null;
  const team = teamOf(office, code);
  if (team === null) return null;
  return {
    events: [
      ...(view.state.completedAt === null ? [{ v: 1, at: now, type: 'RequestCompleted' } as const] : []),
      { v: 1, at: now, type: 'Assigned', team: team.code },
    ],
    approver: null,
    tellsDesk: true,
    letters: (_, context) => [
      told(context),
      requesterProgress(context, 'completed'),
      teamAssigned(context, teamParty(team, office)),
    ],
  };
}

function fulfilled(
  view: TicketView,
  { office, now }: { readonly office: Office; readonly now: EpochMs },
  told: Told,
): AfterSilence | null {
  const { result } = view;
  if (result === null) return null;
  const { mail, writer, team, label, note } = result;
  const { settings } = office.rulebook;
  return {
    // Nobody is waited for any more: the team has it, and has done it.
    events: [
      { v: 1, at: now, type: 'Assigned', team },
      { v: 1, at: now, type: 'Resolved', mail, writer, team, label },
    ],
    approver: null,
    tellsDesk: true,
    letters: (_, context) => [
      told(context),
      requesterResolved(context, {
        note,
        reopenUntil: addCalendarDays(now, settings.reopenCalendarDays, office.zone),
        wantsBast: false,
      }),
    ],
  };
}
