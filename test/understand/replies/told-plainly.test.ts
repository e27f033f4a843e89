/** Short sentences that say all by themselves, and the same words where they are part of something else. */
import { describe, expect, it } from 'vitest';
import { bindsAlways } from '../../../src/understand/replies/approver/binds-always.ts';
import { toWords } from '../../../src/understand/words/normalise.ts';
import { reply, rulebook } from '../office.ts';

const RESOLVED = 'Permintaan Ibu sudah selesai kami kerjakan. Apakah sudah beres? Beri nilai 1 sampai 5.';
const TAKEN_AWAY = 'Permintaan berikut telah dipenuhi.\n\nLayanan: Penonaktifan Akun\n\nApakah sudah beres?';

describe('an approver’s refusal without a word of refusing', () => {
  it.each([
    'Tidak bisa. Anggarannya dipakai untuk pelatihan lain.',
    'Maaf, tidak bisa. Pengembang memegang hak produksi itu melanggar pemisahan tugas.',
    'gak jadi pak, acaranya pindah ke luring di Bandung',
    'Nggak dulu mas, laptop lama masih layak dipakai.',
  ])('counts where it opens the answer with its reason behind it: “%s”', (text) => {
    expect(reply('approver', text).intent).toBe('reject');
  });

  it.each([
    'Tidak bisa masuk sistem, jadi saya balas dari sini.',

    'Tidak bisa. Bukan kewenangan saya.',
    'Tidak bisa. Kalau bulan depan boleh.',
    'Tidak bisa. Apa tidak ada cara lain?',

    'Nggak dulu, tunggu anggaran perubahan.',
  ])('is none as part of what is told: “%s”', (text) => {
    const { intent } = reply('approver', text);
    expect(['reject', 'approve']).not.toContain(intent);
  });
});

describe('an approver’s short yes', () => {
  it.each(['lanjuut', 'Ok go', 'oke go pak', 'Atos di acc nya, nuhun'])('counts: “%s”', (text) => {
    expect(reply('approver', text, 'Mohon persetujuan: permintaan broadcast email untuk seluruh pegawai.').intent).toBe(
      'approve',
    );
  });

  it.each([
    'Ok go kalau anggarannya ada',
    'Lanjuut minggu depan',
    'Teu acan di acc nya',
    'Atos di acc nya ku Pak Kabid',
    'Setuju, edarkan besok',
    'Setuju, edarkan ke eselon II',
    'Setuju, edarkan dulu konsepnya',
  ])('is asked back with more beside it: “%s”', (text) => {
    expect(
      reply('approver', text, 'Mohon persetujuan: permintaan broadcast email untuk seluruh pegawai.').intent,
    ).not.toBe('approve');
  });
});

it.each(['Pikir-pikir, setuju', 'Setuju, pikir-pikir lagi'])(
  'knows a phrase of the rules with a hyphen in “%s”',
  (text) => {
    expect(bindsAlways(toWords(text, rulebook.abbreviations), rulebook, false)?.says).toContain('pikir pikir');
  },
);

describe('a requester who closes', () => {
  it.each([
    'Server lamanya sudah mati. Sesuai, silakan ditutup.',
    'Akun beliau sudah hilang dari daftar. Cocok, boleh ditutup. Terima kasih',
  ])('may have wished for what is gone: “%s”', (text) => {
    expect(reply('requester', text, RESOLVED).intent).toBe('confirm');
  });

  it.each([
    'Servernya mati lagi, boleh ditutup setelah hidup',
    'Servernya masih mati. Sesuai, silakan ditutup kalau sudah hidup.',
    'Server mati. Tidak sesuai, jangan ditutup.',
    'Servernya mati. Belum cocok, jangan ditutup dulu',
    'Datanya hilang. Boleh ditutup?',
  ])('does not where something is open: “%s”', (text) => {
    expect(reply('requester', text, RESOLVED).intent).not.toBe('confirm');
  });

  it.each([
    ['Leres, tos teu aktif. Nuhun. Nilai 4', 4],
    ['Akunnya sudah nonaktif. Nilai 5', 5],
  ])('rates what is gone as he wished: “%s”', (text, rating) => {
    expect(reply('requester', text, TAKEN_AWAY)).toMatchObject({ intent: 'confirm', rating });
  });

  it.each(['Akunnya masih aktif. Nilai 2'])('does not rate what went wrong as well done: “%s”', (text) => {
    expect(reply('requester', text, TAKEN_AWAY).intent).not.toBe('confirm');
  });

  it.each([
    'Tiket apa ini? Kami tidak pernah mengajukan pemasangan printer.',
    'Saya tidak pernah minta akun VPN.',
    'Maaf, saya tidak merasa memesan ruang vicon hari Jumat',
  ])('reopens nothing that he never asked for: “%s”', (text) => {
    expect(reply('requester', text, RESOLVED).intent).toBe('unclear');
  });

  it('reopens what he never asked for and wants undone', () => {
    const text = 'Saya tidak pernah minta email dihapus, tolong dikembalikan, sekarang tidak bisa login.';
    expect(reply('requester', text, RESOLVED).intent).toBe('reopen');
  });
});

describe('a team that closes', () => {
  it.each([
    ['Pemasangan 12 titik di lantai 5 sudah lulus uji. Dapat ditutup.\nLabel: LAN', 'LAN'],
    [
      'Uji beban rampung, laporannya sudah diunggah. Dengan ini permintaan kami nyatakan selesai, label Stress Test.',
      'Stress Test',
    ],
    ['Zoom room was set up and the session went well. Please close it. Tag: Vicon', 'Vicon'],
    ['Akses sudah dibuka dan sudah dites pemohon.\n\n*Label:* Internet Tamu\n', 'Internet Tamu'],
    ['Akses sudah dibuka dan sudah dites pemohon.\n\n*Label*: Internet Tamu', 'Internet Tamu'],
  ])('in so many words, with its label: “%s”', (text, label) => {
    expect(reply('rft', text)).toMatchObject({ intent: 'resolve', label });
  });

  it.each([
    'Dapat ditutup setelah BAST ditandatangani.',
    'Belum dapat ditutup.',
    'Tiket dapat ditutup kalau pemohon sudah mencoba.',
    'Kabel dipasang besok. Dapat ditutup.',
    'Dengan ini tiket kami nyatakan selesai setelah pemohon mencoba.',
    'Tiket belum kami nyatakan selesai.',
    'Apakah tiket dapat dinyatakan selesai?',
    'Pekerjaan dinyatakan selesai oleh vendor, kami cek dulu.',
    'Masih gagal. Dapat ditutup.',
  ])('resolves nothing that is open: “%s”', (text) => {
    expect(reply('rft', text).intent).not.toBe('resolve');
  });

  it.each([
    'Laptop sudah diganti.\nTag: 7XJK2',
    'Printer sudah diganti. Tag: merah muda',
    'Service tag: ABC, sudah dicatat',
  ])('takes no tag of a thing for its label: “%s”', (text) => {
    expect(reply('rft', text).label).toBeNull();
  });
});
