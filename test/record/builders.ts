import type { Decision, TicketChange } from '../../src/decide/decision.ts';
import type { Letter } from '../../src/decide/letter.ts';
import type { InboundMessage } from '../../src/parse/message.ts';
import type { Store } from '../../src/record/open-store.ts';
import type { Arrival, MailFacts } from '../../src/record/store.ts';
import { asPersonId, asTicketNumber, type MailId, type PersonId, type TicketNumber } from '../../src/shared/ids.ts';
import { mailIdOf } from '../../src/shared/keyring.ts';
import type { TicketEvent } from '../../src/ticket/event.ts';

/** 2026-11-23 09:00 in Jakarta. */
export const NINE = Date.UTC(2026, 10, 23, 2);
export const DAY = '2026-11-23';
export const BUDI = asPersonId('b0d1b0d1b0d1b0d1');
export const SRI = asPersonId('5121512151215121');
export const RFT = asPersonId('2f72f72f72f72f72');

export const mailOf = (uid: number): MailId => mailIdOf('INBOX', '7', uid);
export const numberOf = (count: number): TicketNumber =>
  asTicketNumber(`SR-261123-${String(count).padStart(4, '0')}-0`);

export function anArrival(uid: number, over: Partial<Arrival> = {}): Arrival {
  return {
    mail: mailOf(uid),
    mailbox: 'INBOX',
    uidValidity: '7',
    uid,
    receivedAt: NINE + uid,
    sha256: 'a'.repeat(64),
    sizeBytes: 5_000,
    ...over,
  };
}

export function aMessage(over: Partial<InboundMessage> = {}): InboundMessage {
  const budi = { name: 'Budi Santoso', address: 'budi@kemenkeu.example' };
  return {
    messageId: 'satu@kemenkeu.example',
    from: budi,
    sender: null,
    replyTo: [],
    to: [{ name: '', address: 'servicedesk@kemenkeu.example' }],
    cc: [{ name: 'Sri', address: 'sri@kemenkeu.example' }],
    deliveredTo: [],
    date: NINE,
    dateOffsetMinutes: 420,
    subject: 'Reset password email',
    ancestors: [],
    text: 'Mohon reset password email saya.',
    html: null,
    attachments: [],
    calendarMethod: null,
    deliveryReports: [],
    machine: null,
    machineEvidence: null,
    headers: {},
    grade: 'internal',
    gradeEvidence: '',
    identity: 'identity-1',
    problems: [],
    sizeBytes: 5_000,
    ...over,
  };
}

/** The facts of the mail with that UID: Message-ID and identity follow from it. */
export function factsOf(uid: number, over: Partial<InboundMessage> = {}): MailFacts {
  return {
    message: aMessage({ messageId: `mail-${uid}@kemenkeu.example`, identity: `identity-${uid}`, ...over }),
    writer: BUDI,
  };
}

export function openedEvent(mail: MailId, requester: PersonId = BUDI, at: number = NINE): TicketEvent {
  return {
    type: 'TicketOpened',
    v: 1,
    at,
    mail,
    wish: 0,
    kind: 'request',
    ticketType: 'SR',
    requester,
    receivedAt: at,
    language: 'id',
    grade: 'internal',
    follows: null,
  };
}

export function aLetter(over: Partial<Letter> = {}): Letter {
  return {
    template: 'requester.received',
    language: 'id',
    to: [{ name: 'Budi Santoso', address: 'budi@kemenkeu.example' }],
    cc: [],
    ticket: numberOf(1),
    step: 'received',
    person: BUDI,
    shown: '',
    source: mailOf(1),
    subject: 'Diterima: reset password email',
    fields: { number: numberOf(1), missing: ['form'], nested: { due: null, late: false, days: 3 } },
    priority: 'acknowledgement',
    inReplyTo: 'mail-1@kemenkeu.example',
    references: [],
    attachMails: [],
    ...over,
  };
}

export function toTeam(over: Partial<Letter> = {}): Letter {
  return aLetter({
    template: 'team.assigned',
    to: [{ name: 'RFT Akun', address: 'rft-akun@kemenkeu.example' }],
    person: RFT,
    step: 'assigned',
    priority: 'normal',
    attachMails: [mailOf(1)],
    ...over,
  });
}

export function aDecision(over: Partial<Decision> = {}): Decision {
  return {
    mail: mailOf(1),
    at: NINE,
    disposition: { kind: 'accept' },
    autoReply: true,
    noReplyReason: null,
    reason: 'a request of a colleague',
    tickets: [],
    people: [{ id: BUDI, address: 'budi@kemenkeu.example', name: 'Budi Santoso' }],
    letters: [],
    timers: [],
    voidLetters: [],
    numbers: null,
    trace: [{ rule: 'otherwise', matched: true, detail: '' }],
    ...over,
  };
}

/** The decision on the mail with that UID that opens the ticket with that number and answers it. */
export function opening(uid: number, count: number = uid, over: Partial<Decision> = {}): Decision {
  const ticket = numberOf(count);
  const change: TicketChange = {
    number: ticket,
    expectedVersion: 0,
    events: [openedEvent(mailOf(uid))],
    texts: [{ name: 'subject', text: `reset password ${count}` }],
  };
  return aDecision({
    mail: mailOf(uid),
    tickets: [change],
    letters: [aLetter({ ticket, source: mailOf(uid) }), toTeam({ ticket, source: mailOf(uid) })],
    numbers: { day: DAY, first: count, count: 1 },
    ...over,
  });
}

/** Puts letters into the outbox by a decision of their own. */
export async function post(store: Store, ...letters: readonly (Letter | number)[]): Promise<void> {
  const at = letters.find((it) => typeof it === 'number') ?? NINE;
  const decision = aDecision({ mail: null, at, letters: letters.filter((it) => typeof it !== 'number') });
  await store.recorder.record(decision, null);
}

export async function newTicket(store: Store): Promise<void> {
  await store.ledger.list([anArrival(1)], 'kept');
  await store.recorder.record(opening(1), factsOf(1));
}
