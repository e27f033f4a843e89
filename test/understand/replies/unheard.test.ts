/** What is told beside a yes in words that no list holds, and what binds though it tells. */
import { describe, expect, it } from 'vitest';
import { readReply } from '../../../src/understand/replies/reply.ts';
import { rulebook } from '../office.ts';

const intentOf = (text: string): string => readReply({ role: 'approver', text, sent: null, rulebook }).intent;

describe('a yes with something told beside it', () => {
  it.each([
    'Setuju. Ya tolong dibantu biar tim kami bisa berbagi kertas kerja.',
    'Saya selaku kepala kantor menyetujui. Server ini dipakai Pak Darto buat belajar.',
    'Tidak perlu telepon saya lagi, saya setuju.',
    'Setuju. Tidak perlu menunggu saya.',
    'Setuju disiarkan.',
    'Setuju untuk dirilis, pengujiannya sudah selesai.',
    'Betul staf saya, setuju direset.',
    'Permohonan dukungan perangkat untuk ruang kerja Bapak Sekretaris dapat disetujui.',
    'Bu Ratna sudah pindah ke Kanwil Denpasar sejak awal bulan. Setuju dinonaktifkan.',
    'Setuju dibuatkan folder "Rekon Piutang". Isinya berkas BKPN.',
    'Setuju akun internet, beliau tenaga ahli menteri.',
    'Setuju. Habis ganti HP katanya lupa sandi.',
    'Dengan ini saya selaku Sekretaris Badan memberikan persetujuan atas hosting aplikasi sebagaimana diajukan Kepala Bagian.',
    'Pak Budi sudah menyampaikan kebutuhannya tadi pagi, saya setuju.',
    'Pesan di grup sudah saya baca. Disetujui.',
    'Setuju dikirim. Isinya sudah dikoreksi Pak Karo dan Bu Endang.',
  ])('counts: %s', (text) => expect(intentOf(text)).toBe('approve'));
});

describe('a yes is asked back', () => {
  it.each([
    'Setuju. Saya pikirkan lagi.',
    'Setuju. Yang penting suratnya beres.',
    'Setuju. Per Januari dimatikan lagi.',
    'Setuju. Dua pekan lagi dievaluasi.',
    'Setuju. Waktunya diatur lagi.',
    'Setuju. Bereskan suratnya.',
    'Setuju. Butuh tanda tangan Bu Ani.',
    'Setuju. Needs a second signature.',
    'Setuju. Bicarakan dengan tim keuangan.',
    'Setuju. Jaminannya tidak ada data yang keluar.',
    'Saya setuju. Permintaan ini tidak bisa saya penuhi.',
    'Setuju. Maaf tidak bisa, anggaran kami sudah habis.',
    'Setuju. Terima kasih kalau bisa minggu ini.',
    'Sejauh itu tidak mengganggu pelayanan, saya acc',
    'Setuju dirapatkan.',
    'Saya setuju. Saya sudah pindah ke KPP Gambir per awal bulan.',
    'Kami setuju, per awal bulan kami sudah pindah ke unit lain dan tidak lagi membawahi yang bersangkutan.',
    'Setuju. Yang bersangkutan bukan staf kami sejak rotasi September kemarin.',
    'Setuju. Saya sudah pensiun per 1 Oktober kemarin dan sekarang digantikan Pak Doni.',
    'Setuju. Untuk persetujuan silakan hubungi Kepala Bagian Umum yang baru.',
    'Atasan saya, setuju.',
    'Bos saya, setuju',
    'Kabid saya, setuju',
    'Kepala Bidang kami, setuju.',
    'Tim kami, setuju',
    'Setuju untuk dikaji.',
    'Permohonan ini oleh Pak Direktur disetujui.',
    'Permintaan ini menurut Bu Kabag dapat disetujui.',
    'Tadinya saya setuju.',
    'Sesuai pesan Ibu Direktur kepada saya pagi ini, permintaan disetujui.',
    'Tadi Pak Kasubdit titip pesan: setuju.',
    'Setuju. 3 orang.',
    'Setuju. Dokumen "UAT" belum ada.',
    'Setuju. Tempat acaranya pindah ke gedung sebelah.',
    'Setuju, pindah ke Pak Budi ya.',
    'khusus email kemarin sudah saya jawab: setuju',
  ])('where it binds: %s', (text) => expect(intentOf(text)).not.toBe('approve'));
});
