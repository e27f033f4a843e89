/**
 * Text to words that can be compared: NFKC, lower case, invisible characters gone, drawn-out letters shortened, hyphenated prefixes
 * joined ("e-mail", "non-aktif"), abbreviations of the rule files written out. Each word also has a stem (fold.ts). Linear.
 */
import { remembered, rememberedIn } from './remembered.ts';
import { spellingOf, type Spelling } from './spelling.ts';
import { endOfWord, nextWord } from '../papers/letters.ts';

export interface Word extends Spelling {
  /** Span in the normalised text of `Words`. */
  readonly start: number;
  readonly end: number;
  /** Ordinal of its sentence; phrases do not reach over sentences. */
  readonly sentence: number;
  /** Ordinal of its clause (commas, dashes and line ends part clauses). */
  readonly clause: number;
}

export interface Words {
  /** NFKC text without invisible characters; spans point into it. */
  readonly text: string;
  readonly words: readonly Word[];
}

/** Text of these alone is normalised already, and hides nothing. */
const PLAIN = /^[\t\n\r -~]*$/;
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]|\ufe0f/g;
/** "can't", "cannot", "don’t": so that an English negation is a word of its own. */
const ENGLISH_NOT = /(?<=\b[a-z]{2,6})(?:n['’]t|(?<=can)not)\b/gi;
const MAYBE_NOT = /n['’]t|cannot/i;
const DRAWN_OUT = /(\p{L})\1{2,}/gu;
const DOUBLE_END = /([aeiou])\1$/;
const JOINED_PREFIXES = new Set(['e', 'non', 'wi', 're', 'di', 'pre', 'un', 'on', 'off']);
/** A longer run of letters is no word of anyone; it is cut, so that its handling costs what its size costs. */
const MAX_WORD = 60;
/** What stands between two words is looked at so far. */
const MAX_BETWEEN = 200;

export type Abbreviations = Readonly<Record<string, string>>;

const NONE: Abbreviations = {};

/** @param abbreviations from the rulebook, keys in lower case */
export function toWords(raw: string, abbreviations: Abbreviations = NONE): Words {
  const visible = PLAIN.test(raw) ? raw : raw.normalize('NFKC').replace(INVISIBLE, '');
  const text = MAYBE_NOT.test(visible) ? visible.replace(ENGLISH_NOT, ' not') : visible;
  const { seen, spell } = spellingsOf(abbreviations);
  const words: Word[] = [];
  let [sentence, clause, last] = [0, 0, 0];
  let prefix = NO_PREFIX;
  for (let start = nextWord(text, 0); start < text.length; start = nextWord(text, last)) {
    const end = endOfWord(text, start);
    const between = gapBetween(text, last, start);
    const joined = between.hyphen ? prefix : NO_PREFIX;
    const isJoined = joined !== NO_PREFIX;
    if (!isJoined) {
      if (between.parts || (between.stop && lengthOf(words.at(-1)) > 2)) sentence += 1;
      if (between.clause) clause += 1;
    } else words.pop();
    const { lower, spelt, isPrefix } = seen(text, start, Math.min(end, start + MAX_WORD));
    const written = isJoined ? spell(joined.text + lower) : spelt;
    const first = isJoined ? joined.start : start;
    for (let at = 0; at < written.length; at += 1) {
      const { form = '', stem = '', number = -1 } = written[at] ?? {};
      words.push({ form, stem, number, start: first, end, sentence, clause });
    }
    prefix = isPrefix && !isJoined ? { text: lower, start } : NO_PREFIX;
    last = end;
  }
  return { text, words };
}

function lengthOf(word: Word | undefined): number {
  return word === undefined ? 0 : word.end - word.start;
}

interface Prefix {
  readonly text: string;
  readonly start: number;
}

const NO_PREFIX: Prefix = { text: '', start: -1 };

interface SeenWord {
  readonly lower: string;
  readonly spelt: readonly Spelling[];
  readonly isPrefix: boolean;
}

interface Spellings {
  /** A word as it stands in a text. */
  readonly seen: (text: string, start: number, end: number) => SeenWord;
  /** A word in lower case. */
  readonly spell: (word: string) => readonly Spelling[];
}

const spellings = new WeakMap<Abbreviations, Spellings>();

function spellingsOf(abbreviations: Abbreviations): Spellings {
  const known = spellings.get(abbreviations);
  if (known) return known;
  const spell = remembered((word) => writtenOut(word, abbreviations));
  const seen = rememberedIn((word): SeenWord => {
    const lower = shorten(word.toLowerCase());
    return { lower, spelt: spell(lower), isPrefix: JOINED_PREFIXES.has(lower) };
  });
  const made = { seen, spell };
  spellings.set(abbreviations, made);
  return made;
}

/** An abbreviation is written out, in one word or several; so is a word said twice ("anak2") and what stands before a clitic ("tglnya"). */
function writtenOut(word: string, abbreviations: Abbreviations): readonly Spelling[] {
  return partsOf(word, abbreviations).map(spellingOf);
}

/** "org2", "mudah2an", "file2nya" */
const TWICE = /^(\p{L}{3,20})2(an|nya)?$/u;
/** In front of a clitic an abbreviation has three letters or more: "ganya" is no "tidak". */
const BEFORE_CLITIC = /^(\p{L}{3,20}?)(?:nya|ny|lah|kah)$/u;

function partsOf(word: string, abbreviations: Abbreviations): readonly string[] {
  const full = fullOf(word, abbreviations);
  if (full !== null) return full;
  const [, twice, end = ''] = TWICE.exec(word) ?? [];
  if (twice !== undefined) {
    const once = fullOf(twice, abbreviations) ?? [twice];
    return [...once, ...once.slice(0, -1), `${once.at(-1) ?? ''}${end}`];
  }
  const [, short = ''] = BEFORE_CLITIC.exec(word) ?? [];
  return fullOf(short, abbreviations) ?? [word];
}

function fullOf(word: string, abbreviations: Abbreviations): readonly string[] | null {
  const full = Object.hasOwn(abbreviations, word) ? abbreviations[word] : undefined;
  return full === undefined
    ? null
    : full
        .toLowerCase()
        .split(/[\s-]+/)
        .filter((part) => part !== '');
}

function shorten(word: string): string {
  return word.replace(DRAWN_OUT, '$1').replace(DOUBLE_END, '$1');
}

function gapBetween(text: string, from: number, to: number): ReturnType<typeof gap> {
  if (to === from + 1 && text.charCodeAt(from) === SPACE) return NOTHING_BETWEEN;
  return gap(text, from, Math.min(to, from + MAX_BETWEEN));
}

const SPACE = 32;

/**
 * What stands between two words and means something. A full stop behind one or two letters ("a.n.", "No.") ends no sentence; a blank line
 * always does.
 */
const gap = rememberedIn((between) => ({
  hyphen: /^[-\u2010\u2011]$/.test(between),
  parts: /\n\s*\n/.test(between) || /[!?;](?:\s|$)/.test(between),
  stop: /\.(?:\s|$)/.test(between),
  clause: /[,;:()\n\u2013\u2014]| - |[.!?](?:\s|$)/.test(between),
}));

const NOTHING_BETWEEN = gap(' ', 0, 1);

/** Whether what stands in front of the first word of a text, from one place of it to the other, ends a sentence already. */
export function opensSentence(text: string, from: number, to: number): boolean {
  return gapBetween(text, from, to).parts;
}

/** The words of a span as the sender wrote them, on one line, at most 80 characters. */
export function wordsBetween(words: Words, first: number, last: number): string {
  const start = words.words[first]?.start ?? 0;
  const end = words.words[last]?.end ?? start;
  return words.text.slice(start, Math.min(end, start + 80)).replace(/\s+/g, ' ');
}
