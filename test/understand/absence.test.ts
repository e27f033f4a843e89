import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAbsence } from '../../src/understand/absence.ts';
import { began, spentSince } from '../support/spent.ts';

const TODAY = '2026-11-23';
const until = (text: string): string | null => readAbsence(text, TODAY).until;

describe('until when somebody is away', () => {
  it.each([
    ['Saya sedang cuti sampai dengan 27 November 2026.', '2026-11-27'],
    ['Saya sedang cuti dan akan kembali bekerja pada Senin, 30 November 2026.', '2026-11-29'],
    ['Saat ini saya dinas luar tanggal 23 s.d. 25 November 2026.', '2026-11-25'],
    ['Saya cuti 23 November 2026 - 4 Desember 2026 dan kembali ke kantor tanggal 7 Desember 2026.', '2026-12-06'],
    ['I am out of the office until 27 November 2026.', '2026-11-27'],
    ['I will return on November 30, 2026.', '2026-11-29'],
    ['Saya sedang diklat s.d. 30/11/2026. Untuk hal mendesak hubungi Plh.', '2026-11-30'],
  ])('"%s"', (text, expected) => {
    expect(until(text)).toBe(expected);
  });

  it.each([
    'Saya sedang tidak di kantor.',
    'Saya cuti sampai dengan 6 November 2026.',
    'Email ini dibalas otomatis.',
    '',
  ])('is not said in "%s"', (text) => {
    expect(until(text)).toBeNull();
  });

  it('is never a day that has passed, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), fc.integer({ min: 1, max: 28 }), (noise, day) => {
        const last = until(`${noise} cuti s.d. ${day} November 2026`);
        expect(last === null || last >= TODAY).toBe(true);
      }),
    );
  });
});

describe('whom a notice names', () => {
  it.each([
    ['Sementara digantikan oleh Bapak Ahmad Ridho.', 'Ahmad Ridho'],
    ['Untuk hal mendesak silakan hubungi Plh. Kepala Bidang, Siti Rohana', 'Siti Rohana'],
    ['Selama cuti, saya digantikan Ibu Wening Asmara', 'Wening Asmara'],
  ])('"%s"', (text, expected) => {
    expect(readAbsence(text, TODAY).deputy).toBe(expected);
  });

  it('is nobody where it names nobody', () => {
    expect(readAbsence('Saya sedang cuti.', TODAY)).toEqual({ until: null, addresses: [], deputy: null });
  });

  it('is found by address, each once', () => {
    const text = 'Hubungi Ahmad.Ridho@kemenkeu.example atau ahmad.ridho@kemenkeu.example (ext 123).';
    expect(readAbsence(text, TODAY).addresses).toEqual(['ahmad.ridho@kemenkeu.example']);
  });

  it('takes no longer for a hostile text', () => {
    const text = 'kembali pada hari tanggal '.repeat(40_000);
    const start = began();
    readAbsence(text, TODAY);
    expect(spentSince(start)).toBeLessThan(3000);
  });
});
