/** When the clock has something to do for a ticket: only open tickets stand in the index. */
import { sql } from 'kysely';
import type { Db } from '../schema.ts';

export async function addTimers(db: Db): Promise<void> {
  await db.schema.alterTable('tickets').addColumn('due_at', 'bigint').execute();
  await sql`create index tickets_due on tickets (due_at, number) where due_at is not null`.execute(db);
}
