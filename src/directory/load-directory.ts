/** Reads the register from disk. Spreadsheets write UTF-8 or Windows-1252; the first is tried, the second never fails. */
import { readFile } from 'node:fs/promises';
import { BotError, describeError } from '../shared/errors.ts';
import { parseDirectory, type ParsedDirectory } from './parse-directory.ts';

/** @throws {BotError} E_DIRECTORY when the file cannot be read; faults inside it are values */
export async function loadDirectory(path: string): Promise<ParsedDirectory> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (cause) {
    throw new BotError('E_DIRECTORY', `cannot read the directory: ${describeError(cause)}`, {
      cause,
      place: { file: path },
    });
  }
  return parseDirectory(decode(bytes), path);
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
