/**
 * Whether an evidence file is as it was written, without network, secret or database: the chain of hashes, each attachment, the pages,
 * and every byte between them. Reads from front to end with bounded memory; the file may be anything.
 */
import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { chunksOf } from './file-chunks.ts';
import { checkSeal, manifestFaults, readManifest, type Manifest, type SealVerdict } from './manifest.ts';
import type { Sealer } from '../mark.ts';
import { piecesOf, readBase, type Piece } from './pieces.ts';

export interface EvidenceReport {
  /** Empty when all is as it was written. */
  readonly problems: readonly string[];
  readonly ticket: string | null;
  readonly madeAt: string | null;
  readonly entries: number;
  readonly files: number;
  /** `unchecked` without the office's secret. */
  readonly seal: SealVerdict | 'unchecked';
}

const TAIL = 1024;
/** A year of daily letters is some hundred kilobytes. */
const LARGEST_MANIFEST = 64 * 1024 * 1024;
const CHUNK = 256 * 1024;
const FOREIGN = 'this is no evidence file of Loket, or another program has saved it anew';

/** @throws {Error} when the file cannot be read */
export async function verifyEvidence(path: string, sealer: Sealer | null): Promise<EvidenceReport> {
  const file = await open(path, 'r');
  try {
    const opened = await openEvidence(file);
    if (typeof opened === 'string') return refusal(opened);
    return await report(file, opened, sealer);
  } finally {
    await file.close();
  }
}

interface Opened {
  readonly size: number;
  readonly manifest: Manifest;
  readonly manifestBytes: Buffer;
  readonly pages: number;
}

async function openEvidence(file: FileHandle): Promise<Opened | string> {
  const { size } = await file.stat();
  const pages = await pagesLength(file, size);
  if (pages === null || pages > size) return FOREIGN;
  const head = (await read(file, pages, 512)).toString('latin1');
  const [start, length] = /^\n\d+ 0 obj\n<< [^\n]{1,300} \/Length (\d{1,9}) >>\nstream\n/.exec(head) ?? [];
  if (start === undefined || Number(length) > LARGEST_MANIFEST) return FOREIGN;
  const manifestBytes = await read(file, pages + start.length, Number(length));
  const manifest = readManifest(manifestBytes);
  return manifest === null
    ? 'the history in it (riwayat.json) cannot be read'
    : { size, manifest, manifestBytes, pages };
}

/** As the trailer says; where it is cut off, the pages end before the first object that is ours. */
async function pagesLength(file: FileHandle, size: number): Promise<number | null> {
  const tail = (await read(file, Math.max(0, size - TAIL), TAIL)).toString('latin1');
  const [, told] = /\/LoketPages (\d{1,12})\b/.exec(tail) ?? [];
  if (told !== undefined) return Number(told);
  const mark = Buffer.from('\n%%EOF\n');
  for (let at = 0; at < size; at += CHUNK) {
    const found = (await read(file, at, CHUNK + mark.length)).indexOf(mark);
    if (found >= 0) return at + found + mark.length - 1;
  }
  return null;
}

async function report(file: FileHandle, opened: Opened, sealer: Sealer | null): Promise<EvidenceReport> {
  const { manifest } = opened;
  const seal = sealer === null ? 'unchecked' : checkSeal(manifest, sealer);
  const problems = [
    ...manifestFaults(manifest).map((fault) => describeFault(manifest, fault)),
    ...(seal === 'not-ours' ? ['the seal is not that of this office: somebody else has made or remade this file'] : []),
    ...(await pagesProblems(file, opened)),
    ...(await pieceProblems(file, opened)),
  ];
  const { ticket, madeAt } = manifest.head.content;
  return { problems, ticket, madeAt, entries: manifest.entries.length, files: manifest.files.length, seal };
}

function refusal(problem: string): EvidenceReport {
  return { problems: [problem], ticket: null, madeAt: null, entries: 0, files: 0, seal: 'unchecked' };
}

function describeFault(manifest: Manifest, { part, at, why }: ReturnType<typeof manifestFaults>[number]): string {
  if (part === 'last') return 'the chain does not end as it was closed: a last link or the pages were exchanged';
  if (part === 'head') return 'the head (ticket, office, summary) was changed';
  const what =
    part === 'file'
      ? `attachment ${manifest.files[at]?.content.name ?? at + 1}`
      : `entry ${at + 1} (${manifest.entries[at]?.content.at ?? ''}, ${manifest.entries[at]?.content.title ?? ''})`;
  return why === 'changed'
    ? `${what} was changed: it does not fit its hash`
    : `the chain is broken before ${what}: a link is missing, added or moved`;
}

async function pagesProblems(file: FileHandle, { manifest, pages, size }: Opened): Promise<readonly string[]> {
  const { sha256, length } = await hashRange(file, 0, Math.min(pages, size));
  return sha256 === manifest.pages.sha256 && length === manifest.pages.bytes
    ? []
    : ['the pages were changed: what they show is not what was written'];
}

/** Compares everything behind the pages with what it has to be. */
async function pieceProblems(
  file: FileHandle,
  { manifest, manifestBytes, pages, size }: Opened,
): Promise<readonly string[]> {
  const base = readBase((await read(file, Math.max(0, pages - TAIL), Math.min(TAIL, pages))).toString('latin1'), pages);
  if (base === null) return ['the pages do not end as they were written'];
  const files = manifest.files.map(({ content }) => content);
  const problems: string[] = [];
  let at = pages;
  let isFramed = true;
  for (const piece of piecesOf(base, manifestBytes, files)) {
    const length = piece.kind === 'bytes' ? piece.bytes.length : piece.length;
    const told = await pieceProblem(file, piece, { at, size, files });
    // One fault in the frame is enough: what was cut or shifted differs to the end.
    if (told !== null && (piece.kind === 'file' || isFramed)) problems.push(told);
    if (told !== null && piece.kind === 'bytes') isFramed = false;
    at += length;
  }
  return size > at ? [...problems, `${size - at} bytes were added behind its end`] : problems;
}

interface Spot {
  readonly at: number;
  readonly size: number;
  readonly files: readonly { readonly name: string; readonly sha256: string }[];
}

async function pieceProblem(file: FileHandle, piece: Piece, { at, size, files }: Spot): Promise<string | null> {
  if (piece.kind === 'bytes') {
    if (at + piece.bytes.length > size) return `the file is cut off at byte ${size}`;
    return (await read(file, at, piece.bytes.length)).equals(piece.bytes)
      ? null
      : `the frame of the file was changed at byte ${at}`;
  }
  const name = files[piece.index]?.name ?? '';
  if (at + piece.length > size) return `attachment ${name} is missing or cut off`;
  const { sha256 } = await hashRange(file, at, piece.length);
  return sha256 === files[piece.index]?.sha256 ? null : `attachment ${name} was changed: it does not fit its hash`;
}

async function hashRange(file: FileHandle, from: number, length: number): Promise<{ sha256: string; length: number }> {
  const hash = createHash('sha256');
  let done = 0;
  for await (const chunk of chunksOf(file, from, length)) {
    hash.update(chunk);
    done += chunk.length;
  }
  return { sha256: hash.digest('hex'), length: done };
}

async function read(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  let done = 0;
  while (done < length) {
    const { bytesRead } = await file.read(buffer, done, length - done, at + done);
    if (bytesRead === 0) break;
    done += bytesRead;
  }
  return buffer.subarray(0, done);
}
