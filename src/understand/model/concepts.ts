/** Words of one meaning (rules/concepts.yaml) found in a text, sentence by sentence. */
import type { Rulebook } from '../../rulebook/rulebook.ts';
import type { Words } from '../words/normalise.ts';
import { hash } from '../words/hash.ts';
import { findAll, firstFrom, indexPhrases, type Found, type PhraseIndex } from '../words/phrases.ts';
import { wholeOf, type Span } from '../words/span.ts';

export interface Concepts {
  readonly index: PhraseIndex;
  /** A feature for each meaning, in the order of the file. */
  readonly features: readonly number[];
  /** By ordinal of a phrase the ordinals of the meanings it has. */
  readonly meaningsOf: readonly (readonly number[])[];
  /** By phrase how often it was met, while a text is looked through. */
  readonly counts: Uint16Array;
}

/** A phrase that comes again and again says nothing new. */
const MAX_HITS = 4;

export function indexConcepts({
  concepts = {},
  abbreviations,
}: Pick<Rulebook, 'concepts' | 'abbreviations'>): Concepts {
  const meaningsOf = new Map<string, number[]>();
  for (const [at, phrases] of Object.values(concepts).entries()) {
    for (const phrase of phrases) meaningsOf.set(phrase, [...(meaningsOf.get(phrase) ?? []), at]);
  }
  const options = { compare: 'stem', maxGap: 0, maxHits: MAX_HITS } as const;
  const index = indexPhrases(meaningsOf.keys(), abbreviations, options);
  return {
    index,
    features: Object.keys(concepts).map((name) => hash(`@${name}`)),
    meaningsOf: index.phrases.map(({ text }) => meaningsOf.get(text) ?? []),
    counts: new Uint16Array(index.phrases.length),
  };
}

/** By sentence. */
export type Meanings = readonly (readonly number[])[];

/** What a text is about and what sort of mail it is are both learnt from its meanings: they are looked for once. */
const lately = new WeakMap<Words, { readonly concepts: Concepts; readonly found: Meanings }>();

/** Ordinals of the meanings of each sentence that has any, in the order of the file. */
export function conceptsIn(words: Words, concepts: Concepts): Meanings {
  const known = lately.get(words);
  if (known?.concepts === concepts) return known.found;
  const found = meaningsIn(findAll(concepts.index, words), { words, span: wholeOf(words) }, concepts);
  lately.set(words, { concepts, found });
  return found;
}

/** The same for a span of a text of which all phrases are found. */
export function meaningsIn(
  { phrases, firsts, lasts }: Found,
  { words: { words }, span: { from, to } }: { readonly words: Words; readonly span: Span },
  { meaningsOf }: Concepts,
): Meanings {
  const sentences: number[][] = [];
  const counts = new Map<number, number>();
  let [sentence, known] = [-1, [] as number[]];
  for (let at = firstFrom(firsts, from); (firsts[at] ?? to) < to; at += 1) {
    const phrase = phrases[at] ?? 0;
    const count = counts.get(phrase) ?? 0;
    if (count === MAX_HITS || (lasts[at] ?? to) >= to) continue;
    counts.set(phrase, count + 1);
    const its = words[firsts[at] ?? 0]?.sentence ?? 0;
    if (its !== sentence) sentences.push((known = []));
    sentence = its;
    for (const meaning of meaningsOf[phrase] ?? []) if (!known.includes(meaning)) known.push(meaning);
  }
  for (const one of sentences) one.sort((a, b) => a - b);
  return sentences;
}

/** The meanings of one sentence, and where the phrases stand that have them. */
export interface Sentence {
  readonly meanings: readonly number[];
  /** The first word of the first phrase, and the last word of all. */
  readonly first: number;
  readonly last: number;
}

/** Those of a whole text; null where some phrase comes so often that it does not count everywhere. */
export function sentencesIn(
  { phrases, firsts, lasts }: Found,
  { words }: Words,
  { meaningsOf, counts }: Concepts,
): readonly Sentence[] | null {
  const sentences: { readonly meanings: number[]; readonly first: number; last: number }[] = [];
  let [sentence, most] = [-1, 0];
  for (let at = 0; at < phrases.length; at += 1) {
    const [phrase, first, last] = [phrases[at] ?? 0, firsts[at] ?? 0, lasts[at] ?? 0];
    const count = (counts[phrase] ?? 0) + 1;
    counts[phrase] = count;
    most = Math.max(most, count);
    const its = words[first]?.sentence ?? 0;
    const known = its === sentence ? sentences.at(-1) : undefined;
    const one = known ?? { meanings: [], first, last };
    if (known === undefined) sentences.push(one);
    one.last = Math.max(one.last, last);
    sentence = its;
    for (const meaning of meaningsOf[phrase] ?? []) if (!one.meanings.includes(meaning)) one.meanings.push(meaning);
  }
  for (const phrase of phrases) counts[phrase] = 0;
  if (most > MAX_HITS) return null;
  for (const { meanings } of sentences) if (meanings.length > 1) meanings.sort((one, other) => one - other);
  return sentences;
}
