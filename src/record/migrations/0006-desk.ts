/** What the desk works with by mail: addresses that bear a mark, corrections kept as examples, and its morning letter found at once. */
import { sql } from 'kysely';
import type { Db } from '../schema.ts';

export async function addDesk(db: Db): Promise<void> {
  await db.schema
    .createTable('addresses')
    .addColumn('address', 'text', (it) => it.notNull())
    .addColumn('mark', 'text', (it) => it.notNull())
    .addColumn('at', 'bigint', (it) => it.notNull())
    .addColumn('by', 'text')
    .addColumn('mail', 'text')
    .addColumn('detail', 'text', (it) => it.notNull())
    .addPrimaryKeyConstraint('addresses_primary', ['address', 'mark'])
    .execute();
  await db.schema.createIndex('addresses_by').on('addresses').columns(['by', 'mark', 'at']).execute();
  await sql`create index ticket_texts_example on ticket_texts (ticket) where name = 'example'`.execute(db);
  await sql`create index outbox_digest on outbox (seq) where template = 'desk.digest'`.execute(db);
}
