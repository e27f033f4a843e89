import { describe, expect, it } from 'vitest';
import { listedOf } from '../../../src/understand/facts/listed.ts';
import { Searched } from '../../../src/understand/facts/searched.ts';
import { countOf } from './count-of.ts';

const count = (text: string, unit: string): number | null =>
  countOf(text, { unit, sender: 'Sekar Ayuningrum', bounded: true });

describe('persons who are named', () => {
  it.each([
    ['Kami berdua (saya dan Tono) plus 1 teknisi rekanan mau masuk DC Senin.', 'orang', 3],
    ['Lusa saya bertiga dengan Rini dan Pak Galih masuk DC.', 'orang', 3],
  ])('come to the number of a group or make it up: %s', (text, unit, value) => {
    expect(count(text, unit)).toBe(value);
  });

  it.each([
    ['Bu Rini dan Pak Galih sudah punya. Mohon akun survei untuk saya.', 'akun', 1],
    ['Saya sama Tono mau daftar sertel, Bu Rini udah punya', 'orang', 2],
  ])('count for nothing where they have it: %s', (text, unit, value) => {
    expect(count(text, unit)).toBe(value);
  });

  it.each([
    ['Dari empat teknisi kemarin, dua sakit, jadi yang masuk DC hanya Pak Galih dan Bu Rini.', 'orang', 2],
    ['Pak Galih tidak jadi ikut, jadi yang masuk tinggal saya dan teknisi Pak Tono.', 'orang', 2],
  ])('are all where but they are told of against others: %s', (text, unit, value) => {
    expect(count(text, unit)).toBe(value);
  });

  it.each([
    ['Tim BMN: Arman Hakim, Tuti Susanti\nTim TU: Galih, Rini Putri, Pak Tono\nMohon akunnya.', 'akun', 5],
    ['Mohon hak join domain untuk akun: arman.h, tuti.susanti, teknisi1.lab, admin.lab.', 'akun', 4],
    ['Mas mbak, saya dan Pak Galih butuh akun survei.', 'akun', 2],
  ])('are counted over the lines of their teams and by their accounts: %s', (text, unit, value) => {
    expect(count(text, unit)).toBe(value);
  });

  it.each([
    'PIC: Arman Hakim, Tuti Susanti\nAtasan: Pak Galih, Bu Rini',
    'Tim TU: Arman Hakim\nTim BMN: Tuti Susanti',
    'Modul: Gaji, Lembur\nMenu: Cetak, Simpan',
  ])('are none of a team where they lead, sign or stand alone, nor things: %j', (text) => {
    expect(listedOf(new Searched(text), 'orang')).toBeNull();
  });

  it('leave nobody out where they but lead', () => {
    expect(count('Mohon 5 akun survei, tapi admin cukup saya dan Bu Rini.', 'akun')).toBe(5);
  });

  it.each([
    ['Rini, Galih dan saya tidak bisa masuk email. Ada 40 peserta yang menunggu.', 'akun', 3],
    ['Saya sama Galih belum dapat akses, yang lain (7 orang) sudah.', 'akun', 2],
  ])('are those who need it, whoever is counted beside them: %s', (text, unit, value) => {
    expect(count(text, unit)).toBe(value);
  });

  it.each([
    ['Mohon kesediaan Bapak Galih Pratama dan Ibu Rini Susanti menjadi narasumber.', 'narasumber', 2],
    ['mau undang Pak Galih, Bu Rini, sama Mas Tono jadi pembicara', 'narasumber', 3],
    ['Mohon 1 narasumber. Moderator Pak Galih dan Bu Rini.', 'narasumber', 1],
  ])('are invited: %s', (text, unit, value) => {
    expect(count(text, unit)).toBe(value);
  });

  it.each([
    ['Mohon dibuatkan akun PDE untuk mitra kami yaitu Bank Nusa, BKN, dan Perum Air. BPOM sudah punya.', 3],
    ['Akun PDE bank persepsi: Bank Nusa, Bank Sari dan Bank Laut', 3],
    ['Kuota akun PDE BKN mohon dinaikkan', 1],
  ])('and institutions have an account each: %s', (text, value) => {
    expect(count(text, 'akun PDE')).toBe(value);
  });
});
