import { Kysely } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Db, Tables } from '../../src/record/schema.ts';
import { sqliteDialect } from '../../src/record/sqlite.ts';
import { makeWriter, type Writer } from '../../src/record/writer.ts';

let db: Kysely<Tables>;
let writer: Writer;
/** The transaction in which each was written, by its name. */
let within: Map<string, Db>;

beforeEach(() => {
  db = new Kysely<Tables>({ dialect: sqliteDialect(':memory:') });
  writer = makeWriter(db);
  within = new Map();
});
afterEach(async () => {
  await writer.idle();
  await db.destroy();
});

const noted = (name: string) => async (trx: Db) => void within.set(name, trx);
const transactions = (): number => new Set(within.values()).size;

describe('writes', () => {
  it('that are asked for together share a transaction', async () => {
    await Promise.all(['one', 'two', 'three'].map((name) => writer.write(noted(name))));

    expect([within.size, transactions()]).toEqual([3, 1]);
  });

  it('that nobody waits for do not begin a transaction of their own behind another, but go with the next', async () => {
    const soon = Promise.withResolvers<void>();
    await writer.write(async (trx) => {
      within.set('first', trx);
      void writer.writeSoon(noted('soon')).then(soon.resolve);
    });
    expect(within.has('soon')).toBe(false);
    await Promise.all([writer.write(noted('next')), soon.promise]);

    expect([...within.keys()]).toEqual(['first', 'soon', 'next']);
    expect(within.get('soon')).toBe(within.get('next'));
    expect(transactions()).toBe(2);
  });

  it('that nobody waits for are written even when nothing else is', async () => {
    await writer.writeSoon(noted('soon'));

    expect(within.has('soon')).toBe(true);
  });

  it('that nobody waits for begin at once when there are many', async () => {
    const many = Array.from({ length: 40 }, (_, index) => writer.writeSoon(noted(`soon ${index}`)));
    await Promise.all(many);

    expect([within.size, transactions()]).toEqual([40, 2]);
  });

  it('are all there when nothing is left to write', async () => {
    void writer.writeSoon(noted('soon'));
    void writer.write(async (trx) => {
      within.set('first', trx);
      void writer.writeSoon(noted('later'));
    });
    await writer.idle();
    await writer.idle();

    expect([...within.keys()].toSorted()).toEqual(['first', 'later', 'soon']);
  });

  it('go on after one that failed, each with its own outcome', async () => {
    const outcomes = await Promise.allSettled([
      writer.write(noted('one')),
      writer.write(() => Promise.reject(new Error('broken'))),
      writer.writeSoon(noted('two')),
    ]);

    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(within.size).toBe(2);
  });
});
