import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openStore, type Store } from '../../src/record/open-store.ts';
import { keyOfLetter } from '../../src/record/stored-letter.ts';
import { MINUTE } from '../../src/shared/time.ts';
import { sqliteInTempDir, watched } from '../support/databases.ts';
import {
  BUDI,
  DAY,
  NINE,
  aDecision,
  aLetter,
  anArrival,
  factsOf,
  mailOf,
  numberOf,
  opening,
  toTeam,
} from './builders.ts';
import { evolve } from '../../src/ticket/evolve.ts';

/** Whatever a mail, a letter or a look at the figures costs must not grow with the number of tickets: no query walks a table. */
describe('with any number of tickets', () => {
  let temp: ReturnType<typeof sqliteInTempDir>;
  let store: Store;
  let queries: Set<string>;

  beforeEach(async () => {
    temp = sqliteInTempDir();
    queries = new Set();
    store = await openStore({ database: watched(temp.dialect(), (sql) => queries.add(sql)), evolve });
    queries.clear();
  });
  afterEach(async () => {
    await store.close();
    await temp.remove();
  });

  test('a mail is listed, looked up, recorded and moved by index', async () => {
    await store.ledger.openMailbox('INBOX', { uidValidity: '7', activationUid: 1, activatedAt: NINE });
    await store.ledger.mailbox('INBOX');
    await store.ledger.knownUids('INBOX', '7', 1, 250);
    await store.ledger.list([anArrival(1), anArrival(2)], 'kept');
    await store.ledger.undecided(10);
    await store.ledger.startAttempts([mailOf(1)]);
    await store.tickets.sameMail('identity-1', 'mail-1@kemenkeu.example');
    await store.tickets.nextNumber(DAY);
    const several = aLetter({ template: 'requester.several', ticket: null, step: 'all' });
    await store.recorder.record(opening(1, 1, { letters: [aLetter(), toTeam(), several] }), factsOf(1));
    await store.tickets.byMessageIds(['mail-1@kemenkeu.example', `${keyOfLetter(several)}-${'a'.repeat(16)}@x`]);
    await store.tickets.letter(keyOfLetter(aLetter()));
    await store.tickets.find(numberOf(1));
    await store.tickets.ofRequester(BUDI, 10);
    await store.tickets.awaiting([BUDI]);
    await store.tickets.openIncidents('jaringan', NINE);
    const closed = { type: 'Closed', v: 1, at: NINE, mail: mailOf(2), how: 'confirmed' } as const;
    const change = { number: numberOf(1), expectedVersion: 1, events: [closed], texts: [] };
    const voids = [keyOfLetter(toTeam())];
    await store.recorder.record(aDecision({ mail: mailOf(2), tickets: [change], voidLetters: voids }), factsOf(2));
    await store.ledger.unmoved('INBOX', '7', 10);
    await store.ledger.lying('INBOX', 10);
    await store.ledger.markMoved([mailOf(1), mailOf(2)], 'Done');
    await store.deskBook.lastReceipt(BUDI);
    await store.deskBook.receiptOf(keyOfLetter(toTeam()));
    await store.history.decisions(mailOf(1));
    await store.history.mails(numberOf(1));

    expect(slowSteps(temp.file, queries)).toEqual([]);
  });

  test('letters are claimed, sent, refused and counted by index', async () => {
    await store.ledger.list([anArrival(1), anArrival(2)], 'kept');
    await store.recorder.record(opening(1), factsOf(1));
    await store.recorder.record(opening(2), factsOf(2));
    queries.clear();
    for (let rows = await store.outbox.claim(NINE, 10, MINUTE); rows.length > 0;) {
      for (const row of rows) await store.outbox.markSent(row.key, { at: NINE, reply: '250', text: '', late: false });
      rows = await store.outbox.claim(NINE, 10, MINUTE);
    }
    const key = keyOfLetter(aLetter());
    await store.outbox.retryAt(key, NINE, '451');
    await store.outbox.markFailed(key, {
      at: NINE,
      reply: '550',
      status: '5.1.1',
      deskLetter: toTeam({ step: 'failed' }),
    });
    await store.outbox.park([key], 'cap');
    await store.outbox.retry([key], NINE);
    await store.outbox.find(key);
    await store.outbox.counts();
    await store.outbox.oldestWaiting();
    await store.outbox.sentTo('budi@kemenkeu.example', NINE);
    await store.outbox.sentInTicket(numberOf(1), NINE);
    await store.outbox.traffic(NINE);
    await store.outbox.list({ state: 'sent', limit: 10 });

    expect(slowSteps(temp.file, queries)).toEqual([]);
  });

  test('what waits for a person is listed and counted by index', async () => {
    await store.ledger.list([anArrival(1), anArrival(2)], 'kept');
    await store.recorder.record(aDecision({ disposition: { kind: 'hold', reason: 'spam' } }), factsOf(1));
    await store.recorder.record(
      aDecision({ mail: mailOf(2), disposition: { kind: 'hold', reason: 'spam' } }),
      factsOf(2),
    );
    await store.ledger.held();
    await store.ledger.counts();
    await store.ledger.row(mailOf(1));
    await store.ledger.release(mailOf(1));
    await store.ledger.drop(mailOf(2));
    await store.tickets.list({ status: 'triage', limit: 10 });

    expect(slowSteps(temp.file, queries)).toEqual([]);
  });

  test('traffic is counted within its span, not among all that was ever sent', async () => {
    await store.outbox.traffic(NINE);

    const steps = [...queries].flatMap((sql) => stepsOf(temp.file, sql));
    expect(steps).toContain('SEARCH outbox USING COVERING INDEX outbox_sent (left_at>?)');
  });

  test('a query without an index would be found out', () => {
    expect(slowSteps(temp.file, new Set(['select * from decisions order by reason']))).toHaveLength(2);
  });
});

function slowSteps(file: string, queries: ReadonlySet<string>): readonly string[] {
  expect(queries.size).toBeGreaterThan(0);
  return [...queries].flatMap((sql) =>
    stepsOf(file, sql)
      .filter((step) => /^SCAN (?!CONSTANT ROW|\d+.ROW VALUES CLAUSE)|TEMP B-TREE/.test(step))
      .map((step) => `${step}: ${sql}`),
  );
}

function stepsOf(file: string, sql: string): readonly string[] {
  if (!/^\s*(select|insert|update|delete)/.test(sql)) return [];
  const database = new Database(file, { readonly: true });
  const unbound = sql.replaceAll('?', 'null');
  const steps = database.prepare<[], { detail: string }>(`explain query plan ${unbound}`).all();
  database.close();
  return steps.map((step) => step.detail.trim());
}
