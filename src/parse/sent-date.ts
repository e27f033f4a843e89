/** The Date field (RFC 5322 §3.3 with its obsolete forms), read without the host's clock or zone. */
import type { EpochMs } from '../shared/time.ts';

export interface SentDate {
  readonly instant: EpochMs;
  readonly offsetMinutes: number;
}

const RFC_5322 =
  /^(?:[A-Za-z]{2,9},?\s{1,9})?(\d{1,2})[ -]{1,3}([A-Za-z]{3})[A-Za-z]{0,7}\.?[ -]{1,3}(\d{2,4})\s{1,9}(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?\s{0,9}([+-]\d{4}|[A-Za-z]{1,5})?/;
const ISO = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2}))?(?:\.\d{1,9})?\s?(Z|[+-]\d{2}:?\d{2})?/;
/** English, and the Indonesian spellings that some programs write. */
const MONTHS = [
  'jan',
  'feb|peb',
  'mar',
  'apr',
  'may|mei',
  'jun',
  'jul',
  'aug|agu|agt|ags',
  'sep',
  'oct|okt',
  'nov|nop',
  'dec|des',
];
const ZONES: ReadonlyMap<string, number> = new Map([
  ['UT', 0],
  ['UTC', 0],
  ['GMT', 0],
  ['Z', 0],
  ['WIB', 7 * 60],
  ['WITA', 8 * 60],
  ['WIT', 9 * 60],
  ['SGT', 8 * 60],
  ['EST', -5 * 60],
  ['EDT', -4 * 60],
  ['CST', -6 * 60],
  ['CDT', -5 * 60],
  ['MST', -7 * 60],
  ['MDT', -6 * 60],
  ['PST', -8 * 60],
  ['PDT', -7 * 60],
]);

export function readSentDate(value: string): SentDate | null {
  const text = value
    .replace(/\([^()]*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const rfc = RFC_5322.exec(text);
  if (rfc) return instantOf([rfc[3], monthNumber(rfc[2] ?? ''), rfc[1], rfc[4], rfc[5], rfc[6]], rfc[7]);
  const iso = ISO.exec(text);
  return iso ? instantOf(iso.slice(1, 7), iso[7]) : null;
}

function monthNumber(name: string): string {
  const index = MONTHS.findIndex((month) => month.split('|').includes(name.toLowerCase()));
  return String(index + 1);
}

function instantOf(parts: readonly (string | undefined)[], zone: string | undefined): SentDate | null {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.map((part) => Number(part ?? 0));
  const fits = month >= 1 && month <= 12 && day >= 1 && day <= 31 && hour <= 24 && minute <= 59 && second <= 60;
  const offset = offsetOf(zone ?? 'UTC');
  if (!fits || offset === null) return null;
  const utc = Date.UTC(fullYear(year), month - 1, day, hour, minute, Math.min(second, 59));
  return { instant: utc - offset * 60_000, offsetMinutes: offset };
}

/** RFC 5322 §4.3: two digits below 50 are of this century, three digits count from 1900. */
function fullYear(year: number): number {
  if (year < 50) return year + 2000;
  return year < 1000 ? year + 1900 : year;
}

/** Unknown zone names count as UTC (RFC 5322 §4.3). */
function offsetOf(zone: string): number | null {
  const digits = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (!digits) return ZONES.get(zone.toUpperCase()) ?? 0;
  const minutes = Number(digits[2]) * 60 + Number(digits[3]);
  if (minutes > 24 * 60) return null;
  return digits[1] === '-' && minutes > 0 ? -minutes : minutes;
}
