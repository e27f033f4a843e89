/** The clock of the system, and one that a file moves: for trying out what a service desk does over days within minutes. */
import { readFileSync, statSync } from 'node:fs';
import { BotError } from '../shared/errors.ts';
import { fromIso, type Clock, type EpochMs } from '../shared/time.ts';

export const systemClock: Clock = { now: () => Date.now() };

/** The file is looked at again when it was last looked at longer ago than this. */
const REREAD_MS = 250;

/**
 * The file holds an ISO instant: it was "now" when the file was last written, and time runs on from there. A changed file moves
 * the clock; one that is gone or half written changes nothing. @throws {BotError} E_CONFIG when it cannot be read at the start
 */
export function openTestClock(path: string): Clock {
  let offset = readOffset(path);
  let lookedAt = performance.now();

  return {
    now: () => {
      if (performance.now() - lookedAt >= REREAD_MS) {
        lookedAt = performance.now();
        offset = offsetOr(path, offset);
      }
      return Math.round(Date.now() + offset);
    },
  };
}

function offsetOr(path: string, offset: number): number {
  try {
    return readOffset(path);
  } catch {
    return offset;
  }
}

/** Milliseconds by which the file's time is ahead of the system's. */
function readOffset(path: string): EpochMs {
  try {
    const writtenAt = statSync(path).mtimeMs;
    return fromIso(readFileSync(path, 'utf8').trim()) - writtenAt;
  } catch (cause) {
    const message = 'the test clock needs a file with one ISO instant, such as 2026-11-23T09:00:00+07:00';
    throw new BotError('E_CONFIG', message, { cause, place: { file: path } });
  }
}
