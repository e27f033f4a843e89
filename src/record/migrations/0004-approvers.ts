/** Whom a ticket waits for: only tickets that wait for an approval stand in the index. */
import { sql } from 'kysely';
import type { Db } from '../schema.ts';

export async function addApprovers(db: Db): Promise<void> {
  await db.schema.alterTable('tickets').addColumn('approver', 'text').execute();
  await sql`create index tickets_approver on tickets (approver, number) where approver is not null`.execute(db);
  const waiting = await db.selectFrom('tickets').select('number').where('status', '=', 'awaiting-approval').execute();
  for (const { number } of waiting) {
    const asked = await db
      .selectFrom('events')
      .select('payload')
      .where('ticket', '=', number)
      .where('type', '=', 'ApprovalAsked')
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirst();
    const approver = approverIn(asked?.payload ?? '');
    if (approver !== null) await db.updateTable('tickets').set({ approver }).where('number', '=', number).execute();
  }
}

function approverIn(payload: string): string | null {
  const found: unknown = /"approver":"([0-9a-f]{16})"/.exec(payload)?.[1];
  return typeof found === 'string' ? found : null;
}
