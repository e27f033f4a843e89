/**
 * Reads mails off the server. Listed sizes are hints: what is read is bounded while reading. No other command runs on the
 * connection inside a fetch loop (it would wait for the loop, and the loop for it).
 */
import type { ImapFlow } from 'imapflow';
import { BotError } from '../shared/errors.ts';
import type { ListedMail, ReceiveLimits } from './mail-source.ts';
import { uidSet } from './uid-set.ts';

export interface ReadMails {
  /** Complete ones, in order of UID. */
  readonly read: readonly { readonly mail: ListedMail; readonly bytes: Uint8Array }[];
  /** Beyond what one batch may hold, since larger than listed: to be asked for again, with the size now known. */
  readonly larger: readonly ListedMail[];
  /** Asked for, not answered: gone, or not given out. */
  readonly unanswered: readonly ListedMail[];
  /** What ended the fetch early; what was read until then is good. */
  readonly fault: unknown;
}

/** Small mails in one fetch. Never throws: see `fault`. */
export async function readBatch(
  client: ImapFlow,
  mails: readonly ListedMail[],
  limits: ReceiveLimits,
): Promise<ReadMails> {
  const asked = new Map(mails.map((mail) => [mail.uid, mail]));
  const read = new Map<number, Uint8Array>();
  const larger = new Map<number, number>();
  let bytes = 0;
  let fault: unknown = null;
  try {
    for await (const { uid, source } of client.fetch(
      uidSet(asked.keys()),
      { uid: true, source: true },
      { uid: true },
    )) {
      if (!source?.length || !asked.has(uid)) continue;
      bytes += source.length;
      // Sizes were listed too small: what is read beyond is dropped, and asked for again with the size now known.
      if (bytes > 2 * limits.maxBatchBytes) larger.set(uid, source.length);
      else read.set(uid, source);
    }
  } catch (error) {
    fault = error;
  }
  return {
    read: mails.flatMap((mail) => withBytes(mail, read.get(mail.uid))),
    larger: mails.flatMap((mail) => withSize(mail, larger.get(mail.uid))),
    unanswered: mails.filter(({ uid }) => !read.has(uid) && !larger.has(uid)),
    fault,
  };
}

/**
 * One mail in pieces, so that its size costs no memory; the next piece is on its way while one is being used. Ends early without
 * harm when the reader stops. @throws {BotError} E_IMAP
 */
export async function* readPieces(client: ImapFlow, uid: number, pieceBytes: number): AsyncGenerator<Uint8Array> {
  let next = readPiece(client, uid, { start: 0, maxLength: pieceBytes });
  try {
    for (let start = 0; ;) {
      const piece = await next;
      if (start === 0 && piece.length === 0) throw notGivenOut(uid, start);
      start += piece.length;
      // A longer answer than asked for comes from servers that ignore partial fetches: it is the whole mail.
      const isLast = piece.length !== pieceBytes;
      if (!isLast) next = readPiece(client, uid, { start, maxLength: pieceBytes });
      // Its failure is met when its turn comes.
      next.catch(() => undefined);
      if (piece.length > 0) yield piece;
      if (isLast) return;
    }
  } finally {
    await next.catch(() => undefined);
  }
}

/** UID, INTERNALDATE and size; `range` as in `12:*`. */
export async function listMails(client: ImapFlow, range: string): Promise<readonly ListedMail[]> {
  const mails: ListedMail[] = [];
  for await (const row of client.fetch(range, { uid: true, internalDate: true, size: true }, { uid: true })) {
    // Servers slip in rows that only tell a changed flag.
    if (row.size === undefined || row.internalDate === undefined) continue;
    mails.push({ uid: row.uid, internalDate: instantOf(row.internalDate), sizeBytes: row.size });
  }
  return mails.sort((a, b) => a.uid - b.uid);
}

async function readPiece(
  client: ImapFlow,
  uid: number,
  source: { readonly start: number; readonly maxLength: number },
): Promise<Uint8Array> {
  let piece: Uint8Array | null = null;
  for await (const row of client.fetch(`${uid}`, { uid: true, source: { ...source } }, { uid: true })) {
    // NIL and "" are what servers answer behind the end; a row without the field is about a flag.
    if (row.uid === uid && 'source' in row) piece = row.source || new Uint8Array();
  }
  if (piece === null) throw notGivenOut(uid, source.start);
  return piece;
}

function notGivenOut(uid: number, start: number): BotError {
  return new BotError('E_IMAP', `the server does not give out uid ${uid}`, { facts: { uid, start } });
}

function withBytes(mail: ListedMail, bytes: Uint8Array | undefined): ReadMails['read'] {
  return bytes ? [{ mail, bytes }] : [];
}

function withSize(mail: ListedMail, sizeBytes: number | undefined): readonly ListedMail[] {
  return sizeBytes === undefined ? [] : [{ ...mail, sizeBytes: Math.max(mail.sizeBytes, sizeBytes) }];
}

/** An unreadable INTERNALDATE means: the mail is there from now on. */
function instantOf(date: Date | string): number {
  const instant = new Date(date).getTime();
  return Number.isNaN(instant) ? Date.now() : instant;
}
