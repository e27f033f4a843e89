/** What the daemon asks of the process that makes evidence files, and what it answers; see evidence-out.ts and evidence-worker.ts. */
import type { Config } from './config.ts';
import type { TicketNumber } from './shared/ids.ts';

export interface EvidenceJob {
  readonly config: Config;
  /** Seals the file. */
  readonly secret: string;
  readonly number: TicketNumber;
  /** Where the file goes; its folder is for what is written on the way, too. */
  readonly path: string;
  readonly mostBytes: number;
}

/** `none`: there is no such ticket. */
export type EvidenceMade = { readonly kind: 'made'; readonly leftOut: number } | { readonly kind: 'none' };
