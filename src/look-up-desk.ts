/** What one of the desk may see beyond a ticket, gathered only when one of the desk has written. */
import { asksForList } from './decide/desk/order.ts';
import { deskOf, isOfTeam, isOurDomain, type Office, type Party } from './decide/office.ts';
import type { Binding, BoundLetter, DeskSight, KnownTicket, PastStep, Situation } from './decide/situation.ts';
import { viewOf } from './decide/ticket-view.ts';
import type { InboundMessage } from './parse/message.ts';
import type { DeskBook, Tickets } from './record/store.ts';
import type { EpochMs } from './shared/time.ts';
import { findNumbers } from './ticket/number.ts';
import { understand } from './understand/understand.ts';

/** Held mails that are counted; more than one letter lists, which says how many wait besides. */
const MOST_HELD = 1_000;

export interface DeskLookUp {
  readonly tickets: Tickets;
  readonly deskBook?: DeskBook;
  readonly office: Office;
}

interface Sources extends DeskLookUp {
  readonly deskBook: DeskBook;
}

export interface Writing {
  readonly message: InboundMessage | null;
  readonly papers: Situation['papers'];
  readonly sender: Party | null;
  readonly receivedAt: EpochMs;
  /** The letter of ours that the mail answers. */
  readonly letter: BoundLetter | null;
  readonly binding: Binding | null;
  readonly readAs: Situation['readAs'];
}

interface ByDesk extends Writing {
  readonly message: InboundMessage;
  readonly sender: Party;
}

export function isDeskMember(office: Office, sender: Party | null): boolean {
  return sender !== null && isOfTeam(office, deskOf(office), sender.address);
}

/** Senders of our own domains are never asked for: they cannot be blocked. */
export async function isBlocked(sender: Party | null, office: Office, deskBook?: DeskBook): Promise<boolean> {
  if (sender === null || deskBook === undefined || isOurDomain(office, sender.address)) return false;
  return deskBook.isBlocked(sender.address);
}

/** Empty where nobody of the desk has written. */
export async function deskSight(
  { message, sender, ...rest }: Writing,
  { deskBook, ...from }: DeskLookUp,
): Promise<{ readonly desk?: Sight }> {
  if (message === null || sender === null || deskBook === undefined || !isDeskMember(from.office, sender)) return {};
  return { desk: await sightOf({ message, sender, ...rest }, { ...from, deskBook }) };
}

/** Whose mails they were is looked up when it is known which tickets he names. */
type Sight = Omit<DeskSight, 'participants'>;

async function sightOf(writing: ByDesk, from: Sources): Promise<Sight> {
  const { letter, readAs, sender } = writing;
  const { deskBook } = from;
  const answers = letter !== null && letter.ticket === null ? letter : null;
  const { commands, newText } = readAs('desk');
  const undoes = commands.some(({ kind }) => kind === 'undo');
  const answersReceipt = letter?.template === 'desk.done';
  const listed = answers === null ? [] : await deskBook.listedIn(answers.key);
  return {
    answers,
    listed,
    held: asksForList(newText) ? await deskBook.held(MOST_HELD) : [],
    past: await pastOf(writing, listed, from),
    receipt: undoes ? await (answersReceipt ? deskBook.receiptOf(letter.key) : deskBook.lastReceipt(sender.id)) : null,
    answersReceipt,
    readSpoken: speech(writing, from.office),
  };
}

/** With whoever stood in the mails that opened these tickets. */
export async function withParticipants(
  { desk }: { readonly desk?: Sight },
  of: readonly KnownTicket[],
  from: Pick<DeskLookUp, 'tickets' | 'office'>,
): Promise<{ readonly desk?: DeskSight }> {
  return desk === undefined ? {} : { desk: { ...desk, participants: await participantsOf(of, from) } };
}

async function participantsOf(
  of: readonly KnownTicket[],
  { tickets, office }: Pick<DeskLookUp, 'tickets' | 'office'>,
): Promise<DeskSight['participants']> {
  const numbers = new Set(of.map(({ number }) => number));
  const messageIds = of.flatMap((ticket) => viewOf(ticket, office).original?.messageId ?? []);
  const found = messageIds.length === 0 ? [] : await tickets.byMessageIds([...new Set(messageIds)]);
  return new Map(found.flatMap(({ number, participants }) => (numbers.has(number) ? [[number, participants]] : [])));
}

/** Of the ticket, or of the held mail, that the desk asks about. */
async function pastOf(
  { binding, readAs }: Writing,
  listed: DeskSight['listed'],
  { deskBook }: Sources,
): Promise<readonly PastStep[]> {
  const why = readAs('desk').commands.find((command) => command.kind === 'why');
  if (why?.kind !== 'why') return [];
  if (why.item !== null) {
    const mail = listed[why.item - 1];
    return mail ? deskBook.pastOf(mail.mail) : [];
  }
  const [named] = why.ticket === null ? [] : findNumbers(why.ticket);
  const number = named ?? binding?.ticket.number;
  return number === undefined ? [] : deskBook.past(number);
}

function speech({ message, papers, receivedAt }: ByDesk, office: Office): DeskSight['readSpoken'] {
  return ({ text, subject, from }) =>
    understand({ ...message, from, subject, text, html: null, ancestors: [] }, papers, {
      rulebook: office.rulebook,
      directory: office.directory,
      ourAddresses: office.ownAddresses,
      receivedAt,
      zone: office.zone,
      findTicketNumbers: findNumbers,
    });
}
