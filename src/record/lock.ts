/**
 * One daemon for one data folder: an empty SQLite file held in an exclusive transaction. The lock is the operating system's and goes
 * with the process that holds it, however that ends; the file that stays behind means nothing.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { BotError } from '../shared/errors.ts';
import { asStorageError } from './storage-error.ts';

export interface FolderLock {
  release(): void;
}

/** @throws {BotError} E_CONFIG while another process holds it, E_STORAGE when the folder cannot be written */
export function lockFolder(folder: string): FolderLock {
  const pidFile = join(folder, 'pid');
  const database = openOrThrow(join(folder, 'lock'));
  try {
    database.exec('begin exclusive');
  } catch (error) {
    database.close();
    if (!isBusy(error)) throw asStorageError(error);
    const message = `${folder}: another loket${nameOf(pidFile)} works on this folder; stop it first, or set another "data"`;
    throw new BotError('E_CONFIG', message, { cause: error });
  }
  writeFileSync(pidFile, `${process.pid}\n`);
  return {
    release: () => {
      if (database.open) database.close();
    },
  };
}

function openOrThrow(file: string): Database.Database {
  try {
    return new Database(file, { timeout: 0 });
  } catch (error) {
    throw asStorageError(error);
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY';
}

function nameOf(pidFile: string): string {
  try {
    return ` (process ${readFileSync(pidFile, 'utf8').trim()})`;
  } catch {
    return '';
  }
}
