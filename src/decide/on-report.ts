/** A delivery report: the ticket keeps that a letter of ours did not arrive, the desk is told, a dead address gets no further letters. */
import type { DeliveryReport } from '../parse/message.ts';
import type { TicketEvent } from '../ticket/event.ts';
import { isDead } from './dead-address.ts';
import type { AddressOrder, TicketChange } from './decision.ts';
import { NOTHING, sourceOf, type Effects } from './effects.ts';
import { deskUndeliverable } from './letters/index.ts';
import type { BoundLetter, Situation } from './situation.ts';
import { contextOf, viewOf } from './ticket-view.ts';

/** A failed delivery of a letter of ours: the ticket keeps it and the desk is told; a letter to the desk itself only alarms. */
export function onReport(it: Situation): Effects {
  const { reported: report, message, office } = it;
  const failed = message?.deliveryReports.find((entry) => entry.action === 'failed');
  if (!report || !failed) return NOTHING;
  const addressOrders = deadAddress(report.letter, failed);
  if (report.ticket === null) return { ...NOTHING, addressOrders };
  const view = viewOf(report.ticket, office);
  const event: TicketEvent = {
    v: 1,
    at: it.mail.receivedAt,
    type: 'LetterFailed',
    letter: report.letter.key,
    status: failed.status,
  };
  const change: TicketChange = {
    number: view.number,
    expectedVersion: report.ticket.version,
    events: [event],
    texts: [],
  };
  if (report.letter.template.startsWith('desk.') || report.letter.template.startsWith('operator.'))
    return { ...NOTHING, tickets: [change] };
  const context = contextOf(view, office, { source: sourceOf(it), now: it.now });
  const letter = deskUndeliverable(context, {
    template: report.letter.template,
    recipient: report.letter.recipient,
    status: failed.status,
    reply: failed.diagnostic,
  });
  return { ...NOTHING, tickets: [change], letters: [letter], addressOrders };
}

/** Nobody reads what goes there: no letter leaves for it until a person has cleared it. Mailboxes of the office are tried again. */
function deadAddress(letter: BoundLetter, { status, diagnostic }: DeliveryReport): readonly AddressOrder[] {
  if (!isDead(status) || /^(?:team|desk|operator)\./.test(letter.template)) return [];
  return [{ address: letter.recipient, mark: 'dead', what: 'set', by: null, detail: diagnostic }];
}
