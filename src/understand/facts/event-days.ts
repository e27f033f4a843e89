/** How many events a mail names by their days: "tgl 3, 5 dan 9 Des", "entry meeting tanggal 2 dan exit meeting tanggal 9 Desember", "empat kali". */
import { readNumeral } from '../words/numerals.ts';
import { sought, type Searched } from './searched.ts';

/** Of these each day has its own. */
const DAILY = new Set(['kegiatan', 'email']);

/**
 * 0 where fewer than two are named; two days that follow each other are one event.
 * @param unit what the service counts
 */
export function eventDays(text: Searched, unit: string | null): number {
  if (!DAILY.has(unit ?? '')) return 0;
  return Math.max(0, ...timesTold(text, unit), ...text.all(DAYS, MOST).map(([row]) => daysIn(row)), daysApart(text));
}

const MOST = 20;
const MONTH = '(?:jan|feb|mar|apr|mei|may|jun|jul|agu|ags|aug|sep|okt|oct|nov|des|dec)[a-z]{0,6}';
const DAY = String.raw`(?<![\d.,:/-])(?:[12]?\d|3[01])(?![\d:/-]|[.,]\d)(?: ${MONTH}\b)?(?: 20\d\d)?`;
/** A day is told by its month, at the row's end, or by the word before the row. */
const DAYS = sought(
  new RegExp(
    String.raw`(?:\b(?:tanggal|tgl\.?|tg) )?${DAY}(?:, ?${DAY}){0,14}(?:,? (?:dan|serta|sama|&|and) |, ?)${DAY}`,
    'gi',
  ),
);
const IS_DATE = new RegExp(String.raw`^(?:tanggal|tgl|tg)\b|\b${MONTH}`, 'i');

function daysIn(row: string): number {
  const days = IS_DATE.test(row) ? apart((row.match(/(?<!\d)\d{1,2}(?!\d)/g) ?? []).map(Number)) : 0;
  // "27 Nov, 6 line telepon"
  return days > 2 || JOINED_BY_WORD.test(row) ? days : 0;
}

const JOINED_BY_WORD = / (?:dan|serta|sama|&|and) /i;

function apart(days: readonly number[]): number {
  const each = [...new Set(days)];
  const [first = 0, second = 0] = each;
  return each.length < 2 || (each.length === 2 && Math.abs(second - first) === 1) ? 0 : each.length;
}

/** Each with its own event, in one sentence: "(5 Desember, 300 tamu) dan pameran (9 Desember)". */
function daysApart(text: Searched): number {
  const counts = text.text
    .split(/\n|[.!?]\s/)
    .slice(0, MOST_SENTENCES)
    .filter((sentence) => JOINED.test(sentence))
    .map((sentence) => apart([...sentence.matchAll(OWN_DAY)].map(([, day]) => Number(day))));
  return Math.max(0, ...counts);
}

const MOST_SENTENCES = 100;
const JOINED = /,|;| (?:dan|serta|sama|&|plus) /i;
const OWN_DAY = new RegExp(
  String.raw`(?:\b(?:tanggal|tgl\.?) |[(])([12]?\d|3[01])(?= ${MONTH}\b|\/(?:1[0-2]|0?[1-9])\b)(?![^\n]{0,12}(?: - |s\.?d|\u2013))`,
  'gi',
);

function timesTold(text: Searched, unit: string | null): readonly number[] {
  if (unit !== 'kegiatan') return [];
  return text.all(TIMES, MOST).map(([, word = '']) => readNumeral([word.toLowerCase()])?.value ?? 0);
}

const TIMES = sought(
  /(?<![\d.,:/-]|\b(?:sudah|telah|sdh|udah|ulang|dicoba|coba|bukan) )\b(\d{1,2}|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh) ?(?:kali|x)(?! (?:se\p{L}+|lipat|per\b|gagal|putus|coba|sehari|24)|\d)(?=[ ,.;)\n]|$)/giu,
);
