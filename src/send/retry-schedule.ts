/** When a letter that was put off is tried again: soon at first, then hourly, up to three days (RFC 5321 4.5.4.1 asks for 4-5). */
import { DAY, HOUR, MINUTE, type EpochMs } from '../shared/time.ts';

export interface RetrySchedule {
  /** Waits after the first, second, … failed attempt; the last one repeats. */
  readonly waitsMs: readonly number[];
  /** Share by which a wait is lengthened or shortened at random (default 0.2), so that letters do not come back in one wave. */
  readonly jitter: number;
  /** Age of the letter at which it counts as undeliverable (default 3 days). */
  readonly giveUpAfterMs: number;
}

const SECOND = 1_000;

export const DEFAULT_RETRY_SCHEDULE: RetrySchedule = {
  waitsMs: [10 * SECOND, 30 * SECOND, MINUTE, 2 * MINUTE, 5 * MINUTE, 15 * MINUTE, 30 * MINUTE, HOUR],
  jitter: 0.2,
  giveUpAfterMs: 3 * DAY,
};

export interface FailedAttempt {
  readonly now: EpochMs;
  readonly createdAt: EpochMs;
  /** Failed attempts so far, this one included: at least 1. */
  readonly attempts: number;
  /** From [0, 1). */
  readonly chance: number;
}

/** The next attempt, or null when the letter has waited long enough. */
export function nextAttempt(schedule: RetrySchedule, failed: FailedAttempt): EpochMs | null {
  if (failed.now - failed.createdAt >= schedule.giveUpAfterMs) return null;
  return failed.now + waitAfter(schedule, failed);
}

/** The wait alone, for failures of the server that no letter's age should pay for. */
export function waitAfter(schedule: RetrySchedule, failed: Pick<FailedAttempt, 'attempts' | 'chance'>): number {
  const index = Math.min(Math.max(failed.attempts, 1), schedule.waitsMs.length) - 1;
  const wait = schedule.waitsMs[index] ?? MINUTE;
  return Math.round(wait * (1 + schedule.jitter * (2 * failed.chance - 1)));
}
