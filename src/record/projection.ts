/** From events to the row that lists and look-ups read. Pure: the same events always give the same row. */
import type { TicketNumber } from '../shared/ids.ts';
import type { Folded } from './folded.ts';
import type { TicketsTable } from './schema.ts';

/** What events alone say; the timer depends on rules and calendar as well. */
export type Projection = Omit<TicketsTable, 'due_at'>;

export function projectTicket(number: TicketNumber, { version, state, openedAt }: Folded): Projection {
  return {
    number,
    version,
    status: state.status,
    kind: state.kind,
    ticket_type: state.ticketType,
    service: state.service,
    variant: state.variant,
    incident: state.incident,
    team: state.team,
    requester: state.requester,
    opened_by: state.openedBy,
    opened_at: openedAt,
    received_at: state.receivedAt,
    changed_at: state.changedAt,
    completed_at: state.completedAt,
    resolved_at: state.resolvedAt,
    first_response_at: state.firstResponse?.at ?? null,
    last_mail_at: state.lastMailAt,
    approver: state.status === 'awaiting-approval' ? (state.approval?.approver ?? null) : null,
  };
}

export function isSameProjection(one: Projection, other: Projection): boolean {
  const otherValues = new Map<string, unknown>(Object.entries(other));
  return Object.entries(one).every(([column, value]) => otherValues.get(column) === value);
}
