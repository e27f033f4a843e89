/** Civil days out of numbers; those without a year or a month are the next such day. */
import { Temporal } from '../../shared/time.ts';
import { remembered } from '../words/remembered.ts';
import type { Day, Span } from './date-words.ts';

/** Most mails are of a few days. */
export const dayOf = remembered((date): Day => Temporal.PlainDate.from(date));

export function single(start: Day | null): Span | null {
  return start && { start, end: start };
}

export function day(year: number, month: number, date: number): Day | null {
  if (month < 1 || month > 12 || date < 1 || date > 31 || year < 1900 || year > 2100) return null;
  if (date > daysOf(year, month)) return null;
  const key = (year * 12 + month) * 31 + date;
  const made = days.get(key) ?? new Temporal.PlainDate(year, month, date);
  if (days.size < MOST_DAYS) days.set(key, made);
  return made;
}

/** Days by their numbers: to make one costs far more than to find it again. */
const days = new Map<number, Day>();
const MOST_DAYS = 4096;

export function daysOf(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && isLeap ? 29 : (DAYS[month - 1] ?? 0);
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The next such date from half a year back on: a date without a year that has just passed is meant as past. */
export function nextDate(base: Day, month: number, date: number): Day | null {
  const here = day(base.year, month, date);
  if (!here) return day(base.year + 1, month, date);
  return Temporal.PlainDate.compare(here, backFrom(base)) < 0 ? day(base.year + 1, month, date) : here;
}

/** Three months before; by the day, which stays what it is. */
const backs = new WeakMap<Day, Day>();

function backFrom(base: Day): Day {
  const made = backs.get(base) ?? base.subtract({ months: 3 });
  backs.set(base, made);
  return made;
}

export function nextDay(base: Day, date: number): Day | null {
  const here = day(base.year, base.month, date);
  if (here && Temporal.PlainDate.compare(here, base) >= 0) return here;
  const next = base.with({ day: 1 }).add({ months: 1 });
  return day(next.year, next.month, date);
}
