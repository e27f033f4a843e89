/**
 * What is prepared for an event shows only there whether it holds. Until then nobody is asked whether all was well, and no clock ends the
 * ticket; where the standard fulfils it at the event itself, what the team reports before is its preparation.
 */
import type { Calendar, Variant } from '../rulebook/rulebook.ts';
import { fromIso, MINUTE, type EpochMs } from '../shared/time.ts';
import { startOfDayAfter } from '../ticket/service-clock.ts';
import type { TicketState } from '../ticket/ticket.ts';
import type { TimeOfDay } from '../understand/facts/times.ts';
import type { Facts } from '../understand/reading.ts';
import { findVariant } from './catalogue.ts';
import type { Office } from './office.ts';

type EventDays = Pick<TicketState, 'variant' | 'eventDate' | 'eventEnd'>;

/** Midnight after its last day; null where the service is for no event, or no day is known. */
export function eventOver(
  { variant: slug, eventDate, eventEnd }: EventDays,
  { rulebook }: Pick<Office, 'rulebook'>,
): EpochMs | null {
  const variant = findVariant(rulebook, slug);
  if (variant === null || !isForEvent(variant) || eventDate === null) return null;
  return startOfDayAfter(eventEnd ?? eventDate, rulebook.calendar);
}

interface ForEvent {
  readonly state: TicketState;
  readonly facts: Pick<Facts, 'eventTime'>;
}

/** True on the days before, and on its last day until the hour that is known. */
export function isEventAhead({ state, facts }: ForEvent, office: Office, at: EpochMs): boolean {
  const over = eventOver(state, office);
  if (over === null || at >= over) return false;
  const last = state.eventEnd ?? state.eventDate ?? '';
  const begins = beginsAt(last, facts.eventTime, office.rulebook.calendar);
  return at < begins;
}

/** From when the days for reopening count: the last minute of the event's day, where it lies behind the work. */
export function shownSince(state: TicketState, office: Office): EpochMs | null {
  const { resolvedAt } = state;
  const over = eventOver(state, office);
  return resolvedAt === null || over === null ? resolvedAt : Math.max(resolvedAt, over - MINUTE);
}

export function isFulfilledAtEvent(state: TicketState, { rulebook }: Office): boolean {
  return findVariant(rulebook, state.variant)?.serviceLevel.kind === 'at-event';
}

function isForEvent({ serviceLevel, leadTime }: Variant): boolean {
  return serviceLevel.kind === 'at-event' || leadTime !== null;
}

const OFFSETS: Readonly<Record<TimeOfDay['zone'], string>> = { WIB: '+07:00', WITA: '+08:00', WIT: '+09:00' };

/** The day's own beginning where no hour is known: whoever reports on that day may have it behind him. */
function beginsAt(day: string, time: TimeOfDay | undefined, calendar: Calendar): EpochMs {
  if (time === undefined || time.from === '24:00') return startOfDayAfter(day, calendar, 0);
  return fromIso(`${day}T${time.from}:00${OFFSETS[time.zone]}`);
}
