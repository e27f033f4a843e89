/**
 * Reads kept mails in processes of their own: the wiring of isolate, parse and papers that the pipeline calls. A mail that is slow or
 * kills its process leaves the way of the others at once and is read on in one process beside them, at last without its papers.
 */
import { fileURLToPath } from 'node:url';
import { makeProcessPool } from './isolate/process-pool.ts';
import type { IsolatedOutcome, IsolatedPool } from './isolate/pool.ts';
import {
  WITH_LIBRARIES,
  type CarriedMail,
  type ExtractedFile,
  type MailJob,
  type MailJobResult,
  type ReadJob,
  type ReadMail,
} from './mail-job.ts';
import { findOcr } from './papers/ocr.ts';
import type { ParsePolicy } from './parse/parse-message.ts';
import { silentLog, type Log } from './shared/log.ts';

export type { ExtractedFile, ReadMail } from './mail-job.ts';
export type { ParsePolicy } from './parse/parse-message.ts';

export interface MailReader {
  /**
   * @param path the kept raw mail
   * @param cut it is only the beginning of the mail, which was too large to keep whole
   * @param onSlow called when it takes longer than mails usually do; it is then read on beside the others
   */
  read(path: string, cut: boolean, onSlow?: () => void): Promise<IsolatedOutcome<ReadMail>>;
  /** The header alone, of a mail that cannot be read. */
  readHeader(path: string): Promise<IsolatedOutcome<ReadMail>>;
  /**
   * Contents of attachments by hash, for letters that carry them on; hashes that the mail has not are left out. Null takes all but the
   * inline pictures.
   */
  extract(path: string, sha256s: readonly string[] | null): Promise<IsolatedOutcome<readonly ExtractedFile[]>>;
  /** Whether another mail can carry this one as it is; null when it was not read lately. */
  isSevenBit(path: string): boolean | null;
  /** Starts a reading process, so that the first mail does not wait for it. */
  warm(): void;
  /** Resolves when the next mail would not have to wait for a process to start. */
  ready(): Promise<void>;
  close(): Promise<void>;
}

export interface MailReaderOptions {
  /** How many mails are read at once. */
  readonly processes: number;
  /** Holds the limits, too. */
  readonly policy: ParsePolicy;
  /** For a daemon: reading processes load the libraries for papers at their start. Default: with the first paper. */
  readonly stays?: boolean;
  readonly log?: Log;
}

/** Mails whose attachments go along from where they lie: mostly a letter with them follows the reading soon. */
const MOST_REMEMBERED = 1_000;
const ENTRY = new URL('parse-worker.ts', import.meta.url);
const CODE_FOLDER = fileURLToPath(new URL('../node_modules/.cache/loket', import.meta.url));
/** CPU time: a usual mail takes some 20 ms, a large one with many papers a second. What takes more goes on in a process of its own. */
const QUICK_CPU_MS = 2_000;
/** A mail of 40 MiB takes as much, a PDF of 15 MiB some 60, the libraries for papers 40 where they come later. What takes more goes on beside. */
const QUICK_MEMORY_BYTES = 80 * 1024 * 1024;
const OCR_MS = 25_000;
/** With so many before it a scan stays a picture. */
const MOST_SCANS_WAITING = 3;
const LEAST_SCAN_BYTES = 60_000;

export function makeMailReader(options: MailReaderOptions): MailReader {
  const { policy } = options;
  const { quick, patient } = makePools(options);
  const scans = makeScanReader(options);
  const recent = makeRecent<CarriedMail>(MOST_REMEMBERED);
  const read = async (job: ReadJob, onSlow: (() => void) | undefined): Promise<IsolatedOutcome<MailJobResult>> => {
    const first = await quick.run(job);
    if (first.kind === 'ok') return first;
    onSlow?.();
    const second = await patient.run(job);
    if (second.kind === 'ok') return second;
    // A paper that never ends must not cost its sender the answer: what it killed is read once more without opening papers.
    return patient.run({ ...job, part: 'without-papers' });
  };

  return {
    read: async (path, cut, onSlow) => {
      const whole: ReadJob = { kind: 'read', path, policy, cut, part: 'whole' };
      const outcome = await read(whole, onSlow);
      const carried = carriedIn(outcome);
      if (carried) recent.add(path, carried);
      if (outcome.kind !== 'ok' || !wantsOcr(outcome, policy)) return onlyRead(outcome);
      // The others go on meanwhile; what OCR finds is a hint only.
      onSlow?.();
      return onlyRead(await scans.read(whole, outcome));
    },
    readHeader: async (path) => onlyRead(await patient.run({ kind: 'read', path, policy, cut: true, part: 'header' })),
    extract: async (path, sha256s) => {
      const known = recent.get(path)?.files;
      if (known) return { kind: 'ok', value: chosen(known, sha256s) };
      const job: MailJob = { kind: 'extract', path, policy, sha256s };
      const first = await quick.run(job);
      const outcome = first.kind === 'died' ? await patient.run(job) : first;
      return onlyOk(outcome, (result) => (result.kind === 'extract' ? result.files : null));
    },
    isSevenBit: (path) => recent.get(path)?.isSevenBit ?? null,
    warm: () => quick.warm(),
    ready: () => quick.ready(),
    close: async () => {
      await Promise.all([quick.close(), patient.close(), scans.close()]);
    },
  };
}

interface ScanReader {
  /** What was read without, where reading the letters takes too long or others wait for it already. */
  read(job: ReadJob, without: IsolatedOutcome<MailJobResult>): Promise<IsolatedOutcome<MailJobResult>>;
  close(): Promise<void>;
}

/** Scans are read in a process of their own that nothing else waits for. */
function makeScanReader({ policy, log = silentLog }: MailReaderOptions): ScanReader {
  const limits = { timeMs: OCR_MS, memoryBytes: policy.limits.maxParseMemoryBytes };
  const pool = makeProcessPool<MailJob, MailJobResult>({
    entry: ENTRY,
    codeFolder: CODE_FOLDER,
    log,
    processes: 1,
    mostIdle: 0,
    limits,
  });
  let waiting = 0;
  return {
    read: async (job, without) => {
      if (waiting >= MOST_SCANS_WAITING) return without;
      waiting += 1;
      try {
        const outcome = await pool.run({ ...job, ocr: true });
        return outcome.kind === 'ok' ? outcome : without;
      } finally {
        waiting -= 1;
      }
    },
    close: () => pool.close(),
  };
}

/** A picture that may be a page: what its letters say may tell which paper it is. Screenshots are PNGs and stay as they are. */
function wantsOcr(outcome: IsolatedOutcome<MailJobResult>, { papers }: ParsePolicy): boolean {
  if (!papers?.ocr || outcome.kind !== 'ok' || outcome.value.kind !== 'read') return false;
  const { mail } = outcome.value;
  const isUnknown = mail.papers.some(({ scan, type }) => scan?.confidence === null && type === 'other');
  const isPhoto = mail.message.attachments.some(
    ({ type, inline, sizeBytes }) => type === 'image/jpeg' && !inline && sizeBytes > LEAST_SCAN_BYTES,
  );
  return (isUnknown || isPhoto) && findOcr() !== null;
}

interface Pools {
  readonly quick: IsolatedPool<MailJob, MailJobResult>;
  /** For the few that cost more than a usual mail, so that they are in nobody's way. */
  readonly patient: IsolatedPool<MailJob, MailJobResult>;
}

function makePools({ processes, policy, stays = false, log = silentLog }: MailReaderOptions): Pools {
  const limits = { timeMs: policy.limits.maxParseMs, memoryBytes: policy.limits.maxParseMemoryBytes };
  const quickLimits = {
    timeMs: limits.timeMs,
    cpuMs: Math.min(QUICK_CPU_MS, limits.timeMs),
    memoryBytes: Math.min(QUICK_MEMORY_BYTES, limits.memoryBytes),
  };
  const common = { entry: ENTRY, codeFolder: CODE_FOLDER, log };
  return {
    quick: makeProcessPool({ ...common, args: stays ? [WITH_LIBRARIES] : [], processes, limits: quickLimits }),
    patient: makeProcessPool({ ...common, processes: 1, mostIdle: 0, limits }),
  };
}

function carriedIn(outcome: IsolatedOutcome<MailJobResult>): CarriedMail | null {
  return outcome.kind === 'ok' && outcome.value.kind === 'read' ? outcome.value.carried : null;
}

/** Each hash once. */
function chosen(files: readonly ExtractedFile[], sha256s: readonly string[] | null): readonly ExtractedFile[] {
  if (sha256s === null) return files;
  const wanted = new Set(sha256s);
  return files.filter(({ sha256 }) => wanted.delete(sha256));
}

function onlyRead(outcome: IsolatedOutcome<MailJobResult>): IsolatedOutcome<ReadMail> {
  return onlyOk(outcome, (result) => (result.kind === 'read' ? result.mail : null));
}

interface Recent<Value> {
  get(name: string): Value | undefined;
  add(name: string, value: Value): void;
}

/** The latest few. */
function makeRecent<Value>(most: number): Recent<Value> {
  const recent = new Map<string, Value>();
  return {
    get: (name) => recent.get(name),
    add: (name, value) => {
      for (const oldest of recent.keys()) {
        if (recent.size < most) break;
        recent.delete(oldest);
      }
      recent.set(name, value);
    },
  };
}

function onlyOk<From, To>(outcome: IsolatedOutcome<From>, pick: (value: From) => To | null): IsolatedOutcome<To> {
  if (outcome.kind !== 'ok') return outcome;
  const value = pick(outcome.value);
  return value === null
    ? { kind: 'threw', message: 'the reading process answered another question' }
    : { kind: 'ok', value };
}
