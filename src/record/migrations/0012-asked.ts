/** What a held mail seems to ask, so that the desk's list can say it. Of those held already nobody can tell. */
import type { Db } from '../schema.ts';

export async function addAsked(db: Db): Promise<void> {
  await db.schema.alterTable('decisions').addColumn('asked', 'text').execute();
}
