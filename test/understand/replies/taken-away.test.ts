/** Where something was to be taken away, that it is gone is good news and that it still works is none. */
import { describe, expect, it } from 'vitest';
import { goneAsDone, wantsTakenAway } from '../../../src/understand/replies/requester/taken-away.ts';
import { reply, rulebook } from '../office.ts';

const DEACTIVATION = letter('Penonaktifan Akun Surat Elektronik dan/atau Akses Internet');
const RESET = letter('Reset Password Akun Surat Elektronik dan/atau Akses Internet');

function letter(about: string): string {
  return `Permintaan Anda sudah selesai kami kerjakan. Apakah sudah beres?\n\nNomor tiket: SR-261123-0042-4\nPerihal: ${about}\n`;
}

const GONE = [
  'Betul sudah tidak bisa diakses lagi.',
  'Sudah saya cek, folder tidak bisa dibuka lagi oleh mantan pegawai. Sesuai permintaan.',
  'Akun beliau sudah tidak aktif, terima kasih.',
  'Sudah hilang folder itu dari drive kami, beres.',
  'Confirmed, he can no longer log in.',
];

const THERE = [
  'Masih bisa login pakai akun itu.',
  'Foldernya masih kelihatan di komputer staf kami.',
  'Lho akunnya tetap aktif, barusan dia kirim email.',
  'Still able to log in.',
];

const TOO_MUCH = [
  'Malah akun saya yang tidak bisa dipakai lagi.',
  'Kok akun saya sendiri sudah tidak bisa dibuka.',
  'Sekarang kami semua ikut tidak bisa masuk.',
  'Kami sudah tidak bisa masuk lagi.',
  'Foldernya sudah tidak bisa dibuka oleh kami.',
];

describe('a requester who had something taken away', () => {
  it.each(GONE)('confirms that it is gone: “%s”', (text) => {
    expect(reply('requester', text, DEACTIVATION).intent).toBe('confirm');
  });

  it.each(THERE)('reopens what is still there: “%s”', (text) => {
    expect(reply('requester', text, DEACTIVATION).intent).toBe('reopen');
  });

  it.each(TOO_MUCH)('confirms nothing where too much is gone: “%s”', (text) => {
    expect(reply('requester', text, DEACTIVATION).intent).not.toBe('confirm');
  });

  it('has lost what was to be given back', () => {
    expect(reply('requester', 'Sudah tidak bisa diakses lagi.', RESET).intent).toBe('reopen');
  });

  it('is known by the line of the letter that names the service, not by words elsewhere in it', () => {
    expect(wantsTakenAway(DEACTIVATION, rulebook)).toBe(true);
    expect(wantsTakenAway(letter('Pengaktifan/Penonaktifan Hosting IaaS'), rulebook)).toBe(false);
    expect(wantsTakenAway(letter('Reset Password, catatan: penonaktifan sementara'), rulebook)).toBe(false);
    expect(wantsTakenAway(null, rulebook)).toBe(false);
  });

  it('tells of what is gone as done, and leaves his own loss as it is', () => {
    expect(goneAsDone('akunnya sudah nonaktif, oke').trim()).toBe('akunnya  sudah beres , oke');
    expect(goneAsDone('saya sudah tidak bisa masuk')).toBe('saya sudah tidak bisa masuk');
  });
});

describe('a requester after the letter that all is done', () => {
  it.each([
    ['ok closed', 'confirm'],
    ['Sudah, terima kasih banyak Pak Dedi dan tim', 'confirm'],
    ['Sudah masuk semua emailnya, tidak ada yang hilang.', 'confirm'],
    ['terpasang dengan baik, tks', 'confirm'],
    ['Mikrofon tidak terdeteksi.', 'reopen'],
    ['Kenapa tulisannya masih trial?', 'reopen'],
    ['Sandinya tidak cocok', 'reopen'],
    ['Ini alias maksudnya dipakai untuk kirim juga atau cuma menerima?', 'unclear'],
    ['Alamat ini bisa dipakai di HP juga atau hanya di laptop?', 'unclear'],
  ])('says in “%s”: %s', (text, intent) => {
    expect(reply('requester', text, RESET).intent).toBe(intent);
  });

  it('brings a number put right where something was asked for', () => {
    expect(reply('requester', 'Bukan 1 akun tapi 12 akun').intent).toBe('supply');
  });
});
