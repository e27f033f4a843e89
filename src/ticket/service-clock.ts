/**
 * The service clock: by when a promise of the catalogue has to be kept. It starts when a request is complete, runs in working time and
 * stands still between the spans of a ticket's clock. Due times are computed from events and calendar whenever somebody asks; none is stored.
 */
import type { Calendar, ServiceLevel } from '../rulebook/rulebook.ts';
import { assertNever } from '../shared/assert-never.ts';
import { HOUR, MINUTE, localDate, type EpochMs, type LocalDate } from '../shared/time.ts';
import { toDay, toInstant } from './civil-day.ts';
import type { ClockSpan } from './ticket.ts';
import { addWorkingTime, stepWorkingDays, workingDayLength, workingTimeBetween } from './working-time.ts';

/** What a promise depends on beside the catalogue. */
export interface Terms {
  /** Spans in which the clock ran, oldest first; the last one may still run. */
  readonly clock: readonly ClockSpan[];
  readonly quantity: number | null;
  readonly eventDate: LocalDate | null;
}

export interface Due {
  readonly at: EpochMs;
  /** True when it lies in a year, or runs through one, for which no days off are published yet: weekends only were counted. */
  readonly isEstimate: boolean;
}

/** Null where the catalogue promises nothing, a fact is lacking, or the clock has not started or stands still short of the end. */
export function dueAt(level: ServiceLevel, terms: Terms, calendar: Calendar): Due | null {
  if (level.kind === 'at-event') return dueAfterEvent(level.closeAfterDays, terms, calendar);
  const promised = promisedTime(level, terms.quantity, calendar);
  return promised === null ? null : dueOverSpans(promised, terms.clock, calendar);
}

/** Working time that a service level grants, in milliseconds; null where it is not a matter of working time, or no number is stated. */
export function promisedTime(level: ServiceLevel, quantity: number | null, calendar: Calendar): number | null {
  switch (level.kind) {
    case 'working-hours':
      return level.hours * HOUR;
    case 'working-days':
      return level.days * workingDayLength(calendar);
    case 'tiers': {
      const tier = quantity === null ? undefined : level.tiers.find(({ upTo }) => quantity <= upTo);
      return tier ? tier.days * workingDayLength(calendar) : null;
    }
    case 'at-event':
    case 'unstated':
      return null;
    default:
      return assertNever(level);
  }
}

/** Working milliseconds in which the clock ran, up to `now`. */
export function timeRun(clock: readonly ClockSpan[], now: EpochMs, calendar: Calendar): number {
  return clock.reduce((sum, span) => sum + workingTimeBetween(span.from, Math.min(span.to ?? now, now), calendar), 0);
}

function dueOverSpans(promised: number, clock: readonly ClockSpan[], calendar: Calendar): Due | null {
  const started = clock[0]?.from;
  let remaining = promised;
  for (const { from, to } of clock) {
    const ran = to === null ? Infinity : workingTimeBetween(from, to, calendar);
    if (started !== undefined && remaining <= ran)
      return due(started, addWorkingTime(from, remaining, calendar), calendar);
    remaining -= ran;
  }
  return null;
}

/** The end of the n-th working day after the event; the event day itself does not count. */
function dueAfterEvent(closeAfterDays: number, { eventDate, clock }: Terms, calendar: Calendar): Due | null {
  const started = clock[0]?.from;
  if (eventDate === null || started === undefined) return null;
  const day = stepWorkingDays(toDay(eventDate), closeAfterDays, calendar);
  return due(started, toInstant({ day, time: calendar.closesMinute * MINUTE }, calendar.zone), calendar);
}

function due(started: EpochMs, at: EpochMs, calendar: Calendar): Due {
  const yearOf = (instant: EpochMs): number => Number(localDate(instant, calendar.zone).slice(0, 4));
  let isEstimate = false;
  for (let year = yearOf(started); year <= yearOf(at); year += 1) isEstimate ||= !calendar.years.includes(year);
  return { at, isEstimate };
}
