/**
 * One run of a whole daemon over a day of mails and the answers to its letters: undisturbed, or killed again and again behind an SMTP
 * server that refuses and drops. What it leaves behind has to be the same.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { listedIn } from '../../src/decide/letters/index.ts';
import { openStore } from '../../src/record/open-store.ts';
import { HOUR, MINUTE } from '../../src/shared/time.ts';
import { evolve } from '../../src/ticket/evolve.ts';
import { prepareDaemon, type Daemon } from '../support/daemon.ts';
import { openDelivery } from '../support/deliver.ts';
import type { Dovecot } from '../support/dovecot.ts';
import type { Seeded } from '../support/seeded.ts';
import { startSmtp, type ScriptedSmtp } from '../support/smtp.ts';
import { writeMail } from '../support/write-mail.ts';
import { openRunLedger, type Aftermath, type LetterSeen, type RunLedger } from './ledger-of.ts';

export interface RunOptions {
  readonly dovecot: Dovecot;
  readonly user: string;
  readonly mails: readonly string[];
  /** How many of its letters people answer. */
  readonly answers: number;
  /** How often the daemon is killed; null for an undisturbed run with a good SMTP server. */
  readonly kills: number | null;
  readonly chance: Seeded;
}

export interface RunResult {
  readonly aftermath: Aftermath;
  /** Message-IDs that the SMTP server has taken, each once. */
  readonly taken: ReadonlySet<string>;
  /** How many letters it has taken in all: a letter may come twice with one Message-ID. */
  readonly deliveries: number;
  readonly kills: number;
  /** Kills that came while a mail was being read. */
  readonly killsWhileReading: number;
  /** Tickets whose projection differs from their events. */
  readonly differing: readonly string[];
  readonly log: string;
}

const CLOCK = '2026-11-23T08:00:00+07:00';
const NOON = Date.UTC(2026, 10, 23, 1);
/** What a test waits for at most. */
const PATIENCE = 4 * MINUTE;

interface Run {
  readonly options: RunOptions;
  readonly daemon: Daemon;
  readonly smtp: ScriptedSmtp;
  readonly ledger: RunLedger;
  readonly deliver: (raws: readonly string[], pauseMs: number) => Promise<void>;
  readonly counted: { delivered: number; kills: number; reading: number; clock: number };
  /** Processes that ran for a daemon when it was killed. */
  readonly children: Set<number>;
}

export async function runDay(options: RunOptions): Promise<RunResult> {
  const { dovecot, user, chance } = options;
  dovecot.setPassword(user, 'rahasia');
  await sleep(1_100);
  const smtp = await startSmtp({ random: chance.next });
  if (options.kills !== null) smtp.behave({ refuseShare: 0.2, dropShare: 0.1 });
  const ports = { imapPort: dovecot.ports.imap, smtpPort: smtp.port };
  const daemon = await prepareDaemon({ ...ports, user, clock: CLOCK, config: { log: { level: 'warn' } } });
  const delivery = await openDelivery(dovecot.ports.lmtp);
  const counted = { delivered: 0, kills: 0, reading: 0, clock: 0 };
  const deliver = async (raws: readonly string[], pauseMs: number): Promise<void> => {
    for (const raw of raws) {
      await delivery.deliver(`${user}@kemenkeu.example`, raw);
      counted.delivered += 1;
      if (pauseMs > 0) await sleep(chance.between(0, 2 * pauseMs));
    }
  };
  try {
    await daemon.start();
    const ledger = openRunLedger(join(daemon.folder, 'data/loket.db'));
    const run: Run = { options, daemon, smtp, ledger, deliver, counted, children: new Set() };
    try {
      await until(() => ledger.progress().activated, 'the mailbox is opened');
      await post(run, options.mails, Math.ceil((options.kills ?? 0) * 0.7));
      await settled(run);
      await post(run, answersTo(run), Math.floor((options.kills ?? 0) * 0.3));
      await settled(run);
      return await resultOf(run);
    } finally {
      ledger.close();
    }
  } finally {
    await delivery.close();
    await daemon.close();
    await smtp.stop();
  }
}

/** Mails arrive while the daemon is killed and started again. */
async function post(run: Run, raws: readonly string[], kills: number): Promise<void> {
  // A kill with the life before it takes some two seconds.
  const pauseMs = (kills * 2_000) / Math.max(1, raws.length);
  const killing = async (): Promise<void> => {
    for (let kill = 0; kill < kills; kill += 1) await killOnce(run, kill === Math.floor(kills / 2));
  };
  await Promise.all([run.deliver(raws, pauseMs), killing()]);
  if (!run.daemon.isRunning()) await run.daemon.start();
}

/** @param whileReading waits for a mail that is being read, and kills in the middle of that */
async function killOnce({ daemon, ledger, options, counted, children }: Run, whileReading: boolean): Promise<void> {
  const starting = daemon.isRunning() ? Promise.resolve() : daemon.start().catch(() => undefined);
  if (whileReading) {
    await starting;
    await until(() => ledger.progress().beingRead > 0, 'a mail is being read', 1);
  } else await sleep(options.chance.between(50, 3_000));
  for (const pid of childrenOf(daemon.pid())) children.add(pid);
  await daemon.stop('SIGKILL');
  await starting;
  counted.kills += 1;
  if (ledger.progress().beingRead > 0) counted.reading += 1;
}

/**
 * Everything has arrived, is decided, moved, and its letters have left. Once all is decided the clock runs faster, so that put-off
 * letters come due; no sooner, since a mail that a busy machine lists late would count as hours younger than in the other run.
 */
async function settled(run: Run): Promise<void> {
  const { ledger, counted, daemon } = run;
  const isDecided = (): boolean => {
    const { listed, undecided } = ledger.progress();
    return listed >= counted.delivered && undecided === 0;
  };
  const isOver = (): boolean => {
    const { unmoved, unsent } = ledger.progress();
    return isDecided() && unmoved === 0 && unsent === 0;
  };
  await until(isDecided, () => `all is decided; ${JSON.stringify(ledger.progress())} of ${counted.delivered}`, 50);
  const faster = setInterval(() => {
    counted.clock += MINUTE / 2;
    daemon.setClock(new Date(NOON + Math.min(counted.clock, 14 * HOUR)).toISOString());
  }, 500);
  try {
    await until(isOver, () => `all is settled; ${JSON.stringify(ledger.progress())} of ${counted.delivered}`, 50);
  } finally {
    clearInterval(faster);
  }
}

/** People answer the first letters that ask something of them, in the order of the tickets. */
function answersTo({ ledger, smtp, options }: Run): readonly string[] {
  const asking = ledger.letters().filter(({ template }) => template in ANSWERS);
  return asking.slice(0, options.answers).map((letter, index) => {
    const messageId = smtp.letters.find((sent) => sent.messageId.startsWith(letter.key))?.messageId;
    if (messageId === undefined) throw new Error(`letter ${letter.key} never reached the server`);
    return answerTo(letter, messageId, index);
  });
}

/** What an approver says has to be the same to a letter of its own and to a list. */
const VERDICTS = ['Setuju', 'Tidak setuju, belum ada anggarannya.', 'Setuju, silakan diproses.'] as const;
const ANSWERS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  'approver.please-approve': VERDICTS,
  'approver.several': VERDICTS,
  'team.assigned': ['selesai: sudah kami kerjakan.\nlabel: Selesai', 'catatan: menunggu vendor.', 'selesai'],
  'requester.incomplete': ['Baik, atasan saya belum ada.'],
};

function answerTo(letter: LetterSeen, messageId: string, index: number): string {
  const { template, ticket, name, recipient } = letter;
  const words = ANSWERS[template] ?? ['Terima kasih'];
  return writeMail({
    from: { name: '', address: recipient },
    subject: `Re: [${ticket}] jawaban`,
    text: `${placeInList(letter)}${words[lotOf(name) % words.length] ?? words[0]}`,
    messageId: `jawaban-${`${name}-${template.split('.')[0]}-${recipient}`.replaceAll('@', '-at-')}@mail.kemenkeu.example`,
    inReplyTo: messageId,
    date: new Date(NOON + index * 1_000),
    headers: ['Authentication-Results: mx.kemenkeu.example; dmarc=pass header.from=kemenkeu.example'],
  });
}

/** By the ticket, not by the turn: what differs in one answer must not differ in all that follow. */
function lotOf(name: string): number {
  return createHash('sha256').update(name).digest().readUInt16BE();
}

/** `3 `: the ticket's number in the list that asks for it. */
function placeInList({ template, ticket, shown }: LetterSeen): string {
  if (template !== 'approver.several') return '';
  return `${(listedIn(shown) ?? []).findIndex((one) => one.ticket === ticket) + 1} `;
}

async function resultOf({ daemon, ledger, smtp, counted, children }: Run): Promise<RunResult> {
  await daemon.stop();
  // They notice the end of their parent between two mails.
  await until(() => [...children].every((pid) => !isReader(pid)), 'no reading process outlives its daemon', 100);
  const store = await openStore({ database: `sqlite:${join(daemon.folder, 'data/loket.db')}`, evolve });
  const differing = await store.recorder.rebuild({ mend: false });
  await store.close();
  // Alarms go past the outbox: they have to leave when it is what is broken.
  const letters = smtp.letters.filter(({ messageId }) => !messageId.startsWith('alarm-'));
  return {
    aftermath: ledger.aftermath(),
    taken: new Set(letters.map((letter) => letter.messageId)),
    deliveries: letters.length,
    kills: counted.kills,
    killsWhileReading: counted.reading,
    differing,
    log: daemon.log(),
  };
}

async function until(isSo: () => boolean, what: string | (() => string), everyMs = 20): Promise<void> {
  const end = Date.now() + PATIENCE;
  while (!isSo()) {
    if (Date.now() > end) throw new Error(`waited in vain until ${typeof what === 'string' ? what : what()}`);
    await sleep(everyMs);
  }
}

function childrenOf(pid: number): readonly number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
  } catch {
    return [];
  }
}

/** A number may have been given to another process meanwhile. */
function isReader(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('parse-worker');
  } catch {
    return false;
  }
}
