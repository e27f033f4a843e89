import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MailReader } from '../src/mail-reader.ts';
import { openStore, type Store } from '../src/record/open-store.ts';
import { silentLog } from '../src/shared/log.ts';
import { evolve } from '../src/ticket/evolve.ts';
import { WorkLoop } from '../src/work-loop.ts';
import { aMessage, NOW, office } from './decide/situations.ts';
import { anArrival, mailOf } from './record/builders.ts';

type Read = MailReader['read'];

/** The reader knows mails by their hash; here that is their UID. */
const arrival = (uid: number) => anArrival(uid, { sha256: String(uid), receivedAt: NOW + uid });
const good = (path: string) => {
  const message = aMessage({ messageId: `${path}@kemenkeu.example`, identity: `surat ${path}` });
  return { kind: 'ok', value: { message, papers: [] } } as const;
};

describe('the work loop', () => {
  let store: Store;
  let loop: WorkLoop | null = null;
  const decided: number[] = [];

  beforeEach(async () => {
    store = await openStore({ database: 'sqlite::memory:', evolve });
    decided.length = 0;
    transactions = 0;
  });
  afterEach(async () => {
    await loop?.stop();
    await store.close();
  });

  let transactions = 0;
  const counting: Store['recorder']['together'] = (work) => {
    transactions += 1;
    return store.recorder.together(work);
  };

  const start = (read: Read, office_ = () => office): void => {
    const reader: MailReader = {
      read,
      readHeader: async (path) => good(path),
      extract: async () => ({ kind: 'ok', value: [] }),
      isSevenBit: () => null,
      warm: () => undefined,
      ready: async () => undefined,
      close: async () => undefined,
    };
    const clock = { now: () => Date.now() };
    const fetchListed = async () => null;
    const stages = {
      ...store,
      recorder: { ...store.recorder, together: counting },
      fetchListed,
      reader,
      rawPath: (sha256: string) => sha256,
      office: office_,
      clock,
      log: silentLog,
    };
    loop = new WorkLoop(
      { ...stages, maxMessageBytes: 1_000_000 },
      { decided: (row) => void decided.push(row.uid) },
      { batch: 10, ahead: 3, restMs: 20, idleMs: 10 },
    );
    void loop.run();
  };
  const list = (...uids: readonly number[]) => store.ledger.list(uids.map(arrival), 'kept');
  const untilDecided = async (count: number): Promise<void> => {
    await expect.poll(() => decided.length, { timeout: 5_000 }).toBe(count);
  };

  it('decides in the order of arrival, however fast they are read', async () => {
    await list(1, 2, 3, 4, 5);
    start(async (path) => {
      await new Promise((resolve) => setTimeout(resolve, 30 - 5 * Number(path)));
      return good(path);
    });
    await untilDecided(5);

    expect(decided).toEqual([1, 2, 3, 4, 5]);
  });

  it('decides mails that arrive together in one transaction, though they are read one after the other', async () => {
    await list(1, 2, 3, 4);
    let reading = Promise.resolve();
    start(async (path) => {
      reading = reading.then(() => new Promise((resolve) => setTimeout(resolve, 2)));
      await reading;
      return good(path);
    });
    await untilDecided(4);

    expect(transactions).toBe(1);
  });

  it('waits only a moment for the next mail to be read', async () => {
    await list(1, 2);
    const second = Promise.withResolvers<void>();
    start(async (path) => {
      if (path === '2') await second.promise;
      return good(path);
    });
    await untilDecided(1);
    second.resolve();
    await untilDecided(2);

    expect(transactions).toBe(2);
  });

  it('sets a slow mail aside, and decides it when it is read', async () => {
    await list(1, 2, 3);
    const slow = Promise.withResolvers<void>();
    start(async (path, _cut, onSlow) => {
      if (path === '1') {
        onSlow?.();
        await slow.promise;
      }
      return good(path);
    });
    await untilDecided(2);
    await list(4);
    await untilDecided(3);
    slow.resolve();
    await untilDecided(4);

    expect(decided).toEqual([2, 3, 4, 1]);
    expect((await store.ledger.row(mailOf(1)))?.state).toBe('decided');
  });

  it('reads a mail that earlier daemons left behind alone, and those after it side by side again', async () => {
    await list(1, 2, 3, 4, 5);
    for (const uid of [2, 3]) await store.ledger.startAttempts([mailOf(uid)]);
    let underWay = 0;
    const beside = new Map<string, number>();
    start(async (path) => {
      underWay += 1;
      await new Promise((resolve) => setTimeout(resolve, 20));
      beside.set(path, underWay);
      underWay -= 1;
      return good(path);
    });
    await untilDecided(5);

    expect(decided).toEqual([1, 2, 3, 4, 5]);
    expect([beside.get('1'), beside.get('2'), beside.get('3')]).toEqual([1, 1, 1]);
    expect(beside.get('4')).toBe(2);
  });

  it('counts one attempt for a daemon, however often a fault of ours makes it try again', async () => {
    await list(1);
    let faults = 8;
    start(
      async (path) => good(path),
      () => {
        if (faults-- > 0) throw new Error('the directory is away');
        return office;
      },
    );
    await untilDecided(1);

    expect((await store.ledger.row(mailOf(1)))?.attempts).toBe(1);
  });

  it('gives the sender of a mail over which ten daemons have ended a number, from its header alone', async () => {
    await list(1);
    for (let daemon = 1; daemon <= 10; daemon += 1) await store.ledger.startAttempts([mailOf(1)]);
    start(() => Promise.reject(new Error('not to be read')));
    await untilDecided(1);

    expect(await store.ledger.row(mailOf(1))).toMatchObject({ disposition: 'accept' });
    expect(await store.outbox.counts()).toMatchObject({ waiting: 2 });
  });
});
