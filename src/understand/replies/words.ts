/** Sets of single words, in the form in which words of a text are compared. */
import { foldRoot, withoutClitic } from '../words/fold.ts';

export function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' ').map(withoutClitic));
}

/** Who writes, as he calls himself. */
export const SELF: ReadonlySet<string> = new Set(['saya', 'kami', 'i', 'we', 'aku']);

const ROOT = '~';
/** Shorter words share their root with too many others. */
const SHORTEST_DEED = 6;

/** Words of a letter, and their roots. */
export function namedBy(forms: Iterable<string>): ReadonlySet<string> {
  const named = new Set<string>();
  for (const form of forms) named.add(form).add(ROOT + foldRoot(form));
  return named;
}

/** "Dinonaktifkan" where the letter tells of a "penonaktifan". */
export function isNamed(named: ReadonlySet<string> | null, form: string): boolean {
  if (named === null) return false;
  return named.has(form) || (form.length >= SHORTEST_DEED && named.has(ROOT + foldRoot(form)));
}
