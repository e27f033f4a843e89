import { describe, expect, it } from 'vitest';
import { reply } from '../office.ts';

/** The work is done; and in nearly the same words it is not. */
const WORK: readonly (readonly [done: string, not: string])[] = [
  ['Gangguan telah tertangani sepenuhnya.', 'Gangguan akan tertangani sepenuhnya.'],
  ['Permintaan sudah terpenuhi.', 'Permintaan belum terpenuhi.'],
  ['Kendala sudah teratasi, silakan dicoba.', 'Kendala sudah teratasi sebagian, silakan ditunggu.'],
  ['Sudah kelar pak, tinggal ditutup saja tiketnya', 'Sudah kelar pak, tinggal dipasang saja kabelnya'],
  ['Akun sudah kami buatkan dan user sudah oke.', 'Akun sudah kami buatkan, user belum oke.'],
  ['Semua sudah selesai dipasang.', 'Semua sudah selesai dipasang selain laptop Bu Dewi.'],
  ['Pemasangan kabel sudah selesai.', 'Pemasangan kabel direncanakan selesai akhir bulan.'],
  ['Perbaikan sudah selesai, normal kembali.', 'Rapat dengan vendor sudah selesai, notulen terlampir.'],
  ['All three packages are live.', 'Packages A and B are live. Package C was rolled back.'],
  ['Perangkat pengganti sudah dipasang, silakan dipakai.', 'Perangkat pengganti sudah dipesan.'],
];

describe('a team’s word on the work', () => {
  it.each(WORK)('is “done” in “%s”, and not in “%s”', (done, not) => {
    expect(reply('rft', done).intent).toBe('resolve');
    expect(reply('rft', not).intent).not.toBe('resolve');
  });

  it.each([
    ['Sudah turun ke ruangan user dan mulai bongkar PC-nya.', 'resolve'],
    ['Penugasan telah kami terima dengan baik.', 'resolve'],
    ['kirim ke tim lain pak, saya sudah pindah bagian', 'resolve'],
    ['Pengadaan sudah diajukan', 'resolve'],
  ])('is never “done” for what is only begun: “%s”', (text, intent) => {
    expect(reply('rft', text).intent).not.toBe(intent);
  });

  it.each([
    ['Assign ke saya saja', 'take'],
    ['Tiket ini akan ditangani tim kami', 'take'],
    ['Kok ke kami? Ini kan VPN, harusnya tim jaringan.', 'reassign'],
    ['User cuti sampai tanggal 12, ditunda dulu tiketnya.', 'hold'],
    ['kalau mau pending tiket nulisnya apa?', 'help'],
    ['Saya sedang cuti sampai tanggal 12.', 'unclear'],
  ])('is told from what sounds like it: “%s”', (text, intent) => {
    expect(reply('rft', text).intent).toBe(intent);
  });
});

/** He confirms; and in nearly the same words something is left. */
const CONFIRMED: readonly (readonly [well: string, not: string])[] = [
  ['sdh bisa, makasih', 'blm bisa, makasih'],
  ['bisa, makasih', 'bisa hari Rabu siang, makasih'],
  ['Kendala sdh teratasi, terima kasih', 'Kendala sdh teratasi sebagian, terima kasih'],
  ['Iya mas udah, thx', 'Iya mas udah, tapi printernya belum, thx'],
  ['clear, thanks', 'not clear, thanks'],
  ['Akun telah dapat digunakan sebagaimana mestinya.', 'Akun semestinya telah dapat digunakan.'],
  ['Sudah normal, tidak ditemukan lagi gangguan.', 'Sudah normal, tapi ditemukan lagi gangguan.'],
];

describe('a requester’s word on the result', () => {
  it.each(CONFIRMED)('confirms in “%s”, and not in “%s”', (well, not) => {
    expect(reply('requester', well).intent).toBe('confirm');
    expect(reply('requester', not).intent).not.toBe('confirm');
  });

  it.each([
    ['Puas.', 4],
    ['Kepuasan: sangat puas', 5],
    ['Cukup puas', 3],
    ['Penilaian kami atas layanan ini: 4 (empat).', 4],
    ['Five, very friendly technician.', 5],
    ['4 ya min', 4],
  ])('is the mark in “%s”', (text, rating) => {
    expect(reply('requester', text)).toMatchObject({ intent: 'rating', rating });
  });

  it.each(['Tidak puas', 'Kurang puas, masih error', 'Saya puas kalau sudah bisa'])('is no mark in “%s”', (text) => {
    expect(reply('requester', text).rating).toBeNull();
  });

  it.each([
    ['Belum ada yang menghubungi saya', 'status'],
    ['belum ada kabar', 'status'],
    ['Mohon dicabut, pengajuan kami lewat unit lain', 'cancel'],
    ['belum bisa', 'reopen'],
  ])('is told from what sounds like it: “%s”', (text, intent) => {
    expect(reply('requester', text).intent).toBe(intent);
  });
});
