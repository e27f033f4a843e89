/**
 * What the statistical part sees of a text to tell a wish from a question, a fault or a complaint: its words as they stand, since
 * "lambatnya" and "apakah" say by their ends what they are, each with the word before it, how its sentences begin, and their meanings,
 * so that a fault told in a rare word is still told.
 */
import { conceptsIn, type Concepts } from './concepts.ts';
import { addMarks, hash, MAX_WORDS, meaning, together, type Features } from './features.ts';
import type { Words } from './normalise.ts';
import { remembered } from './remembered.ts';

const OPENING_WEIGHT = 0.5;
const OPENING = hash('.');
const NUMBER = hash('0');
const formOf = remembered((form: string) => (/\d/.test(form) ? NUMBER : hash(form)));

/** @param into where the features are added, each times `times`: so what stands in the subject counts again */
export function kindFeaturesOf(words: Words, concepts: Concepts, into: Features = new Map(), times = 1): Features {
  const add = (feature: number, weight: number): void => {
    into.set(feature, (into.get(feature) ?? 0) + weight * times);
  };
  addMarks(words, add);
  for (const sentence of conceptsIn(words, concepts)) for (const name of sentence) add(meaning(name), 1);
  let previous = OPENING;
  let sentence = -1;
  for (const word of words.words.slice(0, MAX_WORDS)) {
    if (word.sentence !== sentence) previous = OPENING;
    const form = formOf(word.form);
    add(form, 1);
    add(together(previous, form), previous === OPENING ? OPENING_WEIGHT : 1);
    previous = form;
    sentence = word.sentence;
  }
  return into;
}
