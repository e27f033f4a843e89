/**
 * A file that goes along with a letter, as a part of the message: small ones whole, large ones read while they are sent. A raw mail
 * travels as it is where every server would take it (RFC 2046 5.2.1 forbids to encode message/rfc822), else as a file that clients open
 * as a mail; what stands in a raw mail in base64 already goes on without being decoded.
 */
import { closeSync, createReadStream, fstatSync, openSync, readSync } from 'node:fs';
import type { FileContent, OutgoingAttachment } from '../compose/outgoing-mail.ts';
import { BotError } from '../shared/errors.ts';
import { base64Lines, base64Pieces } from './base64-lines.ts';
import { isSevenBitMail } from './seven-bit.ts';

export interface AttachedFile {
  readonly filename: string;
  readonly contentType: string;
  readonly encoding: '7bit' | 'base64';
  /** The encoded bytes; null for a file too large to hold. */
  readonly whole: Uint8Array | null;
  /** The same, piece by piece. Nothing is opened before the first is asked for: a letter in a queue must not hold a descriptor. */
  pieces(): AsyncIterable<Uint8Array | string>;
}

/** A larger file (512 KiB) is read while it is sent. */
const MOST_WHOLE_BYTES = 512 * 1024;

/** @throws {BotError} E_MESSAGE_UNREADABLE when the file is not there or may not be read; what the system says when reading breaks */
export async function attachedFile({ filename, contentType, content }: OutgoingAttachment): Promise<AttachedFile> {
  const source = sourceOf(content, smallBytes(content, filename));
  const isMail = contentType.startsWith('message/');
  const asItIs = isMail && (await isSevenBit(content, source));
  const isReady = asItIs || 'base64' in content;
  return {
    filename,
    contentType: isMail && !asItIs ? 'application/octet-stream' : contentType,
    encoding: asItIs ? '7bit' : 'base64',
    whole: source.bytes && (isReady ? source.bytes : Buffer.from(base64Lines(source.bytes), 'latin1')),
    pieces: () => (isReady ? source.read() : base64Pieces(source.read())),
  };
}

interface Source {
  /** Null for what is too large to hold. */
  readonly bytes: Uint8Array | null;
  read(): AsyncIterable<Uint8Array>;
}

function sourceOf(content: FileContent, bytes: Uint8Array | null): Source {
  return { bytes, read: () => (bytes ? asyncOf([bytes]) : readFrom(content)) };
}

async function* asyncOf<Item>(items: Iterable<Item>): AsyncGenerator<Item> {
  yield* items;
}

async function* readFrom(content: FileContent): AsyncGenerator<Uint8Array> {
  if ('bytes' in content) yield content.bytes;
  else if ('base64' in content)
    yield* createReadStream(content.path, { ...content.base64, end: content.base64.end - 1 });
  else yield* createReadStream(content.path);
}

/** Null where there are too many. Read at once, in the thread of letters: a handful of waits for another thread cost more than the bytes do. */
function smallBytes(content: FileContent, filename: string): Uint8Array | null {
  if ('bytes' in content) return content.bytes.length > MOST_WHOLE_BYTES ? null : content.bytes;
  const file = opened(content.path, filename);
  try {
    const { start, end } = 'base64' in content ? content.base64 : { start: 0, end: fstatSync(file).size };
    return end - start > MOST_WHOLE_BYTES ? null : readSpan(file, start, end);
  } finally {
    closeSync(file);
  }
}

function opened(path: string, filename: string): number {
  try {
    return openSync(path, 'r');
  } catch (cause) {
    const message = `the attachment ${filename} cannot be read from the store of raw mails`;
    throw new BotError('E_MESSAGE_UNREADABLE', message, { cause });
  }
}

function readSpan(file: number, start: number, end: number): Uint8Array {
  const bytes = Buffer.alloc(end - start);
  for (let filled = 0; filled < bytes.length;) {
    const bytesRead = readSync(file, bytes, filled, bytes.length - filled, start + filled);
    if (bytesRead === 0) return bytes.subarray(0, filled);
    filled += bytesRead;
  }
  return bytes;
}

async function isSevenBit(content: FileContent, source: Source): Promise<boolean> {
  const known = 'isSevenBit' in content ? content.isSevenBit : undefined;
  return known ?? isSevenBitMail(source.read());
}
