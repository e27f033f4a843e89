import { describe, expect, it } from 'vitest';
import { personsBeside } from '../../../src/understand/facts/persons-beside.ts';
import { Searched } from '../../../src/understand/facts/searched.ts';
import { began, spentSince } from '../../support/spent.ts';

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

  it.each([
    ['Ijin masuk DC Tono/Rini/Galih, Jumat pagi', 3],
    ['Reset passphrase untuk: Arman Hakim | Tuti Susanti | Yoga Pratama', 3],
    ['sertel Bu Ratna lawan Pak Udin sudah kedaluwarsa', 2],
    ['tolong daftarkan Bu Neni, Kang Jaja, sareng saya', 3],
    ['beta dan Martha tidak bisa masuk surel', 2],
    ['besok aku bawa Tono sama Galih (CV Karya) masuk DC', 3],
    ['Mohon Arman Hakim dan Tuti Susanti diberi akses', 2],
    ['Mohon akses DevOps Tono, Rini, Galih dicabut', 3],
    ['akun untuk Ir. H. Arman Hakim, M.M., Dra. Tuti Susanti, M.Si., dan Yoga, S.E.', 3],
    ['jabatannya berubah: Moh. Arman, Tuti Susanti, Yoga Pratama', 3],
  ])('stand in one row whatever joins them: %s', (text, count) => {
    expect(personsBeside(new Searched(text))?.count).toBe(count);
  });

  it.each(['Tolong kirim link Zoom/Teams ke peserta', 'Mohon Oracle diupgrade/Redis dihapus'])(
    'things with a stroke between them are no persons: %s',
    (text) => {
      expect(personsBeside(new Searched(text))).toBeNull();
    },
  );

  it('costs no more than its length', () => {
    const start = began();
    personsBeside(new Searched('saya, Budi dan '.repeat(7000)));
    personsBeside(new Searched('Andi '.repeat(20_000)));
    personsBeside(new Searched('Andi/'.repeat(20_000)));
    personsBeside(new Searched('saya akan mau masuk '.repeat(5000)));
    personsBeside(new Searched(', S.H.M.'.repeat(9000)));

    expect(spentSince(start)).toBeLessThan(3000);
  });
});
