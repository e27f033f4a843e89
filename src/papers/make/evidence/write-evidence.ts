/** Writes an evidence file: pages first, then manifest and attachments, each read from its file while it is written. */
import { createHash } from 'node:crypto';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import type { Sealer } from '../mark.ts';
import { chunksOf } from './file-chunks.ts';
import { writeManifest, type Evidence, type EvidenceFile } from './manifest.ts';
import { piecesOf, readBase } from './pieces.ts';

export interface EvidenceOrder {
  readonly evidence: Evidence;
  /** Where the content of each of `evidence.files` lies, in the same order. */
  readonly paths: readonly string[];
  readonly sealer: Sealer | null;
}

/** Complete or not there: it is written beside its place and moved when it is done. @throws {Error} when an attachment has changed meanwhile */
export async function writeEvidence(path: string, { evidence, paths, sealer }: EvidenceOrder): Promise<void> {
  const { makePages } = await import('./pages.ts');
  const pages = await makePages(evidence);
  const base = readBase(pages.subarray(-1024).toString('latin1'), pages.length);
  if (base === null) throw new Error('the pages of an evidence file end in another way than expected');
  const sum = { bytes: pages.length, sha256: createHash('sha256').update(pages).digest('hex') };
  const { bytes } = writeManifest(evidence, sum, sealer);
  const temporary = `${path}.part`;
  const file = await open(temporary, 'w', 0o600);
  try {
    await file.writeFile(pages);
    for (const piece of piecesOf(base, bytes, evidence.files)) {
      if (piece.kind === 'bytes') await file.writeFile(piece.bytes);
      else await copy(paths[piece.index] ?? '', evidence.files[piece.index], file);
    }
    await file.sync();
    await file.close();
    await rename(temporary, path);
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(temporary, { force: true });
    throw error;
  }
}

/** Size and hash of a file, read once from front to end. */
export async function measureFile(path: string): Promise<Pick<EvidenceFile, 'bytes' | 'sha256'>> {
  const hash = createHash('sha256');
  const bytes = await eachChunk(path, async (chunk) => void hash.update(chunk));
  return { bytes, sha256: hash.digest('hex') };
}

async function copy(path: string, told: EvidenceFile | undefined, to: FileHandle): Promise<void> {
  const bytes = await eachChunk(path, (chunk) => to.writeFile(chunk));
  if (bytes !== told?.bytes) throw new Error(`${path} has changed while it was written into the evidence file`);
}

/** @returns how many bytes it had */
async function eachChunk(path: string, work: (chunk: Buffer) => Promise<void>): Promise<number> {
  const file = await open(path, 'r');
  let bytes = 0;
  try {
    for await (const chunk of chunksOf(file, 0, Infinity)) {
      await work(chunk);
      bytes += chunk.length;
    }
    return bytes;
  } finally {
    await file.close();
  }
}
