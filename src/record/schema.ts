/**
 * The tables as kysely sees them; migrations/ makes them. Times are epoch milliseconds, truth values 0 or 1. What can name a person
 * or quote a mail stands in the tables and columns marked private, which retention may empty without touching the rest. Most tables
 * are ordered by `seq`, the place of a decision or letter among all: new rows then lie side by side, however many there are.
 */
import type { Kysely } from 'kysely';
import type { LedgerState } from './store.ts';
import type { OutboxState } from './outbox.ts';

export type Flag = 0 | 1;

export interface LedgerTable {
  readonly mail: string;
  readonly mailbox: string;
  readonly uid_validity: string;
  readonly uid: number;
  readonly received_at: number;
  readonly sha256: string;
  readonly size_bytes: number;
  readonly state: LedgerState;
  readonly attempts: number;
  readonly disposition: string | null;
  readonly reason: string | null;
  readonly decided_at: number | null;
  /** Place of its last decision in the order of all; null before the first. */
  readonly seq: number | null;
  readonly moved_to: string | null;
  /** It has been moved before and has to be moved again: the folder in which it lies. */
  readonly lies_in: string | null;
  /** Its UID in the folder that it was moved to last, where the server has told it (RFC 4315). */
  readonly place_validity: string | null;
  readonly place_uid: number | null;
  /** Waits for a person: the disposition is a `hold`. */
  readonly held: Flag;
  readonly released: Flag;
}

export interface MailboxesTable {
  readonly mailbox: string;
  readonly uid_validity: string;
  readonly activation_uid: number;
  readonly activated_at: number;
}

/** A decided mail, as duplicates and conflicts are found by it. */
export interface MailsTable {
  /** Place of its decision. */
  readonly seq: number;
  readonly mail: string;
  readonly message_id: string | null;
  readonly identity: string;
  readonly writer: string | null;
  /** Hashes of what it says once figures are taken out. */
  readonly text_pattern: string | null;
  readonly subject_pattern: string | null;
}

/** Private. */
export interface MailTextsTable {
  readonly seq: number;
  readonly from_address: string;
  readonly from_name: string;
  readonly subject: string;
  /** Addresses of From, To and Cc, one a line. */
  readonly participants: string;
}

/** Which mails of people belong to which tickets; the thread's Message-IDs. */
export interface TicketMailsTable {
  readonly ticket: string;
  /** Place of the decision that attached it. */
  readonly seq: number;
  readonly mail: string;
  readonly message_id: string | null;
}

export interface EventsTable {
  readonly ticket: string;
  /** From 1. */
  readonly seq: number;
  readonly type: string;
  readonly v: number;
  readonly at: number;
  /** JSON of the event's own fields. */
  readonly payload: string;
}

/** The projection of a ticket's events that lists and look-ups need; `recorder.rebuild` compares it with them. */
export interface TicketsTable {
  readonly number: string;
  /** Number of events folded. */
  readonly version: number;
  readonly status: string;
  readonly kind: string;
  readonly ticket_type: string;
  readonly service: string | null;
  readonly variant: string | null;
  readonly incident: string | null;
  readonly team: string | null;
  readonly requester: string;
  readonly opened_by: string;
  readonly opened_at: number;
  readonly received_at: number;
  readonly changed_at: number;
  readonly completed_at: number | null;
  readonly resolved_at: number | null;
  readonly first_response_at: number | null;
  readonly last_mail_at: number;
  /** The person asked last, while it waits for an approval. */
  readonly approver: string | null;
  /** When the clock has something to do for it: an index over what events, rules and calendar say, made anew when they change. */
  readonly due_at: number | null;
}

/** Private. */
export interface TicketTextsTable {
  readonly ticket: string;
  readonly name: string;
  readonly text: string;
}

/** Private: address and name, both empty once emptied. */
export interface PeopleTable {
  readonly id: string;
  readonly address: string;
  readonly name: string;
  /** When a decision last named the person. */
  readonly named_at: number;
}

export interface OutboxTable {
  /** Place in the order of all decisions and letters. */
  readonly seq: number;
  readonly key: string;
  readonly ticket: string | null;
  readonly template: string;
  readonly language: string;
  readonly step: string;
  readonly person: string;
  readonly shown: string;
  readonly source: string | null;
  /** 0 = acknowledgement, leaves first; 1 = normal. */
  readonly rank: Flag;
  /** Private: the address of the first recipient. */
  readonly recipient: string;
  readonly state: OutboxState;
  /** Claims so far, the present one included. */
  readonly attempts: number;
  readonly created_at: number;
  readonly next_attempt_at: number;
  /** Last time it was claimed, or when it was sent or failed. */
  readonly left_at: number | null;
  readonly lease_until: number | null;
  readonly last_reply: string | null;
  readonly parked_reason: string | null;
  /** Made void by a later decision: its token counts no more, whether it was sent or not. */
  readonly voided: Flag;
}

/** Private. */
export interface OutboxTextsTable {
  readonly seq: number;
  /** The letter as JSON; empty once emptied. */
  readonly letter: string;
  /** Text part as it was sent; null before, empty once emptied. */
  readonly text: string | null;
}

export interface DecisionsTable {
  readonly seq: number;
  readonly mail: string | null;
  /** Place of the decision on the same mail before a person released it. */
  readonly previous: number | null;
  readonly at: number;
  readonly disposition: string;
  readonly auto_reply: Flag;
  readonly no_reply_reason: string | null;
  readonly reason: string;
  /** Private (it quotes words of the mail): the rules tried, as JSON; empty once emptied. */
  readonly trace: string;
  /** JSON: what a held mail seems to ask, in codes of the rules; null where nobody could tell. */
  readonly asked: string | null;
}

/** `numbers`/day: last ticket number taken; `sequence`/all; `letters`/created; `mails`/disposition: how many mails ended so. */
export interface CountersTable {
  readonly kind: string;
  readonly name: string;
  readonly value: number;
}

/** Private. */
export interface AddressesTable {
  /** Lower-case. */
  readonly address: string;
  readonly mark: string;
  readonly at: number;
  /** Pseudonym of who ordered it; null where a delivery report did. */
  readonly by: string | null;
  /** The mail that ordered it. */
  readonly mail: string | null;
  readonly detail: string;
}

/** Mails that brought personal papers, until their originals have been deleted and afterwards. */
export interface PersonalMailsTable {
  readonly mail: string;
  readonly sha256: string;
  readonly received_at: number;
  /** JSON list. */
  readonly kinds: string;
  readonly state: 'kept' | 'removing' | 'removed';
  /** When it was marked, or removed. */
  readonly at: number;
}

/** S/MIME signatures, by which a copy under another envelope is known. */
export interface SignaturesTable {
  /** Hash of key and signed attributes. */
  readonly fingerprint: string;
  /** The first that came with it. */
  readonly mail: string;
  /** When that was decided. */
  readonly at: number;
}

export interface MigrationsTable {
  readonly id: number;
  readonly name: string;
}

export interface Tables {
  readonly ledger: LedgerTable;
  readonly mailboxes: MailboxesTable;
  readonly mails: MailsTable;
  readonly mail_texts: MailTextsTable;
  readonly ticket_mails: TicketMailsTable;
  readonly events: EventsTable;
  readonly tickets: TicketsTable;
  readonly ticket_texts: TicketTextsTable;
  readonly people: PeopleTable;
  readonly outbox: OutboxTable;
  readonly outbox_texts: OutboxTextsTable;
  readonly decisions: DecisionsTable;
  readonly counters: CountersTable;
  readonly addresses: AddressesTable;
  readonly personal_mails: PersonalMailsTable;
  readonly signatures: SignaturesTable;
  readonly migrations: MigrationsTable;
}

/** The database, or a transaction on it. */
export type Db = Kysely<Tables>;
