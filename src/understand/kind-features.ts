/**
 * What the statistical part sees of a text to tell a wish from a question, a fault or a complaint: its words as they stand, since
 * "lambatnya" and "apakah" say by their ends what they are, each with the word before it, and how its sentences begin.
 */
import { hash, MAX_WORDS, tellMarks, together } from './features.ts';
import type { Words } from './normalise.ts';
import { noted } from './spelling.ts';
import type { Count } from './tally.ts';

const OPENING_WEIGHT = 0.5;
const OPENING = hash('.');
const NUMBER = hash('0');
const formOf = noted(({ form }) => (/\d/.test(form) ? NUMBER : hash(form)));

/** @param times how often the text counts: what stands in the subject counts again */
export function tellKindFeatures(words: Words, count: Count, times = 1): void {
  tellMarks(words, count, times);
  let previous = OPENING;
  let sentence = -1;
  for (const word of words.words.slice(0, MAX_WORDS)) {
    if (word.sentence !== sentence) previous = OPENING;
    const form = formOf(word);
    count(form, times);
    count(together(previous, form), previous === OPENING ? OPENING_WEIGHT * times : times);
    previous = form;
    sentence = word.sentence;
  }
}
