import { describe, expect, it } from 'vitest';
import { reply } from '../office.ts';

const CASES: Readonly<Record<string, string>> = {
  confirm:
    'sudah bisa, terima kasih|Sudah berhasil login. Makasih|oke sudah bisa pak|SESUAI. Terima kasih|Confirmed, thank you|it works now, thanks|udah lancar, trims|sudah kami terima dengan baik, silakan tiket ditutup|tidak ada kendala lagi, terima kasih|Sudah normal, tidak ada popup lagi.|Works now, opens without any licence warning. You can close this one.|Tadi sempat gagal 2x, ternyata saya yg salah passphrase. Skrg sudah bisa|Rapat daringnya kemarin lancar dari awal sampai akhir, rekaman sudah kami unduh.|Yes, I can log in again. Thank you.|Sudah kami cek, akses memang sudah terhapus. Tutup saja tiketnya.',
  reopen:
    'belum bisa|masih error|tetap tidak bisa login|sudah bisa login tapi email belum|tolong buka kembali tiketnya|kok masih tidak bisa ya|email sudah bisa, internet belum|still not working|password barunya ditolak|tidak sesuai, namanya salah|kemarin sudah bisa sekarang error lagi|SAS nya sudah, java nya belum pak|Laporannya sepertinya tertukar dengan unit lain|Tadi sempat gagal 2x, ternyata sekarang gagal lagi|I cannot log in again.|akun sudah nonaktif tapi email masih masuk',
  thanks: 'terima kasih|Terima kasih banyak atas bantuannya|thanks!|Baik, terima kasih',
  cancel:
    'mohon dibatalkan saja permintaannya|tidak jadi, terima kasih|please cancel my request|sudah tidak diperlukan lagi',
  status: 'sudah sampai mana ya?|kapan selesai?|mohon info progres tiket ini|any update?',
  supply: 'terlampir dokumen yang kurang|Berikut kami lampirkan form BIA',
  complaint: 'saya kecewa dengan pelayanannya|keluhan: lambat sekali',
  'new-request': 'Terima kasih. Sekalian mohon dibuatkan akun untuk Sdr. Andi',
  unclear:
    'nanti saya coba|akan saya cek dulu|kalau sudah bisa nanti saya kabari|maksudnya bagaimana|sudah selesai?|Apakah email yang terkirim bisa ditarik kembali?',
};

describe('a requester’s answer', () => {
  describe.each(Object.entries(CASES))('%s', (intent, texts) => {
    it.each(texts.split('|'))('“%s”', (text) => {
      expect(reply('requester', text).intent).toBe(intent);
    });
  });

  it.each([
    ['4', 'rating', 4],
    ['SESUAI, penilaian 5. Terima kasih', 'confirm', 5],
    ['Udah beres kak, 5 bintang!', 'confirm', 5],
    ['Confirmed. 4/5 - it took a little long', 'confirm', 4],
    ['Sudah normal. Nilai dari saya lima.', 'confirm', 5],
  ])('reads the mark in “%s”', (text, intent, rating) => {
    expect(reply('requester', text)).toMatchObject({ intent, rating });
  });

  it('takes no date or share for a mark', () => {
    expect(reply('requester', 'sudah bisa per 4/12, terima kasih').rating).toBeNull();
  });
});

it.each(['Saya sudah kembali di kantor hari ini.', 'Terima kasih infonya. Beliau sudah kembali.'])(
  'is not told that it works by whoever came back: %s',
  (text) => {
    expect(reply('requester', text).intent).not.toBe('confirm');
  },
);

it.each(['Setuju.', 'Disetujui', 'ok setuju pak', 'alihkan: jaringan', 'tunda: sampai Senin'])(
  'makes nothing of what approvers and teams say in a requester’s mouth: %s',
  (text) => {
    expect(reply('requester', text).intent).toBe('unclear');
  },
);

describe('a requester who has no word on the result yet', () => {
  it.each([
    'masih saya coba',
    'Masih kami pantau dulu ya',
    'masih sedang dicoba pak',
    'Akan kami lengkapi.',
    'Lampiran menyusul.',
  ])('neither closes nor reopens: %s', (text) => {
    expect(reply('requester', text).intent).toBe('unclear');
  });

  it.each([
    'masih saya coba tapi error',
    'masih',
    'Sudah saya coba, ganti browser, tetap.',
    'Sudah oke semua kecuali scan',
  ])('reopens where something fails or goes on: %s', (text) => {
    expect(reply('requester', text).intent).toBe('reopen');
  });
});

describe('a requester who brings what was asked', () => {
  it.each([
    'No HP 081355667788',
    'Folder: Bersama_Keuangan, akses read-write.',
    'Durasi peminjaman 3 hari, 7-9 Juli.',
    'Fotonya ini mas.',
    'Pesan errornya: ORA-12541 TNS no listener',
  ])('supplies it: %s', (text) => {
    expect(reply('requester', text).intent).toBe('supply');
  });

  it.each([
    ['Sudah sesuai dengan yg diminta, silakan close.', 'confirm'],
    ['File yg hilang sudah kembali semua, terima kasih', 'confirm'],
    ['VPN sudah jalan, makasih. Sekarang mau reset password email kantor.', 'new-request'],
    ['Sertifikat saya sudah terbit?', 'status'],
    ['Petugasnya merusak laptop saya, saya protes keras', 'complaint'],
  ])('other answers are told apart: %s', (text, intent) => {
    expect(reply('requester', text).intent).toBe(intent);
  });
});
