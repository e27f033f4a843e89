/**
 * Employee numbers (NIP) in a text: 18 digits, often with spaces, dots or hyphens. There is no check digit, so the parts are checked:
 * birth date, month of appointment (contract count from 21 on for PPPK), sex, serial.
 */
import type { LocalDate } from '../../shared/time.ts';
import { daysOf } from './civil-days.ts';

/** However its digits are grouped; not over the end of a line. */
const NUMBER = /(?<!\d)\d(?:[ \u00a0\t./\u2010-\u2015_-]{0,3}\d){17}(?!\d)/g;
const MIN_AGE = 17;
const MAX_AGE = 70;
const MIN_AGE_AT_APPOINTMENT = 16;

/** Valid numbers, 18 digits each, in the order of the text, without repeats. */
export function findNips(text: string, today: LocalDate): readonly string[] {
  if (text.search(NUMBER) < 0) return [];
  const found = [...text.matchAll(NUMBER)].map((match) => match[0].replace(/\D/g, ''));
  return [...new Set(found)].filter((nip) => isNip(nip, today));
}

export function isNip(nip: string, today: LocalDate): boolean {
  if (!/^\d{18}$/.test(nip)) return false;
  const birth = { year: Number(nip.slice(0, 4)), month: Number(nip.slice(4, 6)), day: Number(nip.slice(6, 8)) };
  if (!isDate(birth)) return false;
  const year = Number(today.slice(0, 4));
  if (year - birth.year < MIN_AGE || year - birth.year > MAX_AGE) return false;
  const appointed = Number(nip.slice(8, 12));
  if (appointed < birth.year + MIN_AGE_AT_APPOINTMENT || appointed > year) return false;
  const month = Number(nip.slice(12, 14));
  const monthFits = (month >= 1 && month <= 12) || (month >= 21 && month <= 29);
  return monthFits && /^[12]$/.test(nip.charAt(14)) && nip.slice(15) !== '000';
}

function isDate({
  year,
  month,
  day,
}: {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}): boolean {
  return day >= 1 && day <= daysOf(year, month);
}
