import { describe, expect, it } from 'vitest';
import { isPlainEnquiry } from '../../../src/understand/classify/plain-enquiry.ts';
import { readText } from '../../../src/understand/classify/read-text.ts';
import { read, rulebook } from '../office.ts';
import { began, spentSince } from '../../support/spent.ts';

describe('a mail that only wants to know', () => {
  it.each([
    ['Is DevOps Service access restricted to ICT units? We have a data analyst who would like to use the pipelines.'],
    ['Bade tumaros, syarat daftar sertifikat elektronik kanggo pejabat anyar naon wae?'],
    ['Mau tanya apakah perpanjangan sertifikat elektronik perlu KTP dan surat rekomendasi lagi.'],
    ['Perlu lampirkan SK mutasi ga ya kalau ganti alamat email?'],
    ['Apakah uji kerentanan wajib sebelum aplikasi naik production?'],
    ['Bagaimana cara minta akun email untuk pegawai baru?'],
  ])('is a question, whatever deed it names: “%s”', (text) => {
    expect(read('', text).wishes.map(({ kind }) => kind)).toEqual(['question']);
  });

  it.each([
    ['Bisakah dibuatkan akun email untuk pegawai baru kami, Rina Astuti?'],
    ['Apakah bisa minta reset password email saya?'],
    ['Mau tanya apakah bisa dibuatkan akun email untuk pegawai baru kami'],
    ['Mohon dibuatkan akun creator survei, apakah perlu surat? Kalau perlu saya susulkan'],
    ['Lupa password email, apakah harus datang ke Pusintek? Tolong direset'],
    ['Tim kami mau masuk ke data center pusintek minggu ini untuk ambil harddisk. Prosedurnya gimana ya?'],
    ['Would it be possible to get wifi access for 5 guests tomorrow?'],
  ])('is not one that asks politely, or tells what its writer means to do: “%s”', (text) => {
    expect(read('', text).wishes[0]?.kind).toBe('request');
  });

  it('beside a request is a wish of its own', () => {
    const text =
      'Mohon dibuatkan akun email untuk Rina Astuti. Sekalian mau tanya apakah perpanjangan sertifikat elektronik perlu KTP lagi.';

    expect(read('dua hal', text).wishes.map(({ kind }) => kind)).toEqual(['request', 'question']);
  });

  it('says no word of wish', () => {
    expect(isPlainEnquiry(readText('apakah perlu surat untuk hosting?', rulebook))).toBe(true);
    expect(isPlainEnquiry(readText('mohon hosting, apakah perlu surat?', rulebook))).toBe(false);
  });

  it('is found in no more time than its size takes', () => {
    const start = began();
    isPlainEnquiry(readText('apakah perlu untuk '.repeat(5_000), rulebook));
    isPlainEnquiry(readText('is are do we '.repeat(5_000), rulebook));

    expect(spentSince(start)).toBeLessThan(3_000);
  });
});
