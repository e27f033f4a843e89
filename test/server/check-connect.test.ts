/** `loket check --connect` against a Dovecot and an SMTP server that delivers into it, as an operator runs it before the first start. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connectFaults } from '../../src/commands/check-connect.ts';
import { lineText } from '../../src/commands/check-line.ts';
import { loadConfig } from '../../src/config.ts';
import { prepareDaemon, type Daemon, type DaemonOptions } from '../support/daemon.ts';
import { openDelivery } from '../support/deliver.ts';
import { eventually, MAILBOX } from '../support/desk.ts';
import { startDovecot, type Dovecot } from '../support/dovecot.ts';
import { startSmtp, type ReceivedLetter, type ScriptedSmtp } from '../support/smtp.ts';

const OPERATOR = 'operator@kemenkeu.example';
const DESK = 'meja-layanan@kemenkeu.example';
const LOGIN = { user: 'loket', password: 'rahasia' };

let dovecot: Dovecot;
let smtp: ScriptedSmtp;
let daemon: Daemon;
/** Where the mail server delivers, by address without plus-detail; other letters end at it. */
let deliversTo: Readonly<Record<string, string>> = {};

beforeAll(async () => {
  dovecot = await startDovecot();
  smtp = await startSmtp({ login: LOGIN, onward });
});
afterAll(async () => {
  await Promise.all([smtp.stop(), dovecot.close()]);
});
beforeEach(() => {
  deliversTo = { [MAILBOX]: MAILBOX };
  smtp.clear();
  smtp.behave({ recipients: {} });
});
afterEach(() => daemon.close());

async function onward({ to, raw }: ReceivedLetter): Promise<void> {
  const line = await openDelivery(dovecot.ports.lmtp);
  try {
    for (const address of to) {
      const mailbox = deliversTo[address.replace(/\+[^@]*@/, '@')];
      if (mailbox) await line.deliver(mailbox, Buffer.from(raw, 'latin1'));
    }
  } finally {
    await line.close();
  }
}

/** A Loket that is configured and not started. */
async function configure(more: Partial<DaemonOptions> = {}): Promise<void> {
  const imapPort = more.imapPort ?? dovecot.ports.imap;
  daemon = await prepareDaemon({ ...more, imapPort, smtpPort: smtp.port });
  edit('smtp:\n  host: 127.0.0.1', 'smtp:\n  user: loket\n  password: file:./password\n  host: 127.0.0.1');
}

function edit(from: string, to: string): void {
  const text = readFileSync(daemon.configFile, 'utf8');
  expect(text).toContain(from);
  writeFileSync(daemon.configFile, text.replace(from, to));
}

/** In process, with shorter waits than an operator's. */
async function faults(deliveredMs = 1_500): Promise<readonly string[]> {
  return (await connectFaults(loadConfig(daemon.configFile, {}), deliveredMs, 1_500)).map(lineText);
}

describe('where all is well', () => {
  it('says so, makes our folders, tries the alarm, and leaves nothing behind', async () => {
    await configure({ replyAddress: 'servicedesk+{token}@kemenkeu.example' });

    const { code, out, err } = await daemon.command('check', '--connect');

    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('all is well, and the servers answer');
    expect(smtp.letters.map(({ to }) => to[0]).toSorted()).toEqual([
      DESK,
      OPERATOR,
      expect.stringMatching(/^servicedesk\+[0-9a-f]{16}@/),
    ]);
    expect(['INBOX', 'Loket/Selesai', 'Loket/Ditahan'].flatMap((folder) => mailsIn(folder))).toEqual([]);
  });

  it('beside a Loket that is running: no ticket, no answer', async () => {
    await configure({ replyAddress: 'servicedesk+{token}@kemenkeu.example' });
    await daemon.start();
    await eventually(async () => (await daemon.ready()).status === 200, 15_000, 'ready');
    smtp.clear();

    expect(await faults(10_000)).toEqual([]);

    const others = smtp.letters.map(({ to }) => to[0]).filter((to) => to !== OPERATOR && to !== DESK);
    expect(others).toEqual([expect.stringMatching(/^servicedesk\+/)]);
    expect(await daemon.command('ticket', 'list')).toMatchObject({ code: 0, out: '' });
  });
});

describe('what is wrong is said in one sentence', () => {
  it.each<[string, () => Promise<void>, RegExp]>([
    [
      'a wrong password of the mailbox',
      async () => {
        await configure();
        edit('password: file:./password\n  poll', 'password: file:./other\n  poll');
        writeFileSync(join(daemon.folder, 'other'), 'salah\n');
      },
      /^mailbox\.imap: IMAP server 127\.0\.0\.1:\d+ refused the login of servicedesk: /,
    ],
    [
      'a wrong password of the mail server',
      async () => {
        await configure();
        edit('user: loket\n  password: file:./password', 'user: loket\n  password: file:./other');
        writeFileSync(join(daemon.folder, 'other'), 'salah\n');
      },
      /^smtp: SMTP server 127\.0\.0\.1:\d+ refuses us: 535 /,
    ],
    [
      'a secret that is not there',
      async () => {
        await configure();
        edit('password: file:./password\n  poll', 'password: env:LOKET_NOWHERE\n  poll');
      },
      /^mailbox\.imap: .*environment variable LOKET_NOWHERE is not set/,
    ],
    [
      'a folder that the mailbox does not have',
      async () => {
        await configure();
        edit('  poll: 5s', '  poll: 5s\n  folder: Layanan');
      },
      /^mailbox\.imap: there is no folder Layanan in the mailbox of servicedesk; it has INBOX/,
    ],
    ['a mailbox server that does not answer', () => configure({ imapPort: 9 }), /^mailbox\.imap: .*127\.0\.0\.1:9/],
  ])('%s', async (_what, prepare, sentence) => {
    await prepare();

    const lines = await faults();

    expect(lines).toEqual([expect.stringMatching(sentence)]);
  });
});

describe('the ways of mail are tried, not believed', () => {
  it('a mail server that drops plus-addresses', async () => {
    await configure({ replyAddress: 'servicedesk+{token}@kemenkeu.example' });
    deliversTo = {};

    expect(await faults()).toEqual([
      expect.stringMatching(
        /^mailbox\.reply_address: a mail to servicedesk\+[0-9a-f]+@\S+ did not arrive in 1\.5 s; let the/,
      ),
    ]);
  });

  it('a mail server that refuses plus-addresses', async () => {
    await configure({ replyAddress: 'servicedesk+{token}@kemenkeu.example' });
    smtp.behave({
      recipients: new Proxy(
        {},
        { get: (_all, address) => (String(address).includes('+') ? '550 5.1.1 user unknown' : undefined) },
      ),
    });

    expect(await faults()).toEqual([
      expect.stringMatching(/^mailbox\.reply_address: the server refused a mail to .*: 550 5\.1\.1/),
    ]);
  });

  it('a desk whose address delivers into our own mailbox, found by a command line, exit 1', async () => {
    await configure();
    deliversTo = { [MAILBOX]: MAILBOX, [DESK]: MAILBOX };

    const { code, err } = await daemon.command('check', '--connect');

    expect(code).toBe(1);
    expect(err).toContain(
      `rules/teams.yaml: mail to the desk at ${DESK} comes to the mailbox itself; give the desk a mailbox of its own`,
    );
    expect(mailsIn('INBOX')).toEqual([]);
  });

  it('a desk whose address the mail server does not know', async () => {
    await configure();
    smtp.behave({ recipients: { [DESK]: '550 5.1.1 user unknown' } });

    expect(await faults()).toEqual([
      expect.stringMatching(/^warning: rules\/teams\.yaml: the server refused a mail to the desk .*550 5\.1\.1/),
    ]);
  });

  it('an alarm that does not leave', async () => {
    await configure();
    smtp.behave({ recipients: { [OPERATOR]: '550 5.1.1 user unknown' } });

    expect(await faults()).toEqual([expect.stringMatching(/^alarm\.mail: .*550 5\.1\.1/)]);
  });
});

it('tells every fault at once: of rules that do not load, and of servers', async () => {
  await configure({ rules: join(import.meta.dirname, '../../fixtures/rules/nowhere') });
  smtp.behave({ recipients: { [OPERATOR]: '550 5.1.1 user unknown' } });

  const { code, out } = await daemon.command('check', '--connect', '--json');

  const { faults: lines }: { faults: readonly { message: string }[] } = JSON.parse(out);
  expect(code).toBe(2);
  expect(lines.map(({ message }) => message)).toEqual([
    expect.stringContaining('the rules folder is not readable'),
    expect.stringMatching(/^alarm\.mail: .*550/),
  ]);
});

function mailsIn(folder: string): readonly string[] {
  return dovecot.files('servicedesk', folder).filter((name) => !name.startsWith('dovecot'));
}
