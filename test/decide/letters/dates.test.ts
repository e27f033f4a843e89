import { assert, date, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatDate, formatInstant } from '../../../src/decide/letters/index.ts';
import { fromIso } from '../../../src/shared/time.ts';

describe('formatInstant', () => {
  test.each([
    ['2026-11-23T14:00:00+07:00', 'Asia/Jakarta', 'id', 'Senin, 23 November 2026 pukul 14.00 WIB'],
    ['2026-11-23T14:00:00+07:00', 'Asia/Pontianak', 'id', 'Senin, 23 November 2026 pukul 14.00 WIB'],
    ['2026-11-23T14:00:00+07:00', 'Asia/Makassar', 'id', 'Senin, 23 November 2026 pukul 15.00 WITA'],
    ['2026-11-23T23:30:00+07:00', 'Asia/Jayapura', 'id', 'Selasa, 24 November 2026 pukul 01.30 WIT'],
    ['2026-11-23T14:00:00+07:00', 'Asia/Kolkata', 'id', 'Senin, 23 November 2026 pukul 12.30 GMT+5:30'],
    ['2026-11-23T14:00:00+07:00', 'America/New_York', 'en', 'Monday, 23 November 2026, 02:00 GMT-5'],
    ['2026-11-23T09:05:00+07:00', 'Asia/Jakarta', 'en', 'Monday, 23 November 2026, 09:05 WIB (GMT+7)'],
    ['2027-01-01T00:00:00+07:00', 'Asia/Jakarta', 'id', 'Jumat, 1 Januari 2027 pukul 00.00 WIB'],
  ] as const)('writes %s in %s (%s) as "%s"', (iso, zone, language, expected) => {
    expect(formatInstant(fromIso(iso), zone, language)).toBe(expected);
  });
});

describe('formatDate', () => {
  test('names every day of a week and every month of a year', () => {
    const days = [23, 24, 25, 26, 27, 28, 29].map((day) => formatDate(`2026-11-${day}`, 'id').split(',')[0]);
    const months = Array.from({ length: 12 }, (_, month) => {
      const date = `2026-${String(month + 1).padStart(2, '0')}-15`;
      return [formatDate(date, 'id').split(' ')[2], formatDate(date, 'en').split(' ')[2]];
    });

    expect(days).toEqual(['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu']);
    expect(months.map(([id]) => id).join(' ')).toBe(
      'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember',
    );
    expect(months.map(([, en]) => en).join(' ')).toBe(
      'January February March April May June July August September October November December',
    );
  });

  test('agrees with the calendar of the runtime on every date', () => {
    const format = new Intl.DateTimeFormat('id-ID', { dateStyle: 'full', timeZone: 'UTC' });
    const dates = date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });

    assert(
      property(dates, (date) => {
        expect(formatDate(date.toISOString().slice(0, 10), 'id')).toBe(format.format(date).replace(' 0', ' '));
      }),
    );
  });

  test('gives back what is no date', () => {
    expect(formatDate('minggu depan', 'id')).toBe('minggu depan');
  });
});
