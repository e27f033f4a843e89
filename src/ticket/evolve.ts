/**
 * A ticket is the fold of its events. `evolve` takes every recorded event in every status, since what is recorded has happened; whether it
 * may happen is lifecycle.ts. Pure: times come from the events. The service clock runs from RequestCompleted while somebody of ours has the
 * ticket (triage, assigned, on hold for a cause of our own) and stands still while it waits for the requester, the approver or a declared
 * maintenance window, and after fulfilment.
 */
import type { EpochMs } from '../shared/time.ts';
import type { TicketEvent } from './event.ts';
import { answeredAfter, askedAfter, remarkAfter } from './evolve-approval.ts';
import { remindersAfter } from './evolve-reminders.ts';
import { ENDED, PENDING, isOneOf } from './lifecycle.ts';
import type { ClockSpan, Facts, TicketState, TicketStatus } from './ticket.ts';

type EventOf<Type extends TicketEvent['type']> = Extract<TicketEvent, { readonly type: Type }>;
type Change = Partial<Facts>;

/** @throws {Error} when the first event is not TicketOpened, or a later one is: such a stream is not a ticket's */
export function evolve(state: TicketState | null, event: TicketEvent): TicketState {
  if (event.type === 'TicketOpened') {
    if (state !== null) throw new Error('a ticket is opened twice');
    return opened(event);
  }
  if (state === null) throw new Error(`${event.type} stands before TicketOpened`);
  const status = statusAfter(state, event);
  // What is kept of a ticket's mails changes nothing about the ticket.
  if (event.type === 'PapersRemoved') return state;
  const facts = { ...state, ...changesBy(state, event), changedAt: event.at };
  const isNewWait = status !== state.status || STARTS_A_WAIT.includes(event.type);
  const wait = isNewWait ? { waitsSince: event.at, escalated: false } : {};
  const reminders = remindersAfter(facts.reminders, { isNewWait, before: state, event });
  return inStatus({ ...facts, ...wait, reminders }, status, event.at);
}

/** The whole fold. @throws {Error} for an empty stream */
export function foldTicket(events: readonly TicketEvent[]): TicketState {
  const state = events.reduce<TicketState | null>(evolve, null);
  if (state === null) throw new Error('a ticket without events');
  return state;
}

/** Whom it waits for is asked anew, though the status stays. */
const STARTS_A_WAIT: readonly TicketEvent['type'][] = [
  'ApprovalAsked',
  'RequirementsChecked',
  'PutOnHold',
  'Assigned',
  'FulfilmentConfirmed',
];

const UNKNOWN = {
  service: null,
  variant: null,
  incident: null,
  confidence: 0,
  quantity: null,
  missing: [],
  paperFaults: 0,
  verdict: 'not-required',
  superior: null,
  eventDate: null,
  approval: null,
  declinedBy: [],
  team: null,
  completedAt: null,
  clock: [],
  resolvedAt: null,
  label: null,
  firstResponse: null,
  deskReason: null,
  objectedBy: null,
  holdCause: null,
  holdUntil: null,
  reminders: [],
  escalated: false,
  takenBy: null,
  approvedBy: [],
  startDecided: null,
  rating: null,
  fulfilmentConfirmed: false,
  bastAccepted: false,
  endedAt: null,
} as const satisfies Change;

function opened(event: EventOf<'TicketOpened'>): TicketState {
  const { mail: openedBy, kind, ticketType, requester, language, grade, receivedAt, follows, at } = event;
  const said = { openedBy, kind, ticketType, requester, language, grade, receivedAt, follows };
  const links = follows === null ? [] : [follows];
  return { ...UNKNOWN, ...said, status: 'triage', links, lastMailAt: receivedAt, changedAt: at, waitsSince: at };
}

/** What the event says, apart from status and clock. */
function changesBy(state: TicketState, event: TicketEvent): Change {
  switch (event.type) {
    case 'Classified': {
      const { service, variant, incident, confidence, quantity, by } = event;
      return { service, variant, incident, confidence, quantity, ...(by === 'desk' && { deskReason: null }) };
    }
    case 'RequirementsChecked': {
      const { missing, verdict, superior, eventDate, eventEnd = null, faults = 0 } = event;
      return { missing, verdict, superior, eventDate, eventEnd, paperFaults: faults };
    }
    case 'ApprovalAsked':
      return { approval: askedAfter(state, event) };
    case 'ApprovalGiven':
    case 'ApprovalRefused':
    case 'ApproverDeclined':
      return answeredAfter(state, event);
    case 'ApprovalVoided':
    case 'ApprovalStated':
    case 'ApproverAway':
      return remarkAfter(state, event);
    case 'RequestCompleted':
      return { completedAt: state.completedAt ?? event.at };
    case 'SentToDesk':
      return { deskReason: event.reason };
    case 'Assigned':
      return { team: event.team, deskReason: null, takenBy: event.team === state.team ? state.takenBy : null };
    case 'MailAttached':
      return event.role === 'machine' ? {} : { lastMailAt: Math.max(state.lastMailAt, event.at) };
    case 'PutOnHold':
      return { holdCause: event.cause, holdUntil: event.until };
    case 'Resolved':
      return { team: event.team, resolvedAt: event.at, label: event.label };
    case 'FirstResponded':
      return { firstResponse: state.firstResponse ?? { letter: event.letter, at: event.at, late: event.late } };
    case 'Linked':
      return { links: state.links.includes(event.to) ? state.links : [...state.links, event.to] };
    default:
      return changesAfterwards(state, event);
  }
}

/** What reminders, the work itself and its end add. */
function changesAfterwards(state: TicketState, event: TicketEvent): Change {
  switch (event.type) {
    case 'Reopened':
      return { resolvedAt: null, label: null, fulfilmentConfirmed: false, bastAccepted: false };
    case 'Reminded':
      return { reminders: [...state.reminders, { about: event.about, at: event.at }] };
    case 'Escalated':
      return { escalated: true };
    case 'Objected':
      return { objectedBy: event.writer };
    case 'Taken':
      return { takenBy: event.writer };
    case 'StartDecided':
      return { startDecided: event.from };
    case 'PrioritySet':
      return { priority: event.priority };
    case 'Rated':
      return { rating: event.rating };
    case 'FulfilmentConfirmed':
      return { fulfilmentConfirmed: true };
    case 'BastReceived':
      return { bastAccepted: state.bastAccepted || event.accepted };
    case 'Undone': {
      const { status, facts, ...restored } = event.restored;
      // Who was asked meanwhile is asked no more.
      const approval = state.approval?.answer === 'asked' && status !== 'awaiting-approval' ? null : state.approval;
      return { approval, resolvedAt: status === 'resolved' ? state.resolvedAt : null, ...restored, ...facts };
    }
    default:
      return {};
  }
}

/** Events that leave the status as it is; a new type that is in neither place does not compile. */
type SilentType =
  | 'TicketOpened'
  | 'Classified'
  | 'ApprovalStated'
  | 'MailAttached'
  | 'NoteAdded'
  | 'FirstResponded'
  | 'LetterFailed'
  | 'Linked'
  | 'Reminded'
  | 'Escalated'
  | 'Taken'
  | 'StartDecided'
  | 'PrioritySet'
  | 'Rated'
  | 'FulfilmentConfirmed'
  | 'BastReceived'
  | 'Objected'
  | 'PapersRemoved'
  | 'ApproverAway';

function statusAfter(state: TicketState, event: TicketEvent): TicketStatus {
  const pending = isOneOf(PENDING, state.status);
  switch (event.type) {
    case 'RequirementsChecked':
    case 'ApprovalAsked':
    case 'ApprovalGiven':
    case 'ApprovalRefused':
    case 'ApprovalVoided':
    case 'ApproverDeclined':
      return pending ? waitingStatus({ ...state, ...changesBy(state, event) }, state.status) : state.status;
    case 'RequestCompleted':
      return pending && state.status !== 'assigned' ? 'triage' : state.status;
    case 'SentToDesk':
      return pending ? 'triage' : state.status;
    case 'Assigned':
      return 'assigned';
    case 'PutOnHold':
      return 'on-hold';
    case 'Resumed':
    case 'Reopened':
      return state.team === null ? 'triage' : 'assigned';
    case 'Resolved':
      return 'resolved';
    case 'Closed':
      return 'closed';
    case 'Rejected':
      return 'rejected';
    case 'Cancelled':
      return 'cancelled';
    case 'Undone':
      return event.restored.status;
    default:
      return unchanged(event, state.status);
  }
}

function unchanged(_: EventOf<SilentType>, status: TicketStatus): TicketStatus {
  return status;
}

/** For whom a ticket waits that nobody works on: what is missing comes before the approval, both before the desk. */
function waitingStatus(facts: Facts, status: TicketStatus): TicketStatus {
  if (lacksSomething(facts)) return 'incomplete';
  if (facts.approval?.answer === 'asked') return 'awaiting-approval';
  return status === 'assigned' || status === 'on-hold' ? status : 'triage';
}

/** Papers missing or at fault, or a superior whom the requester has to name; one who has been asked is named, unless he declined. */
function lacksSomething({ missing, paperFaults, verdict, approval }: Facts): boolean {
  const isNamed = approval !== null && approval.answer !== 'refused';
  return missing.length + paperFaults > 0 || (!isNamed && ['missing', 'too-low', 'inactive'].includes(verdict));
}

/** Gives the facts their status, and the clock and the marks that go with it. */
function inStatus(facts: Facts, status: TicketStatus, at: EpochMs): TicketState {
  const isHeld = status === 'on-hold';
  const holdCause = isHeld ? facts.holdCause : null;
  const holdUntil = isHeld ? facts.holdUntil : null;
  const endedAt = isOneOf(ENDED, status) ? (facts.endedAt ?? at) : null;
  const runs = facts.completedAt !== null && clockRuns(status, holdCause);
  const clock = runs ? startClock(facts.clock, at) : stopClock(facts.clock, at);
  const settled = { ...facts, holdCause, holdUntil, endedAt, clock };
  const { team, resolvedAt } = facts;
  if (status === 'assigned') return team === null ? { ...settled, status: 'triage' } : { ...settled, status, team };
  if (status !== 'resolved') return { ...settled, status };
  return team === null || resolvedAt === null
    ? { ...settled, status: 'triage' }
    : { ...settled, status, team, resolvedAt };
}

/** Once the request is complete. */
function clockRuns(status: TicketStatus, holdCause: Facts['holdCause']): boolean {
  return status === 'triage' || status === 'assigned' || (status === 'on-hold' && holdCause === 'team');
}

function startClock(clock: readonly ClockSpan[], at: EpochMs): readonly ClockSpan[] {
  return clock.at(-1)?.to === null ? clock : [...clock, { from: at, to: null }];
}

/** A span that ends where it began is none. */
function stopClock(clock: readonly ClockSpan[], at: EpochMs): readonly ClockSpan[] {
  const last = clock.at(-1);
  if (last?.to !== null) return clock;
  const before = clock.slice(0, -1);
  return at > last.from ? [...before, { from: last.from, to: at }] : before;
}
