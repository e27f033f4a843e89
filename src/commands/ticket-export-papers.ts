/** Papers of a mail as files of their own, decoded from the raw mail piece by piece. */
import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import type { ExtractedFile } from '../mail-job.ts';

/** @param raw the kept mail that the paper stands in */
export function writePaper(target: string, raw: string, { content }: Pick<ExtractedFile, 'content'>): Promise<void> {
  return writeFile(target, 'bytes' in content ? content.bytes : decoded(raw, content.base64));
}

async function* decoded(
  raw: string,
  { start, end }: { readonly start: number; readonly end: number },
): AsyncGenerator<Buffer> {
  let rest = '';
  if (end <= start) return;
  for await (const chunk of createReadStream(raw, { start, end: end - 1, encoding: 'latin1' })) {
    const letters = rest + String(chunk).replace(/[^A-Za-z0-9+/]/g, '');
    const whole = letters.length - (letters.length % 4);
    rest = letters.slice(whole);
    yield Buffer.from(letters.slice(0, whole), 'base64');
  }
  if (rest !== '') yield Buffer.from(rest, 'base64');
}
