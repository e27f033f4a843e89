/** The real daemon on the same mails: stopped while they are delivered, measured from its going on to its last letter. */
import { copyFileSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { prepareDaemon, type Daemon } from '../support/daemon.ts';
import type { Dovecot } from '../support/dovecot.ts';
import { openDelivery } from '../support/deliver.ts';
import { benchPeople, type BenchMail } from './mails.ts';
import { childrenMs, processorMs } from './processor-time.ts';
import type { Sink } from './sink.ts';

export interface Surroundings {
  readonly dovecot: Dovecot;
  readonly sink: Sink;
  /** Where the daemon leaves its profile; null measures only. */
  readonly profile: string | null;
}

export interface LoketFigures {
  /** Epoch milliseconds. */
  readonly beganAt: number;
  readonly endedAt: number;
  readonly cpuMs: number;
  readonly readerCpuMs: number;
  /** Sizes of the letters, in bytes. */
  readonly letters: readonly number[];
}

export interface LoketRun {
  /** IMAP user; its mailbox is empty. */
  readonly user: string;
  readonly warmUp: readonly BenchMail[];
  readonly mails: readonly BenchMail[];
  /** A database file to begin with: the daemon works in it, then it is put back. Gigabytes copied would keep the disk busy for minutes. */
  readonly database?: string;
  /** Where its database is to be copied at the end. */
  readonly keepDatabase?: string;
}

export async function runLoket(run: LoketRun, around: Surroundings): Promise<LoketFigures> {
  const { dovecot, sink } = around;
  const directory = join(dovecot.dir, 'people.csv');
  const usual = readFileSync(join(import.meta.dirname, '../../fixtures/directory.csv'), 'utf8');
  writeFileSync(directory, usual.trimEnd() + '\n' + benchPeople(Math.max(run.mails.length, run.warmUp.length)));
  // The daemon takes its environment from here.
  if (around.profile) process.env['NODE_OPTIONS'] = `--cpu-prof --cpu-prof-dir=${around.profile}`;
  // Where a machine happens to have tesseract it would read the scans, which no floor does.
  const config = { papers: { ocr: 'off' } };
  const ports = { imapPort: dovecot.ports.imap, smtpPort: sink.port };
  const daemon = await prepareDaemon({ ...ports, user: run.user, directory, config });
  delete process.env['NODE_OPTIONS'];
  try {
    const database = join(daemon.folder, 'data/loket.db');
    if (run.database) {
      mkdirSync(join(daemon.folder, 'data'), { recursive: true });
      renameSync(run.database, database);
    }
    await daemon.start();
    await untilConnected(daemon);
    if (run.warmUp.length > 0) await backlog(run.user, run.warmUp, { daemon, around });
    const figures = await backlog(run.user, run.mails, { daemon, around });
    await daemon.stop();
    if (run.keepDatabase) copyFileSync(database, run.keepDatabase);
    if (run.database) renameSync(database, run.database);
    return figures;
  } finally {
    await daemon.close();
  }
}

async function backlog(
  user: string,
  mails: readonly BenchMail[],
  { daemon, around }: { readonly daemon: Daemon; readonly around: Surroundings },
): Promise<LoketFigures> {
  const readerTime = (): number => childrenMs(daemon.pid());
  process.kill(daemon.pid(), 'SIGSTOP');
  await deliverAll(around.dovecot, user, mails);
  await around.sink.clear();
  const cpuMs = processorMs(daemon.pid());
  const readerCpuMs = readerTime();
  const beganAt = Date.now();
  process.kill(daemon.pid(), 'SIGCONT');
  const { sizes, lastAt } = await untilQuiet(user, around);
  return {
    beganAt,
    endedAt: lastAt,
    cpuMs: processorMs(daemon.pid()) - cpuMs,
    readerCpuMs: readerTime() - readerCpuMs,
    letters: sizes,
  };
}

export async function deliverAll(dovecot: Dovecot, user: string, mails: readonly BenchMail[]): Promise<void> {
  const delivery = await openDelivery(dovecot.ports.lmtp);
  for (const { raw } of mails) await delivery.deliver(`${user}@kemenkeu.example`, raw);
  await delivery.close();
}

async function untilConnected(daemon: Daemon): Promise<void> {
  for (let attempt = 0; attempt < 1_200; attempt += 1) {
    if ((await daemon.ready()).status === 200) return;
    await sleep(50);
  }
  throw new Error(`Loket does not reach the mailbox:\n${daemon.log().slice(-2_000)}`);
}

/** No letter comes for that long and the inbox is empty: the backlog is worked off. */
const QUIET_MS = 1_500;
const GIVE_UP_MS = 600_000;

async function untilQuiet(user: string, { dovecot, sink }: Surroundings): ReturnType<Sink['state']> {
  const until = Date.now() + GIVE_UP_MS;
  for (;;) {
    await sleep(250);
    const state = await sink.state();
    const isQuiet = state.lastAt > 0 && Date.now() - state.lastAt > QUIET_MS;
    if (isQuiet && dovecot.files(user).filter((file) => !file.startsWith('.')).length === 0) return state;
    if (Date.now() > until) throw new Error(`after ${GIVE_UP_MS / 1000} s there are ${state.sizes.length} letters`);
  }
}
