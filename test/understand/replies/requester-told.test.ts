/** What a requester tells in so many words: it may be closed, somebody else agrees, it should be otherwise than he wrote. */
import { describe, expect, it } from 'vitest';
import { reply } from '../office.ts';

const RESOLVED = 'Permintaan Ibu sudah kami kerjakan. Apakah sudah beres?';
const WAITING = 'Mohon lengkapi yang masih kurang.';
const OPEN = 'Permintaan Anda kami terima dengan nomor SR-261123-0042-4.';
const intent = (text: string, sent: string): string => reply('requester', text, sent).intent;

describe('a requester who lets it be closed', () => {
  const words = [
    'Tutup saja',
    'Tutup saja tiketnya',
    'Ditutup saja pak',
    'close aja',
    'mohon tiketnya ditutup',
    'silakan ditutup ya, terima kasih',
    'tiketnya boleh ditutup',
    'ok, tutup aja min',
  ];

  it.each(words)('confirms after the work: “%s”', (text) => expect(intent(text, RESOLVED)).toBe('confirm'));
  it.each(words)('cancels while something is asked of him: “%s”', (text) =>
    expect(intent(text, WAITING)).toBe('cancel'),
  );

  it.each([
    'jangan ditutup',
    'jangan ditutup dulu, masih error',
    'kok ditutup? masih error',
    'boleh ditutup?',
    'tutup akses VPN saya saja',
    'belum bisa ditutup',
    'ditutup saja kalau sudah bisa',
  ])('does neither with “%s”', (text) => {
    expect(intent(text, RESOLVED)).not.toBe('confirm');
    expect(intent(text, WAITING)).not.toBe('cancel');
  });
});

describe('a requester who tells of another’s yes', () => {
  it.each([
    'Mohon dilanjutkan, Ibu Dewi sudah setuju',
    'Ibu Dewi sudah setuju, mohon diproses',
    'Pak Kabag sudah acc, mohon diproses',
    'atasan saya sudah menyetujui',
    'Sudah disetujui Ibu Dewi, silakan dilanjutkan',
    'Kasubbag saya sudah setuju',
    'tadi Bu Dewi bilang setuju',
    'beliau sudah memberi izin, tolong dikerjakan',
    'sudah di-acc pak direktur',
    'Bu Dewi sudah saya telepon dan beliau setuju',
    'Persetujuan dari Ibu Dewi sudah ada',
    'Atasan sudah approve ya',
    'My manager has approved it',
  ])('has given nobody’s word: “%s”', (text) => {
    expect(reply('requester', text, OPEN)).toMatchObject({ intent: 'unclear', unclear: 'anothers-word' });
  });

  it.each([
    ['apakah Ibu Dewi sudah setuju?', 'status'],
    ['Bu Dewi sudah menyetujui belum ya?', 'status'],
    ['Atasan saya sudah saya cc', 'supply'],
    ['Ibu Dewi belum setuju, mohon dibatalkan saja', 'cancel'],
  ])('is not seen in “%s”', (text, other) => expect(intent(text, OPEN)).toBe(other));
});

describe('a requester who puts right what he wrote', () => {
  it.each([
    'Mohon diganti menjadi 5 akun',
    'Mohon diganti menjadi laptop 14 inci',
    'Tolong diubah jadi tanggal 3 Desember',
    'Mohon nama diganti menjadi Rina Kartika',
    'maaf salah, seharusnya 3 akun bukan 2',
    'yang tadi saya salah tulis, harusnya 12 orang',
    'Tolong diperbaiki, tanggal mulai jadi 1 Desember',
    'tolong diganti ya bukan vpn tapi wifi tamu',
    'mohon direvisi jumlahnya menjadi 10',
    'Mohon dikoreksi menjadi 7 hari',
    'jumlahnya ganti jadi 4 ya',
  ])('supplies while it is open: “%s”', (text) => {
    expect(intent(text, OPEN)).toBe('supply');
    expect(intent(text, WAITING)).toBe('supply');
  });

  it.each([
    ['Mohon diganti, laptopnya masih rusak', RESOLVED],
    ['Mohon diganti menjadi laptop 14 inci', RESOLVED],
    ['maaf salah, seharusnya 3 akun bukan 2', RESOLVED],
    ['tolong diperbaiki lagi, masih error', OPEN],
    ['Mohon diganti, laptopnya jadi lambat', OPEN],
  ])('reopens where it is about the result: “%s”', (text, sent) => expect(intent(text, sent)).toBe('reopen'));
});
