/** The numbers of the daily letters. None of them walks through what ended long ago. */
import { asTicketNumber, type LetterKey, type TicketNumber } from '../shared/ids.ts';
import type { EpochMs } from '../shared/time.ts';
import { readMarked } from './addresses.ts';
import type { Db } from './schema.ts';
import { guarded } from './storage-error.ts';
import { sql } from 'kysely';

const OPEN = ['incomplete', 'awaiting-approval', 'triage', 'assigned', 'on-hold', 'resolved'] as const;
export type OpenStatus = (typeof OPEN)[number];

export interface OpenCount {
  readonly status: string;
  readonly team: string | null;
  readonly count: number;
}

export interface Figures {
  /** Open tickets by state and team. */
  open(): Promise<readonly OpenCount[]>;
  /** Open tickets whose clock has begun. */
  worked(): Promise<readonly TicketNumber[]>;
  /** In triage or with a team, and nothing has happened to them since then; those that stand longest first. */
  unmovedSince(since: EpochMs, limit: number): Promise<readonly TicketNumber[]>;
  /** The last morning letter before that time: where it stands in the order of all, and when it was written. */
  lastDigest(): Promise<{ readonly seq: number; readonly at: EpochMs } | null>;
  hasLetter(key: LetterKey): Promise<boolean>;
  /** What became of the mails that were decided behind that place, by disposition. */
  decidedAfter(seq: number): Promise<Readonly<Record<string, number>>>;
  failedSince(since: EpochMs): Promise<readonly { readonly recipient: string; readonly template: string }[]>;
  deadAddresses(limit: number): Promise<readonly string[]>;
}

export function makeFigures(db: Db): Figures {
  return {
    open: () => guarded(() => countOpen(db)),
    worked: () => guarded(() => readWorked(db)),
    unmovedSince: (since, limit) => guarded(() => readUnmoved(db, since, limit)),
    lastDigest: () => guarded(() => readLastDigest(db)),
    hasLetter: (key) =>
      guarded(async () => {
        const row = await db.selectFrom('outbox').select('seq').where('key', '=', key).executeTakeFirst();
        return row !== undefined;
      }),
    decidedAfter: (seq) => guarded(() => countDecided(db, seq)),
    failedSince: (since) => guarded(() => readFailed(db, since)),
    deadAddresses: (limit) =>
      guarded(async () => {
        const rows = await readMarked(db, limit);
        return rows.filter(({ mark }) => mark === 'dead').map(({ address }) => address);
      }),
  };
}

async function countOpen(db: Db): Promise<readonly OpenCount[]> {
  const rows = await db
    .selectFrom('tickets')
    .select(['status', 'team'])
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('status', 'in', [...OPEN])
    .groupBy(['status', 'team'])
    .execute();
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}

async function readWorked(db: Db): Promise<readonly TicketNumber[]> {
  const rows = await db
    .selectFrom('tickets')
    .select('number')
    .where('status', 'in', ['triage', 'assigned', 'on-hold'])
    .where('completed_at', 'is not', null)
    .execute();
  return rows.map(({ number }) => asTicketNumber(number)).toSorted();
}

async function readUnmoved(db: Db, since: EpochMs, limit: number): Promise<readonly TicketNumber[]> {
  const rows = await db
    .selectFrom('tickets')
    .select('number')
    .where('status', 'in', ['triage', 'assigned'])
    .where('changed_at', '<=', since)
    .orderBy('changed_at')
    .orderBy('number')
    .limit(limit)
    .execute();
  return rows.map(({ number }) => asTicketNumber(number));
}

async function readLastDigest(db: Db): ReturnType<Figures['lastDigest']> {
  const row = await db
    .selectFrom('outbox')
    .select(['seq', 'created_at'])
    .where('template', '=', sql.lit('desk.digest'))
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { seq: row.seq, at: row.created_at } : null;
}

async function countDecided(db: Db, seq: number): Promise<Readonly<Record<string, number>>> {
  const rows = await db
    .selectFrom('decisions')
    .select('disposition')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('seq', '>', seq)
    .where('mail', 'is not', null)
    .groupBy('disposition')
    .execute();
  return Object.fromEntries(rows.map(({ disposition, count }) => [disposition, Number(count)]));
}

async function readFailed(db: Db, since: EpochMs): ReturnType<Figures['failedSince']> {
  return db
    .selectFrom('outbox')
    .select(['recipient', 'template'])
    .where('state', '=', sql.lit('failed'))
    .where('left_at', '>=', since)
    .orderBy('left_at')
    .execute();
}
