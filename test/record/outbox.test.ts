import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Letter } from '../../src/decide/letter.ts';
import type { Store } from '../../src/record/open-store.ts';
import type { OutboxRow } from '../../src/record/outbox.ts';
import { keyOfLetter } from '../../src/record/stored-letter.ts';
import { asPersonId, type LetterKey } from '../../src/shared/ids.ts';
import { HOUR, MINUTE } from '../../src/shared/time.ts';
import { onEveryDatabase } from '../support/every-database.ts';
import {
  BUDI,
  NINE,
  RFT,
  aDecision,
  aLetter,
  anArrival,
  factsOf,
  mailOf,
  numberOf,
  opening,
  toTeam,
} from './builders.ts';

const LEASE = 2 * MINUTE;
const sent = { at: NINE + 1_000, reply: '250 2.0.0 ok', text: 'Yth. Budi Santoso', late: false };

onEveryDatabase('the outbox', (open) => {
  const outbox = () => open.store.outbox;
  const claim = (now: number = NINE, limit: number = 10) => outbox().claim(now, limit, LEASE);
  const send = async (letter: Letter, at: number = sent.at) => outbox().markSent(keyOfLetter(letter), { ...sent, at });

  describe('a letter', () => {
    test('comes out as it was put in, with the key that its facts give it', async () => {
      await post(open.store, aLetter());

      const [row] = await claim();

      expect(row).toMatchObject({
        key: keyOfLetter(aLetter()),
        letter: aLetter(),
        state: 'claimed',
        attempts: 1,
        createdAt: NINE,
        sentAt: null,
      });
    });

    test('is claimed by one only', async () => {
      await post(open.store, aLetter());

      const claims = await Promise.all([claim(), claim()]);

      expect(claims.flat()).toHaveLength(1);
      expect(await (await open.another()).outbox.claim(NINE, 10, LEASE)).toEqual([]);
    });

    test('whose lease has ended is claimed again under the same key', async () => {
      await post(open.store, aLetter());
      const [first] = await claim();
      expect(await claim(NINE + LEASE - 1)).toEqual([]);

      const [again] = await claim(NINE + LEASE);

      expect(again).toMatchObject({ key: first?.key, attempts: 2 });
    });

    test('once sent is never claimed again', async () => {
      await post(open.store, aLetter());
      await claim();
      await send(aLetter());

      expect(await claim(NINE + 100 * LEASE)).toEqual([]);
      expect(await outbox().find(keyOfLetter(aLetter()))).toMatchObject({
        state: 'sent',
        sentAt: sent.at,
        lastReply: sent.reply,
      });
    });

    test('is found again by what a reply carries', async () => {
      await post(open.store, aLetter({ shown: 'hash-of-what-was-shown' }));
      const key = keyOfLetter(aLetter());
      expect(await open.store.tickets.letter(key)).toMatchObject({ text: null, isVoid: false });

      await claim();
      await send(aLetter());

      expect(await open.store.tickets.letter(key)).toEqual({
        key,
        ticket: numberOf(1),
        template: 'requester.received',
        step: 'received',
        person: BUDI,
        shown: 'hash-of-what-was-shown',
        recipient: 'budi@kemenkeu.example',
        text: sent.text,
        isVoid: false,
      });
    });

    test('to nobody is a fault of the program', async () => {
      await expect(post(open.store, aLetter({ to: [] }))).rejects.toThrow('addressed to nobody');
    });
  });

  describe('order', () => {
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

  describe('the first answer', () => {
    test('is written on the ticket when it has left', async () => {
      await newTicket(open.store);
      await claim();

      await outbox().markSent(keyOfLetter(aLetter()), { ...sent, late: true });

      const ticket = await open.store.tickets.find(numberOf(1));
      expect(ticket?.state.firstResponse).toEqual({ letter: keyOfLetter(aLetter()), at: sent.at, late: true });
      expect(ticket?.version).toBe(2);
      expect(await open.store.recorder.rebuild({ mend: false })).toEqual([]);
    });

    test('is written once, however often the letter is marked', async () => {
      await newTicket(open.store);
      await claim();
      await send(aLetter());
      await send(aLetter(), NINE + HOUR);

      expect(await open.store.tickets.events(numberOf(1))).toHaveLength(2);
      expect(await outbox().find(keyOfLetter(aLetter()))).toMatchObject({ sentAt: sent.at });
    });

    test('is one to the requester, not one to the team', async () => {
      await newTicket(open.store);
      await send(toTeam());

      expect((await open.store.tickets.find(numberOf(1)))?.state.firstResponse).toBeNull();
    });

    test('may be one letter for all tickets of a mail', async () => {
      await open.store.ledger.list([anArrival(1)], 'kept');
      const changes = [1, 2].flatMap((count) => opening(1, count).tickets);
      const letter = aLetter({ template: 'requester.several', ticket: null });
      await open.store.recorder.record(aDecision({ tickets: changes, letters: [letter] }), factsOf(1));

      await send(letter);

      for (const count of [1, 2]) {
        const ticket = await open.store.tickets.find(numberOf(count));
        expect(ticket?.state.firstResponse?.letter).toBe(keyOfLetter(letter));
      }
    });
  });

  describe('refusals', () => {
    const failure = { at: NINE + 2_000, reply: '550 5.1.1 user unknown', status: '5.1.1' };
    const desk = toTeam({ template: 'desk.undeliverable', step: 'undeliverable' });

    test('a temporary one brings the letter back at its time, with the reply kept', async () => {
      await post(open.store, aLetter());
      await claim();

      await outbox().retryAt(keyOfLetter(aLetter()), NINE + 5 * MINUTE, '451 4.7.1 greylisted');

      expect(await claim(NINE + 5 * MINUTE - 1)).toEqual([]);
      const [row] = await claim(NINE + 5 * MINUTE);
      expect(row).toMatchObject({ attempts: 2, lastReply: '451 4.7.1 greylisted' });
    });

    test('a permanent one leaves an event on the ticket and a letter to the desk', async () => {
      await newTicket(open.store);
      await claim();

      await outbox().markFailed(keyOfLetter(aLetter()), { ...failure, deskLetter: desk });

      const events = await open.store.tickets.events(numberOf(1));
      expect(events.at(-1)).toEqual({
        type: 'LetterFailed',
        v: 1,
        at: failure.at,
        letter: keyOfLetter(aLetter()),
        status: '5.1.1',
      });
      expect(await outbox().find(keyOfLetter(desk))).toMatchObject({ state: 'waiting', createdAt: failure.at });
      expect(await outbox().counts()).toMatchObject({ failed: 1, waiting: 2, claimed: 0 });
    });

    test('a permanent one counts once, also when it is marked twice', async () => {
      await newTicket(open.store);
      await outbox().markFailed(keyOfLetter(aLetter()), { ...failure, deskLetter: desk });
      await outbox().markFailed(keyOfLetter(aLetter()), { ...failure, deskLetter: desk });

      expect(await open.store.tickets.events(numberOf(1))).toHaveLength(2);
      expect((await outbox().counts()).waiting).toBe(2);
    });

    test('failed and parked letters go back to waiting on a person’s order, and start counting anew', async () => {
      await post(open.store, aLetter(), toTeam({ ticket: numberOf(2) }));
      await claim();
      await outbox().markFailed(keyOfLetter(aLetter()), { ...failure, deskLetter: null });
      await outbox().park([keyOfLetter(toTeam({ ticket: numberOf(2) }))], 'breaker');
      const keys = [keyOfLetter(aLetter()), keyOfLetter(toTeam({ ticket: numberOf(2) }))];

      expect(await outbox().retry(keys, NINE + HOUR)).toBe(2);
      expect(await outbox().retry(keys, NINE + HOUR)).toBe(0);

      const rows = await claim(NINE + HOUR);
      expect(rows.map((row) => row.attempts)).toEqual([1, 1]);
      expect(rows.map((row) => row.parkedReason)).toEqual([null, null]);
    });

    test('nothing becomes of a letter that was sent', async () => {
      await post(open.store, aLetter());
      await claim();
      await send(aLetter());
      const key = keyOfLetter(aLetter());

      await outbox().retryAt(key, NINE, '451');
      await outbox().park([key], 'cap');
      await outbox().markFailed(key, { ...failure, deskLetter: null });

      expect(await outbox().retry([key], NINE)).toBe(0);
      expect(await outbox().counts()).toEqual({ waiting: 0, claimed: 0, sent: 1, failed: 0, parked: 0, void: 0 });
    });
  });

  describe('letters made void by a later decision', () => {
    const key = keyOfLetter(aLetter());
    const makeVoid = () => open.store.recorder.record(aDecision({ mail: null, voidLetters: [key] }), null);

    test('do not leave any more', async () => {
      await post(open.store, aLetter());
      await makeVoid();

      expect(await claim()).toEqual([]);
      expect(await outbox().counts()).toMatchObject({ void: 1, waiting: 0 });
      expect(await open.store.tickets.letter(key)).toMatchObject({ isVoid: true });
    });

    test('keep nobody waiting', async () => {
      await post(open.store, aLetter({ priority: 'normal' }), toTeam());
      await makeVoid();

      expect(templates(await claim())).toEqual(['team.assigned']);
    });

    test('count no more when they have left already', async () => {
      await post(open.store, aLetter());
      await claim();
      await send(aLetter());
      await makeVoid();

      expect(await open.store.tickets.letter(key)).toMatchObject({ isVoid: true });
      expect((await outbox().counts()).sent).toBe(1);
    });

    test('that are being sent this moment are not tried a second time', async () => {
      await post(open.store, aLetter());
      await claim();
      await makeVoid();

      await outbox().retryAt(key, NINE, '451 4.3.0 try later');

      expect(await claim(NINE + HOUR)).toEqual([]);
      expect((await outbox().counts()).void).toBe(1);
      expect(await outbox().retry([key], NINE)).toBe(0);
    });
  });

  describe('the thread', () => {
    test('names the mails before the letter and our letters to the same person only', async () => {
      await newTicket(open.store);
      await send(aLetter());
      await send(toTeam());
      const progress = aLetter({ template: 'requester.progress', step: 'progress' });
      await post(open.store, progress);

      const row = await outbox().find(keyOfLetter(progress));

      expect(row?.thread).toEqual(['mail-1@kemenkeu.example', `${keyOfLetter(aLetter())}-${BUDI}@loket.example`]);
    });

    test('does not name what came later, nor what has not left', async () => {
      await newTicket(open.store);
      await post(open.store, aLetter({ step: 'second' }));

      expect((await outbox().find(keyOfLetter(aLetter())))?.thread).toEqual(['mail-1@kemenkeu.example']);
      expect((await outbox().find(keyOfLetter(aLetter({ step: 'second' }))))?.thread).toEqual([
        'mail-1@kemenkeu.example',
      ]);
    });
  });

  describe('figures', () => {
    test('count letters by state', async () => {
      await post(open.store, aLetter(), toTeam({ ticket: numberOf(2) }), toTeam({ ticket: numberOf(3) }));
      expect(await outbox().counts()).toEqual({ waiting: 3, claimed: 0, sent: 0, failed: 0, parked: 0, void: 0 });

      await claim(NINE, 2);
      await send(aLetter());
      await outbox().park([keyOfLetter(toTeam({ ticket: numberOf(3) }))], 'cap');

      expect(await outbox().counts()).toEqual({ waiting: 0, claimed: 1, sent: 1, failed: 0, parked: 1, void: 0 });
    });

    test('tell since when the oldest acknowledgement waits, until it is sent', async () => {
      expect(await outbox().oldestWaiting()).toBeNull();
      await post(open.store, toTeam({ ticket: numberOf(2) }));
      expect(await outbox().oldestWaiting()).toBeNull();
      await post(open.store, aLetter(), aLetter({ step: 'other' }));
      await post(open.store, aLetter({ step: 'later' }), NINE + HOUR);
      expect(await outbox().oldestWaiting()).toBe(NINE);

      await claim(NINE, 1);
      expect(await outbox().oldestWaiting()).toBe(NINE);
      await send(aLetter());
      await send(aLetter({ step: 'other' }));

      expect(await outbox().oldestWaiting()).toBe(NINE + HOUR);
    });

    test('count what an address got beyond one letter for each ticket', async () => {
      const letters = [1, 2, 3].map((count) => toTeam({ ticket: numberOf(count) }));
      await post(open.store, ...letters);
      for (const letter of letters) await send(letter, NINE + MINUTE);
      expect(await outbox().sentTo('rft-akun@kemenkeu.example', NINE)).toBe(0);

      const second = toTeam({ ticket: numberOf(1), step: 'again' });
      const alarm = toTeam({ ticket: null, step: 'alarm' });
      await post(open.store, second, alarm, toTeam({ step: 'not sent' }));
      await send(second, NINE + 2 * MINUTE);
      await send(alarm, NINE + 2 * MINUTE);

      expect(await outbox().sentTo('RFT-Akun@kemenkeu.example', NINE)).toBe(2);
      expect(await outbox().sentTo('rft-akun@kemenkeu.example', NINE + HOUR)).toBe(0);
      expect(await outbox().sentTo('somebody@kemenkeu.example', NINE)).toBe(0);
    });

    test('count a ticket’s letters since a person last wrote in it', async () => {
      await newTicket(open.store);
      await send(aLetter(), NINE + MINUTE);
      await send(toTeam(), NINE + MINUTE);
      expect(await outbox().sentInTicket(numberOf(1), NINE - HOUR)).toBe(2);
      expect(await outbox().sentInTicket(numberOf(1), NINE + HOUR)).toBe(0);

      await open.store.ledger.list([anArrival(2)], 'kept');
      const attached = {
        type: 'MailAttached',
        v: 1,
        at: NINE + 2 * MINUTE,
        mail: mailOf(2),
        writer: BUDI,
        role: 'requester',
      } as const;
      const change = { number: numberOf(1), expectedVersion: 2, events: [attached], texts: [] };
      await open.store.recorder.record(aDecision({ mail: mailOf(2), tickets: [change] }), factsOf(2));

      expect(await outbox().sentInTicket(numberOf(1), NINE - HOUR)).toBe(0);
    });

    test('give the traffic of a span: letters made, mails decided, letters sent and refused', async () => {
      await newTicket(open.store);
      await send(aLetter(), NINE + MINUTE);
      await outbox().markFailed(keyOfLetter(toTeam()), {
        at: NINE + MINUTE,
        reply: '550',
        status: '5.1.1',
        deskLetter: null,
      });

      expect(await outbox().traffic(NINE)).toEqual({ letters: 2, mails: 1, sent: 1, refused: 1 });
      expect(await outbox().traffic(NINE + 1)).toEqual({ letters: 0, mails: 0, sent: 1, refused: 1 });
      expect(await outbox().traffic(NINE + HOUR)).toEqual({ letters: 0, mails: 0, sent: 0, refused: 0 });
    });

    test('list the newest first, by state or by ticket', async () => {
      await post(open.store, aLetter(), toTeam({ ticket: numberOf(2) }));
      await post(open.store, toTeam({ step: 'later' }), NINE + HOUR);
      await send(aLetter());

      expect(templates(await outbox().list({ limit: 2 }))).toEqual(['team.assigned', 'team.assigned']);
      expect(templates(await outbox().list({ state: 'sent', limit: 10 }))).toEqual(['requester.received']);
      const ofTicket = await outbox().list({ ticket: numberOf(1), limit: 10 });
      expect(ofTicket.map((row) => row.letter.step)).toEqual(['later', 'received']);
    });
  });
});

const templates = (rows: readonly OutboxRow[]) => rows.map((row) => row.letter.template);

/** Puts letters into the outbox by a decision of their own. */
async function post(store: Store, ...letters: readonly (Letter | number)[]): Promise<void> {
  const at = letters.find((it) => typeof it === 'number') ?? NINE;
  const decision = aDecision({ mail: null, at, letters: letters.filter((it) => typeof it !== 'number') });
  await store.recorder.record(decision, null);
}

async function newTicket(store: Store): Promise<void> {
  await store.ledger.list([anArrival(1)], 'kept');
  await store.recorder.record(opening(1), factsOf(1));
}

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
  for (
    let now = NINE;
    (await store.outbox.counts()).waiting + (await store.outbox.counts()).claimed > 0;
    now += LEASE
  ) {
    const claimed = await store.outbox.claim(now, 3, LEASE);
    expect(new Set(claimed.map((row) => row.letter.ticket)).size).toBe(claimed.length);
    for (const row of claimed) {
      const fate = fates.next().value;
      if (fate === 0) await store.outbox.retryAt(row.key, now + LEASE, '451 try later');
      if (fate === 1) continue;
      if (fate === 0) continue;
      await store.outbox.markSent(row.key, { ...sent, at: now });
      left.push(row.key);
    }
  }
  return left;
}
