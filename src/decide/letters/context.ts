/**
 * What a letter is made from: values only, filled by the decision. Names, codes, times and flags go in; the words around them stand
 * in templates/. Everything here that a sender wrote (summary, ownText, display names) is his claim and is cut, cleaned and marked.
 */
import type { Person, Rank } from '../../directory/person.ts';
import type { PaperWarning } from '../../parse/document.ts';
import type { Rulebook, ServiceLevel } from '../../rulebook/rulebook.ts';
import type { MailId, PersonId, TicketNumber } from '../../shared/ids.ts';
import type { EpochMs, LocalDate } from '../../shared/time.ts';
import type { DeskReason, Grade, SuperiorVerdict, TicketKind } from '../../ticket/event.ts';
import type { LetterFinding } from '../../understand/papers/letter-findings.ts';
import type { Candidate, Facts, Language } from '../../understand/reading.ts';

/** Somebody a letter goes to or speaks of. */
export interface Party {
  readonly id: PersonId;
  readonly address: string;
  /** Display name as the mail gave it; used only where the directory knows nothing. */
  readonly name: string;
  readonly person: Person | null;
}

/** A team (or the desk) with the mailbox it reads. */
export interface TeamParty {
  readonly id: PersonId;
  readonly address: string;
  readonly name: string;
}

/** When the service clock begins, as in the contract's `sla.startsWhen`. */
export type StartsWhen = 'now' | 'complete' | 'approved' | 'cio-decision' | 'event';

export interface LetterTimes {
  /** Null until the clock runs. */
  readonly resolveBy: EpochMs | null;
  readonly startsWhen: StartsWhen;
  /** Null where the standard knows none (incidents, complaints, questions, unsure). */
  readonly level: ServiceLevel | null;
  /** True where the calendar has no table for the year yet. */
  readonly estimate: boolean;
  /** It is over, and the work is not done; absent = no. */
  readonly isPast?: boolean;
}

/** An attachment that could not be read, or holds what should not be run. */
export interface MarkedFile {
  readonly filename: string;
  readonly warnings: readonly PaperWarning[];
  /** Why it could not be read, a sentence; null where it could. */
  readonly unread: string | null;
  /** Unread for its size alone. */
  readonly isOverLimit: boolean;
  /** A picture whose letters nobody has read: it counts by its name, unchecked; absent = no. */
  readonly isByName?: boolean;
  /** What is wrong with rows of a list, by their numbers; absent = nothing. */
  readonly rows?: string;
}

/** The mail that a letter answers. */
export interface SourceMail {
  readonly mail: MailId;
  readonly messageId: string | null;
  readonly references: readonly string[];
  /** File names as parsed (safe), inline pictures left out. */
  readonly attachments: readonly string[];
  /** What is to be known of some of them; absent = nothing. */
  readonly marks?: readonly MarkedFile[];
  /** No virus scanner has looked at them, though the office has one. */
  readonly notScanned?: boolean;
  /** New text of its writer, without quotes and signature. */
  readonly text: string;
}

export interface MissingItem {
  /** Key of the catalogue; `atasan` for the superior. */
  readonly key: string;
  /** As the catalogue says it. */
  readonly text: string;
}

/** What the office asks about superiors for this ticket, and what was found. */
export interface SuperiorNeed {
  readonly rank: Rank;
  readonly verdict: SuperiorVerdict;
  /** Best person found in Cc or To, for "too low" and "inactive". */
  readonly found: Party | null;
  /** Active superiors in the requester's own line of that rank, nearest first. */
  readonly qualifying: readonly Person[];
}

export interface Asked {
  /** Ordinal from 1. */
  readonly step: number;
  /** In the team's words; null where nothing is done yet. */
  readonly result: string | null;
}

export interface LetterContext {
  readonly rulebook: Rulebook;
  readonly now: EpochMs;
  /** Address of the mailbox; a person sees it as the way to go on. */
  readonly mailbox: string;
  readonly number: TicketNumber;
  readonly kind: TicketKind;
  readonly language: Language;
  readonly requester: Party;
  /** Codes of the rulebook; null where unsure. */
  readonly service: string | null;
  readonly variant: string | null;
  readonly incident: string | null;
  /** The requester's own words in one line, and at length. */
  readonly summary: string;
  readonly ownText: string;
  readonly facts: Facts;
  /** How many it is now, where the mail in hand puts the number right; absent: it does not. */
  readonly recounted?: number;
  /** How many it was before that; absent: nobody had said. */
  readonly recountedFrom?: number;
  /** The day of the event before the mail in hand moved it to that of `facts`; absent: it does not. */
  readonly movedFrom?: LocalDate;
  /** For whom it was before the mail in hand put that right; absent: it does not. */
  readonly renamedFrom?: string;
  /** A new day as the mail in hand writes it, where it can be read in more than one way; absent: none. */
  readonly dayDoubt?: string;
  /** Level that the desk has set; null or absent: none. */
  readonly priority?: string | null;
  readonly times: LetterTimes;
  readonly team: TeamParty | null;
  readonly desk: TeamParty;
  readonly approver: Party | null;
  /** Which of the ticket's questions for a yes this is, and what the team had done by then; absent before the first. */
  readonly asked?: Asked | null;
  /** When the clock ends the wait that the ticket is in; null or absent where it does not. */
  readonly waitEnds?: EpochMs | null;
  readonly superior: SuperiorNeed | null;
  readonly missing: readonly MissingItem[];
  /** What is wrong with its papers; none where absent. */
  readonly faults?: readonly { readonly filename: string; readonly text: string; readonly against: string }[];
  /** Letters that stand for something the catalogue asks; none where absent. */
  readonly letters?: readonly LetterFinding[];
  /** Devices of the list that came with the request, one a line; none where absent. */
  readonly devices?: readonly Readonly<Record<string, string>>[];
  /** Whom a form that is missing names: who would sign it, and the unit of eselon I; none where absent. */
  readonly onForms?: { readonly signer: Person | null; readonly topUnit: string };
  /** Keys of requirements for which the office gives out a paper. */
  readonly paperKeys: ReadonlySet<string>;
  readonly grade: Grade;
  readonly deskReason: DeskReason | null;
  /** Best first; the first three are printed. */
  readonly guesses: readonly Candidate[];
  /** The first answer leaves later than promised: the letter says sorry. */
  readonly late: boolean;
  /** The mail that caused the letter; null for ticks and commands. */
  readonly source: SourceMail | null;
  /** The mail that opened the ticket, with its attachments: goes along to the team. */
  readonly original: SourceMail | null;
  /** Later mails that brought what was missing: they go along, too; none where absent. */
  readonly supplied?: readonly SourceMail[];
  /** The ticket that this one continues. */
  readonly follows: TicketNumber | null;
  /** The report of the same fault that stands for this one; none where absent. */
  readonly master?: TicketNumber | null;
  /** Sentences of the mail that may ask for something else and of which no ticket was made; none where absent. */
  readonly besides?: readonly string[];
  /** `subject` of the ticket's first letter, repeated by the later ones; null on the first. */
  readonly stem: string | null;
}
