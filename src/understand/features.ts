/**
 * What the statistical part sees of a text: roots, pairs of neighbouring roots, and runs of five letters, which survive misspellings
 * and unknown endings. Each feature is a string; how much it says is learnt from the sentences of the rule files.
 */
import { foldRoot } from './fold.ts';
import { conceptsIn, type Concepts } from './concepts.ts';
import type { Words } from './normalise.ts';

/** Words counted of one text; a mail says what it wants within these. */
const MAX_WORDS = 400;
/** Something like a ticket number, ours or older ones. */
const TICKET = /\b[A-Z]{2,3}-\d{4,6}-\d{3,5}\b/;
const RUN = 5;
const MIN_LETTERS = 5;
const MAX_LETTERS = 24;
/** Of one sentence; names in the order of the rule file, so that a pair is one feature whichever comes first. */
const MAX_CONCEPTS = 10;
const CONCEPT_WEIGHT = 1;
const MEETING_WEIGHT = 1;
const PAIR_WEIGHT = 1;
const RUN_WEIGHT = 0.2;

/** Feature -> how often it stands there. */
export type Features = Map<string, number>;

/**
 * Roots count 1, the others less, since one word brings several of them.
 * @param into where the features are added, each times `times`: so what stands in the subject counts again
 */
export function featuresOf(words: Words, concepts: Concepts, into: Features = new Map(), times = 1): Features {
  const add = (feature: string, weight: number): void => {
    into.set(feature, (into.get(feature) ?? 0) + weight * times);
  };
  addMeanings(words, concepts, add);
  if (words.text.includes('?')) add('?', CONCEPT_WEIGHT);
  if (TICKET.test(words.text)) add('#', CONCEPT_WEIGHT);
  let previous: string | null = null;
  for (const word of words.words.slice(0, MAX_WORDS)) {
    if (/\d/.test(word.form)) {
      previous = null;
      continue;
    }
    const root = foldRoot(word.form);
    add(root, 1);
    if (previous !== null) add(`${previous} ${root}`, PAIR_WEIGHT);
    previous = root;
    if (word.form.length < MIN_LETTERS) continue;
    const letters = `_${word.form.slice(0, MAX_LETTERS)}_`;
    for (let at = 0; at + RUN <= letters.length; at += 1) add(`*${letters.slice(at, at + RUN)}`, RUN_WEIGHT);
  }
  return into;
}

function addMeanings(words: Words, concepts: Concepts, add: (feature: string, weight: number) => void): void {
  for (const sentence of conceptsIn(words, concepts)) {
    const names = [...sentence].slice(0, MAX_CONCEPTS);
    names.forEach((name, at) => {
      add(`@${name}`, CONCEPT_WEIGHT);
      for (const other of names.slice(at + 1)) add(`@${name} ${other}`, MEETING_WEIGHT);
    });
  }
}
