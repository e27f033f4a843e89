import { describe, expect, it } from 'vitest';
import { countInFiles } from '../../../src/understand/facts/file-count.ts';
import { countOf } from './count-of.ts';
import { began, spentSince } from '../../support/spent.ts';

const count = (text: string, unit: string): number | null =>
  countOf(text, { unit, sender: 'Mulyadi Sasmita', bounded: true });

describe('names told in short', () => {
  it.each([
    ['matikan vm kas-07 s.d. -09', 'server', 3],
    ['backup arsip-01, -02 dan arsip-db', 'server', 3],
    ['nyalakan kas-web-01..04, kas-api-02', 'server', 5],
    ['server gaji-dev-01 -> gaji-dev-03', 'server', 3],
    ['folder NOTA_2011 s/d NOTA_2014 boleh dihapus', 'folder', 4],
    ['minta folder Kelas 2 sampai Kelas 6', 'folder', 5],
    ['room untuk kelas A s.d. D', 'room', 4],
    ['buka routing 10.3.4.0/24 s.d. 10.3.9.0/24', 'segmen', 6],
    ['buka routing 10.3.4.0/24 sama 10.3.9.0/24', 'segmen', 2],
    ['pindai 10.9.8.1, .4, .5 dan .9', 'host', 4],
    ['pindai host no. 4-9 di lampiran', 'host', 6],
    ['server kas-01 dipakai jam 08.00 s.d. 16.00', 'server', 1],
    ['VM billing-01, data 4,2 TB', 'server', 1],
  ])('are as many as stand there: %s (%s)', (text, unit, value) => {
    expect(count(text, unit)).toBe(value);
  });
});

describe('the days of a series', () => {
  it.each([
    ['pendampingan vicon tgl 3, 5 dan 9 Desember', 'kegiatan', 3],
    ['vicon pembukaan tanggal 2 Desember dan penutupan tanggal 9 Desember', 'kegiatan', 2],
    ['sosialisasi (2/12) dan evaluasi (9/12) mohon didampingi', 'kegiatan', 2],
    ['pendampingan audio conference sebanyak empat kali', 'kegiatan', 4],
    ['broadcast email pada 4, 11 dan 18 Desember', 'email', 3],
    ['vicon 2 dan 3 Desember', 'kegiatan', 1],
    ['vicon tanggal 2-4 Desember', 'kegiatan', 1],
    ['vicon 4 Desember, 6 kursi', 'kegiatan', 1],
    ['vicon kemarin sudah dua kali putus', 'kegiatan', 1],
    ['room vicon 3, 5 dan 9 Desember', 'room', 1],
  ])('are as many events: %s (%s)', (text, unit, value) => {
    expect(count(text, unit)).toBe(value);
  });
});

describe('a number in the name of a file', () => {
  it.each([
    ['daftar_15_PC_arsip.xlsx', 'perangkat', 15],
    ['Akun 35 CPNS.pdf', 'akun', 35],
    ['UND-402 Narasumber.pdf', 'narasumber', null],
    ['rekap 2026 pegawai.xlsx', 'akun', null],
    ['denah lt 3 ruang.pdf', 'perangkat', null],
    ['daftar_15_kursi.xlsx', 'akun', null],
  ])('counts what the service counts: %s (%s)', (file, unit, value) => {
    expect(countInFiles([file], unit)).toBe(value);
  });
});

describe('names side by side', () => {
  it.each([
    ['aktifkan paas kas-stg dan upah-stg', 'server', 2],
    ['hapus server tanya-v1, tanya-v2, arsip-internal', 'server', 3],
    ['release package KasIn 2.1, KasOut 1.4 dan UpahIn 3.0', 'paket', 3],
    ['mohon pengembangan SIPOL, TEKAD, dan e-Arsip', 'aplikasi', 3],
    ['uji beban untuk aplikasi Kas & portal Arsip', 'aplikasi', 2],
    ['instal di iMac studio, laptop Tono dan PC sekretaris', 'perangkat', 3],
    ['pengembangan Layanan Pengawasan dan Pengendalian', 'aplikasi', 1],
    ['Pengembangan Aplikasi dan Basis Data', 'aplikasi', 1],
  ])('are as many hosts, packages and applications: %s (%s)', (text, unit, value) => {
    expect(count(text, unit)).toBe(value);
  });
});

describe('sums over places and kinds', () => {
  it.each([
    ['Bagian Arsip 11 PC, ruang Ketua & sekre 7 PC', 'perangkat', 18],
    ['TPT nambah 5 titik, ruang tunggu 2 titik, pos jaga 1', 'titik', 8],
    ['3 laptop, 2 tablet dan 2 meja sentuh', 'perangkat', 5],
    ['3 laptop, 2 tablet dan 2 layar sentuh', 'perangkat', 7],
    ['pasang di 3 PC, 2 laptop, Windows 11', 'perangkat', 5],
    ['minta 2 dashboard: arsip dan kas. Total 14 indikator', 'dashboard', 2],
    ['panjang elemen KD_ARSIP dari 6 jadi 9 digit', 'elemen', 1],
  ])('go on past what tells none, and end where something else is told: %s (%s)', (text, unit, value) => {
    expect(count(text, unit)).toBe(value);
  });
});

describe('products', () => {
  it.each([
    ['lisensi untuk lab 1 dan lab 2, tiap lab 15 PC', 'perangkat', 30],
    ['IP static di lantai 5 dan 6, per lantai 4 kamera', 'alamat IP', 8],
    ['setiap Wilayah (I s.d. IV) 6 laptop', 'perangkat', 24],
    ['pasang di lantai 4 kamera lobi', 'alamat IP', 1],
  ])('take numbered places for receivers: %s (%s)', (text, unit, value) => {
    expect(count(text, unit)).toBe(value);
  });

  it('and rows of names cost no more than their length', () => {
    const start = began();
    const pieces = [
      'kas-01 s.d. ',
      'arsip-01, -02, ',
      'paket PkgA, ',
      'paket abc ',
      'uji beban e-Kas, ',
      'tgl 3, 5, ',
      'PC A s.d. ',
    ];
    for (const piece of pieces)
      for (const unit of ['server', 'paket', 'aplikasi', 'kegiatan'])
        count(piece.repeat(Math.ceil(20_000 / piece.length)), unit);

    expect(spentSince(start)).toBeLessThan(6000);
  });
});
