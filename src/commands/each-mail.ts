/** The way of a mail in the commands that only look: read in a process of its own, decided without a store, nothing kept. */
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import { decideOnMail, type Decided } from '../decide/on-mail.ts';
import type { Office } from '../decide/office.ts';
import type { Situation } from '../decide/situation.ts';
import { situationOf, type ReadOutcome } from '../look-up.ts';
import { makeMailReader, type MailReader } from '../mail-reader.ts';
import { readingPolicy } from '../office.ts';
import { readKept } from '../read-mail.ts';
import type { LedgerRow } from '../record/store.ts';
import { mailIdOf } from '../shared/keyring.ts';
import { silentLog } from '../shared/log.ts';
import type { EpochMs } from '../shared/time.ts';
import { listMails, readMailFile, type MailFile } from './mail-files.ts';
import { noTickets } from './no-tickets.ts';

/** Pseudonyms and tokens of a mail that is only looked at bind nothing. */
export const NO_SECRET = 'explanations bind nothing';

export interface OpenedMail {
  readonly mail: MailFile;
  readonly outcome: ReadOutcome;
  /** Ordinal among all, from 1. */
  readonly ordinal: number;
  readonly count: number;
}

/** Reads the mails one after the other. @throws {BotError} E_USAGE when a path does not exist */
export async function eachMail(
  paths: readonly string[],
  config: Config,
  use: (opened: OpenedMail) => Promise<void>,
): Promise<void> {
  const mails = await listMails(paths);
  const reader = makeMailReader({ processes: config.readers, policy: readingPolicy(config), log: silentLog });
  const scratch = await mkdtemp(join(tmpdir(), 'loket-explain-'));
  try {
    for (const [index, mail] of mails.entries()) {
      const outcome = await read(mail, { reader, path: join(scratch, 'mail.eml'), config });
      await use({ mail, outcome, ordinal: index + 1, count: mails.length });
    }
  } finally {
    await reader.close();
    await rm(scratch, { recursive: true, force: true });
  }
}

/** What the office would do with the mail. @param now time of receipt; null: the mail's own Date */
export async function decideAlone(
  { mail, outcome }: OpenedMail,
  office: Office,
  now: EpochMs | null,
): Promise<{ readonly it: Situation; readonly decided: Decided }> {
  const receivedAt = now ?? (outcome.kind === 'read' ? outcome.mail.message.date : null) ?? Date.now();
  const it = await situationOf(rowOf(mail, receivedAt), outcome, { tickets: noTickets, office, now: receivedAt });
  return { it, decided: decideOnMail(it) };
}

interface Reading {
  readonly reader: MailReader;
  readonly path: string;
  readonly config: Config;
}

async function read(mail: MailFile, { reader, path, config }: Reading): Promise<ReadOutcome> {
  const bytes = await readMailFile(mail);
  await writeFile(path, bytes.subarray(0, config.limits.maxMessageBytes));
  const cut = bytes.length > config.limits.maxMessageBytes;
  return readKept(reader, { path, cut, attempt: 1 }, { slow: () => undefined, failed: () => undefined });
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
