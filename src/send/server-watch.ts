/** Knows whether the SMTP server as a whole is away, so that one letter probes it and the others do not each wait out a schedule. */
import type { EpochMs } from '../shared/time.ts';
import type { SendParts } from './send-parts.ts';
import type { FailureScope } from './transport.ts';

export interface ServerWatch {
  /** Since when the server is away; null while it answers. */
  downSince(): EpochMs | null;
  isPaused(): boolean;
  failed(scope: Exclude<FailureScope, 'letter'>, reply: string): void;
  answered(): void;
}

type WatchParts = Pick<SendParts, 'clock' | 'alarm' | 'log' | 'policy'>;

export function makeServerWatch({ clock, alarm, log, policy }: WatchParts): ServerWatch {
  let since: EpochMs | null = null;
  let pauses = 0;
  /** In the time of the process: a clock that is moved must not lengthen a pause. */
  let pausedUntil = 0;

  return {
    downSince: () => since,
    isPaused: () => performance.now() < pausedUntil,
    failed: (scope, reply) => {
      if (since === null) log.warn({ scope, reply }, 'the SMTP server is away; letters wait');
      since ??= clock.now();
      if (performance.now() >= pausedUntil) {
        pausedUntil = performance.now() + Math.min(policy.firstPauseMs * 2 ** pauses, policy.maxPauseMs);
        pauses += 1;
      }
      if (scope === 'refused') void alarm.raise('smtp-refused', `The SMTP server refuses us: ${reply}`);
      else if (clock.now() - since >= policy.unreachableAlarmMs) {
        void alarm.raise('smtp-unreachable', `The SMTP server has not answered for a while: ${reply}`);
      }
    },
    answered: () => {
      if (since !== null) log.info({ awayMs: clock.now() - since }, 'the SMTP server answers again');
      since = null;
      pauses = 0;
      pausedUntil = 0;
      void alarm.clear('smtp-refused');
      void alarm.clear('smtp-unreachable');
    },
  };
}
