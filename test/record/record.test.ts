import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openStore, type Store } from '../../src/record/open-store.ts';
import { DATABASES, type TestDatabase } from '../support/databases.ts';
import { DAY, NINE, anArrival, factsOf, mailOf, numberOf, opening } from './builders.ts';
import { smallEvolve } from './small-evolve.ts';

describe.each(DATABASES)('record on $name', ({ make }) => {
  let database: TestDatabase;
  let store: Store;

  beforeEach(async () => {
    database = await make();
    store = await openStore({ database: database.dialect(), evolve: smallEvolve });
  });
  afterEach(async () => {
    await store.close();
    await database.remove();
  });

  test('writes ticket, letters, ledger row and counter of a new request', async () => {
    await store.ledger.list([anArrival(1)], 'kept');

    await store.recorder.record(opening(1), factsOf(1));

    const ticket = await store.tickets.find(numberOf(1));
    expect(ticket).toMatchObject({ version: 1, state: { status: 'triage' }, texts: { subject: 'reset password 1' } });
    expect(ticket?.thread).toEqual(['mail-1@kemenkeu.example']);
    expect(await store.ledger.row(mailOf(1))).toMatchObject({ state: 'decided', disposition: 'accept' });
    expect(await store.tickets.nextNumber(DAY)).toBe(2);
    const claimed = await store.outbox.claim(NINE, 10, 60_000);
    expect(claimed.map((row) => row.letter.template)).toEqual(['requester.received']);
  });
});
