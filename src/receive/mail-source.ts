/** The mailbox port: what the pipeline needs of IMAP. Implemented with imapflow; the only folder that knows it. */
import type { EpochMs } from '../shared/time.ts';

export interface ListedMail {
  readonly uid: number;
  readonly receivedAt: EpochMs;
  /** As listed by the server: a hint only. */
  readonly sizeBytes: number;
}

export interface FetchedMail extends ListedMail {
  readonly mailbox: string;
  readonly uidValidity: string;
  /** Where `keep` put the bytes and their hash; `cut` when the size limit was reached while reading. */
  readonly sha256: string;
  readonly storedBytes: number;
  readonly cut: boolean;
}

/** Stores raw bytes content-addressed and fsynced before it answers. */
export interface RawStore {
  /** Reads to the end or to `maxBytes` (beyond it the rest is drained and `cut` is true). */
  keep(
    bytes: AsyncIterable<Uint8Array> | Uint8Array,
    maxBytes: number,
  ): Promise<{ readonly sha256: string; readonly sizeBytes: number; readonly cut: boolean }>;
  path(sha256: string): string;
}
