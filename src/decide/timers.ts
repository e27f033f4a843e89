/** When the clock has something to do for the tickets that a mail has changed. */
import type { Decision, TicketChange } from './decision.ts';
import { nextFollowUp } from './follow-up.ts';
import { fold } from './fold.ts';
import type { KnownTicket, Situation } from './situation.ts';

/** Tickets that the mail has to do with, as they were before it. */
export function knownTo(it: Situation): readonly KnownTicket[] {
  const { binding, reported, evidence, named, sameFault, linked, listed = [] } = it;
  return [binding?.ticket, reported?.ticket, evidence?.ticket, ...named, ...sameFault, ...linked, ...listed].filter(
    (one) => !!one,
  );
}

/** The changed tickets as they stand afterwards say when the clock has something to do for them. */
export function timersOf(changes: readonly TicketChange[], it: Situation): Decision['timers'] {
  const known = knownTo(it);
  return changes
    .filter(({ events }) => events.length > 0)
    .map(({ number, events }) => {
      const before = known.find((ticket) => ticket.number === number)?.state ?? null;
      return { ticket: number, at: nextFollowUp(fold(before, events), it.office)?.at ?? null };
    });
}
