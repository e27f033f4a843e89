/**
 * Raw mails as files named by their SHA-256, durable before anything else is done with them: written to `tmp/`, synced, renamed
 * into one of 256 folders, folder synced. The folders exist from the start, so a mail never pays for a new one. The same bytes
 * are kept once.
 */
import { createHash, randomUUID, type Hash } from 'node:crypto';
import { closeSync, fsync, openSync } from 'node:fs';
import { access, mkdir, open, readdir, rename, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { BotError, describeError } from '../shared/errors.ts';
import type { KeptBytes, RawStore } from './mail-source.ts';

/** Files written and synced at once: measured, eight take a third of the time of one. */
const PARALLEL = 8;
/** Tells this process's temporary files from those that a crash left behind. */
const RUN = `${process.pid}-${randomUUID()}`;

interface Written extends KeptBytes {
  readonly temporary: string;
}

/** Nothing is created before the first `keep`, so a program that only reads may make one, too. */
export function makeFileRawStore(dir: string): RawStore {
  const path = (sha256: string): string => join(folderOf(dir, sha256), `${sha256}.eml`);
  const ready = onceUntilFailed(() => prepare(dir));
  let count = 0;
  const publish = async (mails: readonly Written[]): Promise<void> => {
    await inParallel(mails, (mail) => onDisk(() => rename(mail.temporary, path(mail.sha256))));
    await inParallel([...new Set(mails.map((mail) => folderOf(dir, mail.sha256)))], syncFolder);
  };
  const keepAll = async (
    mails: readonly AsyncIterable<Uint8Array>[],
    maxBytes: number,
  ): Promise<readonly KeptBytes[]> => {
    await ready();
    const jobs = mails.map((bytes) => ({ bytes, temporary: join(dir, 'tmp', `${RUN}-${count++}`) }));
    try {
      const written = await inParallel(jobs, (job) => write(job.temporary, job.bytes, maxBytes));
      await publish(written);
      return written.map(({ sha256, sizeBytes, cut }) => ({ sha256, sizeBytes, cut }));
    } catch (error) {
      await Promise.allSettled(jobs.map((job) => rm(job.temporary, { force: true })));
      throw error;
    }
  };

  return {
    path,
    remove: async (sha256) => {
      await onDisk(() => rm(path(sha256), { force: true }));
      if (await exists(folderOf(dir, sha256))) await syncFolder(folderOf(dir, sha256));
    },
    keepMany: (mails, maxBytes) => keepAll(mails.map(onePiece), maxBytes),
    keep: async (bytes, maxBytes) => {
      const [kept] = await keepAll([bytes instanceof Uint8Array ? onePiece(bytes) : bytes], maxBytes);
      if (!kept) throw new Error('one mail in, none out');
      return kept;
    },
  };
}

function folderOf(dir: string, sha256: string): string {
  return join(dir, sha256.slice(0, 2));
}

async function prepare(dir: string): Promise<void> {
  const temporary = join(dir, 'tmp');
  await onDisk(async () => {
    await mkdir(temporary, { recursive: true, mode: 0o700 });
    const present = new Set(await readdir(dir));
    const missing = Array.from({ length: 256 }, (_, index) => index.toString(16).padStart(2, '0')).filter(
      (name) => !present.has(name),
    );
    await inParallel(missing, (name) => mkdir(join(dir, name), { recursive: true, mode: 0o700 }));
    const leftovers = (await readdir(temporary)).filter(isLeftover);
    await inParallel(leftovers, (name) => rm(join(temporary, name), { force: true }));
  });
  await syncFolder(dir);
}

/** A file of a process that is gone, or of an earlier process with our number (in a container it is always the same one). */
function isLeftover(name: string): boolean {
  if (name.startsWith(RUN)) return false;
  const pid = Number(name.split('-')[0]);
  return pid === process.pid || !isAlive(pid);
}

function isAlive(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function write(temporary: string, bytes: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Written> {
  const file = await onDisk(() => open(temporary, 'wx', 0o600));
  try {
    const hash = createHash('sha256');
    const { sizeBytes, cut } = await copy(bytes, { file, hash, maxBytes });
    await onDisk(() => file.datasync());
    await onDisk(() => file.close());
    return { temporary, sha256: hash.digest('hex'), sizeBytes, cut };
  } catch (error) {
    await file.close().catch(() => undefined);
    throw error;
  }
}

async function copy(
  bytes: AsyncIterable<Uint8Array>,
  to: { readonly file: FileHandle; readonly hash: Hash; readonly maxBytes: number },
): Promise<{ readonly sizeBytes: number; readonly cut: boolean }> {
  let sizeBytes = 0;
  for await (const chunk of bytes) {
    const piece = chunk.subarray(0, to.maxBytes - sizeBytes);
    to.hash.update(piece);
    await onDisk(() => to.file.writeFile(piece));
    sizeBytes += piece.length;
    if (piece.length < chunk.length) return { sizeBytes, cut: true };
  }
  return { sizeBytes, cut: false };
}

async function* onePiece(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}

async function exists(folder: string): Promise<boolean> {
  return onDisk(() =>
    access(folder).then(
      () => true,
      () => false,
    ),
  );
}

const synced = promisify(fsync);

/** Only the sync waits for the disk: to open and to close a folder that is in use takes less than to have another thread do it. */
async function syncFolder(folder: string): Promise<void> {
  await onDisk(async () => {
    const handle = openSync(folder, 'r');
    try {
      await synced(handle);
    } finally {
      closeSync(handle);
    }
  });
}

async function onDisk<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new BotError('E_STORAGE', `raw mail could not be stored: ${describeError(error)}`, {
      cause: error,
      facts: { code },
    });
  }
}

/** Waits for all before it rejects, so that nothing is still being written when the caller cleans up. */
async function inParallel<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  const queue = items.entries();
  const worker = async (): Promise<void> => {
    for (const [index, item] of queue) results[index] = await work(item);
  };
  const outcomes = await Promise.allSettled(Array.from({ length: Math.min(PARALLEL, items.length) }, worker));
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
  return results;
}

/** Runs once for all callers; a failure (disk full at start) is tried again by the next one. */
function onceUntilFailed(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  return () => {
    running ??= work().catch((error: unknown) => {
      running = null;
      throw error;
    });
    return running;
  };
}
