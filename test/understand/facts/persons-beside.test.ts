import { describe, expect, it } from 'vitest';
import { personsBeside } from '../../../src/understand/facts/persons-beside.ts';
import { Searched } from '../../../src/understand/facts/searched.ts';

describe('persons side by side in a sentence', () => {
  it.each([
    ['Yang masuk saya, Budi dan dua orang vendor.', 4],
    ['Who: Kevin Wijayanto (PIC, DJPb), Tiara Puspa (DJPb), Samuel Hadi (PT Mitra)', 3],
    ['PIC saya sendiri, yang ikut Ilham Syahputra dan Veronika Lim. Tks.', 3],
    ['could you grant me and Bimo Prakoso (bimo.prakoso@kemenkeu.example) viewer access', 2],
    ['Nama yang masuk   : Sekar Ayuningrum, Arya Wibawa, Deni Kosasih (PT Cakra Data)', 3],
    ['tolong reset password Andi dan Sari ya', 2],
    ['pls reset password pak budi, bu ani sama mas joko', 3],
    ['Tim terdiri dari saya, Budi Santoso (Kasi PDI), Andi Wijaya, dan teknisi PT Cakra', 4],
    ['Mohon akses untuk Rudi Hartono, Kasi Umum, dan Sari Dewi, staf Subbag Umum.', 2],
    ['besok saya bersama 2 teknisi dari PT Indo masuk DC', 3],
    ['saya dan 3 orang rekan lupa password', 4],
    ['Ayu, Bima, Citra dan Dewi perlu akses', 4],
    ['akun saya dan Mas Arya terkunci', 2],
  ])('are counted with the writer and with the numbers among them: %s', (text, count) => {
    expect(personsBeside(new Searched(text))?.count).toBe(count);
  });

  it.each([
    'Kami mohon aplikasi Sakti dan Span diuji',
    'cc Pak Budi dan Bu Ani',
    'Direktorat Jenderal Pajak dan Direktorat Jenderal Anggaran',
    'Saya sudah koordinasi dengan Pak Budi',
    'rapat dengan Pak Budi dan Bu Ani besok',
    'Malam, saya Puji Lestari pegawai KPP',
    'pendahulu saya, Bapak Marsudi, sudah pensiun',
    'anak baru: Gita Anindya, gita.anindya@kemenkeu.example',
    'a.n. Harsono, Penelaah Keberatan pada Kanwil',
    'Saya sudah kosongkan Deleted Items dan Sent Items',
    'ketambahan 35 pegawai PPNPN + CPNS',
  ])('are none: %s', (text) => {
    expect(personsBeside(new Searched(text))).toBeNull();
  });

  it('costs no more than its length', () => {
    const start = performance.now();
    personsBeside(new Searched('saya, Budi dan '.repeat(7000)));
    personsBeside(new Searched('Andi '.repeat(20_000)));

    expect(performance.now() - start).toBeLessThan(1500);
  });
});
