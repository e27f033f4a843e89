/** The whole of it: a Dovecot, a scripted SMTP server, a daemon between them, and a look into its books. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { startCuttingProxy } from './cutting-proxy.ts';
import { prepareDaemon, type Daemon, type DaemonOptions } from './daemon.ts';
import { openDelivery } from './deliver.ts';
import { startDovecot, type Dovecot } from './dovecot.ts';
import { startSmtp, type ReceivedLetter, type ScriptedSmtp } from './smtp.ts';
import type { DONE, HELD } from './watch.ts';
import { spelled, writeMail, type WrittenMail } from './write-mail.ts';

export const MAILBOX = 'servicedesk@kemenkeu.example';

export interface DeskOptions extends Partial<Omit<DaemonOptions, 'smtpPort'>> {
  /** A Dovecot that runs already, and goes on when the desk is closed. */
  readonly dovecot?: Dovecot;
  /** The daemon reaches the mailbox through a line that can be cut. */
  readonly proxied?: boolean;
}

/** One mail as the ledger has it at its end, with what was decided and sent because of it. */
export interface BookedMail {
  readonly uid: number;
  readonly state: string;
  readonly disposition: string | null;
  readonly movedTo: string | null;
  readonly attempts: number;
  readonly messageId: string | null;
  readonly tickets: number;
  /** Templates of the letters to the one who wrote it. */
  readonly letters: readonly string[];
}

export interface Desk {
  readonly dovecot: Dovecot;
  readonly smtp: ScriptedSmtp;
  readonly daemon: Daemon;
  /** Where it is proxied: the next `times` connections end after so many bytes from the server. */
  cutLine(bytes: number, times: number): void;
  /** Resolves when the daemon says that it is ready; what is delivered from then on is answered. */
  start(): Promise<void>;
  /** Side by side on a few connections; resolves when the server has taken all. */
  deliver(raws: readonly (string | Uint8Array)[]): Promise<void>;
  mailsIn(folder: 'INBOX' | typeof DONE | typeof HELD): number;
  books(): readonly BookedMail[];
  query<Row>(sql: string): readonly Row[];
  /** Resolves when so many mails are decided and moved, and every letter has left. @throws {Error} when it takes longer */
  settled(mails: number, withinMs?: number): Promise<void>;
  /** Letters to the writer of a mail, by the Message-ID they answer. */
  answersTo(messageId: string): readonly ReceivedLetter[];
  close(): Promise<void>;
}

const LMTP_CONNECTIONS = 4;

/** Not started. */
export async function openDesk(options: DeskOptions = {}): Promise<Desk> {
  const { proxied, mailbox = MAILBOX, dovecot: running, ...daemonOptions } = options;
  const user = mailbox.slice(0, mailbox.indexOf('@'));
  const [dovecot, smtp] = await Promise.all([running ?? startDovecot(), startSmtp()]);
  if (user !== 'servicedesk') dovecot.setPassword(user, 'rahasia');
  const proxy = proxied === true ? await startCuttingProxy(dovecot.ports.imap) : null;
  const daemon = await prepareDaemon({
    imapPort: proxy?.port ?? dovecot.ports.imap,
    mailbox,
    user,
    ...daemonOptions,
    smtpPort: smtp.port,
  });
  const query = <Row>(sql: string): readonly Row[] => readRows<Row>(join(daemon.folder, 'data/loket.db'), sql);
  return {
    dovecot,
    smtp,
    daemon,
    cutLine: (bytes, times) => proxy?.cutAfter(bytes, times),
    start: async () => {
      await daemon.start();
      await eventually(async () => (await daemon.ready()).status === 200, 10_000, 'ready');
    },
    deliver: (raws) => deliverAll(dovecot.ports.lmtp, mailbox, raws),
    mailsIn: (folder) => dovecot.files(user, folder).filter((name) => !name.startsWith('dovecot')).length,
    books: () => booksOf(query),
    query,
    settled: (mails, withinMs = 60_000) => settled(query, mails, withinMs),
    answersTo: (messageId) =>
      smtp.letters.filter((letter) => headerOf(letter.raw, 'in-reply-to').includes(`<${messageId}>`)),
    close: async () => {
      await daemon.close();
      await Promise.all([smtp.stop(), running ? undefined : dovecot.close(), proxy?.close()]);
    },
  };
}

/** A header field unfolded; empty where there is none. */
export function headerOf(raw: string, name: string): string {
  const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ');
  return new RegExp(`^${name}: *(.*)$`, 'im').exec(head)?.[1] ?? '';
}

export async function eventually(
  isTrue: () => boolean | Promise<boolean>,
  withinMs: number,
  what: string,
): Promise<void> {
  const end = Date.now() + withinMs;
  while (!(await isTrue())) {
    if (Date.now() > end) throw new Error(`not within ${withinMs} ms: ${what}`);
    await sleep(50);
  }
}

/** An everyday request as number `index`, in words of its own: who says the same again and again gets no more letters. */
export function plainRequest(index: number, more: Partial<WrittenMail> = {}): string {
  return writeMail({
    from: { name: 'Dadang Sutisna', address: 'dadang.sutisna@kemenkeu.example' },
    cc: ['asep.hidayatulloh@kemenkeu.example'],
    subject: `Permohonan reset password nomor ${index}`,
    text: `Yth. Service Desk,\n\nmohon reset password email saya, lupa sejak cuti. Ini permintaan nomor ${spelled(index)}.\n\nDadang Sutisna\n`,
    messageId: requestId(index),
    ...more,
  });
}

export function requestId(index: number): string {
  return `permintaan-${index}@kemenkeu.example`;
}

export const SAMPLE_DIRECTORY = join(import.meta.dirname, '../../fixtures/samples/directory.csv');

/** Resident memory of a process and of all that it started, each shared page counted by its share, in bytes. */
export function memoriesOf(pid: number): readonly number[] {
  return processTree(pid).map(proportionalBytes);
}

function processTree(pid: number): readonly number[] {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
    return [pid, ...(children === '' ? [] : children.split(' ').flatMap((child) => processTree(Number(child))))];
  } catch {
    return [];
  }
}

function proportionalBytes(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

async function deliverAll(port: number, to: string, raws: readonly (string | Uint8Array)[]): Promise<void> {
  const lines = await Promise.all(
    Array.from({ length: Math.min(LMTP_CONNECTIONS, raws.length) }, () => openDelivery(port)),
  );
  try {
    await Promise.all(raws.map((raw, index) => lines[index % lines.length]?.deliver(to, raw)));
  } finally {
    await Promise.all(lines.map((line) => line.close()));
  }
}

function readRows<Row>(file: string, sql: string): readonly Row[] {
  const database = new Database(file, { readonly: true, timeout: 5_000 });
  try {
    return database.prepare<[], Row>(sql).all();
  } finally {
    database.close();
  }
}

type Query = Desk['query'];

interface BookRow {
  readonly uid: number;
  readonly state: string;
  readonly disposition: string | null;
  readonly moved_to: string | null;
  readonly attempts: number;
  readonly message_id: string | null;
  readonly tickets: number;
  readonly letters: string | null;
}

function booksOf(query: Query): readonly BookedMail[] {
  const rows = query<BookRow>(`
    select l.uid, l.state, l.disposition, l.moved_to, l.attempts, m.message_id,
      (select count(distinct ticket) from ticket_mails t where t.mail = l.mail) as tickets,
      (select group_concat(template) from outbox o where o.source = l.mail and o.template like 'requester.%') as letters
    from ledger l left join mails m on m.mail = l.mail order by l.uid`);
  return rows.map(({ moved_to, message_id, letters, ...row }) => ({
    ...row,
    movedTo: moved_to,
    messageId: message_id,
    letters: letters?.split(',') ?? [],
  }));
}

async function settled(query: Query, mails: number, withinMs: number): Promise<void> {
  const state = (): string => {
    const [ledger] = query<{ decided: number; moved: number; all: number }>(
      "select count(*) as 'all', sum(state = 'decided') as decided, sum(moved_to is not null) as moved from ledger",
    );
    const [outbox] = query<{ open: number }>("select count(*) as open from outbox where state not in ('sent')");
    return `${ledger?.all} listed, ${ledger?.decided} decided, ${ledger?.moved} moved, ${outbox?.open} letters open`;
  };
  const goal = `${mails} listed, ${mails} decided, ${mails} moved, 0 letters open`;
  const end = Date.now() + withinMs;
  while (state() !== goal) {
    if (Date.now() > end) throw new Error(`not settled within ${withinMs} ms: ${state()}`);
    await sleep(100);
  }
}
