/** Reports of done work in words that no list holds: every clause is judged by what teams have written, and none may be open. */
import { describe, expect, it } from 'vitest';
import { isHeldBack } from '../../../src/understand/replies/team/done.ts';
import { judgedWork } from '../../../src/understand/replies/team/judged-done.ts';
import { reply, rulebook } from '../office.ts';

describe('a report of done work without the known words', () => {
  it.each([
    'Jadwal tarik data harian pukul 02.00 telah aktif dan penarikan perdana pagi ini lengkap.',
    'Ruang vicon sudah disiapkan untuk 40 peserta, tautan dan kode masuk kami kirim terpisah ke Mas Gilang.',
    'Kunjungan telah terlaksana sesuai jadwal, tamu keluar pukul 16.10, kartu akses telah dikembalikan.',
    'Akun laras.anggita dibuat, mailbox 5 GB. Kredensial awal diserahkan ke Bu Euis.',
    'Mailbox dinaikkan dari 5 ke 10 GB. Efektif langsung.',
    'Kabel diganti, hasil tes 1 Gbps, pengguna sudah mencoba di depan kami.',
  ])('is done: “%s”', (text) => {
    expect(reply('rft', text)).toMatchObject({ intent: 'resolve', note: text });
  });

  it.each([
    'Akun laras.anggita dibuat, mailbox 5 GB. Kredensialnya menyusul.',
    'Mailbox dinaikkan dari 5 ke 10 GB, tapi usernya masih dapat peringatan penuh.',
    'Kabel diganti di lantai 2, lantai 3 besok.',
    'Ruang vicon sudah disiapkan, tautannya belum.',
    'Kunjungan telah dijadwalkan, tamu didaftarkan di pos jaga.',
    'PO lisensi sudah terbit dan telah dikirim ke vendor, key biasanya turun 3 hari.',
    'Deployment selesai, DNS sudah diarahkan. Tinggal pemindaian, setelah itu baru kami laporkan tuntas.',
    'Service sudah kami restart dan normal kembali, namun sebabnya belum ketemu.',
    'CIO sudah menetapkan kamus datanya, silakan dihitung dari sana.',
    'prioritasnya diubah ke normal',
    'Nama sudah kami daftarkan di buku tamu DC, kegiatan Senin jam 9. Pak Komang yang mendampingi.',
    'Permintaan bandwidth perlu persetujuan Pak Kabid dahulu. Nota sudah saya naikkan tadi siang.',
    'Package telah lolos SIT review. Release masuk change window 10 Desember pukul 20.00.',
    'Selesai 50%',
    'Kemarin sudah normal, sekarang mati lagi',
  ])('is not done where something is open or only prepared: “%s”', (text) => {
    expect(reply('rft', text).intent).not.toBe('resolve');
  });

  it('says which clause reported it', () => {
    const text = 'Mailbox dinaikkan dari 5 ke 10 GB. Efektif langsung.';

    expect(reply('rft', text).why).toMatch(/^reports done work: /);
  });

  it('is weighed by its worst clause, however much else is done', () => {
    const done = 'Akun dibuat, kotak surat aktif, sandi diserahkan ke pemohon';
    const odds = (text: string): number => judgedWork(text, rulebook)?.odds ?? 0;

    expect(odds(`${done}, usernya tidak ketemu di AD`)).toBeLessThan(odds(done) - 2);
  });
});

describe('a word of what is still open', () => {
  it.each(['belum', 'masih', 'menunggu', 'besok', 'gagal', 'tinggal', 'jangan'])(
    'holds a report back: “%s”',
    (word) => {
      expect(isHeldBack(`Akun dibuat dan kotak surat aktif, ${word} satu lagi`, rulebook)).toBe(true);
    },
  );

  it('is none where it tells that nothing is wrong', () => {
    expect(isHeldBack('Akun dibuat dan kotak surat aktif, tidak ada yang gagal', rulebook)).toBe(false);
    expect(isHeldBack('Akun dibuat dan kotak surat aktif, tidak ada kendala', rulebook)).toBe(false);
  });

  it('is no part of so many where a day is written', () => {
    expect(isHeldBack('Sertifikat dicabut 3/12, buktinya terlampir', rulebook)).toBe(false);
    expect(isHeldBack('Sertifikat dicabut, baru 3/12 akun', rulebook)).toBe(true);
  });

  it.each(['Ok silakan', 'silakan', 'oke silakan dicoba', 'Baik, silakan'])(
    'is none where nothing is reported: “%s”',
    (text) => {
      expect(reply('rft', text).intent).not.toBe('resolve');
    },
  );
});
