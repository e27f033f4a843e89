/** The figures of sending, each with its unit, default and what happens beyond it. */
import { MINUTE } from '../shared/time.ts';
import { DEFAULT_BREAKER, type BreakerPolicy } from './breaker.ts';
import { DEFAULT_CAPS, type CapPolicy } from './caps.ts';
import { DEFAULT_RETRY_SCHEDULE, type RetrySchedule } from './retry-schedule.ts';

export interface SendPolicy {
  /** Connections of the transport (default 5): five times as many letters more are made ahead. */
  readonly connections: number;
  /** How long a claim holds (default 330 s): longer than one letter may take. Beyond: the letter is claimed and sent again. */
  readonly leaseMs: number;
  /** How often the outbox and the clock are looked at when nobody wakes the loop (default 500 ms). */
  readonly pollMs: number;
  /** How soon after one claim the next may follow (default 50 ms): what becomes due meanwhile is claimed together. */
  readonly claimEveryMs: number;
  /** First pause after the server failed as a whole (default 2 s); doubled each time up to `maxPauseMs` (default 30 s). */
  readonly firstPauseMs: number;
  readonly maxPauseMs: number;
  /** How long the server may be away before it is an alarm (default 5 min). A refusal of us as a client is one at once. */
  readonly unreachableAlarmMs: number;
  /** An answer later than this after the mail came (default 30 min) is recorded as late. */
  readonly lateAfterMs: number;
  /** How often the breaker looks at the traffic (default 1 s), and the parked letters are counted for the all-clear (15 s). */
  readonly breakerCheckMs: number;
  readonly parkedCheckMs: number;
  readonly retry: RetrySchedule;
  readonly caps: CapPolicy;
  readonly breaker: BreakerPolicy;
}

export const DEFAULT_SEND_POLICY: SendPolicy = {
  connections: 5,
  leaseMs: 330_000,
  pollMs: 500,
  claimEveryMs: 50,
  firstPauseMs: 2_000,
  maxPauseMs: 30_000,
  unreachableAlarmMs: 5 * MINUTE,
  lateAfterMs: 30 * MINUTE,
  breakerCheckMs: 1_000,
  parkedCheckMs: 15_000,
  retry: DEFAULT_RETRY_SCHEDULE,
  caps: DEFAULT_CAPS,
  breaker: DEFAULT_BREAKER,
};
