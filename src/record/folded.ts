/**
 * What the events of a ticket come to, remembered from one look at it to the next: a ticket of a thousand events (the report that stands
 * for a fault of a whole building) then costs what its new events cost. The database stays the truth: what is remembered counts only
 * while its newest event lies there unchanged, and all is forgotten when anything is rolled back.
 */
import type { PersonId, TicketNumber } from '../shared/ids.ts';
import type { EpochMs } from '../shared/time.ts';
import type { TicketEvent } from '../ticket/event.ts';
import type { TicketState } from '../ticket/ticket.ts';
import type { EventsTable } from './schema.ts';
import { eventOf } from './stored-event.ts';

/** How events become a ticket; passed in, so that the store knows no rules of tickets. */
export type Evolve = (state: TicketState | null, event: TicketEvent) => TicketState;

/** A ticket as its events made it. */
export interface Folded {
  /** How many events. */
  readonly version: number;
  readonly state: TicketState;
  /** Time of the first event. */
  readonly openedAt: EpochMs;
  /** Everyone whom the events name. */
  readonly people: ReadonlySet<PersonId>;
}

interface Remembered {
  readonly folded: Folded;
  readonly newest: EventsTable;
}

/** The tickets of one database. */
export interface Streams {
  readonly evolve: Evolve;
  recall(number: TicketNumber): Remembered | null;
  remember(number: TicketNumber, what: Remembered): void;
  /** Something was rolled back, perhaps what is remembered. */
  forget(): void;
}

/** Tickets that are worked on at a time; one takes a kilobyte or two. */
const MOST_REMEMBERED = 500;

export function makeStreams(evolve: Evolve): Streams {
  const known = new Map<TicketNumber, Remembered>();
  return {
    evolve,
    recall: (number) => known.get(number) ?? null,
    remember: (number, what) => {
      known.delete(number);
      known.set(number, what);
      const [oldest] = known.size > MOST_REMEMBERED ? known.keys() : [];
      if (oldest !== undefined) known.delete(oldest);
    },
    forget: () => known.clear(),
  };
}

/** @throws {BotError} E_STORAGE when a row is no event that this version knows */
export function foldRows(evolve: Evolve, rows: readonly EventsTable[], before: Folded | null = null): Folded | null {
  return rows.map(eventOf).reduce((folded, event) => next(evolve, folded, event), before);
}

export function foldEvents(evolve: Evolve, events: readonly TicketEvent[], before: Folded | null): Folded | null {
  return events.reduce((folded, event) => next(evolve, folded, event), before);
}

function next(evolve: Evolve, before: Folded | null, event: TicketEvent): Folded {
  const people = before?.people ?? new Set();
  const named = peopleOf(event).filter((person) => !people.has(person));
  return {
    version: (before?.version ?? 0) + 1,
    state: evolve(before?.state ?? null, event),
    openedAt: before?.openedAt ?? event.at,
    people: named.length === 0 ? people : new Set([...people, ...named]),
  };
}

export function peopleOf(event: TicketEvent): readonly PersonId[] {
  const people: PersonId[] = [];
  if ('requester' in event) people.push(event.requester);
  if ('approver' in event) people.push(event.approver);
  if ('writer' in event && event.writer) people.push(event.writer);
  if ('deputy' in event && event.deputy) people.push(event.deputy);
  if ('superior' in event && event.superior) people.push(event.superior);
  return people;
}
