/** `loket explain`: what the bot would do with each mail and why. Sends nothing, changes nothing, needs no secret. */
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSubjects } from '../compose/subjects.ts';
import type { Config } from '../config.ts';
import { decideOnMail } from '../decide/on-mail.ts';
import type { Office } from '../decide/office.ts';
import { situationOf, type LookUp, type ReadOutcome } from '../look-up.ts';
import { makeMailReader, type MailReader } from '../mail-reader.ts';
import { readKept } from '../read-mail.ts';
import { loadOffice, readingPolicy } from '../office.ts';
import type { LedgerRow } from '../record/store.ts';
import { mailIdOf } from '../shared/keyring.ts';
import { silentLog } from '../shared/log.ts';
import type { EpochMs } from '../shared/time.ts';
import { readReply } from '../understand/reply.ts';
import type { ReplyRole } from '../understand/reading.ts';
import type { CommandContext, ExitCode } from './command.ts';
import { explainJson, type Subjects } from './explain-json.ts';
import { explainText } from './explain-text.ts';
import { listMails, readMailFile, type MailFile } from './mail-files.ts';
import { noTickets } from './no-tickets.ts';

export interface ExplainOptions {
  readonly paths: readonly string[];
  readonly now: EpochMs | null;
  readonly as: ReplyRole | null;
  /** The letter of ours that the mail answers. */
  readonly sent: string | null;
}

/** With this many mails or more, progress is shown on standard error. */
const SHOW_PROGRESS_FROM = 20;
/** Pseudonyms and tokens of an explanation bind nothing. */
const NO_SECRET = 'explanations bind nothing';

export async function explain(context: CommandContext, options: ExplainOptions): Promise<ExitCode> {
  const config = context.config();
  const office = await loadOffice(config, NO_SECRET);
  const subjects = await loadSubjects(config.templates);
  const mails = await listMails(options.paths);
  const reader = makeMailReader({
    processes: config.readers,
    policy: readingPolicy(config),
    log: silentLog,
  });
  const scratch = await mkdtemp(join(tmpdir(), 'loket-explain-'));
  const sent = options.sent === null ? null : await textOf(options.sent, { reader, scratch, config });
  try {
    for (const [index, mail] of mails.entries()) {
      const outcome = await read(mail, { reader, scratch, config });
      context.out(
        options.as === null
          ? await asMail({ mail, outcome, office, now: options.now, subjects }, context.json)
          : asReply({ mail, outcome, office }, options.as, sent),
      );
      if (!context.json && mails.length >= SHOW_PROGRESS_FROM && (index + 1) % SHOW_PROGRESS_FROM === 0)
        context.err(`${index + 1} of ${mails.length} mails`);
    }
    return 0;
  } finally {
    await reader.close();
    await rm(scratch, { recursive: true, force: true });
  }
}

interface Reading {
  readonly reader: MailReader;
  readonly scratch: string;
  readonly config: Config;
}

async function read(mail: MailFile, { reader, scratch, config }: Reading): Promise<ReadOutcome> {
  const bytes = await readMailFile(mail);
  const path = join(scratch, 'mail.eml');
  await writeFile(path, bytes.subarray(0, config.limits.maxMessageBytes));
  const cut = bytes.length > config.limits.maxMessageBytes;
  return readKept(reader, { path, cut, attempt: 1 }, { slow: () => undefined, failed: () => undefined });
}

interface Explaining {
  readonly mail: MailFile;
  readonly outcome: ReadOutcome;
  readonly office: Office;
}

async function asMail(
  { mail, outcome, office, now, subjects }: Explaining & { readonly now: EpochMs | null; readonly subjects: Subjects },
  json: boolean,
): Promise<string> {
  const receivedAt = now ?? (outcome.kind === 'read' ? outcome.mail.message.date : null) ?? Date.now();
  const from: LookUp = { tickets: noTickets, office, now: receivedAt };
  const it = await situationOf(rowOf(mail, receivedAt), outcome, from);
  const decided = decideOnMail(it);
  const explained = { file: mail.label, it, decided, subjects };
  return json ? JSON.stringify(explainJson(explained)) : explainText(explained);
}

function asReply({ mail, outcome, office }: Explaining, role: ReplyRole, sent: string | null): string {
  const message = outcome.kind === 'read' ? outcome.mail.message : null;
  const reading = readReply({
    role,
    text: message?.text ?? '',
    html: message?.html ?? null,
    sent,
    rulebook: office.rulebook,
  });
  const { newText: text, intent, confidence, note, label, team, rating, why } = reading;
  return JSON.stringify({ file: mail.label, role, newText: text, intent, confidence, note, label, team, rating, why });
}

async function textOf(path: string, reading: Reading): Promise<string> {
  const [mail] = await listMails([path]);
  const outcome = mail ? await read(mail, reading) : null;
  return outcome?.kind === 'read' ? outcome.mail.message.text : '';
}

function rowOf(mail: MailFile, receivedAt: EpochMs): LedgerRow {
  const sha256 = createHash('sha256').update(mail.label).digest('hex');
  return {
    mail: mailIdOf('explain', mail.label, mail.start),
    mailbox: 'explain',
    uidValidity: '1',
    uid: 1,
    receivedAt,
    sha256,
    sizeBytes: mail.end - mail.start,
    state: 'kept',
    attempts: 0,
    disposition: null,
    reason: null,
    movedTo: null,
    released: false,
  };
}
