/** What the desk asks of the store by mail: the lists that it answers by number, what is held, why, and which addresses bear a mark. */
import { z } from 'zod';
import type { HeldMail, PastStep } from '../decide/situation.ts';
import { asMailId, asTicketNumber, type LetterKey, type MailId, type TicketNumber } from '../shared/ids.ts';
import { clearMark, domainMarks, marked, readMarked } from './addresses.ts';
import type { History } from './history.ts';
import { lastReceipt, receiptOf } from './receipts.ts';
import { inChunks } from './rows.ts';
import type { Db } from './schema.ts';
import { guarded } from './storage-error.ts';
import type { DeskBook, Example } from './store.ts';
import { letterOf } from './stored-letter.ts';
import type { Writer } from './writer.ts';

export function makeDeskBook(db: Db, writer: Writer, history: History): DeskBook {
  return {
    listedIn: (letter) => guarded(() => readListed(db, letter)),
    held: (limit) => guarded(() => readHeld(db, limit)),
    past: (ticket) => readPast(history, ticket),
    pastOf: (mail) => history.decisions(mail),
    isBlocked: (address) => guarded(async () => (await marked(db, [address, ...domainMarks(address)], 'blocked')).size > 0),
    receiptOf: (letter) => guarded(() => receiptOf(db, letter)),
    lastReceipt: (person) => guarded(() => lastReceipt(db, person)),
    marked: (limit) => guarded(() => readMarked(db, limit)),
    clear: (address, mark) => writer.write((trx) => clearMark(trx, address.toLowerCase(), mark)),
    examples: (limit) => guarded(() => readExamples(db, limit)),
  };
}

const Listed = z.array(z.object({ mail: z.string() }));

async function readListed(db: Db, key: LetterKey): Promise<readonly HeldMail[]> {
  const row = await db
    .selectFrom('outbox')
    .innerJoin('outbox_texts', 'outbox_texts.seq', 'outbox.seq')
    .select('letter')
    .where('outbox.key', '=', key)
    .executeTakeFirst();
  const listed = Listed.safeParse(letterOf(row?.letter ?? '')?.fields['held']);
  if (!listed.success) return [];
  const mails = listed.data.map(({ mail }) => asMailId(mail));
  const known = await heldMails(db, mails);
  return mails.map(
    (mail) => known.get(mail) ?? { mail, receivedAt: 0, disposition: '', from: '', fromName: '', subject: '' },
  );
}

async function readHeld(db: Db, limit: number): Promise<readonly HeldMail[]> {
  const rows = await db
    .selectFrom('ledger')
    .select('mail')
    .where('held', '=', 1)
    .orderBy('received_at')
    .orderBy('uid')
    .limit(limit)
    .execute();
  const mails = rows.map(({ mail }) => asMailId(mail));
  const known = await heldMails(db, mails);
  return mails.flatMap((mail) => known.get(mail) ?? []);
}

async function heldMails(db: Db, mails: readonly MailId[]): Promise<ReadonlyMap<MailId, HeldMail>> {
  const found = new Map<MailId, HeldMail>();
  for (const some of inChunks(mails)) {
    const rows = await db
      .selectFrom('ledger')
      .leftJoin('mail_texts', 'mail_texts.seq', 'ledger.seq')
      .select(['ledger.mail', 'ledger.received_at', 'ledger.disposition'])
      .select(['mail_texts.from_address', 'mail_texts.from_name', 'mail_texts.subject'])
      .where('ledger.mail', 'in', [...some])
      .execute();
    for (const row of rows) {
      found.set(asMailId(row.mail), {
        mail: asMailId(row.mail),
        receivedAt: row.received_at,
        disposition: row.disposition ?? '',
        from: row.from_address ?? '',
        fromName: row.from_name ?? '',
        subject: row.subject ?? '',
      });
    }
  }
  return found;
}

async function readPast(history: History, ticket: TicketNumber): Promise<readonly PastStep[]> {
  const steps: PastStep[] = [];
  for (const { mail } of await history.mails(ticket)) steps.push(...(await history.decisions(mail)));
  return steps.toSorted((a, b) => a.at - b.at);
}

const StoredExample = z.object({ text: z.string(), variant: z.string(), was: z.string().nullable() });

/** A row that retention has emptied is no example any more. */
async function readExamples(db: Db, limit: number): Promise<readonly Example[]> {
  const rows = await db
    .selectFrom('ticket_texts')
    .select(['ticket', 'text'])
    .where('name', '=', 'example')
    .orderBy('ticket')
    .limit(limit)
    .execute();
  return rows.flatMap(({ ticket, text }) => {
    const example = text === '' ? null : StoredExample.safeParse(JSON.parse(text));
    return example?.success ? [{ ticket: asTicketNumber(ticket), ...example.data }] : [];
  });
}
