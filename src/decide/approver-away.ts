/**
 * The out-of-office notice of a person asked, bound to our letter to him: the requester hears of it, the acting official of the register is
 * asked, else the desk is told, once. A machine's words never count as an answer, whatever they say.
 */
import type { TicketEvent } from '../ticket/event.ts';
import { localDate } from '../shared/time.ts';
import { readAbsence } from '../understand/absence.ts';
import { askLetter, askEvent } from './ask.ts';
import { deputyOf } from './approvers.ts';
import { deskApproval, requesterApproverAway } from './letters/index.ts';
import { fold } from './fold.ts';
import type { ReplyOutcome } from './reply.ts';
import { outcome } from './reply.ts';
import type { Situation } from './situation.ts';
import { contextOf, sourceMail, viewOf, type TicketView } from './ticket-view.ts';

/** Null where the notice is none of the person who is asked now, or has been heard already. */
export function approverAway(it: Situation): ReplyOutcome | null {
  const { binding, sender, message } = it;
  if (binding === null || sender === null || message?.machine !== 'auto-submitted' || message.grade === 'failed')
    return null;
  const view = viewOf(binding.ticket, it.office);
  const { approval, status } = view.state;
  const isAsked = binding.how === 'token' && binding.letter?.person === sender.id && approval?.approver === sender.id;
  if (!isAsked || status !== 'awaiting-approval' || approval.away?.includes(sender.id)) return null;
  const { text, subject } = message;
  const today = localDate(it.mail.receivedAt, it.office.zone);
  const absence = readAbsence(`${subject}\n${withoutQuote(text)}`, today);
  const deputy = deputyOf(view, it.office, today);
  const away: TicketEvent = {
    v: 1,
    at: it.mail.receivedAt,
    type: 'ApproverAway',
    approver: sender.id,
    mail: it.mail.id,
    until: absence.until,
    deputy: deputy?.id ?? null,
  };
  const asked = deputy ? [askEvent(view, { approver: deputy, step: approval.step }, it)] : [];
  const events = [away, ...asked];
  const now: TicketView = { ...view, state: fold(view.state, events), approver: deputy ?? view.approver };
  const source = sourceMail(it.mail.id, message, '');
  const context = contextOf(now, it.office, { source, now: it.now });
  return outcome('The person asked is away.', {
    events,
    people: deputy ? [deputy] : [],
    letters: [
      requesterApproverAway(context, { who: sender, until: absence.until, deputy }),
      deputy
        ? askLetter(now, deputy, { context, office: it.office, instead: sender })
        : deskApproval(context, {
            about: 'away',
            who: sender,
            words: withoutQuote(text),
            until: absence.until,
            named: absence.deputy ?? absence.addresses[0] ?? null,
          }),
    ],
  });
}

/** Notices seldom quote; where they do, our own letter is no word of theirs. */
function withoutQuote(text: string): string {
  const end = text.search(/^(?:>|-{3,} ?(?:original|pesan)|_{10,}|(?:dari|from): )/im);
  return end < 0 ? text : text.slice(0, end);
}
