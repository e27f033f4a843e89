/**
 * Files in base64 as programs write them: lines of one length, nothing between them. Decoded by the engine itself a few hundred lines
 * at a time, some ten times as fast as a stream of chunks; anything that looks different is left to the parser.
 */

export interface Span {
  readonly start: number;
  readonly end: number;
}

const CR = 13;
const LF = 10;
/** What fits into the processor's cache is decoded fastest. */
const PIECE_BYTES = 40 * 1024;
/** RFC 5322 §2.1.1. */
const LONGEST_LINE = 998;

/**
 * @param take gets the content piece by piece; a piece is overwritten by the next one
 * @returns whether all of it is such base64; when not, what was taken is worth nothing
 */
export function decodeBase64Lines(raw: Buffer, { start, end }: Span, take: (piece: Buffer) => void): boolean {
  const width = lineWidth(raw, start, end);
  // These two are base64 to the engine, but not to RFC 2045.
  if (width === null || raw.subarray(start, end).includes('-') || raw.subarray(start, end).includes('_')) return false;
  const lines = Math.max(1, Math.floor(PIECE_BYTES / (width + 2)));
  const step = lines * (width + 2);
  const scratch = Buffer.allocUnsafe(step);
  let at = start;
  while (at + step <= end && hasEvenLines(raw, at, { width, lines })) {
    const length = scratch.write(raw.toString('latin1', at, at + step), 'base64');
    if (length !== (lines * width * 3) / 4) break;
    take(scratch.subarray(0, length));
    at += step;
  }
  return decodeRest(raw, { start: at, end }, take);
}

/** Null where the first line is none of a file in base64. */
function lineWidth(raw: Buffer, start: number, end: number): number | null {
  const width = raw.indexOf(LF, start) - 1 - start;
  return width >= 4 && width <= LONGEST_LINE && width % 4 === 0 && start + width < end ? width : null;
}

function hasEvenLines(raw: Buffer, at: number, of: { readonly width: number; readonly lines: number }): boolean {
  for (let line = 0, mark = at + of.width; line < of.lines; line += 1, mark += of.width + 2)
    if (raw[mark] !== CR || raw[mark + 1] !== LF) return false;
  return true;
}

/** The last lines: a shorter one, padding, empty lines. */
function decodeRest(raw: Buffer, { start, end }: Span, take: (piece: Buffer) => void): boolean {
  if (end - start > 2 * PIECE_BYTES) return false;
  const lines = raw.toString('latin1', start, end).split('\r\n');
  const text = lines.join('');
  if (text.length % 4 !== 0 || lines.some((line) => line.length > LONGEST_LINE)) return false;
  const piece = Buffer.from(text, 'base64');
  const padding = text.endsWith('==') ? 2 : Number(text.endsWith('='));
  // The engine passes over what is no base64 and stops at padding.
  if (piece.length !== (text.length * 3) / 4 - padding) return false;
  if (piece.length > 0) take(piece);
  return true;
}
