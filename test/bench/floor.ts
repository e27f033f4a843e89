/**
 * The same work without logic, as lean as these packages allow: fetch in batches, raw file with fsync, parse, one transaction of as
 * many rows, as many letters of the same sizes, one move each; ten mails under way at once. Runs as a process of its own. Whether the
 * text of PDFs belongs to parsing may be argued: it is measured both ways.
 */
import { fork } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { ImapFlow } from 'imapflow';
import { simpleParser, type Attachment } from 'mailparser';
import { createTransport } from 'nodemailer';
import { processorMs } from './processor-time.ts';

export interface FloorJob {
  readonly imapPort: number;
  readonly smtpPort: number;
  /** The mailbox whose mails are the measured ones. */
  readonly user: string;
  /** Another one, for the code to become warm. */
  readonly warmUpUser: string;
  /** For raw files and database. */
  readonly folder: string;
  /** Sizes of the letters that Loket sent for the same mails. */
  readonly letters: readonly number[];
  /** All mails of a batch in one MOVE instead of one each. */
  readonly moveTogether: boolean;
  /** Reads the text layer of PDFs, too, as Loket does with the same library. */
  readonly readPdfs: boolean;
}

export interface FloorFigures {
  readonly mails: number;
  /** Epoch milliseconds. */
  readonly beganAt: number;
  readonly endedAt: number;
  readonly cpuMs: number;
}

export async function runFloor(job: FloorJob): Promise<FloorFigures> {
  const child = fork(import.meta.filename, ['work']);
  child.send(job);
  const [figures] = (await once(child, 'message')) as [FloorFigures];
  child.disconnect();
  await once(child, 'exit');
  return figures;
}

if (process.argv[1] === import.meta.filename && process.argv[2] === 'work')
  process.once('message', (job: FloorJob) => void work(job).then((figures) => process.send?.(figures)));

const BATCH_MAILS = 250;
const BATCH_BYTES = 16 * 1024 * 1024;
const UNDER_WAY = 10;
const LEAN = { skipHtmlToText: true, skipTextToHtml: true, skipTextLinks: true, skipImageLinks: true };

interface Parts {
  readonly job: FloorJob;
  readonly client: ImapFlow;
  readonly store: (sha256: string, subject: string, text: string) => void;
  readonly send: (bytes: number) => Promise<unknown>;
}

async function work(job: FloorJob): Promise<FloorFigures> {
  await mkdir(join(job.folder, 'raw'), { recursive: true });
  const store = openTables(join(job.folder, 'floor.db'));
  const pool = createTransport({
    pool: true,
    host: '127.0.0.1',
    port: job.smtpPort,
    maxConnections: 5,
    maxMessages: 1e6,
  });
  const send = (bytes: number): Promise<unknown> => pool.sendMail(letterOf(bytes));
  await empty(job.warmUpUser, { job, store, send });
  const client = await openBox(job, job.user);
  const cpuMs = processorMs(process.pid);
  const beganAt = Date.now();
  const mails = await emptyBox({ job, client, store, send });
  const figures = { mails, beganAt, endedAt: Date.now(), cpuMs: processorMs(process.pid) - cpuMs };
  await client.logout();
  pool.close();
  return figures;
}

async function empty(user: string, parts: Omit<Parts, 'client'>): Promise<void> {
  const client = await openBox(parts.job, user);
  await emptyBox({ ...parts, client });
  await client.logout();
}

async function openBox(job: FloorJob, user: string): Promise<ImapFlow> {
  const auth = { user, pass: 'rahasia' };
  const client = new ImapFlow({
    host: '127.0.0.1',
    port: job.imapPort,
    secure: false,
    doSTARTTLS: false,
    auth,
    logger: false,
  });
  await client.connect();
  await client.mailboxCreate('Selesai');
  await client.mailboxOpen('INBOX');
  return client;
}

/** While one batch is worked on, the next one is fetched. */
async function emptyBox(parts: Parts): Promise<number> {
  const listed: { uid: number; size: number }[] = [];
  for await (const { uid, size } of parts.client.fetch('1:*', { uid: true, size: true }))
    listed.push({ uid, size: size ?? 0 });
  const batches = batchesOf(listed);
  const share = parts.job.letters.length / Math.max(1, listed.length);
  let next = fetchBatch(parts.client, batches[0] ?? []);
  let done = 0;
  for (const index of batches.keys()) {
    const mails = await next;
    next = fetchBatch(parts.client, batches[index + 1] ?? []);
    await eachOf(mails, async ({ uid, source }, place) => {
      const sizes = parts.job.letters.slice(Math.floor((done + place) * share), Math.floor((done + place + 1) * share));
      await oneMail(source, sizes, parts);
      if (!parts.job.moveTogether) await parts.client.messageMove(`${uid}`, 'Selesai', { uid: true });
    });
    if (parts.job.moveTogether)
      await parts.client.messageMove(mails.map(({ uid }) => uid).join(','), 'Selesai', { uid: true });
    done += mails.length;
  }
  return done;
}

function batchesOf(listed: readonly { uid: number; size: number }[]): readonly (readonly number[])[] {
  const batches: number[][] = [];
  let bytes = 0;
  for (const { uid, size } of listed) {
    const last = batches.at(-1);
    if (last && last.length < BATCH_MAILS && bytes + size <= BATCH_BYTES) last.push(uid);
    else batches.push([uid]);
    bytes = batches.at(-1) === last ? bytes + size : size;
  }
  return batches;
}

interface Fetched {
  readonly uid: number;
  readonly source: Buffer;
}

async function fetchBatch(client: ImapFlow, uids: readonly number[]): Promise<readonly Fetched[]> {
  const mails: Fetched[] = [];
  if (uids.length === 0) return mails;
  for await (const { uid, source } of client.fetch(uids.join(','), { uid: true, source: true }, { uid: true })) {
    if (source) mails.push({ uid, source });
  }
  return mails;
}

async function eachOf<Item>(items: readonly Item[], task: (item: Item, index: number) => Promise<void>): Promise<void> {
  const queue = items.entries();
  const worker = async (): Promise<void> => {
    for (const [index, item] of queue) await task(item, index);
  };
  await Promise.all(Array.from({ length: UNDER_WAY }, worker));
}

async function oneMail(source: Buffer, letters: readonly number[], { job, store, send }: Parts): Promise<void> {
  const sha256 = createHash('sha256').update(source).digest('hex');
  const file = await open(join(job.folder, 'raw', sha256), 'w');
  await file.writeFile(source);
  await file.datasync();
  await file.close();
  const { subject, text, attachments } = await simpleParser(source, LEAN);
  if (job.readPdfs) for (const file of attachments) await readPdf(file);
  store(sha256, subject ?? '', text ?? '');
  await Promise.all(letters.map(send));
}

async function readPdf({ contentType, content }: Attachment): Promise<void> {
  if (contentType !== 'application/pdf') return;
  const { extractText, getDocumentProxy } = await import('unpdf');
  await extractText(await getDocumentProxy(new Uint8Array(content), { verbosity: 0 }));
}

/** Rows that Loket writes for such a mail, by kind: narrow ones, and those that hold a letter. */
const NARROW_ROWS = 14;
const LETTER_ROWS = 2;
const LETTER_JSON = 'x'.repeat(3_000);

function openTables(path: string): Parts['store'] {
  const db = new Database(path);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec('create table narrow (id integer primary key, mail text, name text, value text, at integer)');
  db.exec('create index narrow_mail on narrow (mail, name)');
  db.exec('create table letters (id integer primary key, mail text, letter text)');
  const narrow = db.prepare('insert into narrow (mail, name, value, at) values (?, ?, ?, ?)');
  const letter = db.prepare('insert into letters (mail, letter) values (?, ?)');
  return db.transaction((sha256: string, subject: string, text: string) => {
    for (let row = 0; row < NARROW_ROWS; row += 1)
      narrow.run(sha256, `row-${row}`, row === 0 ? text : subject, Date.now());
    for (let row = 0; row < LETTER_ROWS; row += 1) letter.run(sha256, LETTER_JSON);
  });
}

const HTML_BYTES = 12_000;
const PARAGRAPH = '<p>Permintaan Bapak kami terima dan sudah diteruskan ke tim Akun.</p>\n';
const TEXT = 'Permintaan Bapak kami terima dan sudah diteruskan ke tim Akun.\n'.repeat(20);
const HTML = PARAGRAPH.repeat(Math.ceil(HTML_BYTES / PARAGRAPH.length));
const FILLING = randomBytes(16 * 1024 * 1024);

/** What is beyond the two text parts is an attachment, in base64 as in any mail. */
function letterOf(bytes: number): object {
  const html = HTML.slice(0, Math.max(500, Math.min(HTML_BYTES, bytes - TEXT.length - 1_000)));
  const missing = Math.floor((bytes - html.length - TEXT.length - 1_000) * 0.73);
  return {
    from: 'servicedesk@kemenkeu.example',
    to: 'penerima@kemenkeu.example',
    subject: '[SR-261122-0001-3] Permintaan Bapak kami terima',
    text: TEXT,
    html,
    attachments: missing > 200 ? [{ filename: 'email-asli.eml', content: FILLING.subarray(0, missing) }] : [],
  };
}
