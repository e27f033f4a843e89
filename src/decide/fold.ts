/** A ticket after further events. */
import type { TicketEvent } from '../ticket/event.ts';
import { evolve } from '../ticket/evolve.ts';
import type { TicketState } from '../ticket/ticket.ts';

/** @throws {Error} for no events on no ticket */
export function fold(state: TicketState | null, events: readonly TicketEvent[]): TicketState {
  const folded = events.reduce<TicketState | null>((before, event) => evolve(before, event), state);
  if (folded === null) throw new Error('a ticket has at least one event');
  return folded;
}
