/** Some words of a text that was gone through already, read as if they stood alone. */
import { opensSentence, type Words } from './normalise.ts';

export interface Span {
  /** Ordinal of the first word, and of the one behind the last. */
  readonly from: number;
  readonly to: number;
  /** Ordinal of the sentence that is the first of the span. */
  readonly zero: number;
}

export function wholeOf({ words }: Words): Span {
  return { from: 0, to: words.length, zero: 0 };
}

/** The words of this piece of the normalised text; null where read alone it would have others, as it ends within a word. */
export function spanAt({ text, words }: Words, at: number, length: number): Span | null {
  const [from, to] = [firstFrom(words, at), firstFrom(words, at + length)];
  if ((words[from - 1]?.end ?? 0) > at || (words[to - 1]?.end ?? 0) > at + length) return null;
  const first = words[from];
  if (first === undefined || from >= to) return { from, to: from, zero: 0 };
  return { from, to, zero: opensSentence(text, at, first.start) ? first.sentence - 1 : first.sentence };
}

/** Ordinal of the first word that begins at this place of the text or behind it. */
function firstFrom(words: Words['words'], at: number): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((words[middle]?.start ?? at) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
