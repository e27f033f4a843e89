/** The one call to mailparser, with everything off that Loket does not use; attachments are hashed as they stream by. */
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { MailParser, type AttachmentStream, type Headers } from 'mailparser';
import type { Span } from './base64-lines.ts';

export interface DecodedFile {
  readonly claimedName: string;
  readonly declaredType: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly disposition: string;
  readonly contentId: string | null;
  readonly sha256: string;
  readonly sizeBytes: number;
  /** The first bytes, for telling what it is. */
  readonly head: Buffer;
  /** The content, where `keep` asked for it. */
  readonly bytes: Buffer | null;
  /** What its header says under MARK. */
  readonly mark: string | null;
  /** Where it stands in the mail, in base64 that another mail can carry as it is. */
  readonly encoded: Span | null;
}

export interface DecodedMime {
  readonly headers: Headers;
  readonly text: string;
  readonly html: string;
  readonly files: readonly DecodedFile[];
}

/** Whether the content of a file is wanted, from its declared type, name and first chunk. */
export type Keep = (file: { declaredType: string; claimedName: string; start: Buffer }) => boolean;

export const HEAD_BYTES = 64 * 1024;
/** A header field of our own, by which a part is known again (see set-aside.ts). */
export const MARK = 'x-loket-part';
const PIECE_BYTES = 64 * 1024;
const OPTIONS = {
  skipHtmlToText: true,
  skipTextToHtml: true,
  skipTextLinks: true,
  skipImageLinks: true,
  keepDeliveryStatus: true,
  ignoreEmbedded: true,
  checksumAlgo: 'md5',
};

/** @throws {Error} with code EMAXLEN over the parser's own limits */
export function decodeMime(raw: Buffer, keep: Keep): Promise<DecodedMime> {
  return new Promise((resolve, reject) => {
    const parser = new MailParser(OPTIONS);
    const files: Promise<DecodedFile>[] = [];
    let headers: Headers = new Map();
    let text = '';
    let html = '';
    parser.on('headers', (value) => {
      headers = value;
    });
    parser.on('data', (data) => {
      if (data.type === 'attachment') files.push(collectFile(data, keep));
      else {
        text = data.text ?? '';
        html = typeof data.html === 'string' ? data.html : '';
      }
    });
    parser.on('error', reject);
    parser.on('end', () => {
      Promise.all(files).then((collected) => resolve({ headers, text, html, files: collected }), reject);
    });
    Readable.from(piecesOf(raw), { objectMode: false }).pipe(parser);
  });
}

/** Fed whole, a large mail would be held several times over by the streams inside the parser. */
function* piecesOf(raw: Buffer): Generator<Buffer> {
  for (let at = 0; at < raw.length; at += PIECE_BYTES) yield raw.subarray(at, at + PIECE_BYTES);
}

function collectFile(stream: AttachmentStream, keep: Keep): Promise<DecodedFile> {
  const hash = createHash('sha256');
  const chunks: Buffer[] = [];
  const claimedName = typeof stream.filename === 'string' ? stream.filename : '';
  const declaredType = String(stream.contentType ?? '').toLowerCase();
  let sizeBytes = 0;
  let kept: boolean | null = null;
  return new Promise((resolve, reject) => {
    stream.content.on('data', (chunk: Buffer) => {
      kept ??= keep({ declaredType, claimedName, start: chunk });
      if (kept || sizeBytes < HEAD_BYTES) chunks.push(chunk);
      sizeBytes += chunk.length;
      hash.update(chunk);
    });
    stream.content.on('error', reject);
    stream.content.on('end', () => {
      stream.release();
      const bytes = chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
      resolve({
        claimedName,
        declaredType,
        parameters: parametersOf(stream.headers.get('content-type')),
        disposition: String(stream.contentDisposition ?? ''),
        contentId: stream.cid ?? null,
        sha256: hash.digest('hex'),
        sizeBytes,
        head: bytes.subarray(0, HEAD_BYTES),
        bytes: kept === true ? bytes : null,
        mark: markOf(stream.headers.get(MARK)),
        encoded: null,
      });
    });
  });
}

function markOf(value: unknown): string | null {
  return value === undefined ? null : String(value);
}

function parametersOf(value: unknown): Readonly<Record<string, string>> {
  if (typeof value !== 'object' || value === null || !('params' in value)) return {};
  const { params } = value;
  if (typeof params !== 'object' || params === null) return {};
  return Object.fromEntries(Object.entries(params).map(([name, text]) => [name.toLowerCase(), String(text)]));
}
