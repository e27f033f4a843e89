/**
 * The out-of-office notice of a person asked, bound to our letter to him: the requester hears of it, the acting official of the register is
 * asked, else the desk is told, once. What a machine writes besides (that a mail has come, is held or waits in a queue) tells nobody anything,
 * and its words never count as an answer, whatever they say.
 */
import type { TicketEvent } from '../ticket/event.ts';
import { localDate } from '../shared/time.ts';
import { readAbsence, tellsAbsence } from '../understand/absence.ts';
import { askLetter, askEvent } from './ask.ts';
import { deputyOf } from './approvers.ts';
import { deskApproval, requesterApproverAway } from './letters/index.ts';
import type { Absence } from './letters/around-approval.ts';
import type { Party } from './office.ts';
import { fold } from './fold.ts';
import type { ReplyOutcome } from './reply.ts';
import { outcome } from './reply.ts';
import type { Situation } from './situation.ts';
import { contextOf, sourceMail, viewOf, type TicketView } from './ticket-view.ts';

/** Null where it tells of no absence, where the notice is none of the person who is asked now, or has been heard already. */
export function approverAway(it: Situation): ReplyOutcome | null {
  const { binding, sender, message, office } = it;
  if (binding === null || sender === null || message === null || !isHeard(it, sender)) return null;
  const view = viewOf(binding.ticket, office);
  const today = localDate(it.mail.receivedAt, office.zone);
  const words = withoutQuote(message.text);
  const notice = `${message.subject}\n\n${words}`;
  if (!tellsAbsence(notice, office.rulebook, today)) return null;
  const absence = readAbsence(notice, today);
  const deputy = deputyOf(view, office, today);
  const events = awayEvents(view, it, { who: sender, until: absence.until, deputy });
  const now: TicketView = { ...view, state: fold(view.state, events), approver: deputy ?? view.approver };
  const context = contextOf(now, office, { source: sourceMail(it.mail.id, message, '', it.papers), now: it.now });
  const told = { about: 'away', who: sender, words, until: absence.until } as const;
  return outcome('The person asked is away.', {
    events,
    people: deputy ? [deputy] : [],
    letters: [
      requesterApproverAway(context, { who: sender, until: absence.until, deputy }),
      deputy
        ? askLetter(now, deputy, { context, office, instead: sender })
        : deskApproval(context, { ...told, named: absence.deputy ?? absence.addresses[0] ?? null }),
    ],
  });
}

/** A machine of the person who is asked now, in answer to our letter to him, for the first time. */
function isHeard({ binding, message }: Situation, sender: Party): boolean {
  if (binding === null || message?.machine !== 'auto-submitted' || message.grade === 'failed') return false;
  const { approval, status } = binding.ticket.state;
  if (status !== 'awaiting-approval' || approval?.approver !== sender.id || approval.away?.includes(sender.id))
    return false;
  return binding.how === 'token' && binding.letter?.person === sender.id;
}

function awayEvents(view: TicketView, it: Situation, { who, until, deputy }: Absence): readonly TicketEvent[] {
  const away: TicketEvent = {
    v: 1,
    at: it.mail.receivedAt,
    type: 'ApproverAway',
    approver: who.id,
    mail: it.mail.id,
    until,
    deputy: deputy?.id ?? null,
  };
  const step = view.state.approval?.step ?? 1;
  return [away, ...(deputy ? [askEvent(view, { approver: deputy, step }, it)] : [])];
}

/** Notices seldom quote; where they do, our own letter is no word of theirs. */
function withoutQuote(text: string): string {
  const end = text.search(/^(?:>|-{3,} ?(?:original|pesan)|_{10,}|(?:dari|from): )/im);
  return end < 0 ? text : text.slice(0, end);
}
