/** The state of the sender's own tickets; never of another's. */
import { awaitsDesk } from './fulfilment.ts';
import type { Letter } from './letter.ts';
import type { SourceMail } from './letters/context.ts';
import { requesterStatus, shortNameOf, type StatusItem } from './letters/index.ts';
import type { KnownTicket, Situation } from './situation.ts';
import { contextOf, viewOf } from './ticket-view.ts';

export function statusLetter(it: Situation, source: SourceMail | null): readonly Letter[] {
  if (it.sender === null) return [];
  const context = {
    rulebook: it.office.rulebook,
    mailbox: it.office.mailbox.address,
    language: it.reading?.language ?? 'id',
    requester: it.sender,
    source,
  } as const;
  return [
    requesterStatus(
      context,
      asked(it).map((ticket) => itemOf(ticket, it)),
    ),
  ];
}

/** The tickets named in the mail, where they are the sender's own; else all of his. */
function asked(it: Situation): readonly KnownTicket[] {
  const named = new Set(it.reading?.wishes.flatMap((wish) => wish.facts.ticketNumbers ?? []));
  const own = it.ownTickets.filter((ticket) => named.has(ticket.number));
  return own.length > 0 ? own : it.ownTickets;
}

function itemOf(ticket: KnownTicket, it: Situation): StatusItem {
  const context = contextOf(viewOf(ticket, it.office), it.office, { source: null, now: it.now });
  return {
    number: ticket.number,
    name: shortNameOf(context),
    status: ticket.state.status,
    team: context.team?.name ?? null,
    holdCause: ticket.state.holdCause,
    isChecked: awaitsDesk(ticket.state, it.office),
    times: context.times,
  };
}
