/** One ticket's events: read in order, appended only on the version that the decision was made on, folded into the projection. */
import { BotError } from '../shared/errors.ts';
import type { TicketNumber } from '../shared/ids.ts';
import type { EpochMs } from '../shared/time.ts';
import type { TicketEvent } from '../ticket/event.ts';
import { foldEvents, foldRows, type Folded, type Streams } from './folded.ts';
import { projectTicket, type Projection } from './projection.ts';
import { prepared } from './prepared.ts';
import type { Db, EventsTable, TicketsTable } from './schema.ts';
import { eventOf, eventRow } from './stored-event.ts';

export async function readEvents(db: Db, number: TicketNumber): Promise<readonly TicketEvent[]> {
  const { rows } = await selectEvents(db, { number });
  return rows.map(eventOf);
}

const selectEvents = prepared((db, it: { readonly number: string }) =>
  db.selectFrom('events').selectAll().where('ticket', 'in', [it.number]).orderBy('seq'),
);

/** Null when there is no such ticket. */
export async function readFolded(db: Db, streams: Streams, number: TicketNumber): Promise<Folded | null> {
  const known = streams.recall(number);
  const { rows } = await selectSince(db, { number, from: known?.folded.version ?? 0 });
  const [first, ...since] = rows;
  if (known && (!first || !isSame(known.newest, first))) {
    streams.forget();
    return readFolded(db, streams, number);
  }
  const folded = foldRows(streams.evolve, known ? since : rows, known?.folded);
  const newest = rows.at(-1);
  if (folded && newest) streams.remember(number, { folded, newest });
  return folded;
}

const selectSince = prepared((db, it: { readonly number: string; readonly from: number }) =>
  db.selectFrom('events').selectAll().where('ticket', 'in', [it.number]).where('seq', '>=', it.from).orderBy('seq'),
);

function isSame(one: EventsTable, other: EventsTable): boolean {
  const { seq, type, v, at, payload } = other;
  return one.seq === seq && one.type === type && one.v === v && one.at === at && one.payload === payload;
}

/** @throws {BotError} E_STREAM_CONFLICT when the ticket has another number of events by now */
export async function appendEvents(
  db: Db,
  streams: Streams,
  append: Append & { readonly expectedVersion: number },
): Promise<void> {
  const { number, expectedVersion } = append;
  const earlier = expectedVersion === 0 ? null : await readFolded(db, streams, number);
  if ((earlier?.version ?? 0) !== expectedVersion) throw conflictOf(number, expectedVersion);
  await appendTo(db, streams, earlier, append);
}

interface Append {
  readonly number: TicketNumber;
  readonly events: readonly TicketEvent[];
  /** Undefined where the events change nothing for the clock: then its time stays as it is. */
  readonly dueAt?: EpochMs | null;
}

/** @param earlier as it was read in this transaction; null for a new ticket */
export async function appendTo(
  db: Db,
  streams: Streams,
  earlier: Folded | null,
  { number, events, dueAt }: Append,
): Promise<void> {
  const expectedVersion = earlier?.version ?? 0;
  const folded = foldEvents(streams.evolve, events, earlier);
  const rows = events.map((event, index) => eventRow(number, expectedVersion + index + 1, event));
  const newest = rows.at(-1);
  if (!folded || !newest) return;

  const due = dueAt === undefined ? {} : { due_at: dueAt };
  const row = projectTicket(number, folded);
  if (earlier === null) await insertProjection(db, { due_at: null, ...row, ...due });
  else
    await updateProjection(
      db,
      { ...changedIn(projectTicket(number, earlier), row), ...due },
      { number, expectedVersion },
    );
  await insertEvents(db, { rows });
  streams.remember(number, { folded, newest });
}

const insertEvents = prepared((db, it: { readonly rows: readonly EventsTable[] }) =>
  db.insertInto('events').values([...it.rows]),
);

async function insertProjection(db: Db, row: TicketsTable): Promise<void> {
  const { numAffectedRows } = await insertTicket(db, row);
  if (numAffectedRows !== 1n) throw conflictOf(row.number, 0);
}

const insertTicket = prepared((db, row: TicketsTable) =>
  db
    .insertInto('tickets')
    .values(row)
    .onConflict((it) => it.doNothing()),
);

type Changes = Partial<TicketsTable>;

/** Each index that holds a named column is written anew, whether its value changes or not. */
function changedIn(before: Projection, after: Projection): Changes {
  const values = new Map<string, unknown>(Object.entries(before));
  return Object.fromEntries(Object.entries(after).filter(([column, value]) => values.get(column) !== value));
}

interface At {
  readonly number: TicketNumber;
  readonly expectedVersion: number;
}

async function updateProjection(db: Db, changes: Changes, at: At): Promise<void> {
  const { numAffectedRows } = await updateTicket(db, { changes: [changes], ...at });
  if (numAffectedRows !== 1n) throw conflictOf(at.number, at.expectedVersion);
}

const updateTicket = prepared((db, it: At & { readonly changes: readonly [Changes] }) =>
  db
    .updateTable('tickets')
    .set(it.changes[0])
    .where('number', '=', it.number)
    .where('version', '=', it.expectedVersion),
);

function conflictOf(number: string, expected: number): BotError {
  return new BotError('E_STREAM_CONFLICT', `ticket ${number} is no longer at version ${expected}; decide again`, {
    facts: { ticket: number, expected },
  });
}
