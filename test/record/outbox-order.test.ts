import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Letter } from '../../src/decide/letter.ts';
import type { Store } from '../../src/record/open-store.ts';
import type { OutboxRow } from '../../src/record/outbox.ts';
import { keyOfLetter } from '../../src/record/stored-letter.ts';
import { asPersonId, type LetterKey } from '../../src/shared/ids.ts';
import { HOUR, MINUTE } from '../../src/shared/time.ts';
import { onEveryDatabase } from '../support/every-database.ts';
import { NINE, RFT, aLetter, numberOf, post, toTeam } from './builders.ts';

const LEASE = 2 * MINUTE;
const sent = { at: NINE + 1_000, reply: '250 2.0.0 ok', text: 'Yth. Budi Santoso', late: false };

onEveryDatabase('the order of letters', (open) => {
  const outbox = () => open.store.outbox;
  const claim = (now: number = NINE, limit: number = 10) => outbox().claim(now, limit, LEASE);
  const send = async (letter: Letter) => outbox().markSent(keyOfLetter(letter), sent);

  test('acknowledgements leave before older letters of other tickets', async () => {
    await post(open.store, toTeam({ ticket: numberOf(1) }));
    await post(open.store, aLetter({ ticket: numberOf(2) }), NINE + 5);

    expect(templates(await claim(NINE + 10, 1))).toEqual(['requester.received']);
  });

  test('one ticket has one letter on its way at a time', async () => {
    await post(open.store, aLetter(), toTeam());

    expect(templates(await claim())).toEqual(['requester.received']);
    expect(await claim()).toEqual([]);
    await send(aLetter());

    expect(templates(await claim())).toEqual(['team.assigned']);
  });

  test('a letter waits for the earlier one of its ticket, also while that is being retried', async () => {
    const first = toTeam({ step: 'one' });
    await post(open.store, first, toTeam({ step: 'two' }));
    await claim();

    await outbox().retryAt(keyOfLetter(first), NINE + HOUR, '451 4.3.0 try later');

    expect(await claim(NINE + MINUTE)).toEqual([]);
    expect((await claim(NINE + HOUR)).map((row) => row.letter.step)).toEqual(['one']);
  });

  test('an acknowledgement waits for no other letter of its ticket', async () => {
    const first = toTeam({ step: 'one' });
    await post(open.store, first);
    await claim();
    await outbox().retryAt(keyOfLetter(first), NINE + HOUR, '451 4.3.0 try later');

    await post(open.store, aLetter());

    expect(templates(await claim(NINE + MINUTE))).toEqual(['requester.received']);
  });

  test('an acknowledgement that cannot be delivered does not keep the ticket from the team', async () => {
    const toRequester = aLetter({ template: 'requester.progress', step: 'progress', priority: 'normal' });
    await post(open.store, aLetter(), toTeam(), toRequester);
    await claim();

    await outbox().retryAt(keyOfLetter(aLetter()), NINE + HOUR, '452 4.2.2 mailbox full');

    expect(templates(await claim(NINE + MINUTE))).toEqual(['team.assigned']);
    await send(toTeam());
    expect(await claim(NINE + 2 * MINUTE)).toEqual([]);
  });

  test('letters without a ticket do not wait for each other', async () => {
    const alarm = (step: string) => toTeam({ template: 'operator.alarm', ticket: null, source: null, step });
    await post(open.store, alarm('a'), alarm('b'));

    expect(await claim()).toHaveLength(2);
  });

  test('a parked letter holds up nobody', async () => {
    await post(open.store, toTeam({ step: 'one' }), toTeam({ step: 'two' }));
    await outbox().park([keyOfLetter(toTeam({ step: 'one' }))], 'more than 20 an hour');

    expect((await claim()).map((row) => row.letter.step)).toEqual(['two']);
  });

  test('holds for any outbox and any fate of its letters', { timeout: 240_000 }, async () => {
    let round = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyLetter, { minLength: 1, maxLength: 8 }),
        fc.infiniteStream(fc.nat(3)),
        async (letters, fates) => {
          round += 1;
          const posted = letters.map((it, index) => letterOf(round, index, it));
          await post(open.store, ...posted);
          const left = await sendAll(open.store, fates);

          expect(left.length).toBe(posted.length);
          expect(new Set(left).size).toBe(posted.length);
          for (const ticket of [1, 2]) {
            const normal = posted.filter(
              (it) => it.ticket === numberOf(round * 10 + ticket) && it.priority === 'normal',
            );
            const keys = new Set(normal.map(keyOfLetter));
            expect(left.filter((key) => keys.has(key))).toEqual(normal.map(keyOfLetter));
          }
        },
      ),
      { numRuns: 15 },
    );
  });
});

const templates = (rows: readonly OutboxRow[]) => rows.map((row) => row.letter.template);

const anyLetter = fc.record({
  ticket: fc.constantFrom(1, 2),
  acknowledges: fc.boolean(),
  person: fc.constantFrom(1, 2),
});

function letterOf(round: number, index: number, it: { ticket: number; acknowledges: boolean; person: number }): Letter {
  return aLetter({
    template: 'team.message',
    ticket: numberOf(round * 10 + it.ticket),
    to: [{ name: '', address: `person-${it.person}@kemenkeu.example` }],
    person: it.person === 1 ? RFT : asPersonId('9999999999999999'),
    step: `step-${index}`,
    priority: it.acknowledges ? 'acknowledgement' : 'normal',
  });
}

/** Sends until nothing waits; each fate decides whether a letter is sent, retried, or forgotten by a crash. */
async function sendAll(store: Store, fates: Iterator<number>): Promise<readonly LetterKey[]> {
  const left: LetterKey[] = [];
  for (let now = NINE; await hasUnsent(store); now += LEASE) {
    const claimed = await store.outbox.claim(now, 3, LEASE);
    expect(new Set(claimed.map((row) => row.letter.ticket)).size).toBe(claimed.length);
    for (const row of claimed) {
      const fate = fates.next().value;
      if (fate === 0) {
        await store.outbox.retryAt(row.key, now + LEASE, '451 try later');
      } else if (fate !== 1) {
        await store.outbox.markSent(row.key, { ...sent, at: now });
        left.push(row.key);
      }
    }
  }
  return left;
}

async function hasUnsent(store: Store): Promise<boolean> {
  const { waiting, claimed } = await store.outbox.counts();
  return waiting + claimed > 0;
}
