/**
 * What all four triggers (a mail, a delivery report, a tick, a command) end in. A value: nothing has happened until `record`
 * has written it in one transaction.
 */
import type { LetterKey, MailId, PersonId, TicketNumber } from '../shared/ids.ts';
import type { EpochMs } from '../shared/time.ts';
import type { TicketEvent } from '../ticket/event.ts';
import type { Kind } from '../understand/reading.ts';
import type { Letter } from './letter.ts';

/** Why no automatic mail may go to the sender (contract `noReplyReason`). */
export type NoReplyReason =
  | 'bounce'
  | 'auto-submitted'
  | 'list'
  | 'own'
  | 'loop'
  | 'mdn'
  | 'spam'
  | 'outside'
  | 'irrelevant'
  | 'rate'
  | 'no-address';

export type IgnoreReason =
  | 'bounce'
  | 'auto-submitted'
  | 'list'
  | 'own'
  | 'loop'
  | 'mdn'
  | 'irrelevant'
  | 'duplicate'
  | 'only-copied'
  | 'before-activation'
  | 'blocked'
  | 'calendar';
export type HoldReason =
  | 'outside'
  | 'authentication-failed'
  | 'spam'
  | 'no-address'
  | 'message-id-conflict'
  | 'poison'
  | 'too-large'
  | 'unreadable'
  | 'infected'
  | 'not-scanned'
  | 'before-activation';
export type RejectReason = 'not-yours';

export type Disposition =
  | { readonly kind: 'accept' }
  | { readonly kind: 'ignore'; readonly reason: IgnoreReason }
  | { readonly kind: 'reject'; readonly reason: RejectReason }
  | { readonly kind: 'hold'; readonly reason: HoldReason };

/** A rule that was tried; `matched` false ones are kept too. */
export interface TraceEntry {
  readonly rule: string;
  readonly matched: boolean;
  readonly detail: string;
}

/** A person as a row that retention may empty. */
export interface PartyRow {
  readonly id: PersonId;
  readonly address: string;
  readonly name: string;
}

/** Private texts of a ticket, by name: `subject`, `summary`, `facts` (JSON), `note:<mailId>`. */
export interface TextRow {
  readonly name: string;
  readonly text: string;
}

export interface TicketChange {
  readonly number: TicketNumber;
  /** Number of events the decision was made on; 0 for a new ticket. Another count means E_STREAM_CONFLICT. */
  readonly expectedVersion: number;
  readonly events: readonly TicketEvent[];
  readonly texts: readonly TextRow[];
}

export interface Timer {
  readonly ticket: TicketNumber;
  readonly at: EpochMs | null;
}

/** The desk settles a held mail: to be decided anew, or never answered; `hold` takes that back, where nobody has been answered yet. */
export interface MailOrder {
  readonly mail: MailId;
  readonly what: 'release' | 'drop' | 'hold';
}

/** `blocked`: what comes from there is not answered; `dead`: what goes there does not arrive. */
export type AddressMark = 'blocked' | 'dead';

/** An address gets a mark or loses it. */
export interface AddressOrder {
  readonly address: string;
  readonly mark: AddressMark;
  readonly what: 'set' | 'clear';
  /** Who ordered it; null where a delivery report did. */
  readonly by: PersonId | null;
  /** The server's words, for a dead one. */
  readonly detail: string;
}

/** A mail that brought personal papers; `remove`: its original is to be deleted now. */
export interface PersonalMail {
  readonly mail: MailId;
  readonly what: 'keep' | 'remove';
  /** `ktp`, `sk`, or the key of the requirement that its paper stands for. */
  readonly kinds: readonly string[];
}

/** What a held mail asks for, as far as it can be told: codes of the rules, no word of the mail. */
export interface Asked {
  readonly kind: Kind;
  readonly service: string | null;
  readonly variant: string | null;
}

export interface Decision {
  /** Null when the trigger was not a mail. */
  readonly mail: MailId | null;
  readonly at: EpochMs;
  readonly disposition: Disposition;
  readonly autoReply: boolean;
  readonly noReplyReason: NoReplyReason | null;
  /** One sentence a person can read (English). */
  readonly reason: string;
  readonly tickets: readonly TicketChange[];
  readonly people: readonly PartyRow[];
  readonly letters: readonly Letter[];
  /** For each ticket changed: when the clock has something to do for it as it stands then; null = never. */
  readonly timers: readonly Timer[];
  /** Letters still waiting in the outbox that this decision makes void (an approval asked for a changed request). */
  readonly voidLetters: readonly LetterKey[];
  /** The value the day's number counter must have had, and how many numbers were taken from it; null when none was. */
  readonly numbers: { readonly day: string; readonly first: number; readonly count: number } | null;
  readonly trace: readonly TraceEntry[];
  /** Held mails that this decision settles; those that nobody holds any more are left alone. */
  readonly mailOrders?: readonly MailOrder[];
  readonly addressOrders?: readonly AddressOrder[];
  /** Mails with personal papers: which there are, and which are kept no longer. */
  readonly personalMails?: readonly PersonalMail[];
  /** Of a held mail that could be read: what it seems to ask; empty where that is nothing. */
  readonly asked?: readonly Asked[];
}
