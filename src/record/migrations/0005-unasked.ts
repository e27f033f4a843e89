/** Letters that no mail has caused, so that the breaker can leave them out of its count. */
import { sql } from 'kysely';
import type { Db } from '../schema.ts';

export async function addUnasked(db: Db): Promise<void> {
  await sql`create index outbox_unasked on outbox (created_at) where source is null`.execute(db);
}
