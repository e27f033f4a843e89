/**
 * Dates as people write them, resolved to civil dates: "Senin, 30 November 2026", "30/11/2026" (always day-month-year), "30 s.d. 2
 * Desember", "tgl 30", "besok", "Senin depan", "minggu depan", "H+1". Relative ones count from the mail's own date in the sender's zone;
 * a missing year or month means the next such date.
 */
import { Temporal, type LocalDate } from '../../shared/time.ts';
import { day, dayOf, nextDate, nextDay, single } from './civil-days.ts';
import { MONTH, monthOf, WEEKDAY, weekdayOf, type Day, type Span } from './date-words.ts';
import { readNumeral } from '../words/numerals.ts';
import { remembered } from '../words/remembered.ts';
import { RELATIVE, relativeTo } from './relative-dates.ts';
import { searched, sought, type Searched, type Sought } from './searched.ts';

export interface DateMention {
  readonly start: LocalDate;
  readonly end: LocalDate;
  /** Span in the text. */
  readonly from: number;
  readonly to: number;
  /** True for "besok", "minggu depan", weekdays alone. */
  readonly relative: boolean;
  /** False where the weekday named is not that of the date. */
  readonly consistent: boolean;
}

const TO = String.raw`\s{0,2}(?:s\.?\s?\/?d\.?|sampai(?: dengan)?|hingga|dan|&|to|until|[-\u2013\u2014])\s{0,2}`;
const YEAR = String.raw`(?:[\s,]{0,3}(20\d\d))?`;
/** Where a month ends: "3Des2026". */
const END = String.raw`(?![a-z])`;

/** "30 November 2026", "30 s.d. 2 Desember 2026", "Senin-Rabu, 30 Nov - 2 Des 2026". */
const NAMED = sought(
  new RegExp(
    String.raw`(?:\b(${WEEKDAY})\b[^\d\n]{0,14})?(?<![\d.-])(?<![\d.]\/)(\d{1,2})(?:st|nd|rd|th)?(?:\s{0,2}(?:of\s)?(${MONTH})${END})?\.?${YEAR}(?:${TO}(?:(?:${WEEKDAY})\b[,\s]{0,3})?(\d{1,2})(?:st|nd|rd|th)?\s{0,2}(${MONTH})${END}\.?${YEAR})?`,
    'gi',
  ),
);
/** "tanggal 1, 2, dan 3 Desember 2026". */
const LISTED = sought(
  new RegExp(
    String.raw`(?<![\d./-])(\d{1,2})(?:\s?,\s?\d{1,2}){1,5}(?:,?\s(?:dan|&|and)\s|\s?,\s?)(\d{1,2})\s{1,2}(${MONTH})${END}${YEAR}`,
    'gi',
  ),
);
/** "sepanjang Desember 2026 (7, 14, 21, 28)". */
const DAYS_OF_MONTH = sought(
  new RegExp(
    String.raw`\b(${MONTH})${END}${YEAR}\s?\((?:tgl\.?\s|tanggal\s)?(\d{1,2})(?:\s?,\s?\d{1,2}){0,8}(?:\s?,|,?\s(?:dan|&|and)\b)\s?(\d{1,2})\)`,
    'gi',
  ),
);
/** "November 30, 2026", "on Dec 3", "December 3rd". */
const ENGLISH = sought(
  new RegExp(
    String.raw`\b(${MONTH})\s(\d{1,2})(st|nd|rd|th)?\b(?:${TO}(\d{1,2})(?:st|nd|rd|th)?\b)?(?:,?\s(20\d\d)\b)?`,
    'gi',
  ),
);
const ENGLISH_BEFORE = /\b(?:on|by|from|until|till|before|for|day,?)\s$/i;
const NUMERIC = sought(/(?<![\d./-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/-]|\.\d)/g);
/** "mulai 1/12", "besok (18/11)", "3-5/12": day and month, where a word of time stands before, or a time of the day behind. */
const DAY_MONTH = sought(
  /(?<=\b(?:tgl|tanggal|mulai|per|besok|lusa|depan|ini|senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|hari|pada|acara|rapat|zoom|kegiatan|s\.d\.|sampai|on|until)[ ,.:]{0,2}\(?)(\d{1,2})(?:\s?(?:-|\u2013|s\.?d\.?|s\/d)\s?(\d{1,2}))?\/(\d{1,2})(?![\d/])|(?<![\d/.,])(\d{1,2})\/(\d{1,2})(?=[ ,]{1,3}(?:\(?(?:jam|pukul|pkl?|pagi|siang|sore|malam|mulai|at)\b|\d{1,2}[.:]\d\d\b))/gi,
);
/** "1/12 - 3/12": two of them. */
const DAY_MONTHS = sought(
  /(?<![\d/.])(\d{1,2})\/(\d{1,2})\s?(?:-|\u2013|s\.?d\.?|s\/d|sampai|hingga|to)\s?(\d{1,2})\/(\d{1,2})(?![\d/])/gi,
);
/** "18/01/2027 - 22/01/2027" */
const NUMERICS = sought(
  new RegExp(
    String.raw`${NUMERIC.pattern.source}${TO}${NUMERIC.pattern.source.replace(String.raw`\2`, String.raw`\6`)}`,
    'gi',
  ),
);
const ISO = sought(/(?<![\d-])(20\d\d)-(\d\d)-(\d\d)(?!\d)/g);
const DAY_ONLY = sought(
  new RegExp(
    String.raw`\b(?:tgl|tanggal)\.?\s{0,2}(\d{1,2})(?!\d|[./:-]\d|,?\s{0,2}(?:${MONTH})${END})(?:${TO}(\d{1,2})(?!\d|[./:-]\d|\s{0,2}(?:${MONTH})${END}))?`,
    'gi',
  ),
);
const ONES = 'satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan';
/** "tujuh Desember", "dua puluh lima November 2026". */
const SPELLED = sought(
  new RegExp(
    String.raw`(?<!puluh\s)\b((?:dua\spuluh(?:\s(?:${ONES}))?|tiga\spuluh(?:\ssatu)?|(?:${ONES})\sbelas|sepuluh|sebelas|${ONES}))\s{1,2}(${MONTH})${END}${YEAR}`,
    'gi',
  ),
);
const MAX_MENTIONS = 60;

/** @param today the civil date of the mail in its sender's zone */
export function findDates(written: string | Searched, today: LocalDate): readonly DateMention[] {
  return searched(written).once(datesByDay)(today);
}

/** The days of a text are asked for again and again, always from the same day. */
function datesByDay(text: Searched): (today: LocalDate) => readonly DateMention[] {
  return remembered((today) => readDates(text, today));
}

function readDates(text: Searched, today: LocalDate): readonly DateMention[] {
  const base = dayOf(today);
  const hasMonth = text.has(A_MONTH);
  const spelled = hasMonth ? collect(text, SPELLED, (match) => spelledOut(match, base)) : [];
  const absolute = text.has(DIGIT) ? [...findAbsolute(text, base, hasMonth), ...spelled] : spelled;
  const longestFirst = absolute.toSorted((a, b) => lengthOf(b) - lengthOf(a)).map((one) => withWeekday(one, text.text));
  const relative = collect(text, RELATIVE, (match) => relativeTo(match, base));
  return withoutPieces([...longestFirst, ...relative]);
}

const DIGIT = sought(/\d/);

function findAbsolute(text: Searched, base: Day, hasMonth: boolean): readonly DateMention[] {
  return [
    ...(hasMonth ? withMonth(text, base) : []),
    ...collect(text, NUMERIC, (match) => numeric(match)),
    ...collect(text, NUMERICS, (match) => numerics(match)),
    ...(text.text.includes('/') ? dayMonths(text, base) : []),
    ...collect(text, ISO, (match) => single(day(Number(match[1]), Number(match[2]), Number(match[3])))),
    ...collect(text, DAY_ONLY, (match) => dayOnly(match, base)),
  ];
}

/** Without one of these there is nothing for the longer patterns to find. */
const A_MONTH = sought(new RegExp(`(?:${MONTH})${END}`, 'i'));

function withMonth(text: Searched, base: Day): readonly DateMention[] {
  return [
    ...collect(text, NAMED, (match) => named(match, base)),
    ...collect(text, LISTED, (match) => listed(match, base)),
    ...collect(text, DAYS_OF_MONTH, (match) =>
      listed([match[0], match[3] ?? '', match[4] ?? '', match[1] ?? '', match[2]], base),
    ),
    ...collect(text, ENGLISH, (match) => english(match, base)),
  ];
}

function dayMonths(text: Searched, base: Day): readonly DateMention[] {
  return [
    ...collect(text, DAY_MONTHS, ([, first, month, last, lastMonth]) =>
      dayMonth([first, month], [last, lastMonth], base),
    ),
    ...collect(text, DAY_MONTH, ([, first, last, month, alone, itsMonth]) =>
      dayMonth([first ?? alone, month ?? itsMonth], [last ?? first ?? alone, month ?? itsMonth], base),
    ),
  ];
}

type DayOfMonth = readonly [day: string | undefined, month: string | undefined];

function dayMonth(first: DayOfMonth, last: DayOfMonth, base: Day): Span | null {
  const start = nextDate(base, Number(first[1]), Number(first[0]));
  const end = start && nextDate(start, Number(last[1]), Number(last[0]));
  return start && { start, end: end !== null && Temporal.PlainDate.compare(end, start) > 0 ? end : start };
}

/** "Kamis (3/12)", "3 Desember 2026 (Kamis)": a weekday beside the date belongs to it, and may contradict it. */
function withWeekday(mention: DateMention, text: string): DateMention {
  const before = BESIDE_BEFORE.exec(text.slice(Math.max(0, mention.from - 30), mention.from));
  const after = BESIDE_AFTER.exec(text.slice(mention.to, mention.to + 16));
  const weekday = weekdayOf(before?.[1] ?? after?.[1]);
  if (weekday === null) return mention;
  return {
    ...mention,
    from: mention.from - (before?.[0].length ?? 0),
    to: mention.to + (before ? 0 : (after?.[0].length ?? 0)),
    consistent: mention.consistent && Temporal.PlainDate.from(mention.start).dayOfWeek === weekday,
  };
}

const BESIDE_BEFORE = new RegExp(
  String.raw`\b(${WEEKDAY})\b(?:\s?(?:-|\u2013|s\.?d\.?|s/d|sampai)\s?(?:${WEEKDAY})\b)?(?:\s?/?\s?(?:tanggal|tgl)\.?)?[^\d\n\p{L}]{0,6}$`,
  'iu',
);
const BESIDE_AFTER = new RegExp(String.raw`^\s?[(,]\s?(?:hari\s)?(${WEEKDAY})\b\)?`, 'i');

/** Of mentions that overlap the first in this order, each once, as they stand in the text. */
function withoutPieces(mentions: readonly DateMention[]): readonly DateMention[] {
  const kept: DateMention[] = [];
  for (const one of mentions) {
    if (!kept.some((other) => one.from < other.to && other.from < one.to)) kept.push(one);
  }
  return kept.toSorted((a, b) => a.from - b.from);
}

function lengthOf({ from, to }: DateMention): number {
  return to - from;
}

function collect(text: Searched, pattern: Sought, read: (match: RegExpMatchArray) => Span | null): DateMention[] {
  const found: DateMention[] = [];
  for (const match of text.all(pattern)) {
    const span = read(match);
    if (!span) continue;
    const { relative = false, consistent = true } = span;
    const { index: from } = match;
    found.push({ start: `${span.start}`, end: `${span.end}`, from, to: from + match[0].length, relative, consistent });
    if (found.length >= MAX_MENTIONS) break;
  }
  return found;
}

function named(match: RegExpMatchArray, base: Day): Span | null {
  const [, weekday, first, firstMonth, firstYear, last, lastMonth, lastYear] = match;
  const month = monthOf(firstMonth ?? lastMonth);
  if (month === null) return null;
  const endMonth = monthOf(lastMonth) ?? month;
  if (firstMonth === undefined && last !== undefined && Number(first) > Number(last)) return overMonthEnd(match, base);
  const overNewYear = firstYear === undefined && endMonth < month ? 1 : 0;
  const year = Number(firstYear ?? lastYear ?? 0) - (lastYear === undefined ? 0 : overNewYear);
  const start = year > 0 ? day(year, month, Number(first)) : nextDate(base, month, Number(first));
  if (!start) return null;
  const endYear = Number(lastYear ?? (endMonth < month ? start.year + 1 : start.year));
  const end = last === undefined ? start : (day(endYear, endMonth, Number(last)) ?? start);
  const consistent = weekday === undefined || IS_WEEK.test(match[0]) || weekdayOf(weekday) === start.dayOfWeek;
  return { start, end: Temporal.PlainDate.compare(end, start) < 0 ? start : end, consistent };
}

/** "minggu depan tgl 30" is no Sunday. */
const IS_WEEK = /^minggu (?:depan|dpn|ini|lalu|kemarin)\b/i;

/** "30 s.d. 2 Desember 2026": the first day is of the month before. */
function overMonthEnd([, , first, , , last, month, year]: RegExpMatchArray, base: Day): Span | null {
  const number = monthOf(month) ?? 0;
  const end = year === undefined ? nextDate(base, number, Number(last)) : day(Number(year), number, Number(last));
  const before = end?.with({ day: 1 }).subtract({ days: 1 });
  const start = before && day(before.year, before.month, Number(first));
  return start && end ? { start, end } : null;
}

function listed([, first, last, month, year]: readonly (string | undefined)[], base: Day): Span | null {
  const number = monthOf(month) ?? 0;
  const end = year === undefined ? nextDate(base, number, Number(last)) : day(Number(year), number, Number(last));
  const start = end && day(end.year, end.month, Number(first));
  return start && { start, end };
}

/** Without a year only where it is plainly English: "Mei 2 orang" is no date. */
function english(match: RegExpMatchArray, base: Day): Span | null {
  const [, month, first, ordinal, last, year] = match;
  const before = match.input?.slice(Math.max(0, (match.index ?? 0) - 10), match.index) ?? '';
  if (year === undefined && ordinal === undefined && !ENGLISH_BEFORE.test(before)) return null;
  const number = monthOf(month) ?? 0;
  const start = year === undefined ? nextDate(base, number, Number(first)) : day(Number(year), number, Number(first));
  if (!start) return null;
  return { start, end: (last === undefined ? null : day(start.year, start.month, Number(last))) ?? start };
}

function spelledOut([, words = '', month, year]: RegExpMatchArray, base: Day): Span | null {
  const date = readNumeral(words.toLowerCase().split(/\s/))?.value ?? 0;
  const number = monthOf(month) ?? 0;
  return single(year === undefined ? nextDate(base, number, date) : day(Number(year), number, date));
}

function dayOnly([, first, last]: RegExpMatchArray, base: Day): Span | null {
  const start = nextDay(base, Number(first));
  const end =
    start && last !== undefined && Number(last) > start.day ? day(start.year, start.month, Number(last)) : start;
  return start && { start, end: end ?? start };
}

function numerics(match: RegExpMatchArray): Span | null {
  const [first, last] = [numeric(match), numeric(match.slice(4))];
  return first && { start: first.start, end: last?.start ?? first.start };
}

function numeric(match: readonly string[]): Span | null {
  const year = Number(match[4]);
  return single(day(year < 100 ? 2000 + year : year, Number(match[3]), Number(match[1])));
}
