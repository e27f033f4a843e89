/** Histories of a ticket, told by events. `given` builds the state that they lead to. */
import * as fc from 'fast-check';
import { asLetterKey, asMailId, asPersonId, asTeamCode, asTicketNumber } from '../../src/shared/ids.ts';
import { HOUR, type EpochMs } from '../../src/shared/time.ts';
import type { TicketEvent, TicketEventType } from '../../src/ticket/event.ts';
import { foldTicket } from '../../src/ticket/evolve.ts';
import type { TicketState } from '../../src/ticket/ticket.ts';
import { wib } from './calendar.ts';

export const START = wib('2026-11-23 09:00');
const mail = asMailId('00000000000000000001');
const requester = asPersonId('requester0000000');
export const APPROVER = asPersonId('approver00000000');
const writer = asPersonId('member0000000000');
const letter = asLetterKey('aaaaaaaaaaaaaaaa');
const team = asTeamCode('RFT-AKUN');

/** What an event says when a test does not care. */
const SAID: { readonly [Type in TicketEventType]: Omit<Extract<TicketEvent, { type: Type }>, 'v' | 'at'> } = {
  TicketOpened: {
    type: 'TicketOpened',
    mail,
    wish: 0,
    kind: 'request',
    ticketType: 'SR',
    requester,
    receivedAt: START,
    language: 'id',
    grade: 'aligned',
    follows: null,
  },
  Classified: {
    type: 'Classified',
    by: 'bot',
    service: 'ITSM.8',
    variant: 'ITSM.8/reset-password',
    incident: null,
    confidence: 0.97,
    quantity: null,
    rules: 'test',
  },
  RequirementsChecked: {
    type: 'RequirementsChecked',
    mail,
    missing: [],
    verdict: 'ok',
    superior: APPROVER,
    eventDate: null,
    inJakarta: null,
  },
  ApprovalAsked: { type: 'ApprovalAsked', approver: APPROVER, step: 1, shown: 'hash' },
  ApprovalGiven: { type: 'ApprovalGiven', approver: APPROVER, mail, grade: 'aligned' },
  ApprovalRefused: { type: 'ApprovalRefused', approver: APPROVER, mail },
  ApprovalVoided: { type: 'ApprovalVoided', mail },
  ApprovalStated: { type: 'ApprovalStated', writer, mail },
  ApproverDeclined: { type: 'ApproverDeclined', approver: APPROVER, mail },
  RequestCompleted: { type: 'RequestCompleted' },
  SentToDesk: { type: 'SentToDesk', reason: 'unsure' },
  Assigned: { type: 'Assigned', team },
  MailAttached: { type: 'MailAttached', mail, writer, role: 'requester' },
  PutOnHold: { type: 'PutOnHold', cause: 'requester', mail, until: null },
  Resumed: { type: 'Resumed', mail },
  NoteAdded: { type: 'NoteAdded', mail, writer },
  Resolved: { type: 'Resolved', mail, writer, team, label: 'selesai' },
  Reopened: { type: 'Reopened', mail },
  Closed: { type: 'Closed', mail, how: 'confirmed' },
  Rejected: { type: 'Rejected', mail, how: 'approver' },
  Cancelled: { type: 'Cancelled', mail, how: 'requester' },
  FirstResponded: { type: 'FirstResponded', letter, late: false },
  LetterFailed: { type: 'LetterFailed', letter, status: '5.1.1' },
  Linked: { type: 'Linked', to: asTicketNumber('SR-261123-0001-1'), how: 'follows' },
  Reminded: { type: 'Reminded', about: 'missing', step: 1 },
  Escalated: { type: 'Escalated', about: 'approval' },
  Taken: { type: 'Taken', mail, writer },
  StartDecided: { type: 'StartDecided', mail, from: 0 },
  PrioritySet: { type: 'PrioritySet', mail, writer, priority: 'P2' },
  Rated: { type: 'Rated', mail, rating: 4 },
  FulfilmentConfirmed: { type: 'FulfilmentConfirmed', mail, writer },
  BastReceived: { type: 'BastReceived', mail, accepted: true },
  Objected: { type: 'Objected', mail, writer },
  ApproverAway: { type: 'ApproverAway', approver: APPROVER, mail, until: '2026-11-30', deputy: null },
  PapersRemoved: { type: 'PapersRemoved', mail, kinds: ['ktp'] },
  Undone: {
    type: 'Undone',
    mail,
    version: 3,
    restored: {
      status: 'triage',
      service: null,
      variant: null,
      incident: null,
      team: null,
      deskReason: 'unsure',
      holdCause: null,
    },
  },
};

/** An event that says what it usually does, but for `changes`. */
export function anEvent<Type extends TicketEventType>(
  type: Type,
  at: EpochMs,
  changes: Partial<Extract<TicketEvent, { type: Type }>> = {},
): TicketEvent {
  return { v: 1, at, ...SAID[type], ...changes } as TicketEvent;
}

type Told = TicketEventType | readonly [TicketEventType, object];

/** Opens a ticket and lets one event happen each hour from then on: `given('Classified', ['Assigned', { team }])`. */
export function history(...told: readonly Told[]): readonly TicketEvent[] {
  return ['TicketOpened' as const, ...told].map((entry, index) => {
    const [type, changes] = typeof entry === 'string' ? [entry, {}] : entry;
    return anEvent(type, START + index * HOUR, changes);
  });
}

export function given(...told: readonly Told[]): TicketState {
  return foldTicket(history(...told));
}

/** One of the events after opening, with what decides the status varied. */
export const someEvent: fc.Arbitrary<Told> = fc.oneof(
  fc
    .record({
      missing: fc.constantFrom([], ['scan-ktp']),
      verdict: fc.constantFrom('ok', 'missing', 'too-low', 'inactive', 'unknown', 'not-in-line', 'not-required'),
    })
    .map((changes): Told => ['RequirementsChecked', changes]),
  fc.constantFrom('requester', 'maintenance', 'team').map((cause): Told => ['PutOnHold', { cause }]),
  fc.constantFrom(...(Object.keys(SAID) as TicketEventType[]).filter((type) => type !== 'TicketOpened')),
);
