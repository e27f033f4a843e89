/** The outbox as `send` sees it: rows with a fixed identity that are claimed, sent, retried, parked. */
import type { Letter } from '../decide/letter.ts';
import type { LetterKey, TicketNumber } from '../shared/ids.ts';
import type { EpochMs } from '../shared/time.ts';

export const OUTBOX_STATES = ['waiting', 'claimed', 'sent', 'failed', 'parked', 'void'] as const;
export type OutboxState = (typeof OUTBOX_STATES)[number];

export interface OutboxRow {
  readonly key: LetterKey;
  readonly letter: Letter;
  readonly state: OutboxState;
  readonly attempts: number;
  readonly createdAt: EpochMs;
  readonly nextAttemptAt: EpochMs;
  readonly sentAt: EpochMs | null;
  /** When the mail came that this letter answers; null where it answers none. */
  readonly receivedAt: EpochMs | null;
  /** The server's last reply, e.g. `451 4.3.0 try later`. */
  readonly lastReply: string | null;
  readonly parkedReason: string | null;
  /** Message-IDs of the ticket's thread up to this letter, oldest first. */
  readonly thread: readonly string[];
}

export interface Outbox {
  /**
   * Claims up to `limit` due rows, acknowledgements first, then oldest; never two of one ticket at once, never one whose earlier
   * letter of the same ticket is still on its way (acknowledgements excepted). A claim ends after `leaseMs`.
   */
  claim(now: EpochMs, limit: number, leaseMs: number): Promise<readonly OutboxRow[]>;
  /** One transaction: row sent, `FirstResponded` on the ticket where this was its first answer. `text` = the text part as sent. */
  markSent(
    key: LetterKey,
    sent: { readonly at: EpochMs; readonly reply: string; readonly text: string; readonly late: boolean },
  ): Promise<void>;
  retryAt(key: LetterKey, at: EpochMs, reply: string): Promise<void>;
  /** Permanent refusal: row failed, `LetterFailed` on the ticket, and the desk's letter about it, in one transaction. */
  markFailed(
    key: LetterKey,
    failure: {
      readonly at: EpochMs;
      readonly reply: string;
      readonly status: string;
      readonly deskLetter: Letter | null;
    },
  ): Promise<void>;
  park(keys: readonly LetterKey[], reason: string): Promise<void>;
  /** Parked or failed rows back to waiting. */
  retry(keys: readonly LetterKey[], now: EpochMs): Promise<number>;
  list(filter: {
    readonly state?: OutboxState;
    readonly ticket?: TicketNumber;
    readonly limit: number;
  }): Promise<readonly OutboxRow[]>;
  find(key: LetterKey): Promise<OutboxRow | null>;
  counts(): Promise<Readonly<Record<OutboxState, number>>>;
  /** Creation time of the oldest waiting acknowledgement (for /readyz), null when none waits. */
  oldestWaiting(): Promise<EpochMs | null>;
  /** Letters of the caps: automatic letters sent or claimed to an address since then; and in a ticket since its last mail of a person. */
  sentTo(address: string, since: EpochMs): Promise<number>;
  sentInTicket(ticket: TicketNumber, since: EpochMs): Promise<number>;
  /** For the breaker: letters that a mail has caused, mails decided, letters sent and refused for good since then. */
  traffic(
    since: EpochMs,
  ): Promise<{ readonly letters: number; readonly mails: number; readonly refused: number; readonly sent: number }>;
}
