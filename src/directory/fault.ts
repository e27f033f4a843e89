/** Faults of a register, all of them at once, each with its line. */
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

/** ` Did you mean "…"?` for the known word nearest to one that is not known, or nothing. */
export function didYouMean(word: string, known: Iterable<string>): string {
  const nearest = nearestName(word.slice(0, LONGEST_WORD), known);
  return nearest === null ? '' : ` Did you mean "${nearest}"?`;
}
