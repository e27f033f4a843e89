/** Words of one meaning (rules/concepts.yaml) found in a text, sentence by sentence. */
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { Words } from './normalise.ts';
import { findPhrases, indexPhrases, type PhraseIndex } from './phrases.ts';

export interface Concepts {
  readonly index: PhraseIndex;
  /** Phrase -> the meanings it has. */
  readonly namesOf: ReadonlyMap<string, readonly string[]>;
  /** Ordinal of each meaning in the file. */
  readonly order: ReadonlyMap<string, number>;
}

export function indexConcepts({ concepts = {}, abbreviations }: Rulebook): Concepts {
  const namesOf = new Map<string, string[]>();
  for (const [name, phrases] of Object.entries(concepts)) {
    for (const phrase of phrases) namesOf.set(phrase, [...(namesOf.get(phrase) ?? []), name]);
  }
  return {
    index: indexPhrases(namesOf.keys(), abbreviations, { compare: 'stem', maxGap: 0, maxHits: 4 }),
    namesOf,
    order: new Map(Object.keys(concepts).map((name, at) => [name, at])),
  };
}

type Meanings = readonly ReadonlySet<string>[];

/** What the text is about and what sort of mail it is are both read from its meanings: they are looked for once. */
const lately = new WeakMap<Words, { readonly concepts: Concepts; readonly found: Meanings }>();

/** The meanings of each sentence that has any, in the order of the file. */
export function conceptsIn(words: Words, concepts: Concepts): Meanings {
  const known = lately.get(words);
  if (known?.concepts === concepts) return known.found;
  const found = findMeanings(words, concepts);
  lately.set(words, { concepts, found });
  return found;
}

function findMeanings(words: Words, { index, namesOf, order }: Concepts): Meanings {
  const sentences = new Map<number, Set<string>>();
  for (const [phrase, hits] of findPhrases(index, words)) {
    for (const hit of hits) {
      const sentence = words.words[hit.first]?.sentence ?? 0;
      const names = sentences.get(sentence) ?? new Set();
      for (const name of namesOf.get(phrase) ?? []) names.add(name);
      sentences.set(sentence, names);
    }
  }
  return [...sentences.values()].map(
    (names) => new Set([...names].toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))),
  );
}
