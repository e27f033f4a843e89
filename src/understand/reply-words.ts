/** Sets of single words, in the form in which words of a text are compared. */
import { withoutClitic } from './fold.ts';

export function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' ').map(withoutClitic));
}
