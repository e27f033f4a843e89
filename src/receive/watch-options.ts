import type { Log } from '../shared/log.ts';
import type { Clock, EpochMs } from '../shared/time.ts';
import type { Backoff } from './backoff.ts';
import type { ImapAccess } from './connect.ts';
import type { Arrival, ArrivalLedger, MailboxHealth, RawStore, ReceiveLimits } from './mail-source.ts';

export interface WatchOptions {
  readonly access: ImapAccess;
  /** `INBOX`, or another with `/` between its parts; also its name in the ledger. */
  readonly folder: string;
  /** Where mails are moved to; created when missing. */
  readonly targetFolders: readonly string[];
  /** The safety net beside IDLE, and the only way where the server has no IDLE. */
  readonly pollMs: number;
  readonly ledger: ArrivalLedger;
  readonly rawStore: RawStore;
  readonly limits: ReceiveLimits;
  readonly backoff: Backoff;
  readonly clock: Clock;
  /** Time of receipt from INTERNALDATE: the same, except under a test clock. */
  readonly receivedAt: (internalDate: EpochMs) => EpochMs;
  readonly log: Log;
  /** After the ledger has them. */
  readonly onArrivals: (arrivals: readonly Arrival[]) => void;
  readonly onHealth: (health: MailboxHealth) => void;
}
