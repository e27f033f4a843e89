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
  let { day, time } = nextWorkingTime(toLocal(start, calendar.zone), calendar);
  let remaining = Math.max(0, duration);
  for (let left = leftAt({ day, time }, calendar); remaining > left; left = leftAt({ day, time }, calendar)) {
    remaining -= left;
    day = nextWorkingDay(day + 1, calendar);
    time = hoursOf(day, calendar).opens;
  }
  return toInstant({ day, time: time + remaining }, calendar.zone);
}

/** Milliseconds of working time. */
export function workingTimeBetween(from: EpochMs, to: EpochMs, calendar: Calendar): number {
  if (to <= from) return 0;
  const first = toLocal(from, calendar.zone);
  const last = toLocal(to, calendar.zone);
  let total = workedBy(last, calendar) - workedBy(first, calendar);
  for (let day = first.day; day < last.day; day += 1) {
    if (isWorkingDay(day, calendar)) total += lengthOf(hoursOf(day, calendar));
  }
  return total;
}

/** The latest instant from which so much working time leads to that end; out of hours it is a closing time. @param duration milliseconds */
export function subtractWorkingTime(end: EpochMs, duration: number, calendar: Calendar): EpochMs {
  let { day } = toLocal(end, calendar.zone);
  while (workingTimeBetween(toInstant(openingOf(day, calendar), calendar.zone), end, calendar) < duration)
    day = stepWorkingDays(day, -1, calendar);
  const opening = toInstant(openingOf(day, calendar), calendar.zone);
  return addWorkingTime(opening, workingTimeBetween(opening, end, calendar) - duration, calendar);
}

/** Length of an ordinary working day in milliseconds; days with other hours do not change what `n hari kerja` are. */
export function workingDayLength(calendar: Calendar): number {
  return lengthOf(checked(calendar, calendar));
}

/** Closing time of a day, whether it is a working day or not. */
export function closingOf(day: number, calendar: Calendar): LocalTime {
  return { day, time: hoursOf(day, calendar).closes };
}

export function openingOf(day: number, calendar: Calendar): LocalTime {
  return { day, time: hoursOf(day, calendar).opens };
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
  const { opens, closes } = hoursOf(day, calendar);
  if (isWorkingDay(day, calendar) && time <= closes) return { day, time: Math.max(time, opens) };
  const next = nextWorkingDay(day + 1, calendar);
  return { day: next, time: hoursOf(next, calendar).opens };
}

function leftAt({ day, time }: LocalTime, calendar: Calendar): number {
  return hoursOf(day, calendar).closes - time;
}

/** How much of its own day's working time is over at that time. */
function workedBy({ day, time }: LocalTime, calendar: Calendar): number {
  const { opens, closes } = hoursOf(day, calendar);
  return isWorkingDay(day, calendar) ? Math.min(Math.max(time, opens), closes) - opens : 0;
}

interface Hours {
  readonly opens: number;
  readonly closes: number;
}

function hoursOf(day: number, calendar: Calendar): Hours {
  if (!calendar.hours?.length) return checked(calendar, calendar);
  const date = toDate(day);
  return checked(calendar.hours.find(({ from, to }) => from <= date && date <= to) ?? calendar, calendar);
}

/** @throws {RangeError} for hours that close before they open: no working time would ever be over */
function checked({ opensMinute, closesMinute }: Pick<Calendar, 'opensMinute' | 'closesMinute'>, of: Calendar): Hours {
  if (closesMinute <= opensMinute) throw new RangeError(`the calendar ${of.version} closes before it opens`);
  return { opens: opensMinute * MINUTE, closes: closesMinute * MINUTE };
}

function lengthOf({ opens, closes }: Hours): number {
  return closes - opens;
}
