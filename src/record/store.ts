/**
 * The ports of the store, in the words of the stages. One implementation over kysely (SQLite embedded, PostgreSQL-ready). Everything
 * that one trigger causes is written by one `record` in one transaction; nothing else writes tickets.
 */
import type { AddressMark, Decision } from '../decide/decision.ts';
import type { Likeness } from '../decide/likeness.ts';
import type { Before, HeldMail, PastStep, Receipt } from '../decide/situation.ts';
import type { InboundMessage } from '../parse/message.ts';
import type { LetterKey, MailId, PersonId, TicketNumber } from '../shared/ids.ts';
import type { EpochMs, LocalDate } from '../shared/time.ts';
import type { TicketEvent } from '../ticket/event.ts';
import type { TicketState } from '../ticket/ticket.ts';

/** One message of the mailbox as the ledger knows it. */
export interface Arrival {
  readonly mail: MailId;
  readonly mailbox: string;
  readonly uidValidity: string;
  readonly uid: number;
  /** INTERNALDATE. */
  readonly receivedAt: EpochMs;
  readonly sha256: string;
  readonly sizeBytes: number;
}

export type LedgerState =
  /** Listed below the activation UID; never answered without an order. */
  | 'before-activation'
  /** Raw bytes are safe; nothing decided. */
  | 'kept'
  | 'decided';

export interface LedgerRow extends Arrival {
  readonly state: LedgerState;
  readonly attempts: number;
  /** `accept`, `ignore:list`, `hold:poison`, …; null until decided. */
  readonly disposition: string | null;
  readonly reason: string | null;
  /** Folder it was moved to; null while it still lies in the inbox. */
  readonly movedTo: string | null;
  /** A person has ordered that it be decided (again). */
  readonly released: boolean;
}

/** Settled by a person after it had been moved: it lies in one of our folders and belongs in another. */
export interface LyingMail extends LedgerRow {
  readonly liesIn: string;
  /** Its UID there; null where the server did not tell. */
  readonly place: { readonly uidValidity: string; readonly uid: number } | null;
}

export interface Moved {
  /** They wait for a person there. */
  readonly held?: boolean;
  /** Their UIDs there, where the server has told them. */
  readonly places?: readonly { readonly mail: MailId; readonly uidValidity: string; readonly uid: number }[];
}

export interface LedgerCounts {
  readonly total: number;
  readonly kept: number;
  readonly decided: number;
  readonly beforeActivation: number;
  readonly unmoved: number;
  /** By disposition text. */
  readonly byDisposition: Readonly<Record<string, number>>;
}

export interface MailboxState {
  readonly uidValidity: string;
  /** UIDNEXT at the very first run: lower UIDs are not answered. */
  readonly activationUid: number;
  /** When the very first run was, by the wall clock. */
  readonly activatedAt: EpochMs;
}

export interface Ledger {
  /** The state of a mailbox's current UIDVALIDITY, or null when never seen. */
  mailbox(mailbox: string): Promise<MailboxState | null>;
  /** Begins (first run) or renews (changed UIDVALIDITY: activation 1, identities sort out what was seen) a mailbox. */
  openMailbox(mailbox: string, state: MailboxState): Promise<void>;
  knownUids(mailbox: string, uidValidity: string, from: number, to: number): Promise<ReadonlySet<number>>;
  /** Idempotent. */
  list(rows: readonly Arrival[], state: 'kept' | 'before-activation'): Promise<void>;
  /** Kept but undecided, oldest receivedAt (then uid) first. */
  undecided(limit: number): Promise<readonly LedgerRow[]>;
  /** Counts an attempt at each of these mails before it starts; answers their numbers, this one included. */
  startAttempts(mails: readonly MailId[]): Promise<ReadonlyMap<MailId, number>>;
  /** Decided but not yet moved. */
  unmoved(mailbox: string, uidValidity: string, limit: number): Promise<readonly LedgerRow[]>;
  /** Decided anew or dropped after it had been moved, whatever its UIDVALIDITY was. */
  lying(mailbox: string, limit: number): Promise<readonly LyingMail[]>;
  /** What has been settled in the meantime is to be moved again from there. */
  markMoved(mails: readonly MailId[], folder: string, moved?: Moved): Promise<void>;
  row(mail: MailId): Promise<LedgerRow | null>;
  held(): Promise<readonly LedgerRow[]>;
  /** Listed when Loket was activated and never answered, newest first. */
  beforeActivation(limit: number): Promise<readonly LedgerRow[]>;
  /** Puts a held or before-activation mail back to `kept`, marked as released by a person. */
  release(mail: MailId): Promise<void>;
  /** Never answered. `gone`: it was released, but lies no longer in the mailbox. */
  drop(mail: MailId, why?: 'dropped' | 'gone'): Promise<void>;
  counts(): Promise<LedgerCounts>;
}

/** A mail as later mails refer to it; `text` rows are emptied by retention. */
export interface MailFacts {
  readonly message: InboundMessage;
  readonly writer: PersonId | null;
  readonly likeness?: Likeness;
}

/** A mail whose original is to be deleted. */
export interface DuePersonalMail {
  readonly mail: MailId;
  readonly sha256: string;
  readonly kinds: readonly string[];
  /** All of them have ended; none where it belongs to no ticket. */
  readonly tickets: readonly TicketNumber[];
  /** The decision is recorded already; only the bytes may still be there. */
  readonly isRecorded: boolean;
}

export interface PersonalMails {
  /**
   * Mails whose tickets have all ended before `endedBefore`, or that belong to none and came before `receivedBefore`; oldest first. None
   * that a person still has to look at, and none of whose bytes a mail not yet decided has the same.
   */
  due(
    cuts: { readonly endedBefore: EpochMs; readonly receivedBefore: EpochMs },
    limit: number,
  ): Promise<readonly DuePersonalMail[]>;
  /** The bytes are gone. Idempotent. */
  markRemoved(mail: MailId, at: EpochMs): Promise<void>;
  isRemoved(mail: MailId): Promise<boolean>;
}

/** Where a page of old tickets ended. */
export interface TextsCursor {
  readonly openedAt: EpochMs;
  readonly number: TicketNumber;
}

export interface OldTextsPage {
  readonly emptied: readonly TicketNumber[];
  /** Null where there are no more. */
  readonly next: TextsCursor | null;
}

export interface OldTexts {
  /** Empties what names or quotes people of tickets that ended before that moment, a page at a time. Idempotent. */
  empty(before: EpochMs, after: TextsCursor | null): Promise<OldTextsPage>;
  /**
   * Empties addresses and names of people whom nothing has named since that moment, a page at a time; none of a ticket that is open or
   * ended later, none whose address bears a mark or to whom a letter still waits. Idempotent.
   */
  emptyPeople(before: EpochMs, after: PersonId | null): Promise<OldPeoplePage>;
  /**
   * Empties what names or quotes people of mails decided before that moment that no ticket needs, and of letters without a ticket, a page
   * at a time; none of a mail that waits for a person. Idempotent.
   */
  emptyMails(before: EpochMs, after: number | null): Promise<OldMailsPage>;
}

export interface OldMailsPage {
  /** How many mails. */
  readonly emptied: number;
  /** The last place that was looked at; null where there are no more. */
  readonly next: number | null;
}

export interface OldPeoplePage {
  /** How many. */
  readonly emptied: number;
  /** The last that was looked at; null where there are no more. */
  readonly next: PersonId | null;
}

export interface Signatures {
  /** Those that came before that moment; returns how many. */
  forget(before: EpochMs): Promise<number>;
}

/** A folded ticket with the private rows that decisions and letters need. */
export interface TicketRecord {
  readonly number: TicketNumber;
  readonly version: number;
  readonly state: TicketState;
  readonly texts: Readonly<Record<string, string>>;
  /** Address and name are empty where retention has emptied them. */
  readonly people: ReadonlyMap<PersonId, { readonly address: string; readonly name: string }>;
  /** Message-IDs of mails attached to the ticket and of our letters, oldest first: for References. */
  readonly thread: readonly string[];
}

/** A letter of ours found again by what a reply carries. */
export interface SentLetter {
  readonly key: LetterKey;
  readonly ticket: TicketNumber | null;
  readonly template: string;
  readonly step: string;
  readonly person: PersonId;
  readonly shown: string;
  readonly recipient: string;
  /** Text part as it was sent, for subtraction from replies; null when not sent yet or emptied. */
  readonly text: string | null;
  readonly isVoid: boolean;
  /** When it was decided on; nobody can have answered it before. */
  readonly madeAt: EpochMs;
}

export interface TicketSummary {
  readonly number: TicketNumber;
  readonly kind: string;
  readonly service: string | null;
  readonly variant: string | null;
  readonly status: string;
  readonly requester: PersonId;
  readonly team: string | null;
  readonly openedAt: EpochMs;
  readonly changedAt: EpochMs;
  /** Null once retention has emptied it. */
  readonly subject: string | null;
}

export interface BeforeQuery {
  readonly address: string;
  readonly writer: PersonId;
  readonly likeness: Likeness;
  readonly since: EpochMs;
}

export interface Tickets {
  find(number: TicketNumber): Promise<TicketRecord | null>;
  events(number: TicketNumber): Promise<readonly TicketEvent[]>;
  /** Tickets to which a mail (theirs or ours) with one of these Message-IDs is attached, newest first. */
  byMessageIds(
    messageIds: readonly string[],
  ): Promise<readonly { number: TicketNumber; participants: readonly string[] }[]>;
  letter(key: LetterKey): Promise<SentLetter | null>;
  /** Tickets that wait for the yes of one of these, oldest first, at most two hundred. */
  awaiting(
    approvers: readonly PersonId[],
  ): Promise<readonly { readonly number: TicketNumber; readonly approver: PersonId }[]>;
  ofRequester(person: PersonId, limit: number): Promise<readonly TicketSummary[]>;
  /** Reports of this fault that are worked on, opened since then, oldest first, at most a hundred, and who sent them. */
  openIncidents(
    incident: string,
    since: EpochMs,
  ): Promise<readonly { readonly number: TicketNumber; readonly reporter: string }[]>;
  list(filter: { readonly status?: string; readonly limit: number }): Promise<readonly TicketSummary[]>;
  /** Mails of that identity or that Message-ID already decided: for duplicates and conflicts. */
  sameMail(
    identity: string,
    messageId: string | null,
  ): Promise<{ readonly identical: MailId | null; readonly sameMessageId: MailId | null }>;
  /** The first mail that came with this S/MIME signature. */
  signedBefore(fingerprint: string): Promise<MailId | null>;
  /** Letters to the writer and mails of his that read alike, since then. */
  before(query: BeforeQuery): Promise<Before>;
  /** Next value of the day's ticket counter, from 1. */
  nextNumber(day: LocalDate): Promise<number>;
}

export interface Timers {
  /** Tickets for which the clock has something to do, the longest overdue first. */
  due(now: EpochMs, limit: number): Promise<readonly TicketNumber[]>;
  /** Tickets that have not ended, by number, from after that one: to be walked through. */
  open(after: TicketNumber | null, limit: number): Promise<readonly TicketNumber[]>;
  /** A ticket that is no longer at that version is left as it is. */
  set(
    timers: readonly { readonly ticket: TicketNumber; readonly version: number; readonly at: EpochMs | null }[],
  ): Promise<void>;
  /** Whether every open ticket's timer was last set by this version of the rules. */
  areSetBy(rules: string): Promise<boolean>;
  markSetBy(rules: string): Promise<void>;
}

export interface MarkedAddress {
  readonly address: string;
  readonly mark: AddressMark;
  readonly at: EpochMs;
  /** The server's words, for a dead one. */
  readonly detail: string;
}

/** What the desk corrected. */
export interface Example {
  readonly ticket: TicketNumber;
  readonly text: string;
  readonly variant: string;
  readonly was: string | null;
}

export interface DeskBook {
  /** The mails that a letter of ours numbered, as they stand now, in its order; a mail that is gone keeps its place. */
  listedIn(letter: LetterKey): Promise<readonly HeldMail[]>;
  held(limit: number): Promise<readonly HeldMail[]>;
  /** The decisions on the ticket's mails, oldest first. */
  past(ticket: TicketNumber): Promise<readonly PastStep[]>;
  pastOf(mail: MailId): Promise<readonly PastStep[]>;
  isBlocked(address: string): Promise<boolean>;
  /** Which of these get no letters, in small letters. */
  deadAmong(addresses: readonly string[]): Promise<ReadonlySet<string>>;
  /** What a receipt to one of the desk did, as it stands now; null for other letters. */
  receiptOf(letter: LetterKey): Promise<Receipt | null>;
  /** The newest to that person. */
  lastReceipt(person: PersonId): Promise<Receipt | null>;
  marked(limit: number): Promise<readonly MarkedAddress[]>;
  /** True when it bore the mark; letters that waited for a dead one leave. */
  clear(address: string, mark: AddressMark): Promise<boolean>;
  /** Corrections of the desk, oldest ticket first. */
  examples(limit: number): Promise<readonly Example[]>;
}

/** A transaction in which decisions are made and recorded, each seeing those before it. */
export interface Together {
  readonly tickets: Tickets;
  readonly deskBook: DeskBook;
  record(decision: Decision, mail: MailFacts | null): Promise<void>;
  /** What fails alone has written nothing; the rest stands. @throws where all is done again, or the database has given up the transaction */
  alone<Result>(work: () => Promise<Result>): Promise<Outcome<Result>>;
}

export type Outcome<Result> =
  { readonly kind: 'done'; readonly result: Result } | { readonly kind: 'failed'; readonly error: unknown };

export interface Recorder {
  /**
   * Writes events, projections, ledger row, texts, people, outbox rows and the number counter in one transaction that is on the disk
   * when it resolves. Recording a mail that is already decided changes nothing.
   * @throws {BotError} E_STREAM_CONFLICT when a ticket or the counter has moved on
   */
  record(decision: Decision, mail: MailFacts | null): Promise<void>;
  /**
   * Several decisions in one transaction, on the disk when it resolves. Where one fails, all of `work` is done again.
   * @throws {BotError} E_STORAGE: then nothing is written
   */
  together<Result>(work: (within: Together) => Promise<Result>): Promise<Result>;
  /** Folds all events anew and compares with the projections; returns the numbers that differ (and mends them when asked). */
  rebuild(options: { readonly mend: boolean }): Promise<readonly TicketNumber[]>;
}
