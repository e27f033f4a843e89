/**
 * The loaded rules: everything that an office decides and code does not. Loaded once from `rules/`, immutable, passed as a value.
 * The shape of the files stands in schema.ts; this is what the stages see. Texts are Indonesian as they go into letters.
 */
import type { Rank } from '../directory/person.ts';
import type { TeamCode } from '../shared/ids.ts';
import type { LocalDate, ZoneId } from '../shared/time.ts';
import type { AuthenticationRules } from './authentication.ts';
import type { OfficialChain } from './chain.ts';
import type { WindowLevel } from './window-level.ts';
import type { FollowUpPolicy } from './follow-up.ts';

export type { ServiceWindow, WindowLevel } from './window-level.ts';

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
  /** Only asked when one of these phrases stands in the mail; empty = always. */
  readonly onlyWhen: readonly string[];
  readonly signerRank: Rank | null;
  /** What the form says for this variant, by the name of its field; absent where it may say anything. */
  readonly formSays?: Readonly<Record<string, readonly string[]>>;
  /** `directory` only: words of the sender's unit name that meet it; empty = every active person meets it. */
  readonly unitWords?: readonly string[];
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

export const QUESTION_FACTS = ['quantity', 'eventDate', 'applicant', 'nip', 'application', 'inJakarta'] as const;
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
 * may occur. Phrases are matched on normalised words; see understand/words.ts.
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

export interface Team {
  readonly code: TeamCode;
  readonly name: string;
  /** Full address; a bare local part in the file gets the domain of the mailbox. */
  readonly address: string;
  readonly aliases: readonly string[];
  /** Addresses of members; members by unit are resolved against the directory when asked. */
  readonly members: readonly string[];
  readonly memberUnits: readonly string[];
}

export interface Calendar {
  readonly zone: ZoneId;
  /** Minutes after local midnight. */
  readonly opensMinute: number;
  readonly closesMinute: number;
  readonly daysOff: ReadonlyMap<LocalDate, string>;
  /** Years that have a table; beyond the last one weekends only, marked as an estimate. */
  readonly years: readonly number[];
  readonly version: string;
  /** Days off whose date may still move (sidang isbat). */
  readonly estimated?: ReadonlySet<LocalDate>;
  /** Other hours for a span of dates (Ramadan), both ends included; the first that holds the date counts. */
  readonly hours?: readonly WorkingHours[];
}

export interface WorkingHours {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly opensMinute: number;
  readonly closesMinute: number;
}

export interface Organisation {
  readonly name: string;
  readonly deskName: string;
  readonly fullName: string;
  readonly phones: readonly string[];
  readonly whatsapp: string;
  readonly visit: string;
  readonly signature: string;
  readonly footer: string;
  readonly fax?: string;
  readonly portal?: string;
  /** Title of the head of the office. */
  readonly head?: string;
}

export interface KindWords {
  readonly request: readonly WordRule[];
  readonly incident: readonly WordRule[];
  readonly complaint: readonly WordRule[];
  readonly question: readonly WordRule[];
  readonly status: readonly WordRule[];
  readonly irrelevant: readonly WordRule[];
}

export interface IncidentRoute {
  readonly id: string;
  readonly team: TeamCode;
  /** The service that the incident is about, where it is one. */
  readonly service?: string;
  /** What the incident is called in a subject line. */
  readonly shortName: string;
  readonly shortNameEn?: string;
  readonly words: readonly WordRule[];
}

/** Impact and urgency of an incident give its priority; incidents are handled around the clock in that order. */
export interface Priorities {
  readonly impact: readonly PriorityGrade[];
  readonly urgency: readonly PriorityGrade[];
  readonly levels: readonly PriorityLevel[];
  /** Level id by impact id, then urgency id. */
  readonly matrix: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export interface PriorityGrade {
  readonly id: string;
  readonly name: string;
  readonly nameEn?: string;
  /** Empty for the grade that is left where no other's words stand in the mail. */
  readonly words: readonly string[];
}

export interface PriorityLevel {
  readonly id: string;
  readonly name: string;
  readonly nameEn?: string;
  /** What the reporter is told. */
  readonly text: string;
  readonly textEn?: string;
}

/** A knowledge article, printed in answers to questions. */
export interface Article {
  readonly number: string;
  readonly title: string;
  readonly category: string;
  readonly subCategory: string | null;
  readonly contributor: string;
  /** Phrases that point to it. */
  readonly words: readonly string[];
  /** Slugs of variants that it helps with. */
  readonly variants: readonly string[];
  /** Markdown. */
  readonly body: string;
  readonly source: Source;
}

/** Sentences as people write them, from which the statistical part learns. */
export interface Sentences {
  /** By variant. */
  readonly requests: ReadonlyMap<string, readonly string[]>;
  /** Mails that are no requests, by kind, then by the service they are about (`general` where by none). */
  readonly others: ReadonlyMap<
    'incident' | 'complaint' | 'question' | 'status',
    Readonly<Record<string, readonly string[]>>
  >;
  /** Requests that no service of the catalogue fulfils. */
  readonly outside: readonly string[];
  readonly irrelevant: readonly string[];
}

/** Word lists of replies: domain §4; keys are classes such as `approve-strong`, `reject`, `done`, `again`. */
export type ReplyWords = Readonly<Record<string, readonly string[]>>;

/** Answers as people write them, by role, then by what they mean. */
export type ReplyExamples = Readonly<
  Record<'approver' | 'rft' | 'requester' | 'desk', Readonly<Record<string, readonly string[] | undefined>>>
>;

export interface Rulebook {
  /** Hash over all rule files; kept with every decision. */
  readonly version: string;
  readonly organisation: Organisation;
  readonly services: readonly Service[];
  readonly teams: readonly Team[];
  readonly deskTeam: TeamCode;
  /** Who of the desk answers complaints; absent: whoever reads its mailbox. */
  readonly deskLead?: { readonly name: string; readonly address: string };
  readonly calendar: Calendar;
  readonly kinds: KindWords;
  readonly incidents: readonly IncidentRoute[];
  readonly replies: ReplyWords;
  readonly replyExamples?: ReplyExamples;
  readonly sentences?: Sentences;
  /** Words of one meaning, by the name of the meaning; for the statistical part. */
  readonly concepts?: Readonly<Record<string, readonly string[]>>;
  /** Abbreviation -> full word (`yg` -> `yang`), applied when words are normalised. */
  readonly abbreviations: Readonly<Record<string, string>>;
  /** Text of every requirement key as it stands in letters, those that a lead time brings included (`tanggal-kegiatan`). */
  readonly requirementTexts?: Readonly<Record<string, string>>;
  readonly priorities?: Priorities;
  readonly articles?: readonly Article[];
  readonly oldCodes?: readonly OldCode[];
  /** Switches that are on now. */
  readonly suspensions?: readonly Suspension[];
  readonly settings: {
    /** Copy to the superior where the catalogue only asks for the Cc ("for your information"). */
    readonly notifySuperior: boolean;
    /** Hold until the superior answers even where only the Cc is asked (domain X-19). */
    readonly ccOnlyNeedsReply: boolean;
    readonly firstResponseMinutes: number;
    readonly reopenCalendarDays: number;
    /** Below this confidence the desk decides. */
    readonly confidenceThreshold: number;
    /** `selesai` without a label is asked for one. */
    readonly resolveNeedsLabel?: boolean;
    /** The desk sees a paper that holds one of these before a team gets it (`script`, `macro`, …); absent = goes on with a warning. */
    readonly withholdPapersWith?: readonly string[];
  };
  /** What the clock does while nobody writes. */
  readonly followUp: FollowUpPolicy;
  /** What a mail may do by how sure we are of its sender; absent = the usual. */
  readonly authentication?: AuthenticationRules;
}
