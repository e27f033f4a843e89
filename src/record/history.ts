/** What commands show of the past: a ticket's mails, and why each mail was decided as it was. */
import { z } from 'zod';
import type { Asked, TraceEntry } from '../decide/decision.ts';
import { asMailId, type MailId, type TicketNumber } from '../shared/ids.ts';
import type { EpochMs } from '../shared/time.ts';
import { inChunks } from './rows.ts';
import type { Db, DecisionsTable } from './schema.ts';
import { guarded } from './storage-error.ts';
import { askedOf } from './stored-asked.ts';

export interface TicketMail {
  readonly mail: MailId;
  /** Without brackets. */
  readonly messageId: string | null;
  /** Empty once retention has emptied it, as are name and subject. */
  readonly from: string;
  readonly fromName: string;
  readonly subject: string;
  readonly receivedAt: EpochMs;
  /** Hash of the raw original. */
  readonly sha256: string;
}

export interface MailHead {
  readonly from: string;
  readonly subject: string;
  /** What it seemed to ask, of a held mail; null where nobody could tell. */
  readonly asked: readonly Asked[] | null;
}

export interface PastDecision {
  readonly at: EpochMs;
  readonly disposition: string;
  readonly reason: string;
  readonly autoReply: boolean;
  readonly noReplyReason: string | null;
  readonly trace: readonly TraceEntry[];
}

export interface History {
  /** Mails of people in the ticket, oldest first. */
  mails(ticket: TicketNumber): Promise<readonly TicketMail[]>;
  /** Several where a person has released the mail; oldest first. */
  decisions(mail: MailId): Promise<readonly PastDecision[]>;
  /** Who wrote these mails and about what, for lists; those that retention has emptied or nobody could read are left out. */
  heads(mails: readonly MailId[]): Promise<ReadonlyMap<MailId, MailHead>>;
}

export function makeHistory(db: Db): History {
  return {
    mails: (ticket) => guarded(() => readMails(db, ticket)),
    decisions: (mail) => guarded(() => readDecisions(db, mail)),
    heads: (mails) => guarded(() => readHeads(db, mails)),
  };
}

async function readMails(db: Db, ticket: TicketNumber): Promise<readonly TicketMail[]> {
  const rows = await db
    .selectFrom('ticket_mails')
    .innerJoin('ledger', 'ledger.mail', 'ticket_mails.mail')
    .leftJoin('mail_texts', 'mail_texts.seq', 'ticket_mails.seq')
    .select(['ticket_mails.mail', 'ticket_mails.message_id', 'ledger.received_at', 'ledger.sha256'])
    .select(['mail_texts.from_address', 'mail_texts.from_name', 'mail_texts.subject'])
    .where('ticket_mails.ticket', '=', ticket)
    .orderBy('ticket_mails.seq')
    .execute();
  return rows.map((row) => ({
    mail: asMailId(row.mail),
    messageId: row.message_id,
    from: row.from_address ?? '',
    fromName: row.from_name ?? '',
    subject: row.subject ?? '',
    receivedAt: row.received_at,
    sha256: row.sha256,
  }));
}

async function readHeads(db: Db, mails: readonly MailId[]): Promise<ReadonlyMap<MailId, MailHead>> {
  const heads = new Map<MailId, MailHead>();
  for (const some of inChunks(mails)) {
    const rows = await db
      .selectFrom('ledger')
      .innerJoin('mail_texts', 'mail_texts.seq', 'ledger.seq')
      .leftJoin('decisions', 'decisions.seq', 'ledger.seq')
      .select(['ledger.mail', 'mail_texts.from_address', 'mail_texts.subject', 'decisions.asked'])
      .where('ledger.mail', 'in', [...some])
      .execute();
    for (const { mail, from_address: from, subject, asked } of rows)
      heads.set(asMailId(mail), { from, subject, asked: askedOf(asked) });
  }
  return heads;
}

const StoredTrace = z.array(z.object({ rule: z.string(), matched: z.boolean(), detail: z.string() }));

async function readDecisions(db: Db, mail: MailId): Promise<readonly PastDecision[]> {
  const decisions: PastDecision[] = [];
  const ledger = await db.selectFrom('ledger').select('seq').where('mail', '=', mail).executeTakeFirst();
  for (let seq = ledger?.seq ?? null; seq !== null;) {
    const row = await db.selectFrom('decisions').selectAll().where('seq', '=', seq).executeTakeFirst();
    if (row) decisions.unshift(decisionOf(row));
    seq = row?.previous ?? null;
  }
  return decisions;
}

function decisionOf(row: DecisionsTable): PastDecision {
  return {
    at: row.at,
    disposition: row.disposition,
    reason: row.reason,
    autoReply: row.auto_reply === 1,
    noReplyReason: row.no_reply_reason,
    trace: row.trace === '' ? [] : StoredTrace.parse(JSON.parse(row.trace)),
  };
}
