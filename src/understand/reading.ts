/** What a mail means, each claim with the words that led to it. Made by pure functions from message, papers and rules. */
import type { LocalDate } from '../shared/time.ts';
import type { TimeOfDay } from './facts/times.ts';

export type Kind = 'request' | 'incident' | 'complaint' | 'question' | 'status' | 'other';
export type Language = 'id' | 'en';

export interface Evidence {
  /** Id of the rule that fired, e.g. `ITSM.8/reset-password#lupa`. */
  readonly rule: string;
  /** The words of the mail that met it. */
  readonly words: string;
  readonly weight: number;
}

export interface Candidate {
  readonly service: string;
  readonly variant: string | null;
  /** 0..1, two decimals. */
  readonly confidence: number;
}

/** Facts as far as the mail or its papers say them; absent keys were not said. Contract names. */
export interface Facts {
  readonly quantity?: number;
  /** As written, where its digits and its words disagree: `5 (enam)`. */
  readonly quantityDoubt?: string;
  readonly eventDate?: LocalDate;
  readonly eventEnd?: LocalDate;
  /** Where no day is told: the time that is ("minggu kedua Desember"), its first and last day. */
  readonly eventPeriod?: { readonly from: LocalDate; readonly to: LocalDate };
  /** As said, or of the place spoken of; only beside a day. */
  readonly eventTime?: TimeOfDay;
  /** The day as the mail writes it, where its weekday is not that of the date. */
  readonly eventDoubt?: string;
  readonly inJakarta?: boolean;
  readonly applicant?: string;
  readonly applicants?: readonly string[];
  readonly nip?: string;
  readonly nips?: readonly string[];
  /** The digits of one that cannot be right: too few, or no date of birth in it. */
  readonly nipDoubt?: string;
  readonly application?: string;
  /** Host names, domain names and IP addresses. */
  readonly servers?: readonly string[];
  readonly devices?: readonly string[];
  readonly serialNumbers?: readonly string[];
  /** Codes of state property, with the number within its kind: `3.10.01.02.002-15`. */
  readonly bmnCodes?: readonly string[];
  readonly links?: readonly string[];
  /** Ticket numbers that the text names, well-formed and with a right check digit. */
  readonly ticketNumbers?: readonly string[];
}

export interface Provided {
  readonly key: string;
  /** `file`, `document`, `text`, `link`, `directory`: where it was found. */
  readonly where: 'file' | 'document' | 'text' | 'link' | 'directory';
  readonly evidence: string;
  /** False for a file known by its name only: received unchecked. */
  readonly checked: boolean;
}

/** One thing that the mail asks for or reports. */
export interface Wish {
  readonly kind: Kind;
  readonly service: string | null;
  /** Null where unsure: then the desk decides. */
  readonly variant: string | null;
  readonly confidence: number;
  /** Best first, without the chosen one, at most three. */
  readonly alternatives: readonly Candidate[];
  readonly facts: Facts;
  /** Submission requirements found present, by key. */
  readonly provided: readonly Provided[];
  /** Keys of requirements that this mail gives no cause to ask for (their `onlyWhen` phrases do not stand in it). */
  readonly notAsked?: readonly string[];
  readonly evidence: readonly Evidence[];
  /** The sender's own words for it, one line of at most 120 characters: for subjects and lists. */
  readonly summary: string;
  /** Id of the incident route that fired, for incidents. */
  readonly incident: string | null;
  /** The knowledge article that answers it and the steps that fit best, for questions. */
  readonly article?: { readonly number: string; readonly sections: readonly number[]; readonly evidence: string };
}

export interface Reading {
  readonly language: Language;
  /** Set when the mail asks nothing of a service desk (newsletter, advertisement, invitation). */
  readonly irrelevant: { readonly sure: boolean; readonly evidence: string } | null;
  /** 0..1: how much it is like mails that ask nothing of a service desk. */
  readonly irrelevance?: number;
  /** True when our mailbox stands in Cc only and the text does not plainly ask us. */
  readonly onlyCopied: boolean;
  /** Set where it says of itself that it goes on with an earlier mail; absent = it does not. */
  readonly continues?: { readonly evidence: string; readonly when: 'today' | 'yesterday' | null };
  /** At least one, in the order of the mail. */
  readonly wishes: readonly Wish[];
  /** Sentences that may ask for something else and of which no wish was made, as they are written; absent = none. */
  readonly doubtful?: readonly string[];
  /** What the sender wrote, without signature, disclaimer and quotes; letters quote from it. */
  readonly ownText: string;
}

export type * from './replies/reading.ts';
