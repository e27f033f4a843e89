/**
 * Which event may happen in which status, as a table. Decisions ask it before they write; `evolve` does not, because what is recorded has
 * happened. `none` is a number that nobody has opened yet.
 */
import type { TicketEvent, TicketEventType } from './event.ts';
import { STATUSES, type TicketState, type TicketStatus } from './ticket.ts';

/** Waiting for somebody or being worked on, not yet fulfilled. */
export const PENDING = [
  'incomplete',
  'awaiting-approval',
  'triage',
  'assigned',
  'on-hold',
] as const satisfies readonly TicketStatus[];
/** Nothing is promised any more; only the first of them can be reopened. */
export const ENDED = ['closed', 'rejected', 'cancelled'] as const satisfies readonly TicketStatus[];

const UNASSIGNED = ['incomplete', 'awaiting-approval', 'triage'] as const satisfies readonly TicketStatus[];
const UNENDED = [...PENDING, 'resolved'] as const satisfies readonly TicketStatus[];

export const LIFECYCLE: Readonly<Record<TicketEventType, readonly (TicketStatus | 'none')[]>> = {
  TicketOpened: ['none'],
  Classified: PENDING,
  RequirementsChecked: PENDING,
  ApprovalAsked: PENDING,
  ApprovalGiven: PENDING,
  ApprovalRefused: PENDING,
  ApprovalVoided: PENDING,
  ApprovalStated: UNENDED,
  ApproverDeclined: ['awaiting-approval'],
  RequestCompleted: UNASSIGNED,
  SentToDesk: STATUSES,
  Assigned: PENDING,
  MailAttached: STATUSES,
  PutOnHold: ['triage', 'assigned', 'on-hold'],
  Resumed: ['on-hold'],
  NoteAdded: STATUSES,
  Resolved: ['triage', 'assigned', 'on-hold'],
  Reopened: ['resolved', 'closed'],
  Closed: UNENDED,
  Rejected: PENDING,
  Cancelled: UNENDED,
  FirstResponded: STATUSES,
  LetterFailed: STATUSES,
  Linked: STATUSES,
  Reminded: UNENDED,
  Escalated: UNENDED,
  Taken: ['triage', 'assigned', 'on-hold'],
  StartDecided: PENDING,
  PrioritySet: PENDING,
  Rated: STATUSES,
  FulfilmentConfirmed: ['resolved'],
  BastReceived: ['resolved', 'closed'],
  Objected: [...PENDING],
  ApproverAway: ['awaiting-approval'],
  PapersRemoved: ENDED,
  Undone: STATUSES,
};

export function canApply(state: Pick<TicketState, 'status'> | null, event: Pick<TicketEvent, 'type'>): boolean {
  return LIFECYCLE[event.type].includes(state === null ? 'none' : state.status);
}

export function isOneOf(statuses: readonly TicketStatus[], status: TicketStatus): boolean {
  return statuses.includes(status);
}
