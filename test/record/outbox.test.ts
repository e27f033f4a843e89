import { describe, expect, test } from 'vitest';
import type { Letter } from '../../src/decide/letter.ts';
import type { OutboxRow } from '../../src/record/outbox.ts';
import { keyOfLetter } from '../../src/record/stored-letter.ts';
import { HOUR, MINUTE } from '../../src/shared/time.ts';
import { onEveryDatabase } from '../support/every-database.ts';
import {
  BUDI,
  NINE,
  aDecision,
  aLetter,
  anArrival,
  factsOf,
  newTicket,
  numberOf,
  opening,
  post,
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
        madeAt: expect.any(Number),
      });
    });

    test('to nobody is a fault of the program', async () => {
      await expect(post(open.store, aLetter({ to: [] }))).rejects.toThrow('addressed to nobody');
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
});

const templates = (rows: readonly OutboxRow[]) => rows.map((row) => row.letter.template);
