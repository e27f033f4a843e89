import { expect, test } from 'vitest';
import type { Store } from '../../src/record/open-store.ts';
import { DAY } from '../../src/shared/time.ts';
import type { TicketEvent } from '../../src/ticket/event.ts';
import { onEveryDatabase } from '../support/every-database.ts';
import { aDecision, aLetter, anArrival, factsOf, mailOf, NINE, numberOf, openedEvent } from './builders.ts';

const WORDS = { name: 'summary', text: 'Mohon reset password saya, NIP 199006132012122025' };

/** A mail of its own bytes opens these tickets; a letter answers it. */
async function opens(store: Store, uid: number, counts: readonly number[] = [uid]): Promise<void> {
  await store.ledger.list([anArrival(uid, { sha256: String(uid).repeat(64).slice(0, 64) })], 'kept');
  await store.recorder.record(
    aDecision({
      mail: mailOf(uid),
      tickets: counts.map((count) => ({
        number: numberOf(count),
        expectedVersion: 0,
        events: [openedEvent(mailOf(uid))],
        texts: [WORDS],
      })),
      numbers: { day: '2026-11-23', first: Math.min(...counts), count: counts.length },
      letters: [aLetter({ ticket: numberOf(counts[0] ?? uid), source: mailOf(uid) })],
      trace: [{ rule: 'mail/new-request', matched: true, detail: 'mohon reset password saya' }],
    }),
    factsOf(uid),
  );
}

async function ends(store: Store, count: number, at: number = NINE): Promise<void> {
  const cancelled: TicketEvent = { v: 1, at, type: 'Cancelled', mail: null, how: 'desk' };
  const { version = 1 } = (await store.tickets.find(numberOf(count))) ?? {};
  const tickets = [{ number: numberOf(count), expectedVersion: version, events: [cancelled], texts: [] }];
  await store.recorder.record(aDecision({ mail: null, at, tickets, numbers: null }), null);
}

const textsOf = async (store: Store, count: number): Promise<unknown> =>
  (await store.tickets.find(numberOf(count)))?.texts;
const emptied = async (store: Store, days: number): Promise<readonly string[]> =>
  (await store.oldTexts.empty(NINE + days * DAY, null)).emptied;
const lettersOf = async (store: Store): Promise<readonly (readonly [string, number])[]> => {
  const rows = await Promise.all(
    (['sent', 'waiting'] as const).map((state) => store.outbox.list({ state, limit: 10 })),
  );
  return rows.flat().map(({ state, letter }) => [state, letter.to.length] as const);
};

onEveryDatabase('the words of tickets', (open) => {
  test('stay while it is open, and for the days after its end', async () => {
    await opens(open.store, 1);
    expect(await emptied(open.store, 4000)).toEqual([]);

    await ends(open.store, 1, NINE + 10 * DAY);
    expect(await emptied(open.store, 10)).toEqual([]);
    expect(await textsOf(open.store, 1)).toEqual({ summary: WORDS.text });
    expect(await emptied(open.store, 11)).toEqual([numberOf(1)]);
    expect(await textsOf(open.store, 1)).toEqual({});
  });

  test('go with the subjects of its mails and what decisions quote; its events and mails are still known', async () => {
    const { store } = open;
    await opens(store, 1);
    await ends(store, 1);
    const before = await store.tickets.find(numberOf(1));
    await emptied(store, 1);

    expect(await store.history.mails(numberOf(1))).toMatchObject([
      { mail: mailOf(1), from: '', fromName: '', subject: '', sha256: '1'.repeat(64) },
    ]);
    expect((await store.history.decisions(mailOf(1)))[0]?.trace).toEqual([]);
    expect((await store.history.heads([mailOf(1)])).size).toBe(0);
    expect((await store.tickets.find(numberOf(1)))?.state).toEqual(before?.state);
    expect(await store.recorder.rebuild({ mend: false })).toEqual([]);
  });

  test('go with the letters that have left; one that waits still leaves whole', async () => {
    const { store } = open;
    await opens(store, 1);
    const [row] = await store.outbox.claim(NINE, 10, 60_000);
    if (row === undefined) throw new Error('no letter waits');
    const left = { at: NINE, reply: '250 ok', text: 'Password Bapak sudah direset.', late: false };
    await store.outbox.markSent(row.key, left);
    await opens(store, 2);
    for (const count of [1, 2]) await ends(store, count);
    await emptied(store, 1);

    expect(await lettersOf(store)).toEqual([
      ['sent', 0],
      ['waiting', 1],
    ]);
    expect(await store.tickets.letter(row.key)).toMatchObject({ ticket: numberOf(1), recipient: '', text: null });
  });

  test('go once: a second look finds nothing', async () => {
    await opens(open.store, 1);
    await ends(open.store, 1);

    expect(await emptied(open.store, 1)).toEqual([numberOf(1)]);
    expect(await emptied(open.store, 1)).toEqual([]);
  });

  test('leave its originals to be deleted, unless a mail belongs to a ticket of later days, too', async () => {
    const { store } = open;
    await opens(store, 1);
    await opens(store, 2, [2, 3]);
    for (const count of [1, 2]) await ends(store, count);
    expect(await emptied(store, 1)).toEqual([numberOf(1), numberOf(2)]);

    const cuts = { endedBefore: NINE + DAY, receivedBefore: NINE + DAY };
    expect(await store.personal.due(cuts, 10)).toMatchObject([{ mail: mailOf(1), kinds: ['words'] }]);
    expect((await store.history.mails(numberOf(3)))[0]?.subject).not.toBe('');
    expect(await textsOf(store, 3)).toEqual({ summary: WORDS.text });
  });

  test('are gone through page by page, in the order in which tickets were opened', async () => {
    const { store } = open;
    const counts = Array.from({ length: 205 }, (_, index) => index + 1);
    await opens(store, 1, counts);
    for (const count of counts) await ends(store, count);
    const first = await store.oldTexts.empty(NINE + DAY, null);
    const second = await store.oldTexts.empty(NINE + DAY, first.next);

    expect([first.emptied.length, second.emptied.length, second.next]).toEqual([200, 5, null]);
    expect(first.next?.number).toBe(numberOf(200));
    expect(await textsOf(store, 205)).toEqual({});
  });
});
