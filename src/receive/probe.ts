/** For `loket check --connect`: logs in, opens the mailbox, and tells what the server can do; creates our folders where they are missing. */
import type { ImapFlow } from 'imapflow';
import { BotError, describeError } from '../shared/errors.ts';
import { asFault, connect, type ImapAccess } from './connect.ts';
import { ensureFolders, pathOf } from './folders.ts';
import { canMove } from './move-mails.ts';

export interface MailboxProbe {
  readonly secure: boolean;
  readonly messages: number;
  readonly uidValidity: string;
  /** Of those that matter here, what the server offers. */
  readonly capabilities: readonly string[];
  readonly canMove: boolean;
  readonly folders: readonly string[];
  /** Why our own folders cannot be had, or null. */
  readonly folderFault: string | null;
}

/** Named in a fault. */
const MOST_FOLDERS = 10;
const WANTED = ['IDLE', 'MOVE', 'UIDPLUS', 'CONDSTORE', 'NAMESPACE', 'SPECIAL-USE', 'IMAP4rev2'];

/** @throws {BotError} E_CONFIG, E_IMAP, E_IMAP_LOGIN */
export async function probeMailbox(
  access: ImapAccess,
  folder: string,
  ours: readonly string[] = [],
): Promise<MailboxProbe> {
  const client = await connect(access);
  try {
    const path = pathOf(client, folder);
    await refuseMissing(client, path, access.user);
    const mailbox = await client.mailboxOpen(path, { readOnly: true });
    const folderFault = await ensureFolders(client, ours).then(() => null, describeError);
    return {
      folderFault,
      secure: client.secureConnection,
      messages: mailbox.exists,
      uidValidity: String(mailbox.uidValidity),
      capabilities: WANTED.filter((name) => client.capabilities.has(name)),
      canMove: canMove({ capabilities: client.capabilities, mailbox: false }),
      folders: (await client.list()).map(({ path }) => path),
    };
  } catch (error) {
    throw asFault(error, access);
  } finally {
    await client.logout().catch(() => client.close());
  }
}

/** Servers say no more than that it does not exist. @throws {BotError} E_IMAP naming those that do */
async function refuseMissing(client: ImapFlow, path: string, user: string): Promise<void> {
  const folders = (await client.list()).map((listed) => listed.path);
  // INBOX need not be listed (RFC 3501 §6.3.8).
  if (path.toUpperCase() === 'INBOX' || folders.includes(path)) return;
  throw new BotError(
    'E_IMAP',
    `there is no folder ${path} in the mailbox of ${user}; it has ${folders.slice(0, MOST_FOLDERS).join(', ')}`,
  );
}
