/** Builders of outgoing mails and outbox rows for the tests of sending. */
import type { OutgoingMail } from '../../src/compose/outgoing-mail.ts';
import type { Letter } from '../../src/decide/letter.ts';
import type { OutboxRow } from '../../src/record/outbox.ts';
import { asLetterKey, asPersonId, asTicketNumber } from '../../src/shared/ids.ts';

export const OUR_MAILBOX = 'servicedesk@kantor.example';

export function aMail(change: Partial<OutgoingMail> = {}): OutgoingMail {
  return {
    messageId: 'abcdefghijklmnop-qrstuvwxyz234567@kantor.example',
    from: { name: 'Meja Layanan', address: OUR_MAILBOX },
    replyTo: null,
    to: [{ name: 'Budi Santoso', address: 'budi@kantor.example' }],
    cc: [],
    subject: '[SR-261123-0042-4] Diterima: reset password email',
    inReplyTo: null,
    references: [],
    text: 'Permintaan Bapak kami terima.\n',
    html: '<p>Permintaan Bapak kami terima.</p>',
    headers: { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All' },
    attachments: [],
    ...change,
  };
}

export function aLetter(change: Partial<Letter> = {}): Letter {
  return {
    template: 'requester.received',
    language: 'id',
    to: [{ name: 'Budi Santoso', address: 'budi@kantor.example' }],
    cc: [],
    ticket: asTicketNumber('SR-261123-0042-4'),
    step: 'received',
    person: asPersonId('0123456789abcdef'),
    shown: '',
    source: null,
    subject: 'reset password email',
    fields: {},
    priority: 'normal',
    inReplyTo: null,
    references: [],
    attachMails: [],
    ...change,
  };
}

export function aRow(change: Partial<OutboxRow> = {}): OutboxRow {
  return {
    key: asLetterKey('abcdefghijklmnop'),
    letter: aLetter(),
    state: 'waiting',
    attempts: 0,
    createdAt: 0,
    nextAttemptAt: 0,
    sentAt: null,
    receivedAt: null,
    lastReply: null,
    parkedReason: null,
    thread: [],
    ...change,
  };
}
