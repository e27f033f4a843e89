/** What waits for a person's yes, looked up before deciding: the rest of a list that he was asked, and all that would go into the next one. */
import { LONGEST_LIST, MOST_SINGLE } from './decide/gather-approvals.ts';
import { listedIn } from './decide/letters/index.ts';
import { partyOf, type Office } from './decide/office.ts';
import type { Binding, KnownTicket, Situation } from './decide/situation.ts';
import type { InboundMessage } from './parse/message.ts';
import type { Tickets } from './record/store.ts';
import type { PersonId } from './shared/ids.ts';

const MOST_RECIPIENTS = 30;

/** The others of a list that was asked of the writer in one letter, or told to him of his own mail. */
export async function listedTickets(
  { ticket, letter }: Binding,
  tickets: Pick<Tickets, 'find'>,
): Promise<readonly KnownTicket[]> {
  const asked = (listedIn(letter?.shown ?? '') ?? []).map((one) => one.ticket);
  const listed = letter?.template === 'requester.several' && asked.length === 0 ? ticket.state.links : asked;
  const others = listed.filter((number) => number !== ticket.number);
  const found = await Promise.all(others.slice(0, LONGEST_LIST).map((number) => tickets.find(number)));
  const { requester, receivedAt } = ticket.state;
  // An incident is linked with the reports of others, too.
  const isOfMail = ({ state }: KnownTicket): boolean =>
    state.requester === requester && state.receivedAt === receivedAt;
  return found.filter((one) => one !== null).filter((one) => listed === asked || isOfMail(one));
}

/** What waits for the yes of those whom this mail may ask: people in To and Cc, and the superior of the ticket replied to. */
export async function waitingFor(
  message: InboundMessage,
  {
    binding,
    office,
    tickets,
  }: { readonly binding: Binding | null; readonly office: Office; readonly tickets: Tickets },
): Promise<NonNullable<Situation['waiting']>> {
  const copied = [...message.to, ...message.cc].slice(0, MOST_RECIPIENTS).map((entry) => partyOf(office, entry));
  const people = copied.filter(({ person }) => person !== null).map(({ id }) => id);
  const superior = binding?.ticket.state.superior ?? null;
  return openApprovals([...new Set([...people, ...(superior === null ? [] : [superior])])], tickets);
}

/** By person, with the whole tickets; only of people for whom more wait than have a letter each. */
async function openApprovals(
  people: readonly PersonId[],
  tickets: Pick<Tickets, 'awaiting' | 'find'>,
): Promise<NonNullable<Situation['waiting']>> {
  const lines = await tickets.awaiting(people);
  const waiting = new Map<PersonId, readonly KnownTicket[]>();
  for (const person of people) {
    const own = lines.filter(({ approver }) => approver === person);
    if (own.length < MOST_SINGLE) continue;
    const found = await Promise.all(own.slice(-LONGEST_LIST).map(({ number }) => tickets.find(number)));
    waiting.set(
      person,
      found.filter((one) => one !== null),
    );
  }
  return waiting;
}
