/**
 * Finding phrases of the rule files in a text. A phrase is met by its words in order within one sentence, adjacent or with up to two
 * other words between; `word*` is met by every word that begins so. All phrases are found in one pass over the text: each word is
 * looked up among the first words of phrases, so the cost is that of the text and not of the number of rules.
 */
import type { Words } from './normalise.ts';
import { toWords } from './normalise.ts';

/** How words are compared: by root (requests) or as written, clitics aside (replies). */
export type Compare = 'stem' | 'form';

interface Part {
  readonly text: string;
  readonly prefix: boolean;
}

interface Phrase {
  readonly text: string;
  readonly parts: readonly Part[];
}

export interface PhraseIndex {
  readonly compare: Compare;
  readonly maxGap: number;
  /** Occurrences of one phrase that are kept; further ones are not looked for. */
  readonly maxHits: number;
  readonly byFirst: ReadonlyMap<string, readonly Phrase[]>;
  /** Lengths of the prefixes in `byFirst` that stand for `word*`, by their first two letters: a word is cut only where it can help. */
  readonly prefixLengths: ReadonlyMap<string, readonly number[]>;
}

export interface Hit {
  readonly phrase: string;
  /** Ordinals of its first and last word in the text. */
  readonly first: number;
  readonly last: number;
  /** False where other words stand between its own. */
  readonly adjacent: boolean;
}

/** Hits by phrase as it stands in the rule file. */
export type Hits = ReadonlyMap<string, readonly Hit[]>;

export function indexPhrases(
  phrases: Iterable<string>,
  abbreviations: Readonly<Record<string, string>>,
  options: { readonly compare: Compare; readonly maxGap: number; readonly maxHits: number },
): PhraseIndex {
  const byFirst = new Map<string, Phrase[]>();
  const lengths = new Map<string, readonly number[]>();
  for (const text of new Set(phrases)) {
    const parts = partsOf(text, abbreviations, options.compare);
    const first = parts[0];
    if (!first) continue;
    if (first.prefix) {
      const head = first.text.slice(0, 2);
      lengths.set(head, [...new Set([...(lengths.get(head) ?? []), first.text.length])]);
    }
    const key = keyOf(first);
    byFirst.set(key, (byFirst.get(key) ?? []).concat({ text, parts }));
  }
  return { ...options, byFirst, prefixLengths: lengths };
}

export function findPhrases(index: PhraseIndex, words: Words): Hits {
  const hits = new Map<string, Hit[]>();
  words.words.forEach((word, at) => {
    const text = word[index.compare];
    tryPhrases(index, words, at, { phrases: index.byFirst.get(text), hits });
    const start = word.form;
    for (const length of index.prefixLengths.get(start.slice(0, 2)) ?? []) {
      if (start.length < length) continue;
      tryPhrases(index, words, at, { phrases: index.byFirst.get(`${start.slice(0, length)}*`), hits });
    }
  });
  return hits;
}

function partsOf(text: string, abbreviations: Readonly<Record<string, string>>, compare: Compare): Part[] {
  return text
    .split(/\s+/)
    .filter((piece) => piece !== '')
    .flatMap((piece) => {
      const prefix = piece.endsWith('*');
      const words = toWords(prefix ? piece.slice(0, -1) : piece, prefix ? {} : abbreviations).words;
      return words.map((word, at) =>
        prefix && at === words.length - 1
          ? { text: piece.slice(word.start, -1).normalize('NFKC').toLowerCase(), prefix: true }
          : { text: word[compare], prefix: false },
      );
    });
}

function keyOf(part: Part): string {
  return part.prefix ? `${part.text}*` : part.text;
}

function tryPhrases(
  index: PhraseIndex,
  words: Words,
  at: number,
  found: { readonly phrases: readonly Phrase[] | undefined; readonly hits: Map<string, Hit[]> },
): void {
  for (const phrase of found.phrases ?? []) {
    const earlier = found.hits.get(phrase.text);
    if (earlier && earlier.length >= index.maxHits) continue;
    const last = endOf(index, words, phrase, at);
    if (last === null) continue;
    const hit = { phrase: phrase.text, first: at, last, adjacent: last - at + 1 === phrase.parts.length };
    if (earlier) earlier.push(hit);
    else found.hits.set(phrase.text, [hit]);
  }
}

/** The last word of the phrase that begins at `at`; every way through the gaps is followed at once. */
function endOf(index: PhraseIndex, words: Words, phrase: Phrase, at: number): number | null {
  const sentence = words.words[at]?.sentence;
  let reached = [at];
  for (const part of phrase.parts.slice(1)) {
    const next = new Set<number>();
    for (const from of reached) {
      for (let to = from + 1; to <= from + 1 + index.maxGap; to += 1) {
        const word = words.words[to];
        if (!word || word.sentence !== sentence) break;
        if (part.prefix ? word.form.startsWith(part.text) : word[index.compare] === part.text) next.add(to);
      }
    }
    if (next.size === 0) return null;
    reached = [...next];
  }
  return Math.min(...reached);
}
