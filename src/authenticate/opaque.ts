/**
 * Mail that is signed as one block (application/pkcs7-mime, RFC 8551 §3.5.2): what it says stands within, and nothing of it is secret.
 * Taken out, it is read as if it had been sent in the clear.
 */
import { contentOf, parseSignedData, type SignedData } from '../cms/signed-data.ts';
import type { Structure } from '../parse/structure.ts';
import { decodeBody, pickFields, readEntity } from './mime-entity.ts';

const OPAQUE = /^application\/(?:x-)?pkcs7-mime$/;
/** A mail, or a part of one, begins with a field. */
const BEGINS_LIKE_MAIL = /^[a-z][a-z0-9-]{0,40}:[ \t]/i;
/** A document in such a block is somebody's attachment, even where it begins with a word and a colon. */
const BEGINS_LIKE_PART = /^(?:content-[a-z-]{1,40}|mime-version):/i;
const MOST_HEADER_BYTES = 16 * 1024;

export interface Block {
  readonly cms: SignedData;
  /** What was signed: header and body of a part. */
  readonly content: Buffer;
}

export function isOpaqueType(type: string): boolean {
  return OPAQUE.test(type);
}

/** Null where it is encrypted, broken, or holds no mail. */
export function readBlock(body: Buffer, encoding: string): Block | null {
  const bytes = decodeBody(body, encoding);
  const cms = bytes === null ? null : parseSignedData(bytes);
  const content = cms === null ? null : contentOf(cms);
  if (cms === null || content === null || !BEGINS_LIKE_MAIL.test(startOf(content))) return null;
  return { cms, content };
}

function startOf(content: Buffer): string {
  return content.toString('latin1', 0, 60);
}

/** The mail with such parts opened, where they stand beside others; null where there are none. */
export function openParts(raw: Buffer, { leaves, bodyStart }: Structure): Buffer | null {
  const pieces: Buffer[] = [];
  let copied = 0;
  for (const leaf of leaves) {
    if (leaf.headStart < bodyStart || !OPAQUE.test(leaf.type)) continue;
    const block = readBlock(raw.subarray(leaf.bodyStart, leaf.bodyEnd), leaf.encoding);
    if (block === null || !BEGINS_LIKE_PART.test(startOf(block.content))) continue;
    pieces.push(raw.subarray(copied, leaf.headStart), asPart(block.content));
    copied = leaf.bodyEnd;
  }
  return pieces.length === 0 ? null : Buffer.concat([...pieces, raw.subarray(copied)]);
}

/** No more of its header than says how its body is to be read. */
function asPart(content: Buffer): Buffer {
  const part = readEntity(content, MOST_HEADER_BYTES);
  if (part === null) return Buffer.from('\r\n');
  const fields = pickFields(part.head, (name) => name.startsWith('content-'));
  return Buffer.concat([Buffer.from(`${fields}\r\n`, 'latin1'), part.body, Buffer.from('\r\n')]);
}
