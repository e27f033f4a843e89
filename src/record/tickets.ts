/** What later mails and commands ask of the store: tickets, their events, and which of them a reply belongs to. */
import { sql } from 'kysely';
import { asMailId, asPersonId, asTicketNumber } from '../shared/ids.ts';
import type { LetterKey, PersonId, TicketNumber } from '../shared/ids.ts';
import type { EpochMs } from '../shared/time.ts';
import type { TicketEvent } from '../ticket/event.ts';
import { nextNumber } from './counters.ts';
import { fold, type Evolve } from './projection.ts';
import { readBefore } from './likeness.ts';
import { ticketsOfMessages } from './referenced-tickets.ts';
import { prepared } from './prepared.ts';
import { indexed } from './rows.ts';
import type { Db } from './schema.ts';
import { guarded } from './storage-error.ts';
import type { SentLetter, TicketRecord, TicketSummary, Tickets } from './store.ts';
import { mailsOfThread } from './thread.ts';
import { readEvents } from './ticket-stream.ts';

export function makeTickets(db: Db, evolve: Evolve): Tickets {
  return {
    find: (number) => guarded(() => findTicket(db, evolve, number)),
    events: (number) => guarded(() => readEvents(db, number)),
    byMessageIds: (messageIds) => guarded(() => ticketsOfMessages(db, messageIds)),
    letter: (key) => guarded(() => findLetter(db, key)),
    awaiting: (approvers, limit) => guarded(() => findAwaiting(db, approvers, limit)),
    ofRequester: (person, limit) => guarded(() => readSummaries(db, { requester: person, limit })),
    openIncidents: (incidents, since, limit) => guarded(() => findIncidents(db, { incidents, since, limit })),
    list: (filter) => guarded(() => readSummaries(db, filter)),
    sameMail: (identity, messageId) => guarded(() => findSame(db, identity, messageId)),
    before: (query) => guarded(() => readBefore(db, query)),
    nextNumber: (day) => guarded(() => nextNumber(db, day)),
  };
}

async function findTicket(db: Db, evolve: Evolve, number: TicketNumber): Promise<TicketRecord | null> {
  const events = await readEvents(db, number);
  const state = fold(evolve, events);
  if (!state) return null;
  const texts = await db.selectFrom('ticket_texts').select(['name', 'text']).where('ticket', '=', number).execute();
  return {
    number,
    version: events.length,
    state,
    texts: Object.fromEntries(texts.map((row) => [row.name, row.text])),
    people: await readPeople(db, peopleOf(events)),
    thread: await mailsOfThread(db, number),
  };
}

function peopleOf(events: readonly TicketEvent[]): readonly PersonId[] {
  const people = new Set<PersonId>();
  for (const event of events) {
    if ('requester' in event) people.add(event.requester);
    if ('approver' in event) people.add(event.approver);
    if ('writer' in event && event.writer) people.add(event.writer);
    if ('deputy' in event && event.deputy) people.add(event.deputy);
    if ('superior' in event && event.superior) people.add(event.superior);
  }
  return [...people];
}

async function readPeople(db: Db, people: readonly PersonId[]): Promise<TicketRecord['people']> {
  if (people.length === 0) return new Map();
  const rows = await db
    .selectFrom('people')
    .selectAll()
    .where('id', 'in', [...people])
    .execute();
  return new Map(rows.map(({ id, address, name }) => [asPersonId(id), { address, name }]));
}

async function findLetter(db: Db, key: LetterKey): Promise<SentLetter | null> {
  const row = await db
    .selectFrom('outbox')
    .innerJoin('outbox_texts', 'outbox_texts.seq', 'outbox.seq')
    .select(['ticket', 'template', 'step', 'person', 'shown', 'recipient', 'voided', 'text'])
    .where('outbox.key', '=', key)
    .executeTakeFirst();
  if (!row) return null;
  return {
    key,
    ticket: row.ticket === null ? null : asTicketNumber(row.ticket),
    template: row.template,
    step: row.step,
    person: asPersonId(row.person),
    shown: row.shown,
    recipient: row.recipient,
    text: row.text === '' ? null : row.text,
    isVoid: row.voided === 1,
  };
}

/** By the index on opening: an hour's tickets are few, however many there are. */
async function findIncidents(
  db: Db,
  { incidents, since, limit }: { incidents: readonly string[]; since: EpochMs; limit: number },
): Promise<readonly TicketNumber[]> {
  const rows = await db
    .selectFrom('tickets')
    .select('number')
    .where('opened_at', '>=', since)
    .where('incident', 'in', [...incidents])
    .where('status', 'in', ['triage', 'assigned', 'on-hold'])
    .orderBy('opened_at')
    .orderBy('number')
    .limit(limit)
    .execute();
  return rows.map(({ number }) => asTicketNumber(number));
}

/** Oldest first. */
async function findAwaiting(
  db: Db,
  approvers: readonly PersonId[],
  limit: number,
): Promise<readonly { readonly number: TicketNumber; readonly approver: PersonId }[]> {
  if (approvers.length === 0) return [];
  const rows = await db
    .selectFrom('tickets')
    .select(['number', 'approver'])
    .where('approver', 'in', [...approvers])
    .where('approver', 'is not', null)
    .orderBy('number')
    .limit(limit)
    .execute();
  return rows.flatMap(({ number, approver }) =>
    approver === null ? [] : [{ number: asTicketNumber(number), approver: asPersonId(approver) }],
  );
}

interface SummaryFilter {
  readonly requester?: PersonId;
  readonly status?: string;
  readonly limit: number;
}

/** Newest first. */
async function readSummaries(db: Db, { requester, status, limit }: SummaryFilter): Promise<readonly TicketSummary[]> {
  let query = db
    .selectFrom('tickets')
    .leftJoin('ticket_texts', (join) =>
      join.onRef('ticket_texts.ticket', '=', 'tickets.number').on('ticket_texts.name', '=', 'subject'),
    )
    .select(['number', 'kind', 'service', 'variant', 'status', 'requester', 'team', 'opened_at', 'changed_at', 'text']);
  if (requester !== undefined) query = query.where('requester', '=', requester);
  if (status !== undefined) query = query.where('status', '=', status);
  const rows = await query.orderBy('opened_at', 'desc').orderBy('number', 'desc').limit(limit).execute();
  return rows.map(({ opened_at, changed_at, text, ...row }) => ({
    ...row,
    number: asTicketNumber(row.number),
    requester: asPersonId(row.requester),
    openedAt: opened_at,
    changedAt: changed_at,
    subject: text ?? '',
  }));
}

/** The first that was recorded, each. */
async function findSame(db: Db, identity: string, messageId: string | null): ReturnType<Tickets['sameMail']> {
  const [identical] = (await selectIdentical(db, { identity })).rows;
  const [sameMessageId] = messageId === null ? [] : (await selectNamed(db, { messageId: indexed(messageId) })).rows;
  return {
    identical: identical ? asMailId(identical.mail) : null,
    sameMessageId: sameMessageId ? asMailId(sameMessageId.mail) : null,
  };
}

const selectIdentical = prepared((db, it: { readonly identity: string }) =>
  db.selectFrom('mails').select('mail').where('identity', 'in', [it.identity]).orderBy('seq').limit(sql.lit(1)),
);

const selectNamed = prepared((db, it: { readonly messageId: string }) =>
  db.selectFrom('mails').select('mail').where('message_id', 'in', [it.messageId]).orderBy('seq').limit(sql.lit(1)),
);
