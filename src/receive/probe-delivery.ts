/** For `loket check --connect`: waits for one mail that was sent to prove a way of delivery, and takes it away again. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { ImapFlow } from 'imapflow';
import { asFault, connect, type ImapAccess } from './connect.ts';
import { pathOf } from './folders.ts';

export interface Awaited {
  /** Where it may lie. */
  readonly folders: readonly string[];
  readonly withinMs: number;
}

const LOOK_EVERY_MS = 500;

/**
 * True when the mail came in time. Without UIDPLUS it is left where it is: a plain EXPUNGE (RFC 3501 §6.4.3) would take others with it.
 * @throws {BotError} E_IMAP, E_IMAP_LOGIN
 */
export async function awaitAndRemove(
  access: ImapAccess,
  messageId: string,
  { folders, withinMs }: Awaited,
): Promise<boolean> {
  const client = await connect(access);
  try {
    const until = Date.now() + withinMs;
    for (;;) {
      for (const folder of folders) if (await removeFrom(client, folder, messageId)) return true;
      if (Date.now() >= until) return false;
      await sleep(LOOK_EVERY_MS);
    }
  } catch (error) {
    throw asFault(error, access);
  } finally {
    await client.logout().catch(() => client.close());
  }
}

async function removeFrom(client: ImapFlow, folder: string, messageId: string): Promise<boolean> {
  const path = pathOf(client, folder);
  if (!(await client.list()).some((listed) => listed.path === path)) return false;
  await client.mailboxOpen(path);
  const uids = await client.search({ header: { 'message-id': `<${messageId}>` } }, { uid: true });
  if (!uids || uids.length === 0) return false;
  if (client.capabilities.has('UIDPLUS')) await client.messageDelete(uids, { uid: true });
  return true;
}
