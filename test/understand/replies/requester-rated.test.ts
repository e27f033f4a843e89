import { describe, expect, it } from 'vitest';
import { reply } from '../office.ts';

const RESOLVED = 'Permintaan Ibu sudah selesai kami kerjakan. Apakah sudah beres? Beri nilai 1 sampai 5.';
const WAITING = 'Mohon dilengkapi: daftar perangkat.';

describe('a mark beside other words', () => {
  it.each([
    ['Acaranya lancar. Nilai 4, soalnya mic kedua sempat feedback sedikit.', 4],
    ['VPN konek. Bintang 5', 5],
    ['Internetnya lancar sekali, kami beri nilai lima', 5],
    ['Tiga-tiganya sudah bisa login domain. 4 ya pak', 4],
    ['Su bisa pak, sa kasih 4 e', 4],
    ['Kabel telah kami terima lengkap. Kalau dinilai ya 4 lah', 4],
    ['Peserta puas. Poin 5 untuk semua.', 5],
  ])('confirms behind a good result: “%s”', (text, rating) => {
    expect(reply('requester', text, RESOLVED)).toMatchObject({ intent: 'confirm', rating });
  });

  it.each([
    ['4 ya, petugasnya ramah', 4],
    ['Petugasnya ramah. Nilai 5', 5],
    ['Terima kasih. 5', 5],
    ['Respon oke. 4', 4],
    ['Nilai 4. Hasilnya baik.', 4],
    ['Empat. Hasilnya baik, komunikasinya bisa lebih cepat', 4],
    ['Semoga lancar. Nilai 5', 5],
    ['Zoom jalan setengah. Nilai 3', 3],
    ['Internet jalan di lantai 1. Nilai 4', 4],
    ['Masuknya harus dua kali. Nilai 3', 3],
    ['Dashboard tampil angka lama. Nilai 3', 3],
    ['Siap, nilai 5', 5],
    ['Sepertinya jalan. 4', 4],
    ['Dua dari tiga laptop konek. Nilai 3', 3],
    ['VPN putus-putus. 3', 3],
    ['Kecewa, akun jalan setelah seminggu. Nilai 3', 3],
    ['Apakah sudah jalan? Nilai 4 untuk responnya', 4],
  ])('is no more than a mark where no good result is told: “%s”', (text, rating) => {
    expect(reply('requester', text, RESOLVED)).toMatchObject({ intent: 'rating', rating });
  });

  it.each([
    'Acaranya lancar. Nilai 2, mic mati terus',
    'Acaranya lancar. Nilai 4, tapi proyektor masih mati',
    'Printer hidup. Nilai 4. Tinggal scannernya belum bisa',
    'Akun jalan tapi emailnya belum masuk. Nilai 3',
    'Akun belum jalan. Nilai 1',
  ])('never closes beside what fails: “%s”', (text) => {
    expect(reply('requester', text, RESOLVED).intent).toBe('reopen');
  });

  it.each([
    'Sudah oke min, nilai 5, nanti saya cek',
    'Akun jalan. Nilai 5 kalau besok masih jalan',
    'VPN konek. Nilai 4, di laptop satunya belum saya coba',
  ])('never closes beside a later word: “%s”', (text) => {
    expect(reply('requester', text, RESOLVED).intent).not.toBe('confirm');
  });

  it('closes nothing that waits for papers', () => {
    expect(reply('requester', 'Akun aktif. Nilai 4', WAITING).intent).not.toBe('confirm');
  });
});

describe('a second wish', () => {
  it.each([
    'Sudah jalan di laptop saya. Kalau boleh, pasang juga di laptop Mas Arya, lisensinya untuk dua pengguna.',
    'Foldernya sudah muncul, makasih. Bila memungkinkan, tambahkan juga Bu Rina ke grupnya.',
    'VPN sudah konek. Kami perlu satu lagi untuk staf baru.',
    'The role works, thanks. Could someone also help us with the survey? We have not used branching yet.',
    'Sudah jalan. Nilai 5. Sekarang mau pesan zoom untuk Senin',
  ])('stands behind a confirmation: “%s”', (text) => {
    expect(reply('requester', text, RESOLVED).intent).toBe('new-request');
  });

  it.each([
    ['Sudah bisa login. Sekarang bisa juga dibuka di HP.', 'confirm'],
    ['Sudah bisa. Apakah ini juga berlaku untuk HP?', 'unclear'],
    ['Printer sudah normal. Scannernya juga tolong diperbaiki.', 'reopen'],
    ['Belum bisa. Tolong pasang juga di laptop satunya.', 'reopen'],
    ['Sudah jalan. Tolong dicek lagi karena masih lambat.', 'reopen'],
  ])('is none in “%s”: %s', (text, intent) => {
    expect(reply('requester', text, RESOLVED).intent).toBe(intent);
  });
});
