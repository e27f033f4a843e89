import { expect, test } from 'vitest';
import type { Disposition } from '../../src/decide/decision.ts';
import type { Store } from '../../src/record/open-store.ts';
import { DAY } from '../../src/shared/time.ts';
import { onEveryDatabase } from '../support/every-database.ts';
import { aDecision, aLetter, anArrival, factsOf, mailOf, NINE, numberOf, openedEvent } from './builders.ts';

interface Arrived {
  readonly at?: number;
  readonly disposition?: Disposition;
  /** It opens a ticket. */
  readonly opens?: boolean;
  readonly bytes?: string;
  readonly identity?: string;
}

const TRACE = [{ rule: 'mail/irrelevant', matched: true, detail: 'penawaran untuk Bapak Budi' }];
const IGNORED: Disposition = { kind: 'ignore', reason: 'auto-submitted' };
const HELD: Disposition = { kind: 'hold', reason: 'outside' };

async function arrives(store: Store, uid: number, arrived: Arrived = {}): Promise<void> {
  const {
    at = NINE,
    disposition = IGNORED,
    opens = false,
    bytes = String(uid),
    identity = `identity-${uid}`,
  } = arrived;
  await store.ledger.list([anArrival(uid, { receivedAt: at, sha256: bytes.repeat(64).slice(0, 64) })], 'kept');
  const ticket = { number: numberOf(uid), expectedVersion: 0, events: [openedEvent(mailOf(uid))], texts: [] };
  await store.recorder.record(
    aDecision({
      mail: mailOf(uid),
      at,
      disposition,
      tickets: opens ? [ticket] : [],
      numbers: opens ? { day: '2026-11-23', first: uid, count: 1 } : null,
      trace: TRACE,
    }),
    factsOf(uid, { identity }),
  );
}

const look = async (store: Store, days: number): Promise<number> =>
  (await store.oldTexts.emptyMails(NINE + days * DAY, null)).emptied;
const hasWords = async (store: Store, uid: number): Promise<readonly boolean[]> => [
  (await store.history.heads([mailOf(uid)])).size > 0,
  (await store.history.decisions(mailOf(uid))).some(({ trace }) => trace.length > 0),
];
const toGo = async (store: Store, days: number): Promise<readonly string[]> => {
  const cut = NINE + days * DAY;
  return (await store.personal.due({ endedBefore: cut, receivedBefore: cut }, 10)).map(({ mail }) => mail);
};

onEveryDatabase('the words of mails without a ticket', (open) => {
  test('stay for the days that the rules say and go afterwards, with the original; what was decided stays', async () => {
    const { store } = open;
    await arrives(store, 1);
    expect(await look(store, 0)).toBe(0);
    expect(await hasWords(store, 1)).toEqual([true, true]);

    expect(await look(store, 1)).toBe(1);
    expect(await hasWords(store, 1)).toEqual([false, false]);
    expect(await toGo(store, 1)).toEqual([mailOf(1)]);
    expect(await store.ledger.row(mailOf(1))).toMatchObject({
      sha256: '1'.repeat(64),
      disposition: 'ignore:auto-submitted',
    });
    expect(await store.history.decisions(mailOf(1))).toMatchObject([
      { disposition: 'ignore:auto-submitted', at: NINE },
    ]);
    expect(await store.recorder.rebuild({ mend: false })).toEqual([]);
  });

  test('go once: a second look finds nothing', async () => {
    await arrives(open.store, 1);
    expect([await look(open.store, 1), await look(open.store, 1)]).toEqual([1, 0]);
  });

  test('stay whole while the mail waits for a person, and can be shown, released and dropped', async () => {
    const { store } = open;
    await arrives(store, 1, { disposition: HELD });
    expect(await look(store, 4_000)).toBe(0);
    expect(await store.deskBook.held(10)).toMatchObject([{ mail: mailOf(1), subject: 'Reset password email' }]);

    await store.ledger.release(mailOf(1));
    expect(await look(store, 4_000)).toBe(0);
    expect(await toGo(store, 4_000)).toEqual([]);
  });

  test('go with what was decided before a person released it', async () => {
    const { store } = open;
    await arrives(store, 1, { disposition: HELD });
    await store.ledger.release(mailOf(1));
    const again = aDecision({ mail: mailOf(1), at: NINE + DAY, disposition: IGNORED, trace: TRACE });
    await store.recorder.record(again, factsOf(1));

    expect(await look(store, 1)).toBe(0);
    expect(await look(store, 2)).toBe(2);
    expect((await store.history.decisions(mailOf(1))).map(({ trace }) => trace)).toEqual([[], []]);
  });

  test('stay where the mail belongs to a ticket that is open', async () => {
    const { store } = open;
    await arrives(store, 1, { opens: true, disposition: { kind: 'accept' } });
    expect(await look(store, 4_000)).toBe(0);
    expect(await hasWords(store, 1)).toEqual([true, true]);
  });

  test('leave the original to a mail of the same bytes that is needed', async () => {
    const { store } = open;
    await arrives(store, 1, { opens: true, disposition: { kind: 'accept' }, identity: 'same', bytes: '7' });
    await arrives(store, 2, { disposition: { kind: 'ignore', reason: 'duplicate' }, identity: 'same', bytes: '7' });
    await arrives(store, 3, { disposition: HELD, bytes: '8' });
    await arrives(store, 4, { bytes: '8' });

    expect(await look(store, 1)).toBe(2);
    expect(await toGo(store, 1)).toEqual([]);
  });

  test('go with the letters that answered them; one that waits still leaves whole', async () => {
    const { store } = open;
    const answer = (uid: number) => aLetter({ ticket: null, source: mailOf(uid), step: `answer-${uid}` });
    await store.ledger.list([anArrival(1), anArrival(2)], 'kept');
    await store.recorder.record(aDecision({ letters: [answer(1)] }), factsOf(1));
    const [row] = await store.outbox.claim(NINE, 10, 60_000);
    if (row === undefined) throw new Error('no letter waits');
    await store.outbox.markSent(row.key, { at: NINE, reply: '250 ok', text: 'Terima kasih, Budi.', late: false });
    await store.recorder.record(aDecision({ mail: mailOf(2), letters: [answer(2)] }), factsOf(2));
    await look(store, 1);

    expect(await store.tickets.letter(row.key)).toMatchObject({ recipient: '', text: null });
    const letters = await store.outbox.list({ limit: 10 });
    expect(letters.map(({ state, letter }) => [state, letter.to.length])).toEqual([
      ['waiting', 1],
      ['sent', 0],
    ]);
  });

  test('go with what decisions of the clock say', async () => {
    const { store } = open;
    await store.recorder.record(aDecision({ mail: null, trace: TRACE }), null);
    await arrives(store, 1, { at: NINE + 5 * DAY });

    expect(await look(store, 1)).toBe(0);
    expect(await hasWords(store, 1)).toEqual([true, true]);
  });

  test('are gone through page by page, and no further than the first page of later days', async () => {
    const { store } = open;
    const old = Array.from({ length: 505 }, (_, index) => index + 1);
    await store.ledger.list(
      old.map((uid) => anArrival(uid)),
      'kept',
    );
    for (const uid of old) await store.recorder.record(aDecision({ mail: mailOf(uid) }), factsOf(uid));
    const first = await store.oldTexts.emptyMails(NINE + DAY, null);
    const second = await store.oldTexts.emptyMails(NINE + DAY, first.next);

    expect([first.emptied, second.emptied, second.next]).toEqual([500, 5, null]);
    expect(await store.oldTexts.emptyMails(NINE - DAY, null)).toEqual({ emptied: 0, next: null });
  });
});
