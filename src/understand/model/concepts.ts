/** Words of one meaning (rules/concepts.yaml) found in a text, sentence by sentence. */
import type { Rulebook } from '../../rulebook/rulebook.ts';
import type { Words } from '../words/normalise.ts';
import { hash } from '../words/hash.ts';
import { findPhrases, indexPhrases, type PhraseIndex } from '../words/phrases.ts';

export interface Concepts {
  readonly index: PhraseIndex;
  /** A feature for each meaning, in the order of the file. */
  readonly features: readonly number[];
  /** Phrase -> ordinals of the meanings it has. */
  readonly meaningsOf: ReadonlyMap<string, readonly number[]>;
}

export function indexConcepts({
  concepts = {},
  abbreviations,
}: Pick<Rulebook, 'concepts' | 'abbreviations'>): Concepts {
  const meaningsOf = new Map<string, number[]>();
  for (const [at, phrases] of Object.values(concepts).entries()) {
    for (const phrase of phrases) meaningsOf.set(phrase, [...(meaningsOf.get(phrase) ?? []), at]);
  }
  return {
    index: indexPhrases(meaningsOf.keys(), abbreviations, { compare: 'stem', maxGap: 0, maxHits: 4 }),
    features: Object.keys(concepts).map((name) => hash(`@${name}`)),
    meaningsOf,
  };
}

/** By sentence. */
type Meanings = readonly (readonly number[])[];

/** What a text is about and what sort of mail it is are both read from its meanings: they are looked for once. */
const lately = new WeakMap<Words, { readonly concepts: Concepts; readonly found: Meanings }>();

/** Ordinals of the meanings of each sentence that has any, in the order of the file. */
export function conceptsIn(words: Words, concepts: Concepts): Meanings {
  const known = lately.get(words);
  if (known?.concepts === concepts) return known.found;
  const found = findMeanings(words, concepts);
  lately.set(words, { concepts, found });
  return found;
}

function findMeanings(words: Words, { index, meaningsOf }: Concepts): Meanings {
  const sentences = new Map<number, number[]>();
  for (const [phrase, hits] of findPhrases(index, words)) {
    const meanings = meaningsOf.get(phrase) ?? [];
    for (const { first } of hits) {
      const sentence = words.words[first]?.sentence ?? 0;
      const known = sentences.get(sentence) ?? [];
      for (const meaning of meanings) if (!known.includes(meaning)) known.push(meaning);
      sentences.set(sentence, known);
    }
  }
  return [...sentences.values()].map((known) => known.toSorted((one, other) => one - other));
}
