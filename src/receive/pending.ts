/**
 * Mails listed but not yet in the ledger, and in which portions to fetch them. A mail that a fetch failed on is asked for alone and
 * after all others, later and later, so that one that the server does not give out delays nobody.
 */
import type { ListedMail, ReceiveLimits } from './mail-source.ts';
import { MINUTE, type EpochMs } from '../shared/time.ts';

/** One fetch: small mails together, or one mail streamed. In order of UID. */
export interface Portion {
  readonly mails: readonly ListedMail[];
  readonly streamed: boolean;
}

export interface PendingMails {
  add(mails: readonly ListedMail[]): void;
  has(uid: number): boolean;
  /**
   * The next portion, which is then out until settled, put back or failed; null when nothing is due.
   * @param most of small mails, below what the limits allow
   */
  take(now: EpochMs, most?: number): Portion | null;
  /** In the ledger, or gone from the mailbox. */
  settle(uids: readonly number[]): void;
  /** Not the mails' fault. `sizeBytes`: what reading them showed. */
  putBack(mails: readonly ListedMail[]): void;
  fail(mails: readonly ListedMail[], now: EpochMs): void;
  /** For a new connection: all that are out come back; under another UIDVALIDITY nothing of before counts. */
  useFor(uidValidity: string): void;
  size(): number;
  /** When `take` has something again; null when nothing waits. */
  nextDue(): EpochMs | null;
}

interface Entry {
  readonly mail: ListedMail;
  readonly failures: number;
  readonly notBefore: EpochMs;
}
type Entries = Map<number, Entry>;

/** Failures after which a mail waits between attempts. */
const PATIENCE = 2;
const LONGEST_WAIT = 15 * MINUTE;

export function makePendingMails(limits: ReceiveLimits): PendingMails {
  /** Never failed; in the order in which they came, which is that of UIDs. */
  const fresh: Entries = new Map();
  const troubled: Entries = new Map();
  const out: Entries = new Map();
  let validity = '';
  const putBack = (mail: ListedMail, entry: Entry): void => {
    out.delete(mail.uid);
    (entry.failures > 0 ? troubled : fresh).set(mail.uid, { ...entry, mail });
  };

  return {
    add: (mails) => {
      for (const mail of mails) if (!out.has(mail.uid) && !troubled.has(mail.uid)) putBack(mail, unfailed(mail));
    },
    has: (uid) => fresh.has(uid) || troubled.has(uid) || out.has(uid),
    take: (now, most = Infinity) => {
      const maxBatchMails = Math.min(most, limits.maxBatchMails);
      const portion = nextPortion(fresh, { ...limits, maxBatchMails }) ?? nextTroubled(troubled, now);
      return moveOut(portion, [fresh, troubled], out);
    },
    settle: (uids) => {
      for (const entries of [fresh, troubled, out]) for (const uid of uids) entries.delete(uid);
    },
    putBack: (mails) => {
      for (const mail of mails) putBack(mail, out.get(mail.uid) ?? unfailed(mail));
    },
    fail: (mails, now) => {
      for (const mail of mails) putBack(mail, failedAgain(out.get(mail.uid) ?? unfailed(mail), now));
    },
    useFor: (uidValidity) => {
      if (uidValidity !== validity) for (const entries of [fresh, troubled, out]) entries.clear();
      validity = uidValidity;
      for (const entry of out.values()) putBack(entry.mail, entry);
      inOrderOfUid(fresh);
    },
    size: () => fresh.size + troubled.size + out.size,
    nextDue: () => (fresh.size > 0 ? 0 : firstDue(troubled)),
  };
}

function unfailed(mail: ListedMail): Entry {
  return { mail, failures: 0, notBefore: 0 };
}

function failedAgain({ mail, failures: before }: Entry, now: EpochMs): Entry {
  const failures = before + 1;
  const wait = failures <= PATIENCE ? 0 : Math.min(LONGEST_WAIT, MINUTE * 2 ** (failures - PATIENCE - 1));
  return { mail, failures, notBefore: wait === 0 ? 0 : now + wait };
}

function nextPortion(fresh: Entries, limits: ReceiveLimits): Portion | null {
  const mails: ListedMail[] = [];
  let bytes = 0;
  for (const { mail } of fresh.values()) {
    if (mail.sizeBytes > limits.maxSmallBytes)
      return mails.length > 0 ? small(mails) : { mails: [mail], streamed: true };
    bytes += mail.sizeBytes;
    if (mails.length > 0 && (bytes > limits.maxBatchBytes || mails.length >= limits.maxBatchMails)) break;
    mails.push(mail);
  }
  return mails.length > 0 ? small(mails) : null;
}

function small(mails: readonly ListedMail[]): Portion {
  return { mails, streamed: false };
}

/** Alone, the least troubled first. */
function nextTroubled(troubled: Entries, now: EpochMs): Portion | null {
  const [first] = [...troubled.values()]
    .filter((entry) => entry.notBefore <= now)
    .sort((a, b) => a.failures - b.failures || a.mail.uid - b.mail.uid);
  return first ? { mails: [first.mail], streamed: true } : null;
}

function moveOut(portion: Portion | null, from: readonly Entries[], out: Entries): Portion | null {
  for (const { uid } of portion?.mails ?? []) {
    for (const entries of from) {
      const entry = entries.get(uid);
      if (entry) out.set(uid, entry);
      entries.delete(uid);
    }
  }
  return portion;
}

function inOrderOfUid(entries: Entries): void {
  const sorted = [...entries.values()].sort((a, b) => a.mail.uid - b.mail.uid);
  entries.clear();
  for (const entry of sorted) entries.set(entry.mail.uid, entry);
}

function firstDue(troubled: Entries): EpochMs | null {
  return troubled.size === 0 ? null : Math.min(...[...troubled.values()].map((entry) => entry.notBefore));
}
