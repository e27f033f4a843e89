import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll } from 'vitest';
import type { ImapAccess } from '../../src/receive/connect.ts';
import { DEFAULT_RECEIVE_LIMITS, type WatchedMailbox } from '../../src/receive/mail-source.ts';
import { makeFileRawStore } from '../../src/receive/raw-store.ts';
import { watchMailbox } from '../../src/receive/watch-mailbox.ts';
import type { WatchOptions } from '../../src/receive/watch-options.ts';
import { silentLog } from '../../src/shared/log.ts';
import { memoryLedger, type MemoryLedger } from './arrival-ledger.ts';

export const DONE = 'Loket/Selesai';
export const HELD = 'Loket/Ditahan';

const made: string[] = [];
afterAll(() => {
  for (const dir of made.splice(0)) rmSync(dir, { recursive: true, force: true });
});

/** Removed at the end of the test file. */
export function temporaryDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'loket-receive-'));
  made.push(dir);
  return dir;
}

export function accessTo(port: number, more: Partial<ImapAccess> = {}): ImapAccess {
  return { host: '127.0.0.1', port, secure: false, user: 'servicedesk', password: () => 'rahasia', ...more };
}

export function watchOptions(access: ImapAccess, more: Partial<WatchOptions> = {}): WatchOptions {
  return {
    access,
    folder: 'INBOX',
    targetFolders: [DONE, HELD],
    pollMs: 30_000,
    ledger: memoryLedger(),
    rawStore: makeFileRawStore(temporaryDir()),
    limits: DEFAULT_RECEIVE_LIMITS,
    backoff: { baseMs: 20, capMs: 200 },
    clock: { now: () => Date.now() },
    receivedAt: (internalDate) => internalDate,
    log: silentLog,
    onArrivals: () => undefined,
    onHealth: () => undefined,
    ...more,
  };
}

export interface Watched {
  readonly mailbox: WatchedMailbox;
  readonly ledger: MemoryLedger;
  readonly options: WatchOptions;
}

/** Already read to its end once, so that what comes later is not from before activation. */
export async function watched(access: ImapAccess, more: Partial<WatchOptions> = {}): Promise<Watched> {
  const ledger = memoryLedger();
  const options = watchOptions(access, { ledger, ...more });
  const mailbox = watchMailbox(options);
  await mailbox.catchUp();
  return { mailbox, ledger, options };
}

export async function until(isTrue: () => boolean, timeoutMs = 10_000): Promise<void> {
  const end = Date.now() + timeoutMs;
  while (!isTrue()) {
    if (Date.now() > end) throw new Error(`not within ${timeoutMs} ms: ${isTrue.toString()}`);
    await sleep(5);
  }
}
