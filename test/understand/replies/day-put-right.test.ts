/** A day that a requester moves, in his words; all else that names a day moves nothing. */
import { describe, expect, it } from 'vitest';
import { dayPutRight, hourTold } from '../../../src/understand/replies/day-put-right.ts';
import { rulebook } from '../office.ts';

const SOURCES = { today: '2026-11-23', home: 'WIB', rulebook } as const;
const BEFORE = { eventDate: '2026-12-14' };
const read = (text: string): unknown => dayPutRight(text, BEFORE, SOURCES);

describe('a day that its requester moves', () => {
  it.each([
    'jadwalnya bergeser ke Senin 21 Desember 2026',
    'Mohon maaf, tanggalnya berubah menjadi 21 Desember 2026.',
    'Rapat kami diundur ke tanggal 21 Desember 2026 ya Bu.',
    'Ralat: pelaksanaannya 21 Desember 2026, bukan 14 Desember 2026.',
    'Digeser ke Senin, 21/12/2026.',
    'Acaranya dari 14 Desember pindah ke 21 Desember 2026.',
    'Maaf salah. Tanggalnya 21 Desember 2026, semula 14 Desember.',
    'Karena agenda pimpinan, rakor ditunda menjadi Senin 21 Desember 2026.',
    'The meeting has been moved to 21 December 2026.',
  ])('is the new one: “%s”', (text) => {
    expect(read(text)).toEqual({ eventDate: '2026-12-21' });
  });

  it('has its hour and its last day', () => {
    expect(read('jadwalnya bergeser ke Senin 21 Desember 2026 pukul 13.00')).toEqual({
      eventDate: '2026-12-21',
      eventTime: { from: '13:00', zone: 'WIB' },
    });
    expect(read('Pelatihannya diundur menjadi 21 s.d. 23 Desember 2026.')).toEqual({
      eventDate: '2026-12-21',
      eventEnd: '2026-12-23',
    });
  });

  it.each([
    ['jadwalnya bergeser ke Senin 22 Desember 2026', 'Senin 22 Desember 2026'],
    ['Rapatnya digeser ke 21 Desember 2026 dan 23 Desember 2026.', '21 Desember 2026 dan 23 Desember 2026'],
  ])('is asked back where it can be read in two ways: “%s”', (text, doubt) => {
    expect(read(text)).toEqual({ doubt });
  });

  it.each([
    'Mungkin rapatnya diundur ke 21 Desember 2026.',
    'Apakah jadwalnya bisa digeser ke 21 Desember 2026?',
    'Kalau rapatnya digeser ke 21 Desember 2026, apa masih bisa?',
    'Suratnya kami kirim tanggal 21 Desember 2026.',
    'Batas pengumpulan data bergeser ke 21 Desember 2026.',
    'Pak Budi diganti Bu Rina mulai 21 Desember 2026.',
    'Jadwalnya tetap, tidak berubah: 14 Desember 2026.',
    'Acara lain ada tanggal 21 Desember 2026.',
    'Jadwalnya bergeser, tanggal pastinya menyusul.',
    'Kontrak vendor kami berubah per 21 Desember 2026.',
  ])('stays where nothing plainly moves it: “%s”', (text) => {
    expect(read(text)).toBeNull();
  });
});

describe('an hour that is told for itself', () => {
  const hour = (text: string): unknown => hourTold(text, SOURCES);

  it.each([
    ['pukul 13.30 sampai 15.00 WIB', { from: '13:30', to: '15:00', zone: 'WIB' }],
    ['Jamnya 13.30', { from: '13:30', zone: 'WIB' }],
    ['Mulai jam 9 pagi, Mas. Pesertanya 40 orang.', { from: '09:00', zone: 'WIB' }],
    ['Waktunya 10.00 s.d. selesai', { from: '10:00', zone: 'WIB' }],
  ])('is that of the event: “%s”', (text, time) => {
    expect(hour(text)).toEqual(time);
  });

  it.each([
    'Silakan telepon saya jam 10.00 WIB.',
    'Kunci ruangan bisa diambil pukul 08.00 WIB.',
    'Antara jam 9 atau jam 10, belum pasti.',
    'Versi aplikasinya 10.30.',
    'Pesertanya 40 orang.',
  ])('is none: “%s”', (text) => {
    expect(hour(text)).toBeNull();
  });
});
