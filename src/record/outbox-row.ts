/** From the columns of the outbox to the row that `send` sees. */
import { TEMPLATES, type Letter } from '../decide/letter.ts';
import { asLetterKey, asMailId, asPersonId, asTicketNumber } from '../shared/ids.ts';
import { sql } from 'kysely';
import type { OutboxRow, OutboxState } from './outbox.ts';
import type { Db, OutboxTable } from './schema.ts';
import { letterOf } from './stored-letter.ts';
import { threadOf, type MessageIdOf } from './thread.ts';

export type StoredRow = OutboxTable & { readonly letter: string; readonly received_at: number | null };

/** In words from which SQLite sees that the index of letters not yet sent serves. */
export function isUnsent(state: Exclude<OutboxState, 'sent'>) {
  return sql<boolean>`outbox.state = ${sql.lit(state)} and outbox.state <> 'sent'`;
}

export function selectRows(db: Db) {
  return db
    .selectFrom('outbox')
    .innerJoin('outbox_texts', 'outbox_texts.seq', 'outbox.seq')
    .leftJoin('ledger', 'ledger.mail', 'outbox.source')
    .selectAll('outbox')
    .select(['outbox_texts.letter', 'ledger.received_at']);
}

/** Null when the letter cannot be made a letter any more: its template is gone. */
export async function outboxRowOf(db: Db, row: StoredRow, messageIdOf: MessageIdOf): Promise<OutboxRow | null> {
  const letter = row.letter === '' ? emptiedLetter(row) : letterOf(row.letter);
  if (!letter) return null;
  return {
    key: asLetterKey(row.key),
    letter,
    state: row.state,
    attempts: row.attempts,
    createdAt: row.created_at,
    nextAttemptAt: row.next_attempt_at,
    sentAt: row.state === 'sent' ? row.left_at : null,
    receivedAt: row.received_at,
    lastReply: row.last_reply,
    parkedReason: row.parked_reason,
    thread: await threadOf(db, row, messageIdOf),
  };
}

/** What remains of a letter whose private texts retention has emptied. */
function emptiedLetter(row: StoredRow): Letter | null {
  const template = TEMPLATES.find((name) => name === row.template);
  if (!template) return null;
  return {
    template,
    language: row.language === 'en' ? 'en' : 'id',
    to: [],
    cc: [],
    ticket: row.ticket === null ? null : asTicketNumber(row.ticket),
    step: row.step,
    person: asPersonId(row.person),
    shown: row.shown,
    source: row.source === null ? null : asMailId(row.source),
    subject: '',
    fields: {},
    priority: row.rank === 0 ? 'acknowledgement' : 'normal',
    inReplyTo: null,
    references: [],
    attachMails: [],
  };
}
