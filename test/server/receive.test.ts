import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { ImapFlow } from 'imapflow';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ImapAccess } from '../../src/receive/connect.ts';
import { probeMailbox } from '../../src/receive/probe.ts';
import { makeFileRawStore } from '../../src/receive/raw-store.ts';
import { watchMailbox } from '../../src/receive/watch-mailbox.ts';
import { startCuttingProxy, type CuttingProxy } from '../support/cutting-proxy.ts';
import { openDelivery, type Delivery } from '../support/deliver.ts';
import { startDovecot, type Dovecot } from '../support/dovecot.ts';
import { accessTo, DONE, HELD, temporaryDir, until, watched, watchOptions, type Watched } from '../support/watch.ts';

const letter = (subject: string, lines = 1): string =>
  `From: budi@kemenkeu.example\r\nSubject: ${subject}\r\n\r\n${'Baris surat yang biasa saja.\r\n'.repeat(lines)}`;
const numbers = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** What is reachable, without the garbage. */
const liveBytes = (): number => {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  const { external, heapUsed } = process.memoryUsage();
  return external + heapUsed;
};

describe('mailbox on Dovecot', () => {
  let dovecot: Dovecot;
  let delivery: Delivery;
  let user = '';
  let count = 0;
  const open: Watched[] = [];
  const proxies: CuttingProxy[] = [];
  const access = (more: Partial<ImapAccess> = {}): ImapAccess => accessTo(dovecot.ports.imap, { user, ...more });
  const watch = async (...args: Parameters<typeof watched>): Promise<Watched> => {
    const opened = await watched(...args);
    open.push(opened);
    return opened;
  };
  const deliver = (...raws: readonly string[]): Promise<void[]> =>
    Promise.all(raws.map((raw) => delivery.deliver(`${user}@kemenkeu.example`, raw)));
  const proxied = async (): Promise<CuttingProxy> => {
    const proxy = await startCuttingProxy(dovecot.ports.imap);
    proxies.push(proxy);
    return proxy;
  };
  const mailsIn = (folder: string): number => dovecot.files(user, folder).length;

  beforeAll(async () => {
    dovecot = await startDovecot();
  });
  beforeEach(async () => {
    user = `meja${count++}`;
    dovecot.setPassword(user, 'rahasia');
    delivery = await openDelivery(dovecot.ports.lmtp);
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map(({ mailbox }) => mailbox.stop()));
    await Promise.all(proxies.splice(0).map((proxy) => proxy.close()));
    await delivery.close();
  });
  afterAll(async () => {
    await dovecot.close();
  });

  it('has a delivered mail in the ledger within a second, byte for byte', async () => {
    const { ledger, options } = await watch(access());
    const sent = Date.now();

    await deliver(letter('satu'));
    await until(() => ledger.kept.length === 1);

    expect(Date.now() - sent).toBeLessThan(1000);
    const kept = readFileSync(options.rawStore.path(ledger.kept[0]?.sha256 ?? ''), 'latin1');
    expect(kept.endsWith(letter('satu'))).toBe(true);
    expect(Math.abs((ledger.kept[0]?.receivedAt ?? 0) - sent)).toBeLessThan(2000);
  });

  it('delivers to plus-addresses, detail and all', async () => {
    const { ledger, mailbox, options } = await watch(access());

    await delivery.deliver(`${user}+abc-def@kemenkeu.example`, letter('balasan'));
    await mailbox.catchUp();

    const kept = readFileSync(options.rawStore.path(ledger.kept[0]?.sha256 ?? ''), 'latin1');
    expect(kept).toContain(`for <${user}+abc-def@kemenkeu.example>`);
  });

  it('lists what lay there before the first run', async () => {
    await deliver(letter('lama'), letter('lama juga'));

    const { ledger, mailbox } = await watch(access());
    await deliver(letter('baru'));
    await mailbox.catchUp();

    expect([ledger.old.map(({ uid }) => uid), ledger.kept.map(({ uid }) => uid)]).toEqual([[1, 2], [3]]);
    expect(ledger.old.every(({ sha256, sizeBytes }) => sha256 === '' && sizeBytes > 0)).toBe(true);
  });

  it('takes in mails that people have read, flagged or marked as deleted', async () => {
    const first = await watch(access());
    await first.mailbox.stop();
    await deliver(letter('satu'), letter('dua'));
    const person = new ImapFlow({
      host: '127.0.0.1',
      port: dovecot.ports.imap,
      doSTARTTLS: false,
      auth: { user, pass: 'rahasia' },
      logger: false,
    });
    await person.connect();
    await person.mailboxOpen('INBOX');
    await person.messageFlagsAdd('1:*', ['\\Seen', '\\Flagged', '\\Deleted'], { uid: true });

    const mailbox = watchMailbox(watchOptions(access(), { ledger: first.ledger }));
    await mailbox.catchUp();
    await person.messageFlagsRemove('1:*', ['\\Seen', '\\Deleted'], { uid: true });
    await mailbox.catchUp();
    await mailbox.stop();
    await person.logout();

    expect(first.ledger.kept.map(({ uid }) => uid)).toEqual([1, 2]);
  });

  it('survives a server that restarts, and one that is killed', async () => {
    const { ledger, mailbox } = await watch(access());
    await deliver(letter('sebelum'));
    await mailbox.catchUp();

    await delivery.close();
    await dovecot.restart();
    delivery = await openDelivery(dovecot.ports.lmtp);
    await deliver(letter('sesudah'));
    await until(() => ledger.kept.length === 2);
    await delivery.close();
    await dovecot.stop('SIGKILL');
    await until(() => mailbox.health().phase !== 'connected');
    await dovecot.start();
    delivery = await openDelivery(dovecot.ports.lmtp);
    await deliver(letter('lagi'));
    await until(() => ledger.kept.length === 3);

    expect(ledger.kept.map(({ uid }) => uid)).toEqual([1, 2, 3]);
  });

  it('loses nothing and takes nothing twice when the line is cut in the middle of fetches', async () => {
    const proxy = await proxied();
    const first = await watch(access());
    await first.mailbox.stop();
    const raws = numbers(1, 60).map((index) => letter(`surat ${index}`, 400));
    await deliver(...raws);

    proxy.cutAfter(100_000, 4);
    const mailbox = watchMailbox(
      watchOptions(access({ port: proxy.port }), { ledger: first.ledger, rawStore: first.options.rawStore }),
    );
    await until(() => first.ledger.kept.length === 60, 30_000);
    await mailbox.stop();

    expect(proxy.connections()).toBeGreaterThanOrEqual(5);
    expect(first.ledger.kept.map(({ uid }) => uid).sort((a, b) => a - b)).toEqual(numbers(1, 60));
    for (const { uid, sha256 } of first.ledger.kept) {
      const kept = readFileSync(first.options.rawStore.path(sha256), 'latin1');
      expect(kept.endsWith(letter(`surat ${uid}`, 400))).toBe(true);
    }
  });

  it('starts a large mail anew when the line is cut in the middle of it', async () => {
    const proxy = await proxied();
    const { ledger, options } = await watch(access({ port: proxy.port }));
    const raw = letter('besar', 200_000);

    proxy.cutAfter(3_000_000);
    await deliver(raw);
    await until(() => ledger.kept.length === 1, 30_000);

    expect(proxy.connections()).toBe(2);
    expect(readFileSync(options.rawStore.path(ledger.kept[0]?.sha256 ?? ''), 'latin1').endsWith(raw)).toBe(true);
  });

  it('finds a dead line by itself', async () => {
    const proxy = await proxied();
    const { ledger, mailbox } = await watch(access({ port: proxy.port, silenceMs: 300 }), { pollMs: 200 });

    proxy.freeze();
    await until(() => mailbox.health().failures > 0);

    expect(mailbox.health().fault?.code).toBe('E_IMAP');
    expect(ledger.kept).toEqual([]);
  });

  it('waits for the right password, and asks for it at each attempt', async () => {
    const { ledger, mailbox } = await watch(access());
    dovecot.setPassword(user, 'diganti');
    await sleep(1500);
    let password = 'rahasia';
    await mailbox.stop();
    const again = watchMailbox(watchOptions(access({ password: () => password }), { ledger }));
    await until(() => again.health().failures >= 3);

    expect(again.health().fault).toMatchObject({
      code: 'E_IMAP_LOGIN',
      message: expect.not.stringContaining(password),
    });

    await deliver(letter('selagi salah'));
    password = 'diganti';
    await until(() => ledger.kept.length === 1);
    await again.stop();
  });

  it('reads the mailbox anew after a changed UIDVALIDITY, without what is from before activation', async () => {
    await deliver(letter('lama sekali'));
    await sleep(1100);
    const first = await watch(access());
    await deliver(letter('baru'));
    await first.mailbox.catchUp();
    await first.mailbox.stop();
    const before = first.ledger.state?.uidValidity;

    dovecot.changeUidValidity(user);
    const mailbox = watchMailbox(watchOptions(access(), { ledger: first.ledger }));
    await mailbox.catchUp();
    await mailbox.stop();

    expect(first.ledger.state?.uidValidity).not.toBe(before);
    expect(first.ledger.state).toMatchObject({ activationUid: 0 });
    expect(first.ledger.old).toHaveLength(2);
    expect(first.ledger.kept).toHaveLength(2);
    expect(new Set(first.ledger.kept.map(({ mail }) => mail)).size).toBe(2);
    expect(new Set(first.ledger.kept.map(({ sha256 }) => sha256)).size).toBe(1);
  });

  it('recovers when UIDVALIDITY changes while it watches', async () => {
    const { ledger, mailbox } = await watch(access(), { pollMs: 100 });
    await deliver(letter('satu'));
    await mailbox.catchUp();

    dovecot.changeUidValidity(user);
    await deliver(letter('dua'));
    await until(() => ledger.kept.some(({ uidValidity }) => uidValidity !== ledger.kept[0]?.uidValidity));
    await mailbox.catchUp();

    const latest = ledger.kept.filter(({ uidValidity }) => uidValidity === ledger.state?.uidValidity);
    expect(latest).toHaveLength(2);
  });

  it('streams a mail of 25 MB in flat memory', async () => {
    const { ledger, mailbox, options } = await watch(access());
    const raw = letter('besar', 870_000);
    await delivery.deliver(`${user}@kemenkeu.example`, raw);
    const before = liveBytes();
    let peak = 0;
    const timer = setInterval(() => {
      peak = Math.max(peak, liveBytes());
    }, 20);

    await mailbox.catchUp();
    clearInterval(timer);

    const [arrival] = ledger.kept;
    expect(raw.length).toBeGreaterThan(25_000_000);
    expect(arrival?.sizeBytes).toBe(statSync(options.rawStore.path(arrival?.sha256 ?? '')).size);
    const stored = readFileSync(options.rawStore.path(arrival?.sha256 ?? ''));
    expect(createHash('sha256').update(stored).digest('hex')).toBe(arrival?.sha256);
    expect(stored.subarray(-raw.length).equals(Buffer.from(raw))).toBe(true);
    expect(peak).toBeGreaterThan(0);
    expect(peak - before).toBeLessThan(12_000_000);
  });

  it('takes in a backlog of 2,000 mails in order, then moves it away', async () => {
    const first = await watch(access());
    await first.mailbox.stop();
    await deliver(...numbers(1, 2000).map((index) => letter(`surat ${index}`, 20 + (index % 300))));

    const { ledger } = first;
    const started = performance.now();
    const mailbox = watchMailbox(watchOptions(access(), { ledger }));
    await mailbox.catchUp();
    const seconds = (performance.now() - started) / 1000;
    const outcome = await mailbox.move(
      ledger.state?.uidValidity ?? '',
      ledger.kept.map(({ uid }) => uid),
      DONE,
    );
    await mailbox.stop();

    expect(ledger.kept.map(({ uid }) => uid)).toEqual(numbers(1, 2000));
    expect(outcome).toMatchObject({ kind: 'moved' });
    expect(mailsIn(DONE)).toBe(2000);
    expect(2000 / seconds).toBeGreaterThan(300);
  });

  it('keeps up with a stream of mails while it moves the ones before', async () => {
    const { ledger, mailbox } = await watch(access());
    const moved: number[] = [];
    const mover = async (): Promise<void> => {
      while (moved.length < 100) {
        const uids = ledger.kept.map(({ uid }) => uid).filter((uid) => !moved.includes(uid));
        if (uids.length > 0) await mailbox.move(ledger.state?.uidValidity ?? '', uids, DONE);
        moved.push(...uids);
        await sleep(20);
      }
    };
    const sending = (async () => {
      for (const index of numbers(1, 100)) {
        await deliver(letter(`surat ${index}`));
        await sleep(10);
      }
    })();

    await Promise.all([sending, mover()]);

    expect(ledger.kept.map(({ uid }) => uid)).toEqual(numbers(1, 100));
    expect(mailsIn(DONE)).toBe(100);
  });

  it('may repeat a move after a crash', async () => {
    const first = await watch(access());
    await deliver(letter('satu'), letter('dua'), letter('tiga'));
    await first.mailbox.catchUp();
    const uidValidity = first.ledger.state?.uidValidity ?? '';
    await first.mailbox.move(uidValidity, [1, 2], DONE);
    await first.mailbox.stop();

    const mailbox = watchMailbox(watchOptions(access(), { ledger: first.ledger }));
    await mailbox.catchUp();
    const again = await mailbox.move(uidValidity, [1, 2, 3], DONE);
    const held = await mailbox.move(uidValidity, [], HELD);
    await mailbox.stop();

    expect([again, held]).toMatchObject([
      { kind: 'moved', uids: [1, 2, 3] },
      { kind: 'moved', uids: [] },
    ]);
    expect([mailsIn(DONE), mailsIn(HELD)]).toEqual([3, 0]);
  });

  it('speaks TLS from the first byte and STARTTLS, and trusts no stranger', async () => {
    const trusted = { ca: dovecot.ca, host: 'localhost' };
    const implicit = await probeMailbox(access({ ...trusted, port: dovecot.ports.imaps, secure: true }), 'INBOX');
    const upgraded = await probeMailbox(access({ ...trusted, startTls: 'required' }), 'INBOX');
    const plain = await probeMailbox(access(), 'INBOX');

    expect([implicit.secure, upgraded.secure, plain.secure]).toEqual([true, true, false]);
    expect(plain).toMatchObject({ canMove: true, messages: 0, folders: ['INBOX'] });
    expect(plain.capabilities).toEqual(expect.arrayContaining(['IDLE', 'MOVE', 'UIDPLUS', 'CONDSTORE']));
    await expect(probeMailbox(access({ host: 'localhost', startTls: 'required' }), 'INBOX')).rejects.toMatchObject({
      code: 'E_IMAP',
    });
    await expect(probeMailbox(access({ password: () => 'salah' }), 'INBOX')).rejects.toMatchObject({
      code: 'E_IMAP_LOGIN',
    });
    await expect(probeMailbox(access(), 'Tidak/Ada')).rejects.toMatchObject({ code: 'E_IMAP' });
  });

  it.skipIf(userInfo().uid !== 0)('waits until the disk has room again, and loses nothing', async () => {
    const disk = join(temporaryDir(), 'disk');
    mkdirSync(disk);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk]);
    try {
      const { ledger, mailbox } = await watch(access(), { rawStore: makeFileRawStore(disk) });
      await deliver(letter('besar', 50_000), letter('kecil'));
      await until(() => mailbox.health().fault?.code === 'E_STORAGE');

      execFileSync('mount', ['-o', 'remount,size=20m', disk]);
      await until(() => ledger.kept.length === 2);

      expect(mailbox.health().pending).toBe(0);
      await mailbox.stop();
    } finally {
      execFileSync('umount', [disk]);
    }
  });
});
