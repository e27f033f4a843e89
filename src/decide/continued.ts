/**
 * Which of the writer's own tickets a new mail goes on with that says so and names no number ("menyusuli email saya tadi pagi"). Where just
 * one fits and the sender is proven it is that one; else the desk is asked.
 */
import { DAY, localDate, type EpochMs, type LocalDate } from '../shared/time.ts';
import { lastFilingDay } from '../ticket/lead-time.ts';
import { ENDED, isOneOf } from '../ticket/lifecycle.ts';
import type { Grade } from '../ticket/event.ts';
import type { Reading, Wish } from '../understand/reading.ts';
import type { Office } from './office.ts';
import type { KnownTicket } from './situation.ts';
import { viewOf } from './ticket-view.ts';

export interface Continuing {
  readonly reading: Reading;
  readonly receivedAt: EpochMs;
  readonly office: Office;
}

/** Those that it may go on with by what it says; none where it asks for something else. @param own the writer's tickets */
export function continuable(own: readonly KnownTicket[], it: Continuing): readonly KnownTicket[] {
  const { reading, receivedAt, office } = it;
  const { continuations } = office.rulebook;
  const [wish] = reading.wishes;
  if (continuations === undefined || reading.continues === undefined || wish === undefined) return [];
  const since = receivedAt - continuations.within_days * DAY;
  const open = own.filter(({ state }) => !isOneOf(ENDED, state.status) && state.receivedAt >= since);
  const { application } = wish.facts;
  const ofThing = fewer(ofSubject(open, wish), (ticket) => {
    const known = viewOf(ticket, office).facts.application;
    return application !== undefined && known?.toLowerCase() === application.toLowerCase();
  });
  return fewer(ofThing, ({ state }) => isOfDay(localDate(state.receivedAt, office.zone), it));
}

/** The one ticket that it is about; null where several may be, or where anybody may have written it. */
export function evidentOf(found: readonly KnownTicket[], grade: Grade | null): KnownTicket | null {
  const [only, ...others] = found;
  return only !== undefined && others.length === 0 && (grade === 'internal' || grade === 'aligned') ? only : null;
}

/** What is plainly asked of another service begins anew; what is not plain may be about any. */
function ofSubject(open: readonly KnownTicket[], { kind, service, variant, incident }: Wish): readonly KnownTicket[] {
  if (kind === 'complaint') return [];
  if (kind === 'incident')
    return open.filter(({ state }) => state.kind === 'incident' && (incident === null || state.incident === incident));
  if (service === null || kind === 'status') return open;
  const same = open.filter(({ state }) => state.service === service);
  return same.length > 0 || variant !== null ? same : open;
}

function isOfDay(day: LocalDate, { reading, receivedAt, office }: Continuing): boolean {
  const today = localDate(receivedAt, office.zone);
  switch (reading.continues?.when ?? null) {
    case 'today':
      return day === today;
    // On a Monday people say "kemarin" of the Friday.
    case 'yesterday':
      return day < today && day >= lastFilingDay(today, 1, office.rulebook.calendar);
    case null:
      return false;
  }
}

/** Those of which it holds, where it holds of any. */
function fewer(tickets: readonly KnownTicket[], holds: (ticket: KnownTicket) => boolean): readonly KnownTicket[] {
  const some = tickets.filter(holds);
  return some.length > 0 ? some : tickets;
}
