/**
 * Whether a machine wrote the mail (RFC 3834 and what came before it). Checks stand in order, the first that holds names the
 * mark. X-Auto-Response-Suppress alone is no mark: it asks others not to answer, and Outlook sets it on people's mail too.
 */
import { tidyAddress } from './addresses.ts';
import { readParameters, type HeaderFields } from './header-fields.ts';
import type { Address, MachineMark } from './message.ts';
import { outOfOfficeEvidence } from './out-of-office.ts';

export interface MachineFacts {
  readonly fields: HeaderFields;
  readonly from: Address | null;
  readonly subject: string;
  readonly text: string;
  readonly ownAddresses: readonly string[];
}

export interface Machine {
  readonly mark: MachineMark;
  readonly evidence: string;
}

type Check = (facts: MachineFacts) => string | null;

const CHECKS: readonly (readonly [MachineMark, Check])[] = [
  ['mdn', readReceipt],
  ['bounce', deliveryReport],
  ['own', ownMail],
  ['loop', mailLoop],
  ['bounce', plainBounce],
  ['list', listMail],
  ['auto-submitted', autoSubmitted],
  ['auto-submitted', absenceNotice],
];
const MOST_HOPS = 60;
const MOST_OWN_DELIVERIES = 4;

export function machineMark(facts: MachineFacts): Machine | null {
  for (const [mark, check] of CHECKS) {
    const evidence = check(facts);
    if (evidence !== null) return { mark, evidence: evidence.slice(0, 200) };
  }
  return null;
}

/** RFC 8098. */
function readReceipt({ fields }: MachineFacts): string | null {
  const type = readParameters(fields.first('content-type'));
  const isReceipt =
    type.value === 'multipart/report' && type.params.get('report-type')?.toLowerCase() === 'disposition-notification';
  return isReceipt || type.value === 'message/disposition-notification'
    ? 'Content-Type: disposition-notification'
    : null;
}

function deliveryReport({ fields }: MachineFacts): string | null {
  const type = readParameters(fields.first('content-type'));
  const report = type.params.get('report-type')?.toLowerCase() ?? '';
  const isReport = type.value === 'multipart/report' && (report === '' || report.endsWith('delivery-status'));
  return isReport || type.value === 'message/delivery-status' ? 'Content-Type: delivery-status' : null;
}

function ownMail({ fields, from, ownAddresses }: MachineFacts): string | null {
  if (fields.all('x-loket-instance').length > 0) return 'X-Loket-Instance';
  const isOwn = from !== null && ownAddresses.some((own) => sameMailbox(from.address, own));
  return isOwn ? `From: ${from.address}` : null;
}

/** `desk+token@example.org` is `desk@example.org`. */
function sameMailbox(address: string, own: string): boolean {
  return address.replace(/\+[^@]*@/, '@') === own.toLowerCase().replace(/\+[^@]*@/, '@');
}

function mailLoop({ fields, ownAddresses }: MachineFacts): string | null {
  const isOwn = (value: string): boolean => ownAddresses.some((own) => sameMailbox(tidyAddress(value) ?? '', own));
  if (fields.all('x-loop').some(isOwn)) return 'X-Loop';
  if (fields.all('delivered-to').filter(isOwn).length >= MOST_OWN_DELIVERIES) return 'Delivered-To repeats';
  return fields.all('received').length > MOST_HOPS ? `Received: more than ${MOST_HOPS} hops` : null;
}

/** Servers that do not follow RFC 3464. */
function plainBounce({ fields, from, subject }: MachineFacts): string | null {
  const daemon = /^(?:mailer-daemon|mail-daemon|postmaster)@/.test(from?.address ?? '');
  const nullPath = fields.all('return-path').some((value) => value.trim() === '<>');
  const failed = fields.all('x-failed-recipients').length > 0;
  const told =
    /^(?:undeliver(?:able|ed)|tidak terkirim|mail delivery (?:failed|system|failure)|delivery (?:status notification|failure|has failed)|returned mail|failure notice|pengiriman gagal|gagal terkirim)\b/i.exec(
      subject,
    );
  if (failed) return 'X-Failed-Recipients';
  if (daemon) return `From: ${from?.address ?? ''}`;
  return told && nullPath ? `Return-Path: <>, subject: ${told[0]}` : null;
}

function listMail({ fields }: MachineFacts): string | null {
  if (fields.all('list-id').length > 0) return 'List-Id';
  if (fields.all('mailing-list').length > 0) return 'Mailing-List';
  const precedence = fields.first('precedence').toLowerCase();
  const bulk = ['bulk', 'list', 'junk'].includes(precedence);
  const list = ['list-unsubscribe', 'list-post', 'list-help'].find((name) => fields.all(name).length > 0);
  if (precedence === 'list') return 'Precedence: list';
  return bulk && list ? `Precedence: ${precedence}, ${list}` : null;
}

/** Fields that only automatic answers carry, with the values that count; null where any value does. */
const AUTOMATIC: readonly (readonly [string, RegExp | null])[] = [
  ['auto-submitted', /^(?!no\b)./i],
  ['precedence', /^(?:bulk|junk|auto[_-]?reply)\b/i],
  ['x-autoreply', /^(?!no\b)/i],
  ['x-autorespond', null],
  ['x-autoresponder', null],
  ['x-autoreply-from', null],
  ['x-auto-reply-from', null],
  ['x-mail-autoreply', null],
  ['x-vacation', null],
  ['x-autogenerated', /^(?:reply|forward|group|letter|mirror|redirect)/i],
  ['x-ms-exchange-inbox-rules-loop', null],
  ['x-ms-exchange-generated-message-source', /mailbox rules agent/i],
  ['x-ms-exchange-organization-messagesource', /mailbox rules/i],
  ['delivered-to', /^autoresponder$/i],
  ['return-path', /^<>$/],
];

function autoSubmitted({ fields }: MachineFacts): string | null {
  for (const [name, counts] of AUTOMATIC) {
    const value = fields.all(name).find((text) => counts === null || counts.test(text.trim()));
    if (value !== undefined) return `${name}: ${value}`;
  }
  return null;
}

function absenceNotice({ fields, subject, text }: MachineFacts): string | null {
  const namesAnother = fields.all('in-reply-to').length > 0 || fields.all('references').length > 0;
  return outOfOfficeEvidence(subject, text, namesAnother || /^(?:re|bls|balas)(?:\[\d+\])? ?:/i.test(subject));
}
