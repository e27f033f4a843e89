/**
 * Finding phrases of the rule files in a text. A phrase is met by its words in order within one sentence, adjacent or with up to two
 * other words between; `word*` is met by every word that begins so. All phrases are found in one pass over the text: each word is
 * looked up among the first words of phrases, and the words in reach of it among their second ones, so the cost is that of the text and
 * not of the number of rules.
 */
import type { Abbreviations, Words } from './normalise.ts';
import { add, fitting, partsOf, type Part } from './phrase-parts.ts';
import { wholeOf, type Span } from './span.ts';
import { noted, type Spelling } from './spelling.ts';

/** How words are compared: by root (requests) or as written, clitics aside (replies). */
export type Compare = 'stem' | 'form';

interface Phrase {
  readonly text: string;
  /** Its place in the index. */
  readonly at: number;
  readonly parts: readonly Part[];
}

export interface PhraseIndex {
  readonly compare: Compare;
  readonly maxGap: number;
  /** Occurrences of one phrase that are kept; further ones are not looked for. */
  readonly maxHits: number;
  readonly roleOf: (word: Spelling) => Role;
  /** By ordinal; each once. */
  readonly phrases: readonly Phrase[];
}

/** What a word may be in the phrases of an index. */
interface Role {
  /** Null where no phrase begins with it. */
  readonly begins: Begun | null;
  /** Numbers of the second words that it may be. */
  readonly seconds: readonly number[];
}

/** The phrases that a word begins. */
interface Begun {
  readonly alone: readonly Started[];
  /** Longer ones by the number of their second word. */
  readonly longer: ReadonlyMap<number, readonly Started[]>;
}

interface Started {
  readonly phrase: Phrase;
  /** Its place among all that the same word begins. */
  readonly rank: number;
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

/** All that stands in a text, in the order of the first words; what a span of it holds is among it. */
export interface Found {
  readonly index: PhraseIndex;
  /** Ordinals of phrases, and side by side with each those of its first and last word. */
  readonly phrases: readonly number[];
  readonly firsts: readonly number[];
  readonly lasts: readonly number[];
}

export function indexPhrases(
  texts: Iterable<string>,
  abbreviations: Abbreviations,
  options: { readonly compare: Compare; readonly maxGap: number; readonly maxHits: number },
): PhraseIndex {
  const phrases = [...new Set(texts)].map((text, at): Phrase => ({
    text,
    at,
    parts: partsOf(text, abbreviations, options.compare),
  }));
  const begun = beginnings(phrases);
  const seconds = secondWords(phrases);
  const roleOf = noted((word): Role => {
    const role = {
      begins: begun(word[options.compare], word.form, seconds),
      seconds: seconds.fitting(word[options.compare], word.form),
    };
    return role.begins === null && role.seconds.length === 0 ? NO_ROLE : role;
  });
  return { ...options, roleOf, phrases };
}

const NO_ROLE: Role = { begins: null, seconds: [] };

interface SecondWords {
  readonly numberOf: (phrase: Phrase) => number;
  readonly fitting: (text: string, form: string) => readonly number[];
}

function secondWords(phrases: readonly Phrase[]): SecondWords {
  const numbers = new Map<string, number[]>();
  const prefixes = new Map<string, number[]>();
  const listOf = (part: Part): number[] => {
    const lists = part.prefix ? prefixes : numbers;
    const known = lists.get(part.text);
    if (known) return known;
    const made = [numbers.size + prefixes.size];
    lists.set(part.text, made);
    return made;
  };
  const numberOf = ({ parts: [, second] }: Phrase): number => (second ? (listOf(second)[0] ?? -1) : -1);
  phrases.forEach(numberOf);
  const byPrefix = fitting(prefixes);
  return { numberOf, fitting: (text, form) => [...(numbers.get(text) ?? []), ...byPrefix(form)] };
}

/** Which phrases a word begins, and which of them a second word goes on. */
function beginnings(phrases: readonly Phrase[]): (text: string, form: string, seconds: SecondWords) => Begun | null {
  const byFirst = new Map<string, Phrase[]>();
  const prefixes = new Map<string, Phrase[]>();
  for (const phrase of phrases) {
    const [first] = phrase.parts;
    if (first) add(first.prefix ? prefixes : byFirst, first.text, phrase);
  }
  const byPrefix = fitting(prefixes);
  return (text, form, { numberOf }) => {
    const begun = [...(byFirst.get(text) ?? []), ...byPrefix(form)].map((phrase, rank): Started => ({ phrase, rank }));
    if (begun.length === 0) return null;
    const longer = new Map<number, Started[]>();
    for (const one of begun) if (one.phrase.parts.length > 1) add(longer, numberOf(one.phrase), one);
    return { alone: begun.filter(({ phrase }) => phrase.parts.length === 1), longer };
  };
}

export function findPhrases(index: PhraseIndex, words: Words): Hits {
  return hitsIn(findAll(index, words), wholeOf(words));
}

export function findAll(index: PhraseIndex, words: Words): Found {
  const found = { index, phrases: [] as number[], firsts: [] as number[], lasts: [] as number[] };
  const roles = words.words.map(index.roleOf);
  const note = (phrase: Phrase, first: number, last: number): void => {
    found.phrases.push(phrase.at);
    found.firsts.push(first);
    found.lasts.push(last);
  };
  for (let at = 0; at < roles.length; at += 1) {
    const begun = roles[at]?.begins ?? null;
    if (begun === null) continue;
    const met = begun.longer.size === 0 ? NONE_MET : meet(index, words, { begun, roles, at });
    if (met.length === 0) for (const { phrase } of begun.alone) note(phrase, at, at);
    else for (const { phrase, last } of inOrder(begun, met, at)) note(phrase, at, last);
  }
  return found;
}

/**
 * What of it stands within a span, no more of each phrase than the index keeps; its words are counted from the first of the span.
 * @param wanted ordinals of the phrases that are looked for; null for all
 */
export function hitsIn(
  { index, phrases, firsts, lasts }: Found,
  { from, to }: Span,
  wanted: ReadonlySet<number> | null = null,
): Hits {
  const hits = new Map<string, Hit[]>();
  for (let at = firstFrom(firsts, from); (firsts[at] ?? to) < to; at += 1) {
    if (wanted !== null && !wanted.has(phrases[at] ?? -1)) continue;
    const [phrase, first, last] = [index.phrases[phrases[at] ?? -1], firsts[at] ?? 0, lasts[at] ?? 0];
    if (phrase === undefined || last >= to) continue;
    const { text, parts } = phrase;
    const earlier = hits.get(text);
    if (earlier && earlier.length >= index.maxHits) continue;
    const hit = { phrase: text, first: first - from, last: last - from, adjacent: last - first + 1 === parts.length };
    if (earlier) earlier.push(hit);
    else hits.set(text, [hit]);
  }
  return hits;
}

/** Ordinal of the first hit that begins at this word or behind it. */
export function firstFrom(firsts: readonly number[], word: number): number {
  let [low, high] = [0, word === 0 ? 0 : firsts.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((firsts[middle] ?? word) < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface Met extends Started {
  /** Its last word. */
  readonly last: number;
}

const NONE_MET: readonly Met[] = [];

/** The phrases of several words that begin at `at`, by the second words in reach. */
function meet(
  index: PhraseIndex,
  { words }: Words,
  { begun, roles, at }: { readonly begun: Begun; readonly roles: readonly Role[]; readonly at: number },
): readonly Met[] {
  const sentence = words[at]?.sentence;
  let met = NONE_MET;
  for (let to = at + 1; to <= at + index.maxGap + 1 && words[to]?.sentence === sentence; to += 1) {
    for (const second of roles[to]?.seconds ?? []) {
      for (const { phrase, rank } of begun.longer.get(second) ?? []) {
        const last = phrase.parts.length === 2 ? to : endOf(index, words, phrase, at);
        if (last !== null && !met.some((one) => one.rank === rank)) met = [...met, { phrase, rank, last }];
      }
    }
  }
  return met;
}

function inOrder({ alone }: Begun, met: readonly Met[], at: number): readonly Met[] {
  if (alone.length === 0 && met.length === 1) return met;
  return [...alone.map((one) => ({ ...one, last: at })), ...met].sort((one, other) => one.rank - other.rank);
}

/** The last word of the phrase that begins at `at`; every way through the gaps is followed at once. */
function endOf({ compare, maxGap }: PhraseIndex, words: Words['words'], { parts }: Phrase, at: number): number | null {
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
