/** The office's calendar: which days are off, when the desk works. */
import { Temporal } from '../shared/time.ts';
import type { Shaped } from '../shared/check-shape.ts';
import type { RuleFault } from './fault.ts';
import type { Calendar } from './rulebook.ts';
import type { CalendarFile } from './schema.ts';

const WEEKDAYS = ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'] as const;

export function buildCalendar(file: CalendarFile, version: string): Calendar {
  const days = Object.values(file.years).flatMap((year) => year.days);
  return {
    zone: file.zone,
    opensMinute: minuteOf(file.opens),
    closesMinute: minuteOf(file.closes),
    daysOff: new Map(days.map((day) => [day.date, day.name])),
    years: yearsOf(file),
    version,
    estimated: new Set(days.filter((day) => day.estimated).map((day) => day.date)),
    hours: file.hours.map((span) => ({
      from: span.from,
      to: span.to,
      opensMinute: minuteOf(span.opens),
      closesMinute: minuteOf(span.closes),
    })),
  };
}

/** @param neededYears years that the desk will certainly compute with, e.g. the current one */
export function checkCalendar({ source, value }: Shaped<CalendarFile>, neededYears: readonly number[]): RuleFault[] {
  return [
    ...missingYears(value, neededYears).map((year) => ({
      place: source.placeOfKey([], 'years'),
      message: `year ${year} has no calendar`,
      suggestion: `add "${year}:" with its days off`,
    })),
    ...checkDays({ source, value }),
    ...checkHours({ source, value }),
  ];
}

function missingYears(file: CalendarFile, needed: readonly number[]): readonly number[] {
  const years = yearsOf(file);
  const [first = 0, last = 0] = [years[0], years.at(-1)];
  const gaps = Array.from({ length: Math.min(last - first, 100) }, (_, index) => first + index);
  return [...new Set([...gaps, ...needed])].filter((year) => !years.includes(year)).sort();
}

function checkDays({ source, value }: Shaped<CalendarFile>): RuleFault[] {
  const seen = new Set<string>();
  return Object.entries(value.years).flatMap(([year, table]) =>
    table.days.flatMap((day, index) => {
      const path = ['years', year, 'days', index, 'date'];
      const fault = (message: string, suggestion: string | null = null): RuleFault[] => [
        { place: source.placeOf(path), message, suggestion },
      ];
      const weekday = weekdayOf(day.date);
      if (weekday === null) return fault(`date ${day.date} does not exist`);
      if (!day.date.startsWith(year)) return fault(`date ${day.date} stands under the year ${year}`);
      if (seen.has(day.date)) return fault(`date ${day.date} is listed twice`);
      seen.add(day.date);
      return weekday === day.day
        ? []
        : fault(`${day.date} is a ${weekday}, not a ${day.day}`, 'mend the date or the day');
    }),
  );
}

function checkHours({ source, value }: Shaped<CalendarFile>): RuleFault[] {
  const spans = [
    { path: [] as (string | number)[], ...value },
    ...value.hours.map((span, index) => ({ path: ['hours', index], ...span })),
  ];
  return spans.flatMap((span) => {
    if (minuteOf(span.closes) > minuteOf(span.opens)) return [];
    const message = `closes is ${span.closes}, which is not after opens ${span.opens}`;
    return [{ place: source.placeOf([...span.path, 'closes']), message, suggestion: null }];
  });
}

function yearsOf(file: CalendarFile): readonly number[] {
  return Object.keys(file.years)
    .map(Number)
    .sort((left, right) => left - right);
}

/** `08.00` or `08:00` as minutes after midnight. */
export function minuteOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(/[.:]/).map(Number);
  return hour * 60 + minute;
}

function weekdayOf(date: string): string | null {
  try {
    return WEEKDAYS[Temporal.PlainDate.from(date).dayOfWeek - 1] ?? null;
  } catch {
    return null;
  }
}
