/**
 * The one door for writing. Writes that are asked for while another is under way wait and then share one transaction, so that many
 * mails cost one fsync; each still stands or falls alone (a savepoint each), and its promise settles only after the commit.
 */
import { sql } from 'kysely';
import type { Db } from './schema.ts';
import { asStorageError } from './storage-error.ts';

export interface Writer {
  /** All of `work` is written, or nothing of it. @throws {BotError} E_STORAGE when the database refuses */
  write<Result>(work: (db: Db) => Promise<Result>): Promise<Result>;
  /** Resolves when nothing is left to write. */
  idle(): Promise<void>;
}

/** At most so many writes share a transaction; bounds how long one holds the database. */
const MAX_SHARED = 32;

interface Job {
  run(db: Db): Promise<void>;
  done(): void;
  fail(error: unknown): void;
}

export function makeWriter(db: Db): Writer {
  const queue: Job[] = [];
  let working: Promise<void> = Promise.resolve();
  let isWorking = false;

  const drain = async (): Promise<void> => {
    await Promise.resolve();
    while (queue.length > 0) await writeTogether(db, queue.splice(0, MAX_SHARED));
    isWorking = false;
  };

  return {
    write: (work) => {
      const { job, promise } = asJob(work);
      queue.push(job);
      if (!isWorking) {
        isWorking = true;
        working = drain();
      }
      return promise;
    },
    idle: () => working,
  };
}

function asJob<Result>(work: (db: Db) => Promise<Result>): { job: Job; promise: Promise<Result> } {
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

async function writeTogether(db: Db, jobs: readonly Job[]): Promise<void> {
  const failed = new Map<Job, unknown>();
  try {
    await db.transaction().execute(async (trx) => {
      for (const job of jobs) {
        if (jobs.length === 1) await job.run(trx);
        else await runInSavepoint(trx, job, failed);
      }
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

async function runInSavepoint(trx: Db, job: Job, failed: Map<Job, unknown>): Promise<void> {
  await sql`savepoint job`.execute(trx);
  try {
    await job.run(trx);
  } catch (error) {
    failed.set(job, error);
    // Where the database has given up the whole transaction there is no savepoint left: then all of them fail for this reason.
    await sql`rollback to savepoint job`.execute(trx).catch(() => Promise.reject(error));
  }
  await sql`release savepoint job`.execute(trx);
}
