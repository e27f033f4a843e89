/** Brings to the disk, for all writes of a moment together, what was written without waiting for it. */
import { addToCounters } from './counters.ts';
import type { Db } from './schema.ts';

export interface Syncer {
  /** There is something to bring to the disk. */
  later(): void;
  /** Resolves when all that was written before the call is on the disk. */
  now(): Promise<void>;
}

const LATER_MS = 50;

/** @param writeSynced does a piece of work in a transaction of its own or shared, after all asked for before */
export function makeSyncer(writeSynced: (work: (db: Db) => Promise<void>) => Promise<void>): Syncer {
  let isDue = false;
  let timer: NodeJS.Timeout | null = null;
  let running: Promise<void> = Promise.resolve();

  const later = (): void => {
    isDue = true;
    timer ??= setTimeout(() => {
      timer = null;
      // A database that refuses is told by the writes that somebody waits for.
      void now().catch(() => undefined);
    }, LATER_MS).unref();
  };
  const now = (): Promise<void> => {
    if (!isDue) return running;
    isDue = false;
    running = writeSynced(countSync);
    running.catch(later);
    return running;
  };
  return { later, now };
}

/** The smallest change there is: without one a commit syncs nothing. */
async function countSync(db: Db): Promise<void> {
  await addToCounters(db, [{ kind: 'syncs', name: 'all', value: 1 }]);
}
