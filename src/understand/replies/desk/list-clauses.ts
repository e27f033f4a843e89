/** Clauses of a sentence about the list of held mails: which deed, which numbers, in which order, and whether it is turned round. */
import type { Rulebook } from '../../../rulebook/rulebook.ts';
import type { HeldDeed } from './held.ts';

export interface HeldObject {
  readonly items: readonly number[];
  readonly all: boolean;
  /** "Sisanya": all that the mail does not name. */
  readonly isRest: boolean;
  readonly except: readonly number[];
  /** "Nomor 2 jangan": named so that nothing is done to it. */
  readonly isOff: boolean;
}

export interface HeldClause {
  readonly deed: HeldDeed | null;
  readonly object: HeldObject | null;
  readonly order: 'deed-first' | 'object-first' | 'alone';
  /** "5 spam": no order, though it says what is to become of it. */
  readonly isToldOnly: boolean;
  /** Turned round, or told as past. */
  readonly isOff: boolean;
}

interface Token {
  readonly kind: string;
  readonly items: readonly number[];
}

const KINDS = [
  'release', 'drop', 'block', 'genuine', 'rubbish', 'all', 'rest', 'except', 'not', 'past', 'doubt', 'beside',
] as const; // prettier-ignore
const NUMERALS = new Map(
  'satu dua tiga empat lima enam tujuh delapan sembilan sepuluh'.split(' ').map((word, at) => [word, at + 1]),
);
const ORDINALS = new Map([
  ['pertama', 1],
  ...[...NUMERALS].map(([word, value]): [string, number] => [`ke${word}`, value]),
]);
/** "Nomor dua dan …" */
const AND_MORE =
  /(?:\d|\b(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh))\s*(?:,|&|\bdan\b|\bsama\b|\band\b)\s*$/;
const MOST_IN_RANGE = 100;
/** A figure that counts or dates something ("3 orang", "jam 2"). */
const COUNTED =
  /^\s*(?:orang|unit|jam|hari|menit|kali|gb|mb|bulan|tahun|pegawai(?!\s+(?:kita|kami))|akun|lembar|x\b|%|:\d)/i;
const DATED = /\b(?:jam|pukul|pkl|tanggal|tgl|lantai|lt|ext|eselon|telp|telepon|hp|kpp|shift)\.?\s*$/i;

interface Reader {
  readonly pattern: RegExp;
  readonly numbered: RegExp;
  readonly kindOf: ReadonlyMap<string, string>;
}

const readers = new WeakMap<Rulebook['replies'], Reader>();

export function heldTokens(text: string, rulebook: Rulebook): readonly Token[] {
  const { pattern, numbered, kindOf } = readerOf(rulebook);
  const lower = text.toLowerCase().replaceAll('\u2019', "'");
  return [...lower.matchAll(pattern)].map((match) => {
    const word = match[0].replace(/\s+/g, ' ');
    const before = lower.slice(0, match.index);
    if (/^[,;.!]?$/.test(word.trim()) || BREAKS.has(word)) return { kind: 'break', items: [] };
    if (/^\d/.test(word)) {
      const isOther = DATED.test(before) || COUNTED.test(lower.slice(match.index + word.length));
      return isOther ? { kind: 'word', items: [] } : { kind: 'number', items: itemsOf(word) };
    }
    const isNamed = numbered.test(before) || AND_MORE.test(before);
    const value =
      isNamed && !COUNTED.test(lower.slice(match.index + word.length))
        ? (NUMERALS.get(word) ?? ORDINALS.get(word))
        : undefined;
    return value === undefined ? { kind: kindOf.get(word) ?? 'word', items: [] } : { kind: 'number', items: [value] };
  });
}

const BREAKS = new Set('dan and serta & sama tapi tetapi namun but sedangkan lalu kemudian terus then'.split(' '));

function readerOf({ replies }: Rulebook): Reader {
  const known = readers.get(replies);
  if (known) return known;
  const kindOf = new Map<string, string>(
    KINDS.flatMap((kind) => (replies[`held-${kind}`] ?? []).map((phrase): [string, string] => [phrase, kind])),
  );
  for (const word of replies['held-number'] ?? []) if (!kindOf.has(word)) kindOf.set(word, 'beside');
  const longest = (phrases: Iterable<string>): string =>
    [...phrases]
      .toSorted((a, b) => b.length - a.length)
      .map(escaped)
      .join('|');
  const range = String.raw`\d{1,3}(?!\d)(?:\s*(?:-|\u2013|s\.?d\.?|sampai|to)\s*\d{1,3}(?!\d))?`;
  const phrase = String.raw`(?<![\p{L}\p{N}])(?:${longest(kindOf.keys())})(?![\p{L}\p{N}])`;
  const made = {
    kindOf,
    pattern: new RegExp(String.raw`${phrase}|${range}|[\p{L}'-]+|[,;.!&\n]`, 'giu'),
    numbered: new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${longest(replies['held-number'] ?? [])})\s*$`, 'iu'),
  };
  readers.set(replies, made);
  return made;
}

function escaped(phrase: string): string {
  return phrase
    .toLowerCase()
    .replace(/[^\p{L}\p{N} '-]/gu, '')
    .replace(/ /g, '\\s+');
}

function itemsOf(word: string): readonly number[] {
  const [from = 0, to = from] = [...word.matchAll(/\d+/g)].map(([digits]) => Number(digits));
  if (to < from || to - from > MOST_IN_RANGE) return [0];
  return Array.from({ length: to - from + 1 }, (_, offset) => from + offset);
}

export function clausesOf(tokens: readonly Token[]): readonly HeldClause[] {
  const parts: Token[][] = [[]];
  for (const token of tokens) {
    if (token.kind === 'break') parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return joinedExceptions(parts.filter((part) => part.length > 0)).flatMap(clauseOf);
}

/** "Semua buang kecuali 2, 3 dan 5": further numbers alone belong to the exception. */
function joinedExceptions(parts: readonly (readonly Token[])[]): readonly (readonly Token[])[] {
  return parts.reduce<readonly (readonly Token[])[]>((before, part) => {
    const previous = before.at(-1);
    const isOpen = previous !== undefined && previous.some(({ kind }) => kind === 'except');
    const isMore = part.every(({ kind }) => kind === 'number' || kind === 'beside');
    const endsInNumber = previous?.at(-1)?.kind === 'number';
    const isException = part[0]?.kind === 'except' && previous !== undefined;
    // "Kecuali nomor 5, lepas semuanya": the exception stands first.
    const isExcepted =
      before.length === 1 && previous?.[0]?.kind === 'except' && part.some(({ kind }) => kind === 'all');
    if (isExcepted) return [[...part, ...(previous ?? [])]];
    return (isOpen && isMore && endsInNumber) || isException
      ? [...before.slice(0, -1), [...(previous ?? []), ...part]]
      : [...before, part];
  }, []);
}

const DEEDS = new Set(['release', 'drop', 'block']);
const isDeed = (kind: string): kind is HeldDeed => DEEDS.has(kind);

function clauseOf(tokens: readonly Token[]): readonly HeldClause[] {
  const has = (kind: string): boolean => tokens.some((token) => token.kind === kind);
  const deeds = new Set(tokens.flatMap(({ kind }) => (isDeed(kind) ? [kind] : [])));
  const quality = has('genuine') === has('not') ? 'drop' : 'release';
  const isTold = deeds.size === 0 && has('genuine') !== has('rubbish') && !has('past');
  const isOff = !isTold && (has('not') || has('past'));
  const object = objectOf(tokens, isOff);
  if (deeds.size > 1 && !deeds.has('block')) return [{ ...NO_DEED, object: NOBODY }];
  const [first = null] = deeds.has('block') ? ['block' as const] : deeds;
  if (first !== null) return [{ ...NO_DEED, deed: first, object, order: orderOf(tokens, object), isOff }];
  // "5 spam" says what becomes of 5; "itu spam" beside an order only tells why.
  const isToldOf = isTold && object !== null && !object.all;
  return [{ ...NO_DEED, deed: isToldOf ? quality : null, object, isToldOnly: isToldOf, isOff }];
}

const NO_DEED = { deed: null, order: 'object-first', isToldOnly: false, isOff: false } as const;

function orderOf(tokens: readonly Token[], object: HeldObject | null): HeldClause['order'] {
  if (object === null) return 'alone';
  const at = (found: (token: Token) => boolean): number => tokens.findIndex(found);
  const isBehind = at(({ kind }) => isDeed(kind)) > at(({ kind }) => ['number', 'all', 'rest'].includes(kind));
  return isBehind ? 'object-first' : 'deed-first';
}

/** A number that no list has: what is said of it is never dealt out. */
const NOBODY: HeldObject = { items: [0], all: false, isRest: false, except: [], isOff: false };

function objectOf(tokens: readonly Token[], isOff: boolean): HeldObject | null {
  const excepted = tokens.findIndex(({ kind }) => kind === 'except');
  const rest = tokens.some(({ kind }) => kind === 'rest');
  const at = (wanted: string): number => tokens.findIndex(({ kind }) => kind === wanted);
  // "Nomor 1 sampai 3 sampah semua": all of these.
  const isOfThese = excepted < 0 && !rest && at('number') >= 0 && at('number') < at('all');
  const all = rest || (at('all') >= 0 && !isOfThese);
  const numbers = (part: readonly Token[]): readonly number[] => part.flatMap(({ items }) => items);
  if (!all) {
    // "Kecuali 2" alone: of what?
    const items = numbers(tokens);
    if (items.length === 0) return null;
    return excepted >= 0 ? { ...NOBODY, isOff } : { items, all: false, isRest: false, except: [], isOff };
  }
  const strange = tokens.some(({ kind }) => kind === 'word');
  const before = excepted < 0 ? numbers(tokens) : numbers(tokens.slice(0, excepted));
  // "Selain nomor 2 buang semua": the numbers stand behind the word of exception.
  const except = excepted < 0 ? [] : numbers(tokens.slice(excepted));
  if (strange || before.length > 0 || (excepted >= 0 && except.length === 0) || (isOff && all))
    return { ...NOBODY, isOff: false };
  return { items: [], all: true, isRest: rest, except, isOff };
}
