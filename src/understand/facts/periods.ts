/**
 * Times that name no day: "akhir pekan ini", "minggu kedua Desember", "selama Desember", "pertengahan bulan ini", "10 atau 11 Desember".
 * Told back as the span that they mean; what is judged by a day asks for the day.
 */
import { Temporal, type LocalDate } from '../../shared/time.ts';
import { MONTH, monthOf, type Day } from './date-words.ts';
import { day, dayOf, nextDate } from './civil-days.ts';
import { sought, type Searched, type Sought } from './searched.ts';

export interface Period {
  readonly start: LocalDate;
  readonly end: LocalDate;
  /** Span in the text. */
  readonly from: number;
  readonly to: number;
}

interface Days {
  readonly start: Day;
  readonly end: Day;
}

const YEAR = String.raw`(?:\s(20\d\d))?`;
/** "Desember", "bulan Desember 2026", "bulan ini", "next month": two groups for a month named, one for a month told from here. */
const A_MONTH = String.raw`(?:(?:bulan\s|(?:of\s)?)(${MONTH})(?![\p{L}\d])\.?${YEAR}(?!\s?\d)|(?:bulan|(?=(?:this|next)\smonth)|of\s(?=next))\s?(ini|depan|this\smonth|next\smonth)(?!\p{L}))`;
const ORDINAL = String.raw`pertama|kedua|ketiga|keempat|kelima|terakhir|ke-?\s?[1-5]|[1-5]|iv|v|i{1,3}`;
const PART = String.raw`awal|pertengahan|tengah|medio|akhir|penghujung|early|mid|middle|late|beginning|end`;

/** "minggu kedua Desember", "pekan terakhir bulan ini". */
const WEEK_OF_MONTH = sought(
  new RegExp(
    String.raw`(?<!\p{L})(?:(?:minggu|pekan)\s(${ORDINAL})|(first|second|third|fourth|last)\sweek)\s(?:di\s|dari\s|pada\s)?${A_MONTH}`,
    'giu',
  ),
);
/** "awal Desember", "pertengahan bulan depan", "mid-December". */
const PART_OF_MONTH = sought(
  new RegExp(String.raw`(?<!\p{L})(${PART})[\s-](?:dari\s|the\s|of\s)?${A_MONTH}(?![^.\n]{0,3}\()`, 'giu'),
);
/** "awal minggu depan", "akhir pekan ini", "weekend ini", "next weekend". */
const PART_OF_WEEK = sought(
  /(?<!\p{L})(?:(awal|pertengahan|tengah|akhir|early|mid|late)[\s-](?:(?:minggu|pekan)\s(ini|depan)|(this|next)\sweek)|(?:weekend|akhir\spekan)(?:\s(ini|depan))?|(this|next)\sweekend)(?!\p{L})/giu,
);
/** "selama Desember", "sepanjang bulan Januari", "Januari - Maret 2027". */
const WHOLE_MONTHS = sought(
  new RegExp(
    String.raw`(?<!\p{L})(?:(?:selama|sepanjang|during|throughout)\s|(?:di|pada|dalam|in)\s(?=bulan\s))${A_MONTH}(?:\s?(?:-|–|s\.?\/?d\.?|sampai|hingga|to)\s?(${MONTH})(?![\p{L}\d])${YEAR})?`,
    'giu',
  ),
);
/** "10 atau 11 Desember 2026". */
const ONE_OF_TWO = sought(
  new RegExp(
    String.raw`(?<![\d./-])(\d{1,2})\s?(?:atau|or)\s(?:tanggal\s|tgl\s)?(\d{1,2})\s(${MONTH})(?!\p{L})${YEAR}`,
    'giu',
  ),
);
const MOST = 20;

/** @param today the civil date of the mail in its sender's zone; only what is not over is told */
export function findPeriods(text: Searched, today: LocalDate): readonly Period[] {
  const base = dayOf(today);
  const found = [
    ...collect(text, WEEK_OF_MONTH, ([, ordinal, english, ...month]) => weekOf(month, ordinal ?? english ?? '', base)),
    ...collect(text, PART_OF_MONTH, ([, part, ...month]) => partOfMonth(month, part ?? '', base)),
    ...collect(text, PART_OF_WEEK, (match) => partOfWeek(match, base)),
    ...collect(text, WHOLE_MONTHS, ([, ...month]) => wholeMonths(month, base)),
    ...collect(text, ONE_OF_TWO, ([, first, last, month, year]) => oneOfTwo([first, last, month, year], base)),
  ];
  if (found.length === 0) return NO_PERIODS;
  return found
    .filter(({ end }) => end >= today)
    .map((period) => (period.start < today ? { ...period, start: today } : period))
    .toSorted((one, other) => one.from - other.from);
}

const NO_PERIODS: readonly Period[] = [];

function collect(text: Searched, pattern: Sought, read: (match: RegExpMatchArray) => Days | null): readonly Period[] {
  const found = text.all(pattern, MOST);
  return found.length === 0
    ? NO_PERIODS
    : found.flatMap((match) => {
        const days = read(match);
        const { index: from } = match;
        if (days === null || from === undefined) return [];
        return [{ start: `${days.start}`, end: `${days.end}`, from, to: from + match[0].length }];
      });
}

type SaidMonth = readonly (string | undefined)[];

/** The first day of the month said. One without a year is the next such month, within half a year: "Juli" in November is over. */
function firstOf([name, year, told]: SaidMonth, base: Day): Day | null {
  const here = base.with({ day: 1 });
  if (told !== undefined) return /ini|this/i.test(told) ? here : here.add({ months: 1 });
  const month = monthOf(name);
  if (month === null) return null;
  if (year !== undefined) return day(Number(year), month, 1);
  const ahead = (month - here.month + 12) % 12;
  return ahead <= MOST_MONTHS_AHEAD ? here.add({ months: ahead }) : null;
}

const MOST_MONTHS_AHEAD = 6;

function lastOf(first: Day): Day {
  return first.with({ day: first.daysInMonth });
}

/** Its weeks from Monday, the first that of its first working day; the last week is its last seven days. */
function weekOf(month: SaidMonth, ordinal: string, base: Day): Days | null {
  const first = firstOf(month, base);
  if (first === null) return null;
  const last = lastOf(first);
  const firstMonday =
    first.dayOfWeek > FRIDAY ? first.add({ days: 8 - first.dayOfWeek }) : first.subtract({ days: first.dayOfWeek - 1 });
  if (/terakhir|last/i.test(ordinal)) return { start: last.subtract({ days: 6 }), end: last };
  const monday = firstMonday.add({ weeks: weekNumber(ordinal) - 1 });
  const sunday = monday.add({ days: 6 });
  if (Temporal.PlainDate.compare(monday, last) > 0) return null;
  return { start: later(monday, first), end: earlier(sunday, last) };
}

const FRIDAY = 5;
const NUMBERS = ['pertama first i', 'kedua second ii', 'ketiga third iii', 'keempat fourth iv', 'kelima v'];

function weekNumber(ordinal: string): number {
  const digit = /[1-5]/.exec(ordinal)?.[0];
  if (digit !== undefined) return Number(digit);
  return NUMBERS.findIndex((names) => names.split(' ').includes(ordinal.toLowerCase())) + 1;
}

function partOfMonth(month: SaidMonth, part: string, base: Day): Days | null {
  const first = firstOf(month, base);
  if (first === null) return null;
  if (isBeginning(part)) return { start: first, end: first.with({ day: 10 }) };
  return isMiddle(part)
    ? { start: first.with({ day: 11 }), end: first.with({ day: 20 }) }
    : { start: first.with({ day: 21 }), end: lastOf(first) };
}

function isBeginning(part: string): boolean {
  return /^(?:awal|early|beginning)$/i.test(part);
}

function isMiddle(part: string): boolean {
  return /^(?:pertengahan|tengah|medio|mid|middle)$/i.test(part);
}

/** The weekend is Saturday and Sunday; the end of a week begins on Thursday. */
function partOfWeek([whole, part, week, english, weekend, englishEnd]: RegExpMatchArray, base: Day): Days {
  const isNext = [week, english, weekend, englishEnd].some((said) => /^(?:depan|next)$/i.test(said ?? ''));
  const monday = base.subtract({ days: base.dayOfWeek - 1 }).add({ weeks: isNext ? 1 : 0 });
  const span = (from: number, to: number): Days => ({
    start: monday.add({ days: from }),
    end: monday.add({ days: to }),
  });
  if (part === undefined || /^akhir\spekan/i.test(whole)) return span(5, 6);
  if (isBeginning(part)) return span(0, 1);
  return isMiddle(part) ? span(1, 3) : span(3, 4);
}

function wholeMonths([name, year, told, last, lastYear]: SaidMonth, base: Day): Days | null {
  const start = firstOf([name, year ?? (last === undefined ? undefined : lastYear), told], base);
  if (start === null) return null;
  const month = monthOf(last);
  if (month === null) return { start, end: lastOf(start) };
  return { start, end: lastOf(start.add({ months: (month - start.month + 12) % 12 })) };
}

function oneOfTwo([first, last, month, year]: SaidMonth, base: Day): Days | null {
  const number = monthOf(month) ?? 0;
  const end = year === undefined ? nextDate(base, number, Number(last)) : day(Number(year), number, Number(last));
  const start = end && day(end.year, end.month, Number(first));
  return start && end && Temporal.PlainDate.compare(start, end) < 0 ? { start, end } : null;
}

function later(one: Day, other: Day): Day {
  return Temporal.PlainDate.compare(one, other) > 0 ? one : other;
}

function earlier(one: Day, other: Day): Day {
  return Temporal.PlainDate.compare(one, other) < 0 ? one : other;
}
