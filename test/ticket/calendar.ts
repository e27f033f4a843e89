/** The working calendar of 2026 and 2027 as far as the worked examples reach, and instants written as people read them. */
import * as fc from 'fast-check';
import type { Calendar } from '../../src/rulebook/rulebook.ts';
import { fromIso, toIso, type EpochMs } from '../../src/shared/time.ts';

const DAYS_OFF = [
  '2026-12-24 2026-12-25 2027-01-01 2027-01-05 2027-02-05 2027-03-08 2027-03-09 2027-03-10 2027-03-11 2027-03-12 2027-03-15',
  '2027-03-25 2027-03-26 2027-05-06 2027-05-17 2027-05-18 2027-05-19 2027-05-20 2027-06-01 2027-08-17 2027-12-24',
].flatMap((line) => line.split(' '));

export const CALENDAR: Calendar = {
  zone: 'Asia/Jakarta',
  opensMinute: 8 * 60,
  closesMinute: 17 * 60,
  daysOff: new Map(DAYS_OFF.map((date) => [date, 'libur'])),
  years: [2026, 2027],
  version: 'test',
};

/** `2026-11-23 09:00`, in WIB. */
export function wib(text: string): EpochMs {
  return fromIso(`${text.replace(' ', 'T')}:00+07:00`);
}

/** The other way round. */
export function inWib(instant: EpochMs | null): string | null {
  return instant === null ? null : toIso(instant, 'Asia/Jakarta').slice(0, 16).replace('T', ' ');
}

/** Any instant of the two years, to the millisecond. */
export const anInstant: fc.Arbitrary<EpochMs> = fc.integer({
  min: wib('2026-11-01 00:00'),
  max: wib('2027-12-01 00:00'),
});
