/** Faults of a register, all of them at once, each with its line and column. */
import type { Place } from '../shared/errors.ts';
import { nearestName } from '../shared/nearest.ts';

const LONGEST_WORD = 60;

export interface DirectoryFault {
  readonly place: Place;
  /** `fatal`: the file is no register (a column is missing). `error`: the row, or what the cell says, is not used. `warning`: used as it stands, but somebody should look. */
  readonly severity: 'fatal' | 'error' | 'warning';
  /** One sentence: what is wrong, and what would be right. */
  readonly text: string;
}

/** A fault of one cell, by the name of its column; where that stands is looked up at the end. */
export interface CellFault extends Pick<DirectoryFault, 'severity'> {
  /** Of the row. */
  readonly line: number;
  readonly column: string;
  /** What is wrong with the cell, and what would be right. */
  readonly text: string;
}

/** ` Did you mean "…"?` for the known word nearest to one that is not known, or nothing. */
export function didYouMean(word: string, known: Iterable<string>): string {
  const nearest = nearestName(word.slice(0, LONGEST_WORD), known);
  return nearest === null ? '' : ` Did you mean "${nearest}"?`;
}
