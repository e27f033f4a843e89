/** What the send loop is made of; the composition root fills it in. */
import type { Letter } from '../decide/letter.ts';
import type { Outbox, OutboxRow } from '../record/outbox.ts';
import type { Log } from '../shared/log.ts';
import type { Clock } from '../shared/time.ts';
import type { Alarm } from './alarm.ts';
import type { SendPolicy } from './policy.ts';
import type { Post } from './post.ts';

export interface SendMetrics {
  letter(template: string, outcome: 'sent' | 'retried' | 'failed' | 'parked'): void;
  /** From the mail's arrival to the acceptance of its answer. */
  answered(seconds: number): void;
}

export interface LetterFailure {
  readonly reply: string;
  readonly status: string;
}

export interface SendParts {
  readonly outbox: Outbox;
  readonly post: Post;
  readonly clock: Clock;
  readonly log: Log;
  readonly alarm: Alarm;
  readonly metrics: SendMetrics;
  readonly policy: SendPolicy;
  /** Mailboxes of the configuration (teams, desk, operator): no person who has to be protected from our letters. */
  readonly isOurs: (address: string) => boolean;
  readonly isDesk: (address: string) => boolean;
  /** The desk's letter about one that could not be delivered. */
  readonly undeliverable: (row: OutboxRow, failure: LetterFailure) => Letter | null;
  /** From [0, 1), for jitter. */
  readonly chance: () => number;
}
