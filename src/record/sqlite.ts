/**
 * The embedded database: better-sqlite3 behind kysely's SQLite dialect. WAL with synchronous=FULL, so that what was recorded is on
 * the disk when `record` returns; statements are prepared once; every transaction takes the write lock at its start, since one that
 * begins by reading could not be retried by waiting.
 */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { SqliteDialect, type Dialect, type SqliteDatabase, type SqliteStatement } from 'kysely';
import { asStorageError } from './storage-error.ts';

/** How long a statement waits for another process (a command beside the daemon) to finish writing. */
const BUSY_TIMEOUT_MS = 5_000;
/** Pages of the write-ahead log (4 KiB each) before it is folded into the file. */
const CHECKPOINT_PAGES = 4_000;
const CACHE_KIB = 32_768;
/** Batches make statements of many lengths; beyond this many the cache starts anew. */
const MAX_STATEMENTS = 500;

/** @throws {BotError} E_STORAGE when the file cannot be opened */
export function sqliteDialect(file: string): Dialect {
  return new SqliteDialect({ database: async () => cachingStatements(openFile(file)) });
}

function openFile(file: string): Database.Database {
  try {
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    const database = new Database(file, { timeout: BUSY_TIMEOUT_MS });
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
    // What a savepoint may have to undo is no work for the disk.
    database.pragma('temp_store = MEMORY');
    database.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
    database.pragma(`cache_size = -${CACHE_KIB}`);
    return database;
  } catch (error) {
    throw asStorageError(error);
  }
}

function cachingStatements(database: Database.Database): SqliteDatabase {
  const statements = new Map<string, SqliteStatement>();
  const prepare = (query: string): SqliteStatement => {
    if (statements.size >= MAX_STATEMENTS) statements.clear();
    const statement =
      query === 'rollback' ? rollbackOf(database) : database.prepare(query === 'begin' ? 'begin immediate' : query);
    statements.set(query, statement);
    return statement;
  };
  return { close: () => void database.close(), prepare: (query) => statements.get(query) ?? prepare(query) };
}

/** A full disk makes SQLite roll back by itself; rolling back once more would hide the reason. */
function rollbackOf(database: Database.Database): SqliteStatement {
  const rollback = database.prepare('rollback');
  return {
    reader: false,
    all: () => [],
    run: () => (database.inTransaction ? rollback.run() : { changes: 0, lastInsertRowid: 0 }),
    iterate: () => [].values(),
  };
}
