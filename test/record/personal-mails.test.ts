import { expect, test } from 'vitest';
import type { Decision } from '../../src/decide/decision.ts';
import { decideRemoval } from '../../src/decide/on-retention.ts';
import type { Store } from '../../src/record/open-store.ts';
import { DAY } from '../../src/shared/time.ts';
import type { TicketEvent } from '../../src/ticket/event.ts';
import { onEveryDatabase } from '../support/every-database.ts';
import { aDecision, anArrival, factsOf, mailOf, NINE, numberOf, openedEvent } from './builders.ts';

const KTP = ['ktp'];
const keep = (uid: number): Pick<Decision, 'personalMails'> => ({
  personalMails: [{ mail: mailOf(uid), what: 'keep', kinds: KTP }],
});
/** Both days lie `days` before this moment. */
const cutsAt = (now: number, days = 30): { endedBefore: number; receivedBefore: number } => ({
  endedBefore: now - days * DAY,
  receivedBefore: now - days * DAY,
});
const dueIn = async (store: Store, days: number): Promise<readonly string[]> =>
  (await store.personal.due(cutsAt(NINE + days * DAY), 10)).map(({ mail }) => mail);

/** A mail of its own bytes, which opens a ticket. */
async function opens(store: Store, uid: number, over: Partial<Decision> = {}): Promise<void> {
  await store.ledger.list([anArrival(uid, { sha256: String(uid).repeat(64).slice(0, 64) })], 'kept');
  const events = [openedEvent(mailOf(uid))];
  await store.recorder.record(
    aDecision({
      mail: mailOf(uid),
      tickets: [{ number: numberOf(uid), expectedVersion: 0, events, texts: [] }],
      numbers: { day: '2026-11-23', first: uid, count: 1 },
      ...keep(uid),
      ...over,
    }),
    factsOf(uid),
  );
}

async function ends(store: Store, uid: number, at: number): Promise<void> {
  const cancelled: TicketEvent = { v: 1, at, type: 'Cancelled', mail: null, how: 'desk' };
  const tickets = [{ number: numberOf(uid), expectedVersion: 1, events: [cancelled], texts: [] }];
  await store.recorder.record(aDecision({ mail: null, at, tickets, numbers: null }), null);
}

onEveryDatabase('mails with personal papers', (open) => {
  test('are not due while their ticket is open, and then from a day on', async () => {
    await opens(open.store, 1);
    expect(await dueIn(open.store, 400)).toEqual([]);

    await ends(open.store, 1, NINE + 10 * DAY);
    expect(await dueIn(open.store, 39)).toEqual([]);
    expect(await open.store.personal.due(cutsAt(NINE + 41 * DAY), 10)).toEqual([
      { mail: mailOf(1), sha256: '1'.repeat(64), kinds: KTP, tickets: [numberOf(1)], isRecorded: false },
    ]);
  });

  test('of no ticket are due by the day they came; those that nobody has marked never are', async () => {
    await opens(open.store, 1, { tickets: [], numbers: null });
    await opens(open.store, 2, { tickets: [], numbers: null, personalMails: [] });

    expect(await dueIn(open.store, 29)).toEqual([]);
    expect(await dueIn(open.store, 31)).toEqual([mailOf(1)]);
  });

  test('wait while a person has to look at them', async () => {
    await opens(open.store, 1, { tickets: [], numbers: null, disposition: { kind: 'hold', reason: 'outside' } });

    expect(await dueIn(open.store, 400)).toEqual([]);
  });

  test('wait while the same bytes have come again and are not decided', async () => {
    await opens(open.store, 1, { tickets: [], numbers: null });
    await open.store.ledger.list([anArrival(2, { sha256: '1'.repeat(64) })], 'kept');

    expect(await dueIn(open.store, 400)).toEqual([]);
  });

  test('are told of once, stay due until their bytes are gone, and then no more', async () => {
    const { store } = open;
    await opens(store, 1);
    await ends(store, 1, NINE);
    const found = await store.tickets.find(numberOf(1));
    const tickets = found === null ? [] : [found];
    await store.recorder.record(decideRemoval({ mail: mailOf(1), kinds: KTP, tickets }, NINE + 31 * DAY), null);

    expect(await store.personal.due(cutsAt(NINE + 31 * DAY), 10)).toMatchObject([{ isRecorded: true }]);
    expect(await store.personal.isRemoved(mailOf(1))).toBe(true);
    await store.personal.markRemoved(mailOf(1), NINE + 31 * DAY);
    await store.personal.markRemoved(mailOf(1), NINE + 32 * DAY);
    expect(await dueIn(store, 400)).toEqual([]);
    expect((await store.tickets.events(numberOf(1))).at(-1)).toMatchObject({ type: 'PapersRemoved', kinds: KTP });
    expect(await store.recorder.rebuild({ mend: false })).toEqual([]);
  });

  test('come oldest first, so many as were asked for', async () => {
    for (const uid of [3, 1, 2]) await opens(open.store, uid, { tickets: [], numbers: null });
    const due = await open.store.personal.due(cutsAt(NINE + 31 * DAY), 2);

    expect(due.map(({ mail }) => mail)).toEqual([mailOf(1), mailOf(2)]);
  });

  test('are nothing to a mail that nobody marked', async () => {
    expect(await open.store.personal.isRemoved(mailOf(9))).toBe(false);
    await open.store.personal.markRemoved(mailOf(9), NINE);
    expect(await open.store.personal.isRemoved(mailOf(9))).toBe(false);
  });
});
