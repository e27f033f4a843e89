/** For `loket check --connect`: logs in, opens the mailbox, and tells what the server can do; creates our folders where they are missing. */
import { describeError } from '../shared/errors.ts';
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

const WANTED = ['IDLE', 'MOVE', 'UIDPLUS', 'CONDSTORE', 'NAMESPACE', 'SPECIAL-USE', 'IMAP4rev2'];

/** @throws {BotError} E_CONFIG, E_IMAP, E_IMAP_LOGIN */
export async function probeMailbox(
  access: ImapAccess,
  folder: string,
  ours: readonly string[] = [],
): Promise<MailboxProbe> {
  const client = await connect(access);
  try {
    const mailbox = await client.mailboxOpen(pathOf(client, folder), { readOnly: true });
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
