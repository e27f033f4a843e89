/** When each person was last named by a decision, so that retention finds who has not been for years. Of those already there it is not known: they count as named now. */
import { sql } from 'kysely';
import type { Db } from '../schema.ts';

export async function addOldPeople(db: Db): Promise<void> {
  await db.schema
    .alterTable('people')
    .addColumn('named_at', 'bigint', (it) => it.notNull().defaultTo(0))
    .execute();
  await sql`update people set named_at = coalesce((select max(at) from decisions), 0)`.execute(db);
}
