/**
 * What the statistical part sees of a text that asks for something: roots, pairs of neighbouring roots, heads and pieces of roots, which
 * survive misspellings and unknown endings, and the meanings of each sentence. Each feature is a number made from its letters, so that
 * nothing is put together as text; how much it says is learnt from the examples of the rule files.
 */
import { foldRoot } from '../words/fold.ts';
import { conceptsIn, type Concepts } from './concepts.ts';
import { hash, together } from '../words/hash.ts';
import type { Words } from '../words/normalise.ts';
import { noted, type Spelling } from '../words/spelling.ts';
import { NO_FEATURE, type Count, type Tell } from '../words/tally.ts';
import type { OwnFeatures } from './spelt.ts';

/** Words counted of one text; a mail says what it wants within these. */
export const MAX_WORDS = 400;
const HEAD = 5;
/** How the meanings of one sentence count; names in the order of the rule file, so that a pair is one feature whichever comes first. */
interface MeaningWeights {
  readonly most: number;
  readonly each: number;
  readonly pair: number;
}
/** More than roots do: a word that no example has may have a meaning that many have. */
const OF_REQUESTS: MeaningWeights = { most: 14, each: 2.5, pair: 0.7 };
/** An answer is short, and its own words say what it means. */
export const OF_ANSWERS: MeaningWeights = { most: 10, each: 1, pair: 1 };
const PAIR_WEIGHT = 1;
const HEAD_WEIGHT = 0.3;
/** Letters of a piece; the ends of the root count as letters. */
const PIECE = 4;
const PIECE_WEIGHT = 0.2;

/** The root, its head, its pieces; null for what holds a digit: numbers say nothing of what is asked for. */
const featuresOf = noted(({ form }) => {
  if (/\d/.test(form)) return null;
  const root = foldRoot(form);
  const head = root.length >= HEAD ? hash(`^${root.slice(0, HEAD)}`) : NO_FEATURE;
  return { root: hash(root), features: [hash(root), head, ...piecesOf(`<${root}>`)] };
});

/**
 * Roots count 1; heads and pieces less, since one word brings several of them.
 * @param times how often the text counts: what stands in the subject counts again
 */
export function tellFeatures(
  words: Words,
  concepts: Concepts,
  count: Count,
  { times = 1, meanings = OF_REQUESTS }: { readonly times?: number; readonly meanings?: MeaningWeights } = {},
): void {
  const { most, each, pair } = meanings;
  const weights = { most, each: each * times, pair: pair * times };
  for (const sentence of conceptsIn(words, concepts)) tellMeanings(sentence, concepts, count, weights);
  tellMarks(words.text, count, times);
  tellWords(words, count, { times });
}

const NO_IDS: readonly number[] = [];

/** The features of a word by itself, as `tellWords` tells them. */
export function ownFeatures(word: Spelling): OwnFeatures {
  const { features } = featuresOf(word) ?? NO_FEATURES;
  return { features, weights: features.map((_, at) => (at === 0 ? 1 : at === 1 ? HEAD_WEIGHT : PIECE_WEIGHT)) };
}

const NO_FEATURES = { features: [] };

/** @param most words that count */
export function tellWords(
  words: Words,
  count: Count,
  { times = 1, most = MAX_WORDS }: { readonly times?: number; readonly most?: number } = {},
): void {
  let previous: number | null = null;
  const { words: all } = words;
  for (let place = 0; place < all.length && place < most; place += 1) {
    const word = all[place];
    if (word === undefined) break;
    const isTold = count.word(word);
    const known = featuresOf(word);
    if (known === null) {
      previous = null;
      continue;
    }
    const { root, features } = known;
    const ids = isTold ? NO_IDS : count.idsOf(word.number, features);
    count.known(ids[0], times);
    if (previous !== null) count(together(previous, root), PAIR_WEIGHT * times, 1);
    count.known(ids[1], HEAD_WEIGHT * times);
    for (let at = 2; at < ids.length; at += 1) count.known(ids[at], PIECE_WEIGHT * times);
    previous = root;
  }
}

/** What the meanings of one sentence tell, counted once. */
export function tellSentence(meanings: readonly number[], concepts: Concepts, count: Tell): void {
  tellMeanings(meanings, concepts, count, OF_REQUESTS);
}

/** Something like a ticket number, ours or older ones. */
const TICKET = /\b[A-Z]{2,3}-\d{4,6}-\d{3,5}\b/;
const QUESTION = hash('?');
const NUMBERED = hash('#');

/** That something is asked, and that a ticket is named. */
export function tellMarks(text: string, count: Tell, times: number): void {
  if (text.includes('?')) count(QUESTION, times);
  if (TICKET.test(text)) count(NUMBERED, times);
}

/** @param word with a mark at each end */
export function piecesOf(word: string): readonly number[] {
  return Array.from({ length: Math.max(0, word.length - PIECE + 1) }, (_, at) =>
    hash(`~${word.slice(at, at + PIECE)}`),
  );
}

function tellMeanings(
  sentence: readonly number[],
  { features }: Concepts,
  count: Tell,
  { most, each, pair }: MeaningWeights,
): void {
  const size = Math.min(most, sentence.length);
  for (let at = 0; at < size; at += 1) {
    const one = features[sentence[at] ?? -1] ?? 0;
    count(one, each);
    for (let next = at + 1; next < size; next += 1) count(together(one, features[sentence[next] ?? -1] ?? 0), pair);
  }
}
