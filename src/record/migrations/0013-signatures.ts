/** Signatures (S/MIME) that have come, so that a copy under another envelope is known as one. */
import type { Db } from '../schema.ts';

export async function addSignatures(db: Db): Promise<void> {
  await db.schema
    .createTable('signatures')
    .addColumn('fingerprint', 'text', (it) => it.primaryKey())
    .addColumn('mail', 'text', (it) => it.notNull())
    .addColumn('at', 'bigint', (it) => it.notNull())
    .execute();
  await db.schema.createIndex('signatures_at').on('signatures').column('at').execute();
}
