/**
 * The one door for writing. Writes that are asked for while another is under way wait and then share one transaction, so that many
 * mails cost one fsync; each still stands or falls alone (a savepoint each), and its promise settles only after the commit.
 */
import { sql } from 'kysely';
import type { Db } from './schema.ts';
import { asStorageError } from './storage-error.ts';
import { makeSyncer } from './syncer.ts';

/**
 * `synced`: on the disk when the promise resolves. `ordered`: survives the death of the process, may be lost with the power (never
 * out of order: the next synced write takes it along). For what is done again anyway: an attempt, a move. `soon`: ordered, and on the
 * disk a moment later; for what nobody outside has seen yet (a decision, until its letters are claimed), or would see twice alike.
 */
export type Durability = 'synced' | 'ordered' | 'soon';

export interface Writer {
  /** All of `work` is written, or nothing of it. @throws {BotError} E_STORAGE when the database refuses */
  write<Result>(work: (db: Db) => Promise<Result>, durability?: Durability): Promise<Result>;
  /** Resolves when what was written before the call is on the disk. */
  sync(): Promise<void>;
  /** Resolves when nothing is left to write. */
  idle(): Promise<void>;
}

/** At most so many writes share a transaction; bounds how long one holds the database. */
const MAX_SHARED = 32;

interface Job {
  readonly durability: Durability;
  run(db: Db): Promise<void>;
  done(): void;
  fail(error: unknown): void;
}

/** @param beDurable tells the database how the next transaction is to be committed */
export function makeWriter(db: Db, beDurable: (durability: Durability) => Promise<void>): Writer {
  const queue: Job[] = [];
  let working: Promise<void> = Promise.resolve();
  let isWorking = false;

  const drain = async (): Promise<void> => {
    await Promise.resolve();
    while (queue.length > 0) {
      const jobs = queue.splice(0, MAX_SHARED);
      const durability = jobs.some((job) => job.durability === 'synced') ? 'synced' : 'ordered';
      await writeTogether(db, jobs, () => beDurable(durability));
    }
    isWorking = false;
  };

  const write: Writer['write'] = (work, durability = 'synced') => {
    const { job, promise } = asJob(work, durability);
    queue.push(job);
    if (durability === 'soon') syncer.later();
    if (!isWorking) {
      isWorking = true;
      working = drain();
    }
    return promise;
  };
  const syncer = makeSyncer((work) => write(work));

  return {
    write,
    sync: syncer.now,
    idle: async () => {
      await syncer.now().catch(() => undefined);
      await working;
    },
  };
}

function asJob<Result>(
  work: (db: Db) => Promise<Result>,
  durability: Durability,
): { readonly job: Job; readonly promise: Promise<Result> } {
  const { promise, resolve, reject } = Promise.withResolvers<Result>();
  let finish = (): void => undefined;
  const job: Job = {
    durability,
    run: async (db) => {
      const result = await work(db);
      finish = () => resolve(result);
    },
    done: () => finish(),
    fail: (error) => reject(asStorageError(error)),
  };
  return { job, promise };
}

async function writeTogether(db: Db, jobs: readonly Job[], prepare: () => Promise<void>): Promise<void> {
  const failed = new Map<Job, unknown>();
  try {
    await prepare();
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
