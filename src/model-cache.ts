/**
 * Keeps what understanding has learnt in a folder, so that a start with the same rules and the same code need not learn it again.
 * A file that is missing, broken or not writable is no fault: it is learnt anew. Written beside and renamed, so that a reader never
 * sees half a file; only the newest few are kept.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { ModelCache } from './understand/model-bytes.ts';

const MOST = 4;
const SUM_BYTES = 4;
const NAME = /^model-[0-9a-f-]+\.bin$/;
const CODE = join(import.meta.dirname, 'understand');

/** @param dir is made when something is kept, its parent is not */
export function modelCacheIn(dir: string): ModelCache {
  const fileOf = (key: string): string => join(dir, `model-${codeVersion()}-${key}.bin`);
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
    forgetOldest(dir);
  } catch {
    rmSync(half, { force: true });
  }
}

function forgetOldest(dir: string): void {
  const kept = readdirSync(dir)
    .filter((name) => NAME.test(name))
    .map((name) => ({ path: join(dir, name), written: statSync(join(dir, name)).mtimeMs }))
    .toSorted((left, right) => right.written - left.written);
  for (const { path } of kept.slice(MOST)) rmSync(path, { force: true });
}

let version: string | null = null;

/** Hash over the code that learns; other code would learn something else from the same rules. */
function codeVersion(): string {
  if (version !== null) return version;
  const hash = createHash('sha256').update(`${process.version} ${process.arch}`);
  for (const name of readdirSync(CODE).toSorted()) hash.update(name).update(readFileSync(join(CODE, name)));
  version = hash.digest('hex').slice(0, 16);
  return version;
}
