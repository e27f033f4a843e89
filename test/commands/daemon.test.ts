/** `loket run` as a process on an embedded mail server, and the commands that operators use beside it. */
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sendAs } from '../../src/demo/people-write.ts';
import { openMailTown, type MailTown } from '../../src/demo/mail-town.ts';
import { prepareDaemon, runLoket, type Daemon, type DaemonOptions } from '../support/daemon.ts';

const DESK = { address: 'servicedesk@kemenkeu.example', name: 'Service Desk' };
const MUTIA = { address: 'mutia.zahra@kemenkeu.example', name: 'Mutia Zahra' };
const OTHERS = ['rft-akun', 'joyo.handoko', 'meja-layanan', 'operator'].map((user) => ({
  address: `${user}@kemenkeu.example`,
  name: user,
}));

let town: MailTown;
let daemon: Daemon;

beforeEach(async () => {
  town = await openMailTown([DESK, MUTIA, ...OTHERS], 0);
  daemon = await prepareDaemon(servers());
});

afterEach(async () => {
  await daemon.close();
  await town.close();
});

const servers = (): DaemonOptions => ({
  imapPort: town.mailboxes.get(DESK.address)?.imapPort ?? 0,
  smtpPort: town.smtpPort,
  replyAddress: 'servicedesk+{token}@kemenkeu.example',
});

async function mutiaWrites(subject: string, ordinal: number): Promise<void> {
  const mutia = town.mailboxes.get(MUTIA.address);
  if (mutia === undefined) throw new Error('no mailbox');
  const mail = { to: DESK.address, cc: [], subject, text: 'Mohon reset password email saya.', answers: null, ordinal };
  await sendAs(mutia, mail, { port: town.smtpPort, clock: { now: () => Date.now() } });
}

function lettersTo(address: string): number {
  return town.mailboxes.get(address)?.messages().length ?? 0;
}

/** New rules are tried with all their examples, which takes its time on a busy machine. */
const TRIAL_MS = 120_000;

/** @returns the folder of rules that it reads, a copy that may be spoilt */
function withRulesOfItsOwn(): string {
  const rules = join(daemon.folder, 'rules');
  cpSync(join(import.meta.dirname, '../../rules'), rules, { recursive: true });
  const config = readFileSync(daemon.configFile, 'utf8').replace(/^rules: .*$/m, '');
  writeFileSync(daemon.configFile, `${config}\nrules: ${rules}\n`);
  return rules;
}

async function until(isTrue: () => boolean): Promise<void> {
  for (let step = 0; step < TRIAL_MS / 50; step += 1) {
    if (isTrue()) return;
    await sleep(50);
  }
  throw new Error(`it never came: ${isTrue.toString()}\n${daemon.log()}`);
}

describe('a running loket', () => {
  it('makes its folder at the first start, and keeps what it writes to its owner', async () => {
    await daemon.close();
    daemon = await prepareDaemon({ ...servers(), learnsAnew: true });
    await daemon.start();
    const modes = ['data', 'data/secret', 'data/loket.db', 'data/learnt'].map(
      (name) => statSync(join(daemon.folder, name)).mode & 0o777,
    );

    expect(modes).toEqual([0o700, 0o600, 0o600, 0o700]);
  });

  it('is the only one on its data folder, until it ends, even by kill -9', async () => {
    await daemon.start();

    const second = await daemon.command('run');

    expect(second).toMatchObject({ code: 2, out: '' });
    expect(second.err).toContain(`another loket (process ${daemon.pid()}) works on this folder`);
    await daemon.stop('SIGKILL');
    await daemon.start();
    expect(daemon.isRunning()).toBe(true);
  });

  it('ends with 0 at SIGTERM', async () => {
    await daemon.start();

    expect(await daemon.stop()).toBe(0);
    expect(daemon.log()).toContain('loket has stopped');
  });

  it('ends with 2 when the port of /metrics is taken', async () => {
    await daemon.start();
    const folder = mkdtempSync(join(tmpdir(), 'loket-second-'));
    const config = join(folder, 'loket.yaml');
    writeFileSync(config, readFileSync(daemon.configFile, 'utf8'));
    writeFileSync(join(folder, 'password'), 'rahasia\n');

    const other = await runLoket(['run', '--config', config]);

    rmSync(folder, { recursive: true, force: true });
    expect(other.code).toBe(2);
    expect(other.err).toContain('cannot be listened on');
  });

  it('ends with 2 when the password is to stand in an environment variable that is not set', async () => {
    const config = readFileSync(daemon.configFile, 'utf8');
    writeFileSync(daemon.configFile, config.replace('file:./password', 'env:LOKET_NOT_SET'));

    const { code, err } = await runLoket(['run', '--config', daemon.configFile]);

    expect(code).toBe(2);
    expect(err).toContain('environment variable LOKET_NOT_SET is not set; set it or write file:PATH');
  });

  it('says of a letter that cannot wait again why, with exit 1', async () => {
    await daemon.start();

    const { code, out, err } = await daemon.command('outbox', 'retry', 'nix');

    expect([code, out.trim()]).toEqual([1, '0 of 1 letters wait again']);
    expect(err).toContain('only failed and parked letters can wait again');
  });

  it('loads rules and directory anew at SIGHUP', { timeout: 2 * TRIAL_MS }, async () => {
    await daemon.start();

    process.kill(daemon.pid(), 'SIGHUP');

    await until(() => daemon.log().includes('rules and directory are loaded anew'));
    expect(daemon.isRunning()).toBe(true);
  });

  it(
    'keeps the old rules at SIGHUP where the new ones are faulty, says each fault with its place, and takes them once mended',
    { timeout: 2 * TRIAL_MS },
    async () => {
      const rules = withRulesOfItsOwn();
      const accounts = join(rules, 'services/ITSM.8.yaml');
      const good = readFileSync(accounts, 'utf8');
      const calendar = readFileSync(join(rules, 'calendar.yaml'), 'utf8');
      await daemon.start();

      writeFileSync(
        accounts,
        good.replace('team: RFT-AKUN', 'team: RFT-AKNU').replace('service_level:', 'servis_level:'),
      );
      writeFileSync(
        join(rules, 'calendar.yaml'),
        calendar.replaceAll(/^  20\d\d:/gm, (year) => `  19${year.slice(4)}`),
      );
      process.kill(daemon.pid(), 'SIGHUP');

      await until(() => daemon.log().includes('the new rules are faulty; the old ones stay'));
      expect(daemon.log()).toMatch(/ITSM\.8\.yaml:\d+:\d+: key \\"servis_level\\" is not known here/);
      expect(daemon.log()).toMatch(/calendar\.yaml:\d+:\d+: year 20\d\d has no calendar/);
      await mutiaWrites('lupa password', 1);
      await until(() => lettersTo(MUTIA.address) === 1);
      writeFileSync(accounts, good);
      writeFileSync(join(rules, 'calendar.yaml'), calendar);
      process.kill(daemon.pid(), 'SIGHUP');
      await until(() => daemon.log().includes('rules and directory are loaded anew'));
    },
  );

  it(
    'keeps the old rules at SIGHUP where an example is no longer understood, names its line, and answers mails while it tries them',
    { timeout: 2 * TRIAL_MS },
    async () => {
      const rules = withRulesOfItsOwn();
      const hosting = join(rules, 'services/ITSM.1.yaml');
      const good = readFileSync(hosting, 'utf8');
      const line = good.split('\n').findIndex((text) => text.startsWith('    examples:')) + 2;
      await daemon.start();

      writeFileSync(hosting, good.replace(/^    examples:\n/m, '$&      - "Mohon reset password email saya, lupa."\n'));
      process.kill(daemon.pid(), 'SIGHUP');
      await mutiaWrites('lupa password', 1);
      await until(() => lettersTo(MUTIA.address) === 1);

      expect(daemon.log()).not.toContain('the old ones stay');
      await until(() => daemon.log().includes('the new rules are faulty; the old ones stay'));
      expect(daemon.log()).toContain(
        `ITSM.1.yaml:${line}:9: this example of ITSM.1/hosting-iaas-production is read as ITSM.8/reset-password`,
      );
      writeFileSync(hosting, good);
      process.kill(daemon.pid(), 'SIGHUP');
      await until(() => daemon.log().includes('rules and directory are loaded anew'));
    },
  );

  it(
    'runs on rules whose example is no longer understood, says so aloud, and answers mails',
    { timeout: 2 * TRIAL_MS },
    async () => {
      const rules = withRulesOfItsOwn();
      const hosting = join(rules, 'services/ITSM.1.yaml');
      const good = readFileSync(hosting, 'utf8');
      writeFileSync(hosting, good.replace(/^    examples:\n/m, '$&      - "Mohon reset password email saya, lupa."\n'));
      appendFileSync(daemon.configFile, 'rules_tried_after: 1s\n');
      await daemon.start();

      await until(() => daemon.log().includes('loket runs on faulty rules; a reload would refuse them'));

      expect(daemon.log()).toContain('is read as ITSM.8/reset-password');
      await mutiaWrites('lupa password', 1);
      await until(() => lettersTo(MUTIA.address) === 1);
    },
  );

  it('answers a mail of before its first start only when a person releases it', async () => {
    await mutiaWrites('lupa password', 1);
    await daemon.start();
    await mutiaWrites('reset password', 2);
    await until(() => lettersTo(MUTIA.address) === 1);
    const list = await daemon.command('quarantine', 'list', '--before-activation', '--json');
    const { mail } = JSON.parse(list.out);

    const released = await daemon.command('quarantine', 'release', mail);

    expect(released).toMatchObject({ code: 0, err: '' });
    await until(() => lettersTo(MUTIA.address) === 2);
    const shown = await daemon.command('quarantine', 'show', mail);
    expect(shown.out).toContain('subject   lupa password');
    expect(shown.out).toContain('Mohon reset password email saya.');
  });

  it('says of a released mail that is no longer there that it is gone', async () => {
    await mutiaWrites('lupa password', 1);
    await daemon.start();
    await mutiaWrites('reset password', 2);
    await until(() => lettersTo(MUTIA.address) === 1);
    const { mail } = JSON.parse((await daemon.command('quarantine', 'list', '--before-activation', '--json')).out);
    town.mailboxes.get(DESK.address)?.clear();

    await daemon.command('quarantine', 'release', mail);

    await until(() => daemon.log().includes('a released mail is no longer in the mailbox'));
    const shown = JSON.parse((await daemon.command('quarantine', 'show', mail, '--json')).out);
    expect(shown).toMatchObject({ disposition: 'ignore:gone', file: null });
  });

  it('shows its tickets and letters to commands beside it', async () => {
    await daemon.start();
    await mutiaWrites('reset password', 1);
    await until(() => lettersTo(MUTIA.address) === 1);

    const list = await daemon.command('ticket', 'list', '--json');
    const { number, status } = JSON.parse(list.out.trim());
    const shown = await daemon.command('ticket', 'show', number, '--json');
    const letters = await daemon.command('outbox', 'list', '--json');

    expect(status).toBe('incomplete');
    expect(JSON.parse(shown.out)).toMatchObject({ number, requester: { address: MUTIA.address }, team: null });
    const sent = letters.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(sent).toContainEqual(expect.objectContaining({ ticket: number, state: 'sent' }));
  });
});

describe('loket check --connect', () => {
  it('finds all well where servers answer, plus-addresses arrive and the alarm leaves', async () => {
    const checked = await daemon.command('check', '--connect');

    expect(checked.code).toBe(0);
    expect(checked.out).toContain('all is well, and the servers answer');
    expect(lettersTo(DESK.address)).toBe(0);
    expect(lettersTo('operator@kemenkeu.example')).toBe(1);
  });

  it('names a refused login and a server that is not there, with exit 1', async () => {
    const config = readFileSync(daemon.configFile, 'utf8').replace(`port: ${town.smtpPort}`, 'port: 1');
    writeFileSync(daemon.configFile, config);
    writeFileSync(join(daemon.folder, 'password'), 'salah\n');

    const checked = await daemon.command('check', '--connect');

    expect(checked.code).toBe(1);
    expect(checked.err).toContain('refused the login of servicedesk');
    expect(checked.err).toMatch(/smtp: .*127\.0\.0\.1/);
  });

  it('refuses an alarm address that is the mailbox itself, before it asks a server', async () => {
    await daemon.close();
    daemon = await prepareDaemon({ ...servers(), learnsAnew: true });
    const config = readFileSync(daemon.configFile, 'utf8').replace('operator@', 'servicedesk+alarm@');
    writeFileSync(daemon.configFile, config);

    const checked = await daemon.command('check');

    expect(checked.code).toBe(2);
    expect(checked.err).toContain('delivers into the mailbox that Loket reads');
    expect(existsSync(join(daemon.folder, 'data'))).toBe(false);
  });
});
