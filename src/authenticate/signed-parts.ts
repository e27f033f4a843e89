/** The two parts of a mail signed in the clear (multipart/signed, RFC 1847 §2.1): what was signed, byte for byte, and the signature. */
import { readParameters, type HeaderFields } from '../parse/header-fields.ts';
import { decodeBody, readEntity, withCanonicalLines } from './mime-entity.ts';

export interface SignedParts {
  /** Header and body of the first part, with the line ends as they were signed. */
  readonly content: Buffer;
  readonly signature: Buffer;
}

const SIGNATURE = /^application\/(?:x-)?pkcs7-signature$/;
/** A signature with the certificates of its authorities has some kilobytes. */
const MOST_SIGNATURE_BYTES = 512 * 1024;
const MOST_HEADER_BYTES = 16 * 1024;
const CR = 0x0d;
const LF = 0x0a;

export function isSignedInTheClear(fields: HeaderFields): boolean {
  const { value, params } = readParameters(fields.first('content-type'));
  return value === 'multipart/signed' && SIGNATURE.test((params.get('protocol') ?? '').toLowerCase());
}

/** Null where it has not just these two parts. */
export function signedParts(fields: HeaderFields, body: Buffer): SignedParts | null {
  const boundary = readParameters(fields.first('content-type')).params.get('boundary') ?? '';
  const [first, second, ...more] = boundary === '' ? [] : partsOf(body, boundary);
  if (first === undefined || second === undefined || more.length > 0 || second.length > 2 * MOST_SIGNATURE_BYTES) {
    return null;
  }
  const part = readEntity(second, MOST_HEADER_BYTES);
  if (part === null || !SIGNATURE.test(readParameters(part.fields.first('content-type')).value)) return null;
  const signature = decodeBody(part.body, part.fields.first('content-transfer-encoding'));
  if (signature === null || signature.length > MOST_SIGNATURE_BYTES) return null;
  return { content: withCanonicalLines(first), signature };
}

/** Between the lines of the boundary; none where the last line is missing. The line end before a boundary belongs to it. */
function partsOf(body: Buffer, boundary: string): readonly Buffer[] {
  const parts: Buffer[] = [];
  const delimiter = Buffer.from(`--${boundary}`, 'utf8');
  let start: number | null = null;
  for (let at = body.indexOf(delimiter); at >= 0; at = body.indexOf(delimiter, at + 1)) {
    const isLine = at === 0 || body[at - 1] === LF;
    const after = body.subarray(at + delimiter.length, at + delimiter.length + 2).toString('latin1');
    if (!isLine || !/^(?:--|[\r\n \t]|$)/.test(after)) continue;
    if (start !== null) parts.push(body.subarray(start, Math.max(start, lineEndBefore(body, at))));
    if (after === '--') return parts;
    const newline = body.indexOf(LF, at);
    if (newline < 0) return [];
    start = newline + 1;
  }
  return [];
}

function lineEndBefore(body: Buffer, at: number): number {
  return body[at - 2] === CR ? at - 2 : at - 1;
}
