/**
 * The last step of a mail's way: into the folder of those done or held. May be repeated after a crash. MOVE (RFC 6851), else COPY
 * and UID EXPUNGE (RFC 4315); a plain EXPUNGE would also remove what people have marked as deleted, so it is never used.
 */
import type { CopyResponseObject, ImapFlow } from 'imapflow';
import { BotError } from '../shared/errors.ts';
import { ensureFolders, pathOf } from './folders.ts';
import type { MoveOutcome, Place } from './mail-source.ts';
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
  const places = new Map<number, Place>();
  for (let start = 0; start < uids.length; start += BATCH) {
    const moved = await moveBatch(client, uids.slice(start, start + BATCH), folder);
    for (const [uid, place] of moved) places.set(uid, place);
  }
  return { kind: 'moved', uids, places };
}

export function canMove(client: Pick<ImapFlow, 'capabilities' | 'mailbox'>): boolean {
  const isReadOnly = client.mailbox !== false && client.mailbox.readOnly === true;
  return !isReadOnly && ['MOVE', 'UIDPLUS', 'IMAP4rev2'].some((name) => client.capabilities.has(name));
}

type Places = ReadonlyMap<number, Place>;

async function moveBatch(client: ImapFlow, uids: readonly number[], folder: string): Promise<Places> {
  await mark(client, uidSet(uids));
  const moved = await client.messageMove(uidSet(uids), pathOf(client, folder), { uid: true });
  if (moved) return placesOf(moved);

  // Refused: because all are gone already (a repeated move), or because somebody removed the folder.
  const left = await client.search({ uid: uidSet(uids) }, { uid: true });
  if (!left) throw new BotError('E_IMAP', `moving to ${folder} failed: the connection is lost`);
  if (left.length === 0) return new Map();
  await ensureFolders(client, [folder]);
  const again = await client.messageMove(uidSet(left), pathOf(client, folder), { uid: true });
  if (again) return placesOf(again);
  throw new BotError('E_IMAP', `the server refused to move ${left.length} mails to ${folder}`);
}

function placesOf({ uidValidity, uidMap }: CopyResponseObject): Places {
  if (uidValidity === undefined || uidMap === undefined) return new Map();
  return new Map([...uidMap].map(([before, uid]) => [before, { uidValidity: String(uidValidity), uid }]));
}

/** Where the server takes no keywords, imapflow sends nothing. */
async function mark(client: ImapFlow, set: string): Promise<void> {
  await client.messageFlagsAdd(set, [KEYWORD], { uid: true, silent: true });
}
