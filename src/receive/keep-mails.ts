/**
 * From the server into raw store and ledger, in this order: a mail is in the ledger as kept only when its bytes are durable. While
 * one batch is being stored the next one is read.
 */
import type { ImapFlow } from 'imapflow';
import { BotError, describeError } from '../shared/errors.ts';
import { mailIdOf } from '../shared/keyring.ts';
import { listMails, readBatch, readPieces } from './fetch-mails.ts';
import type { Arrival, KeptBytes, ListedMail, MailboxState } from './mail-source.ts';
import type { PendingMails, Portion } from './pending.ts';
import { uidSet } from './uid-set.ts';
import type { WatchOptions } from './watch-options.ts';

const SECOND = 1000;
/** Mails of a backlog's first portion; each next one is twice as large. The first answers do not wait for hundreds of mails to be on the disk. */
const FIRST_PORTION = 16;

export interface Reader {
  readonly client: ImapFlow;
  readonly options: WatchOptions;
  readonly state: MailboxState;
  readonly pending: PendingMails;
  readonly noteArrivals: (count: number) => void;
  /** Runs after each portion. */
  readonly between: () => Promise<void>;
  readonly isStopping: () => boolean;
}
export type Keeper = Omit<Reader, 'between' | 'isStopping'>;

interface Fetched {
  /** Read to their end, in order of UID. */
  readonly mails: readonly ListedMail[];
  /** Makes their bytes durable. */
  readonly keep: () => Promise<readonly KeptBytes[]>;
  readonly larger: readonly ListedMail[];
  readonly unanswered: readonly ListedMail[];
  /** What ended the fetch early, if anything. */
  readonly fault: unknown;
}

/** Mails from before activation go to the ledger as they are, all others wait to be fetched. */
export async function sortIn(keeper: Keeper, mails: readonly ListedMail[]): Promise<void> {
  const { options, state, pending } = keeper;
  const old = mails.filter((mail) => isBeforeActivation(mail, state));
  const rows = old.map((mail) => arrivalOf(keeper, mail, { sha256: '', sizeBytes: mail.sizeBytes, cut: false }));
  if (rows.length > 0) await inLedger(() => options.ledger.list(rows, 'before-activation'));
  const oldUids = new Set(old.map(({ uid }) => uid));
  pending.add(mails.filter(({ uid }) => !oldUids.has(uid)));
}

/** Fetches and keeps all that is due. @throws {BotError} E_IMAP, E_STORAGE; what was complete by then is kept */
export async function drain(reader: Reader): Promise<void> {
  let storing: Promise<unknown> = Promise.resolve(null);
  let most = FIRST_PORTION;
  try {
    for (let portion = takeFrom(reader, most); portion; portion = takeFrom(reader, (most *= 2))) {
      const fetched = await fetchPortion(reader, portion);
      raise(await storing);
      storing = faultOf(enter(reader, fetched));
      await sortOut(reader, fetched);
      await reader.between();
      if (reader.isStopping()) break;
    }
  } finally {
    await storing;
  }
  raise(await storing);
}

/** One mail by itself, whatever the ledger says of it; null when it is not in the mailbox. @throws {BotError} E_IMAP, E_STORAGE */
export async function keepOne(keeper: Keeper, uid: number): Promise<Arrival | null> {
  const [mail] = (await listMails(keeper.client, `${uid}`)).filter((listed) => listed.uid === uid);
  if (!mail) return null;
  const [arrival] = await enter(keeper, await stream(keeper, mail));
  return arrival ?? null;
}

/** The ledger is storage, too: its faults are told apart from the server's. @throws {BotError} E_STORAGE */
export async function inLedger<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof BotError) throw error;
    throw new BotError('E_STORAGE', `ledger: ${describeError(error)}`, { cause: error });
  }
}

function isBeforeActivation(mail: ListedMail, state: MailboxState): boolean {
  if (state.activationUid > 0) return mail.uid < state.activationUid;
  return mail.internalDate < Math.floor(state.activatedAt / SECOND) * SECOND;
}

function takeFrom({ client, pending }: Reader, most: number): Portion | null {
  if (!client.usable) throw new BotError('E_IMAP', 'connection lost between two fetches');
  return pending.take(Date.now(), most);
}

async function fetchPortion(keeper: Keeper, portion: Portion): Promise<Fetched> {
  const { client, options } = keeper;
  const [first] = portion.mails;
  if (portion.streamed && first) return stream(keeper, first);
  const { read, larger, unanswered, fault } = await readBatch(client, portion.mails, options.limits);
  const bytes = read.map((mail) => mail.bytes);
  return {
    mails: read.map(({ mail }) => mail),
    keep: () => options.rawStore.keepMany(bytes, options.limits.maxMessageBytes),
    larger,
    unanswered,
    fault,
  };
}

async function stream({ client, options }: Keeper, mail: ListedMail): Promise<Fetched> {
  const { rawStore, limits } = options;
  try {
    const kept = await rawStore.keep(readPieces(client, mail.uid, limits.pieceBytes), limits.maxMessageBytes);
    return { mails: [mail], keep: async () => [kept], larger: [], unanswered: [], fault: null };
  } catch (error) {
    if (error instanceof BotError && error.code === 'E_STORAGE') throw error;
    return { mails: [], keep: async () => [], larger: [], unanswered: [mail], fault: error };
  }
}

async function enter(keeper: Keeper, fetched: Fetched): Promise<readonly Arrival[]> {
  if (fetched.mails.length === 0) return [];
  const { options, pending } = keeper;
  const kept = await fetched.keep();
  const arrivals = fetched.mails.flatMap((mail, index) => {
    const bytes = kept[index];
    return bytes ? [arrivalOf(keeper, mail, bytes)] : [];
  });
  await inLedger(() => options.ledger.list(arrivals, 'kept'));
  pending.settle(arrivals.map(({ uid }) => uid));
  keeper.noteArrivals(arrivals.length);
  options.onArrivals(arrivals);
  return arrivals;
}

function arrivalOf({ options, state }: Keeper, mail: ListedMail, kept: KeptBytes): Arrival {
  return {
    mail: mailIdOf(options.folder, state.uidValidity, mail.uid),
    mailbox: options.folder,
    uidValidity: state.uidValidity,
    uid: mail.uid,
    receivedAt: options.receivedAt(mail.internalDate),
    sha256: kept.sha256,
    sizeBytes: kept.cut ? Math.max(mail.sizeBytes, options.limits.maxMessageBytes + 1) : kept.sizeBytes,
  };
}

/** Unanswered mails are gone, or will be asked for again later. @throws {BotError} E_IMAP when the connection was cut */
async function sortOut({ client, options, pending }: Keeper, fetched: Fetched): Promise<void> {
  pending.putBack(fetched.larger);
  if (fetched.unanswered.length === 0) return;
  if (!client.usable) {
    pending.fail(fetched.unanswered, Date.now());
    throw new BotError('E_IMAP', `connection lost while fetching ${fetched.unanswered.length} mails`, {
      cause: fetched.fault,
    });
  }
  const there = await listMails(client, uidSet(fetched.unanswered.map(({ uid }) => uid)));
  const uids = new Set(there.map(({ uid }) => uid));
  pending.fail(there, Date.now());
  pending.settle(fetched.unanswered.map(({ uid }) => uid).filter((uid) => !uids.has(uid)));
  const facts = { withheld: there.length, gone: fetched.unanswered.length - there.length, uid: there[0]?.uid };
  options.log.warn(facts, 'mails were listed but not given out by the server');
}

async function faultOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => null,
    (error: unknown) => error,
  );
}

function raise(fault: unknown): void {
  if (fault !== null) throw fault;
}
