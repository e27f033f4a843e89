/**
 * Working time: Monday to Friday without the calendar's days off, from opening to closing, in the organisation's zone. What is added lands
 * inside working hours, closing time included: 9 hours from opening end at closing, not at the next opening. Cost grows with days, not minutes.
 */
import type { Calendar } from '../rulebook/rulebook.ts';
import { MINUTE, type EpochMs } from '../shared/time.ts';
import { toDate, toInstant, toLocal, weekdayOf, type LocalTime } from './civil-day.ts';

/** Years of unbroken days off after which the calendar must be wrong. */
const LONGEST_BREAK_DAYS = 3660;

/** A start out of hours counts from the next opening; no minutes from there are that opening itself. */
export function addWorkingMinutes(start: EpochMs, minutes: number, calendar: Calendar): EpochMs {
  return addWorkingTime(start, minutes * MINUTE, calendar);
}

/** Whole and broken minutes of working time from one instant to a later one; 0 if it is not later. */
export function workingMinutesBetween(from: EpochMs, to: EpochMs, calendar: Calendar): number {
  return workingTimeBetween(from, to, calendar) / MINUTE;
}

/** @param duration milliseconds, not negative */
export function addWorkingTime(start: EpochMs, duration: number, calendar: Calendar): EpochMs {
  const { opens, closes } = hoursOf(calendar);
  let { day, time } = nextWorkingTime(toLocal(start, calendar.zone), calendar);
  let remaining = Math.max(0, duration);
  while (remaining > closes - time) {
    remaining -= closes - time;
    day = nextWorkingDay(day + 1, calendar);
    time = opens;
  }
  return toInstant({ day, time: time + remaining }, calendar.zone);
}

/** Milliseconds of working time. */
export function workingTimeBetween(from: EpochMs, to: EpochMs, calendar: Calendar): number {
  if (to <= from) return 0;
  const first = toLocal(from, calendar.zone);
  const last = toLocal(to, calendar.zone);
  const { opens, closes } = hoursOf(calendar);
  let total = workedBy(last, calendar) - workedBy(first, calendar);
  for (let day = first.day; day < last.day; day += 1) if (isWorkingDay(day, calendar)) total += closes - opens;
  return total;
}

/** Length of a working day in milliseconds. */
export function workingDayLength(calendar: Calendar): number {
  const { opens, closes } = hoursOf(calendar);
  return closes - opens;
}

export function isWorkingDay(day: number, calendar: Calendar): boolean {
  const weekday = weekdayOf(day);
  return weekday !== 0 && weekday !== 6 && !calendar.daysOff.has(toDate(day));
}

/** The day itself if it is one. @throws {RangeError} when the calendar has none for ten years */
export function nextWorkingDay(day: number, calendar: Calendar): number {
  for (let next = day; next < day + LONGEST_BREAK_DAYS; next += 1) if (isWorkingDay(next, calendar)) return next;
  throw new RangeError(`the calendar ${calendar.version} has no working day after ${toDate(day)}`);
}

/** Working days later (or earlier, by a negative number); the day itself need not be one and is not counted. */
export function stepWorkingDays(day: number, count: number, calendar: Calendar): number {
  const step = Math.sign(count);
  let at = day;
  for (let left = Math.abs(count); left > 0;) {
    at += step;
    if (isWorkingDay(at, calendar)) left -= 1;
    if (Math.abs(at - day) > LONGEST_BREAK_DAYS * 10)
      throw new RangeError(`the calendar ${calendar.version} has no working days`);
  }
  return at;
}

function nextWorkingTime({ day, time }: LocalTime, calendar: Calendar): LocalTime {
  const { opens, closes } = hoursOf(calendar);
  if (isWorkingDay(day, calendar) && time <= closes) return { day, time: Math.max(time, opens) };
  return { day: nextWorkingDay(day + 1, calendar), time: opens };
}

/** How much of its own day's working time is over at that time. */
function workedBy({ day, time }: LocalTime, calendar: Calendar): number {
  const { opens, closes } = hoursOf(calendar);
  return isWorkingDay(day, calendar) ? Math.min(Math.max(time, opens), closes) - opens : 0;
}

/** @throws {RangeError} for a calendar that closes before it opens */
function hoursOf({ opensMinute, closesMinute, version }: Calendar): {
  readonly opens: number;
  readonly closes: number;
} {
  if (closesMinute <= opensMinute) throw new RangeError(`the calendar ${version} closes before it opens`);
  return { opens: opensMinute * MINUTE, closes: closesMinute * MINUTE };
}
