import { describe, expect, it } from 'vitest';
import { countOf } from './count-of.ts';
import { began, spentSince } from '../../support/spent.ts';

const count = (text: string, unit: string, bounded = false): number | null =>
  countOf(text, { unit, sender: 'Mulyadi Sasmita', bounded });

describe('numbers that make up what is asked for', () => {
  it.each([
    ['kunjungan 25 mahasiswa, 2 dosen, serta 3 pendamping', 'orang', 30],
    ['Mohon 3 orang vendor didampingi Rendy sebagai PIC masuk', 'orang', 4],
    ['Tim terdiri dari 1 pengendali teknis, 1 ketua tim dan 3 anggota', 'orang', 5],
    ['dua teknisi HP, dua teknisi Cisco dan saya sendiri', 'orang', 5],
    ['milik saya, Mulyadi Sasmita, NIP 1973, dan empat kepala seksi', 'orang', 5],
    ['4 titik di ruang A, 2 di ruang B, 1 di ruang C', 'titik', 7],
    ['ruang A 5 titik, ruang B 3 titik', 'titik', 8],
    ['2 printer sama 1 mesin absen', 'alamat IP', 3],
    ['sepasang mesin absen, plus satu lagi untuk NVR', 'alamat IP', 3],
    ['untuk server absensi, NVR cctv, sama access controller', 'alamat IP', 3],
    ['20 buah kabel. Total 40 buah.', 'kabel', 40],
    ['satu untuk foto Menteri, satu untuk Wamen, satu utk Sesjen', 'folder', 3],
    ['folder A, B dan C mohon dihapus', 'folder', 3],
    ['Hapus folder berikut:\n1. Arsip2019\n2. Arsip2020\n3. Arsip2021', 'folder', 3],
    ['VM OMSPAN-APP1 dan OMSPAN-APP2 dinonaktifkan', 'server', 2],
    ['backup VM lelang-app01/02/03 dan lelang-db01', 'server', 4],
    ['- app 2 buah\n- db 1 buah\n- redis 1 buah', 'server', 4],
    [
      '6 (enam) unit VM dengan rincian: 3 unit server aplikasi, 2 unit server database, dan 1 unit server web',
      'server',
      6,
    ],
    ['uji beban aplikasi SAKTI dan SPAN', 'aplikasi', 2],
  ])('are added: %s (%s)', (text, unit, value) => {
    expect(count(text, unit)).toBe(value);
  });

  it.each([
    ['semula 3 VM, diturunkan menjadi 2 VM', 'server', 2],
    ['butuh 5 VM (2 web, 2 app, 1 db)', 'server', 5],
    ['kabel utp 2 roll dan konektor 100 buah', 'kabel', 2],
    ['vicon untuk 50 peserta dari 5 kantor', 'kegiatan', null],
    ['satu room zoom kapasitas 300 orang', 'room', 1],
    ['satu folder bersama untuk Rina Wati, Doni Putra dan Sari Dewi', 'folder', 1],
  ])('stand for themselves beside what counts something else: %s (%s)', (text, unit, value) => {
    expect(count(text, unit)).toBe(value);
  });

  it.each([
    ['Subbag Umum : 4\nSeksi PD : 6\nSeksi Bank : 3', 'perangkat', 13],
    ['Perangkat\tJml\tLokasi\nPrinter\t6\tLt 1\nScanner\t3\tLt 2\nTotal\t9\t', 'perangkat', 9],
    ['SEB di Lab 1 (20 PC) dan Lab 2 (15 PC)', 'perangkat', 35],
    ['Kemarin sudah diinstal di 2 laptop, masih kurang 3 lagi', 'perangkat', 3],
    ['instal SPSS di laptop saya, bu Putri, sama pak Rizal ya', 'perangkat', 3],
    ['laptop kami bertiga minta diinstal', 'perangkat', 3],
    ['ketujuh PC itu minta diinstal', 'perangkat', 7],
    ['magang 7 orang, tiga di antaranya sudah dapat akun', 'akun', 4],
    ['12 pegawai baru, 2 sudah punya akun, sisanya mohon dibuatkan', 'akun', 10],
    ['22 orang konfirmasi, tapi siapkan 30 akun', 'akun', 30],
    ['akun bppk.peserta01 sampai bppk.peserta20', 'akun', 20],
    ['minta reset:\naditya.m@kemenkeu.example\nwinda.p@kemenkeu.example', 'akun', 2],
    ['tim backend dan lain-lain: tim backend 4, tim frontend 3, QA 2, saya sendiri', 'akun', 10],
    ['Semua pegawai seksi saya (Nanda, Reinhard, Salma) terkunci, termasuk saya', 'akun', 4],
    ['tolong dibuatkan grup email protokol, anggotanya 9 orang', 'akun', 1],
  ])('of rows, of some left out, of those named: %s (%s)', (text, unit, value) => {
    expect(count(text, unit, true)).toBe(value);
  });

  it('cost no more than their length', () => {
    const start = began();
    for (const piece of ['2 PC dan ', 'satu untuk ', 'app01/02', '(1 ', 'akun : 4\n', 'laptop saya, ', 'folder A, '])
      count(piece.repeat(Math.ceil(20_000 / piece.length)), 'perangkat', true);

    expect(spentSince(start)).toBeLessThan(6000);
  });
});
