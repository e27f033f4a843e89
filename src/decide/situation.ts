/** Everything a decision about one mail may look at. Made by the pipeline; nothing in it changes. */
import type { PaperReading } from '../parse/document.ts';
import type { InboundMessage } from '../parse/message.ts';
import type { LetterKey, MailId, PersonId, TicketNumber } from '../shared/ids.ts';
import type { EpochMs, LocalDate } from '../shared/time.ts';
import type { TicketState } from '../ticket/ticket.ts';
import type { Reading, ReplyReading, ReplyRole } from '../understand/reading.ts';
import type { Asked, TraceEntry } from './decision.ts';
import type { Office, Party } from './office.ts';

/** A ticket as decisions see it (the store's TicketRecord fits). */
export interface KnownTicket {
  readonly number: TicketNumber;
  readonly version: number;
  readonly state: TicketState;
  readonly texts: Readonly<Record<string, string>>;
  readonly people: ReadonlyMap<PersonId, { readonly address: string; readonly name: string }>;
  readonly thread: readonly string[];
}

/** A letter of ours that a mail answers, its token verified. */
export interface BoundLetter {
  readonly key: LetterKey;
  readonly ticket: TicketNumber | null;
  readonly template: string;
  readonly step: string;
  readonly person: PersonId;
  readonly shown: string;
  readonly recipient: string;
  readonly text: string | null;
  readonly isVoid: boolean;
  /** When it was decided on: nobody can have answered it before. Absent where that is not known. */
  readonly madeAt?: EpochMs;
}

/** How a mail belongs to a ticket; see binding.ts for the order. */
export interface Binding {
  readonly ticket: KnownTicket;
  readonly how: 'token' | 'reference' | 'number' | 'echo' | 'said';
  readonly letter: BoundLetter | null;
  /** Text of a letter of ours that the mail may repeat, where no token says which; it is subtracted. */
  readonly quoted: string | null;
}

/** What went before between the writer and us within the last hour. */
export interface Before {
  /** Letters of ours to him, newest first. */
  readonly letters: readonly {
    readonly ticket: TicketNumber | null;
    readonly at: EpochMs;
    /** As it was sent; null before. */
    readonly text: string | null;
  }[];
  /** For each earlier mail of his that says the same, figures aside: the tickets it belongs to. */
  readonly sameText: readonly (readonly TicketNumber[])[];
  readonly sameSubject: number;
}

/** A mail that waits for a person, as the desk's list shows it. */
export interface HeldMail {
  readonly mail: MailId;
  readonly receivedAt: EpochMs;
  /** `hold:outside`, … */
  readonly disposition: string;
  /** Empty where nobody could read it. */
  readonly from: string;
  /** As it is shown beside the address; empty where there is none. */
  readonly fromName: string;
  readonly subject: string;
  /** What it seems to ask, empty where that is nothing; null where nobody could tell. */
  readonly asked: readonly Asked[] | null;
}

/** A held mail that the desk has released or dropped, and what has become of it. */
export interface SettledMail {
  readonly mail: MailId;
  readonly what: 'release' | 'drop';
  /** As the receipt names it. */
  readonly from: string;
  /** `answered`: a ticket or a letter has come of it. `gone`: the ledger does not have it. */
  readonly now: 'held' | 'can-wait-again' | 'answered' | 'gone';
  /** That have come of it. */
  readonly tickets: readonly TicketNumber[];
}

/** What one mail of the desk did, by the receipt that answered it, as far as it can be taken back. */
export interface Receipt {
  /** The mail that ordered it, and who wrote that. */
  readonly mail: MailId;
  readonly person: PersonId;
  /** That it moved. */
  readonly tickets: readonly TicketNumber[];
  readonly mails: readonly SettledMail[];
  /** Addresses that it blocked, and that still are. */
  readonly blocked: readonly string[];
  /** What it did besides, which stays. */
  readonly stays: readonly { readonly line: string; readonly ticket: string | null }[];
}

/** An earlier decision on a mail of the ticket. */
export interface PastStep {
  readonly at: EpochMs;
  readonly reason: string;
  readonly trace: readonly TraceEntry[];
}

/** What somebody else asked for, as one of the desk writes it down. */
export interface Spoken {
  readonly text: string;
  readonly subject: string;
  readonly from: { readonly name: string; readonly address: string };
}

export interface DeskSight {
  /** The letter of ours without a ticket (morning letter, list of held mails) that the mail answers. */
  readonly answers: BoundLetter | null;
  /** The mails that this letter numbered, from 1 on, as long as it is kept. */
  readonly listed: readonly HeldMail[];
  /** Every mail that is held now; looked up where the desk asks for it. */
  readonly held: readonly HeldMail[];
  /** Addresses in From, To and Cc of the mails that opened the ticket replied to and those named. */
  readonly participants: ReadonlyMap<TicketNumber, readonly string[]>;
  /** How it came to where the ticket stands; looked up where the desk asks why. */
  readonly past: readonly PastStep[];
  /** The writer's receipt that his mail answers, else his last one; looked up where he takes something back. */
  readonly receipt: Receipt | null;
  /** He answers that receipt. */
  readonly answersReceipt: boolean;
  readonly readSpoken: (spoken: Spoken) => Reading;
}

/** A ticket's file as it was asked for, and the ticket of that number. */
export interface EvidenceAsked {
  readonly asked: string;
  readonly ticket: KnownTicket | null;
}

export interface SignatureFinding {
  /** It makes the sender sure. */
  readonly counts: boolean;
  /** English, for the trace. */
  readonly why: string;
}

export interface Situation {
  readonly now: EpochMs;
  readonly office: Office;
  readonly mail: { readonly id: MailId; readonly receivedAt: EpochMs; readonly released: boolean };
  /** Null when not even the header could be read. */
  readonly message: InboundMessage | null;
  readonly papers: readonly PaperReading[];
  /** Why the mail could not be read, or null. */
  readonly failure: 'poison' | 'too-large' | null;
  readonly sender: Party | null;
  readonly reading: Reading | null;
  readonly binding: Binding | null;
  /** The reply read in a role, since one person may have several; `part`: these words of it alone. */
  readonly readAs: (role: ReplyRole, part?: string) => ReplyReading;
  /** Some of the mail's own words, read as if they were all of a new mail; absent where none was read. */
  readonly readPart?: (part: string) => Reading;
  readonly seenBefore: { readonly identical: MailId | null; readonly sameMessageId: MailId | null };
  readonly before: Before;
  /** The sender's newest tickets; filled where the mail asks for their state, complains, goes on with one of them, or is a reply. */
  readonly ownTickets: readonly KnownTicket[];
  /** The sender's open tickets of which a new mail may go on with any; absent = it goes on with none, or plainly with one. */
  readonly mayContinue?: readonly KnownTicket[];
  /** Tickets whose numbers stand in the writer's own words, in their order; whether he may speak of them is for the decision. */
  readonly named: readonly KnownTicket[];
  /** Open reports of the faults that a new mail speaks of, from the last hour, oldest first. */
  readonly sameFault: readonly KnownTicket[];
  /** Tickets linked with that of a reply, where it reports a fault. */
  readonly linked: readonly KnownTicket[];
  /** The other tickets of the list that the letter answered holds; absent = none. */
  readonly listed?: readonly KnownTicket[];
  /** What waits already for those whom this mail may ask for their yes, oldest first; only where it is more than a letter each. */
  readonly waiting?: ReadonlyMap<PersonId, readonly KnownTicket[]>;
  /** The day (yyyy-mm-dd, organisation's zone) and the next free ticket counter. */
  readonly numbering: { readonly day: LocalDate; readonly next: number };
  /** The ticket whose file is asked for by somebody who may have it. */
  readonly evidence?: EvidenceAsked;
  /** What only the desk may see and order; set where one of the desk wrote. */
  readonly desk?: DeskSight;
  /** What its S/MIME signature is worth; absent where it has none. */
  readonly signature?: SignatureFinding;
  /** The writer's address bears the mark that the desk put there. */
  readonly blocked?: boolean;
  /** The ticket and letter that a delivery report speaks of, when it is one of ours. */
  readonly reported: { readonly ticket: KnownTicket | null; readonly letter: BoundLetter } | null;
}
