/** Folds the events of every ticket anew and compares: the proof that the projections say nothing that the events do not. */
import { asTicketNumber, type TicketNumber } from '../shared/ids.ts';
import { foldRows, type Evolve } from './folded.ts';
import { isSameProjection, projectTicket, type Projection } from './projection.ts';
import type { Db } from './schema.ts';
import { guarded } from './storage-error.ts';
import type { Writer } from './writer.ts';

/** So many tickets are read at a time, so that a large store neither fills memory nor holds up the mail. */
const TICKETS_AT_A_TIME = 200;

/** Numbers whose projection differs; with `mend` they are right afterwards. */
export async function rebuildTickets(
  db: Db,
  writer: Writer,
  evolve: Evolve,
  { mend }: { readonly mend: boolean },
): Promise<readonly TicketNumber[]> {
  const differing: TicketNumber[] = [];
  let last = '';
  for (;;) {
    const from = last;
    const { numbers, wrong } = mend
      ? await writer.write((trx) => compareSome(trx, evolve, from, true))
      : await guarded(() => compareSome(db, evolve, from, false));
    differing.push(...wrong.map(asTicketNumber));
    const end = numbers.at(-1);
    if (end === undefined) return differing;
    last = end;
  }
}

interface Compared {
  readonly numbers: readonly string[];
  readonly wrong: readonly string[];
}

async function compareSome(db: Db, evolve: Evolve, after: string, mend: boolean): Promise<Compared> {
  const rows = await db
    .selectFrom('tickets')
    .selectAll()
    .where('number', '>', after)
    .orderBy('number')
    .limit(TICKETS_AT_A_TIME)
    .execute();
  const wrong: string[] = [];
  const folded = await foldTickets(
    db,
    evolve,
    rows.map((row) => row.number),
  );
  for (const row of rows) {
    const projection = folded.get(row.number);
    if (projection && isSameProjection(projection, row)) continue;
    wrong.push(row.number);
    if (mend) await mendTicket(db, row.number, projection);
  }
  return { numbers: rows.map((row) => row.number), wrong };
}

async function foldTickets(
  db: Db,
  evolve: Evolve,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, Projection>> {
  if (numbers.length === 0) return new Map();
  const rows = await db
    .selectFrom('events')
    .selectAll()
    .where('ticket', 'in', [...numbers])
    .orderBy('ticket')
    .orderBy('seq')
    .execute();
  const projections = new Map<string, Projection>();
  for (const [number, ofTicket] of Map.groupBy(rows, (row) => row.ticket)) {
    const folded = foldRows(evolve, ofTicket);
    if (folded) projections.set(number, projectTicket(asTicketNumber(number), folded));
  }
  return projections;
}

/** A ticket without events never was one. */
async function mendTicket(db: Db, number: string, projection: Projection | undefined): Promise<void> {
  if (projection) await db.updateTable('tickets').set(projection).where('number', '=', number).execute();
  else await db.deleteFrom('tickets').where('number', '=', number).execute();
}
