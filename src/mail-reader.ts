/** Reads kept mails in processes of their own: the wiring of isolate, parse and papers that the pipeline calls. */
import { fileURLToPath } from 'node:url';
import { makeProcessPool } from './isolate/process-pool.ts';
import type { IsolatedOutcome } from './isolate/pool.ts';
import type { ExtractedFile, MailJob, MailJobResult, ReadMail } from './mail-job.ts';
import type { ParsePolicy } from './parse/parse-message.ts';
import { silentLog, type Log } from './shared/log.ts';

export type { ExtractedFile, ReadMail } from './mail-job.ts';
export type { ParsePolicy } from './parse/parse-message.ts';

export interface MailReader {
  /** @param path the kept raw mail; @param cut it is only the beginning of the mail, which was too large to keep whole */
  read(path: string, cut: boolean): Promise<IsolatedOutcome<ReadMail>>;
  /**
   * Contents of attachments by hash, for letters that carry them on; hashes that the mail has not are left out. Null takes all but the
   * inline pictures.
   */
  extract(path: string, sha256s: readonly string[] | null): Promise<IsolatedOutcome<readonly ExtractedFile[]>>;
  close(): Promise<void>;
}

export interface MailReaderOptions {
  /** How many mails are read at once. */
  readonly processes: number;
  /** Holds the limits, too. */
  readonly policy: ParsePolicy;
  readonly log?: Log;
}

const ENTRY = new URL('parse-worker.ts', import.meta.url);
const CODE_FOLDER = fileURLToPath(new URL('../node_modules/.cache/loket', import.meta.url));

export function makeMailReader({ processes, policy, log = silentLog }: MailReaderOptions): MailReader {
  const { maxParseMs, maxParseMemoryBytes } = policy.limits;
  const limits = { timeMs: maxParseMs, memoryBytes: maxParseMemoryBytes };
  const pool = makeProcessPool<MailJob, MailJobResult>({
    entry: ENTRY,
    processes,
    limits,
    codeFolder: CODE_FOLDER,
    log,
  });
  const readOnce = (path: string, cut: boolean, papers: boolean): Promise<IsolatedOutcome<MailJobResult>> =>
    pool.run({ kind: 'read', path, policy, cut, papers });

  return {
    read: async (path, cut) => {
      const first = await readOnce(path, cut, true);
      // A paper that never ends must not cost its sender the answer: what it killed is read once more without opening papers.
      const outcome = first.kind === 'died' ? await readOnce(path, cut, false) : first;
      return onlyOk(outcome, (result) => (result.kind === 'read' ? result.mail : null));
    },
    extract: async (path, sha256s) => {
      const outcome = await pool.run({ kind: 'extract', path, policy, sha256s });
      return onlyOk(outcome, (result) => (result.kind === 'extract' ? result.files : null));
    },
    close: () => pool.close(),
  };
}

function onlyOk<From, To>(outcome: IsolatedOutcome<From>, pick: (value: From) => To | null): IsolatedOutcome<To> {
  if (outcome.kind !== 'ok') return outcome;
  const value = pick(outcome.value);
  return value === null
    ? { kind: 'threw', message: 'the reading process answered another question' }
    : { kind: 'ok', value };
}
