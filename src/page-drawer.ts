/** Draws pages of attached PDFs in a process of its own, for letters to people who have to see them. Letters wait for it, mails do not. */
import { fileURLToPath } from 'node:url';
import { makeProcessPool } from './isolate/process-pool.ts';
import type { DrawnPage, MailJob, MailJobResult } from './mail-job.ts';
import type { ParsePolicy } from './parse/parse-message.ts';
import { silentLog, type Log } from './shared/log.ts';

export type { DrawnPage } from './mail-job.ts';

export interface PageDrawer {
  /**
   * @param path the kept raw mail
   * @param sha256 of the attachment
   * @param pages from 1
   * @returns those that can be drawn; none where the file costs too much or breaks the process
   */
  draw(path: string, sha256: string, pages: readonly number[]): Promise<readonly DrawnPage[]>;
  close(): Promise<void>;
}

/** A usual page takes a quarter of a second. */
const DRAW_MS = 15_000;
/** A scanned page of A4 takes some 90 MiB, the libraries included. */
const DRAW_MEMORY_BYTES = 220 * 1024 * 1024;
const ENTRY = new URL('parse-worker.ts', import.meta.url);
const CODE_FOLDER = fileURLToPath(new URL('../node_modules/.cache/loket', import.meta.url));

export function makePageDrawer({
  policy,
  log = silentLog,
}: {
  readonly policy: ParsePolicy;
  readonly log?: Log;
}): PageDrawer {
  const pool = makeProcessPool<MailJob, MailJobResult>({
    entry: ENTRY,
    codeFolder: CODE_FOLDER,
    log,
    processes: 1,
    mostIdle: 0,
    limits: { timeMs: DRAW_MS, memoryBytes: DRAW_MEMORY_BYTES },
  });
  return {
    draw: async (path, sha256, pages) => {
      const outcome = await pool.run({ kind: 'draw', path, policy, sha256, pages });
      if (outcome.kind === 'ok') return outcome.value.kind === 'draw' ? outcome.value.pages : [];
      log.warn({ why: outcome.kind === 'died' ? outcome.why : outcome.message }, 'a page of a paper cannot be drawn');
      return [];
    },
    close: () => pool.close(),
  };
}
