/** What commands that look into the store share. */
import { existsSync } from 'node:fs';
import type { Config } from '../config.ts';
import { openStore, type Store } from '../record/open-store.ts';
import { BotError } from '../shared/errors.ts';
import { toIso, type EpochMs } from '../shared/time.ts';
import { evolve } from '../ticket/evolve.ts';
import type { CommandContext, ExitCode } from './command.ts';

/** Rows printed by a list. */
export const MOST_ROWS = 500;

/** @throws {BotError} E_CONFIG where there is no database yet: looking must not make one */
export async function withStore(context: CommandContext, work: (store: Store) => Promise<ExitCode>): Promise<ExitCode> {
  const config = context.config();
  refuseMissing(config);
  const store = await openStore({ database: config.database, evolve });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

function refuseMissing({ database, file }: Config): void {
  const path = database.startsWith('sqlite:') ? database.slice('sqlite:'.length) : null;
  if (path === null || existsSync(path)) return;
  throw new BotError('E_CONFIG', `${file}: there is no database ${path} yet; "loket run" makes it at its first start`);
}

export function iso(context: CommandContext, at: EpochMs): string {
  return toIso(at, context.config().organisation.timezone);
}

export function fail(context: CommandContext, message: string): ExitCode {
  context.err(message);
  return 1;
}

/** Columns under each other; the last one is as long as it is. */
export function columns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row.map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0))).join('  '),
  );
}
