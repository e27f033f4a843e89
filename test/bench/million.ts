/**
 * A database with many old tickets: the rows that the daemon wrote for a few mails, written again and again as other mails, people and
 * times. Texts of the letters are empty, as retention leaves them.
 */
import { createHash } from 'node:crypto';
import Database from 'better-sqlite3';
import { formatNumber } from '../../src/ticket/number.ts';

type Value = string | number | null;
type Row = Readonly<Record<string, Value>>;

/** So many are made one by one, the rest from them by SQL. */
const BASE = 5_000;
const PEOPLE = BASE;
const DAY_MS = 86_400_000;
/** The newest is two days old; they come 30 s apart. */
const NEWEST_MS = 2 * DAY_MS;
const APART_MS = 30_000;
/** Places in the order of decisions and letters for each ticket. */
const PLACES = 10;

const TABLES = [
  'ledger',
  'mails',
  'mail_texts',
  'decisions',
  'tickets',
  'events',
  'ticket_texts',
  'ticket_mails',
  'outbox',
  'outbox_texts',
] as const;
/** How the old rows are found where not by their place among all decisions and letters. */
const OLD_TICKETS = "in (select ticket from ticket_mails where message_id like 'old-%')";
const SELECTION: Readonly<Record<string, string>> = {
  tickets: `number ${OLD_TICKETS}`,
  events: `ticket ${OLD_TICKETS}`,
  ticket_texts: `ticket ${OLD_TICKETS}`,
};
const OF_TICKET = ['tickets', 'events', 'ticket_texts', 'ticket_mails', 'outbox'] as const;
const TIMES =
  /^(received_at|opened_at|changed_at|completed_at|resolved_at|first_response_at|last_mail_at|decided_at|at|created_at|next_attempt_at|left_at)$/;

interface Prototype {
  readonly number: string;
  readonly mail: string;
  readonly keys: readonly string[];
  /** Place of its decision. */
  readonly place: number;
  readonly rows: readonly (readonly [table: string, row: Row])[];
}

/**
 * @param path a database of the daemon with the prototypes; it is changed
 * @param tell says how far it is: a million takes minutes
 */
export function multiplyTickets(path: string, tickets: number, tell: (said: string) => void): void {
  const db = openForMaking(path);
  const base = Math.min(tickets, BASE);
  const rounds = Math.ceil(tickets / base);
  const prototypes = readPrototypes(db);
  const last = Number(db.prepare("select value from counters where kind = 'sequence'").pluck().get());
  const indexes = dropIndexes(db);
  const step = (name: string, work: () => unknown): void => {
    const began = Date.now();
    db.transaction(work)();
    tell(`${name}: ${((Date.now() - began) / 1_000).toFixed(1)} s`);
  };
  step(`${base} tickets one by one`, () => copyAll(db, prototypes, { base, last }));
  for (const table of TABLES) step(`${table} times ${rounds}`, () => repeat(db, table, rounds, { base, last }));
  step('counters and people', () => finish(db, rounds * base, prototypes));
  step(`${indexes.length} indexes`, () => {
    for (const index of indexes) db.exec(index);
  });
  db.pragma('journal_mode = WAL');
  db.close();
}

/** Whatever goes wrong here, it is made anew: nothing is kept for the case. */
function openForMaking(path: string): Database.Database {
  const db = new Database(path);
  // The driver forbids to do without a journal otherwise, without a word: then all is written twice.
  db.unsafeMode();
  for (const setting of [
    'journal_mode = OFF',
    'synchronous = OFF',
    'locking_mode = EXCLUSIVE',
    'foreign_keys = OFF',
    'cache_size = -2000000',
    'temp_store = MEMORY',
  ])
    db.pragma(setting);
  return db;
}

/** An index that is made of all rows at once takes seconds; one that is kept up for each row takes minutes. */
function dropIndexes(db: Database.Database): readonly string[] {
  const made = db
    .prepare("select name, sql from sqlite_master where type = 'index' and sql is not null")
    .all() as Row[];
  for (const { name } of made) db.exec(`drop index "${String(name)}"`);
  return made.map(({ sql }) => String(sql));
}

interface Made {
  readonly base: number;
  /** Place of the last decision or letter of the prototypes. */
  readonly last: number;
}

function copyAll(db: Database.Database, prototypes: readonly Prototype[], { base, last }: Made): void {
  const insert = inserter(db);
  for (let index = 0; index < base; index += 1) {
    const prototype = prototypes[index % prototypes.length];
    if (prototype) for (const [table, row] of copies(prototype, index, last, base)) insert(table, row);
  }
}

/** All old rows of a table once more for each further round: earlier, at later places, under other names of the same shape. */
function repeat(db: Database.Database, table: string, rounds: number, of: Made): void {
  const columns = (db.prepare(`select name from pragma_table_info('${table}')`).pluck().all() as string[]).map(String);
  // No hash ends with an x: the new names are nobody's.
  const values = columns.map((column) => {
    if (TIMES.test(column)) return `${column} - round * ${of.base * APART_MS}`;
    if (column === 'uid') return `uid + round * ${of.base}`;
    if (column === 'seq' && table !== 'events') return `seq + round * ${of.base * PLACES}`;
    // The counter gets three digits more; the check digit stays that of the shorter number.
    if (/^(number|ticket)$/.test(column))
      return `substr(${column}, 1, 10) || printf('%03d', round) || substr(${column}, 11)`;
    if (column === 'message_id') return `round || '-' || message_id`;
    return /^(mail|source|key|identity)$/.test(column)
      ? `substr(${column}, 1, length(${column}) - 4) || printf('x%03d', round)`
      : column;
  });
  const old = SELECTION[table] ?? `seq > ${of.last} and seq <= ${of.last + (of.base + 1) * PLACES}`;
  db.exec(`create temp table base_${table} as select * from ${table} where ${old}`);
  db.exec(`with recursive rounds(round) as (select 1 union all select round + 1 from rounds where round < ${rounds - 1})
    insert into ${table} (${columns.join(', ')}) select ${values.join(', ')} from rounds cross join base_${table}
    where round < ${rounds}`);
}

function readPrototypes(db: Database.Database): readonly Prototype[] {
  const rowsOf = (table: string, column: string, value: Value): (readonly [string, Row])[] =>
    (db.prepare(`select * from ${table} where ${column} = ?`).all(value) as Row[]).map((row) => [table, row] as const);
  return (db.prepare('select * from ticket_mails').all() as Row[]).map((attached) => {
    const [number, mail, place] = [String(attached['ticket']), String(attached['mail']), Number(attached['seq'])];
    const ofTicket = OF_TICKET.flatMap((table) => rowsOf(table, table === 'tickets' ? 'number' : 'ticket', number));
    const letters = ofTicket.filter(([table]) => table === 'outbox').map(([, row]) => row);
    const texts = letters.map(({ seq }) => ['outbox_texts', { seq: seq ?? null, letter: '', text: '' }] as const);
    const ofMail = ['mails', 'mail_texts', 'decisions'].flatMap((table) => rowsOf(table, 'seq', place));
    const rows = [...rowsOf('ledger', 'mail', mail), ...ofMail, ...ofTicket, ...texts];
    return { number, mail, place, keys: letters.map(({ key }) => String(key)), rows };
  });
}

function* copies(from: Prototype, index: number, last: number, tickets: number): Generator<readonly [string, Row]> {
  const age = NEWEST_MS + (tickets - index) * APART_MS;
  const mail = hashOf(`mail ${index}`).slice(0, from.mail.length);
  const keys = new Map(from.keys.map((key) => [key, hashOf(`${key} ${index}`).slice(0, key.length)]));
  const place = last + 1 + index * PLACES;
  const day = new Date(Date.now() - age).toISOString().slice(0, 10);
  const number = formatNumber({ type: 'SR', day, counter: 1 + (index % 9_000) });
  // The writers of the measured mails have old tickets, too.
  const person = index % PEOPLE < 4 ? null : `old-${index % PEOPLE}`;
  const replaced = new Map<string, (value: Value, table: string) => Value>(
    Object.entries({
      number: () => number,
      ticket: () => number,
      mail: () => mail,
      source: () => mail,
      key: (value) => keys.get(String(value)) ?? value,
      message_id: () => `old-${index}@kemenkeu.example`,
      identity: () => hashOf(`identity ${index}`),
      uid: () => index + 1,
      uid_validity: () => 'old',
      seq: (value, table) => (table === 'events' || value === null ? value : place + Number(value) - from.place),
      payload: (value) =>
        [...keys, [from.mail, mail] as const].reduce((text, [old, now]) => text.replace(old, now), String(value)),
      ...(person === null
        ? {}
        : { requester: () => person, opened_by: () => person, person: () => person, writer: () => person }),
    } satisfies Record<string, (value: Value, table: string) => Value>),
  );
  const valueOf = (table: string, column: string, value: Value): Value => {
    const change = replaced.get(column);
    if (change) return change(value, table);
    return value !== null && TIMES.test(column) ? Number(value) - age : value;
  };
  for (const [table, row] of from.rows)
    yield [table, Object.fromEntries(Object.entries(row).map(([name, value]) => [name, valueOf(table, name, value)]))];
}

function inserter(db: Database.Database): (table: string, row: Row) => void {
  const statements = new Map<string, Database.Statement>();
  return (table, row) => {
    let statement = statements.get(table);
    if (!statement) {
      const names = Object.keys(row);
      statement = db.prepare(`insert into ${table} (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`);
      statements.set(table, statement);
    }
    statement.run(Object.values(row));
  };
}

function finish(db: Database.Database, tickets: number, prototypes: readonly Prototype[]): void {
  const add = db.prepare('update counters set value = value + ? where kind = ?');
  add.run((tickets + 1) * PLACES, 'sequence');
  const letters = prototypes.reduce((sum, { keys }) => sum + keys.length, 0) / prototypes.length;
  add.run(Math.round(tickets * letters), 'letters');
  add.run(tickets, 'mails');
  const person = db.prepare('insert into people (id, address, name) values (?, ?, ?)');
  for (let index = 0; index < PEOPLE; index += 1)
    person.run(`old-${index}`, `pegawai${index}@kemenkeu.example`, `Pegawai ${index}`);
  // The mailbox of the measured run is another one: its first run is still to come.
  db.exec('delete from mailboxes');
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
