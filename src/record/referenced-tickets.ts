/**
 * From the Message-IDs that a mail refers to, to the tickets it may belong to, with everyone who stood in those messages. That a mail
 * names a known message proves nothing about its writer: the caller asks whether he took part.
 */
import { asTicketNumber, type LetterKey, type TicketNumber } from '../shared/ids.ts';
import { keyOfReference } from '../shared/keyring.ts';
import { indexed } from './rows.ts';
import type { Db } from './schema.ts';
import { letterOf } from './stored-letter.ts';

/** A References field names that many at most; the nearest come first. */
const MAX_LOOKED_UP = 100;

interface Found {
  readonly ticket: string;
  readonly seq: number;
  readonly participants: readonly string[];
}

export interface ReferencedTicket {
  readonly number: TicketNumber;
  /** Addresses in From, To and Cc of the messages named. */
  readonly participants: readonly string[];
}

/** Newest message first. */
export async function ticketsOfMessages(db: Db, messageIds: readonly string[]): Promise<readonly ReferencedTicket[]> {
  const ids = [...new Set(messageIds.slice(0, MAX_LOOKED_UP).map(indexed))];
  if (ids.length === 0) return [];
  const found = [...(await theirs(db, ids)), ...(await ours(db, ids))];
  found.sort((one, other) => other.seq - one.seq);

  const tickets = new Map<string, Set<string>>();
  for (const { ticket, participants } of found) {
    const known = tickets.get(ticket) ?? new Set();
    tickets.set(ticket, new Set([...known, ...participants]));
  }
  return [...tickets].map(([ticket, people]) => ({ number: asTicketNumber(ticket), participants: [...people] }));
}

async function theirs(db: Db, ids: readonly string[]): Promise<readonly Found[]> {
  const rows = await db
    .selectFrom('mails')
    .innerJoin('ticket_mails', 'ticket_mails.seq', 'mails.seq')
    .leftJoin('mail_texts', 'mail_texts.seq', 'mails.seq')
    .select(['ticket_mails.ticket', 'ticket_mails.seq', 'mail_texts.participants'])
    .where('mails.message_id', 'in', [...ids])
    .execute();
  return rows.map(({ ticket, seq, participants }) => ({
    ticket,
    seq,
    participants: participants?.split('\n').filter((address) => address !== '') ?? [],
  }));
}

async function ours(db: Db, ids: readonly string[]): Promise<readonly Found[]> {
  const keys = ids.map(keyInMessageId).filter((key) => key !== null);
  if (keys.length === 0) return [];
  const rows = await db
    .selectFrom('outbox')
    .innerJoin('outbox_texts', 'outbox_texts.seq', 'outbox.seq')
    .select(['outbox.key', 'outbox.seq', 'outbox.ticket', 'outbox.source', 'outbox_texts.letter'])
    .where('outbox.key', 'in', keys)
    .execute();
  const found: Found[] = [];
  for (const { seq, ticket, source, letter } of rows) {
    const participants = addressesOf(letter);
    const tickets = ticket === null ? await ticketsOfMail(db, source) : [ticket];
    found.push(...tickets.map((it) => ({ ticket: it, seq, participants })));
  }
  return found;
}

/** A letter of ours about several tickets of one mail belongs to all of them. */
export async function ticketsOfMail(db: Db, mail: string | null): Promise<readonly string[]> {
  if (mail === null) return [];
  const rows = await db
    .selectFrom('ledger')
    .innerJoin('ticket_mails', 'ticket_mails.seq', 'ledger.seq')
    .select('ticket')
    .where('ledger.mail', '=', mail)
    .execute();
  return rows.map((row) => row.ticket).sort();
}

function keyInMessageId(messageId: string): LetterKey | null {
  return keyOfReference(messageId.slice(0, Math.max(0, messageId.indexOf('@'))));
}

function addressesOf(stored: string): readonly string[] {
  const letter = letterOf(stored);
  return letter ? [...letter.to, ...letter.cc].map((it) => it.address.toLowerCase()) : [];
}
