import { expect, test } from 'vitest';
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
  mailOf,
  newTicket,
  numberOf,
  post,
  toTeam,
} from './builders.ts';

const LEASE = 2 * MINUTE;
const sent = { at: NINE + 1_000, reply: '250 2.0.0 ok', text: 'Yth. Budi Santoso', late: false };

onEveryDatabase('figures of the outbox', (open) => {
  const outbox = () => open.store.outbox;
  const claim = (now: number = NINE, limit: number = 10) => outbox().claim(now, limit, LEASE);
  const send = async (letter: Letter, at: number = sent.at) => outbox().markSent(keyOfLetter(letter), { ...sent, at });

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

  test('leave letters that no mail has caused out of the traffic', async () => {
    await newTicket(open.store);
    await post(open.store, toTeam({ source: null, step: 'reminder-1' }), aLetter({ source: null, step: 'reminder-2' }));

    expect(await outbox().traffic(NINE)).toMatchObject({ letters: 2 });
  });

  test('carry the time at which the mail came that they answer', async () => {
    await newTicket(open.store);
    await post(open.store, toTeam({ source: null, ticket: null, step: 'digest' }));

    const rows = await outbox().claim(NINE, 10, MINUTE);
    expect(rows.map(({ letter, receivedAt }) => [letter.step, receivedAt])).toEqual([
      ['received', NINE + 1],
      ['digest', null],
    ]);
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

const templates = (rows: readonly OutboxRow[]) => rows.map((row) => row.letter.template);
