/**
 * What a text has to hold for a pattern to be found in it, read off the pattern itself: of "\b(?:besok|lusa) jam" either "besok jam" or
 * "lusa jam". It is less than the pattern asks for and never more: what stands in a class of many letters, may be missing or must not be
 * there asks for nothing. So a word added to a pattern cannot be forgotten here.
 */
import { EDGE, placeOf, runsOf } from './letters.ts';
import { allOf, anyOf, questionsOf, runHeld, type Need, type Needs } from './needs.ts';

export function needsOf({ source }: RegExp): Needs {
  return questionsOf(needOfPiece(alternatives(source, 0).piece));
}

/** Letters by their places in the alphabet of letters.ts, as a string of them. */
type Literal = string;

/** Part of a pattern. */
interface Piece {
  /** All that it may be where that is little, else null. */
  readonly exact: readonly Literal[] | null;
  /** With one of these it begins, or null where that is not known. */
  readonly starts: readonly Literal[] | null;
  /** What it needs besides. */
  readonly needs: Need | null;
}

interface Read {
  readonly piece: Piece;
  /** Where the next part of the source begins. */
  readonly to: number;
}

const ZERO_WIDTH: Piece = exactly(['']);
const ANYTHING: Piece = { exact: null, starts: null, needs: null };
/** As many literals may be put together out of parts in a row. */
const MOST_JOINED = 64;
/** As many may stand side by side: names of places are many. */
const MOST_BESIDE = 200;
/** Members of a class that are told apart. */
const MOST_OF_CLASS = 4;

function alternatives(source: string, from: number): Read {
  const pieces: Piece[] = [];
  let to = from;
  for (;;) {
    const read = sequence(source, to);
    pieces.push(read.piece);
    to = read.to;
    if (source[to] !== '|') return { piece: oneOf(pieces), to };
    to += 1;
  }
}

function oneOf(pieces: readonly Piece[]): Piece {
  const [first] = pieces;
  if (pieces.length === 1 && first !== undefined) return first;
  const exact = [...new Set(pieces.flatMap((piece) => piece.exact ?? []))];
  const isExact = pieces.every((piece) => piece.exact !== null) && exact.length <= MOST_BESIDE;
  if (isExact && pieces.every((piece) => piece.needs === null)) return exactly(exact);
  const needs = pieces.map(needOfPiece);
  const starts = [...new Set(pieces.flatMap((piece) => piece.starts ?? ['']))];
  return {
    exact: isExact ? exact : null,
    starts: isExact ? exact : starts.includes('') || starts.length > MOST_BESIDE ? null : starts,
    needs: needs.includes(null) ? null : anyOf(needs.filter((one) => one !== null)),
  };
}

function sequence(source: string, from: number): Read {
  const row = new Row();
  let to = from;
  while (to < source.length && source[to] !== '|' && source[to] !== ')') {
    const atom = atomAt(source, to);
    const { pieces, to: next } = repeated(atom.piece, source, atom.to);
    for (const piece of pieces) row.add(piece);
    to = next;
  }
  return { piece: row.piece(), to };
}

/** Parts of a pattern one behind the other. */
class Row {
  /** What the parts may be since the last of which this is not known. */
  #joined: readonly Literal[] = [''];
  #starts: readonly Literal[] | null = null;
  readonly #needs: Need[] = [];

  add({ exact, starts, needs }: Piece): void {
    if (needs !== null) this.#needs.push(needs);
    if (starts === null) this.#part(['']);
    else if (mayJoin(this.#joined, starts)) this.#joined = product(this.#joined, starts);
    else {
      // Of many the last letters alone are told with what follows.
      const ends = [...new Set(this.#joined.map((one) => one.slice(-2)))];
      this.#part(mayJoin(ends, starts) ? product(ends, starts) : starts);
    }
    if (exact === null && starts !== null) this.#part(['']);
  }

  piece(): Piece {
    if (this.#starts === null)
      return { ...exactly(this.#joined), needs: this.#needs.length === 0 ? null : allOf(this.#needs) };
    const starts = this.#starts;
    this.#part(['']);
    return { exact: null, starts, needs: this.#needs.length === 0 ? null : allOf(this.#needs) };
  }

  #part(joined: readonly Literal[]): void {
    this.#starts ??= this.#joined;
    this.#needs.push(...[needOfLiterals(this.#joined)].filter((one) => one !== null));
    this.#joined = joined;
  }
}

function exactly(literals: readonly Literal[]): Piece {
  return { exact: literals, starts: literals, needs: null };
}

/** One more letter in front or behind makes none more of them. */
function mayJoin(before: readonly Literal[], behind: readonly Literal[]): boolean {
  const few = before.length === 1 || behind.length === 1 ? MOST_BESIDE : MOST_JOINED;
  return before.length * behind.length <= few;
}

function product(before: readonly Literal[], behind: readonly Literal[]): readonly Literal[] {
  const [only] = behind;
  if (behind.length === 1 && only !== undefined) return before.map((one) => one + only);
  return [...new Set(before.flatMap((one) => behind.map((other) => one + other)))];
}

const QUANTIFIER = /(?:[*+?]|\{(\d+)(,?)(\d*)\})\??/y;

/** The piece as often as it has to stand there, and what may follow of it. */
function repeated(
  piece: Piece,
  source: string,
  at: number,
): { readonly pieces: readonly Piece[]; readonly to: number } {
  if (!'*+?{'.includes(source[at] ?? ' ')) return { pieces: [piece], to: at };
  QUANTIFIER.lastIndex = at;
  const match = QUANTIFIER.exec(source);
  if (match === null) return { pieces: [piece], to: at };
  const [whole, least, comma, last] = match;
  const min = whole.startsWith('+') ? 1 : Number(least ?? 0);
  const max = whole.startsWith('?')
    ? 1
    : least === undefined
      ? Infinity
      : comma === ''
        ? min
        : Number(last || Infinity);
  const to = at + whole.length;
  const { exact } = piece;
  if (exact !== null && piece.needs === null && (max === 1 || (exact.length === 1 && max <= FEW))) {
    const [one = ''] = exact;
    const times = Array.from({ length: max - min + 1 }, (_, more) => one.repeat(min + more));
    return { pieces: [exactly(max === 1 && min === 0 ? [...new Set(['', ...exact])] : times)], to };
  }
  return { pieces: min === 0 ? [ANYTHING] : [piece, ANYTHING], to };
}

/** "\d{1,3}" is told apart by its length. */
const FEW = 3;

function atomAt(source: string, at: number): Read {
  const letter = source[at] ?? '';
  if (letter === '(') return group(source, at);
  if (letter === '[') return ofClass(source, at);
  if (letter === '\\') return escaped(source, at);
  if (letter === '.') return { piece: ANYTHING, to: at + 1 };
  if (letter === '^' || letter === '$') return { piece: ZERO_WIDTH, to: at + 1 };
  return { piece: literal(placeOf(source.charCodeAt(at))), to: at + 1 };
}

const GROUP = /\((?:\?(?:<?([=!])|:|<[^>]+>))?/y;

/** What is looked for ahead or behind has to be there, too; what must not be there asks for nothing. */
function group(source: string, at: number): Read {
  GROUP.lastIndex = at;
  const [opening = '', look] = GROUP.exec(source) ?? [];
  const { piece, to } = alternatives(source, at + opening.length);
  if (look === '!') return { piece: ZERO_WIDTH, to: to + 1 };
  return { piece: look === '=' ? { ...ZERO_WIDTH, needs: needOfPiece(piece) } : piece, to: to + 1 };
}

function ofClass(source: string, at: number): Read {
  const places = new Set<number>();
  let isOpen = source[at + 1] === '^';
  let to = at + (isOpen ? 2 : 1);
  while (source[to] !== ']') {
    const member = memberAt(source, to);
    if (member.places === null) isOpen = true;
    for (const place of member.places ?? []) places.add(place);
    to = member.to;
  }
  const isFew = !isOpen && places.size <= MOST_OF_CLASS;
  return { piece: isFew ? exactly([...places].map(written)) : ANYTHING, to: to + 1 };
}

interface Member {
  /** Null where they are many. */
  readonly places: readonly number[] | null;
  readonly to: number;
}

function memberAt(source: string, at: number): Member {
  const first = codeAt(source, at);
  if (first.code === null) return { places: first.places, to: first.to };
  if (source[first.to] !== '-' || source[first.to + 1] === ']') return { places: [placeOf(first.code)], to: first.to };
  const last = codeAt(source, first.to + 1);
  const length = (last.code ?? Infinity) - first.code + 1;
  if (length > MOST_IN_RANGE) return { places: null, to: last.to };
  return { places: Array.from({ length }, (_, more) => placeOf((first.code ?? 0) + more)), to: last.to };
}

const MOST_IN_RANGE = 128;

interface Code extends Member {
  /** Null for a whole class of letters. */
  readonly code: number | null;
}

const ESCAPE = /\\(?:u([\da-f]{4})|x([\da-f]{2})|([pP])\{[^}]*\}|k<[^>]+>|.)/iy;
const DIGITS: readonly number[] = [placeOf('0'.charCodeAt(0))];
const SPACES: readonly number[] = [placeOf(' '.charCodeAt(0))];
const CONTROLS: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', f: '\f', v: '\v' };

/** A letter of a pattern, escaped or not, or a class that stands for one. */
function codeAt(source: string, at: number): Code {
  if (source[at] !== '\\') return { code: source.charCodeAt(at), places: null, to: at + 1 };
  ESCAPE.lastIndex = at;
  const [whole = '\\', long, short] = ESCAPE.exec(source) ?? [];
  const to = at + whole.length;
  const hex = long ?? short;
  if (hex !== undefined) return { code: Number.parseInt(hex, 16), places: null, to };
  const name = whole[1] ?? '';
  if (name === 'd') return { code: null, places: DIGITS, to };
  if (name === 's') return { code: null, places: SPACES, to };
  if (/[DSwWpPk0-9]/.test(name)) return { code: null, places: null, to };
  return { code: (CONTROLS[name] ?? name).charCodeAt(0), places: null, to };
}

function escaped(source: string, at: number): Read {
  const name = source[at + 1] ?? '';
  if (name === 'b') return { piece: literal(EDGE), to: at + 2 };
  if (name === 'B') return { piece: ZERO_WIDTH, to: at + 2 };
  const { code, places, to } = codeAt(source, at);
  if (code !== null) return { piece: literal(placeOf(code)), to };
  return { piece: places === null ? ANYTHING : exactly(places.map(written)), to };
}

function literal(place: number): Piece {
  return exactly([written(place)]);
}

function written(place: number): Literal {
  return String.fromCharCode(place);
}

function needOfPiece({ exact, needs }: Piece): Need | null {
  const own = exact === null ? null : needOfLiterals(exact);
  if (own === null || needs === null) return own ?? needs;
  return allOf([own, needs]);
}

/** One of these has to be there; nothing is asked for where one of them is nothing. */
function needOfLiterals(literals: readonly Literal[]): Need | null {
  const places = literals.map(placesOf);
  return places.some((one) => one.every((place) => place === EDGE)) ? null : oneOfRuns(places.map(runsOf));
}

/** Those that begin alike are asked for their beginning once. */
function oneOfRuns(literals: readonly (readonly number[])[], at = 0): Need {
  const alike = [...Map.groupBy(literals, (runs) => runs[at] ?? 0)].map(([run, ones]): Need => {
    const isEnd = at + 1 >= MOST_RUNS || ones.some(({ length }) => length === at + 1);
    return isEnd ? runHeld(run) : allOf([runHeld(run), oneOfRuns(ones, at + 1)]);
  });
  return anyOf(alike);
}

/** A text that holds so many of a literal has it mostly. */
const MOST_RUNS = 6;

/** The edge of a word between two letters is told by them. */
function placesOf(written: Literal): readonly number[] {
  const places = [...written].map((letter) => letter.charCodeAt(0));
  return places.filter((place, at) => place !== EDGE || at === 0 || at === places.length - 1);
}
