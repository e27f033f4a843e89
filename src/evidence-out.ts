/**
 * The file of a ticket as it goes along with a letter: made when the letter leaves, so that it holds all that has happened until then. In a
 * process of its own with limits of its own: a ticket with a hundred mails holds up neither mails nor other letters. What does not fit into
 * a mail is left out and named in the file; a ticket that costs more than the limits gets a file that names everything and carries nothing.
 */
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OutgoingAttachment } from './compose/outgoing-mail.ts';
import type { Config } from './config.ts';
import type { EvidenceJob, EvidenceMade } from './evidence-job.ts';
import { makeProcessPool } from './isolate/process-pool.ts';
import type { WorkerLimits } from './isolate/worker.ts';
import type { TicketNumber } from './shared/ids.ts';
import type { Log } from './shared/log.ts';

/** What most servers take, less what base64 adds (a third). */
const MOST_BYTES = 14 * 1024 * 1024;
const ENTRY = new URL('evidence-worker.ts', import.meta.url);
/** A ticket of a hundred mails takes some ten seconds. */
const LIMITS: WorkerLimits = { timeMs: 60_000, memoryBytes: 400 * 1024 * 1024 };

export interface EvidenceSource {
  readonly config: Config;
  readonly secret: string;
  readonly log: Log;
  /** Default: what most servers take. */
  readonly mostBytes?: number;
  readonly limits?: WorkerLimits;
}

export interface EvidenceMaker {
  /** Null where there is no such ticket any more, or no file could be made at all: the letter leaves without it. */
  make(number: TicketNumber): Promise<OutgoingAttachment | null>;
  close(): Promise<void>;
}

export function evidenceMaker(source: EvidenceSource): EvidenceMaker {
  const { limits = LIMITS, log } = source;
  const pool = makeProcessPool<EvidenceJob, EvidenceMade>({ entry: ENTRY, processes: 1, mostIdle: 0, limits, log });
  const attempt = async (number: TicketNumber, mostBytes: number): Promise<Attempt> => {
    const folder = await mkdtemp(join(tmpdir(), 'loket-evidence-'));
    try {
      const path = join(folder, `${number}.pdf`);
      const { config, secret } = source;
      const outcome = await pool.run({ config, secret, number, path, mostBytes });
      if (outcome.kind !== 'ok')
        return { kind: 'failed', why: outcome.kind === 'died' ? outcome.why : outcome.message };
      if (outcome.value.kind === 'none') return { kind: 'none' };
      const { size } = await stat(path);
      if (size > MOST_BYTES) return { kind: 'failed', why: `it has ${size} bytes` };
      return { kind: 'made', bytes: await readFile(path), leftOut: outcome.value.leftOut };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };

  return {
    make: async (number) => {
      for (const mostBytes of [source.mostBytes ?? MOST_BYTES, 0]) {
        const done = await attempt(number, mostBytes);
        if (done.kind === 'none') return null;
        if (done.kind === 'made') {
          if (done.leftOut > 0) log.warn({ ticket: number, files: done.leftOut }, 'left out of the file of a ticket');
          return { filename: `${number}.pdf`, contentType: 'application/pdf', content: { bytes: done.bytes } };
        }
        log.warn({ ticket: number, why: done.why }, 'the file of a ticket could not be made');
      }
      return null;
    },
    close: () => pool.close(),
  };
}

type Attempt =
  | { readonly kind: 'made'; readonly bytes: Buffer; readonly leftOut: number }
  | { readonly kind: 'none' }
  | { readonly kind: 'failed'; readonly why: string };
