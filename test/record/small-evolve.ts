import type { TicketEvent } from '../../src/ticket/event.ts';
import type { TicketState } from '../../src/ticket/ticket.ts';

/** A ticket in miniature: enough of the aggregate that the projections have something to say. */
export function smallEvolve(state: TicketState | null, event: TicketEvent): TicketState {
  if (event.type === 'TicketOpened') return opened(event);
  if (!state) throw new Error('the first event of a ticket is TicketOpened');
  return changed({ ...state, changedAt: event.at }, event);
}

function opened(event: Extract<TicketEvent, { type: 'TicketOpened' }>): TicketState {
  const { mail, kind, ticketType, requester, language, grade, receivedAt, follows, at } = event;
  return {
    status: 'triage',
    openedBy: mail,
    kind,
    ticketType,
    requester,
    language,
    grade,
    receivedAt,
    follows,
    service: null,
    variant: null,
    incident: null,
    confidence: 0,
    quantity: null,
    missing: [],
    verdict: 'not-required',
    superior: null,
    eventDate: null,
    approval: null,
    team: null,
    completedAt: null,
    clock: [],
    resolvedAt: null,
    label: null,
    firstResponse: null,
    deskReason: null,
    holdCause: null,
    endedAt: null,
    links: [],
    lastMailAt: at,
    changedAt: at,
  };
}

function changed(state: TicketState, event: TicketEvent): TicketState {
  switch (event.type) {
    case 'Classified':
      return { ...state, service: event.service, variant: event.variant, confidence: event.confidence };
    case 'RequestCompleted':
      return { ...state, completedAt: event.at };
    case 'Assigned':
      return { ...state, status: 'assigned', team: event.team };
    case 'MailAttached':
      return event.role === 'machine' ? state : { ...state, lastMailAt: event.at };
    case 'Resolved':
      return { ...state, status: 'resolved', team: event.team, resolvedAt: event.at, label: event.label };
    case 'Closed':
      return { ...state, status: 'closed' };
    case 'SentToDesk':
      return { ...state, status: 'triage', deskReason: event.reason };
    case 'FirstResponded':
      return { ...state, firstResponse: { letter: event.letter, at: event.at, late: event.late } };
    default:
      return state;
  }
}
