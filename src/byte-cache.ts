/**
 * Keeps in a folder what was made of the rules (values of their files, learnt weights), so that a start with the same rules and the same
 * code need not make it again. A file that is missing, broken or not writable is no fault: it is made anew. Written beside and renamed, so that a reader never
 * sees half a file; only the newest few are kept.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { ByteCache } from './shared/byte-cache.ts';

/** Those in use and those before the last change, to which an edit may be taken back. */
const MOST = 2;
/** Nobody writes that long: who began it was killed. */
const HALF_WRITTEN_MS = 3_600_000;
const SUM_BYTES = 4;
const FOLDERS = ['understand', 'shared'].map((name) => join(import.meta.dirname, name));
/** Names the versions of the packages. */
const PACKAGE = join(import.meta.dirname, '../package.json');

/** @param dir is made when something is kept, its parent is not */
export function byteCacheIn(dir: string): ByteCache {
  const fileOf = (key: string): string => join(dir, `${key}-${codeVersion()}.bin`);
  return { get: (key) => readWhole(fileOf(key)), set: (key, bytes) => keep(dir, fileOf(key), bytes) };
}

function readWhole(file: string): Uint8Array | null {
  try {
    const kept = readFileSync(file);
    const bytes = kept.subarray(SUM_BYTES);
    return kept.length > SUM_BYTES && crc32(bytes) === kept.readUInt32LE(0) ? bytes : null;
  } catch {
    return null;
  }
}

function keep(dir: string, file: string, bytes: Uint8Array): void {
  const half = `${file}.${process.pid}.tmp`;
  try {
    if (!existsSync(dir)) mkdirSync(dir, { mode: 0o700 });
    const sum = Buffer.alloc(SUM_BYTES);
    sum.writeUInt32LE(crc32(bytes));
    writeFileSync(half, Buffer.concat([sum, bytes]), { mode: 0o600 });
    renameSync(half, file);
    forgetOldest(dir, basename(file).replace(/-.*/, '-'));
  } catch {
    rmSync(half, { force: true });
  }
}

function forgetOldest(dir: string, start: string): void {
  const found = readdirSync(dir)
    .filter((name) => name.startsWith(start))
    .map((name) => ({ path: join(dir, name), written: writtenAt(join(dir, name)) }))
    .toSorted((left, right) => right.written - left.written);
  const old = found.filter(({ path }) => path.endsWith('.bin')).slice(MOST);
  const left = found.filter(({ path, written }) => path.endsWith('.tmp') && Date.now() - written > HALF_WRITTEN_MS);
  for (const { path } of [...old, ...left]) rmSync(path, { force: true });
}

/** Another process may have renamed or removed it meanwhile: then it is as new as can be. */
function writtenAt(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Number.POSITIVE_INFINITY;
}

let version: string | null = null;

/** Hash over the code that reads and learns; other code would make something else of the same rules. */
function codeVersion(): string {
  if (version !== null) return version;
  const hash = createHash('sha256').update(`${process.version} ${process.arch}`).update(readFileSync(PACKAGE));
  for (const folder of FOLDERS) {
    for (const name of sourcesIn(folder)) hash.update(name).update(readFileSync(join(folder, name)));
  }
  version = hash.digest('hex').slice(0, 16);
  return version;
}

function sourcesIn(folder: string): readonly string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.ts')).toSorted();
}
