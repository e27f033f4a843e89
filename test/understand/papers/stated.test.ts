import { describe, expect, it } from 'vitest';
import { findSoftware } from '../../../src/understand/papers/software.ts';
import { statedIn } from '../../../src/understand/papers/stated.ts';
import { toWords } from '../../../src/understand/words/normalise.ts';
import { rulebook } from '../office.ts';

const stated = (key: string, text: string) => statedIn(key, toWords(text), {}, rulebook);

describe('what a mail states in figures', () => {
  it.each([
    ['estimasi-pengguna', 'perkiraan 4.500 pemakai/hari'],
    ['estimasi-pengguna', 'pengguna paling banyak dalam sehari ... 18.000'],
    ['estimasi-pengguna', 'Maks 6 ribu pengunjung'],
    ['estimasi-pengguna', 'about 900 concurrent users a day, 900 users per day'],
    ['jam-efektif', 'dipakai 07.30-16.30'],
    ['jam-efektif', 'aktif 9 jam'],
    ['lama-transaksi', 'sekali isi sekitar tujuh menit'],
    ['lama-transaksi', 'kira-kira 90 detik'],
    ['jumlah-dokumen', 'volume 2.300 sertifikat per bulan'],
    ['jumlah-dokumen', '± 40.000 dokumen/tahun'],
    ['spesifikasi-interkoneksi', 'usulan 20 Mbps simetris'],
    ['skenario-uji', 'Skenario pengujian: \n1. Login\n2. Unggah'],
    ['skenario-uji', 'Alur yang mau dicoba:\n  a. 3.000 orang masuk'],
    ['daftar-nama', 'jumat saya + Ratna mau memasang server'],
    ['daftar-nama', 'Ikut: Bpk. Slamet dari vendor'],
    ['daftar-nama', 'Pihak ketiga (PT Maju):\n a. Bonar Sihite - KTP 31'],
    ['daftar-nama', 'saya sendirian saja'],
    ['daftar-nama', 'Teknisi CV Bumi Teknik (Slamet dan Pak Harjo) akan mengganti kipas'],
    ['daftar-nama', 'yang masuk Slamet Riyadi, Harjo dan Tono dari PT Bumi Teknik'],
    ['daftar-nama', 'bersama Wati & Tono selaku teknisi'],
    ['estimasi-pengguna', 'Perkiraan pemakai 2.400 orang'],
    ['estimasi-pengguna', 'diperkirakan 900 pengguna'],
    ['estimasi-pengguna', 'pengguna kira-kira: jumlah pegawai 3.100'],
  ])('%s: “%s”', (key, text) => {
    expect(stated(key, text)).not.toBeNull();
  });

  it.each([
    ['estimasi-pengguna', 'aplikasi dipakai banyak pengguna setiap hari'],
    ['lama-transaksi', 'transaksinya cepat'],
    ['jumlah-dokumen', 'surat nomor 12 dan dokumen lain'],
    ['skenario-uji', 'skenario: menyusul'],
    ['spesifikasi-interkoneksi', 'sambungan yang cepat'],
    ['daftar-nama', 'yang berangkat 3 orang, nama2 masih nunggu ST, PIC saya sendiri'],
    ['daftar-nama', 'saya dan 2 orang vendor, nanti saya kabari namanya'],
    ['daftar-nama', 'teknisi PT Bumi Teknik (Persero) mengganti kipas'],
    ['daftar-nama', 'vendor PT Bumi Teknik (Jakarta) datang'],
    ['estimasi-pengguna', 'perkiraan rilis 12 Januari untuk semua pengguna'],
    ['daftar-nama-lupa', 'Mohon sandi pegawai kami direset.'],
  ])('%s: not in “%s”', (key, text) => {
    expect(stated(key, text)).toBeNull();
  });

  it('does not take names that are still to come for given, whoever else is named', () => {
    const words = toWords('PIC Danang Priambodo, nama-nama menyusul');

    expect(statedIn('daftar-nama', words, { applicant: 'Danang Priambodo' }, rulebook)).toBeNull();
    expect(
      statedIn('daftar-nama', toWords('PIC Danang Priambodo'), { applicant: 'Danang Priambodo' }, rulebook),
    ).not.toBeNull();
  });
});

describe('the program to be installed', () => {
  it.each([
    ['tolong dipasangi eBupot versi terakhir', 'eBupot'],
    ['mohon instal QGIS di laptop', 'QGIS'],
    ['Kantor sudah beli Surfer, mau dipasang di dua laptop', 'Surfer'],
    ['lab belum ada e-SPT', 'e-SPT'],
    ['tolong instal geoda di laptop saya', 'geoda'],
    ['program GeoSlope mohon dipasangkan', 'GeoSlope'],
    ['please install Zotero for me', 'Zotero'],
  ])('“%s” names %s', (text, name) => {
    expect(findSoftware(text, rulebook)).toBe(name);
  });

  it.each([
    'mohon instal ulang laptop saya',
    'tolong dipasang di 15 PC',
    'mohon bantuan instalasi software pendukung untuk kerja',
    'pasang aplikasi baru dong',
  ])('“%s” names none', (text) => {
    expect(findSoftware(text, rulebook)).toBeNull();
  });
});
