/**
 * Text whose label lies. Programs send windows-1252 without a label or as UTF-8, UTF-8 as ISO-8859-1, and labels that no
 * table knows; the parser would put replacement characters or mojibake in their place. Here the label is set right in the raw
 * bytes before they are parsed once more. Costs nothing for mail whose text came out well.
 */
import { isAscii, isUtf8 } from 'node:buffer';
import type { Leaf, Structure } from './structure.ts';

const REPLACEMENT = '\ufffd';
/** UTF-8 read as a single-byte charset: a lead byte's letter and a continuation byte's. */
const MOJIBAKE =
  /[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u0153\u0160-\u0161\u0178\u017d-\u017e\u0192\u02c6\u02dc\u2013-\u2022\u2026\u2030\u2039-\u203a\u20ac\u2122]/;
const SINGLE_BYTE = /^(?:us-ascii|ascii|iso-?8859-\d{1,2}|latin-?\d|windows-12\d\d|cp-?12\d\d)$/;

/** A header written in windows-1252, without encoded words, turned to UTF-8, which the parser understands there. */
export function withUtf8Header(raw: Buffer, most: number): Buffer {
  const head = raw.subarray(0, headLength(raw, most));
  if (isUtf8(head)) return raw;
  return Buffer.concat([Buffer.from(new TextDecoder('windows-1252').decode(head)), raw.subarray(head.length)]);
}

function headLength(raw: Buffer, most: number): number {
  const head = raw.subarray(0, most);
  return Math.min(head.length, ...['\n\n', '\n\r\n'].map((empty) => head.indexOf(empty)).filter((at) => at >= 0));
}

/** Whether text came out so that its label may be wrong. */
export function looksMislabelled(text: string): boolean {
  return text.includes(REPLACEMENT) || MOJIBAKE.test(text);
}

export interface Relabelled {
  readonly raw: Buffer;
  /** Some part's label was none that is known. */
  readonly unknown: boolean;
}

/** The mail with right charset labels on its text parts, or null where no label needs to change. */
export function relabelTexts(raw: Buffer, structure: Structure): Relabelled | null {
  const pieces: Buffer[] = [];
  let copied = 0;
  let unknown = false;
  for (const leaf of structure.leaves) {
    if (!leaf.type.startsWith('text/')) continue;
    const charset = rightCharset(leaf, raw);
    if (charset === null) continue;
    unknown ||= leaf.charset !== null && !isKnown(leaf.charset);
    pieces.push(
      raw.subarray(copied, leaf.headStart),
      relabelHead(raw.subarray(leaf.headStart, leaf.bodyStart), leaf, charset),
    );
    copied = leaf.bodyStart;
  }
  return copied === 0 && pieces.length === 0
    ? null
    : { raw: Buffer.concat([...pieces, raw.subarray(copied)]), unknown };
}

/** The charset that the bytes are in, where it is another than the label says. */
function rightCharset(leaf: Leaf, raw: Buffer): string | null {
  const bytes = transferDecode(raw.subarray(leaf.bodyStart, leaf.bodyEnd), leaf.encoding);
  const label = leaf.charset ?? 'utf-8';
  if (isAscii(bytes)) return null;
  if (isUtf8(bytes)) return SINGLE_BYTE.test(label) || !isKnown(label) ? 'utf-8' : null;
  return ['utf-8', 'utf8', 'us-ascii', 'ascii'].includes(label) || !isKnown(label) ? 'windows-1252' : null;
}

function isKnown(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== '';
  } catch {
    return false;
  }
}

function transferDecode(body: Buffer, encoding: string): Buffer {
  if (encoding.startsWith('base64')) return Buffer.from(body.toString('latin1'), 'base64');
  return encoding.startsWith('quoted-printable') ? decodeQuotedPrintable(body) : body;
}

function decodeQuotedPrintable(body: Buffer): Buffer {
  const text = body.toString('latin1').replace(/=\r?\n/g, '');
  return Buffer.from(
    text.replace(/=([0-9A-Fa-f]{2})/g, (_match, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
}

/** The content type goes in anew; the other fields of the part stay as they are. */
function relabelHead(head: Buffer, leaf: Leaf, charset: string): Buffer {
  const lines = head.toString('latin1').split(/(?<=\n)/);
  const kept: string[] = [];
  let dropping = false;
  for (const line of lines) {
    if (/^[ \t]/.test(line)) {
      if (dropping) continue;
    } else dropping = /^content-type[ \t]*:/i.test(line);
    if (!dropping) kept.push(line);
  }
  const flowed = /format[ \t]*=[ \t]*"?flowed/i.test(lines.join('')) ? '; format=flowed' : '';
  return Buffer.from(`Content-Type: ${leaf.type}; charset=${charset}${flowed}\r\n${kept.join('')}`, 'latin1');
}
