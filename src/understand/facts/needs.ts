/** What a text has to hold for a pattern to be found in it, asked as a row of questions. */
import type { Letters } from './letters.ts';

/**
 * Questions in a row, of three numbers each: is this run of letters there; at which place to go on where it is, and at which where it is
 * not. `MET` and `UNMET` end it.
 */
export type Needs = Int32Array;

const MET = -1;
const UNMET = -2;

/** Whether a text that holds these letters may hold the pattern. */
export function isMet(needs: Needs, letters: Letters): boolean {
  let at = 0;
  while (at >= 0) {
    const run = needs[at] ?? 0;
    const isHeld = ((letters[run >>> 5] ?? 0) & (1 << (run & 31))) !== 0;
    at = needs[isHeld ? at + 1 : at + 2] ?? MET;
  }
  return at === MET;
}

/** @param need null where nothing is asked for */
export function questionsOf(need: Need | null): Needs {
  const questions: number[] = [];
  if (need !== null) ask(need, MET, UNMET, questions);
  return Int32Array.from(questions.length === 0 ? [0, MET, MET] : questions);
}

/** Runs of letters that have to be there; all of some needs; one of some needs. Each with how many questions it makes. */
export type Need = { readonly size: number } & (
  { readonly run: number } | { readonly all: readonly Need[] } | { readonly any: readonly Need[] }
);

export function runHeld(run: number): Need {
  return { run, size: 1 };
}

export function allOf(needs: readonly Need[]): Need {
  return { all: needs, size: sizeOf(needs) };
}

export function anyOf(needs: readonly Need[]): Need {
  const [only] = needs;
  return needs.length === 1 && only !== undefined ? only : { any: needs, size: sizeOf(needs) };
}

function sizeOf(needs: readonly Need[]): number {
  return needs.reduce((sum, { size }) => sum + size, 0);
}

/** Appends the questions of a need, of which each that is answered goes on behind it. */
function ask(need: Need, met: number, unmet: number, questions: number[]): void {
  if ('run' in need) {
    questions.push(need.run, met, unmet);
    return;
  }
  const isAll = 'all' in need;
  // What asks for little is asked first.
  const parts = (isAll ? need.all : need.any).toSorted((one, other) => one.size - other.size);
  for (const [at, part] of parts.entries()) {
    const next = questions.length + 3 * part.size;
    const isLast = at === parts.length - 1;
    ask(part, isAll && !isLast ? next : met, !isAll && !isLast ? next : unmet, questions);
  }
}
