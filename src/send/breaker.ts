/**
 * Stops the whole outbox when its traffic looks like a fault: many letters for few mails (a loop), or many refusals for good (a
 * wrong directory, a blocked sender). Never on volume: a busy Monday has many letters and many mails.
 */
export interface Traffic {
  readonly letters: number;
  readonly mails: number;
  /** Refused for good. */
  readonly refused: number;
  readonly sent: number;
}

export interface BreakerPolicy {
  /** The span that is looked at (default 10 min). */
  readonly windowMs: number;
  /** Letters per received mail (default 4). More opens the breaker. */
  readonly lettersPerMail: number;
  /** Share of letters refused for good (default 0.2). More opens the breaker. */
  readonly refusedShare: number;
  /** Fewer letters than this (default 20) say nothing about either. */
  readonly minLetters: number;
}

export const DEFAULT_BREAKER: BreakerPolicy = {
  windowMs: 600_000,
  lettersPerMail: 4,
  refusedShare: 0.2,
  minLetters: 20,
};

/** Why the breaker has to be open, or null. */
export function breakerReason(traffic: Traffic, policy: BreakerPolicy): string | null {
  if (traffic.letters >= policy.minLetters && traffic.letters > policy.lettersPerMail * traffic.mails) {
    return `breaker: ${traffic.letters} letters for ${traffic.mails} received mails within ${minutes(policy)} minutes`;
  }
  const answered = traffic.sent + traffic.refused;
  if (answered >= policy.minLetters && traffic.refused > policy.refusedShare * answered) {
    return `breaker: ${traffic.refused} of ${answered} letters refused for good within ${minutes(policy)} minutes`;
  }
  return null;
}

function minutes(policy: BreakerPolicy): number {
  return Math.round(policy.windowMs / 60_000);
}
