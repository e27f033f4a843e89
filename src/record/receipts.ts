/** What a receipt of ours says that one of the desk has ordered, and how that stands now: for taking it back. */
import { sql } from 'kysely';
import { z } from 'zod';
import type { Receipt, SettledMail } from '../decide/situation.ts';
import { asMailId, asTicketNumber, type LetterKey, type PersonId, type TicketNumber } from '../shared/ids.ts';
import { marked } from './addresses.ts';
import type { Db } from './schema.ts';
import { canWaitAgain } from './settle-held.ts';
import { letterOf } from './stored-letter.ts';

/** Letters that one decision may have caused, looked at to see whether anybody was answered. */
const MOST_LETTERS = 50;

const Undo = z.object({
  tickets: z.array(z.string().transform(asTicketNumber)),
  mails: z.array(
    z.object({ mail: z.string().transform(asMailId), what: z.enum(['release', 'drop']), from: z.string() }),
  ),
  addresses: z.array(z.string()),
  stays: z.array(z.object({ line: z.string(), ticket: z.string().nullable() })),
});

/** The newest that says that something was done; null where there is none, or where it has been emptied. */
export async function lastReceipt(db: Db, person: PersonId): Promise<Receipt | null> {
  const row = await receipts(db)
    .where('outbox.person', '=', person)
    .where('outbox.step', '=', 'done')
    .orderBy('outbox.seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? readReceipt(db, row.letter) : null;
}

export async function receiptOf(db: Db, key: LetterKey): Promise<Receipt | null> {
  const row = await receipts(db).where('outbox.key', '=', key).executeTakeFirst();
  return row ? readReceipt(db, row.letter) : null;
}

function receipts(db: Db) {
  return (
    db
      .selectFrom('outbox')
      .innerJoin('outbox_texts', 'outbox_texts.seq', 'outbox.seq')
      .select('letter')
      // Written out, not bound, since only then does the partial index serve.
      .where('outbox.template', '=', sql.lit('desk.done'))
  );
}

async function readReceipt(db: Db, stored: string): Promise<Receipt | null> {
  const letter = letterOf(stored);
  const undo = Undo.safeParse(letter?.fields['undo']);
  if (letter === null || letter.source === null || !undo.success) return null;
  const { mails, addresses, ...rest } = undo.data;
  const blocked = await marked(db, addresses, 'blocked');
  return {
    ...rest,
    mail: letter.source,
    person: letter.person,
    mails: await Promise.all(mails.map((one) => standing(db, one))),
    blocked: addresses.filter((address) => blocked.has(address)),
  };
}

async function standing(db: Db, mail: Omit<SettledMail, 'now' | 'tickets'>): Promise<SettledMail> {
  const row = await db
    .selectFrom('ledger')
    .select(['state', 'disposition', 'held', 'seq'])
    .where('mail', '=', mail.mail)
    .executeTakeFirst();
  if (row === undefined || row.held === 1) return { ...mail, now: row === undefined ? 'gone' : 'held', tickets: [] };
  if (row.state === 'kept') return { ...mail, now: 'can-wait-again', tickets: [] };
  const { tickets, letters } = await consequences(db, mail.mail, row.seq ?? 0);
  const canWait = canWaitAgain(row) && tickets.length + letters === 0;
  return { ...mail, now: canWait ? 'can-wait-again' : 'answered', tickets };
}

async function consequences(
  db: Db,
  mail: string,
  seq: number,
): Promise<{ readonly tickets: readonly TicketNumber[]; readonly letters: number }> {
  const tickets = await db
    .selectFrom('ticket_mails')
    .select('ticket')
    .where('seq', '=', seq)
    .where('mail', '=', mail)
    .orderBy('ticket')
    .execute();
  const letters = await db
    .selectFrom('outbox')
    .select('key')
    .where('seq', '>', seq)
    .where('seq', '<=', seq + MOST_LETTERS)
    .where('source', '=', mail)
    .execute();
  return { tickets: tickets.map(({ ticket }) => asTicketNumber(ticket)), letters: letters.length };
}
