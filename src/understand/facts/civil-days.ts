/** Civil days out of numbers; those without a year or a month are the next such day. */
import { Temporal } from '../../shared/time.ts';
import type { Day, Span } from './date-words.ts';

export function single(start: Day | null): Span | null {
  return start && { start, end: start };
}

export function day(year: number, month: number, date: number): Day | null {
  if (month < 1 || month > 12 || date < 1 || date > 31 || year < 1900 || year > 2100) return null;
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  return date > first.daysInMonth ? null : first.with({ day: date });
}

/** The next such date from half a year back on: a date without a year that has just passed is meant as past. */
export function nextDate(base: Day, month: number, date: number): Day | null {
  const here = day(base.year, month, date);
  if (!here) return day(base.year + 1, month, date);
  return Temporal.PlainDate.compare(here, base.subtract({ months: 3 })) < 0 ? day(base.year + 1, month, date) : here;
}

export function nextDay(base: Day, date: number): Day | null {
  const here = day(base.year, base.month, date);
  if (here && Temporal.PlainDate.compare(here, base) >= 0) return here;
  const next = base.with({ day: 1 }).add({ months: 1 });
  return day(next.year, next.month, date);
}
