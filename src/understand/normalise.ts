/**
 * Text to words that can be compared: NFKC, lower case, invisible characters gone, drawn-out letters shortened, hyphenated prefixes
 * joined ("e-mail", "non-aktif"), abbreviations of the rule files written out. Each word also has a stem (fold.ts). Linear.
 */
import { foldVerb, withoutClitic } from './fold.ts';
import { remembered } from './remembered.ts';

export interface Word {
  /** As compared where form matters (replies): lower case, clitics such as -nya gone. */
  readonly form: string;
  /** Without the affixes of verbs, where only the deed matters (requests). */
  readonly stem: string;
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

const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]|\ufe0f/g;
const WORD = /[\p{L}\p{M}\p{N}]+|\p{Extended_Pictographic}/gu;
/** "can't", "cannot", "don’t": so that an English negation is a word of its own. */
const ENGLISH_NOT = /(?<=\b[a-z]{2,6})(?:n['’]t|(?<=can)not)\b/gi;
const DRAWN_OUT = /(\p{L})\1{2,}/gu;
const DOUBLE_END = /([aeiou])\1$/;
const JOINED_PREFIXES = new Set(['e', 'non', 'wi', 're', 'di', 'pre', 'un', 'on', 'off']);
/** A longer run of letters is no word of anyone; it is cut, so that its handling costs what its size costs. */
const MAX_WORD = 60;

/** @param abbreviations from the rulebook, keys in lower case */
export function toWords(raw: string, abbreviations: Readonly<Record<string, string>> = {}): Words {
  const text = raw.normalize('NFKC').replace(INVISIBLE, '').replace(ENGLISH_NOT, ' not');
  const words: Word[] = [];
  let sentence = 0;
  let clause = 0;
  let last = 0;
  let prefix: { readonly text: string; readonly start: number } | null = null;
  for (const match of text.matchAll(WORD)) {
    const start = match.index;
    const end = start + match[0].length;
    const between = text.slice(last, Math.min(start, last + 200));
    const joined = prefix !== null && /^[-\u2010\u2011]$/.test(between);
    if (!joined) {
      const previous = words.at(-1);
      if (endsSentence(between, previous ? previous.end - previous.start : 0)) sentence += 1;
      if (/[,;:()\n\u2013\u2014]| - |[.!?](?:\s|$)/.test(between)) clause += 1;
    }
    const lower = shorten(match[0].slice(0, MAX_WORD).toLowerCase());
    if (joined && prefix !== null) {
      words.pop();
      push(words, { text: prefix.text + lower, start: prefix.start, end, sentence, clause }, abbreviations);
      prefix = null;
    } else {
      push(words, { text: lower, start, end, sentence, clause }, abbreviations);
      prefix = JOINED_PREFIXES.has(lower) ? { text: lower, start } : null;
    }
    last = end;
  }
  return { text, words };
}

interface RawWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly sentence: number;
  readonly clause: number;
}

const folded = remembered((word: string) => ({ form: withoutClitic(word), stem: foldVerb(word) }));

function push(words: Word[], raw: RawWord, abbreviations: Readonly<Record<string, string>>): void {
  const full = Object.hasOwn(abbreviations, raw.text) ? abbreviations[raw.text] : undefined;
  for (const part of full === undefined ? [raw.text] : full.toLowerCase().split(/[\s-]+/)) {
    if (part === '') continue;
    const { start, end, sentence, clause } = raw;
    const { form, stem } = folded(part);
    words.push({ form, stem, start, end, sentence, clause });
  }
}

function shorten(word: string): string {
  return word.replace(DRAWN_OUT, '$1').replace(DOUBLE_END, '$1');
}

/** A full stop behind one or two letters ("a.n.", "No.") ends no sentence; a blank line always does. */
function endsSentence(between: string, lengthBefore: number): boolean {
  if (/\n\s*\n/.test(between)) return true;
  return /[!?;](?:\s|$)/.test(between) || (lengthBefore > 2 && /\.(?:\s|$)/.test(between));
}

/** The words of a span as the sender wrote them, on one line, at most 80 characters. */
export function wordsBetween(words: Words, first: number, last: number): string {
  const start = words.words[first]?.start ?? 0;
  const end = words.words[last]?.end ?? start;
  return words.text.slice(start, Math.min(end, start + 80)).replace(/\s+/g, ' ');
}
