/**
 * Finding phrases of the rule files in a text. A phrase is met by its words in order within one sentence, adjacent or with up to two
 * other words between; `word*` is met by every word that begins so. All phrases are found in one pass over the text: each word is
 * looked up among the first words of phrases, so the cost is that of the text and not of the number of rules.
 */
import { toWords, type Abbreviations, type Words } from './normalise.ts';
import { noted, type Spelling } from './spelling.ts';

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
  /** The phrases that a word may begin. */
  readonly begunBy: (word: Spelling) => readonly Phrase[];
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
  abbreviations: Abbreviations,
  options: { readonly compare: Compare; readonly maxGap: number; readonly maxHits: number },
): PhraseIndex {
  const byFirst = new Map<string, Phrase[]>();
  const prefixes = new Map<string, Phrase[]>();
  for (const text of new Set(phrases)) {
    const parts = partsOf(text, abbreviations, options.compare);
    const [first] = parts;
    if (first) add(first.prefix ? prefixes : byFirst, first.text, { text, parts });
  }
  const begunByPrefix = fitting(prefixes);
  const begunBy = noted((word) => {
    const found = [...(byFirst.get(word[options.compare]) ?? []), ...begunByPrefix(word.form)];
    return found.length === 0 ? NO_PHRASES : found;
  });
  return { ...options, begunBy };
}

function add<Item>(lists: Map<string, Item[]>, key: string, item: Item): void {
  const known = lists.get(key);
  if (known) known.push(item);
  else lists.set(key, [item]);
}

const NO_PHRASES: readonly Phrase[] = [];

/** Prefixes of one length at a time, in the order of the rule files. */
function fitting(prefixes: ReadonlyMap<string, readonly Phrase[]>): (form: string) => readonly Phrase[] {
  const lengths = new Map<string, number[]>();
  for (const text of prefixes.keys()) {
    const head = text.slice(0, 2);
    if (!lengths.get(head)?.includes(text.length)) add(lengths, head, text.length);
  }
  return (form) =>
    (lengths.get(form.slice(0, 2)) ?? []).flatMap((length) =>
      form.length < length ? [] : (prefixes.get(form.slice(0, length)) ?? []),
    );
}

export function findPhrases(index: PhraseIndex, words: Words): Hits {
  const hits = new Map<string, Hit[]>();
  for (let at = 0; at < words.words.length; at += 1) {
    const word = words.words[at];
    const begun = word ? index.begunBy(word) : NO_PHRASES;
    if (begun.length > 0) tryPhrases(index, words, at, { phrases: begun, hits });
  }
  return hits;
}

function partsOf(text: string, abbreviations: Abbreviations, compare: Compare): Part[] {
  return text
    .split(/\s+/)
    .filter((piece) => piece !== '')
    .flatMap((piece) => {
      const prefix = piece.endsWith('*');
      const words = toWords(prefix ? piece.slice(0, -1) : piece, prefix ? undefined : abbreviations).words;
      return words.map((word, at) =>
        prefix && at === words.length - 1
          ? { text: piece.slice(word.start, -1).normalize('NFKC').toLowerCase(), prefix: true }
          : { text: word[compare], prefix: false },
      );
    });
}

function tryPhrases(
  index: PhraseIndex,
  words: Words,
  at: number,
  found: { readonly phrases: readonly Phrase[]; readonly hits: Map<string, Hit[]> },
): void {
  for (const phrase of found.phrases) {
    // Nearly every phrase fails at its second word.
    const last = endOf(index, words, phrase, at);
    if (last === null) continue;
    const earlier = found.hits.get(phrase.text);
    if (earlier && earlier.length >= index.maxHits) continue;
    const hit = { phrase: phrase.text, first: at, last, adjacent: last - at + 1 === phrase.parts.length };
    if (earlier) earlier.push(hit);
    else found.hits.set(phrase.text, [hit]);
  }
}

/** The last word of the phrase that begins at `at`; every way through the gaps is followed at once. */
function endOf({ compare, maxGap }: PhraseIndex, { words }: Words, { parts }: Phrase, at: number): number | null {
  if (parts.length === 1) return at;
  const sentence = words[at]?.sentence;
  let reached: readonly number[] = [at];
  for (let index = 1; index < parts.length; index += 1) {
    const part = parts[index];
    const most = (reached.at(-1) ?? at) + maxGap + 1;
    const met: number[] = [];
    let behind = 0;
    for (let to = (reached[0] ?? at) + 1; to <= most; to += 1) {
      const word = words[to];
      if (!part || !word || word.sentence !== sentence) break;
      while ((reached[behind] ?? to) < to - maxGap - 1) behind += 1;
      const inReach = (reached[behind] ?? to) < to;
      if (inReach && (part.prefix ? word.form.startsWith(part.text) : word[compare] === part.text)) met.push(to);
    }
    if (met.length === 0) return null;
    reached = met;
  }
  return reached[0] ?? null;
}
