import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Decision } from '../../src/decide/decision.ts';
import { keyOfLetter } from '../../src/record/stored-letter.ts';
import { BotError } from '../../src/shared/errors.ts';
import { asTeamCode } from '../../src/shared/ids.ts';
import type { TicketEvent } from '../../src/ticket/event.ts';
import { onEveryDatabase } from '../support/every-database.ts';
import {
  BUDI,
  DAY,
  NINE,
  RFT,
  SRI,
  aDecision,
  aLetter,
  anArrival,
  factsOf,
  mailOf,
  numberOf,
  openedEvent,
  opening,
  toTeam,
} from './builders.ts';

const assigned: TicketEvent = { type: 'Assigned', v: 1, at: NINE + 1, team: asTeamCode('RFT-AKUN') };

/** What a second mail does to the first ticket. */
const following = (uid: number, expectedVersion: number, over: Partial<Decision> = {}): Decision =>
  aDecision({
    mail: mailOf(uid),
    tickets: [
      {
        number: numberOf(1),
        expectedVersion,
        events: [
          { type: 'MailAttached', v: 1, at: NINE + uid, mail: mailOf(uid), writer: SRI, role: 'approver' },
          assigned,
        ],
        texts: [{ name: 'summary', text: `mail ${uid}` }],
      },
    ],
    ...over,
  });

onEveryDatabase('the recorder', (open) => {
  describe('a mail that opens a ticket', () => {
    test('leaves ticket, letters, ledger row, texts, people and counter', async () => {
      await open.store.ledger.list([anArrival(1)], 'kept');

      await open.store.recorder.record(opening(1), factsOf(1));

      const ticket = await open.store.tickets.find(numberOf(1));
      expect(ticket).toMatchObject({ number: numberOf(1), version: 1, texts: { subject: 'reset password 1' } });
      expect(ticket?.state.requester).toBe(BUDI);
      expect(ticket?.people.get(BUDI)).toEqual({ address: 'budi@kemenkeu.example', name: 'Budi Santoso' });
      expect(ticket?.thread).toEqual(['mail-1@kemenkeu.example']);
      expect(await open.store.ledger.row(mailOf(1))).toMatchObject({ state: 'decided', disposition: 'accept' });
      expect(await open.store.tickets.nextNumber(DAY)).toBe(2);
      expect((await open.store.outbox.counts()).waiting).toBe(2);
    });

    test('is written once, however often it is recorded', async () => {
      await open.store.ledger.list([anArrival(1)], 'kept');
      await open.store.recorder.record(opening(1), factsOf(1));

      await open.store.recorder.record(opening(1), factsOf(1));
      await open.store.recorder.record(opening(1, 2), factsOf(1));

      expect(await open.store.tickets.events(numberOf(1))).toHaveLength(1);
      expect(await open.store.tickets.find(numberOf(2))).toBeNull();
      expect(await open.store.tickets.nextNumber(DAY)).toBe(2);
      expect((await open.store.outbox.counts()).waiting).toBe(2);
      expect((await open.store.ledger.counts()).byDisposition).toEqual({ accept: 1 });
    });

    test('is written once when it is recorded several times at once', async () => {
      await open.store.ledger.list([anArrival(1)], 'kept');

      await Promise.all([1, 2, 3].map(() => open.store.recorder.record(opening(1), factsOf(1))));

      expect(await open.store.tickets.events(numberOf(1))).toHaveLength(1);
      expect((await open.store.outbox.counts()).waiting).toBe(2);
    });

    test('may open several tickets and answer them in one letter', async () => {
      await open.store.ledger.list([anArrival(1)], 'kept');
      const tickets = [1, 2].map((count) => ({
        number: numberOf(count),
        expectedVersion: 0,
        events: [openedEvent(mailOf(1))],
        texts: [],
      }));
      const letters = [aLetter({ template: 'requester.several', ticket: null })];
      const decision = aDecision({ tickets, letters, numbers: { day: DAY, first: 1, count: 2 } });

      await open.store.recorder.record(decision, factsOf(1));

      expect(await open.store.tickets.list({ limit: 10 })).toHaveLength(2);
      expect(await open.store.tickets.nextNumber(DAY)).toBe(3);
    });

    test('is refused when its mail was never listed, as a fault of the program', async () => {
      const recording = open.store.recorder.record(opening(1), factsOf(1));

      await expect(recording).rejects.toThrow('never listed');
      await expect(recording).rejects.not.toBeInstanceOf(BotError);
    });
  });

  describe('conflicts', () => {
    test('a number taken meanwhile makes a conflict, and nothing is written', async () => {
      await open.store.ledger.list([anArrival(1), anArrival(2)], 'kept');
      await open.store.recorder.record(opening(1, 1), factsOf(1));

      const late = opening(2, 2, { numbers: { day: DAY, first: 1, count: 1 } });

      await expect(open.store.recorder.record(late, factsOf(2))).rejects.toMatchObject({ code: 'E_STREAM_CONFLICT' });
      expect((await open.store.ledger.row(mailOf(2)))?.state).toBe('kept');
      expect(await open.store.tickets.nextNumber(DAY)).toBe(2);
      expect(await open.store.tickets.find(numberOf(2))).toBeNull();
    });

    test('a number that skips the next one makes a conflict', async () => {
      await open.store.ledger.list([anArrival(1)], 'kept');
      const ahead = opening(1, 5);

      await expect(open.store.recorder.record(ahead, factsOf(1))).rejects.toMatchObject({ code: 'E_STREAM_CONFLICT' });
      expect(await open.store.tickets.nextNumber(DAY)).toBe(1);
    });

    test('each day counts for itself', async () => {
      await open.store.ledger.list([anArrival(1), anArrival(2)], 'kept');
      await open.store.recorder.record(opening(1), factsOf(1));

      await open.store.recorder.record(
        opening(2, 2, { numbers: { day: '2026-11-24', first: 1, count: 1 } }),
        factsOf(2),
      );

      expect(await open.store.tickets.nextNumber(DAY)).toBe(2);
      expect(await open.store.tickets.nextNumber('2026-11-24')).toBe(2);
    });

    test('a ticket that has moved on makes a conflict, and nothing is written', async () => {
      await open.store.ledger.list([anArrival(1), anArrival(2), anArrival(3)], 'kept');
      await open.store.recorder.record(opening(1), factsOf(1));
      await open.store.recorder.record(following(2, 1), factsOf(2));

      const stale = following(3, 1, { letters: [toTeam({ source: mailOf(3) })] });

      await expect(open.store.recorder.record(stale, factsOf(3))).rejects.toMatchObject({ code: 'E_STREAM_CONFLICT' });
      expect(await open.store.tickets.events(numberOf(1))).toHaveLength(3);
      expect(await open.store.outbox.find(keyOfLetter(toTeam({ source: mailOf(3) })))).toBeNull();
      await open.store.recorder.record(following(3, 3), factsOf(3));
      expect(await open.store.tickets.events(numberOf(1))).toHaveLength(5);
    });

    test('a ticket that exists cannot be opened once more', async () => {
      await open.store.ledger.list([anArrival(1), anArrival(2)], 'kept');
      await open.store.recorder.record(opening(1), factsOf(1));
      const again = opening(2, 1, { numbers: null });

      await expect(open.store.recorder.record(again, factsOf(2))).rejects.toMatchObject({ code: 'E_STREAM_CONFLICT' });
    });

    test('among mails recorded together, one conflict costs the others nothing', async () => {
      await open.store.ledger.list([anArrival(1), anArrival(2), anArrival(3)], 'kept');

      const outcomes = await Promise.allSettled([
        open.store.recorder.record(opening(1, 1), factsOf(1)),
        open.store.recorder.record(opening(2, 7), factsOf(2)),
        open.store.recorder.record(opening(3, 2), factsOf(3)),
      ]);

      expect(outcomes.map((it) => it.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      expect((await open.store.tickets.list({ limit: 10 })).map((it) => it.number).sort()).toEqual([
        numberOf(1),
        numberOf(2),
      ]);
      expect((await open.store.ledger.row(mailOf(2)))?.state).toBe('kept');
    });
  });

  describe('later decisions', () => {
    test('fold into the ticket, its texts and its thread', async () => {
      await open.store.ledger.list([anArrival(1), anArrival(2)], 'kept');
      await open.store.recorder.record(opening(1), factsOf(1));

      const sri = { id: SRI, address: 'sri@kemenkeu.example', name: 'Sri' };
      await open.store.recorder.record(following(2, 1, { people: [sri] }), factsOf(2));

      const ticket = await open.store.tickets.find(numberOf(1));
      expect(ticket).toMatchObject({ version: 3, state: { status: 'assigned', team: 'RFT-AKUN' } });
      expect(ticket?.texts).toEqual({ subject: 'reset password 1', summary: 'mail 2' });
      expect(ticket?.thread).toEqual(['mail-1@kemenkeu.example', 'mail-2@kemenkeu.example']);
      expect([...(ticket?.people.keys() ?? [])].sort()).toEqual([SRI, BUDI].sort());
    });

    test('need no mail: a tick or a command changes tickets, too', async () => {
      await open.store.ledger.list([anArrival(1)], 'kept');
      await open.store.recorder.record(opening(1), factsOf(1));
      const closed: TicketEvent = { type: 'Closed', v: 1, at: NINE + 9, mail: null, how: 'rule' };
      const change = { number: numberOf(1), expectedVersion: 1, events: [closed], texts: [] };

      await open.store.recorder.record(aDecision({ mail: null, at: NINE + 9, tickets: [change] }), null);

      expect((await open.store.tickets.find(numberOf(1)))?.state.status).toBe('closed');
      expect((await open.store.ledger.counts()).byDisposition).toEqual({ accept: 1 });
    });

    test('leave a letter alone that is there already', async () => {
      await open.store.ledger.list([anArrival(1)], 'kept');
      await open.store.recorder.record(opening(1), factsOf(1));
      const tick = aDecision({
        mail: null,
        letters: [toTeam({ subject: 'another subject' }), toTeam({ step: 'reminder-1' })],
      });

      await open.store.recorder.record(tick, null);
      await open.store.recorder.record(tick, null);

      expect((await open.store.outbox.find(keyOfLetter(toTeam())))?.letter.subject).toBe(toTeam().subject);
      expect((await open.store.outbox.counts()).waiting).toBe(3);
    });

    test('keep the name of a person when a mail gives none', async () => {
      await open.store.ledger.list([anArrival(1), anArrival(2)], 'kept');
      await open.store.recorder.record(opening(1), factsOf(1));

      const nameless = { id: BUDI, address: 'budi.s@kemenkeu.example', name: '' };
      await open.store.recorder.record(following(2, 1, { people: [nameless, nameless] }), factsOf(2));

      const ticket = await open.store.tickets.find(numberOf(1));
      expect(ticket?.people.get(BUDI)).toEqual({ address: 'budi.s@kemenkeu.example', name: 'Budi Santoso' });
    });

    test('cannot say less than the trace they were made with', async () => {
      await open.store.ledger.list([anArrival(1)], 'kept');
      const trace = [
        { rule: 'bounce', matched: false, detail: '' },
        { rule: 'otherwise', matched: true, detail: 'reset, password' },
      ];

      await open.store.recorder.record(opening(1, 1, { trace, reason: 'a request' }), factsOf(1));

      expect(await open.store.history.decisions(mailOf(1))).toEqual([
        { at: NINE, disposition: 'accept', reason: 'a request', autoReply: true, noReplyReason: null, trace },
      ]);
    });
  });

  describe('texts of strangers', () => {
    test('are kept where they hold what a database refuses', async () => {
      await open.store.ledger.list([anArrival(1)], 'kept');
      const odd = 'nul \0, half a pair \uD800, quote \' and ; drop table "events"';
      const subject = { name: 'subject', text: odd };
      const change = { number: numberOf(1), expectedVersion: 0, events: [openedEvent(mailOf(1))], texts: [subject] };
      const decision = aDecision({ tickets: [change], reason: odd, letters: [aLetter({ fields: { odd } })] });

      const from = { name: odd, address: 'budi@kemenkeu.example' };
      await open.store.recorder.record(decision, factsOf(1, { subject: odd, from, messageId: `${odd}@x` }));

      const text = (await open.store.tickets.find(numberOf(1)))?.texts['subject'];
      expect(text).toBe(odd.replace('\0', '\uFFFD').replace('\uD800', '\uFFFD'));
      expect((await open.store.tickets.byMessageIds([`${odd}@x`])).map((it) => it.number)).toEqual([numberOf(1)]);
      expect((await open.store.outbox.find(keyOfLetter(aLetter())))?.letter.fields).toEqual({ odd });
    });

    test('may name a Message-ID longer than any index bears', async () => {
      await open.store.ledger.list([anArrival(1)], 'kept');
      const messageId = `${Array.from({ length: 3_000 }, (_, index) => index.toString(36)).join('')}@x`;

      await open.store.recorder.record(opening(1), factsOf(1, { messageId }));

      expect((await open.store.tickets.sameMail('other', messageId)).sameMessageId).toBe(mailOf(1));
    });
  });

  describe('for any run of events', () => {
    test('folding the events gives the projection', { timeout: 120_000 }, async () => {
      let uid = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(laterEvents, { maxLength: 5 }), async (batches) => {
          const count = ++uid;
          await open.store.ledger.list([anArrival(count)], 'kept');
          await open.store.recorder.record(opening(count), factsOf(count));
          let version = 1;
          for (const events of batches) {
            const change = { number: numberOf(count), expectedVersion: version, events, texts: [] };
            await open.store.recorder.record(aDecision({ mail: null, tickets: [change] }), null);
            version += events.length;
          }

          expect(await open.store.recorder.rebuild({ mend: false })).toEqual([]);
          const ticket = await open.store.tickets.find(numberOf(count));
          const [summary] = (await open.store.tickets.list({ limit: 1_000 })).filter(
            (it) => it.number === ticket?.number,
          );
          expect(ticket?.version).toBe(version);
          expect(summary?.status).toBe(ticket?.state.status);
          expect(summary?.team).toBe(ticket?.state.team);
        }),
        { numRuns: 25 },
      );
    });

    test('events come back as they were written', { timeout: 120_000 }, async () => {
      let uid = 0;
      await fc.assert(
        fc.asyncProperty(laterEvents, async (events) => {
          const count = ++uid;
          await open.store.ledger.list([anArrival(count)], 'kept');
          await open.store.recorder.record(opening(count), factsOf(count));
          const change = { number: numberOf(count), expectedVersion: 1, events, texts: [] };
          await open.store.recorder.record(aDecision({ mail: null, tickets: [change] }), null);

          expect((await open.store.tickets.events(numberOf(count))).slice(1)).toEqual(events);
        }),
        { numRuns: 25 },
      );
    });
  });
});

const at = fc.integer({ min: NINE, max: NINE + 1e9 });
const team = fc.constantFrom('RFT-AKUN', 'RFT-JARINGAN').map(asTeamCode);
const text = fc.string({ unit: 'grapheme', maxLength: 20 });
const mail = fc.integer({ min: 1, max: 1e6 }).map(mailOf);
const writer = fc.constantFrom(BUDI, SRI, RFT);
const v = fc.constant(1 as const);
const laterEvents: fc.Arbitrary<readonly TicketEvent[]> = fc.array(
  fc.oneof(
    fc.record({ type: fc.constant('Assigned' as const), v, at, team }),
    fc.record({ type: fc.constant('RequestCompleted' as const), v, at }),
    fc.record({ type: fc.constant('NoteAdded' as const), v, at, mail, writer }),
    fc.record({ type: fc.constant('Reopened' as const), v, at, mail }),
    fc.record({ type: fc.constant('Resolved' as const), v, at, mail, writer, team, label: fc.option(text) }),
    fc.record({
      type: fc.constant('Classified' as const),
      v,
      at,
      by: fc.constantFrom('bot' as const, 'desk' as const),
      service: fc.option(text),
      variant: fc.option(text),
      incident: fc.option(text),
      confidence: fc.double({ min: 0, max: 1, noNaN: true }).map((value) => Math.round(value * 100) / 100),
      quantity: fc.option(fc.nat()),
      rules: text,
    }),
    fc.record({
      type: fc.constant('RequirementsChecked' as const),
      v,
      at,
      mail,
      missing: fc.array(text, { maxLength: 3 }),
      verdict: fc.constantFrom('ok' as const, 'missing' as const),
      superior: fc.option(writer),
      eventDate: fc.constantFrom(null, '2026-11-30'),
      inJakarta: fc.option(fc.boolean()),
    }),
  ),
  { minLength: 1, maxLength: 4 },
);
