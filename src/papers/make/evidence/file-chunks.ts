/** A file from front to end in one buffer, however large it is. */
import type { FileHandle } from 'node:fs/promises';

const CHUNK_BYTES = 256 * 1024;

/** Each chunk is good until the next one is asked for. Ends early where the file does. */
export async function* chunksOf(file: FileHandle, from: number, length: number): AsyncGenerator<Buffer> {
  const buffer = Buffer.alloc(Math.min(CHUNK_BYTES, length));
  let done = 0;
  while (done < length) {
    const { bytesRead } = await file.read(buffer, 0, Math.min(buffer.length, length - done), from + done);
    if (bytesRead === 0) return;
    done += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}
