/**
 * A private Dovecot on ephemeral loopback ports, in its own folder, as an ordinary user (as root it runs as `nobody`). Speaks IMAP
 * (plain and STARTTLS), IMAPS and LMTP; nothing outside its folder is touched.
 */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  chownSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createServer, connect } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { dovecotConf } from './dovecot-conf.ts';

export interface DovecotPorts {
  readonly imap: number;
  readonly imaps: number;
  readonly lmtp: number;
}

export interface Dovecot {
  readonly host: '127.0.0.1';
  readonly ports: DovecotPorts;
  readonly dir: string;
  /** PEM of the certificate, which is its own authority (CN localhost, 127.0.0.1). */
  readonly ca: string;
  start(): Promise<void>;
  /** SIGTERM, or another signal, and waits for the end. */
  stop(signal?: NodeJS.Signals): Promise<void>;
  restart(): Promise<void>;
  /** A new user, or a new password: Dovecot follows within a second. */
  setPassword(user: string, password: string): void;
  /** Files of a folder, `INBOX` or e.g. `Loket/Selesai`; empty when it does not exist. */
  files(user: string, folder?: string): readonly string[];
  /** Forgets all UIDs: the next open of the mailbox has another UIDVALIDITY. */
  changeUidValidity(user: string): void;
  log(): string;
  /** Stops and removes everything. */
  close(): Promise<void>;
}

export interface DovecotOptions {
  /** Name and password; more may be set later. */
  readonly users?: Readonly<Record<string, string>>;
  /** Further lines of dovecot.conf. */
  readonly conf?: string;
}

const NOBODY = { uid: 65_534, gid: 65_534 };

export async function startDovecot(options: DovecotOptions = {}): Promise<Dovecot> {
  const asRoot = userInfo().uid === 0;
  const dir = mkdtempSync(join(tmpdir(), 'loket-dovecot-'));
  const [imap, imaps, lmtp] = await Promise.all([freePort(), freePort(), freePort()]);
  const ports = { imap, imaps, lmtp };
  let stamp = Math.floor(Date.now() / 1000) - 100_000;
  let child: ChildProcess | null = null;
  const setPassword = (user: string, password: string): void => {
    const file = join(dir, 'passwd', user);
    writeFileSync(file, `${user}:{PLAIN}${password}::::::\n`);
    // Dovecot reads the file again when its time in whole seconds has changed, and looks once a second.
    stamp += 1;
    utimesSync(file, stamp, stamp);
  };
  const mailFolder = (user: string, folder: string): string =>
    join(dir, 'mail', user, ...(folder === 'INBOX' ? [] : folder.split('/')));
  const start = async (): Promise<void> => {
    const identity = asRoot ? NOBODY : {};
    child = spawn('dovecot', ['-F', '-c', join(dir, 'dovecot.conf')], {
      ...identity,
      detached: true,
      stdio: 'inherit',
      env: PATHS,
    });
    await Promise.race([greeted(imap), once(child, 'exit').then(neverStarted)]);
  };
  process.once('exit', () => killAll(child));
  const stop = async (signal: NodeJS.Signals = 'SIGTERM'): Promise<void> => {
    const running = child;
    child = null;
    if (!running || running.exitCode !== null || running.signalCode !== null) return;
    const exited = once(running, 'exit');
    running.kill(signal);
    await exited;
    killAll(running);
  };

  prepare(dir, asRoot);
  const user = asRoot ? 'nobody' : userInfo().username;
  const group = asRoot ? 'nogroup' : execFileSync('id', ['-gn'], { encoding: 'utf8' }).trim();
  writeFileSync(join(dir, 'dovecot.conf'), dovecotConf({ dir, user, group, ports, more: options.conf ?? '' }));
  for (const [name, password] of Object.entries(options.users ?? { servicedesk: 'rahasia' }))
    setPassword(name, password);
  await start();

  return {
    host: '127.0.0.1',
    ports,
    dir,
    ca: readFileSync(join(dir, 'cert.pem'), 'utf8'),
    start,
    stop,
    restart: async () => {
      await stop();
      await start();
    },
    setPassword,
    files: (name, folder = 'INBOX') => ['cur', 'new'].flatMap((part) => filesOf(join(mailFolder(name, folder), part))),
    changeUidValidity: (name) => {
      const box = mailFolder(name, 'INBOX');
      for (const file of filesOf(box)) {
        if (/^dovecot(\.index|-uidlist)/.test(file)) rmSync(join(box, file), { force: true });
      }
    },
    log: () => readFileSync(join(dir, 'dovecot.log'), 'utf8'),
    close: async () => {
      await stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

const PATHS = { PATH: `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin` };

function prepare(dir: string, asRoot: boolean): void {
  for (const name of ['run', 'state', 'mail', 'passwd']) mkdirSync(join(dir, name));
  const made = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '30'];
  const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
  const files = ['-keyout', join(dir, 'key.pem'), '-out', join(dir, 'cert.pem')];
  execFileSync('openssl', [...made, ...names, ...files], { stdio: 'ignore' });
  if (!asRoot) return;
  for (const path of ['', 'run', 'state', 'mail', 'key.pem']) chownSync(join(dir, path), NOBODY.uid, NOBODY.gid);
}

/** The whole process group: without their master, idle sessions would go on for ten seconds. */
function killAll(master: ChildProcess | null): void {
  if (master?.pid === undefined) return;
  try {
    process.kill(-master.pid, 'SIGKILL');
  } catch {
    // Gone already.
  }
}

function filesOf(dir: string): readonly string[] {
  try {
    return readdirSync(dir);
  } catch {
    return [];
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

function neverStarted(): never {
  throw new Error('Dovecot ended at once');
}

async function greeted(port: number): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const socket = connect(port, '127.0.0.1');
    const greeting = await Promise.race([once(socket, 'data'), once(socket, 'close')]).catch(() => []);
    socket.destroy();
    if (String(greeting[0]).startsWith('* OK')) return;
    await sleep(25);
  }
  throw new Error('Dovecot did not start');
}
