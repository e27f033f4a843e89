/**
 * Where the words of a text begin and end: runs of letters, marks and digits, and every pictograph by itself. What a character is, is asked
 * of the Unicode tables once and kept; a text is then gone through without a pattern.
 */
const NEITHER = 1;
const LETTER = 2;
const PICTOGRAPH = 3;
const BASIC = 0x1_00_00;
/** By code point below 65536; 0 is not known yet. */
const kinds = new Uint8Array(BASIC);

/** Position of the first word at or after `from`; the length of the text where there is none. */
export function nextWord(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const point = text.codePointAt(at) ?? 0;
    if (kindOf(point) !== NEITHER) return at;
    at += point < BASIC ? 1 : 2;
  }
  return at;
}

/** Position behind the word that begins at `start`. */
export function endOfWord(text: string, start: number): number {
  let at = start;
  while (at < text.length) {
    const point = text.codePointAt(at) ?? 0;
    if (kindOf(point) !== LETTER) return at > start ? at : at + (point < BASIC ? 1 : 2);
    at += point < BASIC ? 1 : 2;
  }
  return at;
}

function kindOf(point: number): number {
  if (point >= BASIC) return lookUp(point);
  const known = kinds[point] ?? 0;
  if (known !== 0) return known;
  const found = lookUp(point);
  kinds[point] = found;
  return found;
}

function lookUp(point: number): number {
  const character = String.fromCodePoint(point);
  if (/[\p{L}\p{M}\p{N}]/u.test(character)) return LETTER;
  return /\p{Extended_Pictographic}/u.test(character) ? PICTOGRAPH : NEITHER;
}
