import { describe, expect, it } from 'vitest';
import { reply } from '../office.ts';

describe('the label of a resolved ticket', () => {
  it.each([
    ['vm spm-uat-02 dah nyala, ssh ok. label hosting iaas', 'hosting iaas'],
    ['Akun sudah nonaktif per pagi ini. lbl: Nonaktif Akun', 'Nonaktif Akun'],
    ['PDE account updated. Tested with one file. Resolved - label Akun PDE', 'Akun PDE'],
    ['Rekaman sudah diserahkan. Selesai, labelnya Video Conference.', 'Video Conference'],
    [
      'Package sudah naik ke production. Silakan diselesaikan dengan label Release IS Production.',
      'Release IS Production',
    ],
    ['Laporan sudah di folder bersama. Label uji kerentanan, silakan ditutup', 'uji kerentanan'],
    ['Voucher sudah dikirim ke pemohon. Closed, Internet Tamu.', 'Internet Tamu'],
    ['Sertifikat sudah dicabut. SELESAI. Penonaktifan Sertifikat', 'Penonaktifan Sertifikat'],
    ['VA report sent to Arya through e-dropbox. Nothing left on our side. Label: VA', 'VA'],
  ])('is found in “%s”', (text, label) => {
    expect(reply('rft', text)).toMatchObject({ intent: 'resolve', label });
  });

  it.each([
    'Printer sudah diperbaiki. Selesai, printer normal',
    'Akun sudah dibuat. Done, Budi',
    'Akun sudah dibuat. Selesai, Akun Andi Wijaya',
    'Kabel sudah dipasang. Beri label inventaris kantor',
    'Kabel dipasang, label aset ditempel besok',
  ])('is none in “%s”', (text) => {
    expect(reply('rft', text).label).toBeNull();
  });

  it.each([
    'progress 80%. Label: dashboard',
    'Sudah kami cek ke lokasi. Label: LAN',
    'Jadwal instalasi sudah disepakati. label: perangkat lunak',
    'Masih menunggu vendor. Label: VPN',
    'Sudah kami hubungi. Label: Akun',
    'Lagi dikerjakan mas Hanif, label broadcast',
    'Akun belum dibuat. Closed, Internet Tamu.',
    'Besok dipasang. Label: LAN',
    'Sebagian sudah dipasang. lbl: LAN',
    'User menginfokan printer di lantai 3. Label: perangkat lunak',
    'Analisis: kuota mailbox penuh. Label: kuota',
    'Penyebabnya switch lantai 2. Label: jaringan',
    'Barang sudah datang di gudang. Label: Kabel UTP',
    'Rapat persiapan selesai. Label: dukungan kegiatan',
    'Permintaan disetujui CIO. Label: kamus data',
  ])('resolves nothing beside work that is open: “%s”', (text) => {
    expect(reply('rft', text).intent).not.toBe('resolve');
  });

  it('is put right without resolving anything', () => {
    const text = 'Label yang benar untuk tiket ini: Penghapusan Akses DevOps. Tolong diganti, tadi salah pilih.';
    expect(reply('rft', text)).toMatchObject({ intent: 'note', label: 'Penghapusan Akses DevOps' });
  });
});

describe('a report that ends with a word of closing', () => {
  it('may tell what came before the deed', () => {
    const text = 'Nomor HP sudah diperbarui setelah verifikasi NIP via telepon. SELESAI';
    expect(reply('rft', text).intent).toBe('resolve');
  });

  it.each([
    'Sudah dijadwalkan setelah rapat. SELESAI',
    'Sudah dipasang setelah barang datang besok. SELESAI',
    'Sudah siap dipasang setelah barang datang',
    'Dipasang setelah barang datang. SELESAI rapatnya',
    'Sudah disepakati akan dipasang setelah lebaran. Selesai',
  ])('is not resolved while something is to come: “%s”', (text) => {
    expect(reply('rft', text).intent).not.toBe('resolve');
  });
});
