/**
 * A zip file read entry by entry (yauzl), which office documents are, too. Nothing is unpacked that is longer than it says or than is
 * needed, and never to a disk: names inside an archive choose nothing.
 */
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';

export interface ArchiveEntry {
  readonly name: string;
  readonly sizeBytes: number;
  readonly isLocked: boolean;
}

export interface Archive {
  readonly entries: readonly ArchiveEntry[];
  /** Whether the archive has more entries than are listed. */
  readonly hasMore: boolean;
  /** Null where it is missing, or longer than asked. */
  read(name: string, mostBytes: number): Promise<Buffer | null>;
  /** Chunk by chunk until the answer is false. @returns false where it is missing or broken */
  stream(name: string, onChunk: (chunk: Buffer) => boolean): Promise<boolean>;
}

const MOST_ENTRIES = 1000;

/** @throws {Error} for broken archives */
export async function openArchive(bytes: Buffer): Promise<Archive> {
  const zip = await open(bytes);
  const found = new Map<string, Entry>();
  await listEntries(zip, found);
  return {
    entries: [...found.values()].map((entry) => ({
      name: entry.fileName,
      sizeBytes: entry.uncompressedSize,
      isLocked: entry.isEncrypted(),
    })),
    hasMore: zip.entryCount > MOST_ENTRIES,
    read: async (name, mostBytes) => {
      const entry = found.get(name);
      return entry && entry.uncompressedSize <= mostBytes ? readWhole(zip, entry, mostBytes) : null;
    },
    stream: async (name, onChunk) => {
      const entry = found.get(name);
      return entry ? streamEntry(zip, entry, onChunk) : false;
    },
  };
}

function open(bytes: Buffer): Promise<ZipFile> {
  return fromBufferPromise(bytes, { lazyEntries: true, autoClose: false, validateEntrySizes: true });
}

async function listEntries(zip: ZipFile, found: Map<string, Entry>): Promise<void> {
  for await (const entry of zip.eachEntry()) {
    if (!entry.fileName.endsWith('/')) found.set(entry.fileName, entry);
    if (found.size >= MOST_ENTRIES) return;
  }
}

async function readWhole(zip: ZipFile, entry: Entry, mostBytes: number): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  const whole = await streamEntry(zip, entry, (chunk) => {
    chunks.push(chunk);
    length += chunk.length;
    return length <= mostBytes;
  });
  return whole && length <= mostBytes ? Buffer.concat(chunks) : null;
}

async function streamEntry(zip: ZipFile, entry: Entry, onChunk: (chunk: Buffer) => boolean): Promise<boolean> {
  if (!entry.canDecodeFileData()) return false;
  try {
    const stream = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream) {
      if (Buffer.isBuffer(chunk) && !onChunk(chunk)) break;
    }
    return true;
  } catch {
    return false;
  }
}
