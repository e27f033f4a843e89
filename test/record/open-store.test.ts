import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openStore, type Store } from '../../src/record/open-store.ts';
import { keyOfLetter } from '../../src/record/stored-letter.ts';
import { sqliteInTempDir, withRoomFor } from '../support/databases.ts';
import { DAY, NINE, aLetter, anArrival, factsOf, mailOf, newTicket, numberOf, opening } from './builders.ts';
import { evolve } from '../../src/ticket/evolve.ts';

/** The indexes that the last step of the migrations makes, and those that it takes away. */
const LEAN = [
  'outbox_unsent',
  'outbox_waiting',
  'outbox_of_ticket',
  'outbox_sent',
  'outbox_failed',
  'outbox_reached',
  'ledger_decided',
];
const FULL = [
  'outbox_state on outbox (state, seq)',
  'outbox_left_at on outbox (state, left_at)',
  'outbox_ticket on outbox (ticket, state, seq)',
  'outbox_recipient on outbox (recipient, left_at) where left_at is not null',
  'ledger_decided_at on ledger (decided_at)',
];

let temp: ReturnType<typeof sqliteInTempDir>;
let stores: Store[];

const open = async (database: string = `sqlite:${temp.file}`): Promise<Store> => {
  const store = await openStore({ database, evolve });
  stores.push(store);
  return store;
};

beforeEach(() => {
  temp = sqliteInTempDir();
  stores = [];
});
afterEach(async () => {
  for (const store of stores) await store.close();
  await temp.remove();
});

describe('opening', () => {
  test('makes the database and its folder, and finds everything again', async () => {
    const nested = `sqlite:${join(temp.file, '..', 'deeper', 'still', 'loket.db')}`;
    await newTicket(await open(nested));

    expect((await (await open(nested)).tickets.find(numberOf(1)))?.version).toBe(1);
  });

  test('writes ahead and syncs every commit', async () => {
    await open();

    const database = new Database(temp.file);
    expect(database.pragma('journal_mode', { simple: true })).toBe('wal');
    database.close();
  });

  test('brings a database of the version before to its newest shape, with letters in every state', async () => {
    const store = await open();
    await store.ledger.list([anArrival(1), anArrival(2)], 'kept');
    await store.recorder.record(opening(1), factsOf(1));
    await store.recorder.record(opening(2), factsOf(2));
    await store.outbox.claim(NINE, 1, 60_000);
    await store.outbox.markSent(keyOfLetter(aLetter()), { at: NINE, reply: '250', text: '', late: false });
    const before = await store.outbox.counts();
    await store.close();
    const database = new Database(temp.file);
    const shape = (): unknown => database.prepare(`select sql from sqlite_master where sql <> '' order by name`).all();
    const newest = shape();
    for (const name of LEAN) database.exec(`drop index ${name}`);
    for (const index of FULL) database.exec(`create index ${index}`);
    database.exec('alter table people drop column named_at');
    database.exec('drop table signatures');
    database.exec('alter table decisions drop column asked');
    database.exec('delete from migrations where id >= 10');

    const migrated = await open();

    expect(shape()).toEqual(newest);
    database.close();
    expect(await migrated.outbox.counts()).toEqual(before);
    expect(await migrated.outbox.sentTo('budi@kemenkeu.example', NINE)).toBe(0);
    expect((await migrated.outbox.list({ state: 'sent', limit: 10 })).map(({ key }) => key)).toEqual([
      keyOfLetter(aLetter()),
    ]);
    expect(await migrated.recorder.rebuild({ mend: false })).toEqual([]);
  });

  test('refuses a database that a newer version has written', async () => {
    await (await open()).close();
    const database = new Database(temp.file);
    database.exec(`insert into migrations values (99, 'from-the-future')`);
    database.close();

    await expect(openStore({ database: temp.dialect(), evolve })).rejects.toMatchObject({
      code: 'E_CONFIG',
    });
  });

  test('refuses a database it does not know', async () => {
    for (const database of ['postgres://loket@host/db', 'loket.db', 'sqlite:']) {
      await expect(openStore({ database, evolve })).rejects.toMatchObject({ code: 'E_CONFIG' });
    }
  });

  test('refuses a file that is no database, as a fault of the storage', async () => {
    const folder = `sqlite:${join(temp.file, '..')}`;

    await expect(openStore({ database: folder, evolve })).rejects.toMatchObject({ code: 'E_STORAGE' });
  });

  test('looks while another process writes', async () => {
    await newTicket(await open());
    const writer = new Database(temp.file);
    writer.exec('begin immediate');

    const ticket = await (await open()).tickets.find(numberOf(1));

    writer.exec('rollback');
    writer.close();
    expect(ticket?.version).toBe(1);
  });

  test('leaves nothing of a migration that broke off', async () => {
    const database = new Database(temp.file);
    database.exec('create table outbox (something text)');
    database.close();

    await expect(open()).rejects.toMatchObject({ code: 'E_STORAGE' });

    const after = new Database(temp.file);
    expect(after.prepare(`select name from sqlite_master where type = 'table'`).all()).toEqual([{ name: 'outbox' }]);
    after.close();
  });
});

describe('storage that fails', () => {
  test('a full disk is a fault to retry, nothing is half-written, and it goes on once there is room', async () => {
    const store = await open();
    await store.ledger.list([anArrival(1)], 'kept');
    const text = { name: 'subject', text: 'x'.repeat(3_000_000) };
    const decision = opening(1);
    const large = { ...decision, tickets: decision.tickets.map((it) => ({ ...it, texts: [text] })) };
    await store.close();
    const small = await openStore({ database: withRoomFor(500, temp.dialect()), evolve });
    stores.push(small);

    await expect(small.recorder.record(large, factsOf(1))).rejects.toMatchObject({
      code: 'E_STORAGE',
      retryable: true,
      cause: { code: 'SQLITE_FULL' },
    });

    expect((await small.ledger.row(mailOf(1)))?.state).toBe('kept');
    expect(await small.tickets.nextNumber(DAY)).toBe(1);
    const together = [small.recorder.record(large, factsOf(1)), small.ledger.startAttempts([mailOf(1)])];
    const [failed] = await Promise.allSettled(together);
    expect(failed).toMatchObject({ status: 'rejected', reason: { cause: { code: 'SQLITE_FULL' } } });
    await small.recorder.record(decision, factsOf(1));
    expect((await small.tickets.find(numberOf(1)))?.version).toBe(1);
  });

  test('a closed database is a fault of the storage', async () => {
    const store = await open();
    await store.close();

    await expect(store.tickets.find(numberOf(1))).rejects.toMatchObject({ code: 'E_STORAGE' });
    await expect(store.ledger.list([anArrival(1)], 'kept')).rejects.toMatchObject({ code: 'E_STORAGE' });
  });

  test('closing waits for what is being written', async () => {
    const store = await open();

    const listing = store.ledger.list([anArrival(1)], 'kept');
    await store.close();
    await listing;

    expect((await (await open()).ledger.counts()).kept).toBe(1);
  });

  test('a process killed while it records loses nothing that it had promised', { timeout: 60_000 }, async () => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'endless-recorder.ts'), temp.file], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let promised = 0;
    child.stdout.setEncoding('utf8').on('data', (lines: string) => {
      promised = Number(lines.trim().split('\n').at(-1));
      if (promised >= 20) child.kill('SIGKILL');
    });
    await once(child, 'exit');

    const store = await open();
    const recorded = (await store.tickets.nextNumber(DAY)) - 1;
    expect(recorded).toBeGreaterThanOrEqual(promised);
    expect(recorded).toBeGreaterThanOrEqual(20);
    expect((await store.tickets.list({ limit: 10_000 })).length).toBe(recorded);
    expect((await store.ledger.counts()).decided).toBe(recorded);
    expect((await store.outbox.counts()).waiting).toBe(recorded * 2);
    expect(await store.recorder.rebuild({ mend: false })).toEqual([]);
  });
});

describe('rebuilding', () => {
  test('finds and mends a projection that differs from its events', async () => {
    const store = await open();
    await newTicket(store);
    const database = new Database(temp.file);
    database.exec(`update tickets set status = 'closed', team = 'RFT-AKUN'`);

    expect(await store.recorder.rebuild({ mend: false })).toEqual([numberOf(1)]);
    expect((await store.tickets.list({ limit: 1 }))[0]?.status).toBe('closed');
    expect(await store.recorder.rebuild({ mend: true })).toEqual([numberOf(1)]);
    expect((await store.tickets.list({ limit: 1 }))[0]?.status).toBe('triage');
    expect(await store.recorder.rebuild({ mend: true })).toEqual([]);
    database.close();
  });

  test('takes away a ticket that has no events', async () => {
    const store = await open();
    await newTicket(store);
    const database = new Database(temp.file);
    database.exec('delete from events');
    database.close();

    expect(await store.recorder.rebuild({ mend: true })).toEqual([numberOf(1)]);
    expect(await store.tickets.list({ limit: 10 })).toEqual([]);
  });

  test('walks through more tickets than it reads at a time', async () => {
    const store = await open();
    const uids = Array.from({ length: 450 }, (_, index) => index + 1);
    await store.ledger.list(
      uids.map((uid) => anArrival(uid)),
      'kept',
    );
    await Promise.all(uids.map((uid) => store.recorder.record(opening(uid), factsOf(uid))));
    const database = new Database(temp.file);
    database.exec(`update tickets set kind = 'question' where number in ('${numberOf(3)}', '${numberOf(449)}')`);
    database.close();

    expect(await store.recorder.rebuild({ mend: false })).toEqual([numberOf(3), numberOf(449)]);
  });

  test('says which event it cannot read', async () => {
    const store = await open();
    await newTicket(store);
    const database = new Database(temp.file);
    database.exec(`update events set payload = '{"kind": "nonsense"}'`);
    database.close();

    await expect(store.tickets.find(numberOf(1))).rejects.toThrow(`event 1 of ticket ${numberOf(1)} (TicketOpened v1)`);
    await expect(store.recorder.rebuild({ mend: false })).rejects.toMatchObject({ code: 'E_STORAGE' });
  });
});

describe('letters that can no longer be read', () => {
  test('are parked for a person, and the others leave', async () => {
    const store = await open();
    await store.ledger.list([anArrival(1), anArrival(2)], 'kept');
    await store.recorder.record(opening(1), factsOf(1));
    await store.recorder.record(opening(2), factsOf(2));
    const database = new Database(temp.file);
    database.exec(`update outbox_texts set letter = '{"template": "requester.gone"}' where seq = 2`);
    database.close();

    const claimed = await store.outbox.claim(NINE, 10, 60_000);

    expect(claimed.map((row) => row.letter.ticket)).toEqual([numberOf(2)]);
    expect((await store.outbox.counts()).parked).toBe(1);
  });

  test('are listed with what is left once retention has emptied them', async () => {
    const store = await open();
    await newTicket(store);
    const database = new Database(temp.file);
    database.exec(`update outbox_texts set letter = '', text = ''; update outbox set recipient = ''`);
    database.close();

    const letters = await store.outbox.list({ limit: 10 });

    expect(letters.map((row) => row.letter.template)).toEqual(['team.assigned', 'requester.received']);
    expect(letters.map((row) => row.letter.to)).toEqual([[], []]);
  });
});
