/**
 * One connection with the mailbox open: compares server and ledger, fetches what the ledger does not have, rests in IDLE
 * (RFC 2177) until something happens, and looks all the same every `pollMs`. Between fetches the jobs of others run.
 */
import { BotError } from '../shared/errors.ts';
import { HOUR, MINUTE } from '../shared/time.ts';
import type { Bell } from './bell.ts';
import { compare, otherMailbox } from './compare.ts';
import { listMails } from './fetch-mails.ts';
import { drain, sortIn, type Keeper } from './keep-mails.ts';
import type { MailboxHealth } from './mail-source.ts';

/** The open connection and what belongs to it. */
export type Session = Keeper;

/** What reaches into a session from outside. */
export interface Control {
  readonly bell: Bell;
  isStopping(): boolean;
  /** Moves and single fetches; run between two portions of a backlog. */
  runJobs(session: Session): Promise<void>;
  /** Takes those who wait for the mailbox to be read to its end; they are called when it is. */
  takeWaiting(): () => void;
  noteCompared(compared: NonNullable<MailboxHealth['compared']>): void;
}

/** Servers may drop a connection that has been idle for 30 minutes (RFC 2177 §3). */
const LONGEST_REST = 28 * MINUTE;
const COMPARE_EVERY = HOUR;

/** Returns when stopping. @throws {BotError} when the connection or the storage fails */
export async function runSession(session: Session, control: Control): Promise<void> {
  let announced = false;
  session.client.on('exists', () => {
    announced = true;
    control.bell.ring();
  });
  session.client.on('close', control.bell.ring);
  const reader = { ...session, between: () => control.runJobs(session), isStopping: control.isStopping };
  let lastUid = 0;
  let comparedAt = -Infinity;
  while (!control.isStopping()) {
    const reached = control.takeWaiting();
    if (Date.now() - comparedAt >= COMPARE_EVERY) {
      comparedAt = Date.now();
      const { lastUid: last, ...counts } = await compare(session);
      lastUid = Math.max(lastUid, last);
      control.noteCompared({ at: session.options.clock.now(), ...counts });
    } else {
      // Many servers show new mail in a FETCH only after they have announced it.
      if (!announced) await session.client.noop();
      announced = false;
      lastUid = await listNew(session, lastUid);
    }
    await drain(reader);
    if (control.isStopping()) return;
    reached();
    await control.runJobs(session);
    await rest(session, control.bell);
    refuseOtherMailbox(session);
  }
}

async function listNew(session: Session, lastUid: number): Promise<number> {
  // `n:*` names the last message even where its UID is lower than n (RFC 3501 §6.4.8).
  const mails = (await listMails(session.client, `${lastUid + 1}:*`)).filter(({ uid }) => uid > lastUid);
  await sortIn(session, mails);
  return mails.at(-1)?.uid ?? lastUid;
}

async function rest({ client, options, pending }: Session, bell: Bell): Promise<void> {
  const untilDue = (pending.nextDue() ?? Infinity) - Date.now();
  const longest = Math.max(0, Math.min(options.pollMs, LONGEST_REST, untilDue));
  // The next command breaks the IDLE; one that the server ends is made up for by the poll.
  if (!bell.isRung() && client.usable && client.capabilities.has('IDLE')) void client.idle().catch(() => undefined);
  await bell.wait(longest);
}

/** @throws {BotError} E_IMAP when the connection is gone, or the mailbox is no longer the one that was opened */
function refuseOtherMailbox({ client, state }: Session): void {
  if (!client.usable) {
    throw new BotError('E_IMAP', `IMAP server ended the connection${client.byeReason ? `: ${client.byeReason}` : ''}`);
  }
  if (client.mailbox && String(client.mailbox.uidValidity) !== state.uidValidity) throw otherMailbox();
}
