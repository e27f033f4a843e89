/**
 * The mailbox side, first on a mail's way: what the server announces is durable in the raw store and then in the ledger, once per
 * UID (RFC 3501 §2.3.1.1), whatever flags people set. Connects for ever, with backoff; what is listed but not yet fetched survives
 * a lost connection, and the ledger tells the rest.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { ImapFlow } from 'imapflow';
import { BotError } from '../shared/errors.ts';
import { backoffMs } from './backoff.ts';
import { makeBell } from './bell.ts';
import { asFault, connect, refusePlainText } from './connect.ts';
import { makeHealthBook } from './health-book.ts';
import { keepOne } from './keep-mails.ts';
import { makeJobQueue } from './job-queue.ts';
import type { Arrival, WatchedMailbox } from './mail-source.ts';
import { moveAgain } from './move-again.ts';
import { moveMails } from './move-mails.ts';
import { openMailbox } from './open-session.ts';
import { makePendingMails } from './pending.ts';
import { runSession, type Control, type Session } from './session.ts';
import type { WatchOptions } from './watch-options.ts';

/** A connection that lasted this long, or that brought mail, was a good one: the next failure counts as the first. */
const GOOD_AFTER_MS = 10_000;
const STOP_GRACE_MS = 5_000;

/** Begins at once. @throws {BotError} E_CONFIG where the password would cross a network in plain text */
export function watchMailbox(options: WatchOptions): WatchedMailbox {
  refusePlainText(options.access);
  const bell = makeBell();
  const stop = new AbortController();
  const cut = new AbortController();
  const jobs = makeJobQueue(bell.ring);
  const pending = makePendingMails(options.limits);
  const book = makeHealthBook(options, pending.size);
  const control: Control = {
    bell,
    isStopping: () => stop.signal.aborted,
    runJobs: jobs.run,
    takeWaiting: jobs.takeWaiting,
    noteCompared: book.compared,
  };
  const watching = watch({ options, control, pending, book, jobs, stop: stop.signal, cut: cut.signal });

  return {
    health: book.read,
    move: (uidValidity, uids, folder) =>
      jobs.submit(async ({ client, state }) =>
        // Under another UIDVALIDITY these UIDs name nothing any more.
        state.uidValidity === uidValidity
          ? moveMails(client, uids, folder)
          : { kind: 'moved', uids, places: new Map() },
      ),
    moveAgain: (order) => moveAgain(order, options),
    fetch: (uids) => jobs.submit((session) => keepEach(session, uids)),
    catchUp: jobs.wait,
    stop: async () => {
      stop.abort();
      bell.ring();
      const timer = setTimeout(() => cut.abort(), STOP_GRACE_MS);
      await watching.finally(() => clearTimeout(timer));
    },
  };
}

interface Watch {
  readonly options: WatchOptions;
  readonly control: Control;
  readonly pending: ReturnType<typeof makePendingMails>;
  readonly book: ReturnType<typeof makeHealthBook>;
  readonly jobs: ReturnType<typeof makeJobQueue>;
  /** Finish what is under way and end. */
  readonly stop: AbortSignal;
  /** End now. */
  readonly cut: AbortSignal;
}

async function watch(everything: Watch): Promise<void> {
  const { options, book, jobs, stop } = everything;
  while (!stop.aborted) {
    const fault = await oneConnection(everything);
    jobs.failAll(fault ?? new BotError('E_IMAP', 'the mailbox is being closed'));
    if (stop.aborted || fault === null) break;
    const wait = backoffMs(book.failed(fault), Math.random(), options.backoff);
    await sleep(wait, undefined, { signal: stop }).catch(() => undefined);
  }
  jobs.close();
  book.stopped();
}

/** Null when it ended because of `stop`. */
async function oneConnection(everything: Watch): Promise<BotError | null> {
  const { options, control, pending, book, jobs, stop, cut } = everything;
  let client: ImapFlow | null = null;
  const end = (): void => client?.close();
  try {
    book.connecting();
    // While connecting nothing is under way that would be worth a grace.
    client = await connect(options.access, stop);
    cut.addEventListener('abort', end);
    const state = await openMailbox(client, options);
    pending.useFor(state.uidValidity);
    book.connected(client);
    const goodAt = Date.now() + GOOD_AFTER_MS;
    const session: Session = { client, options, state, pending, noteArrivals: (count) => book.good(count > 0) };
    jobs.open();
    await runSession(session, control).finally(() => book.good(Date.now() >= goodAt));
    await client.logout().catch(() => undefined);
    return null;
  } catch (error) {
    return asFault(error, options.access);
  } finally {
    cut.removeEventListener('abort', end);
    end();
  }
}

async function keepEach(session: Session, uids: readonly number[]): Promise<readonly Arrival[]> {
  const arrivals: Arrival[] = [];
  for (const uid of uids) {
    const arrival = await keepOne(session, uid);
    if (arrival) arrivals.push(arrival);
  }
  return arrivals;
}
