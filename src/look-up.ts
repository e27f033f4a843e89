/** Gathers what a decision about one mail may look at: the only place where the store is asked before deciding. */
import { echoedLetter } from './decide/echo.ts';
import { likenessOf } from './decide/likeness.ts';
import { referencesIn, verifiedLetter } from './decide/binding.ts';
import { isOrder } from './decide/desk/order.ts';
import { evidenceWanted, mayHaveEvidence } from './decide/evidence-request.ts';
import { writerOf, type Office, type Party } from './decide/office.ts';
import { withSignature } from './decide/signed-mail.ts';
import type { Before, Binding, BoundLetter, KnownTicket, Situation } from './decide/situation.ts';
import { isOwnList } from './decide/several-meant.ts';
import { bindingOf, byListed } from './look-up-binding.ts';
import { continuedBy } from './look-up-continued.ts';
import { linkedReports, sameFault } from './look-up-faults.ts';
import { listedTickets, waitingFor } from './open-approvals.ts';
import type { InboundMessage } from './parse/message.ts';
import { ownSubject } from './own-subject.ts';
import { deskSight, isBlocked, isDeskMember, withParticipants } from './look-up-desk.ts';
import { commandedTicket, meantOfSeveral, namedTickets } from './look-up-named.ts';
import { replyReader } from './look-up-reply.ts';
import type { ReadMail } from './mail-reader.ts';
import { withMarks } from './paper-marks.ts';
import type { DeskBook, LedgerRow, Tickets } from './record/store.ts';
import { keyOfReference } from './shared/keyring.ts';
import type { MailId } from './shared/ids.ts';
import { HOUR, localDate, type EpochMs } from './shared/time.ts';
import { findNumbers } from './ticket/number.ts';
import type { Reading } from './understand/reading.ts';
import { understand } from './understand/understand.ts';

/** More references than these are not looked up: the mail is hostile or the thread endless. */
const MOST_REFERENCES = 20;
const MOST_OWN_TICKETS = 10;
const NOTHING_BEFORE: Before = { letters: [], sameText: [], sameSubject: 0 };

/** What the mail's bytes became: read, or why not. */
export type ReadOutcome =
  | { readonly kind: 'read'; readonly mail: ReadMail }
  | {
      readonly kind: 'unread';
      readonly failure: 'poison' | 'too-large';
      /** What its header alone says; null where not even that could be read. */
      readonly message: InboundMessage | null;
    };

export interface LookUp {
  readonly tickets: Tickets;
  /** Absent where mails are only explained: nobody's orders count there. */
  readonly deskBook?: DeskBook;
  readonly office: Office;
  readonly now: EpochMs;
}

type Brought = Pick<Situation, 'message' | 'papers' | 'readPart'>;

function broughtBy(outcome: ReadOutcome, row: LedgerRow, office: Office): Brought {
  if (outcome.kind === 'unread') return { message: outcome.message, papers: [] };
  const { message } = outcome.mail;
  const papers = withMarks(outcome.mail.papers, office);
  return { message, papers, readPart: partReader(message, papers, { row, office, answersUs: false }) };
}

export async function situationOf(row: LedgerRow, outcome: ReadOutcome, from: LookUp): Promise<Situation> {
  const [{ office, tickets, now }, { receivedAt }] = [from, row];
  const brought = broughtBy(outcome, row, office);
  const { message, papers } = brought;
  const sender = message?.from ? writerOf(office, message.from, message.replyTo) : null;
  const letter = message ? await letterAnswered(referencesIn(message), from) : null;
  const reading = message ? readingOf(message, papers, { row, office, answersUs: letter !== null }) : null;
  const before = await whatWentBefore(row, { message, sender, reading }, tickets);
  const bound = message && sender ? await belongsTo(message, sender, { papers, letter, row, before, from }) : null;
  const { binding = bound, ...continued } = bound ? {} : await continuedBy({ message, reading, sender }, row, from);
  const readAs = replyReader(message, withQuoted(binding, before), { office, receivedAt, answered: letter });
  const sight = await deskSight({ message, papers, sender, receivedAt, letter, binding, readAs }, from);
  const named = await namedTickets(reading, { sender, binding, desk: sight.desk, readAs, receivedAt, from });
  const situation: Situation = {
    now,
    office,
    mail: { id: row.mail, receivedAt, released: row.released },
    ...brought,
    failure: outcome.kind === 'unread' ? outcome.failure : null,
    sender,
    reading,
    binding: withQuoted(binding, before),
    readAs,
    before,
    seenBefore: await seenBefore(message, row, tickets),
    ownTickets: sender ? await ownTickets(sender, reading, { binding, from }) : [],
    ...continued,
    sameFault: binding ? [] : await sameFault(reading, row, from),
    linked: await linkedReports(binding, from),
    listed: binding ? await listedTickets(binding, from.tickets) : [],
    waiting: message?.machine === null ? await waitingFor(message, { binding, office, tickets }) : new Map(),
    named,
    ...(message && sender && (await evidenceAsked({ message, sender, reading, row }, from))),
    blocked: await isBlocked(sender, office, from.deskBook),
    ...(await withParticipants(sight, [...(binding ? [binding.ticket] : []), ...named], from)),
    numbering: await numberingOf(row, from),
    reported: message ? await reportedBy(message, from) : null,
  };
  return withSignature(situation, { letter, seenIn: await signedIn(message, row, tickets) });
}

async function evidenceAsked(
  writing: {
    readonly message: InboundMessage;
    readonly sender: Party;
    readonly reading: Situation['reading'];
    readonly row: LedgerRow;
  },
  { tickets, office }: LookUp,
): Promise<Pick<Situation, 'evidence'>> {
  const { message, sender, reading, row } = writing;
  const asked = evidenceWanted(message, reading?.ownText ?? '');
  if (asked === null || !mayHaveEvidence(office, sender, row.receivedAt)) return {};
  const [number] = findNumbers(asked);
  return { evidence: { asked, ticket: number === undefined ? null : await tickets.find(number) } };
}

function readingOf(
  message: InboundMessage,
  papers: ReadMail['papers'],
  at: { readonly row: LedgerRow; readonly office: Office; readonly answersUs: boolean },
): Reading {
  const { office, row } = at;
  const numbers = findNumbers(message.subject);
  const own = { ...message, subject: ownSubject(message.subject, at.answersUs) };
  return understand(own, papers, {
    rulebook: office.rulebook,
    directory: office.directory,
    ourAddresses: office.ownAddresses,
    receivedAt: row.receivedAt,
    zone: office.zone,
    findTicketNumbers: (text) => [...new Set([...numbers, ...findNumbers(text)])],
  });
}

function partReader(...[message, papers, at]: Parameters<typeof readingOf>): NonNullable<Situation['readPart']> {
  return (text) => readingOf({ ...message, subject: '', text, html: null }, papers, at);
}

/** The letter of ours that one of these references names, its token verified. */
async function letterAnswered(references: readonly string[], from: LookUp): Promise<BoundLetter | null> {
  const letters = new Map<string, BoundLetter>();
  for (const reference of references.slice(0, MOST_REFERENCES)) {
    const key = keyOfReference(reference);
    const letter = key === null ? null : await from.tickets.letter(key);
    if (letter) letters.set(letter.key, letter);
  }
  return verifiedLetter(references, letters, from.office.keyring);
}

/** Machines know no marks of one; what they said before gives them away. */
async function whatWentBefore(
  row: LedgerRow,
  { message, sender, reading }: Pick<Situation, 'message' | 'sender' | 'reading'>,
  tickets: Tickets,
): Promise<Before> {
  if (message === null || sender === null || message.machine !== null) return NOTHING_BEFORE;
  return tickets.before({
    address: sender.address,
    writer: sender.id,
    likeness: likenessOf(message.subject, reading?.ownText ?? ''),
    since: row.receivedAt - HOUR,
  });
}

interface Belonging {
  readonly papers: Situation['papers'];
  readonly letter: BoundLetter | null;
  readonly row: LedgerRow;
  readonly before: Before;
  readonly from: LookUp;
}

/** By what it carries, by the number in an answer to a list of ours, by what it repeats of a letter of ours. */
async function belongsTo(message: InboundMessage, sender: Party, it: Belonging): Promise<Binding | null> {
  const { papers, letter, from } = it;
  const bound = await bindingOf(message, sender, { letter, papers, from });
  if (bound !== null && isOwnList(bound.letter)) {
    const readAs = replyReader(message, bound, { office: from.office, receivedAt: it.row.receivedAt });
    return meantOfSeveral(bound, readAs('requester').newText, from);
  }
  if (bound !== null) return bound;
  if (letter !== null) return answerToList(message, sender, it);
  return (await commandedTicket(message, sender, it)) ?? echoOf(message, sender, it);
}

/** Warnings that came in one letter are answered ticket by ticket. */
async function answerToList(
  message: InboundMessage,
  sender: Party,
  { letter, row, from }: Belonging,
): Promise<Binding | null> {
  const { office } = from;
  if (letter?.template !== 'team.several' || isDeskMember(office, sender)) return null;
  const readAs = replyReader(message, null, { office, receivedAt: row.receivedAt, answered: letter });
  return byListed(readAs('rft').newText, sender, from);
}

/** Not for orders of the desk, which name tickets by the dozen and need no letter of ours. */
async function echoOf(
  message: InboundMessage,
  sender: Party,
  { row, before, from }: Belonging,
): Promise<Binding | null> {
  const { office } = from;
  const { receivedAt } = row;
  if (isDeskMember(office, sender) && isOrder(replyReader(message, null, { office, receivedAt })('desk'))) return null;
  const letter = echoedLetter(message, before.letters, row.receivedAt);
  const ticket = letter?.ticket ? await from.tickets.find(letter.ticket) : null;
  return ticket && letter ? { ticket, how: 'echo', letter: null, quoted: letter.text } : null;
}

/** Without a token the newest letter about the ticket is the one that the mail may repeat. */
function withQuoted(binding: Binding | null, { letters }: Before): Binding | null {
  if (binding === null || binding.letter !== null || binding.quoted !== null) return binding;
  return { ...binding, quoted: letters.find((letter) => letter.ticket === binding.ticket.number)?.text ?? null };
}

async function seenBefore(
  message: InboundMessage | null,
  row: LedgerRow,
  tickets: Tickets,
): Promise<Situation['seenBefore']> {
  if (message === null) return { identical: null, sameMessageId: null };
  const seen = await tickets.sameMail(message.identity, message.messageId);
  return {
    identical: seen.identical === row.mail ? null : seen.identical,
    sameMessageId: seen.sameMessageId === row.mail ? null : seen.sameMessageId,
  };
}

/** Another mail that came with the same signature before this one. */
async function signedIn(message: InboundMessage | null, { mail }: LedgerRow, tickets: Tickets): Promise<MailId | null> {
  if (message?.smime?.kind !== 'proven') return null;
  const first = await tickets.signedBefore(message.smime.fingerprint);
  return first === mail ? null : first;
}

async function ownTickets(
  sender: Party,
  reading: Situation['reading'],
  { binding, from }: { binding: Binding | null; from: LookUp },
): Promise<readonly KnownTicket[]> {
  const asks =
    reading?.continues !== undefined ||
    (reading?.wishes.some(({ kind }) => kind === 'status' || kind === 'complaint') ?? false);
  if (!asks && binding === null) return [];
  const lines = await from.tickets.ofRequester(sender.id, MOST_OWN_TICKETS);
  const found = await Promise.all(lines.map((line) => from.tickets.find(line.number)));
  return found.filter((ticket) => ticket !== null);
}

async function numberingOf({ receivedAt }: LedgerRow, { office, tickets }: LookUp): Promise<Situation['numbering']> {
  const day = localDate(receivedAt, office.zone);
  return { day, next: await tickets.nextNumber(day) };
}

async function reportedBy(message: InboundMessage, from: LookUp): Promise<Situation['reported']> {
  const original = message.deliveryReports.find((report) => report.originalMessageId !== null)?.originalMessageId;
  if (!original) return null;
  const letter = await letterAnswered([original.slice(0, original.indexOf('@')).toLowerCase()], from);
  if (letter === null) return null;
  return { letter, ticket: letter.ticket ? await from.tickets.find(letter.ticket) : null };
}
