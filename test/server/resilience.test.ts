/** What goes wrong around a desk: it says so, recovers by itself, loses nothing and answers nothing twice. */
import { execFileSync } from 'node:child_process';
import { chownSync, copyFileSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ImapFlow } from 'imapflow';
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { eventually, openDesk, plainRequest, requestId, SAMPLE_DIRECTORY, type Desk } from '../support/desk.ts';
import { DONE } from '../support/watch.ts';

const USER = 'servicedesk';
const numbers = (from: number, count: number): number[] => Array.from({ length: count }, (_, index) => from + index);
const requests = (of: readonly number[]): string[] => of.map((index) => plainRequest(index));

/** Every one has a ticket of its own and one answer. */
function expectAnsweredOnce(desk: Desk, of: readonly number[]): void {
  const accepted = desk.books().filter(({ disposition }) => disposition === 'accept');
  for (const index of of) {
    const books = accepted.filter(({ messageId }) => messageId === requestId(index));
    expect(
      books.map(({ tickets }) => tickets),
      `tickets of request ${index}`,
    ).toEqual([1]);
    expect(lettersToWriter(desk, index), `answers to request ${index}`).toBe(1);
  }
  const letters = desk.smtp.letters.map(({ messageId }) => messageId);
  expect(new Set(letters).size).toBe(letters.length);
}

function lettersToWriter(desk: Desk, index: number): number {
  return desk.answersTo(requestId(index)).filter(({ to }) => to.includes('dadang.sutisna@kemenkeu.example')).length;
}

const readyStatus = async (desk: Desk): Promise<number> => (await desk.daemon.ready()).status;
const untilReady = (desk: Desk, status: number): Promise<void> =>
  eventually(async () => (await readyStatus(desk)) === status, 30_000, `/readyz answers ${status}`);
const untilLogged = (desk: Desk, text: string): Promise<void> =>
  eventually(() => desk.daemon.log().includes(text), 30_000, `log says "${text}"`);

describe('a desk in trouble', () => {
  let desk: Desk;
  let used = 0;
  const take = (count: number): number[] => numbers((used += count) - count, count);

  beforeAll(async () => {
    desk = await openDesk({ directory: SAMPLE_DIRECTORY, proxied: true });
    await desk.start();
  });
  afterAll(async () => {
    await desk.close();
  });
  afterEach(async () => {
    await untilReady(desk, 200);
  });

  it('goes on where it was when the IMAP server is restarted while mails arrive', async () => {
    const all = take(60);
    await desk.deliver(requests(all.slice(0, 30)));
    await desk.dovecot.stop();
    await untilReady(desk, 503);
    expect((await desk.daemon.ready()).body).toContain('mailbox has been unreachable');
    await desk.dovecot.start();
    await desk.deliver(requests(all.slice(30)));
    await desk.settled(used);

    expectAnsweredOnce(desk, all);
    expect(desk.daemon.log()).toContain('mailbox not reachable, trying again');
    expect(desk.daemon.log()).toContain('mailbox connected again');
  });

  it('loses nothing when the connection is cut in the middle of a fetch, three times', async () => {
    const all = take(60);
    desk.cutLine(15_000, 3);
    await desk.deliver(requests(all));
    await desk.settled(used);

    expectAnsweredOnce(desk, all);
    expect(desk.daemon.log()).toMatch(/connection lost|ended the connection|Unexpected close/i);
  });

  it('waits for the right password and says what is wrong meanwhile', async () => {
    const all = take(5);
    desk.dovecot.setPassword(USER, 'sudah diganti');
    await desk.dovecot.restart();
    await untilLogged(desk, 'refused the login of servicedesk');
    expect(await readyStatus(desk)).toBe(503);
    await desk.deliver(requests(all));
    desk.dovecot.setPassword(USER, 'rahasia');
    await desk.settled(used);

    expectAnsweredOnce(desk, all);
    expect(desk.daemon.log()).not.toContain('rahasia');
  });

  it('keeps letters while the SMTP server is away', async () => {
    const all = take(10);
    await desk.smtp.stop();
    await desk.deliver(requests(all));
    await untilLogged(desk, 'the SMTP server is away');
    expect(desk.query<{ n: number }>("select count(*) as n from outbox where state <> 'sent'")[0]?.n).toBeGreaterThan(
      0,
    );
    await desk.smtp.start();
    await desk.settled(used);

    expectAnsweredOnce(desk, all);
    expect(desk.daemon.log()).toContain('the SMTP server answers again');
  });

  it('answers nothing again when the mailbox has another UIDVALIDITY and old mails lie in it anew', async () => {
    const before = desk.smtp.letters.length;
    const fresh = take(5);
    await desk.dovecot.stop();
    const back = moveBack(desk);
    desk.dovecot.changeUidValidity(USER);
    await desk.dovecot.start();
    await desk.deliver(requests(fresh));
    await eventually(() => desk.mailsIn('INBOX') === 0, 60_000, 'all moved');
    await desk.settled(used + back);

    expectAnsweredOnce(desk, numbers(0, used));
    expect(desk.smtp.letters.length - before).toBeLessThanOrEqual(fresh.length * 3);
    expect(desk.books().filter(({ disposition }) => disposition === 'ignore:duplicate')).toHaveLength(back);
    expect(desk.daemon.log()).toContain('UIDVALIDITY changed');
  });
});

/** Copies the mails of the done folder into the inbox, behind the server's back; answers how many. */
function moveBack(desk: Desk): number {
  const box = join(desk.dovecot.dir, 'mail', USER);
  const { uid, gid } = statSync(box);
  const files = desk.dovecot.files(USER, DONE).filter((name) => !name.startsWith('dovecot'));
  for (const name of files) {
    const target = join(box, 'cur', name);
    copyFileSync(join(box, DONE, 'cur', name), target);
    chownSync(target, uid, gid);
  }
  return files.length;
}

describe('a stuck outbox', () => {
  it('makes the desk not ready after ten minutes, and ready again when the letters have left', async () => {
    const desk = await openDesk({ directory: SAMPLE_DIRECTORY, clock: '2026-11-18T09:00:00+07:00' });
    onTestFinished(() => desk.close());
    await desk.start();
    await desk.smtp.stop();
    await desk.deliver(requests([1]));
    await untilLogged(desk, 'the SMTP server is away');
    expect(await readyStatus(desk)).toBe(200);
    desk.daemon.setClock('2026-11-18T09:11:00+07:00');
    await untilReady(desk, 503);
    expect((await desk.daemon.ready()).body).toContain('outbox is stuck');
    await desk.smtp.start();
    await desk.settled(1);
    await untilReady(desk, 200);

    expectAnsweredOnce(desk, [1]);
  });
});

describe('a full disk', () => {
  it('leaves mails with the server until there is room again', async (context) => {
    const desk = await openDesk({ directory: SAMPLE_DIRECTORY, learnsAnew: true });
    onTestFinished(() => desk.close());
    const data = join(desk.daemon.folder, 'data');
    mkdirSync(data);
    if (!mounts(data)) return context.skip('mounting a small file system needs root');
    onTestFinished(() => unmount(desk, data));
    await desk.start();
    await desk.deliver(requests(numbers(0, 5)));
    await desk.settled(5);
    const filler = join(data, 'penuh');
    fill(filler);
    await desk.deliver(requests(numbers(5, 20)));
    await untilReady(desk, 503);
    await sleep(2000);
    expect(desk.daemon.isRunning()).toBe(true);
    expect(desk.daemon.log()).toMatch(/E_STORAGE.*(ENOSPC|no space|full)/i);
    rmSync(filler);
    await desk.settled(25);
    await untilReady(desk, 200);

    expectAnsweredOnce(desk, numbers(0, 25));
  });
});

function mounts(folder: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=96m', 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

async function unmount(desk: Desk, folder: string): Promise<void> {
  await desk.daemon.stop('SIGKILL');
  execFileSync('umount', ['-l', folder]);
}

/** To the last byte. */
function fill(file: string): void {
  for (let bytes = 96 * 1024 * 1024; bytes >= 1; bytes = Math.floor(bytes / 2)) {
    try {
      for (;;) writeFileSync(file, Buffer.alloc(bytes), { flag: 'a' });
    } catch {
      // Full at this size; smaller pieces may still fit.
    }
  }
}

describe('after a night without the daemon', () => {
  it('answers the oldest mail first, and with an apology what is later than was promised', async () => {
    const desk = await openDesk({ directory: SAMPLE_DIRECTORY });
    onTestFinished(() => desk.close());
    await desk.start();
    expect(await desk.daemon.stop()).toBe(0);
    const minutesAgo = [5, 200, 31, 90, 29, 45];
    await append(desk, minutesAgo);
    await desk.start();
    await desk.settled(minutesAgo.length);

    const oldestFirst = minutesAgo.toSorted((a, b) => b - a);
    expectAnsweredOnce(desk, minutesAgo);
    for (const minutes of minutesAgo) {
      const text = decoded(desk.answersTo(requestId(minutes))[0]?.raw ?? '');
      expect(text.includes('lebih lambat dari 30 menit'), `apology after ${minutes} minutes`).toBe(minutes > 30);
    }
    expect(ticketOrder(desk)).toEqual(oldestFirst);
    expect(lateResponses(desk)).toEqual({ late: 4, inTime: 2 });
  });
});

async function append(desk: Desk, minutesAgo: readonly number[]): Promise<void> {
  const client = new ImapFlow({
    host: '127.0.0.1',
    port: desk.dovecot.ports.imap,
    secure: false,
    doSTARTTLS: false,
    auth: { user: USER, pass: 'rahasia' },
    logger: false,
  });
  await client.connect();
  for (const minutes of minutesAgo)
    await client.append('INBOX', plainRequest(minutes), [], new Date(Date.now() - minutes * 60_000));
  await client.logout();
}

function decoded(raw: string): string {
  const parts = raw.split(/\r\n--[^\r\n]+\r\n/);
  return parts
    .map((part) => {
      const body = part.slice(part.indexOf('\r\n\r\n') + 4);
      if (/^content-transfer-encoding: base64/im.test(part)) return Buffer.from(body, 'base64').toString();
      return body.replace(/=\r\n/g, '').replace(/\s+/g, ' ');
    })
    .join('\n');
}

/** Minutes of the requests in the order of their tickets' numbers. */
function ticketOrder(desk: Desk): readonly number[] {
  const rows = desk.query<{ message_id: string }>(
    'select m.message_id from ticket_mails t join mails m on m.mail = t.mail order by t.seq',
  );
  return rows.map(({ message_id }) => Number(/-(\d+)@/.exec(message_id)?.[1]));
}

function lateResponses(desk: Desk): { late: number; inTime: number } {
  const events = desk.query<{ payload: string }>("select payload from events where type = 'FirstResponded'");
  const late = events.filter(({ payload }) => payload.includes('"late":true')).length;
  return { late, inTime: events.length - late };
}
