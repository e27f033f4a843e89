/**
 * How many letters one person and one ticket get from a machine in an hour. Beyond it they are parked for a person to look at,
 * never thrown away. Mailboxes of our own (teams, desk, operator) are not people who are protected from us.
 */
export interface CapPolicy {
  /** Letters to one address, beyond one answer per ticket (default 20). */
  readonly perAddress: number;
  /** Letters in one ticket without a person's mail between, to whoever has had one already (default 3). */
  readonly perTicket: number;
  /** The span both are counted over (default 1 h). */
  readonly windowMs: number;
}

export const DEFAULT_CAPS: CapPolicy = { perAddress: 20, perTicket: 3, windowMs: 3_600_000 };

export interface CapFacts {
  /** Other letters to the address within the window. */
  readonly toAddress: number;
  /** True when nothing of this ticket has gone to the address yet: the one answer per ticket. */
  readonly firstOfTicket: boolean;
  /** Other letters of the ticket within the window and since a person's last mail; 0 for letters without a ticket. */
  readonly inTicket: number;
}

export type CapHit = 'address' | 'ticket';

export function capHit(facts: CapFacts, policy: CapPolicy): CapHit | null {
  // Whoever is written to for the first time (a deputy, the next official) has not answered anything yet: no loop goes through him.
  if (facts.firstOfTicket) return null;
  if (facts.inTicket >= policy.perTicket) return 'ticket';
  return facts.toAddress >= policy.perAddress ? 'address' : null;
}

export function describeCap(hit: CapHit, policy: CapPolicy): string {
  return hit === 'address'
    ? `cap: more than ${policy.perAddress} letters an hour to one address`
    : `cap: more than ${policy.perTicket} letters an hour in one ticket without a person's mail between`;
}
