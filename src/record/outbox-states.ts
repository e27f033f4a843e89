/** What may become of a letter after it was claimed. Each step is taken only from the states it makes sense in. */
import { sql } from 'kysely';
import type { Letter } from '../decide/letter.ts';
import { asTicketNumber, type LetterKey, type TicketNumber } from '../shared/ids.ts';
import type { EpochMs } from '../shared/time.ts';
import type { TicketEvent } from '../ticket/event.ts';
import { isDead } from '../decide/dead-address.ts';
import { writeMarks } from './addresses.ts';
import { takePlaces } from './counters.ts';
import { insertLetters, lettersCreated } from './letters-table.ts';
import type { Outbox, OutboxState } from './outbox.ts';
import { prepared } from './prepared.ts';
import type { Streams } from './folded.ts';
import { ticketsOfMail } from './referenced-tickets.ts';
import { plain } from './rows.ts';
import type { Db, OutboxTable } from './schema.ts';
import { appendTo, readFolded } from './ticket-stream.ts';

type Sent = Parameters<Outbox['markSent']>[1];
type Failure = Parameters<Outbox['markFailed']>[1];

export async function markSent(db: Db, streams: Streams, key: LetterKey, sent: Sent): Promise<void> {
  const row = await leave(db, key, { state: 'sent', left_at: sent.at, last_reply: plain(sent.reply) });
  if (!row) return;
  await setText(db, { seq: row.seq, text: plain(sent.text) });
  if (!row.template.startsWith('requester.')) return;
  for (const ticket of await ticketsAnsweredBy(db, row)) {
    const known = await readFolded(db, streams, ticket);
    if (known === null || known.state.firstResponse !== null) continue;
    const event = { type: 'FirstResponded', v: 1, at: sent.at, letter: key, late: sent.late } as const;
    await appendTo(db, streams, known, { number: ticket, events: [event] });
  }
}

const setText = prepared((db, it: { readonly seq: number; readonly text: string }) =>
  db.updateTable('outbox_texts').set({ text: it.text }).where('seq', '=', it.seq),
);

export async function markFailed(db: Db, streams: Streams, key: LetterKey, failure: Failure): Promise<void> {
  const row = await leave(db, key, { state: 'failed', left_at: failure.at, last_reply: plain(failure.reply) });
  if (!row) return;
  if (row.ticket !== null) {
    const event = { type: 'LetterFailed', v: 1, at: failure.at, letter: key, status: plain(failure.status) } as const;
    await appendNext(db, streams, asTicketNumber(row.ticket), event);
  }
  if (isDead(failure.status) && !/^(?:team|desk|operator)\./.test(row.template)) {
    const detail = failure.reply;
    const order = { address: row.recipient, mark: 'dead', what: 'set', by: null, detail } as const;
    await writeMarks(db, [order], { mail: null, at: failure.at });
  }
  if (failure.deskLetter) await appendLetter(db, failure.deskLetter, failure.at);
}

export async function retryLetterAt(db: Db, key: LetterKey, at: EpochMs, reply: string): Promise<void> {
  await db
    .updateTable('outbox')
    .set({
      state: sql`case when voided = 1 then 'void' else 'waiting' end`,
      next_attempt_at: at,
      lease_until: null,
      last_reply: plain(reply),
    })
    .where('key', '=', key)
    .where('state', '=', sql.lit('claimed'))
    .execute();
}

export async function parkLetters(db: Db, keys: readonly LetterKey[], reason: string): Promise<void> {
  if (keys.length === 0) return;
  await db
    .updateTable('outbox')
    .set({ state: sql`case when voided = 1 then 'void' else 'parked' end`, lease_until: null, parked_reason: reason })
    .where('key', 'in', [...keys])
    .where('state', 'in', ['waiting', 'claimed'])
    .execute();
}

/** The attempts begin anew. Letters made void stay where they are. */
export async function retryLetters(db: Db, keys: readonly LetterKey[], now: EpochMs): Promise<number> {
  if (keys.length === 0) return 0;
  const result = await db
    .updateTable('outbox')
    .set({ state: 'waiting', next_attempt_at: now, attempts: 0, parked_reason: null })
    .where('key', 'in', [...keys])
    .where('state', 'in', ['parked', 'failed'])
    .where('voided', '=', 0)
    .executeTakeFirstOrThrow();
  return Number(result.numUpdatedRows);
}

type Left = Pick<OutboxTable, 'seq' | 'ticket' | 'template' | 'source' | 'recipient'>;

/** Null when the letter had its last word before: marking twice is marking once. */
async function leave(
  db: Db,
  key: LetterKey,
  set: Pick<OutboxTable, 'left_at' | 'last_reply'> & { readonly state: 'sent' | 'failed' },
): Promise<Left | null> {
  const last = set.state === 'sent' ? ['sent' as const] : (['sent', 'failed'] as const);
  const [row] = (await setLeft(db, { key, last, ...set })).rows;
  return row ?? null;
}

interface Leaving extends Pick<OutboxTable, 'key' | 'state' | 'left_at' | 'last_reply'> {
  /** States that are somebody's last word. */
  readonly last: readonly OutboxState[];
}

const setLeft = prepared((db, { key, last, ...columns }: Leaving) =>
  db
    .updateTable('outbox')
    .set({ ...columns, lease_until: null })
    .where('key', '=', key)
    .where('state', 'not in', [...last])
    .returning(['seq', 'ticket', 'template', 'source', 'recipient']),
);

/** One letter may answer several tickets of one mail. */
async function ticketsAnsweredBy(db: Db, row: Left): Promise<readonly TicketNumber[]> {
  const several = row.template === 'requester.several' ? await ticketsOfMail(db, row.source) : [];
  return [...new Set([...(row.ticket === null ? [] : [row.ticket]), ...several])].map(asTicketNumber);
}

async function appendNext(db: Db, streams: Streams, number: TicketNumber, event: TicketEvent): Promise<void> {
  const known = await readFolded(db, streams, number);
  if (known) await appendTo(db, streams, known, { number, events: [event] });
}

async function appendLetter(db: Db, letter: Letter, at: EpochMs): Promise<void> {
  await insertLetters(db, [letter], await takePlaces(db, 1, lettersCreated(1)), at);
}
