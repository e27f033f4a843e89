/**
 * The Message-IDs of a ticket's thread. Ours carry tokens that prove who was written to, so a letter's thread names only those of our
 * letters that went to the same person; mails of people are named to all.
 */
import { sql } from 'kysely';
import { asLetterKey, asPersonId, type TicketNumber } from '../shared/ids.ts';
import type { TokenFacts } from '../shared/keyring.ts';
import { prepared } from './prepared.ts';
import type { Db, OutboxTable } from './schema.ts';

/** Our Message-ID for a letter, without brackets: derived from the secret, never stored. Null where there is no secret at hand: then only mails of people are named. */
export type MessageIdOf = (facts: TokenFacts) => string | null;

export type SentPart = Pick<OutboxTable, 'key' | 'seq' | 'ticket' | 'person' | 'step' | 'shown'>;

/** So many of each kind are named at most; a References field needs no more. */
const MAX_NAMED = 30;

interface Named {
  readonly seq: number;
  readonly messageId: string;
}

/** Message-IDs of people's mails in the ticket, oldest first. */
export async function mailsOfThread(db: Db, ticket: TicketNumber): Promise<readonly string[]> {
  return (await namedMails(db, ticket, Number.MAX_SAFE_INTEGER)).map((it) => it.messageId);
}

/** What stood in the thread before this letter, as its reader may see it, oldest first. */
export async function threadOf(db: Db, letter: SentPart, messageIdOf: MessageIdOf): Promise<readonly string[]> {
  if (letter.ticket === null) return [];
  const mails = await namedMails(db, letter.ticket, letter.seq);
  const { ticket, seq, person } = letter;
  const { rows: sent } = await selectSent(db, { ticket, seq, person });
  const ours = sent.map((row) => ({ seq: row.seq, messageId: messageIdOf(tokenFactsOf(row)) }));
  const named = [...mails, ...ours].sort((one, other) => one.seq - other.seq);
  return named.map((it) => it.messageId).filter((messageId) => messageId !== null);
}

const selectSent = prepared((db, it: { readonly ticket: string; readonly seq: number; readonly person: string }) =>
  db
    .selectFrom('outbox')
    .select(['key', 'seq', 'ticket', 'person', 'step', 'shown'])
    .where('ticket', 'in', [it.ticket])
    .where('seq', '<', it.seq)
    .where('person', 'in', [it.person])
    .where('state', '=', sql.lit('sent'))
    .orderBy('seq', 'desc')
    .limit(sql.lit(MAX_NAMED)),
);

function tokenFactsOf(row: SentPart): TokenFacts {
  const { ticket, step, shown } = row;
  return { key: asLetterKey(row.key), ticket: ticket ?? '', person: asPersonId(row.person), step, shown };
}

async function namedMails(db: Db, ticket: string, before: number): Promise<readonly Named[]> {
  const { rows } = await selectNamed(db, { ticket, before });
  return rows.toReversed().map((row) => ({ seq: row.seq, messageId: row.message_id ?? '' }));
}

const selectNamed = prepared((db, it: { readonly ticket: string; readonly before: number }) =>
  db
    .selectFrom('ticket_mails')
    .select(['seq', 'message_id'])
    .where('ticket', 'in', [it.ticket])
    .where('seq', '<', it.before)
    .where('message_id', 'is not', null)
    .orderBy('seq', 'desc')
    .limit(sql.lit(MAX_NAMED)),
);
