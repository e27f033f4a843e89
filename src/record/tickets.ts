/** What later mails and commands ask of the store: tickets, their events, and which of them a reply belongs to. */
import { sql } from 'kysely';
import { asMailId, asPersonId, asTicketNumber } from '../shared/ids.ts';
import type { LetterKey, PersonId, TicketNumber } from '../shared/ids.ts';
import type { EpochMs } from '../shared/time.ts';
import { nextNumber } from './counters.ts';
import type { Streams } from './folded.ts';
import { readBefore } from './likeness.ts';
import { ticketsOfMessages } from './referenced-tickets.ts';
import { prepared } from './prepared.ts';
import { indexed } from './rows.ts';
import type { Db } from './schema.ts';
import { firstSigned } from './signatures.ts';
import { guarded } from './storage-error.ts';
import type { SentLetter, TicketRecord, TicketSummary, Tickets } from './store.ts';
import { mailsOfThread } from './thread.ts';
import { readEvents, readFolded } from './ticket-stream.ts';

const MOST_REPORTS = 100;
const MOST_AWAITED = 200;

export function makeTickets(db: Db, streams: Streams): Tickets {
  return {
    find: (number) => guarded(() => findTicket(db, streams, number)),
    events: (number) => guarded(() => readEvents(db, number)),
    byMessageIds: (messageIds) => guarded(() => ticketsOfMessages(db, messageIds)),
    letter: (key) => guarded(() => findLetter(db, key)),
    awaiting: (approvers) => guarded(() => findAwaiting(db, approvers)),
    ofRequester: (person, limit) => guarded(() => readSummaries(db, { requester: person, limit })),
    openIncidents: (incident, since) => guarded(() => findIncidents(db, { incident, since })),
    list: (filter) => guarded(() => readSummaries(db, filter)),
    sameMail: (identity, messageId) => guarded(() => findSame(db, identity, messageId)),
    signedBefore: (fingerprint) => guarded(() => firstSigned(db, fingerprint)),
    before: (query) => guarded(() => readBefore(db, query)),
    nextNumber: (day) => guarded(() => nextNumber(db, day)),
  };
}

async function findTicket(db: Db, streams: Streams, number: TicketNumber): Promise<TicketRecord | null> {
  const folded = await readFolded(db, streams, number);
  if (!folded) return null;
  const { rows: texts } = await selectTexts(db, { number });
  return {
    number,
    version: folded.version,
    state: folded.state,
    texts: Object.fromEntries(texts.map((row) => [row.name, row.text])),
    people: await readPeople(db, [...folded.people]),
    thread: await mailsOfThread(db, number),
  };
}

const selectTexts = prepared((db, it: { readonly number: string }) =>
  db.selectFrom('ticket_texts').select(['name', 'text']).where('ticket', '=', it.number),
);

async function readPeople(db: Db, people: readonly PersonId[]): Promise<TicketRecord['people']> {
  if (people.length === 0) return new Map();
  const { rows } = await selectPeople(db, { people });
  return new Map(rows.map(({ id, address, name }) => [asPersonId(id), { address, name }]));
}

const selectPeople = prepared((db, it: { readonly people: readonly string[] }) =>
  db
    .selectFrom('people')
    .select(['id', 'address', 'name'])
    .where('id', 'in', [...it.people]),
);

async function findLetter(db: Db, key: LetterKey): Promise<SentLetter | null> {
  const row = await db
    .selectFrom('outbox')
    .innerJoin('outbox_texts', 'outbox_texts.seq', 'outbox.seq')
    .select(['ticket', 'template', 'step', 'person', 'shown', 'recipient', 'voided', 'text', 'created_at'])
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
    madeAt: row.created_at,
  };
}

/** A storm of reports is why they are found by an index of their own. */
async function findIncidents(
  db: Db,
  it: { readonly incident: string; readonly since: EpochMs },
): ReturnType<Tickets['openIncidents']> {
  const { rows } = await selectIncidents(db, it);
  return rows.map(({ number, address }) => ({ number: asTicketNumber(number), reporter: address }));
}

const selectIncidents = prepared((db, it: { readonly incident: string; readonly since: EpochMs }) =>
  db
    .selectFrom('tickets')
    .innerJoin('people', 'people.id', 'tickets.requester')
    .select(['tickets.number', 'people.address'])
    .where('tickets.incident', 'in', [it.incident])
    .where('tickets.opened_at', '>=', it.since)
    .where('tickets.status', 'in', ['triage', 'assigned', 'on-hold'])
    .orderBy('tickets.opened_at')
    .orderBy('tickets.number')
    .limit(sql.lit(MOST_REPORTS)),
);

/** Oldest first. */
async function findAwaiting(
  db: Db,
  approvers: readonly PersonId[],
): Promise<readonly { readonly number: TicketNumber; readonly approver: PersonId }[]> {
  if (approvers.length === 0) return [];
  const { rows } = await selectAwaiting(db, { approvers });
  return rows.flatMap(({ number, approver }) =>
    approver === null ? [] : [{ number: asTicketNumber(number), approver: asPersonId(approver) }],
  );
}

const selectAwaiting = prepared((db, it: { readonly approvers: readonly string[] }) =>
  db
    .selectFrom('tickets')
    .select(['number', 'approver'])
    .where('approver', 'in', [...it.approvers])
    .where('approver', 'is not', null)
    .orderBy('number')
    .limit(sql.lit(MOST_AWAITED)),
);

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
    subject: text,
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
