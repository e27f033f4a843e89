/**
 * Text to words that can be compared: NFKC, lower case, invisible characters gone, drawn-out letters shortened, hyphenated prefixes
 * joined ("e-mail", "non-aktif"), abbreviations of the rule files written out. Each word also has a stem (fold.ts). Linear.
 */
import { foldVerb, withoutClitic } from './fold.ts';
import { remembered } from './remembered.ts';
import { endOfWord, nextWord } from './letters.ts';

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
  const visible = raw.normalize('NFKC').replace(INVISIBLE, '');
  const text = MAYBE_NOT.test(visible) ? visible.replace(ENGLISH_NOT, ' not') : visible;
  const { seen, spell } = spellingsOf(abbreviations);
  const words: Word[] = [];
  let [sentence, clause, last] = [0, 0, 0];
  let prefix: Prefix | null = null;
  for (let start = nextWord(text, 0); start < text.length; start = nextWord(text, last)) {
    const end = endOfWord(text, start);
    const between = gap(text.slice(last, Math.min(start, last + MAX_BETWEEN)));
    const joined: Prefix | null = between.hyphen ? prefix : null;
    const previous = words.at(-1);
    if (joined === null) {
      if (between.parts || (between.stop && previous !== undefined && previous.end - previous.start > 2)) sentence += 1;
      if (between.clause) clause += 1;
    } else words.pop();
    const { lower, spelt, isPrefix } = seen(text.slice(start, Math.min(end, start + MAX_WORD)));
    const span = { start: joined?.start ?? start, end, sentence, clause };
    for (const { form, stem } of joined === null ? spelt : spell(joined.text + lower))
      words.push({ form, stem, ...span });
    prefix = joined === null && isPrefix ? { text: lower, start } : null;
    last = end;
  }
  return { text, words };
}

interface Prefix {
  readonly text: string;
  readonly start: number;
}

type Spelt = readonly Pick<Word, 'form' | 'stem'>[];

interface Spellings {
  /** A word as it stands in a text. */
  readonly seen: (word: string) => { readonly lower: string; readonly spelt: Spelt; readonly isPrefix: boolean };
  /** A word in lower case. */
  readonly spell: (word: string) => Spelt;
}

const spellings = new WeakMap<Abbreviations, Spellings>();

function spellingsOf(abbreviations: Abbreviations): Spellings {
  const known = spellings.get(abbreviations);
  if (known) return known;
  const spell = remembered((word) => writtenOut(word, abbreviations));
  const seen = remembered((word) => {
    const lower = shorten(word.toLowerCase());
    return { lower, spelt: spell(lower), isPrefix: JOINED_PREFIXES.has(lower) };
  });
  const made = { seen, spell };
  spellings.set(abbreviations, made);
  return made;
}

/** An abbreviation is written out, in one word or several. */
function writtenOut(word: string, abbreviations: Abbreviations): Spelt {
  const full = Object.hasOwn(abbreviations, word) ? abbreviations[word] : undefined;
  const parts = full === undefined ? [word] : full.toLowerCase().split(/[\s-]+/);
  return parts.filter((part) => part !== '').map((part) => ({ form: withoutClitic(part), stem: foldVerb(part) }));
}

function shorten(word: string): string {
  return word.replace(DRAWN_OUT, '$1').replace(DOUBLE_END, '$1');
}

/**
 * What stands between two words and means something. A full stop behind one or two letters ("a.n.", "No.") ends no sentence; a blank line
 * always does.
 */
const gap = remembered((between) => ({
  hyphen: /^[-\u2010\u2011]$/.test(between),
  parts: /\n\s*\n/.test(between) || /[!?;](?:\s|$)/.test(between),
  stop: /\.(?:\s|$)/.test(between),
  clause: /[,;:()\n\u2013\u2014]| - |[.!?](?:\s|$)/.test(between),
}));

/** The words of a span as the sender wrote them, on one line, at most 80 characters. */
export function wordsBetween(words: Words, first: number, last: number): string {
  const start = words.words[first]?.start ?? 0;
  const end = words.words[last]?.end ?? start;
  return words.text.slice(start, Math.min(end, start + 80)).replace(/\s+/g, ' ');
}
