/**
 * The one door for writing. Writes that are asked for while another is under way wait and then share one transaction, so that many
 * mails cost one fsync; each still stands or falls alone, and its promise settles only after the commit, when it is on the disk. For
 * what a savepoint may have to undo SQLite copies every page that is written in it, and failures are rare: the first attempt goes
 * without, and only where something fails all is rolled back and done again with a savepoint each.
 */
import { hold } from './prepared.ts';
import { inSavepoint, NeedsCare, type Care } from './savepoint.ts';
import type { Db } from './schema.ts';
import { asStorageError } from './storage-error.ts';

/** @throws {NeedsCare} where it wants savepoints for its own pieces */
export type Work<Result> = (db: Db, care: Care) => Promise<Result>;

export interface Writer {
  /**
   * All of `work` is written, or nothing of it. It may be done twice, the first time to no effect.
   * @throws {BotError} E_STORAGE when the database refuses
   */
  write<Result>(work: Work<Result>): Promise<Result>;
  /** The same for what nobody waits for: it may wait a moment for others to share its transaction with. */
  writeSoon<Result>(work: Work<Result>): Promise<Result>;
  /** Resolves when nothing is left to write. */
  idle(): Promise<void>;
}

/** At most so many writes share a transaction; bounds how long one holds the database. */
const MAX_SHARED = 32;
/** How long a write that nobody waits for waits for others (20 ms). */
const GATHER_MS = 20;

interface Job {
  run(db: Db, care: Care): Promise<void>;
  done(): void;
  fail(error: unknown): void;
}

/** @param undone called before what was written is rolled back, and where a commit fails */
export function makeWriter(db: Db, undone: () => void = () => undefined): Writer {
  const queue = makeQueue((jobs) => writeTogether(db, jobs, undone));
  const ask = <Result>(work: Work<Result>, when: 'now' | 'soon'): Promise<Result> => {
    const { job, promise } = asJob(work);
    queue.add(job, when);
    return promise;
  };
  return { write: (work) => ask(work, 'now'), writeSoon: (work) => ask(work, 'soon'), idle: queue.idle };
}

interface Queue {
  add(job: Job, when: 'now' | 'soon'): void;
  idle(): Promise<void>;
}

function makeQueue(write: (jobs: readonly Job[]) => Promise<void>): Queue {
  const queue: Job[] = [];
  let working: Promise<void> = Promise.resolve();
  let isWorking = false;
  /** Somebody waits for one of the queue, or they have waited for others long enough. */
  let isDue = false;
  let timer: NodeJS.Timeout | null = null;

  const drain = async (): Promise<void> => {
    await Promise.resolve();
    while (isDue && queue.length > 0) {
      const jobs = queue.splice(0, MAX_SHARED);
      isDue = queue.length > 0;
      await write(jobs);
    }
    isDue = false;
    isWorking = false;
  };
  const begin = (): void => {
    if (timer) clearTimeout(timer);
    timer = null;
    isDue = true;
    if (isWorking) return;
    isWorking = true;
    working = drain();
  };

  return {
    add: (job, when) => {
      queue.push(job);
      if (when === 'now' || queue.length >= MAX_SHARED) begin();
      else timer ??= setTimeout(begin, GATHER_MS);
    },
    idle: async () => {
      if (queue.length > 0) begin();
      await working;
    },
  };
}

function asJob<Result>(work: Work<Result>): { readonly job: Job; readonly promise: Promise<Result> } {
  const { promise, resolve, reject } = Promise.withResolvers<Result>();
  let finish = (): void => undefined;
  const job: Job = {
    run: async (db, care) => {
      const result = await work(db, care);
      finish = () => resolve(result);
    },
    done: () => finish(),
    fail: (error) => reject(asStorageError(error)),
  };
  return { job, promise };
}

async function writeTogether(db: Db, jobs: readonly Job[], undone: () => void): Promise<void> {
  const failed = new Map<Job, unknown>();
  try {
    await inTransaction(db, undone, (trx) => runAll(trx, jobs)).catch((error: unknown) => {
      if (jobs.length === 1 && !(error instanceof NeedsCare)) throw error;
      return inTransaction(db, undone, (trx) => runEach(trx, jobs, { failed, undone }));
    });
  } catch (error) {
    for (const job of jobs) job.fail(failed.get(job) ?? error);
    return;
  }
  for (const job of jobs) {
    if (failed.has(job)) job.fail(failed.get(job));
    else job.done();
  }
}

/** @param undone called while the transaction still keeps others out: nobody may build on what is about to go */
async function inTransaction(db: Db, undone: () => void, work: (trx: Db) => Promise<void>): Promise<void> {
  try {
    await db.transaction().execute(async (trx) => {
      await hold(trx);
      await work(trx).catch((error: unknown) => {
        undone();
        throw error;
      });
    });
  } catch (error) {
    undone();
    throw error;
  }
}

async function runAll(trx: Db, jobs: readonly Job[]): Promise<void> {
  for (const job of jobs) await job.run(trx, 'none');
}

async function runEach(
  trx: Db,
  jobs: readonly Job[],
  { failed, undone }: { readonly failed: Map<Job, unknown>; readonly undone: () => void },
): Promise<void> {
  for (const job of jobs) {
    const outcome = await inSavepoint(trx, () => job.run(trx, 'savepoints'), undone);
    if (outcome.kind === 'failed') failed.set(job, outcome.error);
  }
}
