/** How a ticket stands, as far as a command of the desk may change it: what `batal` puts back, and what has to be there still. */
import type { Restored, RestoredFacts } from '../../ticket/event.ts';
import type { TicketState } from '../../ticket/ticket.ts';

export type Standing = Omit<Restored, 'status'> & { readonly status: TicketState['status'] };

/** What a command may judge anew. */
const FACTS = [
  ...(['quantity', 'eventDate', 'missing', 'paperFaults', 'verdict', 'superior', 'approval', 'approvedBy'] as const),
] as const satisfies readonly (keyof RestoredFacts)[];

export function restorable(state: TicketState): Restored {
  const { resolvedAt, label } = state;
  return { ...standing(state), status: openStatus(state), resolvedAt, label };
}

export function standing(state: TicketState): Standing {
  const { status, service, variant, incident, team, deskReason, holdCause } = state;
  const { fulfilmentConfirmed, bastAccepted, priority = null } = state;
  const work = { status, service, variant, incident, team, deskReason, holdCause, priority };
  return { ...work, fulfilmentConfirmed, bastAccepted };
}

/** Those facts of one state that differ between the two; absent where none does. */
export function changed(before: TicketState, after: TicketState, of: TicketState): Pick<Restored, 'facts'> {
  const names = FACTS.filter((name) => !isSame(before[name], after[name]));
  return names.length === 0 ? {} : { facts: Object.fromEntries(names.map((name) => [name, of[name]])) };
}

export function stillStands(state: TicketState, { facts = {}, ...after }: Standing): boolean {
  const now: Readonly<Record<string, unknown>> = { ...state, ...standing(state) };
  return Object.entries({ ...after, ...facts }).every(([name, value]) => isSame(now[name], value));
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Ended ones are never what is gone back to: commands begin at open tickets. */
function openStatus({ status }: TicketState): Restored['status'] {
  return status === 'closed' || status === 'rejected' || status === 'cancelled' ? 'triage' : status;
}
