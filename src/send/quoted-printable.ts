/**
 * Quoted-printable (RFC 2045 6.7) in one pass over the bytes: a letter is made of some ten thousand of them, and letters are what a
 * service desk makes most of. Line ends become CRLF, lines stay within 76 characters, none ends in a space.
 */
const CR = 13;
const LF = 10;
const SPACE = 32;
const TAB = 9;
const EQUALS = 61;
const MAX_LINE = 76;
const LAST_PLACE = MAX_LINE - 1;
const HEX = Buffer.from('0123456789ABCDEF');

/** 1 for a byte that stands for itself wherever it stands in a line. */
const PLAIN = Uint8Array.from({ length: 256 }, (_, byte) => (byte > SPACE && byte < 127 && byte !== EQUALS ? 1 : 0));
/** 1 for a byte that stands for itself within a line. */
const WITHIN = Uint8Array.from(PLAIN, (plain, byte) => (byte === SPACE ? 1 : plain));

export function quotedPrintable(text: string): Buffer {
  const bytes = Buffer.from(text);
  const out = Buffer.allocUnsafe(mostBytes(bytes.length));
  let to = 0;
  let column = 0;
  for (let from = 0; from < bytes.length; from += 1) {
    const run = endOfRun(bytes, from, LAST_PLACE - column);
    column += run - from;
    while (from < run) out[to++] = bytes[from++] ?? 0;
    if (from === bytes.length) break;
    const byte = bytes[from] ?? 0;
    if (PLAIN[byte] === 0 && isLineEnd(bytes, from)) {
      if (byte === CR) from += 1;
      out[to++] = CR;
      out[to++] = LF;
      column = 0;
      continue;
    }
    const isPlain = PLAIN[byte] === 1 || (isBlank(byte) && !endsLine(bytes, from));
    column += isPlain ? 1 : 3;
    // The last place of a line is the soft line break's, unless the line ends here anyway.
    if (column >= MAX_LINE && !(column === MAX_LINE && endsLine(bytes, from))) {
      to = putEquals(out, to, CR, LF);
      column = isPlain ? 1 : 3;
    }
    if (isPlain) out[to++] = byte;
    else to = putEquals(out, to, HEX[byte >> 4] ?? 0, HEX[byte & 15] ?? 0);
  }
  return out.subarray(0, to);
}

/** Nearly all bytes: within a line, and standing for themselves. A space at its end may be one that has to be encoded. */
function endOfRun(bytes: Buffer, from: number, most: number): number {
  const end = Math.min(bytes.length, from + most);
  let at = from;
  while (at < end && WITHIN[bytes[at] ?? 0] === 1) at += 1;
  return at > from && bytes[at - 1] === SPACE ? at - 1 : at;
}

/** Every byte as `=XX`, and a soft line break of three bytes after each 24 of them. */
function mostBytes(length: number): number {
  return length * 3 + (Math.ceil(length / 24) + 1) * 3;
}

function isLineEnd(bytes: Buffer, at: number): boolean {
  return bytes[at] === LF || (bytes[at] === CR && bytes[at + 1] === LF);
}

function endsLine(bytes: Buffer, at: number): boolean {
  return at + 1 === bytes.length || isLineEnd(bytes, at + 1);
}

function isBlank(byte: number): boolean {
  return byte === SPACE || byte === TAB;
}

/** `=XX`, or the soft line break. */
function putEquals(out: Buffer, to: number, second: number, third: number): number {
  out[to] = EQUALS;
  out[to + 1] = second;
  out[to + 2] = third;
  return to + 3;
}
