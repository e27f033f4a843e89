/** The outbox over its table; the port is outbox.ts. */
import { sql } from 'kysely';
import type { TicketNumber } from '../shared/ids.ts';
import { claimLetters } from './claim.ts';
import { countOutbox, oldestWaiting, sentInTicket, sentTo, trafficSince } from './outbox-counts.ts';
import { isUnsent, outboxRowOf, selectRows } from './outbox-row.ts';
import { markFailed, markSent, parkLetters, retryLetterAt, retryLetters } from './outbox-states.ts';
import type { Outbox, OutboxRow, OutboxState } from './outbox.ts';
import type { Streams } from './folded.ts';
import type { Db } from './schema.ts';
import { guarded } from './storage-error.ts';
import type { MessageIdOf } from './thread.ts';
import type { Writer } from './writer.ts';

export function makeOutbox(db: Db, writer: Writer, streams: Streams, messageIdOf: MessageIdOf): Outbox {
  return {
    claim: (now, limit, leaseMs) => writer.write((trx) => claimLetters(trx, { now, limit, leaseMs }, messageIdOf)),
    markSent: (key, sent) => writer.writeSoon((trx) => markSent(trx, streams, key, sent)),
    retryAt: (key, at, reply) => writer.writeSoon((trx) => retryLetterAt(trx, key, at, reply)),
    markFailed: (key, failure) => writer.write((trx) => markFailed(trx, streams, key, failure)),
    park: (keys, reason) => writer.write((trx) => parkLetters(trx, keys, reason)),
    retry: (keys, now) => writer.write((trx) => retryLetters(trx, keys, now)),
    list: (filter) => guarded(() => listLetters(db, filter, messageIdOf)),
    find: (key) =>
      guarded(async () => {
        const row = await selectRows(db).where('outbox.key', '=', key).executeTakeFirst();
        return row ? outboxRowOf(db, row, messageIdOf) : null;
      }),
    counts: () => guarded(() => countOutbox(db)),
    oldestWaiting: () => guarded(() => oldestWaiting(db)),
    sentTo: (address, since) => guarded(() => sentTo(db, address, since)),
    sentInTicket: (ticket, since) => guarded(() => sentInTicket(db, ticket, since)),
    traffic: (since) => guarded(() => trafficSince(db, since)),
  };
}

interface LetterFilter {
  readonly state?: OutboxState;
  readonly ticket?: TicketNumber;
  readonly limit: number;
}

/** Newest first; those that were sent by when they left. */
async function listLetters(
  db: Db,
  { state, ticket, limit }: LetterFilter,
  messageIdOf: MessageIdOf,
): Promise<readonly OutboxRow[]> {
  let query = selectRows(db);
  if (state === 'sent') query = query.where('outbox.state', '=', sql.lit(state));
  else if (state !== undefined) query = query.where(isUnsent(state));
  if (ticket !== undefined) query = query.where('outbox.ticket', '=', ticket);
  // Every letter left after 1970; said so that the index is searched.
  else if (state === 'sent') query = query.where('outbox.left_at', '>', 0).orderBy('outbox.left_at', 'desc');
  else if (state === undefined) query = query.orderBy('outbox.created_at', 'desc');
  const rows = await query.orderBy('outbox.seq', 'desc').limit(limit).execute();
  const letters = await Promise.all(rows.map((row) => outboxRowOf(db, row, messageIdOf)));
  return letters.filter((letter) => letter !== null);
}
