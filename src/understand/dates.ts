/**
 * Dates as people write them, resolved to civil dates: "Senin, 30 November 2026", "30/11/2026" (always day-month-year), "30 s.d. 2
 * Desember", "tgl 30", "besok", "Senin depan", "minggu depan", "H+1". Relative ones count from the mail's own date in the sender's zone;
 * a missing year or month means the next such date.
 */
import { Temporal, type LocalDate } from '../shared/time.ts';

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

type Day = Temporal.PlainDate;

const MONTHS: readonly string[] = [
  'jan|januari|january',
  'feb|februari|pebruari|february',
  'mar|maret|march',
  'apr|april',
  'mei|may',
  'jun|juni|june',
  'jul|juli|july',
  'agu|agt|ags|agustus|aug|august',
  'sep|sept|september',
  'okt|oktober|oct|october',
  'nov|nop|november|nopember',
  'des|desember|dec|december',
];
const MONTH = MONTHS.join('|');
const WEEKDAYS: readonly string[] = [
  'senin|monday|mon',
  'selasa|tuesday|tue',
  'rabu|wednesday|wed',
  'kamis|thursday|thu',
  "jumat|jum'at|jum’at|jum|friday|fri",
  'sabtu|saturday|sat',
  'minggu|ahad|sunday|sun',
];
const WEEKDAY = WEEKDAYS.join('|');
const TO = String.raw`\s{0,2}(?:s\.?\s?\/?d\.?|sampai(?: dengan)?|hingga|dan|&|to|until|[-\u2013\u2014])\s{0,2}`;
const YEAR = String.raw`(?:[\s,]{1,3}(20\d\d))?`;

/** "30 November 2026", "30 s.d. 2 Desember 2026", "Senin-Rabu, 30 Nov - 2 Des 2026". */
const NAMED = new RegExp(
  String.raw`(?:\b(${WEEKDAY})\b[^\d\n]{0,14})?(?<![\d./-])(\d{1,2})(?:st|nd|rd|th)?(?:\s{0,2}(${MONTH})\b)?\.?${YEAR}(?:${TO}(?:(?:${WEEKDAY})\b[,\s]{0,3})?(\d{1,2})\s{0,2}(${MONTH})\b\.?${YEAR})?`,
  'gi',
);
/** "November 30, 2026". */
const ENGLISH = new RegExp(String.raw`\b(${MONTH})\s(\d{1,2})(?:st|nd|rd|th)?(?:${TO}(\d{1,2}))?,?\s(20\d\d)\b`, 'gi');
const NUMERIC = /(?<![\d./-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/-]|\.\d)/g;
/** "mulai 1/12", "besok (18/11)": day and month, where a word of time stands before. */
const DAY_MONTH =
  /(?<=\b(?:tgl|tanggal|mulai|per|besok|lusa|senin|selasa|rabu|kamis|jumat|sabtu|minggu|hari|pada|s\.d\.|sampai|on|until)[ ,.]{0,2}\(?)(\d{1,2})\/(\d{1,2})(?![\d/])/gi;
const ISO = /(?<![\d-])(20\d\d)-(\d\d)-(\d\d)(?!\d)/g;
const DAY_ONLY = /\b(?:tgl|tanggal)\.?\s{0,2}(\d{1,2})(?![\d./:-]|\s{0,2}[a-z])/gi;
const RELATIVE = new RegExp(
  String.raw`\b(hari ini|today|nanti (?:siang|sore|malam)|(?:siang|sore|malam) nanti|tonight|this (?:morning|afternoon|evening)|malam ini|siang ini|sore ini|pagi ini|besok lusa|besok|tomorrow|lusa|(?:minggu|pekan) depan|next week|bulan depan|next month|h\+\d{1,2})\b|\b(?:hari\s)?(${WEEKDAY})\b(\s(?:depan|besok|ini|mendatang|minggu depan|pekan depan))?|\bnext\s(${WEEKDAY})\b`,
  'gi',
);
const MAX_MENTIONS = 60;

/** @param today the civil date of the mail in its sender's zone */
export function findDates(text: string, today: LocalDate): readonly DateMention[] {
  const base = Temporal.PlainDate.from(today);
  const absolute = [
    ...collect(text, NAMED, (match) => named(match, base)),
    ...collect(text, ENGLISH, (match) => english(match)),
    ...collect(text, NUMERIC, (match) => numeric(match)),
    ...collect(text, DAY_MONTH, (match) => single(nextDate(base, Number(match[2]), Number(match[1])))),
    ...collect(text, ISO, (match) => single(day(Number(match[1]), Number(match[2]), Number(match[3])))),
    ...collect(text, DAY_ONLY, (match) => single(nextDay(base, Number(match[1])))),
  ];
  const relative = collect(text, RELATIVE, (match) => relativeTo(match, base)).filter(
    (one) => !absolute.some((other) => one.from < other.to && other.from < one.to),
  );
  return [...absolute, ...relative].toSorted((a, b) => a.from - b.from);
}

interface Span {
  readonly start: Day;
  readonly end: Day;
  readonly relative?: boolean;
  readonly consistent?: boolean;
}

function collect(text: string, pattern: RegExp, read: (match: RegExpMatchArray) => Span | null): DateMention[] {
  const found: DateMention[] = [];
  for (const match of text.matchAll(pattern)) {
    const span = read(match);
    if (!span) continue;
    const { relative = false, consistent = true } = span;
    const from = match.index;
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
  const overNewYear = firstYear === undefined && endMonth < month ? 1 : 0;
  const year = Number(firstYear ?? lastYear ?? 0) - (lastYear === undefined ? 0 : overNewYear);
  const start = year > 0 ? day(year, month, Number(first)) : nextDate(base, month, Number(first));
  if (!start) return null;
  const endYear = Number(lastYear ?? (endMonth < month ? start.year + 1 : start.year));
  const end = last === undefined ? start : (day(endYear, endMonth, Number(last)) ?? start);
  const consistent = weekday === undefined || weekdayOf(weekday) === start.dayOfWeek;
  return { start, end: Temporal.PlainDate.compare(end, start) < 0 ? start : end, consistent };
}

function english(match: RegExpMatchArray): Span | null {
  const [, month, first, last, year] = match;
  const start = day(Number(year), monthOf(month) ?? 0, Number(first));
  if (!start) return null;
  return { start, end: (last === undefined ? null : day(Number(year), start.month, Number(last))) ?? start };
}

function numeric(match: RegExpMatchArray): Span | null {
  const year = Number(match[4]);
  return single(day(year < 100 ? 2000 + year : year, Number(match[3]), Number(match[1])));
}

function single(start: Day | null): Span | null {
  return start && { start, end: start };
}

function relativeTo(match: RegExpMatchArray, base: Day): Span | null {
  const phrase = match[1]?.toLowerCase();
  if (phrase !== undefined) return { ...spanOfPhrase(phrase, base), relative: true };
  const weekday = weekdayOf(match[2] ?? match[4]);
  if (weekday === null) return null;
  if (weekday === 7 && /^minggu$/i.test(match[2] ?? '') && !/\bhari\s/i.test(match[0])) return null;
  const ahead = (weekday - base.dayOfWeek + 7) % 7;
  const nextWeek = /(?:minggu|pekan) depan/i.test(match[3] ?? '');
  const days = nextWeek ? 8 - base.dayOfWeek + (weekday - 1) : ahead === 0 && !/ini/i.test(match[3] ?? '') ? 7 : ahead;
  const start = base.add({ days });
  return { start, end: start, relative: true };
}

function spanOfPhrase(phrase: string, base: Day): Span {
  if (/ini$|today|nanti|tonight|^this/.test(phrase)) return { start: base, end: base };
  if (phrase.startsWith('h+')) return same(base.add({ days: Number(phrase.slice(2)) }));
  if (/lusa/.test(phrase)) return same(base.add({ days: 2 }));
  if (/besok|tomorrow/.test(phrase)) return same(base.add({ days: 1 }));
  if (/bulan|month/.test(phrase)) {
    const first = base.with({ day: 1 }).add({ months: 1 });
    return { start: first, end: first.add({ months: 1 }).subtract({ days: 1 }) };
  }
  const monday = base.add({ days: 8 - base.dayOfWeek });
  return { start: monday, end: monday.add({ days: 4 }) };
}

function same(start: Day): Span {
  return { start, end: start };
}

function day(year: number, month: number, date: number): Day | null {
  if (month < 1 || month > 12 || date < 1 || date > 31 || year < 1900 || year > 2100) return null;
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  return date > first.daysInMonth ? null : first.with({ day: date });
}

/** The next such date from half a year back on: a date without a year that has just passed is meant as past. */
function nextDate(base: Day, month: number, date: number): Day | null {
  const here = day(base.year, month, date);
  if (!here) return day(base.year + 1, month, date);
  return Temporal.PlainDate.compare(here, base.subtract({ months: 3 })) < 0 ? day(base.year + 1, month, date) : here;
}

function nextDay(base: Day, date: number): Day | null {
  const here = day(base.year, base.month, date);
  if (here && Temporal.PlainDate.compare(here, base) >= 0) return here;
  const next = base.with({ day: 1 }).add({ months: 1 });
  return day(next.year, next.month, date);
}

function monthOf(name: string | undefined): number | null {
  if (name === undefined) return null;
  const index = MONTHS.findIndex((names) => names.split('|').includes(name.toLowerCase()));
  return index < 0 ? null : index + 1;
}

function weekdayOf(name: string | undefined): number | null {
  if (name === undefined) return null;
  const index = WEEKDAYS.findIndex((names) => names.split('|').includes(name.toLowerCase()));
  return index < 0 ? null : index + 1;
}
