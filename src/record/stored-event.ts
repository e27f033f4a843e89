/** Events as they lie in the database: columns for what is searched, JSON for the rest. Read with a schema, since years may lie between. */
import { z } from 'zod';
import { BotError } from '../shared/errors.ts';
import { asLetterKey, asMailId, asPersonId, asTeamCode, asTicketNumber, type TicketNumber } from '../shared/ids.ts';
import type { TicketEvent } from '../ticket/event.ts';
import type { EventsTable } from './schema.ts';

const mail = z.string().transform(asMailId);
const person = z.string().transform(asPersonId);
const ticket = z.string().transform(asTicketNumber);
const letter = z.string().transform(asLetterKey);
const team = z.string().transform(asTeamCode);
const grade = z.enum(['internal', 'aligned', 'absent', 'failed']);
const text = z.string();
const count = z.number().int();
const common = { v: z.literal(1), at: count };

const deskReason = z.enum([
  'unsure',
  'continues',
  'outside-catalogue',
  'superior-not-in-line',
  'superior-unknown',
  'sender-not-authenticated',
  'late-filing',
  'approver-unclear',
  'complaint',
  'question',
  'unreadable',
  'poison',
  'encrypted',
  'over-limit',
  'requester-unknown',
  'no-team',
  'letter-failed',
  'rft-help',
  'service-suspended',
  'approval-silent',
  'objection',
  'handed-back',
  'papers-differ',
  'fulfilment-unconfirmed',
  'signature-unseen',
  'paper-withheld',
]);
const holdCause = z.enum(['requester', 'maintenance', 'team', 'objection']);
const reminderKind = z.enum([
  'approval',
  'missing',
  'question',
  'confirmation',
  'bast',
  'due-soon',
  'overdue',
  'event',
  'close-after-event',
]);
const verdict = z.enum(['ok', 'not-in-line', 'too-low', 'inactive', 'unknown', 'missing', 'not-required']);

const approval = z.object({
  approver: person,
  step: count,
  shown: text,
  answer: z.enum(['asked', 'given', 'refused', 'void']),
  others: z.array(person).readonly().exactOptional(),
  askedBack: z.array(person).readonly().exactOptional(),
  away: z.array(person).readonly().exactOptional(),
  askedAgain: z.array(count).readonly().exactOptional(),
  until: count.exactOptional(),
});
const restoredFacts = z.object({
  quantity: z.number().nullable().exactOptional(),
  eventDate: text.nullable().exactOptional(),
  missing: z.array(text).readonly().exactOptional(),
  paperFaults: count.exactOptional(),
  verdict: verdict.exactOptional(),
  superior: person.nullable().exactOptional(),
  approval: approval.nullable().exactOptional(),
  approvedBy: z.array(person).readonly().exactOptional(),
});

const StoredEvent = z.discriminatedUnion('type', [
  z.object({
    ...common,
    type: z.literal('TicketOpened'),
    mail,
    wish: count,
    kind: z.enum(['request', 'incident', 'complaint', 'question', 'other']),
    ticketType: z.enum(['SR', 'INC', 'CHG', 'CMP']),
    requester: person,
    receivedAt: count,
    language: z.enum(['id', 'en']),
    grade,
    follows: ticket.nullable(),
  }),
  z.object({
    ...common,
    type: z.literal('Classified'),
    by: z.enum(['bot', 'desk']),
    service: text.nullable(),
    variant: text.nullable(),
    incident: text.nullable(),
    confidence: z.number(),
    quantity: z.number().nullable(),
    rules: text,
  }),
  z.object({
    ...common,
    type: z.literal('RequirementsChecked'),
    mail,
    missing: z.array(text).readonly(),
    verdict,
    superior: person.nullable(),
    eventDate: text.nullable(),
    eventEnd: text.exactOptional(),
    inJakarta: z.boolean().nullable(),
    faults: count.exactOptional(),
  }),
  z.object({ ...common, type: z.literal('ApprovalAsked'), approver: person, step: count, shown: text }),
  z.object({ ...common, type: z.literal('ApprovalGiven'), approver: person, mail, grade }),
  z.object({ ...common, type: z.literal('ApprovalRefused'), approver: person, mail }),
  z.object({ ...common, type: z.literal('ApprovalVoided'), mail }),
  z.object({ ...common, type: z.literal('ApprovalStated'), writer: person, mail, until: count.exactOptional() }),
  z.object({ ...common, type: z.literal('ApproverDeclined'), approver: person, mail }),
  z.object({ ...common, type: z.literal('RequestCompleted') }),
  z.object({ ...common, type: z.literal('SentToDesk'), reason: deskReason }),
  z.object({ ...common, type: z.literal('Assigned'), team }),
  z.object({
    ...common,
    type: z.literal('MailAttached'),
    mail,
    writer: person,
    role: z.enum(['requester', 'approver', 'rft', 'desk', 'participant', 'machine']),
  }),
  z.object({
    ...common,
    type: z.literal('PutOnHold'),
    cause: holdCause,
    mail: mail.nullable(),
    until: count.nullable().default(null),
  }),
  z.object({ ...common, type: z.literal('Resumed'), mail: mail.nullable() }),
  z.object({ ...common, type: z.literal('NoteAdded'), mail, writer: person }),
  z.object({ ...common, type: z.literal('Resolved'), mail, writer: person, team, label: text.nullable() }),
  z.object({ ...common, type: z.literal('Reopened'), mail }),
  z.object({ ...common, type: z.literal('Closed'), mail: mail.nullable(), how: z.enum(['confirmed', 'rule']) }),
  z.object({ ...common, type: z.literal('Rejected'), mail: mail.nullable(), how: z.enum(['approver', 'desk']) }),
  z.object({
    ...common,
    type: z.literal('Cancelled'),
    mail: mail.nullable(),
    how: z.enum(['requester', 'desk', 'merged', 'approval-expired', 'missing-expired']).default('requester'),
  }),
  z.object({ ...common, type: z.literal('FirstResponded'), letter, late: z.boolean() }),
  z.object({ ...common, type: z.literal('LetterFailed'), letter, status: text }),
  z.object({
    ...common,
    type: z.literal('Linked'),
    to: ticket,
    how: z.enum(['same-mail', 'follows', 'desk', 'merged', 'split', 'incident']),
  }),
  z.object({ ...common, type: z.literal('Reminded'), about: reminderKind, step: count }),
  z.object({ ...common, type: z.literal('Escalated'), about: reminderKind }),
  z.object({ ...common, type: z.literal('Taken'), mail, writer: person }),
  z.object({ ...common, type: z.literal('StartDecided'), mail, from: count }),
  z.object({ ...common, type: z.literal('PrioritySet'), mail, writer: person, priority: text }),
  z.object({ ...common, type: z.literal('Rated'), mail, rating: count }),
  z.object({
    ...common,
    type: z.literal('FulfilmentConfirmed'),
    mail: mail.nullable(),
    writer: person.nullable(),
  }),
  z.object({ ...common, type: z.literal('BastReceived'), mail, accepted: z.boolean() }),
  z.object({ ...common, type: z.literal('Objected'), mail, writer: person }),
  z.object({
    ...common,
    type: z.literal('ApproverAway'),
    approver: person,
    mail,
    until: text.nullable(),
    deputy: person.nullable(),
  }),
  z.object({ ...common, type: z.literal('PapersRemoved'), mail, kinds: z.array(text).readonly() }),
  z.object({
    ...common,
    type: z.literal('Undone'),
    mail,
    version: count,
    restored: z.object({
      status: z.enum(['incomplete', 'awaiting-approval', 'triage', 'assigned', 'on-hold', 'resolved']),
      service: text.nullable(),
      variant: text.nullable(),
      incident: text.nullable(),
      team: team.nullable(),
      deskReason: deskReason.nullable(),
      holdCause: holdCause.nullable(),
      fulfilmentConfirmed: z.boolean().exactOptional(),
      bastAccepted: z.boolean().exactOptional(),
      resolvedAt: count.nullable().exactOptional(),
      label: text.nullable().exactOptional(),
      priority: text.nullable().exactOptional(),
      facts: restoredFacts.exactOptional(),
    }),
  }),
]);

export function eventRow(number: TicketNumber, seq: number, event: TicketEvent): EventsTable {
  const { type, v, at, ...payload } = event;
  return { ticket: number, seq, type, v, at, payload: JSON.stringify(payload) };
}

/** @throws {BotError} E_STORAGE when the row is none of the known shapes */
export function eventOf(row: EventsTable): TicketEvent {
  const stored = parseJson(row.payload);
  const result = StoredEvent.safeParse({ ...stored, type: row.type, v: row.v, at: row.at });
  if (result.success) return result.data;
  throw new BotError(
    'E_STORAGE',
    `event ${row.seq} of ticket ${row.ticket} (${row.type} v${row.v}) has no known shape`,
    {
      cause: result.error,
    },
  );
}

function parseJson(payload: string): object {
  try {
    const value: unknown = JSON.parse(payload);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

/** Compiles only while schema and type say the same: a new event type needs its schema here. */
type Stored = z.output<typeof StoredEvent>;
export type EveryEventIsStored = [TicketEvent] extends [Stored]
  ? [Stored] extends [TicketEvent]
    ? true
    : never
  : never;
export const everyEventIsStored: EveryEventIsStored = true;
