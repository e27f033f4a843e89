/** Counters: the day's ticket numbers, the order of decisions and letters, and totals that would be dear to count. */
import { sql } from 'kysely';
import { BotError } from '../shared/errors.ts';
import type { LocalDate } from '../shared/time.ts';
import { prepared } from './prepared.ts';
import type { CountersTable, Db } from './schema.ts';

/** Adds to several counters at once; answers their new values in any order. */
export async function addToCounters(db: Db, counters: readonly CountersTable[]): Promise<readonly CountersTable[]> {
  return (await addValues(db, { counters })).rows;
}

const addValues = prepared((db, it: { readonly counters: readonly CountersTable[] }) =>
  db
    .insertInto('counters')
    .values([...it.counters])
    .onConflict((conflict) =>
      conflict.columns(['kind', 'name']).doUpdateSet({ value: sql<number>`counters.value + excluded.value` }),
    )
    .returning(['kind', 'name', 'value']),
);

/** Takes `count` places in the order of all decisions and letters; answers the first. */
export async function takePlaces(db: Db, count: number, others: readonly CountersTable[]): Promise<number> {
  const counters = await addToCounters(db, [{ kind: 'sequence', name: 'all', value: count }, ...others]);
  const last = counters.find((it) => it.kind === 'sequence');
  if (!last) throw new Error('the sequence counter gave no value');
  return last.value - count + 1;
}

export async function nextNumber(db: Db, day: LocalDate): Promise<number> {
  const [row] = (await selectNumber(db, { day })).rows;
  return (row?.value ?? 0) + 1;
}

const selectNumber = prepared((db, it: { readonly day: LocalDate }) =>
  db.selectFrom('counters').select('value').where('kind', '=', 'numbers').where('name', '=', it.day),
);

/** @throws {BotError} E_STREAM_CONFLICT when another decision has taken these numbers already */
export async function takeNumbers(
  db: Db,
  numbers: { readonly day: LocalDate; readonly first: number; readonly count: number },
): Promise<void> {
  const { day, first, count } = numbers;
  if (first === 1) await beginDay(db, day);
  const taken = await setNumber(db, { day, before: first - 1, after: first + count - 1 });
  if (taken.numAffectedRows === 1n) return;
  throw new BotError('E_STREAM_CONFLICT', `number ${first} of ${day} is no longer the next one; decide again`, {
    facts: { day, first },
  });
}

interface NumberStep {
  readonly day: LocalDate;
  readonly before: number;
  readonly after: number;
}

const setNumber = prepared((db, it: NumberStep) =>
  db
    .updateTable('counters')
    .set({ value: it.after })
    .where('kind', '=', 'numbers')
    .where('name', '=', it.day)
    .where('value', '=', it.before),
);

async function beginDay(db: Db, day: LocalDate): Promise<void> {
  const counter = { kind: 'numbers', name: day, value: 0 };
  await db
    .insertInto('counters')
    .values(counter)
    .onConflict((it) => it.doNothing())
    .execute();
}
