/** A piece of work inside a transaction that may fail alone. */
import { sql, type RawBuilder } from 'kysely';
import { prepared } from './prepared.ts';
import type { Db } from './schema.ts';
import type { Outcome } from './store.ts';

/** How pieces that share a transaction are kept apart. */
export type Care =
  /** Not at all: where one fails, nothing of the transaction counts, and all is done again with care. */
  | 'none'
  /** By a savepoint each: what fails is undone alone. */
  | 'savepoints';

/** A piece has failed that nothing can undo alone. */
export class NeedsCare extends Error {
  constructor(cause: unknown) {
    super('a piece of a transaction has failed', { cause });
  }
}

/**
 * What failed has written nothing.
 * @param undone called before what was written is undone
 * @throws what `work` threw, where the database has given up the whole transaction
 */
export async function inSavepoint<Result>(
  db: Db,
  work: () => Promise<Result>,
  undone: () => void,
): Promise<Outcome<Result>> {
  await begin(db, {});
  const outcome = await work().then(
    (result): Outcome<Result> => ({ kind: 'done', result }),
    (error: unknown): Outcome<Result> => ({ kind: 'failed', error }),
  );
  // Where the database has given up the whole transaction there is no savepoint left: then all of it fails for this reason.
  if (outcome.kind === 'failed') undone();
  if (outcome.kind === 'failed') await rollBack(db, {}).catch(() => Promise.reject(outcome.error));
  await release(db, {});
  return outcome;
}

/** @throws {NeedsCare} where the work fails */
export async function unlessFailed<Result>(work: () => Promise<Result>): Promise<Outcome<Result>> {
  try {
    return { kind: 'done', result: await work() };
  } catch (error) {
    throw new NeedsCare(error);
  }
}

/** One name for all: the innermost is meant. */
const begin = command(sql`savepoint step`);
const rollBack = command(sql`rollback to savepoint step`);
const release = command(sql`release savepoint step`);

function command(words: RawBuilder<unknown>) {
  return prepared((db) => ({ compile: () => words.compile(db) }));
}
