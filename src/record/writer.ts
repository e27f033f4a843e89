/**
 * The one door for writing. Writes that are asked for while another is under way wait and then share one transaction, so that many
 * mails cost one fsync; each still stands or falls alone (a savepoint each), and its promise settles only after the commit, when it is
 * on the disk.
 */
import { inSavepoint } from './savepoint.ts';
import type { Db } from './schema.ts';
import { asStorageError } from './storage-error.ts';

export interface Writer {
  /** All of `work` is written, or nothing of it. @throws {BotError} E_STORAGE when the database refuses */
  write<Result>(work: (db: Db) => Promise<Result>): Promise<Result>;
  /** The same for what nobody waits for: it may wait a moment for others to share its transaction with. */
  writeSoon<Result>(work: (db: Db) => Promise<Result>): Promise<Result>;
  /** Resolves when nothing is left to write. */
  idle(): Promise<void>;
}

/** At most so many writes share a transaction; bounds how long one holds the database. */
const MAX_SHARED = 32;
/** How long a write that nobody waits for waits for others (10 ms). */
const GATHER_MS = 10;

interface Job {
  run(db: Db): Promise<void>;
  done(): void;
  fail(error: unknown): void;
}

/** @param undone called before what was written is rolled back, and where a commit fails */
export function makeWriter(db: Db, undone: () => void = () => undefined): Writer {
  const queue: Job[] = [];
  let working: Promise<void> = Promise.resolve();
  let isWorking = false;
  let timer: NodeJS.Timeout | null = null;

  const drain = async (): Promise<void> => {
    await Promise.resolve();
    while (queue.length > 0) await writeTogether(db, queue.splice(0, MAX_SHARED), undone);
    isWorking = false;
  };
  const begin = (): void => {
    if (timer) clearTimeout(timer);
    timer = null;
    if (isWorking) return;
    isWorking = true;
    working = drain();
  };
  const ask = <Result>(work: (db: Db) => Promise<Result>): Promise<Result> => {
    const { job, promise } = asJob(work);
    queue.push(job);
    return promise;
  };

  return {
    write: (work) => {
      const promise = ask(work);
      begin();
      return promise;
    },
    writeSoon: (work) => {
      const promise = ask(work);
      if (queue.length >= MAX_SHARED) begin();
      else timer ??= setTimeout(begin, GATHER_MS);
      return promise;
    },
    idle: async () => {
      if (queue.length > 0) begin();
      await working;
    },
  };
}

function asJob<Result>(work: (db: Db) => Promise<Result>): { readonly job: Job; readonly promise: Promise<Result> } {
  const { promise, resolve, reject } = Promise.withResolvers<Result>();
  let finish = (): void => undefined;
  const job: Job = {
    run: async (db) => {
      const result = await work(db);
      finish = () => resolve(result);
    },
    done: () => finish(),
    fail: (error) => reject(asStorageError(error)),
  };
  return { job, promise };
}

/** While the transaction still keeps others out: nobody may build on what is about to go. */
function forgotten(error: unknown, undone: () => void): never {
  undone();
  throw error;
}

async function writeTogether(db: Db, jobs: readonly Job[], undone: () => void): Promise<void> {
  const failed = new Map<Job, unknown>();
  try {
    await db.transaction().execute(async (trx) => {
      const [only] = jobs;
      if (only && jobs.length === 1) return only.run(trx).catch((error: unknown) => forgotten(error, undone));
      for (const job of jobs) {
        const outcome = await inSavepoint(trx, () => job.run(trx), undone);
        if (outcome.kind === 'failed') failed.set(job, outcome.error);
      }
    });
  } catch (error) {
    undone();
    for (const job of jobs) job.fail(failed.get(job) ?? error);
    return;
  }
  for (const job of jobs) {
    if (failed.has(job)) job.fail(failed.get(job));
    else job.done();
  }
}
