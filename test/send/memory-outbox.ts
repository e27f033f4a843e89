/** The Outbox of src/record/outbox.ts in memory, word for word as its comments promise, for tests of what sending makes of it. */
import type { Letter } from '../../src/decide/letter.ts';
import type { Outbox, OutboxRow, OutboxState } from '../../src/record/outbox.ts';
import { asLetterKey, type LetterKey } from '../../src/shared/ids.ts';
import type { EpochMs } from '../../src/shared/time.ts';
import { aLetter } from './outgoing.ts';

export interface MemoryOutbox extends Outbox {
  add(letter: Partial<Letter>, at?: EpochMs, row?: Partial<OutboxRow>): LetterKey;
  /** For `traffic`. */
  receiveMail(at: EpochMs): void;
  rows(): readonly OutboxRow[];
  state(key: LetterKey): OutboxState | undefined;
  /** Makes every write fail until it is given null again. */
  breakWith(error: Error | null): void;
  readonly lateKeys: readonly LetterKey[];
}

type Row = { -readonly [Name in keyof OutboxRow]: OutboxRow[Name] } & { leaseEnds: EpochMs; leftAt: EpochMs };

export function makeMemoryOutbox(clock: { now(): EpochMs }): MemoryOutbox {
  const table = new Map<LetterKey, Row>();
  const mails: EpochMs[] = [];
  const lateKeys: LetterKey[] = [];
  let broken: Error | null = null;

  const all = (): Row[] => [...table.values()];
  const change = (key: LetterKey, values: Partial<Row>): void => {
    if (broken) throw broken;
    Object.assign(table.get(key) ?? {}, values);
  };
  const add = (letter: Partial<Letter>, at: EpochMs = clock.now(), row: Partial<OutboxRow> = {}): LetterKey => {
    const key = asLetterKey(
      `letter${String(table.size).padStart(10, 'a')}`.replace(/\d/g, (digit) => 'abcdefghij'[+digit] ?? ''),
    );
    table.set(key, { ...EMPTY, key, letter: aLetter(letter), createdAt: at, nextAttemptAt: at, ...row });
    return key;
  };

  return {
    add,
    receiveMail: (at) => void mails.push(at),
    rows: all,
    state: (key) => table.get(key)?.state,
    breakWith: (error) => void (broken = error),
    lateKeys,
    claim: async (now, limit, leaseMs) => {
      if (broken) throw broken;
      const claimed: Row[] = [];
      for (const row of all().toSorted(byTurn)) {
        if (claimed.length < limit && isDue(row, now) && isItsTurn(row, all(), now)) {
          claimed.push(row);
          Object.assign(row, { state: 'claimed', attempts: row.attempts + 1, leaseEnds: now + leaseMs, leftAt: now });
        }
      }
      return claimed.map((row) => ({ ...row }));
    },
    markSent: async (key, { at, reply, late }) => {
      change(key, { state: 'sent', sentAt: at, leftAt: at, lastReply: reply });
      if (late) lateKeys.push(key);
    },
    retryAt: async (key, at, reply) => change(key, { state: 'waiting', nextAttemptAt: at, lastReply: reply }),
    markFailed: async (key, { at, reply, deskLetter }) => {
      change(key, { state: 'failed', lastReply: reply, leftAt: at });
      if (deskLetter) add(deskLetter, at);
    },
    park: async (keys, reason) => keys.forEach((key) => change(key, { state: 'parked', parkedReason: reason })),
    retry: async (keys, now) => {
      keys.forEach((key) => change(key, { state: 'waiting', nextAttemptAt: now, parkedReason: null }));
      return keys.length;
    },
    list: async ({ state, ticket, limit }) =>
      all()
        .filter((row) => (!state || row.state === state) && (!ticket || row.letter.ticket === ticket))
        .slice(0, limit),
    find: async (key) => table.get(key) ?? null,
    counts: async () => countStates(all()),
    oldestWaiting: async () =>
      all()
        .filter((row) => row.state === 'waiting' && row.letter.priority === 'acknowledgement')
        .reduce<EpochMs | null>((oldest, { createdAt }) => Math.min(oldest ?? createdAt, createdAt), null),
    sentTo: async (address, since) => {
      const letters = all().filter((row) => hasLeft(row, since) && row.letter.to[0]?.address === address);
      const tickets = new Set(letters.map(({ letter }) => letter.ticket).filter((ticket) => ticket !== null));
      return letters.length - tickets.size;
    },
    sentInTicket: async (ticket, since) =>
      all().filter((row) => hasLeft(row, since) && row.letter.ticket === ticket).length,
    traffic: async (since) => ({
      letters: all().filter(({ createdAt, letter }) => createdAt >= since && letter.source !== null).length,
      mails: mails.filter((at) => at >= since).length,
      refused: all().filter((row) => row.state === 'failed' && row.leftAt >= since).length,
      sent: all().filter((row) => row.state === 'sent' && row.leftAt >= since).length,
    }),
  };
}

const EMPTY = {
  state: 'waiting' as const,
  attempts: 0,
  sentAt: null,
  receivedAt: null,
  lastReply: null,
  parkedReason: null,
  thread: [],
  leaseEnds: 0,
  leftAt: 0,
};

const isAcknowledgement = (row: OutboxRow): boolean => row.letter.priority === 'acknowledgement';

function byTurn(left: Row, right: Row): number {
  return Number(isAcknowledgement(right)) - Number(isAcknowledgement(left)) || left.createdAt - right.createdAt;
}

function isDue(row: Row, now: EpochMs): boolean {
  if (row.state === 'claimed') return row.leaseEnds <= now;
  return row.state === 'waiting' && row.nextAttemptAt <= now;
}

function isItsTurn(row: Row, rows: readonly Row[], now: EpochMs): boolean {
  const { ticket } = row.letter;
  if (ticket === null || isAcknowledgement(row)) return true;
  const before = rows.slice(0, rows.indexOf(row)).filter((one) => one.letter.ticket === ticket);
  const others = rows.filter((one) => one !== row && one.letter.ticket === ticket);
  const underWay = others.some((one) => one.state === 'claimed' && one.leaseEnds > now);
  return !underWay && !before.some(({ state }) => state === 'waiting' || state === 'claimed');
}

function hasLeft(row: Row, since: EpochMs): boolean {
  return (row.state === 'sent' || row.state === 'claimed') && row.leftAt >= since;
}

function countStates(rows: readonly Row[]): Record<OutboxState, number> {
  const counts: Record<OutboxState, number> = { waiting: 0, claimed: 0, sent: 0, failed: 0, parked: 0, void: 0 };
  for (const { state } of rows) counts[state] += 1;
  return counts;
}
