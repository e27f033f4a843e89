/**
 * Several questions to one person become one letter that lists them: those of one mail, and, once more than three wait for him, all that
 * wait. What was asked by letters of its own before stays valid; whichever letter he answers, each ticket is answered once.
 */
import type { PersonId, TicketNumber } from '../shared/ids.ts';
import type { EpochMs } from '../shared/time.ts';
import type { PartyRow, TicketChange } from './decision.ts';
import type { Letter } from './letter.ts';
import { approverSeveral, type LetterContext, type SourceMail } from './letters/index.ts';
import { partyOf, type Office, type Party } from './office.ts';
import { fold } from './fold.ts';
import type { KnownTicket } from './situation.ts';
import { contextOf, viewOf, type TicketView } from './ticket-view.ts';

/** Up to this many each have a letter of their own. */
export const MOST_SINGLE = 3;
/** No list is longer: the rest has its own turn when these are answered. */
export const LONGEST_LIST = 20;

export interface Gathering {
  readonly office: Office;
  readonly now: EpochMs;
  readonly source: SourceMail | null;
  readonly changes: readonly TicketChange[];
  /** Tickets as they were before; new ones are made of their changes. */
  readonly known: readonly KnownTicket[];
  readonly people: readonly PartyRow[];
  /** What waits for whom already. */
  readonly waiting: ReadonlyMap<PersonId, readonly KnownTicket[]>;
}

/** The letters, with those to one approver that belong together put into one. */
export function gatherApprovals(letters: readonly Letter[], at: Gathering): readonly Letter[] {
  return gathered(gathered(letters, at, isFirstAsked, listFor), at, isAskedAnew, listAnew);
}

type IsAsked = (letter: Letter) => boolean;

function gathered(
  letters: readonly Letter[],
  at: Gathering,
  isAsked: IsAsked,
  make: typeof listFor,
): readonly Letter[] {
  const asked = letters.filter(isAsked);
  const people = [...new Set(asked.map(({ person }) => person))];
  const lists = new Map(people.map((person) => [person, make(person, asked, at)]));
  return letters.flatMap((letter) => {
    const list = isAsked(letter) ? lists.get(letter.person) : null;
    if (!list) return [letter];
    const isFirst = asked.find(({ person }) => person === letter.person) === letter;
    return isFirst ? [list] : [];
  });
}

function isFirstAsked({ template }: Letter): boolean {
  return template === 'approver.please-approve';
}

/** He has taken his yes back. */
function isAskedAnew({ template, step }: Letter): boolean {
  return template === 'approver.ask-word' && step.endsWith('-withdrawn');
}

/** Null where it is about one ticket alone. */
function listAnew(person: PersonId, asked: readonly Letter[], at: Gathering): Letter | null {
  const letters = asked.filter((letter) => letter.person === person);
  const to = letters[0]?.to[0];
  if (to === undefined || letters.length < 2) return null;
  const approver = partyOf(at.office, to);
  const views = letters.flatMap(({ ticket }) => viewAfter(ticket, approver, at) ?? []);
  return listOf(views, approver, { ...at, step: 'approvals-withdrawn', again: true });
}

/** Null where each has its own letter. */
function listFor(person: PersonId, asked: readonly Letter[], at: Gathering): Letter | null {
  const letters = asked.filter((letter) => letter.person === person);
  const [first] = letters;
  const to = first?.to[0];
  if (to === undefined) return null;
  const approver = partyOf(at.office, to);
  const own = letters.flatMap(({ ticket }) => viewAfter(ticket, approver, at) ?? []);
  const before = waitingFor(person, own, at);
  if (own.length + before.length <= MOST_SINGLE && own.length < 2) return null;
  const views = own.length + before.length > MOST_SINGLE ? [...before, ...own].slice(-LONGEST_LIST) : own;
  // What is new carries the letter: it is the first about its ticket, and no cap of an older one holds it.
  return listOf(views, approver, { ...at, step: 'approvals', again: false, carrier: own[0]?.number ?? null });
}

/** One letter over these tickets; null where there is none. */
export function listOf(
  views: readonly TicketView[],
  approver: Party,
  at: {
    readonly office: Office;
    readonly now: EpochMs;
    readonly source: SourceMail | null;
    readonly step: string;
    readonly again: boolean;
    /** The ticket whose letter it is; default the first listed. */
    readonly carrier?: TicketNumber | null;
  },
): Letter | null {
  const contexts = views.map((view): LetterContext =>
    contextOf({ ...view, approver }, at.office, { source: at.source, now: at.now }),
  );
  const [first, ...others] = contexts;
  if (first === undefined) return null;
  const carrier = contexts.find(({ number }) => number === at.carrier) ?? first;
  return approverSeveral([first, ...others], approver, { step: at.step, again: at.again, carrier });
}

function waitingFor(person: PersonId, own: readonly TicketView[], at: Gathering): readonly TicketView[] {
  return (at.waiting.get(person) ?? [])
    .filter(({ number }) => !own.some((view) => view.number === number))
    .map((ticket) => viewOf(ticket, at.office))
    .filter(({ state }) => state.status === 'awaiting-approval' && state.approval?.approver === person);
}

/** The ticket as it stands after the decision. */
function viewAfter(number: TicketNumber | null, approver: Party, at: Gathering): readonly TicketView[] | null {
  const change = at.changes.find((one) => one.number === number);
  if (!change) return null;
  const before = at.known.find((one) => one.number === number);
  const ticket: KnownTicket = {
    number: change.number,
    version: change.expectedVersion,
    state: fold(before?.state ?? null, change.events),
    texts: { ...before?.texts, ...Object.fromEntries(change.texts.map(({ name, text }) => [name, text])) },
    people: new Map([...(before?.people ?? []), ...at.people.map((row) => [row.id, row] as const)]),
    thread: before?.thread ?? [],
  };
  return [{ ...viewOf(ticket, at.office), approver }];
}
