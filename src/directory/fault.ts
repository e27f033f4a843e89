/** Faults of a register, all of them at once, each with its line. */
import type { Place } from '../shared/errors.ts';

export interface DirectoryFault {
  readonly place: Place;
  /** `fatal`: the file is no register (a column is missing). `error`: the row, or what the cell says, is not used. `warning`: used as it stands, but somebody should look. */
  readonly severity: 'fatal' | 'error' | 'warning';
  /** One sentence: what is wrong, and what would be right. */
  readonly text: string;
}

const CLOSE_ENOUGH = 3;
const LONGEST_WORD = 60;

/** ` Did you mean "…"?` for the known word nearest to one that is not known, or nothing. */
export function didYouMean(word: string, known: Iterable<string>): string {
  const wanted = word.toLowerCase().slice(0, LONGEST_WORD);
  let best: string | null = null;
  let least = Math.min(CLOSE_ENOUGH, Math.floor(wanted.length / 2)) + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - wanted.length) >= least) continue;
    const distance = editDistance(wanted, candidate.toLowerCase());
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best === null ? '' : ` Did you mean "${best}"?`;
}

function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [at, character] of [...one].entries()) {
    const next = [at + 1];
    for (let to = 0; to < other.length; to += 1) {
      const change = (row[to] ?? 0) + (other[to] === character ? 0 : 1);
      next.push(Math.min(change, (row[to + 1] ?? 0) + 1, (next[to] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
