import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MailboxHealth } from '../../src/receive/mail-source.ts';
import { makeFileRawStore } from '../../src/receive/raw-store.ts';
import { watchMailbox } from '../../src/receive/watch-mailbox.ts';
import { BotError } from '../../src/shared/errors.ts';
import { memoryLedger } from '../support/arrival-ledger.ts';
import { startHoodiecrow, type Hoodiecrow } from '../support/hoodiecrow.ts';
import { accessTo, DONE, HELD, temporaryDir, until, watched, watchOptions, type Watched } from '../support/watch.ts';

const letter = (subject: string): string => `From: budi@kemenkeu.example\r\nSubject: ${subject}\r\n\r\nHalo.\r\n`;

describe('watched mailbox', () => {
  let server: Hoodiecrow;
  const open: Watched[] = [];
  const watch = async (...args: Parameters<typeof watched>): Promise<Watched> => {
    const opened = await watched(...args);
    open.push(opened);
    return opened;
  };
  beforeEach(async () => {
    server = await startHoodiecrow();
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map(({ mailbox }) => mailbox.stop()));
    await server.close();
  });

  it('has a mail in the ledger, its bytes in the raw store, soon after it is announced', async () => {
    const { ledger, options } = await watch(accessTo(server.port));
    const announced = Date.now();

    server.append(letter('satu'));
    await until(() => ledger.kept.length === 1);

    expect(Date.now() - announced).toBeLessThan(5_000);
    const [arrival] = ledger.kept;
    expect(arrival).toMatchObject({ mailbox: 'INBOX', uid: 1, sizeBytes: letter('satu').length });
    expect(readFileSync(options.rawStore.path(arrival?.sha256 ?? ''), 'latin1')).toBe(letter('satu'));
  });

  it('lists what lay there before the first run, and fetches none of it', async () => {
    server.append(letter('lama'), { internalDate: '21-Nov-2026 08:00:00 +0700' });
    server.append(letter('lama juga'));

    const { ledger } = await watch(accessTo(server.port));
    server.append(letter('baru'));
    await until(() => ledger.kept.length === 1);

    expect(ledger.state).toMatchObject({ activationUid: 3 });
    expect(ledger.old.map(({ uid, sha256 }) => [uid, sha256])).toEqual([
      [1, ''],
      [2, ''],
    ]);
    expect(ledger.old[0]?.receivedAt).toBe(Date.parse('2026-11-21T08:00:00+07:00'));
    expect(ledger.kept.map(({ uid }) => uid)).toEqual([3]);
  });

  it('takes in what came while it was away, once', async () => {
    const first = await watch(accessTo(server.port));
    server.append(letter('satu'));
    await first.mailbox.catchUp();
    await first.mailbox.stop();
    server.append(letter('dua'));

    const mailbox = watchMailbox(watchOptions(accessTo(server.port), { ledger: first.ledger }));
    await mailbox.catchUp();
    await mailbox.stop();

    expect(first.ledger.kept.map(({ uid }) => uid)).toEqual([1, 2]);
  });

  it('takes no notice of flags that people set', async () => {
    const { ledger, mailbox } = await watch(accessTo(server.port));

    server.append(letter('dibaca'), { flags: ['\\Seen', '\\Flagged', '\\Deleted', '\\Answered'] });
    await mailbox.catchUp();

    expect(ledger.kept).toHaveLength(1);
    expect(server.messages()[0]?.flags).not.toContain('$Loket');
  });

  it('keeps a mail up to the size limit and says how large it is', async () => {
    const limits = {
      ...watchOptions(accessTo(1)).limits,
      maxMessageBytes: 5000,
      maxSmallBytes: 2000,
      pieceBytes: 1024,
    };
    const { ledger, mailbox } = await watch(accessTo(server.port), { limits });
    const raw = `Subject: besar\r\n\r\n${'x'.repeat(20_000)}`;

    server.append(raw);
    server.append(`Subject: pas\r\n\r\n${'y'.repeat(3000)}`);
    server.append(letter('kecil'));
    await mailbox.catchUp();

    expect(ledger.kept.map(({ uid, sizeBytes }) => [uid, sizeBytes])).toEqual([
      [1, raw.length],
      [2, 3016],
      [3, letter('kecil').length],
    ]);
  });

  it('moves mails, and calls those moved that are gone already', async () => {
    const { ledger, mailbox } = await watch(accessTo(server.port));
    for (const subject of ['satu', 'dua', 'tiga']) server.append(letter(subject));
    await mailbox.catchUp();
    const uidValidity = ledger.state?.uidValidity ?? '';

    expect(await mailbox.move(uidValidity, [1, 2], DONE)).toMatchObject({ kind: 'moved', uids: [1, 2] });
    expect(await mailbox.move(uidValidity, [1, 2, 3], HELD)).toMatchObject({ kind: 'moved', uids: [1, 2, 3] });

    expect([server.messages(), server.messages(DONE), server.messages(HELD)].map((list) => list.length)).toEqual([
      0, 2, 1,
    ]);
    expect(server.messages(DONE)[0]?.flags).toContain('$Loket');
  });

  it('moves nothing by the UIDs of another UIDVALIDITY', async () => {
    const { mailbox } = await watch(accessTo(server.port));
    server.append(letter('satu'));
    await mailbox.catchUp();

    expect(await mailbox.move('999', [1], DONE)).toMatchObject({ kind: 'moved', uids: [1] });

    expect(server.messages()).toHaveLength(1);
  });

  it('fetches a mail from before activation when a person releases it', async () => {
    server.append(letter('lama'));
    const { ledger, mailbox, options } = await watch(accessTo(server.port));

    const arrivals = await mailbox.fetch([1, 77]);

    expect(arrivals.map(({ uid }) => uid)).toEqual([1]);
    expect(ledger.kept).toEqual(arrivals);
    expect(readFileSync(options.rawStore.path(arrivals[0]?.sha256 ?? ''), 'latin1')).toBe(letter('lama'));
  });

  it('comes back after the line was cut, and says so once', async () => {
    const seen: MailboxHealth[] = [];
    const warnings: string[] = [];
    const log = {
      debug: () => {},
      info: () => {},
      error: () => {},
      warn: (_: object, text: string) => warnings.push(text),
    };
    const { ledger } = await watch(accessTo(server.port), { log, onHealth: (health) => seen.push(health) });

    server.cut();
    await until(() => seen.some(({ failures }) => failures === 1));
    server.append(letter('sesudah'));
    await until(() => ledger.kept.length === 1);

    expect(warnings).toHaveLength(1);
    expect(seen.at(-1)).toMatchObject({ phase: 'connected', failures: 0, fault: null });
  });

  it('refuses jobs while it is not connected', async () => {
    const mailbox = watchMailbox(watchOptions(accessTo(1)));

    await expect(mailbox.move('1', [1], DONE)).rejects.toMatchObject({ code: 'E_IMAP', retryable: true });
    await until(() => mailbox.health().failures > 0);
    expect(mailbox.health()).toMatchObject({ fault: { code: 'E_IMAP' } });
    const waiting = mailbox.catchUp();
    await mailbox.stop();

    await expect(waiting).rejects.toMatchObject({ code: 'E_IMAP' });
    expect(mailbox.health().phase).toBe('stopped');
  });

  it('sends no password over a network in plain text', () => {
    const access = accessTo(143, { host: 'mail.kemenkeu.example', startTls: 'never' });

    expect(() => watchMailbox(watchOptions(access))).toThrow(expect.objectContaining({ code: 'E_CONFIG' }));
  });

  it('tries again when the disk was full, and loses nothing', async () => {
    const store = makeFileRawStore(temporaryDir());
    let full = true;
    const rawStore = {
      ...store,
      keepMany: (mails: readonly Uint8Array[], maxBytes: number) => {
        if (full) throw new BotError('E_STORAGE', 'no space left on device');
        return store.keepMany(mails, maxBytes);
      },
    };
    const { ledger, mailbox } = await watch(accessTo(server.port), { rawStore });

    server.append(letter('satu'));
    await until(() => mailbox.health().fault?.code === 'E_STORAGE');
    full = false;
    await until(() => ledger.kept.length === 1);

    expect(mailbox.health()).toMatchObject({ pending: 0, fault: null });
  });

  it('does not call a mail kept whose ledger row failed', async () => {
    const ledger = memoryLedger();
    const list = ledger.list;
    let broken = true;
    ledger.list = async (rows, state) => {
      if (broken) throw new Error('database is locked');
      return list(rows, state);
    };
    const arrived: number[] = [];
    const { mailbox } = await watch(accessTo(server.port), {
      ledger,
      onArrivals: (arrivals) => arrived.push(...arrivals.map(({ uid }) => uid)),
    });

    server.append(letter('satu'));
    await until(() => mailbox.health().fault !== null);
    const during = [...arrived];
    broken = false;
    await until(() => arrived.length === 1);

    expect(during).toEqual([]);
    expect(ledger.kept.map(({ uid }) => uid)).toEqual([1]);
  });

  it('keeps up when mails come faster than it rests', async () => {
    let portions = 0;
    const { ledger, mailbox } = await watch(accessTo(server.port), { onArrivals: () => portions++ });

    for (let index = 0; index < 300; index++) {
      server.append(letter(`surat ${index}`));
      if (index % 20 === 0) await new Promise((resolve) => setTimeout(resolve, 2));
    }
    await mailbox.catchUp();

    expect(ledger.kept.map(({ uid }) => uid)).toEqual(Array.from({ length: 300 }, (_, index) => index + 1));
    expect(portions).toBeLessThan(60);
  });
});
