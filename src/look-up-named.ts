/** The tickets whose numbers stand in a mail, and those that go with them. */
import { undoneWith } from './decide/desk/undo.ts';
import { isOfTeam, teamOf, type Office, type Party } from './decide/office.ts';
import type { Binding, DeskSight, KnownTicket, Situation } from './decide/situation.ts';
import { isDeskMember } from './look-up-desk.ts';
import { replyReader } from './look-up-reply.ts';
import { ticketsMeant } from './decide/several-meant.ts';
import { listedTickets } from './open-approvals.ts';
import type { InboundMessage } from './parse/message.ts';
import type { Tickets } from './record/store.ts';
import type { TicketNumber } from './shared/ids.ts';
import { localDate, type EpochMs, type LocalDate } from './shared/time.ts';
import { findNumbers, formatNumber, partsOf, TICKET_TYPES } from './ticket/number.ts';
import type { ReplyReading } from './understand/reading.ts';

const MOST_NAMED = 10;
/** An incident may have as many reports. */
const MOST_NAMED_BY_DESK = 50;

interface From {
  readonly tickets: Tickets;
  readonly office: Office;
}

interface Naming {
  readonly sender: Party | null;
  readonly readAs: Situation['readAs'];
  readonly receivedAt: EpochMs;
  readonly binding: Binding | null;
  readonly desk: Pick<DeskSight, 'receipt'> | undefined;
  readonly from: From;
}

/** Besides the ticket replied to; looked up only for replies and for the desk, who alone can do something to other tickets. */
export async function namedTickets(
  reading: Situation['reading'],
  { sender, binding, desk, readAs, receivedAt, from }: Naming,
): Promise<readonly KnownTicket[]> {
  const isOfDesk = isDeskMember(from.office, sender);
  if (!isOfDesk && binding === null) return [];
  const said = findNumbers(reading?.ownText ?? '').slice(0, isOfDesk ? MOST_NAMED_BY_DESK : MOST_NAMED);
  const others = (numbers: readonly TicketNumber[], known: readonly KnownTicket[]): Promise<readonly KnownTicket[]> => {
    const there = new Set([binding?.ticket.number, ...known.map(({ number }) => number)]);
    return findAll(
      [...new Set(numbers)].filter((number) => !there.has(number)),
      from,
    );
  };
  const day = binding ? partsOf(binding.ticket.number).day : localDate(receivedAt, from.office.zone);
  const short = isOfDesk ? shortNumbers(readAs('desk'), day) : [];
  const found = await others([...said, ...short, ...(desk?.receipt?.tickets ?? [])], []);
  if (!isOfDesk) return found;
  // What one command has moved is taken back together.
  const known = [...(binding ? [binding.ticket] : []), ...found];
  return [
    ...found,
    ...(await others(
      known.flatMap(({ texts }) => undoneWith(texts)),
      known,
    )),
  ];
}

/** "SR-… selesai: sandi sudah diganti" in a mail of his own: a command of somebody who works on that ticket; the desk's own orders are read elsewhere. */
export async function commandedTicket(
  message: InboundMessage,
  sender: Party,
  { row: { receivedAt }, from }: { readonly row: { readonly receivedAt: EpochMs }; readonly from: From },
): Promise<Binding | null> {
  const { office, tickets } = from;
  const isNobody = message.machine !== null || message.grade === 'failed' || isDeskMember(office, sender);
  if (isNobody || findNumbers(`${message.text}\n${message.html ?? ''}`).length === 0) return null;
  const read = replyReader(message, null, { office, receivedAt })('rft');
  const [number, ...others] = new Set(findNumbers(read.newText));
  if (number === undefined || others.length > 0 || !isCommand(read)) return null;
  const ticket = await tickets.find(number);
  const team = teamOf(office, ticket?.state.team ?? null);
  if (ticket === null || team === null || !isOfTeam(office, team, sender.address)) return null;
  return { ticket, how: 'number', letter: null, quoted: null };
}

/** Marked as one, wherever the number stands; a plain report only right behind the number. All else may be a wish of his own. */
function isCommand({ intent, confidence, isPlain, newText }: ReplyReading): boolean {
  if (isPlain || intent === 'unclear' || intent === 'help') return false;
  return confidence >= MARKED || (intent === 'resolve' && BEGINS_WITH_NUMBER.test(newText));
}

const MARKED = 0.95;
const BEGINS_WITH_NUMBER = /^\W*(?:(?:tiket|ticket|no|nomor|untuk|utk)\W+){0,2}[A-Z]{2,3}-\d{4,6}-\d/i;

/** An answer to the letter about several tickets of one mail is about the one that it names, else about the only one that lacks something. */
export async function meantOfSeveral(
  binding: Binding,
  words: string,
  { tickets, office, now }: From & { readonly now: EpochMs },
): Promise<Binding> {
  const listed = [binding.ticket, ...(await listedTickets(binding, tickets))];
  const named = ticketsMeant(listed, words, { office, now });
  const meant = named.length > 0 ? named : listed.filter(({ state }) => state.status === 'incomplete');
  const [ticket = binding.ticket] = meant.length === 1 ? meant : [];
  return { ...binding, ticket };
}

/** "Gabung 0042 ke 0040": of the day of the ticket replied to, else of that of the mail; whatever their type. */
function shortNumbers({ commands }: ReplyReading, day: LocalDate): readonly TicketNumber[] {
  const named = commands.flatMap((command) => {
    if (command.kind === 'merge') return [...command.tickets, ...(command.into === null ? [] : [command.into])];
    return command.kind === 'link' ? command.tickets : [];
  });
  const counters = named.flatMap((number) => /^(\d{4,9})(?:-\d)?$/.exec(number)?.[1] ?? []).map(Number);
  return [...new Set(counters)]
    .slice(0, MOST_NAMED)
    .flatMap((counter) => TICKET_TYPES.map((type) => formatNumber({ type, day, counter })));
}

export async function findAll(
  numbers: readonly TicketNumber[],
  from: Pick<From, 'tickets'>,
): Promise<readonly KnownTicket[]> {
  const found = await Promise.all(numbers.map((number) => from.tickets.find(number)));
  return found.filter((ticket) => ticket !== null);
}
