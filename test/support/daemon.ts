/** A whole Loket as operators run it: a folder with a configuration, and `loket run` as a process of its own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  existsSync,
  openSync,
  closeSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parse, stringify } from 'yaml';
import { TEST_CACHE_FOLDER } from './test-cache.ts';

const ROOT = resolve(import.meta.dirname, '../..');

export interface DaemonOptions {
  readonly imapPort: number;
  readonly smtpPort: number;
  /** Address of the mailbox; default servicedesk@kemenkeu.example. */
  readonly mailbox?: string;
  /** IMAP user; the password is `rahasia`. */
  readonly user?: string;
  /** Default: fixtures/directory.csv. */
  readonly directory?: string;
  readonly rules?: string;
  readonly whenAbsent?: 'refuse' | 'desk' | 'accept';
  readonly replyAddress?: string;
  /** A sample configuration in place of ours: only its servers, its password and its paths become those of the test. */
  readonly sample?: string;
  /** Merged over the top-level keys of the configuration. */
  readonly config?: Readonly<Record<string, unknown>>;
  /** ISO instant: runs under a test clock that begins there. */
  readonly clock?: string;
  /** Begins with an empty data folder, as the first start of all does; else with what earlier tests have learnt of the rules. */
  readonly learnsAnew?: boolean;
}

export interface Daemon {
  readonly folder: string;
  readonly configFile: string;
  readonly httpPort: number;
  /** PID of the running process. */
  pid(): number;
  /** Resolves when /healthz answers. */
  start(): Promise<void>;
  /** SIGTERM by default; resolves with the exit code, null after a signal that kills. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
  isRunning(): boolean;
  /** Status and body of /readyz. */
  ready(): Promise<{ readonly status: number; readonly body: string }>;
  metrics(): Promise<string>;
  /** Moves the test clock. */
  setClock(iso: string): void;
  log(): string;
  /** Runs another command against the same configuration. */
  command(
    ...args: readonly string[]
  ): Promise<{ readonly code: number | null; readonly out: string; readonly err: string }>;
  /** Stops it and removes the folder. */
  close(): Promise<void>;
}

export async function prepareDaemon(options: DaemonOptions): Promise<Daemon> {
  const folder = mkdtempSync(join(tmpdir(), 'loket-daemon-'));
  const httpPort = await freePort();
  const configFile = join(folder, 'loket.yaml');
  const clockFile = join(folder, 'clock');
  writeFileSync(join(folder, 'password'), 'rahasia\n', { mode: 0o600 });
  writeFileSync(configFile, stringify({ ...configOf(options, httpPort), ...options.config }));
  if (options.clock) writeFileSync(clockFile, options.clock);
  if (options.learnsAnew !== true) knowWhatWasLearnt(join(folder, 'data'));
  const env = { ...process.env, ...(options.clock ? { LOKET_TEST_CLOCK: clockFile } : {}) };
  const logFile = join(folder, 'loket.log');
  let child: ChildProcess | null = null;

  const daemon: Daemon = {
    folder,
    configFile,
    httpPort,
    pid: () => child?.pid ?? 0,
    isRunning: () => child !== null && child.exitCode === null && child.signalCode === null,
    start: async () => {
      const log = openSync(logFile, 'a');
      child = spawn(process.execPath, [join(ROOT, 'src/loket.js'), 'run', '--config', configFile], {
        cwd: folder,
        env,
        stdio: ['ignore', log, log],
      });
      closeSync(log);
      await untilHealthy(daemon);
    },
    stop: async (signal = 'SIGTERM') => {
      const process = child;
      if (process === null || process.exitCode !== null || process.signalCode !== null)
        return process?.exitCode ?? null;
      const ended = once(process, 'exit');
      process.kill(signal);
      await ended;
      return process.exitCode;
    },
    ready: async () => {
      const response = await fetch(`http://127.0.0.1:${httpPort}/readyz`, ONCE);
      return { status: response.status, body: await response.text() };
    },
    metrics: async () => (await fetch(`http://127.0.0.1:${httpPort}/metrics`, ONCE)).text(),
    setClock: (iso) => writeFileSync(clockFile, iso),
    log: () => (existsSync(logFile) ? readFileSync(logFile, 'utf8') : ''),
    command: (...args) => runLoket([...args, '--config', configFile], env),
    close: async () => {
      await daemon.stop('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return daemon;
}

/** What a start learns takes it seconds, and is the same for the same rules and code. */
function knowWhatWasLearnt(data: string): void {
  mkdirSync(data, { mode: 0o700 });
  symlinkSync(TEST_CACHE_FOLDER, join(data, 'learnt'));
}

/** Any `loket` command line as a process of its own. */
export async function runLoket(
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, [join(ROOT, 'src/loket.js'), ...args], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  await once(child, 'close');
  return { code: child.exitCode, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() };
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

function configOf(options: DaemonOptions, httpPort: number): Readonly<Record<string, unknown>> {
  const base = baseConfig(options, httpPort);
  if (options.sample === undefined) return base;
  const at = dirname(options.sample);
  const sample: Sample = parse(readFileSync(options.sample, 'utf8'));
  const { host, port, password } = base.mailbox.imap;
  return {
    ...base,
    ...sample,
    mailbox: { ...sample.mailbox, imap: { ...sample.mailbox.imap, host, port, password }, poll: base.mailbox['poll'] },
    smtp: base.smtp,
    directory: { csv: resolve(at, sample.directory.csv) },
    ...(sample.rules ? { rules: resolve(at, sample.rules) } : {}),
  };
}

/** What of a sample has to be changed. */
interface Sample {
  readonly mailbox: { readonly imap: object };
  readonly directory: { readonly csv: string };
  readonly rules?: string;
}

interface BaseConfig {
  readonly mailbox: Readonly<Record<string, unknown>> & { readonly imap: Readonly<Record<string, unknown>> };
  readonly smtp: object;
}

function baseConfig(options: DaemonOptions, httpPort: number): BaseConfig & Readonly<Record<string, unknown>> {
  return {
    organisation: { name: 'Pusintek', domains: ['kemenkeu.example'], timezone: 'Asia/Jakarta' },
    mailbox: {
      address: options.mailbox ?? 'servicedesk@kemenkeu.example',
      imap: {
        host: '127.0.0.1',
        port: options.imapPort,
        secure: false,
        user: options.user ?? 'servicedesk',
        password: 'file:./password',
      },
      poll: '5s',
      ...(options.replyAddress ? { reply_address: options.replyAddress } : {}),
    },
    smtp: { host: '127.0.0.1', port: options.smtpPort, secure: false },
    database: 'sqlite:./data/loket.db',
    directory: { csv: options.directory ?? join(ROOT, 'fixtures/directory.csv') },
    ...(options.rules ? { rules: options.rules } : {}),
    authentication: {
      authserv_ids: ['mx.kemenkeu.example'],
      internal: { header: 'X-MS-Exchange-Organization-AuthAs', value: 'Internal' },
      when_absent: options.whenAbsent ?? 'accept',
    },
    alarm: { mail: 'operator@kemenkeu.example', webhook: '' },
    http: { host: '127.0.0.1', port: httpPort },
  };
}

/** A connection kept for later would be a closed one by the time it is used again. */
const ONCE = { headers: { connection: 'close' } };

const START_WITHIN_MS = 60_000;

async function untilHealthy(daemon: Daemon): Promise<void> {
  const until = Date.now() + START_WITHIN_MS;
  while (Date.now() < until) {
    if (!daemon.isRunning()) throw new Error(`loket ended at its start:\n${daemon.log().slice(-2000)}`);
    const answers = await fetch(`http://127.0.0.1:${daemon.httpPort}/healthz`, ONCE).then(
      (response) => response.ok,
      () => false,
    );
    if (answers) return;
    await sleep(50);
  }
  throw new Error(`loket did not start:\n${daemon.log().slice(-2000)}`);
}
