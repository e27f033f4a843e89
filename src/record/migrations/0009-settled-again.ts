/** Where a mail lies that has been moved and is to be moved once more, and the newest receipt of each of the desk found at once. */
import { sql } from 'kysely';
import type { Db } from '../schema.ts';

export async function addSettledAgain(db: Db): Promise<void> {
  await db.schema.alterTable('ledger').addColumn('lies_in', 'text').execute();
  await db.schema.alterTable('ledger').addColumn('place_validity', 'text').execute();
  await db.schema.alterTable('ledger').addColumn('place_uid', 'bigint').execute();
  await sql`create index ledger_lies_in on ledger (state, mailbox, uid)
    where state = 'decided' and moved_to is null and lies_in is not null`.execute(db);
  await sql`create index outbox_receipts on outbox (person, seq) where template = 'desk.done'`.execute(db);
}
