import { expect, test } from 'vitest';
import type { Decision } from '../../src/decide/decision.ts';
import type { Store } from '../../src/record/open-store.ts';
import { asPersonId, type PersonId } from '../../src/shared/ids.ts';
import { DAY } from '../../src/shared/time.ts';
import type { TicketEvent } from '../../src/ticket/event.ts';
import { onEveryDatabase } from '../support/every-database.ts';
import { aDecision, aLetter, anArrival, BUDI, factsOf, mailOf, NINE, numberOf, openedEvent, SRI } from './builders.ts';

const YEAR = 365 * DAY;
const ROWS = [
  { id: BUDI, address: 'budi@kemenkeu.example', name: 'Budi Santoso' },
  { id: SRI, address: 'sri@kemenkeu.example', name: 'Sri Wahyuni' },
];

/** Budi asks for something; Sri is named as his superior. */
async function opens(store: Store, uid: number, at: number, over: Partial<Decision> = {}): Promise<void> {
  await store.ledger.list([anArrival(uid)], 'kept');
  const asked: TicketEvent = { v: 1, at, type: 'ApprovalAsked', approver: SRI, step: 1, shown: '' };
  const events = [openedEvent(mailOf(uid), BUDI, at), asked];
  const change = { number: numberOf(uid), expectedVersion: 0, events, texts: [] };
  const numbers = { day: '2026-11-23', first: uid, count: 1 };
  await store.recorder.record(
    aDecision({ mail: mailOf(uid), at, tickets: [change], people: ROWS, numbers, ...over }),
    factsOf(uid),
  );
}

async function happens(store: Store, count: number, events: readonly TicketEvent[]): Promise<void> {
  const { version = 0 } = (await store.tickets.find(numberOf(count))) ?? {};
  const tickets = [{ number: numberOf(count), expectedVersion: version, events, texts: [] }];
  await store.recorder.record(
    aDecision({ mail: null, at: events[0]?.at ?? NINE, tickets, people: [], numbers: null }),
    null,
  );
}
const ends = (store: Store, count: number, at: number): Promise<void> =>
  happens(store, count, [{ v: 1, at, type: 'Cancelled', mail: null, how: 'desk' }]);

const emptied = async (store: Store, before: number): Promise<number> =>
  (await store.oldTexts.emptyPeople(before, null)).emptied;
const addressesOf = async (store: Store, count: number): Promise<readonly string[]> =>
  [...((await store.tickets.find(numberOf(count)))?.people.values() ?? [])].map(({ address }) => address).toSorted();
const BOTH = ['budi@kemenkeu.example', 'sri@kemenkeu.example'];

onEveryDatabase('people not named for long', (open) => {
  test('lose address and name once their tickets have ended for long; pseudonyms, events and states stay', async () => {
    const { store } = open;
    await opens(store, 1, NINE);
    await ends(store, 1, NINE + DAY);
    const before = await store.tickets.find(numberOf(1));

    expect(await emptied(store, NINE + DAY)).toBe(0);
    expect(await addressesOf(store, 1)).toEqual(BOTH);
    expect(await emptied(store, NINE + 2 * DAY)).toBe(2);
    const after = await store.tickets.find(numberOf(1));
    expect(after?.people.get(SRI)).toEqual({ address: '', name: '' });
    expect(after?.state).toEqual(before?.state);
    expect(await store.recorder.rebuild({ mend: false })).toEqual([]);
    expect(await store.tickets.ofRequester(BUDI, 5)).toHaveLength(1);
  });

  test('are emptied once: a second look finds nobody', async () => {
    await opens(open.store, 1, NINE);
    await ends(open.store, 1, NINE);

    expect(await emptied(open.store, NINE + DAY)).toBe(2);
    expect(await emptied(open.store, NINE + DAY)).toBe(0);
  });

  test('stay while a ticket of theirs is open, however long ago it named them', async () => {
    const { store } = open;
    await opens(store, 1, NINE);
    await opens(store, 2, NINE);
    await ends(store, 1, NINE);

    expect(await emptied(store, NINE + 9 * YEAR)).toBe(0);
    await ends(store, 2, NINE + 9 * YEAR);
    expect(await emptied(store, NINE + 9 * YEAR)).toBe(0);
    expect(await emptied(store, NINE + 15 * YEAR)).toBe(2);
  });

  test('stay where something of later days names them, with or without a row of their own', async () => {
    const { store } = open;
    await opens(store, 1, NINE);
    await ends(store, 1, NINE);
    await opens(store, 2, NINE + YEAR, { people: [] });
    await ends(store, 2, NINE + YEAR);

    expect(await emptied(store, NINE + YEAR)).toBe(0);
    expect(await addressesOf(store, 1)).toEqual(BOTH);
    expect(await emptied(store, NINE + YEAR + 1)).toBe(2);
  });

  test('stay while a letter to them may still leave', async () => {
    const { store } = open;
    await opens(store, 1, NINE, { letters: [aLetter()] });
    await ends(store, 1, NINE);

    expect(await emptied(store, NINE + DAY)).toBe(1);
    expect(await addressesOf(store, 1)).toEqual(['', 'budi@kemenkeu.example']);
    const [row] = await store.outbox.claim(NINE, 1, 60_000);
    if (row === undefined) throw new Error('no letter waits');
    await store.outbox.markSent(row.key, { at: NINE, reply: '250 ok', text: '', late: false });
    expect(await emptied(store, NINE + DAY)).toBe(1);
  });

  test('stay while their address bears a mark', async () => {
    const { store } = open;
    const mark = { address: 'Sri@kemenkeu.example', mark: 'dead', what: 'set', by: null, detail: '550 gone' } as const;
    await opens(store, 1, NINE, { addressOrders: [mark] });
    await ends(store, 1, NINE);

    expect(await emptied(store, NINE + DAY)).toBe(1);
    await store.deskBook.clear('sri@kemenkeu.example', 'dead');
    expect(await emptied(store, NINE + DAY)).toBe(1);
  });

  test('are known again as soon as they write', async () => {
    const { store } = open;
    await opens(store, 1, NINE);
    await ends(store, 1, NINE);
    await emptied(store, NINE + DAY);
    await opens(store, 2, NINE + DAY);

    expect(await addressesOf(store, 1)).toEqual(BOTH);
  });

  test('are gone through page by page; one that is broken off goes on where it stood', async () => {
    const { store } = open;
    const people = Array.from({ length: 1_203 }, (_, index) => ({
      id: asPersonId((index + 1).toString(16).padStart(16, '0')),
      address: `pegawai-${index}@kemenkeu.example`,
      name: '',
    }));
    await opens(store, 1, NINE, { tickets: [], numbers: null, people });

    const counts: number[] = [await emptied(store, NINE + 1)];
    let next: PersonId | null = null;
    do {
      const page = await store.oldTexts.emptyPeople(NINE + 1, next);
      counts.push(page.emptied);
      next = page.next;
    } while (next !== null);
    expect(counts).toEqual([500, 500, 203]);
  });
});
