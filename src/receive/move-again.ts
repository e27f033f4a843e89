/**
 * Moves mails that lie in one of our folders to another one: those that waited for a person and have been settled. On a connection of its
 * own, since the watched one stays in its mailbox. A mail is found there by the UID that the server told when it went there (RFC 4315),
 * else by its size and the hash of its bytes; one that is no longer there counts as moved, so that all of this may be repeated.
 */
import { createHash } from 'node:crypto';
import type { ImapFlow } from 'imapflow';
import type { MailId } from '../shared/ids.ts';
import { asFault, connect, type ImapAccess } from './connect.ts';
import { readPieces } from './fetch-mails.ts';
import { ensureFolders, pathOf } from './folders.ts';
import type { Lying, MoveAgain } from './mail-source.ts';
import { canMove, moveMails } from './move-mails.ts';
import type { WatchOptions } from './watch-options.ts';

/** Mails of the same size that are compared by their bytes, newest first. */
const MOST_ALIKE = 20;

type Options = Pick<WatchOptions, 'access' | 'limits'>;

/** Answers those that lie there no longer. @throws {BotError} E_IMAP, E_IMAP_LOGIN */
export async function moveAgain({ from, to, mails }: MoveAgain, options: Options): Promise<readonly MailId[]> {
  return inFolder(options.access, from, async (client, uidValidity) => {
    // Where the server has no safe way to move, they stay where they are, and the ledger alone decides.
    if (!canMove(client)) return mails.map(({ mail }) => mail);
    await ensureFolders(client, [to]);
    for (const mail of mails) {
      const uids = await find(client, mail, { uidValidity, options });
      if (uids.length > 0) await moveMails(client, uids, to);
    }
    return mails.map(({ mail }) => mail);
  });
}

async function inFolder<Result>(
  access: ImapAccess,
  folder: string,
  work: (client: ImapFlow, uidValidity: string) => Promise<Result>,
): Promise<Result> {
  const client = await connect(access);
  try {
    const mailbox = await client.mailboxOpen(pathOf(client, folder));
    const result = await work(client, String(mailbox.uidValidity));
    await client.logout().catch(() => undefined);
    return result;
  } catch (error) {
    throw asFault(error, access);
  } finally {
    client.close();
  }
}

interface There {
  readonly uidValidity: string;
  readonly options: Options;
}

/** Its UID there, or none. */
async function find(client: ImapFlow, mail: Lying, { uidValidity, options }: There): Promise<readonly number[]> {
  if (mail.place?.uidValidity === uidValidity) return [mail.place.uid];
  const { sizeBytes, sha256 } = mail;
  const alike = await client.search({ larger: sizeBytes - 1, smaller: sizeBytes + 1 }, { uid: true });
  for (const uid of (alike || []).toReversed().slice(0, MOST_ALIKE))
    if ((await hashOf(client, uid, options)) === sha256) return [uid];
  return [];
}

/** As the raw store has it: of the bytes up to the limit. */
async function hashOf(client: ImapFlow, uid: number, { limits }: Options): Promise<string> {
  const hash = createHash('sha256');
  let left = limits.maxMessageBytes;
  for await (const piece of readPieces(client, uid, limits.pieceBytes)) {
    hash.update(piece.subarray(0, left));
    left -= Math.min(left, piece.length);
    if (left === 0) break;
  }
  return hash.digest('hex');
}
