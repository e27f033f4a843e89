/** Box 7 of the process: where the rule says so, the desk looks at what was done before the requester is told. */
import type { TicketState } from '../ticket/ticket.ts';
import { findVariant } from './catalogue.ts';
import type { Office } from './office.ts';

/** True while a team's word that all is done waits for the desk's. */
export function awaitsDesk(state: TicketState, office: Pick<Office, 'rulebook'>): boolean {
  return state.status === 'resolved' && !state.fulfilmentConfirmed && confirmsFulfilment(state, office);
}

export function confirmsFulfilment({ variant }: TicketState, { rulebook }: Pick<Office, 'rulebook'>): boolean {
  return findVariant(rulebook, variant)?.confirmFulfilment === 'desk';
}
