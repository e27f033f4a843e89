/**
 * How much a text resembles the example mails of the rule files: cosine of TF-IDF vectors over roots and pairs of neighbouring roots.
 * Computed at load; a text is scored through an inverted index, so its cost does not grow with the number of options.
 */
import { foldRoot } from './fold.ts';
import { toWords, type Words } from './normalise.ts';

interface Posting {
  readonly document: number;
  readonly weight: number;
}

export interface Similarity {
  readonly postings: ReadonlyMap<string, readonly Posting[]>;
  readonly idf: ReadonlyMap<string, number>;
  /** Ordinal of the option that a document is an example of. */
  readonly optionOf: readonly number[];
  readonly options: number;
}

/** Words counted of one text; a mail says what it wants within these. */
const MAX_WORDS = 400;

/** @param texts example texts, one list for each option */
export function buildSimilarity(
  texts: readonly (readonly string[])[],
  abbreviations: Readonly<Record<string, string>>,
): Similarity {
  const optionOf: number[] = [];
  const counts: ReadonlyMap<string, number>[] = [];
  texts.forEach((list, option) => {
    for (const text of list) {
      optionOf.push(option);
      counts.push(featuresOf(toWords(text, abbreviations)));
    }
  });
  const idf = inverseFrequencies(counts);
  const postings = new Map<string, Posting[]>();
  counts.forEach((features, document) => {
    for (const [feature, weight] of weigh(features, idf)) {
      const list = postings.get(feature);
      if (list) list.push({ document, weight });
      else postings.set(feature, [{ document, weight }]);
    }
  });
  return { postings, idf, optionOf, options: texts.length };
}

/** For each option 0..1: the mean of its two most similar examples, the nearest counting double. */
export function similarities(similarity: Similarity, words: Words): readonly number[] {
  const scores = similarity.optionOf.map(() => 0);
  for (const [feature, weight] of weigh(featuresOf(words), similarity.idf)) {
    for (const posting of similarity.postings.get(feature) ?? []) {
      scores[posting.document] = (scores[posting.document] ?? 0) + posting.weight * weight;
    }
  }
  const best = Array.from({ length: similarity.options }, () => 0);
  const second = Array.from({ length: similarity.options }, () => 0);
  scores.forEach((score, document) => {
    const option = similarity.optionOf[document] ?? 0;
    if (score > (best[option] ?? 0)) {
      second[option] = best[option] ?? 0;
      best[option] = score;
    } else if (score > (second[option] ?? 0)) {
      second[option] = score;
    }
  });
  return best.map((score, option) => (2 * score + (second[option] ?? 0)) / 3);
}

function featuresOf(words: Words): Map<string, number> {
  const features = new Map<string, number>();
  let previous: string | null = null;
  for (const word of words.words.slice(0, MAX_WORDS)) {
    if (/\d/.test(word.stem)) {
      previous = null;
      continue;
    }
    const root = foldRoot(word.form);
    features.set(root, (features.get(root) ?? 0) + 1);
    if (previous !== null) {
      const pair = `${previous} ${root}`;
      features.set(pair, (features.get(pair) ?? 0) + 1);
    }
    previous = root;
  }
  return features;
}

function inverseFrequencies(documents: readonly ReadonlyMap<string, number>[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const features of documents) {
    for (const feature of features.keys()) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  }
  return new Map([...counts].map(([feature, count]) => [feature, Math.log((1 + documents.length) / (0.5 + count))]));
}

/** Unit vector; features that no example has are left out of the vector but count in its length as one common word each. */
function weigh(features: ReadonlyMap<string, number>, idf: ReadonlyMap<string, number>): (readonly [string, number])[] {
  const weighted: (readonly [string, number])[] = [];
  let square = 0;
  for (const [feature, count] of features) {
    const value = idf.get(feature);
    const weight = (1 + Math.log(count)) * (value ?? 1);
    square += weight * weight;
    if (value !== undefined) weighted.push([feature, weight]);
  }
  const length = Math.sqrt(square) || 1;
  return weighted.map(([feature, weight]) => [feature, weight / length]);
}
