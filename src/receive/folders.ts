/** The folders for mails that are done with or held. Written with `/` in the configuration, whatever the server separates with. */
import type { ImapFlow } from 'imapflow';
import { BotError } from '../shared/errors.ts';

/** The parts of a folder's name; imapflow joins them by the server's separator and puts the personal namespace before them. */
export function folderParts(folder: string): string[] {
  return folder.split('/').filter((part) => part !== '');
}

/** Creates what is missing. @throws {BotError} E_IMAP when the server does not allow it */
export async function ensureFolders(client: ImapFlow, folders: readonly string[]): Promise<void> {
  let present = await listedFolders(client);
  for (const folder of folders) {
    if (present.has(pathOf(client, folder))) continue;
    const refusal = await client.mailboxCreate(folderParts(folder)).then(
      () => null,
      (error: unknown) => error,
    );
    // Not every server says ALREADYEXISTS (RFC 5530); another client may also have been faster.
    present = await listedFolders(client);
    if (!present.has(pathOf(client, folder))) {
      throw new BotError('E_IMAP', `folder ${folder} could not be created`, { cause: refusal });
    }
  }
}

async function listedFolders(client: ImapFlow): Promise<ReadonlySet<string>> {
  return new Set((await client.list()).map((folder) => folder.path));
}

function pathOf(client: ImapFlow, folder: string): string {
  const { prefix = '', delimiter = '/' } = client.namespace ?? {};
  const path = folderParts(folder).join(delimiter ?? '');
  return path.startsWith(prefix) ? path : `${prefix}${path}`;
}
