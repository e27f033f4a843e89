import { expect, test } from 'vitest';
import type { Store } from '../../src/record/open-store.ts';
import { DAY } from '../../src/shared/time.ts';
import { onEveryDatabase } from '../support/every-database.ts';
import { aDecision, anArrival, factsOf, mailOf, NINE } from './builders.ts';

const FINGERPRINT = 'f'.repeat(64);

async function comes(store: Store, uid: number, fingerprint: string | null, at = NINE): Promise<void> {
  await store.ledger.list([anArrival(uid)], 'kept');
  const proven = { kind: 'proven', why: '', signedAt: NINE, covers: 'text' } as const;
  const smime = fingerprint === null ? ({ kind: 'unproven', why: '' } as const) : { ...proven, fingerprint };
  await store.recorder.record(
    aDecision({ mail: mailOf(uid), at, tickets: [], numbers: null, letters: [] }),
    factsOf(uid, { smime }),
  );
}

onEveryDatabase('signatures that have come', (open) => {
  test('are known by the first mail of each', async () => {
    const { store } = open;
    expect(await store.tickets.signedBefore(FINGERPRINT)).toBeNull();

    await comes(store, 1, FINGERPRINT);
    await comes(store, 2, FINGERPRINT);
    await comes(store, 3, 'e'.repeat(64));
    await comes(store, 4, null);

    expect(await store.tickets.signedBefore(FINGERPRINT)).toBe(mailOf(1));
    expect(await store.tickets.signedBefore('e'.repeat(64))).toBe(mailOf(3));
    expect(await store.tickets.signedBefore('d'.repeat(64))).toBeNull();
  });

  test('are known to the next mail of one and the same transaction', async () => {
    const { store } = open;
    await store.ledger.list([anArrival(1)], 'kept');
    const smime = { kind: 'proven', why: '', signedAt: NINE, covers: 'text', fingerprint: FINGERPRINT } as const;
    const seen = await store.recorder.together(async (within) => {
      const decision = aDecision({ mail: mailOf(1), tickets: [], numbers: null, letters: [] });
      await within.record(decision, factsOf(1, { smime }));
      return within.tickets.signedBefore(FINGERPRINT);
    });
    expect(seen).toBe(mailOf(1));
  });

  test('are forgotten by their age, and no sooner', async () => {
    const { store } = open;
    await comes(store, 1, FINGERPRINT);
    await comes(store, 2, 'e'.repeat(64), NINE + 2 * DAY);

    expect(await store.signatures.forget(NINE)).toBe(0);
    expect(await store.signatures.forget(NINE + DAY)).toBe(1);
    expect(await store.signatures.forget(NINE + DAY)).toBe(0);
    expect(await store.tickets.signedBefore(FINGERPRINT)).toBeNull();
    expect(await store.tickets.signedBefore('e'.repeat(64))).toBe(mailOf(2));
  });
});
