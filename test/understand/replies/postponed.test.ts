/** An approver who puts his answer off: no refusal, and the day that he names is kept. */
import { describe, expect, it } from 'vitest';
import { reply } from '../office.ts';

const LETTER = 'Mohon persetujuan Ibu Dewi untuk permintaan reset password.';
const answered = (text: string): ReturnType<typeof reply> => reply('approver', text, LETTER);

describe('an approver who would rather wait', () => {
  it.each([
    'Sebaiknya jangan dulu',
    'Jangan dulu ya',
    'Saya rasa jangan dulu',
    'mending jangan dulu',
    'Lebih baik jangan dulu, tunggu anggaran',
    'Mohon jangan diproses dulu',
    'Sebaiknya tidak sekarang',
    'jangan sekarang',
    'Sebaiknya belum waktunya',
    'Sepertinya jangan dulu deh',
    'Setuju, eh jangan dulu',
    'Kalau bisa jangan dulu',
  ])('neither agrees nor refuses: “%s”', (text) => {
    expect(answered(text).intent).toBe('unclear');
  });

  it.each([
    'Jangan, yang lama masih bisa',
    'Jangan dulu, karena anggarannya habis',
    'Jangan diproses dulu karena stafnya mau mutasi',
    'Jangan dihapus dulu foldernya, masih dipakai tim kami',
    'jangan diproses dulu, saya tidak setuju',
    'Tolak. UAT belum selesai, jangan dulu',
    'Sebaiknya tidak usah',
    'Saya tolak dulu, anggarannya habis',
  ])('refuses with a reason or a plain no: “%s”', (text) => {
    expect(answered(text).intent).toBe('reject');
  });
});

describe('the day of his answer', () => {
  it.each([
    ['Saya jawab besok', '2026-11-24'],
    ['hari Kamis saya kabari', '2026-11-26'],
    ['Kamis ya', '2026-11-26'],
    ['minggu depan ya', '2026-12-04'],
    ['jangan dulu, minggu depan saja', '2026-12-04'],
    ['setelah tanggal 5 saya jawab', '2026-12-06'],
    ['Setelah hari Kamis saja', '2026-11-27'],
    ['Tunggu saya kembali 2 Desember', '2026-12-02'],
    ['I will get back to you tomorrow', '2026-11-24'],
    ['lusa saya putuskan', '2026-11-25'],
    ['Belum setuju, saya cek dulu besok', '2026-11-24'],
  ])('is read from “%s”', (text, until) => {
    expect(answered(text)).toMatchObject({ intent: 'unclear', hold: { until } });
  });

  it.each([
    'Setuju mulai tanggal 1 Desember',
    'Silakan besok diproses',
    'Setuju asal selesai minggu depan',
    'Sebaiknya jangan dulu',
    'Kemarin sudah saya cek',
    'Untuk apa dipakai tanggal 5?',
  ])('is not seen in “%s”', (text) => {
    expect(answered(text).hold).toBeNull();
  });
});
