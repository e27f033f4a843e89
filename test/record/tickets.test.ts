import { describe, expect, test } from 'vitest';
import { keyOfLetter } from '../../src/record/stored-letter.ts';
import { asLetterKey } from '../../src/shared/ids.ts';
import { HOUR } from '../../src/shared/time.ts';
import { onEveryDatabase } from '../support/every-database.ts';
import {
  BUDI,
  DAY,
  NINE,
  SRI,
  aDecision,
  aLetter,
  anArrival,
  factsOf,
  mailOf,
  newTicket,
  numberOf,
  openedEvent,
  opening,
  toTeam,
} from './builders.ts';

onEveryDatabase('tickets', (open) => {
  const tickets = () => open.store.tickets;
  const ours = (key: string) => `${key}-${'a'.repeat(16)}@kemenkeu.example`;

  test('are unknown by a number that was never given', async () => {
    expect(await tickets().find(numberOf(9))).toBeNull();
    expect(await tickets().events(numberOf(9))).toEqual([]);
    expect(await tickets().letter(asLetterKey('a'.repeat(16)))).toBeNull();
    expect(await tickets().nextNumber(DAY)).toBe(1);
  });

  describe('found by the messages that a mail refers to', () => {
    test('a mail of theirs leads to its ticket and to everyone who stood in it', async () => {
      await newTicket(open.store);

      expect(await tickets().byMessageIds(['unknown@x', 'mail-1@kemenkeu.example'])).toEqual([
        {
          number: numberOf(1),
          participants: ['budi@kemenkeu.example', 'servicedesk@kemenkeu.example', 'sri@kemenkeu.example'],
        },
      ]);
    });

    test('a letter of ours leads to its ticket and to those it was written to', async () => {
      await newTicket(open.store);

      const found = await tickets().byMessageIds([ours(keyOfLetter(toTeam()))]);

      expect(found).toEqual([{ number: numberOf(1), participants: ['rft-akun@kemenkeu.example'] }]);
    });

    test('only people of the messages named are participants', async () => {
      await newTicket(open.store);
      await open.store.ledger.list([anArrival(2)], 'kept');
      const attached = {
        type: 'MailAttached',
        v: 1,
        at: NINE,
        mail: mailOf(2),
        writer: SRI,
        role: 'approver',
      } as const;
      const change = { number: numberOf(1), expectedVersion: 1, events: [attached], texts: [] };
      const facts = factsOf(2, { from: { name: '', address: 'sri@kemenkeu.example' }, to: [], cc: [] });
      await open.store.recorder.record(aDecision({ mail: mailOf(2), tickets: [change] }), facts);

      const [found] = await tickets().byMessageIds(['mail-2@kemenkeu.example']);

      expect(found?.participants).toEqual(['sri@kemenkeu.example']);
    });

    test('a letter about several tickets of one mail leads to all of them', async () => {
      await open.store.ledger.list([anArrival(1)], 'kept');
      const changes = [1, 2].flatMap((count) => opening(1, count).tickets);
      const letter = aLetter({ template: 'requester.several', ticket: null });
      await open.store.recorder.record(aDecision({ tickets: changes, letters: [letter] }), factsOf(1));

      const found = await tickets().byMessageIds([ours(keyOfLetter(letter))]);

      expect(found.map((it) => it.number)).toEqual([numberOf(1), numberOf(2)]);
    });

    test('the newest message comes first, and each ticket once', async () => {
      await open.store.ledger.list([anArrival(1), anArrival(2)], 'kept');
      await open.store.recorder.record(opening(1), factsOf(1));
      await open.store.recorder.record(opening(2), factsOf(2));

      const ids = ['mail-1@kemenkeu.example', 'mail-2@kemenkeu.example', ours(keyOfLetter(aLetter()))];

      expect((await tickets().byMessageIds(ids)).map((it) => it.number)).toEqual([numberOf(2), numberOf(1)]);
      expect(await tickets().byMessageIds([])).toEqual([]);
    });

    test('a mail that belongs to no ticket leads nowhere', async () => {
      await open.store.ledger.list([anArrival(1)], 'kept');
      const ignored = aDecision({ disposition: { kind: 'ignore', reason: 'list' } });
      await open.store.recorder.record(ignored, factsOf(1));

      expect(await tickets().byMessageIds(['mail-1@kemenkeu.example'])).toEqual([]);
    });
  });

  describe('the same mail again', () => {
    test('is found by its identity and by its Message-ID, the first each', async () => {
      await open.store.ledger.list([anArrival(1), anArrival(2)], 'kept');
      await open.store.recorder.record(opening(1), factsOf(1));
      const duplicate = aDecision({ mail: mailOf(2), disposition: { kind: 'ignore', reason: 'duplicate' } });
      await open.store.recorder.record(duplicate, { ...factsOf(1) });

      expect(await tickets().sameMail('identity-1', 'other@x')).toEqual({ identical: mailOf(1), sameMessageId: null });
      expect(await tickets().sameMail('other', 'mail-1@kemenkeu.example')).toEqual({
        identical: null,
        sameMessageId: mailOf(1),
      });
      expect(await tickets().sameMail('other', null)).toEqual({ identical: null, sameMessageId: null });
    });

    test('is not seen while it is undecided', async () => {
      await open.store.ledger.list([anArrival(1)], 'kept');

      expect(await tickets().sameMail('identity-1', null)).toEqual({ identical: null, sameMessageId: null });
    });
  });

  describe('lists', () => {
    test('show the newest first, by requester or by status', async () => {
      await open.store.ledger.list([anArrival(1), anArrival(2), anArrival(3)], 'kept');
      await open.store.recorder.record(opening(1), factsOf(1));
      const later = { at: NINE + HOUR, numbers: { day: DAY, first: 2, count: 1 } };
      const ofSri = {
        number: numberOf(2),
        expectedVersion: 0,
        events: [openedEvent(mailOf(2), SRI, NINE + HOUR)],
        texts: [],
      };
      await open.store.recorder.record(aDecision({ mail: mailOf(2), tickets: [ofSri], ...later }), factsOf(2));
      await open.store.recorder.record(opening(3), factsOf(3));

      const numbers = async (rows: ReturnType<typeof list>) => (await rows).map((it) => it.number);
      const list = (filter: { status?: string; limit: number }) => tickets().list(filter);

      expect(await numbers(list({ limit: 10 }))).toEqual([numberOf(2), numberOf(3), numberOf(1)]);
      expect(await numbers(list({ limit: 1 }))).toEqual([numberOf(2)]);
      expect(await numbers(list({ status: 'closed', limit: 10 }))).toEqual([]);
      expect(await numbers(list({ status: 'triage', limit: 2 }))).toEqual([numberOf(2), numberOf(3)]);
      expect(await numbers(tickets().ofRequester(BUDI, 10))).toEqual([numberOf(3), numberOf(1)]);
    });

    test('give the facts of a ticket in one line', async () => {
      await newTicket(open.store);

      expect(await tickets().ofRequester(BUDI, 10)).toEqual([
        {
          number: numberOf(1),
          kind: 'request',
          service: null,
          variant: null,
          status: 'triage',
          requester: BUDI,
          team: null,
          openedAt: NINE,
          changedAt: NINE,
          subject: 'reset password 1',
        },
      ]);
    });

    test('name the mails of a ticket, oldest first', async () => {
      await newTicket(open.store);

      expect(await open.store.history.mails(numberOf(1))).toEqual([
        {
          mail: mailOf(1),
          messageId: 'mail-1@kemenkeu.example',
          from: 'budi@kemenkeu.example',
          fromName: 'Budi Santoso',
          subject: 'Reset password email',
          receivedAt: anArrival(1).receivedAt,
          sha256: 'a'.repeat(64),
        },
      ]);
      expect(await open.store.history.decisions(mailOf(9))).toEqual([]);
    });
  });
});
