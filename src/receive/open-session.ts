/**
 * Opens the mailbox on a fresh connection and settles which mails count: those from UIDNEXT of the very first run on; after a
 * changed UIDVALIDITY those that are not older than the first run.
 */
import type { ImapFlow, MailboxObject } from 'imapflow';
import { BotError, describeError } from '../shared/errors.ts';
import { ensureFolders, pathOf } from './folders.ts';
import { inLedger } from './keep-mails.ts';
import type { MailboxState } from './mail-source.ts';
import type { WatchOptions } from './watch-options.ts';

/** @throws {BotError} E_IMAP, E_STORAGE */
export async function openMailbox(client: ImapFlow, options: WatchOptions): Promise<MailboxState> {
  const mailbox = await select(client, options.folder);
  const state = await settleState(client, mailbox, options);
  await ensureFolders(client, options.targetFolders).catch((error: unknown) => {
    options.log.warn({ code: 'E_IMAP' }, `${describeError(error)}; done mails stay where they are`);
  });
  return state;
}

async function select(client: ImapFlow, folder: string): Promise<MailboxObject> {
  try {
    return await client.mailboxOpen(pathOf(client, folder));
  } catch (error) {
    if (!(error instanceof Error) || !('mailboxMissing' in error)) throw error;
    throw new BotError('E_IMAP', `mailbox ${folder} does not exist on the server`, { cause: error });
  }
}

async function settleState(client: ImapFlow, mailbox: MailboxObject, options: WatchOptions): Promise<MailboxState> {
  const { ledger, folder, log } = options;
  const uidValidity = String(mailbox.uidValidity);
  const before = await inLedger(() => ledger.mailbox(folder));
  if (before?.uidValidity === uidValidity) return before;

  const state = before
    ? { uidValidity, activationUid: 0, activatedAt: before.activatedAt }
    : { uidValidity, activationUid: await nextUid(client, mailbox), activatedAt: Date.now() };
  await inLedger(() => ledger.openMailbox(folder, state));
  if (before) log.warn({ uidValidity, before: before.uidValidity }, 'UIDVALIDITY changed; the mailbox is read anew');
  else log.info({ uidValidity, activationUid: state.activationUid }, 'mailbox activated; older mails are only listed');
  return state;
}

/** UIDNEXT of SELECT may be missing (RFC 3501 §6.3.1 allows it); then the highest UID tells. */
async function nextUid(client: ImapFlow, mailbox: MailboxObject): Promise<number> {
  if (mailbox.uidNext > 0) return mailbox.uidNext;
  const uids = await client.search({ all: true }, { uid: true });
  if (!uids) throw new BotError('E_IMAP', 'the server did not list the mailbox');
  return Math.max(0, ...uids.slice(-1)) + 1;
}
