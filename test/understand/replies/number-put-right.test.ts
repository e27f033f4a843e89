import { describe, expect, it } from 'vitest';
import { numberPutRight } from '../../../src/understand/replies/number-put-right.ts';
import { rulebook } from '../office.ts';

const ACCOUNTS = { quantity: 25, unit: 'akun' };
const read = (text: string): number | null => numberPutRight(text, ACCOUNTS, rulebook);

describe('a number that its requester puts right', () => {
  it.each([
    'maaf, akunnya 45 bukan 25',
    'Mohon maaf, ralat: jumlah akunnya 45, bukan 25.',
    'Bukan 25 akun pak, melainkan 45 akun.',
    'Jumlah akun berubah dari 25 menjadi 45.',
    'Ralat pak, jadi 45 akun.',
    'Maaf salah, seharusnya 45 orang',
    'Maaf salah ketik. 45 akun maksud saya, bukan 25.',
    'Ralat: empat puluh lima akun',
    'yang benar 45',
    'Mohon diubah menjadi 45 akun',
    'Selamat siang. Mohon maaf, ada kekeliruan pada email saya: jumlah pegawai 45 orang, bukan 25 orang. Terima kasih.',
    'Sorry, it should be 45 accounts, not 25.',
  ])('stands against the old one, or alone: “%s”', (text) => {
    expect(read(text)).toBe(45);
  });

  it.each([
    'Nomor HP saya 0812-0000-1234.',
    'Bapak, 3 orang di antaranya mulai tanggal 30 November',
    'Terlampir daftar 45 pegawai',
    'Ada 3 akun yang sudah jadi, 22 belum. Mohon segera.',
    'Sudah 3 hari belum ada kabar, seharusnya 1 hari',
  ])('is not every number: “%s”', (text) => {
    expect(read(text)).toBeNull();
  });

  it.each([
    'Koreksi: 3 akun atas nama Budi, Ani, dan Cici salah unit, seharusnya Bagian Umum.',
    'Ralat, 5 dari 25 akun itu NIP-nya salah, daftar baru terlampir.',
    '2 akun yang dibuat salah nama, seharusnya Rina',
    'Ralat: ruangnya di lantai 5',
    'Koreksi: rapatnya jam 3 sore bukan jam 2',
    'Maaf, yang benar NIP 198503122009011004',
  ])('is not meant where something else is put right: “%s”', (text) => {
    expect(read(text)).toBeNull();
  });

  it.each(['Apakah bisa 45 akun, bukan 25?', 'Kalau jadi 45 akun bukan 25 apa saja syaratnya'])(
    'is not meant by a question or a condition: “%s”',
    (text) => {
      expect(read(text)).toBeNull();
    },
  );

  it('is what its service counts', () => {
    expect(numberPutRight('Ralat: 7 laptop', { quantity: 3, unit: 'perangkat' }, rulebook)).toBe(7);
    expect(numberPutRight('Ralat: 7 ruangan', { quantity: 3, unit: 'perangkat' }, rulebook)).toBeNull();
  });
});
