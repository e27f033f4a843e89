import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { watchMailbox } from '../../src/receive/watch-mailbox.ts';
import type { WatchOptions } from '../../src/receive/watch-options.ts';
import { memoryLedger, type MemoryLedger } from '../support/arrival-ledger.ts';
import {
  fetchRow,
  listed,
  listRow,
  startScriptedImap,
  type ScriptedImap,
  type ScriptedMailbox,
} from '../support/imap-script.ts';
import { accessTo, DONE, HELD, until, watchOptions } from '../support/watch.ts';

interface Scene {
  readonly server: ScriptedImap;
  readonly ledger: MemoryLedger;
  readonly options: WatchOptions;
  readonly start: () => ReturnType<typeof watchMailbox>;
}
const ends: (() => Promise<void>)[] = [];

/** A mailbox with the given mails, all of them after activation. */
async function scene(mails: Readonly<Record<number, string>>, box: ScriptedMailbox = {}): Promise<Scene> {
  const uids = Object.keys(mails).map(Number);
  const server = await startScriptedImap({ exists: uids.length, uidNext: 100, ...box });
  server.respond('UID SEARCH', () => ({ lines: [`* SEARCH ${uids.join(' ')}`] }));
  server.respond('UID FETCH', (args) => {
    const rows = uidsIn(args, uids).map((uid) => ({ uid, seq: uids.indexOf(uid) + 1, raw: mails[uid] ?? '' }));
    if (args.includes('RFC822.SIZE')) return { lines: rows.map(({ seq, uid, raw }) => listRow(seq, uid, raw.length)) };
    const { start, length } = partOf(args);
    return { lines: rows.flatMap(({ seq, uid, raw }) => fetchRow(seq, uid, raw.slice(start, start + length), start)) };
  });
  const ledger = memoryLedger();
  ledger.state = { uidValidity: '7', activationUid: 1, activatedAt: 0 };
  const limits = { ...watchOptions(accessTo(1)).limits, maxSmallBytes: 1000, maxBatchBytes: 2000, pieceBytes: 400 };
  const options = watchOptions(accessTo(server.port), { ledger, limits });
  ends.push(server.close);
  return { server, ledger, options, start: () => started(options) };
}

function started(options: WatchOptions): ReturnType<typeof watchMailbox> {
  const mailbox = watchMailbox(options);
  ends.unshift(mailbox.stop);
  return mailbox;
}

function uidsIn(args: string, all: readonly number[]): readonly number[] {
  const ranges = (args.split(' ')[0] ?? '').split(',').map((part) => part.split(':'));
  return all.filter((uid) =>
    ranges.some(([first, last = first]) => uid >= Number(first) && (last === '*' || uid <= Number(last))),
  );
}

function partOf(args: string): { start: number; length: number } {
  const [, start = '0', length = '1000000'] = /<(\d+)\.(\d+)>/.exec(args) ?? [];
  return { start: Number(start), length: Number(length) };
}

const letter = (subject: string, length = 20): string => `Subject: ${subject}\r\n\r\n${'x'.repeat(length)}`;
const sizes = (ledger: MemoryLedger): (readonly [number, number])[] =>
  ledger.kept.map(({ uid, sizeBytes }) => [uid, sizeBytes] as const).sort(([a], [b]) => a - b);

describe('mailbox on an odd server', () => {
  afterEach(async () => {
    for (const end of ends.splice(0)) await end();
  });

  it('is not misled by rows that only tell a changed flag', async () => {
    const { server, ledger, start } = await scene({ 5: letter('satu'), 6: letter('besar', 2000) });
    const honest = server.responder('UID FETCH');
    server.respond('UID FETCH', (args, socket) => {
      const answer = honest(args, socket);
      return { lines: ['* 2 FETCH (UID 6 FLAGS (\\Seen))', '* 1 FETCH (FLAGS ())', ...(answer?.lines ?? [])] };
    });

    await start().catchUp();

    expect(sizes(ledger)).toEqual([
      [5, letter('satu').length],
      [6, letter('besar', 2000).length],
    ]);
  });

  it('reads a mail whole that is larger than listed', async () => {
    const raw = letter('bohong', 5000);
    const { server, ledger, options, start } = await scene({ 5: raw, 6: letter('jujur') });
    const honest = server.responder('UID FETCH');
    server.respond('UID FETCH', (args, socket) =>
      args.includes('RFC822.SIZE') ? { lines: [listRow(1, 5, 1), listRow(2, 6, 1)] } : honest(args, socket),
    );

    await start().catchUp();

    expect(sizes(ledger)).toEqual([
      [5, raw.length],
      [6, letter('jujur').length],
    ]);
    const kept = ledger.kept.find(({ uid }) => uid === 5);
    expect(readFileSync(options.rawStore.path(kept?.sha256 ?? ''), 'latin1')).toBe(raw);
  });

  it.each([
    ['an empty literal', fetchRow(1, 5, '', 2000)],
    ['NIL', ['* 1 FETCH (UID 5 BODY[]<2000> NIL)']],
  ])('ends a mail of whole pieces at %s', async (_, behindTheEnd) => {
    const raw = letter('pas', 2000 - letter('pas', 0).length);
    const { server, ledger, start } = await scene({ 5: raw });
    const honest = server.responder('UID FETCH');
    server.respond('UID FETCH', (args, socket) =>
      args.includes('<2000.') ? { lines: behindTheEnd } : honest(args, socket),
    );

    await start().catchUp();

    expect(sizes(ledger)).toEqual([[5, 2000]]);
  });

  it('takes the whole mail from a server that knows no partial fetch', async () => {
    const raw = letter('utuh', 3000);
    const { server, ledger, start } = await scene({ 5: raw });
    const honest = server.responder('UID FETCH');
    server.respond('UID FETCH', (args, socket) =>
      args.includes('BODY') ? { lines: fetchRow(1, 5, raw) } : honest(args, socket),
    );

    await start().catchUp();

    expect(sizes(ledger)).toEqual([[5, raw.length]]);
  });

  it('does not take half a mail for a whole one when it vanishes while being read', async () => {
    const { server, ledger, start } = await scene({ 5: letter('hilang', 3000), 6: letter('tetap') });
    const honest = server.responder('UID FETCH');
    let isGone = false;
    server.respond('UID FETCH', (args, socket) => {
      isGone ||= args.includes('<400.');
      const answer = honest(args, socket);
      return isGone && args.startsWith('5') ? {} : answer;
    });

    const mailbox = start();
    await mailbox.catchUp();

    expect(sizes(ledger)).toEqual([[6, letter('tetap').length]]);
    expect(mailbox.health().pending).toBe(0);
  });

  it.each([
    ['leaves out', null],
    ['refuses', 'NO internal error'],
  ])('gets all other mails when the server %s one', async (_, refusal) => {
    const { server, ledger, start } = await scene({ 5: letter('rusak'), 6: letter('dua'), 7: letter('tiga') });
    const honest = server.responder('UID FETCH');
    server.respond('UID FETCH', (args, socket) => {
      if (args.includes('RFC822.SIZE') || !uidsIn(args, [5]).length) return honest(args, socket);
      return refusal ? { end: refusal } : honest(args.replace(/^\S+/, '6:7'), socket);
    });

    const mailbox = start();
    await mailbox.catchUp();

    expect(ledger.kept.map(({ uid }) => uid).sort()).toEqual([6, 7]);
    expect(mailbox.health()).toMatchObject({ pending: 1, phase: 'connected' });
  });

  it('activates by the highest UID where SELECT tells no UIDNEXT', async () => {
    const { server, ledger } = await scene({ 5: letter('lama'), 8: letter('lama') });
    const bare = await startScriptedImap({ exists: 2 });
    ends.push(bare.close);
    for (const command of ['UID SEARCH', 'UID FETCH']) bare.respond(command, server.responder(command));
    ledger.state = null;

    await started(watchOptions(accessTo(bare.port), { ledger })).catchUp();

    expect(ledger.state).toMatchObject({ uidValidity: '7', activationUid: 9 });
    expect([ledger.old.length, ledger.kept.length]).toEqual([2, 0]);
  });

  it('after a changed UIDVALIDITY reads all but what is older than the first run', async () => {
    const { server, ledger, start } = await scene({ 1: letter('lama'), 2: letter('baru') }, { uidValidity: 8 });
    const honest = server.responder('UID FETCH');
    const before = listRow(1, 1, letter('lama').length, '20-Nov-2026 09:00:00 +0700');
    const after = listRow(2, 2, letter('baru').length, '21-Nov-2026 09:00:00 +0700');
    server.respond('UID FETCH', (args, socket) =>
      args.includes('RFC822.SIZE') ? { lines: [before, after] } : honest(args, socket),
    );
    const activatedAt = Date.parse('2026-11-21T08:00:00+07:00');
    ledger.state = { uidValidity: '7', activationUid: 40, activatedAt };

    await start().catchUp();

    expect(ledger.state).toEqual({ uidValidity: '8', activationUid: 0, activatedAt });
    expect(ledger.old.map(({ uid }) => uid)).toEqual([1]);
    expect(ledger.kept.map(({ uid }) => uid)).toEqual([2]);
  });

  it('lists nothing under the UIDVALIDITY of before when it changes at that moment', async () => {
    const { server, ledger, start } = await scene({ 1: letter('satu') });
    const honest = server.responder('SELECT');
    let opened = 0;
    server.respond('SELECT', (args, socket) => {
      const answer = honest(args, socket);
      const changed = (answer?.lines ?? []).map((line) => String(line).replace('UIDVALIDITY 7', 'UIDVALIDITY 8'));
      return opened++ === 0 ? answer : { ...answer, lines: changed };
    });

    await start().catchUp();

    expect(ledger.kept.map(({ uidValidity, uid }) => [uidValidity, uid])).toEqual([['8', 1]]);
  });

  it('polls where there is no IDLE', async () => {
    const { server, ledger, options } = await scene({}, { capabilities: 'UIDPLUS' });
    await started({ ...options, pollMs: 30 }).catchUp();
    const later = await scene({ 101: letter('nanti') });

    server.respond('UID FETCH', later.server.responder('UID FETCH'));
    await until(() => ledger.kept.length === 1);

    expect(server.commands).not.toContain('IDLE');
  });

  it('notices a line that is dead though nobody closed it', async () => {
    const { server, options } = await scene({});
    const mailbox = started({ ...options, access: { ...options.access, silenceMs: 100 }, pollMs: 50 });
    await mailbox.catchUp();

    server.respond('UID FETCH', () => null);
    await until(() => mailbox.health().failures > 0);

    expect(mailbox.health().fault?.code).toBe('E_IMAP');
  });

  it.each([
    ['NO [AUTHENTICATIONFAILED] wrong', 'E_IMAP_LOGIN'],
    ['NO wrong', 'E_IMAP_LOGIN'],
    ['NO [UNAVAILABLE] directory is down', 'E_IMAP'],
    ['BAD what?', 'E_IMAP'],
  ])('tells a refused login (%s) from a server in trouble', async (end, code) => {
    const { server, start } = await scene({});
    server.respond('LOGIN', () => ({ end }));

    const mailbox = start();
    await until(() => mailbox.health().failures > 0);

    expect(mailbox.health().fault?.code).toBe(code);
  });

  it('says which mailbox is missing', async () => {
    const { server, start } = await scene({});
    server.respond('SELECT', () => ({ end: 'NO no such mailbox' }));
    server.respond('LIST', () => ({}));

    const mailbox = start();
    await until(() => mailbox.health().failures > 0);

    expect(mailbox.health().fault).toMatchObject({ code: 'E_IMAP', message: expect.stringContaining('INBOX') });
  });
});

describe('moving on an odd server', () => {
  afterEach(async () => {
    for (const end of ends.splice(0)) await end();
  });
  const moved = async (
    capabilities: string,
    prepare: (server: ScriptedImap) => void = () => {},
  ): Promise<[unknown, string[]]> => {
    const { server, start } = await scene({ 5: letter('satu') }, { capabilities });
    server.respond('UID COPY', () => ({}));
    server.respond('UID MOVE', () => ({}));
    server.respond('UID EXPUNGE', () => ({}));
    prepare(server);
    const mailbox = start();
    await mailbox.catchUp();
    const outcome = await mailbox.move('7', [5], DONE).catch((error: unknown) => error);
    return [outcome, server.commands.filter((line) => /COPY|MOVE|STORE|EXPUNGE|CREATE/.test(line))];
  };

  it('copies, marks and expunges these UIDs alone where MOVE is missing', async () => {
    const [outcome, commands] = await moved('IDLE UIDPLUS');

    expect(outcome).toMatchObject({ kind: 'moved', uids: [5] });
    expect(commands).toEqual(['UID COPY 5 Loket/Selesai', 'UID STORE 5 +FLAGS.SILENT (\\Deleted)', 'UID EXPUNGE 5']);
  });

  it('does nothing where a plain EXPUNGE would be the only way', async () => {
    expect(await moved('IDLE')).toEqual([{ kind: 'left' }, []]);
  });

  it('makes the folder anew that somebody removed', async () => {
    let exists = false;
    const [outcome, commands] = await moved('IDLE MOVE', (server) => {
      server.respond('UID MOVE', () => (exists ? {} : { end: 'NO [TRYCREATE] no such folder' }));
      server.respond('CREATE', () => {
        exists = true;
        return {};
      });
      server.respond('SUBSCRIBE', () => ({}));
      server.respond('LIST', (args) => ({ lines: listed(args, exists ? [DONE, HELD] : []) }));
    });

    expect(outcome).toMatchObject({ kind: 'moved', uids: [5] });
    expect(commands.at(-1)).toBe('UID MOVE 5 Loket/Selesai');
  });

  it("names the folders by the server's namespace and separator", async () => {
    const made: string[] = [];
    const [, commands] = await moved('IDLE MOVE NAMESPACE', (server) => {
      server.respond('NAMESPACE', () => ({ lines: ['* NAMESPACE (("INBOX." ".")) NIL NIL'] }));
      server.respond('CREATE', (args) => ({ end: made.push(args.replaceAll('"', '')) ? 'OK made' : 'NO' }));
      server.respond('SUBSCRIBE', () => ({}));
      server.respond('LIST', (args) => ({ lines: listed(args, ['INBOX', ...made], '.') }));
    });

    expect(made).toEqual(['INBOX.Loket.Selesai', 'INBOX.Loket.Ditahan']);
    expect(commands.at(-1)).toBe('UID MOVE 5 INBOX.Loket.Selesai');
  });

  it('says E_IMAP when the server will not move', async () => {
    const [outcome] = await moved('IDLE MOVE', (server) => server.respond('UID MOVE', () => ({ end: 'NO never' })));

    expect(outcome).toMatchObject({ code: 'E_IMAP' });
  });
});
