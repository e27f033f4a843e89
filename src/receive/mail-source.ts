/**
 * The ports of the mailbox side, in its own words: what it needs of the ledger, where it keeps raw bytes, and what it gives the
 * pipeline. Implemented with imapflow; the only folder that knows it.
 */
import type { MailId } from '../shared/ids.ts';
import type { EpochMs } from '../shared/time.ts';

export interface ListedMail {
  readonly uid: number;
  /** INTERNALDATE as the server tells it. */
  readonly internalDate: EpochMs;
  /** As listed by the server: a hint only. */
  readonly sizeBytes: number;
}

/** One message of the mailbox as it goes to the ledger. */
export interface Arrival {
  readonly mail: MailId;
  readonly mailbox: string;
  readonly uidValidity: string;
  readonly uid: number;
  /** INTERNALDATE, or the test clock's time where one runs. */
  readonly receivedAt: EpochMs;
  /** Of the kept bytes; empty for a mail that was only listed (before activation). */
  readonly sha256: string;
  /** Bytes kept. Greater than `maxMessageBytes` exactly when the mail was cut there: then it is the size the mail has. */
  readonly sizeBytes: number;
}

export interface MailboxState {
  readonly uidValidity: string;
  /**
   * UIDNEXT at the very first run: lower UIDs are not answered. 0 after a changed UIDVALIDITY, where UIDs tell nothing: then mails
   * with an INTERNALDATE before `activatedAt` are not answered.
   */
  readonly activationUid: number;
  /** When the very first run was, by the wall clock (INTERNALDATE knows no test clock). */
  readonly activatedAt: EpochMs;
}

/** What the mailbox side needs of the ledger; the store's `Ledger` fits as it is. */
export interface ArrivalLedger {
  /** The state of a mailbox's latest UIDVALIDITY, or null when never seen. */
  mailbox(mailbox: string): Promise<MailboxState | null>;
  openMailbox(mailbox: string, state: MailboxState): Promise<void>;
  knownUids(mailbox: string, uidValidity: string, from: number, to: number): Promise<ReadonlySet<number>>;
  /** Idempotent; durable when it answers. */
  list(rows: readonly Arrival[], state: 'kept' | 'before-activation'): Promise<void>;
}

export interface KeptBytes {
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly cut: boolean;
}

/** Stores raw bytes content-addressed; they are durable when it answers. @throws {BotError} E_STORAGE */
export interface RawStore {
  /** Reads to the end or to `maxBytes`; beyond it nothing more is read and `cut` is true. */
  keep(bytes: AsyncIterable<Uint8Array> | Uint8Array, maxBytes: number): Promise<KeptBytes>;
  /** Many small mails for the price of few directory syncs; answers in the order given. */
  keepMany(mails: readonly Uint8Array[], maxBytes: number): Promise<readonly KeptBytes[]>;
  path(sha256: string): string;
  /** Deletes a mail's bytes, durably; does nothing where there are none. @throws {BotError} E_STORAGE */
  remove(sha256: string): Promise<void>;
}

/** What one mail or one fetch may cost on the mailbox side. */
export interface ReceiveLimits {
  /** Raw size of a mail in bytes (default 40 MiB). Beyond: kept up to here, the rest is not read. */
  readonly maxMessageBytes: number;
  /** Mails in one fetch (default 250). */
  readonly maxBatchMails: number;
  /** Listed bytes in one fetch (default 16 MiB); two batches are in memory at once. */
  readonly maxBatchBytes: number;
  /** Listed size beyond which a mail is streamed on its own (default 5 MiB). */
  readonly maxSmallBytes: number;
  /** Bytes asked for at a time while streaming (default 1 MiB). */
  readonly pieceBytes: number;
}

const MIB = 1024 * 1024;

export const DEFAULT_RECEIVE_LIMITS: ReceiveLimits = {
  maxMessageBytes: 40 * MIB,
  maxBatchMails: 250,
  maxBatchBytes: 16 * MIB,
  maxSmallBytes: 5 * MIB,
  pieceBytes: MIB,
};

/** How the mailbox is doing: for /readyz, metrics and alarms. */
export interface MailboxHealth {
  readonly phase: 'connecting' | 'connected' | 'waiting-to-reconnect' | 'stopped';
  /** Since when the phase (of being connected, or of not being) lasts. */
  readonly since: EpochMs;
  /** Failed attempts since the last good connection. */
  readonly failures: number;
  /** Code and sentence of the last failure; null while all is well. */
  readonly fault: { readonly code: string; readonly message: string } | null;
  /** Listed but not fetched yet; above 0 for long means that the server does not give a mail out. */
  readonly pending: number;
  /** Result of the last comparison of server and ledger; `missing` were found on the server only and are fetched now. */
  readonly compared: { readonly at: EpochMs; readonly onServer: number; readonly missing: number } | null;
}

/** A UID in the folder that a mail has gone to. */
export interface Place {
  readonly uidValidity: string;
  readonly uid: number;
}

/** `left`: the server has no safe way to move; from then on the ledger alone decides. */
export type MoveOutcome =
  | {
      readonly kind: 'moved';
      readonly uids: readonly number[];
      /** By the UID before, where the server tells it (RFC 4315). */
      readonly places: ReadonlyMap<number, Place>;
    }
  | { readonly kind: 'left' };

/** A mail that lies in one of our folders. */
export interface Lying {
  readonly mail: MailId;
  readonly place: Place | null;
  readonly sha256: string;
  readonly sizeBytes: number;
}

/** @property from, to folders as the configuration names them */
export interface MoveAgain {
  readonly from: string;
  readonly to: string;
  readonly mails: readonly Lying[];
}

export interface WatchedMailbox {
  health(): MailboxHealth;
  /** Repeatable: a uid that is gone counts as moved. @throws {BotError} E_IMAP when not connected or refused */
  move(uidValidity: string, uids: readonly number[], folder: string): Promise<MoveOutcome>;
  /** Repeatable, too; on a connection of its own. Answers those that need no further move. @throws {BotError} E_IMAP, E_IMAP_LOGIN */
  moveAgain(order: MoveAgain): Promise<readonly MailId[]>;
  /**
   * Fetches mails that were only listed (released by a person) and lists them as kept; answers those that are still there.
   * @throws {BotError} E_IMAP, E_STORAGE
   */
  fetch(uids: readonly number[]): Promise<readonly Arrival[]>;
  /** Resolves when everything that lay in the mailbox at the call is in the ledger. @throws {BotError} when the connection fails */
  catchUp(): Promise<void>;
  stop(): Promise<void>;
}
