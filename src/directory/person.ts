/** People, posts and ranks as the office's own register has them. Rank never comes from what a mail says of its writer. */
import type { LocalDate } from '../shared/time.ts';

/** Eselon as a number: 1 is highest. `minimal eselon III` is `rank <= 3`. */
export type Rank = 1 | 2 | 3 | 4;
export type Eselon = 'I' | 'II' | 'III' | 'IV' | 'setara-III' | 'setara-IV' | '';

export interface Acting {
  readonly unitCode: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

export interface Person {
  readonly nip: string;
  readonly name: string;
  /** Lower-cased; the first is the one we write to. */
  readonly addresses: readonly string[];
  readonly title: string;
  readonly eselon: Eselon;
  readonly unitCode: string;
  readonly unitName: string;
  readonly superiorNip: string | null;
  readonly acting: Acting | null;
  readonly active: boolean;
}

export interface Standing {
  readonly rank: Rank | null;
  /** `III`, `setara-III`, … as printed; that of the post acted in when acting is what gives the rank. */
  readonly eselon: Eselon;
  readonly acting: boolean;
}

/** How somebody stands above a person. */
export interface Place {
  readonly person: Person;
  /** 1 is nearest. */
  readonly distance: number;
  /** True when he stands there only as acting official of a unit of the line. */
  readonly acting: boolean;
}

/** A loaded register; every answer is pure. Dates are civil dates in the organisation's zone. */
export interface Directory {
  readonly size: number;
  /** Changes with the content; for the trace. */
  readonly version: string;
  byAddress(address: string): Person | null;
  byNip(nip: string): Person | null;
  /** All people of that name (case, titles and degrees set aside). */
  byName(name: string): readonly Person[];
  /** Members of exactly that unit, those of its sub-units not among them. */
  inUnit(unitCode: string): readonly Person[];
  /** The best rank the person holds that day, own post or acted in. */
  standing(person: Person, on: LocalDate): Standing;
  /** Direct superior first, then upwards; acting officials of the units passed are included at their place. */
  lineOf(person: Person, on: LocalDate): readonly Person[];
  isAbove(superior: Person, person: Person, on: LocalDate): boolean;
  /** Where in the person's line somebody stands; null when he does not. */
  placeAbove(superior: Person, person: Person, on: LocalDate): Place | null;
  /** Active superiors in the person's line of at least that rank, nearest first. */
  qualifying(person: Person, minimum: Rank, on: LocalDate): readonly Person[];
}
