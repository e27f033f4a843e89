import { expect, test } from 'vitest';
import { onEveryDatabase } from '../support/every-database.ts';
import { anArrival, factsOf, numberOf, opening } from './builders.ts';

onEveryDatabase('decisions in one transaction', (open) => {
  const listed = async (...uids: readonly number[]) => {
    const said: string[] = [];
    const store = await open.another((sql) => said.push(sql));
    await store.ledger.list(
      uids.map((uid) => anArrival(uid)),
      'kept',
    );
    return { store, savepoints: () => said.filter((sql) => sql.startsWith('savepoint')).length };
  };

  test('take no savepoint where none fails', async () => {
    const { store, savepoints } = await listed(1, 2);

    const outcomes = await store.recorder.together(async (within) => [
      await within.alone(() => within.record(opening(1), factsOf(1))),
      await within.alone(() => within.record(opening(2), factsOf(2))),
    ]);

    expect(outcomes.map(({ kind }) => kind)).toEqual(['done', 'done']);
    expect(savepoints()).toBe(0);
  });

  test('are all done again with a savepoint each where one fails, which alone has written nothing', async () => {
    const { store, savepoints } = await listed(1, 2, 3);
    let attempts = 0;

    const outcomes = await store.recorder.together(async (within) => {
      attempts += 1;
      return [
        await within.alone(() => within.record(opening(1), factsOf(1))),
        await within.alone(async () => {
          await within.record(opening(2), factsOf(2));
          throw new Error('a fault of ours');
        }),
        await within.alone(() => within.record(opening(3, 2), factsOf(3))),
      ];
    });

    expect(outcomes.map(({ kind }) => kind)).toEqual(['done', 'failed', 'done']);
    expect([attempts, savepoints()]).toEqual([2, 4]);
    const tickets = await store.tickets.list({ limit: 10 });
    expect(tickets.map(({ number }) => number).toSorted()).toEqual([numberOf(1), numberOf(2)]);
    expect(await store.recorder.rebuild({ mend: false })).toEqual([]);
  });

  test('leave the writes beside them alone', async () => {
    const { store } = await listed(1, 2);

    const [failed, written] = await Promise.allSettled([
      store.recorder.together(async () => Promise.reject(new Error('a fault of ours'))),
      store.recorder.record(opening(2, 1), factsOf(2)),
    ]);

    expect([failed.status, written.status]).toEqual(['rejected', 'fulfilled']);
    expect(await store.tickets.find(numberOf(1))).not.toBeNull();
  });
});
