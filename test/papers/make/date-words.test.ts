import { describe, expect, it } from 'vitest';
import { dateInWords, inWords, longDate, weekday } from '../../../src/papers/make/date-words.ts';
import { toIsoDate } from '../../../src/papers/paper-date.ts';

describe('a date on a paper', () => {
  it.each([
    ['2026-11-23', '23 November 2026', 'Senin', 'dua puluh tiga November dua ribu dua puluh enam'],
    ['2027-01-01', '1 Januari 2027', 'Jumat', 'satu Januari dua ribu dua puluh tujuh'],
    ['2024-02-29', '29 Februari 2024', 'Kamis', 'dua puluh sembilan Februari dua ribu dua puluh empat'],
    ['1999-08-17', '17 Agustus 1999', 'Selasa', 'tujuh belas Agustus seribu sembilan ratus sembilan puluh sembilan'],
    ['2110-10-11', '11 Oktober 2110', 'Sabtu', 'sebelas Oktober dua ribu seratus sepuluh'],
  ])('%s', (date, long, day, words) => {
    expect([longDate(date), weekday(date), dateInWords(date)]).toEqual([long, day, words]);
  });

  it('is read back by the reader of papers, any day of a leap year', () => {
    const days = Array.from({ length: 366 }, (_, day) =>
      new Date(Date.UTC(2028, 0, 1 + day)).toISOString().slice(0, 10),
    );

    expect(days.filter((day) => toIsoDate(longDate(day)) !== day)).toEqual([]);
  });
});

describe('a number in words', () => {
  it.each([
    [0, 'nol'],
    [10, 'sepuluh'],
    [11, 'sebelas'],
    [19, 'sembilan belas'],
    [20, 'dua puluh'],
    [100, 'seratus'],
    [111, 'seratus sebelas'],
    [999, 'sembilan ratus sembilan puluh sembilan'],
    [1000, 'seribu'],
    [9999, 'sembilan ribu sembilan ratus sembilan puluh sembilan'],
  ])('%i', (count, words) => {
    expect(inWords(count)).toBe(words);
  });

  it('differs for each number', () => {
    expect(new Set(Array.from({ length: 10_000 }, (_, count) => inWords(count))).size).toBe(10_000);
  });
});
