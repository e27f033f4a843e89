/** Mails whose originals are kept for a time only; those that wait for their day are found without looking at the others. */
import { sql } from 'kysely';
import type { Db } from '../schema.ts';

export async function addPersonal(db: Db): Promise<void> {
  await db.schema
    .createTable('personal_mails')
    .addColumn('mail', 'text', (it) => it.primaryKey())
    .addColumn('sha256', 'text', (it) => it.notNull())
    .addColumn('received_at', 'bigint', (it) => it.notNull())
    .addColumn('kinds', 'text', (it) => it.notNull())
    .addColumn('state', 'text', (it) => it.notNull())
    .addColumn('at', 'bigint', (it) => it.notNull())
    .execute();
  await sql`create index personal_mails_kept on personal_mails (received_at, mail) where state <> 'removed'`.execute(
    db,
  );
}
