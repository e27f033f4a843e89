/**
 * Which letters leave next. A claim is a lease: a process that dies holding one gives it back by time, and the letter that is sent
 * then is the same letter. Acknowledgements leave first and wait for nothing of their ticket but a letter being sent this moment;
 * any other letter waits until the earlier ones of its ticket have left, save acknowledgements to somebody else.
 */
import { sql } from 'kysely';
import { asLetterKey } from '../shared/ids.ts';
import type { EpochMs } from '../shared/time.ts';
import type { OutboxRow } from './outbox.ts';
import { prepared } from './prepared.ts';
import { parkLetters } from './outbox-states.ts';
import { isUnsent, outboxRowOf, selectRows, type StoredRow } from './outbox-row.ts';
import type { Db } from './schema.ts';
import type { MessageIdOf } from './thread.ts';

/** At one time, whatever the limit. */
const MOST_CLAIMED = 100;

export interface ClaimTerms {
  readonly now: EpochMs;
  readonly limit: number;
  readonly leaseMs: number;
}

export async function claimLetters(db: Db, terms: ClaimTerms, messageIdOf: MessageIdOf): Promise<readonly OutboxRow[]> {
  await endLeases(db, { now: terms.now });
  const acknowledgements = await dueLetters(db, 0, terms);
  const missing = terms.limit - acknowledgements.length;
  const normal = missing > 0 ? await dueLetters(db, 1, { ...terms, limit: missing }) : [];
  const taken = await takeLetters(db, oneOfEachTicket([...acknowledgements, ...normal]), terms);
  return readable(db, taken, messageIdOf);
}

/** Back to the queue, in its old place; one made void meanwhile has no place any more. */
const endLeases = prepared((db, it: { readonly now: EpochMs }) =>
  db
    .updateTable('outbox')
    .set({ state: sql`case when voided = 1 then 'void' else 'waiting' end`, lease_until: null })
    .where(isUnsent('claimed'))
    .where('lease_until', '<=', it.now),
);

interface Due {
  readonly key: string;
  readonly ticket: string | null;
}

async function dueLetters(db: Db, rank: 0 | 1, { now, limit }: ClaimTerms): Promise<readonly Due[]> {
  const select = rank === 0 ? dueAcknowledgements : dueOthers;
  return (await select(db, { now })).rows.slice(0, limit);
}

const dueAcknowledgements = prepared((db, it: { readonly now: EpochMs }) => dueOfRank(db, 0, it.now));

const dueOthers = prepared((db, it: { readonly now: EpochMs }) =>
  dueOfRank(db, 1, it.now).where(sql<boolean>`not exists (${EARLIER_LETTER})`),
);

function dueOfRank(db: Db, rank: 0 | 1, now: EpochMs) {
  return db
    .selectFrom('outbox as letter')
    .select(['letter.key', 'letter.ticket'])
    .where('letter.state', '=', sql.lit('waiting'))
    .where('letter.rank', '=', sql.lit(rank))
    .where('letter.next_attempt_at', '<=', now)
    .where(NONE_BEING_SENT)
    .orderBy('letter.next_attempt_at')
    .orderBy('letter.seq')
    .limit(sql.lit(MOST_CLAIMED));
}

/** Those being sent are few: they are looked up once, not for each letter. */
const NONE_BEING_SENT = sql<boolean>`(letter.ticket is null or letter.ticket not in (
  select other.ticket from outbox as other
  where other.state = 'claimed' and other.state <> 'sent' and other.ticket is not null))`;

const EARLIER_LETTER = sql`
  select 1 from outbox as other
  where other.ticket = letter.ticket and other.state = 'waiting' and other.seq < letter.seq
    and (other.rank = 1 or other.person = letter.person)`;

function oneOfEachTicket(due: readonly Due[]): readonly Due[] {
  const seen = new Set<string>();
  return due.filter(({ ticket }) => {
    if (ticket === null) return true;
    if (seen.has(ticket)) return false;
    seen.add(ticket);
    return true;
  });
}

/** Takes what no other worker has taken since; in the order given. */
async function takeLetters(db: Db, due: readonly Due[], { now, leaseMs }: ClaimTerms): Promise<readonly StoredRow[]> {
  if (due.length === 0) return [];
  const keys = due.map((it) => it.key);
  const taken = (await setClaimed(db, { keys, now, until: now + leaseMs })).rows.map((it) => it.key);
  if (taken.length === 0) return [];
  const { rows } = await selectTaken(db, { keys: taken });
  const byKey = new Map(rows.map((row) => [row.key, row]));
  return due.flatMap(({ key }) => byKey.get(key) ?? []);
}

interface Taking {
  readonly keys: readonly string[];
  readonly now: EpochMs;
  readonly until: EpochMs;
}

const setClaimed = prepared((db, { keys, now, until }: Taking) =>
  db
    .updateTable('outbox')
    .set({ state: 'claimed', lease_until: until, left_at: now, attempts: sql`attempts + 1` })
    .where('key', 'in', [...keys])
    .where('state', '=', sql.lit('waiting'))
    .returning('key'),
);

const selectTaken = prepared((db, it: { readonly keys: readonly string[] }) =>
  selectRows(db).where('outbox.key', 'in', [...it.keys]),
);

/** A letter that this version cannot read is parked for a person; the others leave. */
async function readable(db: Db, rows: readonly StoredRow[], messageIdOf: MessageIdOf): Promise<readonly OutboxRow[]> {
  const letters: OutboxRow[] = [];
  for (const row of rows) {
    const letter = await outboxRowOf(db, row, messageIdOf);
    if (letter && letter.letter.to.length > 0) letters.push(letter);
    else await parkLetters(db, [asLetterKey(row.key)], 'the letter cannot be read by this version');
  }
  return letters;
}
