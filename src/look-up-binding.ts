/** Which ticket a mail belongs to, asked of the store; the order is that of decide/binding.ts, and last a paper of ours that comes back. */
import { takesPart } from './decide/binding.ts';
import { deskOf, isOfTeam, teamOf, type Office, type Party } from './decide/office.ts';
import type { Binding, BoundLetter, KnownTicket } from './decide/situation.ts';
import type { PaperReading } from './parse/document.ts';
import type { InboundMessage } from './parse/message.ts';
import type { Tickets } from './record/store.ts';
import { ENDED, isOneOf } from './ticket/lifecycle.ts';
import { findNumbers } from './ticket/number.ts';

/** More references than these are not looked up: the mail is hostile or the thread endless. */
const MOST_REFERENCES = 20;
const MOST_NUMBERS = 3;

interface From {
  readonly tickets: Tickets;
  readonly office: Office;
}

interface Bind {
  readonly letter: BoundLetter | null;
  readonly papers: readonly PaperReading[];
  readonly from: From;
}

export async function bindingOf(
  message: InboundMessage,
  sender: Party,
  { letter, papers, from }: Bind,
): Promise<Binding | null> {
  const { tickets } = from;
  if (letter?.ticket) {
    const ticket = await tickets.find(letter.ticket);
    if (ticket) return { ticket, how: 'token', letter, quoted: null };
  }
  for (const candidate of await tickets.byMessageIds(message.ancestors.slice(0, MOST_REFERENCES))) {
    const ticket = await tickets.find(candidate.number);
    if (ticket && takesPart(ticket, sender, candidate.participants))
      return { ticket, how: 'reference', letter: null, quoted: null };
  }
  return (await byNumber(message.subject, sender, from)) ?? (await byPaper(papers, sender, from));
}

/** An answer to a list of ours names the ticket that it is about; one that names several is about none alone. */
export async function byListed(newText: string, sender: Party, from: From): Promise<Binding | null> {
  return new Set(findNumbers(newText)).size === 1 ? byNumber(newText, sender, from) : null;
}

/** A new mail that brings back a paper of ours: the ticket that it was made for, as long as that one is open and his. */
async function byPaper(papers: readonly PaperReading[], sender: Party, from: From): Promise<Binding | null> {
  const numbers = papers.flatMap(({ mark }) => (mark?.ticket && mark.verdict !== 'forged' ? [mark.ticket] : []));
  for (const number of findNumbers(numbers.join(' ')).slice(0, MOST_NUMBERS)) {
    const ticket = await from.tickets.find(number);
    if (ticket && !isOneOf(ENDED, ticket.state.status) && takesPart(ticket, sender, []))
      return { ticket, how: 'number', letter: null, quoted: null };
  }
  return null;
}

async function byNumber(text: string, sender: Party, from: From): Promise<Binding | null> {
  for (const number of findNumbers(text).slice(0, MOST_NUMBERS)) {
    const ticket = await from.tickets.find(number);
    if (ticket && (takesPart(ticket, sender, []) || worksOn(ticket, sender, from.office)))
      return { ticket, how: 'number', letter: null, quoted: null };
  }
  return null;
}

function worksOn(ticket: KnownTicket, sender: Party, office: Office): boolean {
  const team = teamOf(office, ticket.state.team);
  return (team !== null && isOfTeam(office, team, sender.address)) || isOfTeam(office, deskOf(office), sender.address);
}
