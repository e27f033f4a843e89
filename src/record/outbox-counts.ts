/** Figures about the outbox: for caps, breaker, readiness and metrics. None of them walks through what was sent long ago. */
import { sql } from 'kysely';
import type { TicketNumber } from '../shared/ids.ts';
import type { EpochMs } from '../shared/time.ts';
import type { OutboxState } from './outbox.ts';
import { isUnsent } from './outbox-row.ts';
import { prepared } from './prepared.ts';
import type { Db } from './schema.ts';

const UNSENT = ['waiting', 'claimed', 'failed', 'parked', 'void'] as const satisfies readonly OutboxState[];

type Counts = Readonly<Record<OutboxState, number>>;

/** What was sent is what was ever created less the rest. */
export async function countOutbox(db: Db): Promise<Counts> {
  const created = await db.selectFrom('counters').select('value').where('kind', '=', 'letters').executeTakeFirst();
  const counts = { waiting: 0, claimed: 0, failed: 0, parked: 0, void: 0 };
  for (const state of UNSENT) counts[state] = await countRows(outboxRows(db).where(isUnsent(state)));
  const unsent = UNSENT.reduce((sum, state) => sum + counts[state], 0);
  return { ...counts, sent: (created?.value ?? 0) - unsent };
}

/** Acknowledgements being sent count as waiting until they are sent. */
export async function oldestWaiting(db: Db): Promise<EpochMs | null> {
  const oldest = db
    .selectFrom('outbox')
    .select((eb) => eb.fn.min<number | null>('created_at').as('at'))
    .where('rank', '=', sql.lit(0));
  const waiting = await oldest.where('state', '=', sql.lit('waiting')).executeTakeFirst();
  const claimed = await oldest.where(isUnsent('claimed')).executeTakeFirst();
  const times = [waiting?.at, claimed?.at].filter((at) => typeof at === 'number');
  return times.length === 0 ? null : Math.min(...times);
}

/**
 * Automatic letters sent or being sent to an address, beyond one for each ticket: thirty people's thirty requests give a team thirty
 * letters, and none of them is one too many.
 */
export async function sentTo(db: Db, address: string, since: EpochMs): Promise<number> {
  const { rows } = await selectLeft(db, { recipient: address.toLowerCase(), since });
  const tickets = new Set(rows.map((row) => row.ticket).filter((ticket) => ticket !== null));
  return rows.length - tickets.size;
}

const selectLeft = prepared((db, it: { readonly recipient: string; readonly since: EpochMs }) =>
  db
    .selectFrom('outbox')
    .select('ticket')
    .where('recipient', '=', it.recipient)
    .where('left_at', '>=', it.since)
    .where('state', '=', sql.lit('sent'))
    .unionAll(
      db
        .selectFrom('outbox')
        .select('ticket')
        .where(isUnsent('claimed'))
        .where('recipient', '=', it.recipient)
        .where('left_at', '>=', it.since),
    ),
);

/**
 * Letters of a ticket sent or being sent since then and since a person last wrote in it. By the order of writing, not by time: times of
 * receipt are whole seconds, and a letter may leave within the second of its mail. Mails of machines are attached, but not accepted.
 */
export async function sentInTicket(db: Db, ticket: TicketNumber, since: EpochMs): Promise<number> {
  const [person] = (await selectLastPerson(db, { ticket })).rows;
  const [letters] = (await countLettersAfter(db, { ticket, since, seq: Number(person?.seq ?? 0) })).rows;
  return Number(letters?.rows ?? 0);
}

const selectLastPerson = prepared((db, it: { readonly ticket: string }) =>
  db
    .selectFrom('ticket_mails')
    .innerJoin('ledger', 'ledger.mail', 'ticket_mails.mail')
    .select('ticket_mails.seq')
    .where('ticket_mails.ticket', 'in', [it.ticket])
    .where('ledger.disposition', '=', sql.lit('accept'))
    .orderBy('ticket_mails.seq', 'desc')
    .limit(sql.lit(1)),
);

const countLettersAfter = prepared(
  (db, it: { readonly ticket: string; readonly since: EpochMs; readonly seq: number }) =>
    outboxRows(db)
      .where('ticket', '=', it.ticket)
      .where('left_at', '>=', it.since)
      .where('state', 'in', ['sent', 'claimed'])
      .where('seq', '>', it.seq),
);

interface Traffic {
  readonly letters: number;
  readonly mails: number;
  readonly refused: number;
  readonly sent: number;
}

/**
 * Mails count when they are decided, not when they came: after downtime a backlog is traffic of now. Letters that no mail has caused
 * (reminders, digests) are no traffic of mails; they are few, and have an index of their own.
 */
export async function trafficSince(db: Db, since: EpochMs): Promise<Traffic> {
  const created = outboxRows(db).where('created_at', '>=', since);
  const left = outboxRows(db).where('left_at', '>=', since);
  const mails = db.selectFrom('ledger').select((eb) => eb.fn.countAll<number>().as('rows'));
  return {
    letters: (await countRows(created)) - (await countRows(created.where('source', 'is', null))),
    mails: await countRows(mails.where('decided_at', '>=', since)),
    refused: await countRows(left.where('state', '=', sql.lit('failed'))),
    sent: await countRows(left.where('state', '=', sql.lit('sent'))),
  };
}

function outboxRows(db: Db) {
  return db.selectFrom('outbox').select((eb) => eb.fn.countAll<number>().as('rows'));
}

/** PostgreSQL counts in a type that some drivers hand over as text. */
async function countRows(query: { executeTakeFirstOrThrow(): Promise<{ rows: number }> }): Promise<number> {
  return Number((await query.executeTakeFirstOrThrow()).rows);
}
