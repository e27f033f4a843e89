/**
 * Attachments do not go through the parser: their bodies are set aside, the parser reads the small mail that is left, and what it
 * says of each attachment is put together with its content again. Each is known by a mark in its header; where marks and
 * attachments do not match one to one, the mail is parsed whole.
 */
import { createHash } from 'node:crypto';
import { decodeBase64Lines, type Span } from './base64-lines.ts';
import { HEAD_BYTES, MARK, type DecodedFile, type Keep } from './decode-mime.ts';
import type { Leaf } from './structure.ts';

export interface SetAside {
  /** The mail without the bodies of these files. */
  readonly rest: Buffer;
  readonly files: readonly AsideFile[];
}

interface AsideFile extends Pick<DecodedFile, 'sha256' | 'sizeBytes' | 'head'> {
  /** Where its base64 stands in the mail. */
  readonly encoded: Span;
}

/** Parts that the parser reads as text or takes apart itself. */
const PARSED = /^(?:text|message|multipart)\//;

/** @param bodyStart of the whole mail: what comes before is its header */
export function setAside(raw: Buffer, leaves: readonly Leaf[], bodyStart: number): SetAside {
  const pieces: Buffer[] = [];
  const files: AsideFile[] = [];
  let copied = 0;
  for (const leaf of leaves) {
    const file = leaf.headStart >= bodyStart && isFile(leaf) ? readFile(raw, leaf) : null;
    if (file === null) continue;
    pieces.push(raw.subarray(copied, leaf.headStart), Buffer.from(`${MARK}: ${files.length}\r\n`));
    pieces.push(raw.subarray(leaf.headStart, leaf.bodyStart));
    copied = leaf.bodyEnd;
    files.push(file);
  }
  return { rest: files.length === 0 ? raw : Buffer.concat([...pieces, raw.subarray(copied)]), files };
}

function isFile({ type, encoding, disposition }: Leaf): boolean {
  return encoding === 'base64' && (!PARSED.test(type) || (type.startsWith('text/') && disposition === 'attachment'));
}

function readFile(raw: Buffer, leaf: Leaf): AsideFile | null {
  const encoded = { start: leaf.bodyStart, end: leaf.bodyEnd };
  const hash = createHash('sha256');
  const head: Buffer[] = [];
  let sizeBytes = 0;
  const isWhole = decodeBase64Lines(raw, encoded, (piece) => {
    if (sizeBytes < HEAD_BYTES) head.push(Buffer.from(piece));
    hash.update(piece);
    sizeBytes += piece.length;
  });
  if (!isWhole) return null;
  return { encoded, sha256: hash.digest('hex'), sizeBytes, head: Buffer.concat(head).subarray(0, HEAD_BYTES) };
}

/** All attachments in their order, those set aside with their content; null where some file is missing or there twice. */
export function putBack(
  raw: Buffer,
  { decoded, aside }: { readonly decoded: readonly DecodedFile[]; readonly aside: readonly AsideFile[] },
  keep: Keep,
): readonly DecodedFile[] | null {
  const marks = decoded.flatMap(({ mark }) => mark ?? []);
  if (marks.length !== aside.length || marks.some((mark, index) => mark !== String(index))) return null;
  return decoded.map((file) => {
    const content = file.mark === null ? undefined : aside[Number(file.mark)];
    if (content === undefined) return file;
    const { declaredType, claimedName } = file;
    const isKept = keep({ declaredType, claimedName, start: content.head });
    return { ...file, ...content, bytes: isKept ? contentOf(raw, content) : null };
  });
}

function contentOf(raw: Buffer, { encoded, sizeBytes }: AsideFile): Buffer {
  const bytes = Buffer.allocUnsafeSlow(sizeBytes);
  let at = 0;
  decodeBase64Lines(raw, encoded, (piece) => {
    at += piece.copy(bytes, at);
  });
  return bytes;
}
