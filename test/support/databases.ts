/** The databases that the store's tests run on, and a way to look at, or break, every query that reaches one. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { CompiledQuery, PGliteDialect, type DatabaseConnection, type Dialect, type Driver } from 'kysely';
import { sqliteDialect } from '../../src/record/sqlite.ts';

export interface TestDatabase {
  /** Another connection to the same data, as a process started anew makes it. */
  dialect(): Dialect;
  remove(): Promise<void>;
}

export interface DatabaseKind {
  readonly name: 'SQLite' | 'PostgreSQL';
  make(): Promise<TestDatabase>;
}

export const DATABASES: readonly DatabaseKind[] = [
  { name: 'SQLite', make: async () => sqliteInTempDir() },
  { name: 'PostgreSQL', make: () => embeddedPostgres() },
];

export function sqliteInTempDir(): TestDatabase & { readonly file: string } {
  const folder = mkdtempSync(join(tmpdir(), 'loket-record-'));
  const file = join(folder, 'loket.db');
  return {
    file,
    dialect: () => sqliteDialect(file),
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

let server: Promise<PGlite> | null = null;

/** Starting PostgreSQL takes seconds: one for each test file, wiped for each test. */
async function embeddedPostgres(): Promise<TestDatabase> {
  server ??= PGlite.create();
  const pglite = await server;
  await pglite.exec('drop schema public cascade; create schema public');
  const unclosing = {
    ready: true,
    closed: false,
    waitReady: Promise.resolve(),
    query: pglite.query.bind(pglite),
    transaction: pglite.transaction.bind(pglite),
    close: async () => undefined,
  };
  return { dialect: () => new PGliteDialect({ pglite: unclosing }), remove: async () => undefined };
}

/** Calls `before` ahead of every query, begin and commit included; what it throws is what the database throws. */
export function watched(dialect: Dialect, before: (sql: string) => void): Dialect {
  return {
    createAdapter: () => dialect.createAdapter(),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createDriver: () => watchedDriver(dialect.createDriver(), before),
  };
}

/** A disk with room for so many pages of an SQLite database. */
export function withRoomFor(pages: number, dialect: Dialect): Dialect {
  const createDriver = (): Driver => {
    const driver = dialect.createDriver();
    const init = driver.init.bind(driver);
    driver.init = async () => {
      await init();
      const connection = await driver.acquireConnection();
      await connection.executeQuery(CompiledQuery.raw(`pragma max_page_count = ${pages}`));
    };
    return driver;
  };
  return { ...watched(dialect, () => undefined), createDriver };
}

function watchedDriver(driver: Driver, before: (sql: string) => void): Driver {
  const watch = (connection: DatabaseConnection): DatabaseConnection => ({
    executeQuery: async <R>(query: CompiledQuery) => {
      before(query.sql);
      return connection.executeQuery<R>(query);
    },
    streamQuery: connection.streamQuery.bind(connection),
  });
  const inner = new WeakMap<DatabaseConnection, DatabaseConnection>();
  const innerOf = (connection: DatabaseConnection): DatabaseConnection => inner.get(connection) ?? connection;
  return {
    init: () => driver.init(),
    acquireConnection: async () => {
      const connection = await driver.acquireConnection();
      const outer = watch(connection);
      inner.set(outer, connection);
      return outer;
    },
    beginTransaction: async (connection, settings) => {
      before('begin');
      await driver.beginTransaction(innerOf(connection), settings);
    },
    commitTransaction: async (connection) => {
      before('commit');
      await driver.commitTransaction(innerOf(connection));
    },
    rollbackTransaction: (connection) => driver.rollbackTransaction(innerOf(connection)),
    releaseConnection: (connection) => driver.releaseConnection(innerOf(connection)),
    destroy: () => driver.destroy(),
  };
}
