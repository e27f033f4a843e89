import type { Directory, Person, Rank } from '../../directory/person.ts';
import type { PaperReading } from '../../parse/document.ts';
import type { LocalDate } from '../../shared/time.ts';
import type { Said } from '../facts/said.ts';

export interface PaperDifference {
  readonly filename: string;
  readonly field: string;
  readonly against: 'mail' | 'directory' | 'catalogue' | 'list' | 'signature' | 'calendar' | 'mark';
  readonly paper: string;
  /** What the other side says; empty where it knows nothing of it. */
  readonly other: string;
  /** Indonesian, as it stands in a letter. */
  readonly text: string;
}

export interface DifferenceSources {
  readonly sender: { readonly address: string; readonly person: Person | null };
  /** Addresses in To and Cc, ours left out. */
  readonly copied: readonly string[];
  /** What the mail itself says. */
  readonly said: Said;
  /** Services whose requests Form 3.1 may carry. */
  readonly formServices: readonly string[];
  /** Service that the mail is about, null where unsure. */
  readonly service: string | null;
  /** Values that the variant asked for has on the form, by field: `permintaan.jenis` is `reset`. */
  readonly formSays: Readonly<Record<string, readonly string[]>>;
  /** What is asked for, in few words. */
  readonly variantName: string;
  /** The catalogue asks the approver in Cc. */
  readonly ccAsked: boolean;
  /** Rank that the catalogue asks of the approver, null where it asks none. */
  readonly minimumRank: Rank | null;
  readonly directory: Directory;
  readonly today: LocalDate;
}

export interface Compared {
  readonly paper: PaperReading;
  readonly papers: readonly PaperReading[];
  readonly sources: DifferenceSources;
  /** A field's value; empty where it is missing or was guessed. */
  readonly value: (name: string) => string;
}

export type Difference = Omit<PaperDifference, 'filename'>;
export type Check = (compared: Compared) => readonly (Difference | null)[];
