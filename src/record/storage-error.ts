/** The one place where a driver's error becomes ours: a full disk, a locked file or a lost connection is E_STORAGE and worth a retry. */
import { BotError, describeError } from '../shared/errors.ts';

/** Runs a piece of work on the database. @throws {BotError} E_STORAGE in place of whatever the driver throws */
export async function guarded<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw asStorageError(error);
  }
}

/** Errors without a driver's code are faults of the program and stay what they are. */
export function asStorageError(error: unknown): unknown {
  if (error instanceof BotError || !isFromDriver(error)) return error;
  return new BotError('E_STORAGE', `the database refused: ${describeError(error)}`, { cause: error });
}

/** SQLite and PostgreSQL errors carry a textual `code`; a closed connection says so in words only. */
function isFromDriver(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  if ('code' in error && typeof error.code === 'string') return true;
  return /connection is not open|already been destroyed|is closed/.test(error.message);
}
