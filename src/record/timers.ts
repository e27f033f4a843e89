/** Tickets for which the clock has something to do, found by index; set anew when rules or calendar change. */
import { asTicketNumber, type TicketNumber } from '../shared/ids.ts';
import type { EpochMs } from '../shared/time.ts';
import type { Db } from './schema.ts';
import { guarded } from './storage-error.ts';
import type { Timers } from './store.ts';
import type { Writer } from './writer.ts';

/** All others have ended, and the clock never has anything to do for them. */
const OPEN = ['incomplete', 'awaiting-approval', 'triage', 'assigned', 'on-hold', 'resolved'];
const KIND = 'timers';

export function makeTimers(db: Db, writer: Writer): Timers {
  return {
    due: (now, limit) => guarded(() => readDue(db, now, limit)),
    open: (after, limit) => guarded(() => readOpen(db, after, limit)),
    set: (timers) => writer.write((trx) => setAll(trx, timers)),
    areSetBy: (rules) => guarded(() => isMarked(db, rules)),
    markSetBy: (rules) => writer.write((trx) => mark(trx, rules)),
  };
}

async function readDue(db: Db, now: EpochMs, limit: number): Promise<readonly TicketNumber[]> {
  const rows = await db
    .selectFrom('tickets')
    .select('number')
    .where('due_at', 'is not', null)
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .orderBy('number')
    .limit(limit)
    .execute();
  return rows.map(({ number }) => asTicketNumber(number));
}

async function readOpen(db: Db, after: TicketNumber | null, limit: number): Promise<readonly TicketNumber[]> {
  const rows = await db
    .selectFrom('tickets')
    .select('number')
    .where('number', '>', after ?? '')
    .where('status', 'in', OPEN)
    .orderBy('number')
    .limit(limit)
    .execute();
  return rows.map(({ number }) => asTicketNumber(number));
}

/** A ticket that has moved on since it was read has had its timer set by that move. */
async function setAll(db: Db, timers: Parameters<Timers['set']>[0]): Promise<void> {
  for (const { ticket, version, at } of timers) {
    await db
      .updateTable('tickets')
      .set({ due_at: at })
      .where('number', '=', ticket)
      .where('version', '=', version)
      .execute();
  }
}

async function isMarked(db: Db, rules: string): Promise<boolean> {
  const row = await db
    .selectFrom('counters')
    .select('value')
    .where('kind', '=', KIND)
    .where('name', '=', rules)
    .executeTakeFirst();
  return row !== undefined;
}

async function mark(db: Db, rules: string): Promise<void> {
  await db.deleteFrom('counters').where('kind', '=', KIND).execute();
  await db.insertInto('counters').values({ kind: KIND, name: rules, value: 1 }).execute();
}
