/**
 * The last step of a mail's way: into the folder of those done or held. May be repeated after a crash. MOVE (RFC 6851), else COPY
 * and UID EXPUNGE (RFC 4315); a plain EXPUNGE would also remove what people have marked as deleted, so it is never used.
 */
import type { ImapFlow } from 'imapflow';
import { BotError } from '../shared/errors.ts';
import { ensureFolders, pathOf } from './folders.ts';
import type { MoveOutcome } from './mail-source.ts';
import { uidSet } from './uid-set.ts';

/** Set on mails that Loket is done with, for people's filters; decides nothing. */
const KEYWORD = '$Loket';

const BATCH = 250;

/** @throws {BotError} E_IMAP */
export async function moveMails(client: ImapFlow, uids: readonly number[], folder: string): Promise<MoveOutcome> {
  if (!canMove(client)) {
    if (uids.length > 0) await mark(client, uidSet(uids));
    return { kind: 'left' };
  }
  for (let start = 0; start < uids.length; start += BATCH) {
    await moveBatch(client, uids.slice(start, start + BATCH), folder);
  }
  return { kind: 'moved', uids };
}

export function canMove(client: Pick<ImapFlow, 'capabilities' | 'mailbox'>): boolean {
  const isReadOnly = client.mailbox !== false && client.mailbox.readOnly === true;
  return !isReadOnly && ['MOVE', 'UIDPLUS', 'IMAP4rev2'].some((name) => client.capabilities.has(name));
}

async function moveBatch(client: ImapFlow, uids: readonly number[], folder: string): Promise<void> {
  await mark(client, uidSet(uids));
  if (await client.messageMove(uidSet(uids), pathOf(client, folder), { uid: true })) return;

  // Refused: because all are gone already (a repeated move), or because somebody removed the folder.
  const left = await client.search({ uid: uidSet(uids) }, { uid: true });
  if (!left) throw new BotError('E_IMAP', `moving to ${folder} failed: the connection is lost`);
  if (left.length === 0) return;
  await ensureFolders(client, [folder]);
  if (await client.messageMove(uidSet(left), pathOf(client, folder), { uid: true })) return;
  throw new BotError('E_IMAP', `the server refused to move ${left.length} mails to ${folder}`);
}

/** Where the server takes no keywords, imapflow sends nothing. */
async function mark(client: ImapFlow, set: string): Promise<void> {
  await client.messageFlagsAdd(set, [KEYWORD], { uid: true, silent: true });
}
