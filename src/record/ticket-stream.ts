/** One ticket's events: read in order, appended only on the version that the decision was made on, folded into the projection. */
import { BotError } from '../shared/errors.ts';
import type { TicketNumber } from '../shared/ids.ts';
import type { EpochMs } from '../shared/time.ts';
import type { TicketEvent } from '../ticket/event.ts';
import { fold, projectTicket, type Evolve, type Projection } from './projection.ts';
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

/** @throws {BotError} E_STREAM_CONFLICT when the ticket has another number of events by now */
export async function appendEvents(
  db: Db,
  evolve: Evolve,
  append: {
    readonly number: TicketNumber;
    readonly expectedVersion: number;
    readonly events: readonly TicketEvent[];
    /** Undefined where the events change nothing for the clock: then its time stays as it is. */
    readonly dueAt?: EpochMs | null;
  },
): Promise<void> {
  const { number, expectedVersion, events, dueAt } = append;
  const earlier = expectedVersion === 0 ? [] : await readEvents(db, number);
  if (earlier.length !== expectedVersion) throw conflictOf(number, expectedVersion);
  if (events.length === 0) return;

  const all = [...earlier, ...events];
  const state = fold(evolve, all);
  if (!state) throw new Error(`ticket ${number} has events but no state`);
  const row = projectTicket(number, all, state);
  await writeProjection(db, dueAt === undefined ? row : { ...row, due_at: dueAt }, expectedVersion);
  const rows = events.map((event, index) => eventRow(number, expectedVersion + index + 1, event));
  await insertEvents(db, { rows });
}

const insertEvents = prepared((db, it: { readonly rows: readonly EventsTable[] }) =>
  db.insertInto('events').values([...it.rows]),
);

type Projected = Projection & { readonly due_at?: EpochMs | null };

async function writeProjection(db: Db, row: Projected, expectedVersion: number): Promise<void> {
  const { numAffectedRows } =
    expectedVersion === 0
      ? await insertTicket(db, { due_at: null, ...row })
      : await updateTicket(db, { row: [row], expectedVersion });
  if (numAffectedRows !== 1n) throw conflictOf(row.number, expectedVersion);
}

const insertTicket = prepared((db, row: TicketsTable) =>
  db
    .insertInto('tickets')
    .values(row)
    .onConflict((it) => it.doNothing()),
);

interface TicketUpdate {
  readonly row: readonly [Projected];
  readonly expectedVersion: number;
}

const updateTicket = prepared((db, { row: [row], expectedVersion }: TicketUpdate) =>
  db.updateTable('tickets').set(row).where('number', '=', row.number).where('version', '=', expectedVersion),
);

function conflictOf(number: string, expected: number): BotError {
  return new BotError('E_STREAM_CONFLICT', `ticket ${number} is no longer at version ${expected}; decide again`, {
    facts: { ticket: number, expected },
  });
}
