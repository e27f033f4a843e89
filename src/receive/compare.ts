/** The whole mailbox against the ledger: at every new connection and each hour. What the ledger does not know is taken in. */
import type { ImapFlow } from 'imapflow';
import { BotError } from '../shared/errors.ts';
import { listMails } from './fetch-mails.ts';
import { pathOf } from './folders.ts';
import { inLedger, sortIn, type Keeper } from './keep-mails.ts';
import { uidSet } from './uid-set.ts';

/** UIDs asked of the ledger, or listed by the server, at a time. */
const WINDOW = 500;

/** @throws {BotError} E_IMAP, E_STORAGE */
export async function compare(
  session: Keeper,
): Promise<{ readonly onServer: number; readonly missing: number; readonly lastUid: number }> {
  const { client, options } = session;
  // Opening it anew also shows a mailbox that was deleted and made again under us.
  const mailbox = await client.mailboxOpen(pathOf(client, options.folder));
  if (String(mailbox.uidValidity) !== session.state.uidValidity) throw otherMailbox();
  const uids = await searchAll(client);
  const unknown: number[] = [];
  for (const window of windows(uids)) unknown.push(...(await notInLedger(session, window)));
  for (const window of windows(unknown)) await sortIn(session, await listMails(client, uidSet(window)));
  return { onServer: uids.length, missing: unknown.length, lastUid: uids.at(-1) ?? 0 };
}

/** Its UIDs would be taken for those of the mailbox before; a new connection settles it. */
export function otherMailbox(): BotError {
  return new BotError('E_IMAP', 'UIDVALIDITY changed while the mailbox was open; connecting anew');
}

async function searchAll(client: ImapFlow): Promise<readonly number[]> {
  const uids = await client.search({ all: true }, { uid: true });
  if (!uids) throw new BotError('E_IMAP', 'the server did not list the mailbox');
  return uids.sort((a, b) => a - b);
}

async function notInLedger(
  { options, state, pending }: Pick<Keeper, 'options' | 'state' | 'pending'>,
  uids: readonly number[],
): Promise<readonly number[]> {
  const [first = 0] = uids;
  const last = uids.at(-1) ?? 0;
  const known = await inLedger(() => options.ledger.knownUids(options.folder, state.uidValidity, first, last));
  return uids.filter((uid) => !known.has(uid) && !pending.has(uid));
}

function* windows(uids: readonly number[]): Generator<readonly number[]> {
  for (let start = 0; start < uids.length; start += WINDOW) yield uids.slice(start, start + WINDOW);
}
