/** The folders for mails that are done with or held. Written with `/` in the configuration, whatever the server separates with. */
import type { ImapFlow } from 'imapflow';
import { BotError } from '../shared/errors.ts';

/** The folder's path on this server: its own separator, below the personal namespace (RFC 2342). */
export function pathOf(client: Pick<ImapFlow, 'namespace'>, folder: string): string {
  const { prefix = '', delimiter = '/' } = client.namespace ?? {};
  // A flat namespace has no separator at all.
  const path = folder
    .split('/')
    .filter((part) => part !== '')
    .join(delimiter ?? '-');
  return path.toUpperCase() === 'INBOX' || path.startsWith(prefix) ? path : `${prefix}${path}`;
}

/** Creates what is missing. @throws {BotError} E_IMAP when the server does not allow it */
export async function ensureFolders(client: ImapFlow, folders: readonly string[]): Promise<void> {
  let present = await listedFolders(client);
  for (const folder of folders) {
    const path = pathOf(client, folder);
    if (present.has(path)) continue;
    const refusal = await client.mailboxCreate(path).then(
      () => null,
      (error: unknown) => error,
    );
    // Not every server says ALREADYEXISTS (RFC 5530); another client may also have been faster.
    present = await listedFolders(client);
    if (!present.has(path)) throw new BotError('E_IMAP', `folder ${folder} could not be created`, { cause: refusal });
  }
}

async function listedFolders(client: ImapFlow): Promise<ReadonlySet<string>> {
  return new Set((await client.list()).map((folder) => folder.path));
}
