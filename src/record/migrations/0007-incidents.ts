/** Reports of one fault, found without looking at the other tickets of the hour. */
import { sql } from 'kysely';
import type { Db } from '../schema.ts';

export async function addIncidents(db: Db): Promise<void> {
  await sql`create index tickets_incident on tickets (incident, opened_at, number) where incident is not null`.execute(
    db,
  );
}
