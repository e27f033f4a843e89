/** Mails, papers and letters of a ticket: each with its entry in the history and the files that the evidence file carries. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MailReader, ReadMail } from '../mail-reader.ts';
import type { EvidenceFile } from '../papers/make/evidence/manifest.ts';
import { measureFile } from '../papers/make/evidence/write-evidence.ts';
import { newText } from '../parse/reply-text.ts';
import type { PastDecision, TicketMail } from '../record/history.ts';
import type { Store } from '../record/open-store.ts';
import type { OutboxRow } from '../record/outbox.ts';
import type { TicketRecord } from '../record/store.ts';
import type { Told } from './ticket-export-order.ts';
import { REMOVED, type Telling } from './ticket-export-words.ts';
import { writePaper } from './ticket-export-papers.ts';

export interface Collecting {
  readonly store: Store;
  readonly ticket: TicketRecord;
  readonly telling: Telling;
  readonly reader: Pick<MailReader, 'read' | 'extract'>;
  /** For what has no file of its own yet. */
  readonly folder: string;
  /** Null where the original is not kept any more. */
  rawPath(sha256: string): string | null;
  readonly maxMessageBytes: number;
}

export interface StoredFile {
  readonly told: EvidenceFile;
  readonly path: string;
  /** The original that it lies in, too. */
  readonly within?: string;
}

/** What an evidence file does not carry, though the mail did. */
export interface LeftOut {
  readonly name: string;
  /** Null where nobody measured it. */
  readonly bytes: number | null;
  readonly sha256: string;
  readonly reason: string;
}

/** Its entry does not name its files yet: which of them are carried is found out when all are known. */
export interface Gathered extends Told {
  readonly files: readonly StoredFile[];
  readonly missing?: readonly LeftOut[];
}

const MOST_PAPERS = 50;
/** More than any ticket has. */
const MOST_LETTERS = 100_000;
/** Of what somebody wrote, and of the rules that decided; the rest stands in the attachments. */
const LONGEST_TEXT = 500;
const MOST_RULES = 6;

export async function collectMails(it: Collecting): Promise<readonly Gathered[]> {
  const mails = await it.store.history.mails(it.ticket.number);
  const gathered: Gathered[] = [];
  for (const [index, mail] of mails.entries()) gathered.push(await collectMail(it, mail, ordinal(index)));
  return gathered;
}

export async function collectLetters(it: Collecting): Promise<readonly Gathered[]> {
  const rows = await it.store.outbox.list({ ticket: it.ticket.number, limit: MOST_LETTERS });
  const oldestFirst = rows.toReversed().toSorted((one, other) => one.createdAt - other.createdAt);
  const gathered: Gathered[] = [];
  for (const [index, row] of oldestFirst.entries()) gathered.push(await collectLetter(it, row, ordinal(index)));
  return gathered;
}

async function collectMail(it: Collecting, mail: TicketMail, place: string): Promise<Gathered> {
  const { telling } = it;
  const path = it.rawPath(mail.sha256);
  const original = path === null ? null : await stored(path, originalOf(mail, place, telling));
  const isCut = (original?.told.bytes ?? 0) > it.maxMessageBytes;
  const read = path === null ? null : await it.reader.read(path, isCut);
  const papers = path === null || original === null || isCut ? NO_PAPERS : await papersOf(it, path, place);
  const files = [...(original ? [original] : []), ...papers.files];
  const message = read?.kind === 'ok' ? read.value : null;
  const decisions = await it.store.history.decisions(mail.mail);
  const lines = [
    mail.from === '' ? `Pengirim, penerima, dan perihal ${REMOVED}` : telling.text(`Perihal: ${mail.subject}`),
    ...(message ? messageLines(message, telling) : []),
    ...decisions.map((decision) => decisionLine(decision, telling)),
    ...originLines(mail, original),
    ...(isCut ? ['Lampiran email ini tidak dipisahkan: emailnya lebih besar dari batas yang dibaca'] : papers.lines),
  ];
  const { mail: id, messageId, sha256 } = mail;
  return {
    instant: mail.receivedAt,
    mail: mail.mail,
    files,
    missing: papers.missing,
    entry: {
      at: telling.iso(mail.receivedAt),
      title: mail.from === '' ? 'Email masuk' : `Email masuk dari ${writerOf(mail, telling)}`,
      lines,
      data: { kind: 'mail', mail: id, messageId, sha256, grade: message?.message.grade ?? null },
    },
  };
}

function writerOf({ from, fromName }: TicketMail, telling: Telling): string {
  return telling.text(fromName === '' ? from : `${fromName} <${from}>`);
}

function originalOf(mail: TicketMail, place: string, telling: Telling): Omit<EvidenceFile, 'bytes' | 'sha256'> {
  const description = `Email asli dari ${telling.text(mail.from)}, ${telling.moment(mail.receivedAt)}`;
  return { name: originalName(place), type: 'message/rfc822', description };
}

function messageLines({ message, papers }: ReadMail, telling: Telling): readonly string[] {
  const addresses = [...message.to, ...message.cc].map(({ address }) => address).join(', ');
  const written = telling.text(newText(message, null).text, LONGEST_TEXT);
  const evidence = message.gradeEvidence === '' ? '' : ` (${message.gradeEvidence})`;
  return [
    ...(addresses === '' ? [] : [telling.text(`Kepada: ${addresses}`)]),
    telling.text(`Keaslian pengirim: ${telling.code('grade', message.grade)}${evidence}`),
    ...papers.map((paper) =>
      telling.text(`Dokumen ${paper.filename}: ${paper.type}, tanda tangan: ${paper.signature}`),
    ),
    ...(written === '' ? [] : [`Isi: ${written}`]),
  ];
}

/** What was done with a mail, and the rules that said so. */
function decisionLine({ at, disposition, trace }: PastDecision, telling: Telling): string {
  const rules = trace
    .filter(({ matched }) => matched)
    .map(({ rule, detail }) => (detail ? `${rule} (${detail})` : rule))
    .slice(0, MOST_RULES)
    .join('; ');
  const [kind = disposition] = disposition.split(/[ :(]/);
  const done = `Keputusan ${telling.moment(at)}: ${telling.code('disposition', kind)}`;
  return telling.text(rules === '' ? done : `${done}; aturan: ${rules}`, LONGEST_TEXT);
}

function originLines(mail: TicketMail, original: StoredFile | null): readonly string[] {
  if (original === null) return [`Email asli tidak disimpan lagi menurut masa simpan; sidiknya SHA-256 ${mail.sha256}`];
  return original.told.sha256 === mail.sha256
    ? []
    : [`Perhatian: isi email yang tersimpan tidak sama dengan catatan; sidik tercatat ${mail.sha256}`];
}

interface Papers {
  readonly files: readonly StoredFile[];
  readonly missing: readonly LeftOut[];
  readonly lines: readonly string[];
}

const NO_PAPERS: Papers = { files: [], missing: [], lines: [] };

/** Those beyond the most that are taken apart are named: they lie in the original. */
async function papersOf({ reader, folder, telling }: Collecting, path: string, place: string): Promise<Papers> {
  const outcome = await reader.extract(path, null);
  if (outcome.kind !== 'ok')
    return { ...NO_PAPERS, lines: [`Lampiran email ini tidak dapat dipisahkan; ada di dalam ${originalName(place)}`] };
  const files: StoredFile[] = [];
  const named = outcome.value.map((file, index) => ({
    file,
    name: `email-${place}-${ordinal(index)}-${plainName(file.filename)}`,
  }));
  for (const { file, name } of named.slice(0, MOST_PAPERS)) {
    const target = join(folder, name);
    await writePaper(target, path, file);
    const type = /^[a-z0-9.+-]+\/[a-z0-9.+-]+$/.test(file.type) ? file.type : 'application/octet-stream';
    const told = { name, type, description: telling.text(`Lampiran ${file.filename}`, 120) };
    files.push({ ...(await stored(target, told)), within: originalName(place) });
  }
  const missing = named.slice(MOST_PAPERS).map(({ file: { sha256 }, name }) => ({
    name,
    bytes: null,
    sha256,
    reason: `lebih dari ${MOST_PAPERS} lampiran; ada di dalam ${originalName(place)}`,
  }));
  return { files, missing, lines: [] };
}

async function collectLetter(it: Collecting, row: OutboxRow, place: string): Promise<Gathered> {
  const { telling } = it;
  const { letter } = row;
  const text = (await it.store.tickets.letter(row.key))?.text ?? '';
  const files = text === '' ? [] : [await letterFile(it, row, { text, place })];
  const at = row.sentAt ?? row.createdAt;
  const lines = [
    ...headLines(letter, telling),
    `Keadaan: ${telling.code('letter-state', row.state)}; percobaan: ${row.attempts}`,
    ...(row.lastReply === null ? [] : [telling.text(`Jawaban server SMTP: ${row.lastReply}`)]),
  ];
  const { state, attempts, lastReply } = row;
  return {
    instant: at,
    mail: letter.source,
    files,
    entry: {
      at: telling.iso(at),
      title: `Surat kami: ${telling.letter(letter.template)}`,
      lines,
      data: {
        kind: 'letter',
        key: row.key,
        template: letter.template,
        state,
        attempts,
        lastReply,
      },
    },
  };
}

/** A letter always had somebody to go to. */
function headLines({ to, cc, subject }: OutboxRow['letter'], telling: Telling): readonly string[] {
  if (to.length === 0) return [`Penerima, perihal, dan isi ${REMOVED}`];
  return [
    telling.text(`Kepada: ${to.map(({ address }) => address).join(', ')}`),
    ...(cc.length > 0 ? [telling.text(`Tembusan: ${cc.map(({ address }) => address).join(', ')}`)] : []),
    telling.text(`Perihal: ${subject}`),
  ];
}

async function letterFile(
  { folder, telling }: Collecting,
  { letter }: OutboxRow,
  { text, place }: { readonly text: string; readonly place: string },
): Promise<StoredFile> {
  const name = `surat-${place}.txt`;
  const path = join(folder, name);
  await writeFile(path, text);
  const description = telling.text(`Surat kami: ${telling.letter(letter.template)}`);
  return stored(path, { name, type: 'text/plain', description });
}

async function stored(path: string, told: Omit<EvidenceFile, 'bytes' | 'sha256'>): Promise<StoredFile> {
  return { path, told: { ...told, ...(await measureFile(path)) } };
}

/** What any file system and any PDF takes; the ending stays. */
function plainName(filename: string): string {
  const plain = filename.normalize('NFKD').replace(/[^A-Za-z0-9._-]+/g, '-');
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(plain)?.[0] ?? '';
  return `${plain.slice(0, plain.length - ending.length).slice(0, 50)}${ending}`;
}

const ordinal = (index: number): string => String(index + 1).padStart(3, '0');
const originalName = (place: string): string => `email-${place}.eml`;
