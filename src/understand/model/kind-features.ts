/**
 * What the statistical part sees of a text to tell a wish from a question, a fault or a complaint: its words as they stand, since
 * "lambatnya" and "apakah" say by their ends what they are, each with the word before it, how its sentences begin, and their meanings,
 * so that a fault told in a rare word is still told. Pieces of words stand for words that no sentence has, and each word is seen with the
 * one before the one before it: "sudah … belum", "kapan … jadi".
 */
import { conceptsIn, type Concepts } from './concepts.ts';
import { MAX_WORDS, piecesOf, tellMarks } from './features.ts';
import { hash, together } from '../words/hash.ts';
import type { Words } from '../words/normalise.ts';
import { noted, type Spelling } from '../words/spelling.ts';
import type { Count, Tell } from '../words/tally.ts';
import type { OwnFeatures } from './spelt.ts';

const OPENING_WEIGHT = 0.5;
const PIECE_WEIGHT = 0.25;
const APART_WEIGHT = 0.5;
const OPENING = hash('.');
/** Tells a pair with a word between from one without. */
const APART = 77;
const NUMBER = hash('0');
/** The form, its pieces. */
const featuresOf = noted(({ form }) => [/\d/.test(form) ? NUMBER : hash(form), ...piecesOf(`<${form}>`)]);

export function tellKindFeatures(words: Words, concepts: Concepts, count: Count): void {
  tellMarks(words.text, count, 1);
  for (const sentence of conceptsIn(words, concepts)) tellKindSentence(sentence, concepts, count);
  tellKindWords(words, count, MAX_WORDS);
}

/** What the meanings of one sentence tell, counted once. */
export function tellKindSentence(meanings: readonly number[], { features }: Concepts, count: Tell): void {
  for (const at of meanings) count(features[at] ?? 0, 1);
}

const NO_IDS: readonly number[] = [];

/** The features of a word by itself, as `tellKindWords` tells them. */
export function ownKindFeatures(word: Spelling): OwnFeatures {
  const features = featuresOf(word);
  return { features, weights: features.map((_, at) => (at === 0 ? 1 : PIECE_WEIGHT)) };
}

/** @param most words that count */
export function tellKindWords(words: Words, count: Count, most: number): void {
  const { words: all } = words;
  let earlier = OPENING;
  let previous = OPENING;
  let sentence = -1;
  for (let place = 0; place < all.length && place < most; place += 1) {
    const word = all[place];
    if (word === undefined) break;
    const isTold = count.word(word);
    if (word.sentence !== sentence) earlier = previous = OPENING;
    const features = featuresOf(word);
    const form = features[0] ?? NUMBER;
    const ids = isTold ? NO_IDS : count.idsOf(word.number, features);
    count.known(ids[0], 1);
    if (previous === OPENING) tellOpening(word, count, 1);
    else count(together(previous, form), 1, 1);
    for (let at = 1; at < ids.length; at += 1) count.known(ids[at], PIECE_WEIGHT);
    if (earlier !== OPENING) count(together(together(earlier, APART), form), APART_WEIGHT, 2);
    earlier = previous;
    previous = form;
    sentence = word.sentence;
  }
}

/** That a sentence begins with this word. */
export function tellOpening(word: Spelling, count: Tell, times: number): void {
  count(together(OPENING, featuresOf(word)[0] ?? NUMBER), OPENING_WEIGHT * times);
}
