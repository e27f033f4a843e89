/** The send loop on the outbox as it is: SQLite, letters written by decisions. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openStore, type Store } from '../../src/record/open-store.ts';
import { evolve } from '../../src/ticket/evolve.ts';
import { anArrival, aDecision, aLetter, factsOf, mailOf, numberOf, opening } from '../record/builders.ts';
import { sqliteInTempDir } from '../support/databases.ts';
import { aboutFailure, aStage, until, type Stage } from './stage.ts';

const database = sqliteInTempDir();
let store: Store;
let stage: Stage;

beforeEach(async () => {
  store = await openStore({ database: database.dialect(), evolve });
  stage = await aStage();
});

afterEach(async () => {
  await stage.close();
  await store.close();
  await database.remove();
});

const range = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

/** Tickets of as many people; each mail opens one, with a letter to the requester and one to the team. */
async function openTickets(count: number): Promise<void> {
  for (const uid of range(count)) {
    await store.ledger.list([anArrival(uid)], 'kept');
    const decision = opening(uid);
    const at = stage.clock.now();
    const letters = decision.letters.map((letter) =>
      letter.template === 'requester.received'
        ? { ...letter, to: [{ name: '', address: `p${uid}@kantor.example` }] }
        : letter,
    );
    await store.recorder.record({ ...decision, at, letters }, factsOf(uid));
  }
}

const isTeam = (address: string): boolean => address.startsWith('rft-');

it('sends the answer of every ticket before its letter to the team, and notes the first response', async () => {
  await openTickets(30);

  stage.start({ outbox: store.outbox, isOurs: isTeam });
  await until(async () => (await store.outbox.counts()).sent === 60);

  for (const count of range(30)) {
    const types = (await store.tickets.events(numberOf(count))).map(({ type }) => type);
    expect(types).toEqual(['TicketOpened', 'FirstResponded']);
  }
  const arrived = stage.smtp.letters.map(({ messageId }) => messageId.split('@')[0]);
  for (const count of range(30)) {
    const letters = await store.outbox.list({ ticket: numberOf(count), limit: 10 });
    const placeOf = (template: string) =>
      arrived.indexOf(letters.find(({ letter }) => letter.template === template)?.key);
    expect(placeOf('requester.received')).toBeGreaterThanOrEqual(0);
    expect(placeOf('team.assigned')).toBeGreaterThan(placeOf('requester.received'));
  }
});

it('sends all of them under refusals, lost connections and a process that dies, none with a second Message-ID', async () => {
  await openTickets(30);
  stage.smtp.behave({ refuseShare: 0.2, dropShare: 0.1 });
  const running = setInterval(() => stage.clock.move(10_000), 20);

  const first = stage.start({ outbox: store.outbox, isOurs: isTeam });
  await sleep(60);
  await first.stop(0);
  const left = await store.outbox.list({ state: 'claimed', limit: 100 });
  stage.start({ outbox: store.outbox, isOurs: isTeam });
  await until(async () => (await store.outbox.counts()).sent === 60, 20_000);
  clearInterval(running);

  expect(new Set(stage.smtp.letters.map(({ messageId }) => messageId)).size).toBe(60);
  expect(left.length).toBeLessThanOrEqual(30);
});

it('tells the desk about a letter that was refused for good, and the ticket knows it', async () => {
  await openTickets(1);
  stage.smtp.behave({ recipients: { 'p1@kantor.example': '550 5.1.1 user unknown' } });

  stage.start({ outbox: store.outbox, undeliverable: aboutFailure });
  await until(async () => (await store.outbox.counts()).sent === 2);

  const events = await store.tickets.events(numberOf(1));
  expect(events.map(({ type }) => type)).toContain('LetterFailed');
  expect(stage.smtp.letters.map(({ to }) => to[0]).toSorted()).toEqual([
    'meja-layanan@kantor.example',
    'rft-akun@kemenkeu.example',
  ]);
});

it('parks the 21st letter without a ticket to one address', async () => {
  const letters = range(25).map((step) =>
    aLetter({ ticket: null, step: `status-${step}`, template: 'requester.status' }),
  );
  for (const uid of range(20)) {
    await store.ledger.list([anArrival(uid)], 'kept');
    await store.recorder.record(aDecision({ mail: mailOf(uid), at: stage.clock.now() }), factsOf(uid));
  }
  await store.recorder.record(aDecision({ mail: null, at: stage.clock.now(), letters }), null);

  stage.start({ outbox: store.outbox });
  await until(async () => (await store.outbox.counts()).waiting + (await store.outbox.counts()).claimed === 0);

  expect(await store.outbox.counts()).toMatchObject({ sent: 20, parked: 5 });
});
