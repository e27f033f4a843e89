/** Names of months and weekdays, Indonesian and English, long and short. */
import type { Temporal } from '../../shared/time.ts';

/** A civil date while it is worked out. */
export type Day = Temporal.PlainDate;

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
export const MONTH = MONTHS.join('|');
const WEEKDAYS: readonly string[] = [
  'senin|monday|mon',
  'selasa|tuesday|tue',
  'rabu|wednesday|wed',
  'kamis|thursday|thu',
  "jumat|jum'at|jum’at|jum|friday|fri",
  'sabtu|saturday|sat',
  'minggu|ahad|sunday|sun',
];
export const WEEKDAY = WEEKDAYS.join('|');
export interface Span {
  readonly start: Day;
  readonly end: Day;
  readonly relative?: boolean;
  readonly consistent?: boolean;
}

export function monthOf(name: string | undefined): number | null {
  if (name === undefined) return null;
  const index = MONTHS.findIndex((names) => names.split('|').includes(name.toLowerCase()));
  return index < 0 ? null : index + 1;
}

export function isMonth(word: string): boolean {
  return MONTH_NAMES.has(word);
}

const MONTH_NAMES: ReadonlySet<string> = new Set(MONTH.split('|'));

export function weekdayOf(name: string | undefined): number | null {
  if (name === undefined) return null;
  const index = WEEKDAYS.findIndex((names) => names.split('|').includes(name.toLowerCase()));
  return index < 0 ? null : index + 1;
}
