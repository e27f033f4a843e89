import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reply, rulebook } from '../office.ts';

/** Work that is over, and nearly the same words of work that is not. */
const PAIRS: readonly (readonly [over: string, not: string])[] = [
  ['Kabel di lantai 5 sudah ditukar.', 'Kabel di lantai 5 sudah diukur.'],
  ['Layar pegawai sudah kami benahi.', 'Layar pegawai sudah kami lihat.'],
  ['Sakelar direstart, lampu hijau semua.', 'Sakelar direstart besok, semoga lampu hijau.'],
  ['Kami telah menonaktifkan ketiga akun.', 'Vendor telah menonaktifkan salurannya.'],
  ['Akun sudah dicopot dari grup.', 'Akun sudah dicopot dari grup, kecuali dua orang.'],
  ['Alamat sudah dialokasikan.', 'Alamat sudah diajukan.'],
  ['The mailbox has been rebuilt.', 'The mailbox has been checked.'],
  ['Disabled the account.', 'Escalated the account.'],
  ['Sudah dikerjakan kemarin, hasilnya normal.', 'Sudah dikerjakan separuhnya, sisanya besok.'],
  ['Sandi Bu Nining sudah direset, yang sementara kami titipkan di sekretaris.', 'Sandi direset sementara.'],
  ['Terkirim ke 900 orang, gagal 0. Sudah dikirim semua.', 'Sudah dikirim ke 900 orang, gagal 40.'],
  ['Yang tadinya belum terpasang sudah dipasang semua.', 'Yang tadinya belum terpasang masih kami pasang.'],
  ['Dongle sudah diganti, komputernya nyala.', 'Dongle sudah diserahkan ke vendor.'],
  ['Printernya sudah kami perbaiki.', 'Printernya sudah dikirim ke vendor untuk perbaikan.'],
];

/** Prepared, looked at, handed on, by others, begun, ordered, promised. */
const NOT_OVER = [
  'sudah kami pesankan tintanya',
  'sudah diperiksa ke lokasi, salurannya putus',
  'sudah kami laporkan ke penyedia',
  'vendor sudah membawa suku cadang',
  'Rahmat sudah kirim dua surat soal ini',
  'pemohon sudah mengirim formulir',
  'sudah dijadwalkan Kamis',
  'sudah dipasang kecuali di lantai 2',
  'perangkat sudah dikirim, tiba lusa',
  'sudah ditemukan penyebabnya',
  'permintaan sudah disetujui Kabid',
  'akan kami pasang sore',
  'sedang dipasang',
  'terlampir gambar lokasinya',
];

describe('a team that tells of its work', () => {
  it.each(PAIRS)('is over with it in “%s” and not in “%s”', (over, not) => {
    expect(reply('rft', over).intent).toBe('resolve');
    expect(reply('rft', not).intent).not.toBe('resolve');
  });

  it.each(NOT_OVER)('is not over with it: “%s”', (text) => {
    expect(reply('rft', text).intent).not.toBe('resolve');
  });

  it('is never over with it while it prepares, whoever does so and however it is said', () => {
    const doing = new Set(rulebook.replies['work-doing']);
    const words = rulebook.replies['work-preparing'] ?? [];
    const prepared = fc.constantFrom(
      ...words.filter((word) => /^[a-z]{4,}$/.test(word) && !word.endsWith('ed') && !doing.has(word)),
    );
    const marker = fc.constantFrom('sudah', 'telah', 'sdh');
    fc.assert(
      fc.property(prepared, marker, fc.constantFrom('di', 'kami '), (word, over, by) => {
        const text = `Perangkatnya ${over} ${by}${word}`;

        expect(reply('rft', text).intent, text).not.toBe('resolve');
      }),
      { numRuns: 60 },
    );
  });

  it('may be away and hand the ticket on', () => {
    expect(reply('rft', 'Saya cuti mulai besok, tolong tiketnya dialihkan ke tim akun.')).toMatchObject({
      intent: 'reassign',
      team: 'RFT-AKUN',
    });
    expect(reply('rft', 'Saya cuti mulai besok.').intent).toBe('unclear');
  });

  it('waits while the official is away, and is not away itself', () => {
    expect(reply('rft', 'tunda sampai Senin, pimpinannya dinas luar').intent).toBe('hold');
  });
});
