/**
 * The loaded rules: everything that an office decides and code does not. Loaded once from `rules/`, immutable, passed as a value.
 * The shape of the files stands in schema.ts; this is what the stages see. Texts are Indonesian as they go into letters.
 */
import type { TeamCode } from '../shared/ids.ts';
import type { LocalDate, ZoneId } from '../shared/time.ts';
import type { AuthenticationRules } from './authentication.ts';
import type { FollowUpPolicy } from './follow-up.ts';
import type { ContinuationWords } from './continuations.ts';
import type { PartingWords } from './parting.ts';
import type { Wording } from './wording.ts';
import type { MarkedAnswer } from './reply-clauses.ts';
import type { RetentionPolicy } from './retention.ts';

import type { Source, Suspension, OldCode, WordRule, Service } from './service.ts';

export { QUESTION_FACTS } from './service.ts';
export type {
  Source,
  Requirement,
  ServiceLevel,
  ToldSource,
  VariantSources,
  ClockStart,
  LeadTime,
  Variant,
  Note,
  Question,
  QuestionFact,
  Suspension,
  OldCode,
  WordRule,
  Service,
  TicketType,
} from './service.ts';
export type { ServiceWindow, WindowLevel } from './window-level.ts';

export interface Team {
  readonly code: TeamCode;
  readonly name: string;
  /** Full address; a bare local part in the file gets the domain of the mailbox. */
  readonly address: string;
  readonly aliases: readonly string[];
  /** Addresses of members; members by unit are resolved against the directory when asked. */
  readonly members: readonly string[];
  readonly memberUnits: readonly string[];
  readonly source?: Source;
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

/** By what two reports are known to be of one fault. All words are phrases. */
export interface SameFaultRules {
  /** Of one person's own device, account or socket: such a report stands for itself. */
  readonly personal: readonly string[];
  /** Those words said of many. */
  readonly many: readonly string[];
  readonly symptoms: readonly { readonly id: string; readonly words: readonly string[] }[];
  readonly things: readonly SharedThing[];
  readonly parts: readonly string[];
  /** Words that a place or a part of a service follows. */
  readonly places: readonly string[];
  /** First parts of unit codes that hold offices in different places. */
  readonly officesApart: readonly string[];
}

export interface SharedThing {
  readonly id: string;
  /** One for all units. */
  readonly central: boolean;
  /** Counts only where no other thing is named. */
  readonly general: boolean;
  /** The same only where both reports name the same place. */
  readonly place: boolean;
  readonly words: readonly string[];
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
export type ReplyExamples = Readonly<Record<'approver' | 'rft' | 'requester' | 'desk', AnswersByMeaning>> & {
  /** How requesters tell a result: only the judge of their clauses learns from these. */
  readonly 'requester-results'?: AnswersByMeaning;
};

type AnswersByMeaning = Readonly<Record<string, readonly string[] | undefined>>;

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
  /** Approvers' answers with a yes, each clause beside it marked. */
  readonly replyClauses?: readonly MarkedAnswer[];
  readonly sentences?: Sentences;
  /** Words of one meaning, by the name of the meaning; for the statistical part. */
  readonly concepts?: Readonly<Record<string, readonly string[]>>;
  /** Words by which several wishes of one mail are told apart; absent: only lists part them. */
  readonly parting?: PartingWords;
  /** By what a new mail shows that it goes on with an earlier one; absent: by nothing. */
  readonly continuations?: ContinuationWords;
  /** Small lists that readers of mails go by. */
  readonly wording?: Wording;
  /** Abbreviation -> full word (`yg` -> `yang`), applied when words are normalised. */
  readonly abbreviations: Readonly<Record<string, string>>;
  /** Text of every requirement key as it stands in letters, those that a lead time brings included (`tanggal-kegiatan`). */
  readonly requirementTexts?: Readonly<Record<string, string>>;
  /** Words in names of files that are no paper of any requirement. */
  readonly otherPapers?: readonly string[];
  readonly priorities?: Priorities;
  /** Absent: no report stands for another. */
  readonly sameFault?: SameFaultRules;
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
    /** Domains from which anybody may write (`gmail.com`): the desk can block addresses there, never the domain. */
    readonly publicMailProviders?: readonly string[];
  };
  /** What the clock does while nobody writes. */
  readonly followUp: FollowUpPolicy;
  /** How long personal papers are kept; absent = for ever. */
  readonly retention?: RetentionPolicy;
  /** What a mail may do by how sure we are of its sender; absent = the usual. */
  readonly authentication?: AuthenticationRules;
}
