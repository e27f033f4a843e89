/**
 * Which runs of up to three letters, and which whole words, a text holds, gathered in one pass. A pattern that needs another one cannot be found there, and to
 * see this costs a hundredth of looking for it. Letters go by their places in a small alphabet: a capital is its small letter, any digit
 * is one, any space is one, all that is not ASCII is one. So a text may seem to hold what it does not, but never lacks what it holds.
 */
import { ordinals } from '../model/numbers.ts';

/** Beside a word: the place where a word begins or ends, `\b` of a pattern. */
export const EDGE = 0;
const DIGIT = 27;
const SPACE = 28;
const STRANGE = 29;
const FIRST_MARK = 30;
/** Behind the alphabet; a run of fewer than three letters is filled up with it. */
const NOTHING = 63;

const ASCII: readonly number[] = asciiPlaces();
const PLACES = Uint8Array.from(ASCII);
/** 1 for what is of a word, as `\w` has it. */
const WORD = Uint8Array.from({ length: 64 }, (_, place) => (isOfWord(place) ? 1 : 0));
/** Spaces outside of ASCII, as `\s` has them. */
const SPACES = /\s/;
/** Case folding makes these two an s and a k. */
const LONG_S = 0x17f;
const KELVIN = 0x212a;

/** 4 KB for the runs of a text: of those that a mail of a thousand letters does not hold one in twenty seems to be there. */
const RUN_BITS = 15;
/** And 2 KB for its words, which are few: hardly one seems to be there that is not, however many a pattern asks for one of. */
const WORD_BITS = 14;
const SIZE = (2 ** RUN_BITS + 2 ** WORD_BITS) / 32;
const SPREAD = 0x9e_37_79_b1;

/** One bit for each run, and behind these one for each word. */
export type Letters = Int32Array;

/** Of a text of which nothing is known. */
export function allLetters(): Letters {
  return new Int32Array(SIZE).fill(-1);
}

export function lettersOf(text: string): Letters {
  const held = ordinals(SIZE);
  // The last letters, the newest in the lowest six bits.
  let last = ALL_NOTHING;
  let wasWord = 0;
  let wasEdge = 0;
  let word = NO_WORD;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === LONG_S || code === KELVIN) return allLetters();
    const here = code < 128 ? (PLACES[code] ?? STRANGE) : placeOf(code);
    const isWord = WORD[here] ?? 0;
    const isEdge = isWord ^ wasWord;
    last = ((last << 6) | here) & THREE;
    hold(held, last);
    hold(held, ((last & TWO) << 6) | NOTHING);
    hold(held, (here << 12) | (NOTHING << 6) | NOTHING);
    if ((isEdge | wasEdge) !== 0) holdEdges(held, last, isEdge, wasEdge);
    if (isEdge > isWord) note(held, ofWord(word));
    word = isWord === 0 ? NO_WORD : wordWith(word, here);
    wasWord = isWord;
    wasEdge = isEdge;
  }
  holdEdges(held, ((last << 6) | NOTHING) & THREE, wasWord, wasEdge);
  if (wasWord === 1) note(held, ofWord(word));
  return held;
}

/**
 * @param last three letters
 * @param isEdge 1 where a word begins or ends between the second and the third
 * @param wasEdge 1 where one does between the first and the second
 */
function holdEdges(held: Letters, last: number, isEdge: number, wasEdge: number): void {
  const [second, third] = [(last >>> 6) & ONE, last & ONE];
  if (wasEdge !== 0) hold(held, (EDGE << 12) | (last & TWO));
  if (isEdge === 0) return;
  hold(held, (second << 12) | (EDGE << 6) | NOTHING);
  hold(held, (EDGE << 12) | (third << 6) | NOTHING);
  hold(held, ((last >>> 6) << 6) | EDGE);
  if (wasEdge !== 0) hold(held, (EDGE << 12) | (second << 6) | EDGE);
}

function hold(held: Letters, letters: number): void {
  note(held, spread(letters));
}

function note(held: Letters, bit: number): void {
  const at = bit >>> 5;
  held[at] = (held[at] ?? 0) | (1 << (bit & 31));
}

const ONE = 63;
const TWO = 0xf_ff;
const THREE = 0x3_ff_ff;
const ALL_NOTHING = THREE;

/** Of letters in a row, each by its place: what a text that holds them all in this order holds, whole words first. */
export function runsOf(places: readonly number[]): readonly number[] {
  const [one = NOTHING, two = NOTHING, three = NOTHING] = places;
  if (places.length < 3) return [runOf(one, two, three)];
  const isInWord = places.map(() => false);
  const words: number[] = [];
  for (let from = 0; from < places.length; from += 1) {
    // It is whole between two places that are of no word.
    if (isOfWord(places[from] ?? EDGE)) continue;
    const to = places.findIndex((place, at) => at > from && !isOfWord(place));
    if (to - from < 2) continue;
    words.push(ofWord(places.slice(from + 1, to).reduce(wordWith, NO_WORD)));
    isInWord.fill(true, from + 1, to);
  }
  const isEdgeOrIn = (at: number): boolean => isInWord[at] === true || places[at] === EDGE;
  const others = places.slice(2).flatMap((place, at) => {
    const isTold = [at, at + 1, at + 2].every(isEdgeOrIn);
    return isTold ? [] : [runOf(places[at] ?? NOTHING, places[at + 1] ?? NOTHING, place)];
  });
  return [...words, ...others];
}

/** Behind all runs of three. */
const NO_WORD = 0x4_00_00;

/** A word with one more letter, of whatever length, as a number. */
function wordWith(word: number, place: number): number {
  return (Math.imul(word, 31) + place) | NO_WORD;
}

export function placeOf(code: number): number {
  if (code < 128) return PLACES[code] ?? STRANGE;
  return SPACES.test(String.fromCharCode(code)) ? SPACE : STRANGE;
}

function runOf(one: number, two: number, three: number): number {
  return spread((one << 12) | (two << 6) | three);
}

function ofWord(word: number): number {
  return 2 ** RUN_BITS + (Math.imul(word, SPREAD) >>> (32 - WORD_BITS));
}

function spread(letters: number): number {
  return Math.imul(letters, SPREAD) >>> (32 - RUN_BITS);
}

function isOfWord(place: number): boolean {
  return (place > EDGE && place <= DIGIT) || place === ASCII['_'.charCodeAt(0)];
}

function asciiPlaces(): readonly number[] {
  let mark = FIRST_MARK;
  return Array.from({ length: 128 }, (_, code) => {
    const letter = String.fromCharCode(code).toLowerCase();
    if (/[a-z]/.test(letter)) return letter.charCodeAt(0) - 96;
    if (/\d/.test(letter)) return DIGIT;
    if (/\s/.test(letter)) return SPACE;
    return code < 32 || code === 127 ? STRANGE : mark++;
  });
}
