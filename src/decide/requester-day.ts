/**
 * The requester moves the day of his event, tells its hour, or puts right for whom it is. Day and lead time are judged anew; what was agreed to
 * for the old ones counts no more, and both he and the team hear of the new ones. A day that can be read in two ways moves nothing: he is asked which he means.
 */
import type { TicketEvent } from '../ticket/event.ts';
import { PENDING, isOneOf } from '../ticket/lifecycle.ts';
import { nextStep, type Step } from './case.ts';
import { caseOf } from './case-of.ts';
import { findVariant } from './catalogue.ts';
import { dayMoved, factsTold, isPutRight } from './event-put-right.ts';
import { FILED_LATE } from './filing.ts';
import { fold } from './fold.ts';
import { checkedAnew } from './judged-anew.ts';
import type { Letter } from './letter.ts';
import { requesterIncomplete, requesterProgress, teamMessage, teamNews, type LetterContext } from './letters/index.ts';
import { deskOf, teamOf } from './office.ts';
import { both } from './reply-beside.ts';
import { changeWhileAsked } from './requester-change.ts';
import { supply } from './requester-supply.ts';
import { letterContext, noteAdded, outcome, type Reply, type ReplyOutcome } from './reply.ts';
import { stepEvents, stepLetters } from './step.ts';
import { wordRows, wordsAfter } from './supplied-words.ts';
import { teamParty, TEXT, type TicketView } from './ticket-view.ts';

/** Null where he moves none, or the course that his reply takes anyway sees to it. */
export function onPutRight(reply: Reply): ReplyOutcome | null {
  const { it, view, read } = reply;
  const { status, holdCause, variant } = view.state;
  if (read.intent === 'cancel' || view.state.kind !== 'request') return null;
  if (findVariant(it.office.rulebook, variant)?.chain) return null;
  const facts = factsTold(reply);
  const isFirstDay = view.facts.eventDate === undefined && facts.eventDate !== undefined;
  if (isFirstDay || !isPutRight(reply, facts)) return null;
  switch (status) {
    case 'incomplete':
      return supply(reply);
    case 'awaiting-approval':
      return isLateNow(reply, judged(reply, facts)) ? anew(reply, judged(reply, facts)) : changeWhileAsked(reply);
    case 'triage':
      return stillWithDesk(reply, judged(reply, facts));
    case 'assigned':
      return whileWorkedOn(reply, judged(reply, facts));
    case 'on-hold':
      return HELD_FOR_WORK.includes(holdCause) ? whileWorkedOn(reply, judged(reply, facts)) : null;
    default:
      return null;
  }
}

/** An objection or a maintenance is ended by others. */
const HELD_FOR_WORK: readonly unknown[] = ['requester', 'team'];

/** What the reply does otherwise happens; beside it he is asked which day he means. */
export function withDayAsked(reply: Reply, done: ReplyOutcome): ReplyOutcome {
  const isOpen = isOneOf(PENDING, reply.view.state.status) && reply.read.intent !== 'cancel';
  const moved = isOpen ? dayMoved(reply) : null;
  if (moved === null || !('doubt' in moved) || done.opened.length > 0) return done;
  const view: TicketView = { ...reply.view, state: fold(reply.view.state, done.events) };
  const context = { ...letterContext(reply, view), dayDoubt: moved.doubt };
  return both(
    done,
    outcome('The new day can be read in more than one way; its writer is asked.', {
      letters: [requesterProgress(context, 'day-doubt')],
    }),
  );
}

/** What the desk may put right with one line, where nobody is sure that the requester wrote it. */
export function contextOfDay(reply: Reply, context: LetterContext): LetterContext {
  const { eventDate } = reply.view.facts;
  const facts = factsTold(reply);
  if (eventDate === undefined || facts.eventDate === eventDate) return context;
  return { ...context, facts, movedFrom: eventDate };
}

interface JudgedDay {
  readonly events: readonly TicketEvent[];
  readonly ready: TicketView;
}

/** By all that the ticket has brought; whose turn it is then is another question. */
function judged(reply: Reply, facts: TicketView['facts']): JudgedDay {
  const { it, view } = reply;
  const { verdict } = view.state;
  const told: TicketView = { ...view, facts, ownText: wordsAfter(reply) };
  const { superior, faults } = view;
  const checked = checkedAnew(it, { before: view, view: told, verdict, superior, faults }).events;
  const events = [...voidedByName(reply, facts, checked), ...checked];
  return { events, ready: { ...told, state: fold(view.state, events) } };
}

/** What was agreed to for somebody else counts no more. */
function voidedByName(
  { it, view }: Reply,
  { applicant }: TicketView['facts'],
  checked: JudgedDay['events'],
): JudgedDay['events'] {
  const { approval, approvedBy } = view.state;
  const isAgreed = approval !== null && (approval.answer === 'given' || approvedBy.length > 0);
  const isVoid = checked.some(({ type }) => type === 'ApprovalVoided');
  if (!isAgreed || isVoid || applicant === view.facts.applicant) return [];
  return [{ v: 1, at: it.mail.receivedAt, type: 'ApprovalVoided', mail: it.mail.id }];
}

function isLateNow({ view }: Reply, { ready }: JudgedDay): boolean {
  return ready.state.missing.includes(FILED_LATE) && !view.state.missing.includes(FILED_LATE);
}

function whileWorkedOn(reply: Reply, day: JudgedDay): ReplyOutcome {
  const isVoid = day.events.some(({ type }) => type === 'ApprovalVoided');
  return isVoid || isLateNow(reply, day) ? anew(reply, day) : recorded(reply, day);
}

/** The team goes on with another day. */
function recorded(reply: Reply, { events, ready }: JudgedDay): ReplyOutcome {
  const { it, view } = reply;
  const { status, team: code, holdCause } = view.state;
  const at = it.mail.receivedAt;
  const resumed: readonly TicketEvent[] =
    holdCause === 'requester' ? [{ v: 1, at, type: 'Resumed', mail: it.mail.id }] : [];
  // What is missing has been let pass before: it does not take the ticket from the team now.
  const isTaken = ready.state.status !== status && code !== null;
  const back: readonly TicketEvent[] = isTaken ? [{ v: 1, at, type: 'Assigned', team: code }] : [];
  const all = [noteAdded(reply), ...events, ...back, ...(isTaken ? [] : resumed)];
  const final: TicketView = { ...ready, state: fold(view.state, all) };
  const context = movedContext(reply, final);
  const team = teamOf(it.office, code) ?? deskOf(it.office);
  return outcome(saysOf(reply, final), {
    events: all,
    texts: rowsOf(final, view),
    letters: [requesterProgress(context, 'moved'), teamMessage(context, teamParty(team, it.office))],
  });
}

/** Another request than the one that was judged, shown and agreed to. */
function anew(reply: Reply, { events, ready }: JudgedDay): ReplyOutcome {
  const { it, source, view } = reply;
  const deskReleased = !ready.state.missing.includes(FILED_LATE) || view.state.missing.includes(FILED_LATE);
  const { step } = nextStep(caseOf(ready, it, { deskReleased }), it.office);
  const moved = stepEvents(step, ready, it);
  const final: TicketView = { ...ready, state: fold(ready.state, moved) };
  const context = movedContext(reply, final);
  return outcome(saysOf(reply, final), {
    events: [noteAdded(reply), ...events, ...moved],
    texts: rowsOf(final, view),
    letters: [
      toRequester(context, step),
      ...stopped(reply, final, context),
      ...stepLetters(step, final, { it, source, tellSuperior: false }),
    ],
  });
}

function toRequester(context: LetterContext, step: Step): Letter {
  if (step.kind === 'approval') return requesterProgress(context, 'changed');
  if (step.kind === 'incomplete') return requesterIncomplete(context, true);
  return requesterProgress(context, step.kind === 'team' ? 'moved' : 'moved-at-desk');
}

/** Whoever had it in hand, and has it no longer. */
function stopped({ it, view }: Reply, after: TicketView, context: LetterContext): readonly Letter[] {
  const had = view.state.status === 'assigned' || view.state.status === 'on-hold' ? view.state.team : null;
  const team = after.state.status === 'assigned' ? null : teamOf(it.office, had);
  return team === null ? [] : [teamNews(context, teamParty(team, it.office), 'moved', { answers: null })];
}

/** The desk has still to decide, now with the new day. */
function stillWithDesk(reply: Reply, { events, ready }: JudgedDay): ReplyOutcome {
  const { it, view } = reply;
  const reason = view.state.deskReason ?? 'unsure';
  const back = stepEvents({ kind: 'desk', reason, complete: false }, ready, it);
  const final: TicketView = { ...ready, state: fold(ready.state, back) };
  const context = movedContext(reply, final);
  return outcome(saysOf(reply, final), {
    events: [noteAdded(reply), ...events, ...back],
    texts: rowsOf(final, view),
    letters: [
      requesterProgress(context, 'moved-at-desk'),
      teamMessage(context, teamParty(deskOf(it.office), it.office)),
    ],
  });
}

function rowsOf(final: TicketView, before: TicketView): ReplyOutcome['texts'] {
  return [...wordRows(final, before), { name: TEXT.facts, text: JSON.stringify(final.facts) }];
}

function movedContext(reply: Reply, view: TicketView): LetterContext {
  const { eventDate, eventTime, applicant } = reply.view.facts;
  const { facts } = view;
  const isMoved = facts.eventDate !== eventDate || JSON.stringify(facts.eventTime) !== JSON.stringify(eventTime);
  return {
    ...letterContext(reply, view),
    ...(isMoved && eventDate !== undefined && { movedFrom: eventDate }),
    ...(facts.applicant !== applicant && applicant !== undefined && { renamedFrom: applicant }),
  };
}

function saysOf({ view }: Reply, { facts }: TicketView): string {
  const { eventDate = 'none' } = view.facts;
  if (facts.applicant !== view.facts.applicant) return 'The requester puts right for whom it is.';
  return facts.eventDate === undefined || facts.eventDate === eventDate
    ? 'The requester tells the hour of the event.'
    : `The requester moves the day: ${facts.eventDate} instead of ${eventDate}.`;
}
