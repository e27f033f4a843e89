/** Totals of the ledger, from counters kept with every decision: as quick with a million mails as with ten. */
import { sql } from 'kysely';
import type { Db } from './schema.ts';
import type { LedgerCounts } from './store.ts';

export async function countLedger(db: Db): Promise<LedgerCounts> {
  const totals = await db.selectFrom('counters').select(['name', 'value']).where('kind', '=', 'mails').execute();
  const byDisposition = totals.filter((it) => it.value > 0).map((it) => [it.name, it.value] as const);
  const decided = totals.reduce((sum, it) => sum + it.value, 0);
  const kept = await countWaiting(db, 'kept');
  const beforeActivation = await countWaiting(db, 'before-activation');
  return {
    total: kept + decided + beforeActivation,
    kept,
    decided,
    beforeActivation,
    unmoved: await countUnmoved(db),
    byDisposition: Object.fromEntries(byDisposition),
  };
}

async function countWaiting(db: Db, state: 'kept' | 'before-activation'): Promise<number> {
  const rows = db.selectFrom('ledger').select((eb) => eb.fn.countAll<number>().as('rows'));
  return Number((await rows.where('state', '=', sql.lit(state)).executeTakeFirstOrThrow()).rows);
}

async function countUnmoved(db: Db): Promise<number> {
  const rows = db.selectFrom('ledger').select((eb) => eb.fn.countAll<number>().as('rows'));
  const unmoved = rows.where('state', '=', sql.lit('decided')).where('moved_to', 'is', null);
  return Number((await unmoved.executeTakeFirstOrThrow()).rows);
}
