/**
 * What the second opinion sees of an answer: what it sees of a request, and more of the letters, since answers are short, hasty and in all
 * languages of the archipelago; how the answer begins, and how long it is.
 */
import type { Concepts } from '../model/concepts.ts';
import { OF_ANSWERS, tellFeatures } from '../model/features.ts';
import { hash } from '../words/hash.ts';
import type { Words } from '../words/normalise.ts';
import { noted } from '../words/spelling.ts';
import type { Count } from '../words/tally.ts';

/** Words whose letters count; an answer says what it means within these. */
const MAX_WORDS = 200;
const LETTERS = 3;
const LETTERS_WEIGHT = 0.3;
/** Up to so many words each. */
const LENGTHS = [1, 2, 4, 8, 16];

const piecesOf = noted(({ form }) => {
  const marked = `<${form}>`;
  return Array.from({ length: Math.max(0, marked.length - LETTERS + 1) }, (_, at) =>
    hash(`~${marked.slice(at, at + LETTERS)}`),
  );
});

export function tellAnswerFeatures(words: Words, concepts: Concepts, count: Count): void {
  tellFeatures(words, concepts, count, { meanings: OF_ANSWERS });
  for (const word of words.words.slice(0, MAX_WORDS)) {
    for (const piece of piecesOf(word)) count(piece, LETTERS_WEIGHT);
  }
  const { length } = words.words;
  count(hash(`length ${LENGTHS.find((most) => length <= most) ?? 'long'}`), 1);
  count(hash(`first ${words.words[0]?.form ?? ''}`), 1);
}
