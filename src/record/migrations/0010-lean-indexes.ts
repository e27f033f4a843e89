/**
 * A letter goes through three states in its first second: indexes that hold its state, or the time at which it left, were written three
 * times for each. Now those by state hold only what has not been sent, and those by time only what has left.
 */
import { sql } from 'kysely';
import type { Db } from '../schema.ts';

const DROPPED = ['outbox_state', 'outbox_left_at', 'outbox_ticket', 'outbox_recipient', 'ledger_decided_at'];

const MADE = [
  `outbox_unsent on outbox (state, seq) where state <> 'sent'`,
  `outbox_waiting on outbox (ticket, seq) where state = 'waiting'`,
  `outbox_of_ticket on outbox (ticket, seq)`,
  `outbox_sent on outbox (left_at) where state = 'sent'`,
  `outbox_failed on outbox (left_at) where state = 'failed'`,
  `outbox_reached on outbox (recipient, left_at) where state = 'sent'`,
  `ledger_decided on ledger (decided_at) where decided_at is not null`,
];

export async function makeIndexesLean(db: Db): Promise<void> {
  for (const name of DROPPED) await db.schema.dropIndex(name).execute();
  for (const index of MADE) await sql`create index ${sql.raw(index)}`.execute(db);
}
