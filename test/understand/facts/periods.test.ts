import { describe, expect, it } from 'vitest';
import { findEventDate } from '../../../src/understand/facts/event-date.ts';
import { Searched } from '../../../src/understand/facts/searched.ts';

/** A Tuesday. */
const TODAY = '2026-11-17';

describe('a time that names no day', () => {
  it.each([
    ['acara akhir pekan ini', '2026-11-21', '2026-11-22'],
    ['acara weekend depan', '2026-11-28', '2026-11-29'],
    ['rapat minggu depan', '2026-11-23', '2026-11-27'],
    ['rapat awal minggu depan', '2026-11-23', '2026-11-24'],
    ['rapat akhir minggu depan', '2026-11-26', '2026-11-27'],
    ['pelatihan minggu kedua Desember', '2026-12-07', '2026-12-13'],
    ['pelatihan minggu ke 2 Desember', '2026-12-07', '2026-12-13'],
    ['pelatihan minggu ke-2 Desember 2026', '2026-12-07', '2026-12-13'],
    ['pelatihan pekan pertama bulan depan', '2026-12-01', '2026-12-06'],
    ['pelatihan minggu terakhir November', '2026-11-24', '2026-11-30'],
    ['a workshop in the second week of December', '2026-12-07', '2026-12-13'],
    ['kegiatan selama Desember', '2026-12-01', '2026-12-31'],
    ['penugasan selama Januari - Maret 2027', '2027-01-01', '2027-03-31'],
    ['rapat pertengahan bulan ini', '2026-11-17', '2026-11-20'],
    ['rapat pertengahan Desember', '2026-12-11', '2026-12-20'],
    ['rapat awal Januari', '2027-01-01', '2027-01-10'],
    ['rapat 10 atau 11 Desember', '2026-12-10', '2026-12-11'],
  ])('“%s” is a span, and no day of it is taken for the day', (text, from, to) => {
    expect(findEventDate(new Searched(text), TODAY)).toEqual({ eventPeriod: { from, to } });
  });

  it.each([
    ['minggu pertama Desember, tepatnya Kamis 3 Desember', '2026-12-03'],
    ['akhir pekan (Sabtu, 28 November)', '2026-11-28'],
    ['Rabu minggu depan', '2026-11-25'],
    ['awal Desember (tanggal 2)', '2026-12-02'],
    ['minggu depan tgl 3 Des', '2026-12-03'],
    ['tanggal 3 s.d. selesai', '2026-12-03'],
  ])('“%s” names the day', (text, day) => {
    expect(findEventDate(new Searched(text), TODAY)).toEqual({ eventDate: day });
  });

  it.each([
    ['dipakai sampai akhir Desember'],
    ['mohon selesai sebelum akhir bulan ini'],
    ['berjalan sejak awal bulan ini'],
    ['rapat setiap minggu pertama Desember'],
    ['bulan Juli lalu'],
    ['selama Juli'],
  ])('“%s” tells of no event ahead', (text) => {
    expect(findEventDate(new Searched(text), TODAY)).toBeNull();
  });

  it.each([
    ['1 Desember sampai akhir bulan', '2026-12-31'],
    ['30 November s.d. akhir tahun', '2026-12-31'],
    ['1 Desember 2026 hingga akhir Januari', '2027-01-31'],
  ])('“%s” ends with its last day', (text, end) => {
    expect(findEventDate(new Searched(text), TODAY)?.eventEnd).toBe(end);
  });
});
