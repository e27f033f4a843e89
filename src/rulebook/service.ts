/** One service as its rule file describes it: what it asks, of whom, within which time, and the words that point to it. */
import type { Rank } from '../directory/person.ts';
import type { TeamCode } from '../shared/ids.ts';
import type { OfficialChain } from './chain.ts';
import type { WindowLevel } from './window-level.ts';

export interface Source {
  /** `stated` = the seed says so, `inferred` = ours, with `why`. */
  readonly basis: 'stated' | 'inferred';
  readonly ref: string;
  readonly why?: string;
}

export interface Requirement {
  /** Key of the catalogue, e.g. `formulir-bia`. */
  readonly key: string;
  readonly kind: 'document' | 'form' | 'list' | 'letter' | 'link' | 'field' | 'bast' | 'directory';
  /** `after` (BAST, UAT form) is never asked for at intake. */
  readonly phase: 'submission' | 'after';
  /** As the catalogue says it; printed in letters. */
  readonly text: string;
  /** Phrases that recognise it: in file names, PDF texts, or (for link and field) the mail's text. */
  readonly words: readonly string[];
  /** Phrases whose words, in any order, tell it by the name of a file that shows no plainer words of another paper. */
  readonly names?: readonly string[];
  /** Statements that meet it without any paper ("kami sendiri pemilik datanya"). */
  readonly enoughSaid?: readonly string[];
  /** Beside its words in a quoted mail these meet it: an answer that allows it. */
  readonly quoted?: readonly string[];
  /** Only asked when one of these phrases stands in the mail; empty = always. */
  readonly onlyWhen: readonly string[];
  /** Asked as well where the mail says that there is none of these; absent = none. */
  readonly onlyWithout?: readonly string[];
  readonly signerRank: Rank | null;
  /** Beginnings of titles that may sign whatever their rank; absent = none. */
  readonly signerTitles?: readonly string[];
  /** Words of which one stands in the addressee of such a letter; absent = anybody. */
  readonly addressee?: readonly string[];
  /** Whoever signs should stand above the requester; absent = anybody of the rank. */
  readonly signerInLine?: boolean;
  /** What the form says for this variant, by the name of its field; absent where it may say anything. */
  readonly formSays?: Readonly<Record<string, readonly string[]>>;
  /** `directory` only: words of the sender's unit name that meet it; empty = every active person meets it. */
  readonly unitWords?: readonly string[];
  /** `directory` only: phrases that say that somebody concerned does not meet it; absent = what the register shows is enough. */
  readonly notWhen?: readonly string[];
  readonly source: Source;
}

export type ServiceLevel =
  | { readonly kind: 'working-hours'; readonly hours: number; readonly words: string; readonly startsWhen: ClockStart }
  | { readonly kind: 'working-days'; readonly days: number; readonly words: string; readonly startsWhen: ClockStart }
  | { readonly kind: 'at-event'; readonly closeAfterDays: number; readonly words: string }
  | {
      readonly kind: 'tiers';
      readonly tiers: readonly { readonly upTo: number; readonly days: number }[];
      /** The number where nobody said one: 1 where the variant is for single things. */
      readonly assumed?: number;
      readonly words: string;
    }
  | WindowLevel
  | { readonly kind: 'unstated'; readonly words: string };

/** Where the values that the desk may change come from; absent keys have no value. */
export interface VariantSources {
  readonly approval?: Source;
  readonly serviceLevel: Source;
  readonly leadTime?: Source;
  readonly quantity?: Source;
  readonly sensitive?: Source;
  /** Of remarks, notes and questions, in this order. */
  readonly told: readonly ToldSource[];
}

export interface ToldSource {
  readonly text: string;
  /** Null where the file does not say. */
  readonly source: Source | null;
}

/** `complete` = the moment all submission items and approvals are there (domain X-21). */
export type ClockStart = 'complete' | 'cio-decision';

export interface LeadTime {
  /** Working days between the filing day and the event. */
  readonly inJakarta: number;
  readonly elsewhere: number;
  /** False where the place is not asked for; unknown, it counts as Jakarta. */
  readonly asksPlace?: boolean;
  readonly text: string;
}

export interface Variant {
  /** `ITSM.8/reset-password` */
  readonly slug: string;
  /** `ITSM.8.5`, ours. */
  readonly code: string;
  readonly name: string;
  /** What it is called in a subject line, at most 40 characters: `reset password email`. */
  readonly shortName: string;
  readonly shortNameEn: string;
  /** Separate approval by reply (not merely the Cc). */
  readonly approval: { readonly minimumRank: Rank; readonly ask?: 'nearest' | 'any' | 'all' } | null;
  /** Officials who confirm by reply, one after the other, before and after the work; absent where the office knows none. */
  readonly chain?: OfficialChain;
  readonly requirements: readonly Requirement[];
  readonly serviceLevel: ServiceLevel;
  readonly leadTime: LeadTime | null;
  /** Inclusive bounds on the quantity for this variant; null = none. */
  readonly quantity: { readonly min: number | null; readonly max: number | null; readonly unit: string } | null;
  /** Below an aligned sender these go to the desk first. */
  readonly sensitive: boolean;
  readonly weakYes: 'accept' | 'ask';
  /** `desk`: the requester is told only when the desk has confirmed what the team did (box 7 of the process); absent: at once. */
  readonly confirmFulfilment?: 'desk';
  /** Printed in the first letter and in the team's. */
  readonly remarks: readonly string[];
  /** In English letters; absent: the Indonesian ones. */
  readonly remarksEn?: readonly string[];
  /** Remarks for mails that hold one of their phrases: limits, what is not covered. */
  readonly notes?: readonly Note[];
  /** What the team needs to act; asked in the first letter while the clock runs. */
  readonly questions?: readonly Question[];
  /** Words that point here; see WordRule. */
  readonly words: readonly WordRule[];
  readonly examples: readonly string[];
  readonly source: Source;
  readonly sources?: VariantSources;
  /** Where it differs from the service's (a change instead of a request). */
  readonly ticketType?: TicketType;
  /** Where it differs from the service's. */
  readonly team?: TeamCode;
}

export interface Note {
  readonly text: string;
  readonly textEn?: string;
  readonly when: readonly string[];
}

export interface Question {
  readonly text: string;
  /** In an English letter; absent: the Indonesian one. */
  readonly textEn?: string;
  /** Facts of which any one answers it. */
  readonly facts: readonly QuestionFact[];
  /** Phrases of which any one answers it. */
  readonly words: readonly string[];
}

export const QUESTION_FACTS = [
  'quantity',
  'eventDate',
  /** The hour at which it begins. */
  'eventTime',
  /** How many people are told of, whatever the service counts. */
  'participants',
  'applicant',
  'nip',
  'application',
  'inJakarta',
  'servers',
  'devices',
  'serialNumbers',
  'bmnCodes',
] as const;
export type QuestionFact = (typeof QUESTION_FACTS)[number];

/** A service that cannot be given for now: an emergency declared, a system under maintenance. */
export interface Suspension {
  readonly cause: 'emergency' | 'maintenance';
  /** Codes of the services concerned. */
  readonly services: readonly string[];
  readonly text: string;
}

/** A code that the standard no longer prints, and what it stands for now. */
export interface OldCode {
  readonly code: string;
  /** Slug of the variant that took its place. */
  readonly successor: string;
  /** Told to whoever cites the old code. */
  readonly note: string;
  readonly noteEn?: string;
}

/**
 * A group of phrases that together point somewhere. All of `all` groups must be met (any phrase of a group meets it), none of `none`
 * may occur. Phrases are matched on normalised words; see understand/words/words.ts.
 */
export interface WordRule {
  readonly id: string;
  readonly all: readonly (readonly string[])[];
  readonly none: readonly string[];
  /** 1 = a hint, 3 = usual, 6 = decisive. */
  readonly weight: number;
}

export interface Service {
  /** `ITSM.8` */
  readonly code: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly cc: { readonly minimumRank: Rank } | null;
  readonly team: TeamCode;
  readonly ticketType: TicketType;
  /** Empty while the office has not described the service: a mail about it goes to the desk, with the service as best guess. */
  readonly variants: readonly Variant[];
  readonly words: readonly WordRule[];
  readonly source: Source;
  readonly ccSource?: Source;
}

/** SR service request, INC incident, CHG change, CMP complaint. */
export type TicketType = 'SR' | 'INC' | 'CHG' | 'CMP';
