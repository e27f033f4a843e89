/**
 * While somebody is asked for his yes, the requester adds to what he asks for or puts it right. What was agreed to is what was shown: all
 * who are asked see it anew, and an answer to what they were shown before counts no more.
 */
import type { TicketEvent } from '../ticket/event.ts';
import { localDate } from '../shared/time.ts';
import type { Facts } from '../understand/reading.ts';
import { askEvent, askLetter } from './ask.ts';
import { findVariant } from './catalogue.ts';
import { factsTold } from './event-put-right.ts';
import type { TextRow } from './decision.ts';
import type { Letter } from './letter.ts';
import { deskReplyUnclear, requesterProgress } from './letters/index.ts';
import { partyOf, type Party } from './office.ts';
import { classifiedAnew, quantityPutRight } from './quantity-put-right.ts';
import { handToDesk, letterContext, noteAdded, outcome, type Reply, type ReplyOutcome } from './reply.ts';
import { fold } from './fold.ts';
import { checkedAnew } from './judged-anew.ts';
import { suppliedAfter } from './requester-supply.ts';
import { TEXT, type TicketView } from './ticket-view.ts';

export function changeWhileAsked(reply: Reply): ReplyOutcome {
  const { it, view } = reply;
  const asked = allAsked(reply);
  // Officials who have confirmed it confirmed something else: a person sees what becomes of the way.
  if (asked.length === 0 || findVariant(it.office.rulebook, view.state.variant)?.chain)
    return handToDesk(reply, 'The requester wrote while the approval is open; the desk reads it.');
  const changed = changedView(reply);
  if (isOverLimit(reply)) return gathered(reply, changed);
  const step = (view.state.approval?.step ?? 0) + 1;
  const counted = [...countedAnew(reply), ...datedAnew(reply, changed)];
  const events = asked.reduce<readonly TicketEvent[]>((before, approver) => {
    const now = { ...changed, state: fold(view.state, before) };
    return [...before, askEvent(now, { approver, step }, it)];
  }, counted);
  const final: TicketView = { ...changed, state: fold(view.state, events) };
  const context = letterContext(reply, final);
  return outcome('The requester changed what he asks for; whoever is asked sees it anew.', {
    events,
    texts: textsOf(final),
    letters: [
      requesterProgress(context, 'changed'),
      ...asked.map((approver): Letter => {
        const shown = { ...final, approver };
        return askLetter(shown, approver, { context, office: it.office, isChanged: true });
      }),
    ],
  });
}

function textsOf({ ownText, facts, supplied }: TicketView): readonly TextRow[] {
  return [
    { name: TEXT.ownText, text: ownText },
    { name: TEXT.facts, text: JSON.stringify(facts) },
    { name: TEXT.supplied, text: JSON.stringify(supplied) },
  ];
}

/** So often today that whoever is asked would only be tired of it. */
function isOverLimit({ it, view }: Reply): boolean {
  const { askAgainPerDay } = it.office.rulebook.followUp.approval;
  const today = localDate(it.mail.receivedAt, it.office.zone);
  const times = view.state.approval?.askedAgain ?? [];
  return times.filter((at) => localDate(at, it.office.zone) === today).length >= askAgainPerDay;
}

/**
 * Kept and shown with the next letter: the reminder, or the one that answers a yes to what was shown before, since that counts no more. The
 * desk hears of it once a day.
 */
function gathered(reply: Reply, changed: TicketView): ReplyOutcome {
  const { it, view, binding, sender } = reply;
  const today = localDate(it.mail.receivedAt, it.office.zone);
  const events = [noteAdded(reply), ...countedAnew(reply), ...datedAnew(reply, changed)];
  const final: TicketView = { ...changed, state: fold(view.state, events) };
  const context = letterContext(reply, final);
  const isTold = binding.ticket.texts[TEXT.gathered] === today;
  return outcome('Changed once more than a day allows; whoever is asked sees it all with the next letter.', {
    events,
    texts: [...textsOf(final), { name: TEXT.gathered, text: today }],
    letters: [
      requesterProgress(context, 'gathered'),
      ...(isTold ? [] : [deskReplyUnclear(context, sender, final.state.status)]),
    ],
  });
}

/** A number put right may promise another time; and whoever has agreed already has agreed to something else. */
function countedAnew(reply: Reply): readonly TicketEvent[] {
  const { it, view } = reply;
  const quantity = quantityNow(reply);
  const isOther = quantity !== undefined && quantity !== view.state.quantity && it.reading?.wishes.length === 1;
  const at = it.mail.receivedAt;
  return [
    ...(isOther ? [classifiedAnew(reply, quantity)] : []),
    ...(view.state.approvedBy.length > 0 ? [{ v: 1, at, type: 'ApprovalVoided', mail: it.mail.id } as const] : []),
  ];
}

/** Another day, and the lead time with it; a day that makes it late has another course. */
function datedAnew({ it, view }: Reply, changed: TicketView): readonly TicketEvent[] {
  if (changed.facts.eventDate === view.facts.eventDate && changed.facts.inJakarta === view.facts.inJakarta) return [];
  const { verdict } = view.state;
  const { superior, faults } = view;
  const { events } = checkedAnew(it, { before: view, view: changed, verdict, superior, faults });
  return events.filter(({ type }) => type === 'RequirementsChecked');
}

function quantityNow(reply: Reply): number | undefined {
  return quantityPutRight(reply) ?? reply.it.reading?.wishes[0]?.facts.quantity;
}

/** Whoever was asked last comes last again: reminders go to him. */
function allAsked({ it, view, binding }: Reply): readonly Party[] {
  const { approval } = view.state;
  if (approval === null) return [];
  return [...(approval.others ?? []), approval.approver].flatMap((id) => {
    const row = binding.ticket.people.get(id);
    return row && row.address !== '' ? [partyOf(it.office, row)] : [];
  });
}

/** The newest words first: they are what a reader may not miss. */
function changedView(reply: Reply): TicketView {
  const { view, read } = reply;
  return {
    ...view,
    ownText: [read.newText, view.ownText].filter((text) => text.trim() !== '').join('\n\n'),
    facts: withEvent(withoutContradicted(view.facts, saidIn(reply)), factsTold(reply), view.facts),
    supplied: suppliedAfter(reply),
  };
}

/** A day, an hour or somebody who is told anew, or for the first time. */
function withEvent(facts: Facts, told: Facts, before: Facts): Facts {
  const {
    eventDate: _day,
    eventEnd: _end,
    eventTime: _time,
    eventDoubt: _doubt,
    eventPeriod: _period,
    ...rest
  } = facts;
  const { eventDate, eventEnd, eventTime, eventDoubt, eventPeriod, inJakarta } = told;
  return {
    ...rest,
    ...(eventDate !== undefined && { eventDate }),
    ...(eventEnd !== undefined && { eventEnd }),
    ...(eventTime !== undefined && { eventTime }),
    ...(eventDoubt !== undefined && { eventDoubt }),
    ...(eventPeriod !== undefined && { eventPeriod }),
    ...(inJakarta !== undefined && { inJakarta }),
    ...(told.applicant !== before.applicant && told.applicant !== undefined && { applicant: told.applicant }),
  };
}

function saidIn(reply: Reply): Facts {
  const quantity = quantityPutRight(reply);
  const said = reply.it.reading?.wishes[0]?.facts ?? {};
  return quantity === null ? said : { ...said, quantity };
}

/** Which of two is meant, the words say; a line of ours that holds on to the old one would not. A number that is put right counts. */
function withoutContradicted(before: Facts, said: Facts): Facts {
  const { application, quantity, applicant, applicants, nip, nips, ...rest } = before;
  const stands = (key: keyof Facts): boolean =>
    said[key] === undefined || JSON.stringify(said[key]) === JSON.stringify(before[key]);
  return {
    ...rest,
    ...(application !== undefined && stands('application') && { application }),
    ...((said.quantity ?? quantity) !== undefined && { quantity: said.quantity ?? quantity }),
    ...(applicant !== undefined && stands('applicant') && { applicant }),
    ...(applicants !== undefined && stands('applicants') && { applicants }),
    ...(nip !== undefined && stands('nip') && { nip }),
    ...(nips !== undefined && stands('nips') && { nips }),
  };
}
