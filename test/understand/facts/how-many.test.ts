import { describe, expect, it } from 'vitest';
import { countNamed } from '../../../src/understand/facts/named-things.ts';
import { Searched } from '../../../src/understand/facts/searched.ts';
import { read } from '../office.ts';
import { countOf } from './count-of.ts';

const count = (text: string, unit: string | null): number | null => countOf(text, { unit, sender: 'Sekar Ayuningrum' });

describe('what a service counts', () => {
  it.each([
    ['Lab kami berisi 60 PC. Mohon satu segmen IP tersendiri.', 'segmen', 1],
    ['Lantai tiga akan diisi 75 orang, mohon dua blok alamat.', 'segmen', 2],
    ['Ada 15 ribu peserta yang memakai. Mohon satu mesin virtual untuk pengembangan.', 'server', 1],
    ['butuh tempat coba untuk 4 servis kecil', 'server', 4],
    ['1 VM aplikasi (4 vCPU/16 GB), 1 VM basis data (8 vCPU, disk 500 GB)', 'server', 2],
    ['mohon matikan dua server uji, dipakai 12 pegawai', 'server', 2],
    ['1 pegawai kantor + 2 teknisi rekanan', 'orang', 3],
    ['Mohon 2 orang narasumber untuk 80 peserta', 'narasumber', 2],
    ['mohon narasumber tata kelola data (topik klasifikasi) dari Pusintek 3 orang, 9 Desember', 'narasumber', 3],
    ['Lisensi Office 365 untuk 2 laptop, mohon dipasang', 'perangkat', 2],
    ['Spesifikasi sebagai berikut:\n1. Server web: 3 unit (8 vCPU)\n2. Server data: 2 unit (16 vCPU)', 'server', 5],
    ['Asrama 24 kamar belum berjaringan', 'titik', 24],
    ['- app: 2 VM Ubuntu, 8 core\n- db: 1 VM Oracle', 'server', 3],
    ['Kebutuhan:\n1 VM Rocky, 4 vCPU untuk web\n1 VM Rocky, 8 vCPU untuk basis data', 'server', 2],
    ['mohon kabel LAN 4 meter enam biji', null, 6],
    ['perangkat di ruangan (3 PC, 1 scanner, 2 printer) mohon diperiksa', null, 6],
    ['besok saya + 2 orang dari rekanan masuk', 'orang', 3],
    ['PIC dari kami: saya sendiri. Teknisi rekanan (4 org) menyusul.', 'orang', 5],
    ['minta 2 IP tetap. PIC saya sendiri.', 'alamat', 2],
  ])('“%s” asks for so many (%s): %i', (text, unit, value) => {
    expect(count(text, unit)).toBe(value);
  });

  it.each([
    ['Peserta 120 orang akan datang, mohon pembicara', 'narasumber'],
    ['Mohon narasumber untuk kelas kami, 40 orang', 'narasumber'],
    ['Minta Office 365 di laptop kantor', 'perangkat'],
    ['Spesifikasi sebagai berikut:\n- 8 vCPU\n- RAM 16 GB\n- OS Rocky', 'server'],
    ['Lab kami berisi 60 PC, mohon alamatnya', 'segmen'],
    ['Dipakai 20 ribu peserta', 'server'],
  ])('“%s” says nothing of how many %s', (text, unit) => {
    expect(count(text, unit)).toBeNull();
  });
});

describe('what a request counts, and what stands around it', () => {
  it.each([
    ['mohon user bagas.adiputra diberi hak join domain, mau join-kan 12 PC baru', 'akun', 1],
    ['saya mau punya hak join domain untuk 4 laptop pimpinan', 'akun', 1],
    ['Mohon hak join domain untuk akun saya dan Veronika Lim, ada 30 PC baru.', 'akun', 2],
    ['tolong join domain 4 PC ruang rapat', 'akun', 4],
    [
      'domain belum bisa, akun saya haknya kurang:\nPLU-01 | 5CG3310A1X\nPLU-02 | 5CG3310A1Y\nMohon 2 laptop join domain',
      'akun',
      2,
    ],
    ['Mohon akun PDE untuk Rendy Ferdinand dan Ayu Lestariningrum (Seksi Pertukaran Data)', 'akun PDE', 2],
    ['Mohon akun PDE untuk DJBC. PIC teknis Rendy Ferdinand.', 'akun PDE', null],
    ['mohon akun email:\n1. Nama: Gina Fauziah, jabatan: staf\n2. Nama: Aldi Rukmana, jabatan: staf', 'akun', 2],
    [
      'mohon folder "KEM" dengan hak akses:\n- anisa.fitri (full)\n- jon.purba (rw)\n- robert.huta (ro)',
      'folder',
      null,
    ],
    ['Minta kabel UTP cat 6 dua roll untuk ruang rapat', 'kabel', 2],
    ['akses internet tamu utk 20 undangan dari luar', 'akun', 20],
    ['Please arrange guest internet access for a World Bank team of five', 'akun', 5],
    ['Mohon dibukakan routing untuk segmen 10.44.128.0/22 dan 10.44.132.0/23 ke DC', 'segmen', 2],
    ['Mohon dibuka routing antara segmen 10.45.60.0/24 dan 172.20.8.0/28', 'segmen', null],
    ['mohon segmen IP untuk 2 KPP baru, masing-masing /23', 'segmen', 2],
    ['Mohon disediakan 10 laptop untuk 2 KPP', 'perangkat', 10],
    ['Mohon disediakan lisensi Microsoft Office untuk 25 pegawai Kanwil', 'perangkat', 25],
    ['Mohon reset sandi akun atas nama:\n\nNama : Tigor Simanjuntak\nJabatan : Kepala Kantor', 'akun', 1],
    ['tolong alamat email diubah melinda.agustin -> melinda.wiratama', 'akun', 1],
    ['bloomberg.com and tradingeconomics.com are blocked for my account', 'akun', 1],
  ])('“%s” asks for so many (%s): %s', (text, unit, value) => {
    expect(count(text, unit)).toBe(value);
  });
});

describe('hosts that are named and not counted', () => {
  it.each([
    ['Mohon VM (10.20.4.17 dan .18) dimatikan', 2],
    ['host 10.60.1.5, 10.60.1.6 dan 10.60.1.9', 3],
    ['10.60.1.5 dan sekali lagi 10.60.1.5', 1],
    ['jaringan 10.31.8.0/25 hampir penuh', 0],
    ['djp-eobj-01 s.d. 03', 3],
    ['srv-app-2 sampai dengan srv-app-5', 4],
    ['vm bppk-klc-app1 & bppk-klc-db1', 2],
    ['alamat 10.200.1.15-17', 3],
    ['versi 3.1.2 sampai versi 3.1.9', 0],
  ])('“%s” names %i', (text, value) => {
    expect(countNamed(new Searched(text), 'host')).toBe(value);
  });

  it('an address that is only a detail counts for nothing where accounts are asked for', () => {
    expect(countNamed(new Searched('IP lama 10.24.8.77, tolong diganti 10.24.9.15'), null)).toBe(0);
  });

  it('who allows it is none of those who are counted', () => {
    expect(count('Salin vm klc-app1 & klc-db1. Bapak Ahmad Fauzi sudah mengizinkan.', 'server')).toBe(2);
  });
});

describe('numbers that count nothing', () => {
  it.each([
    'kalau bisa sebelum jam 3 karena besok kantor daerah mulai',
    'Jumat tanggal 27 ini kantor vertikal berkumpul',
    'Stata 18 (lisensi sudah kami beli)',
    'ruang rapat lantai 4 komputer mati',
  ])('“%s”', (text) => {
    expect(count(text, null)).toBeNull();
  });
});

describe('the number of the sender', () => {
  const nip = '198809222013121009';

  it('is read under the dashes of his signature', () => {
    const body =
      'Mohon kapasitas kotak surat saya ditambah.\n\n-- \nIlham Syahputra\nNIP 19880922 201312 1 009\nPranata Komputer';
    expect(read('Kotak surat penuh', body).wishes[0]?.facts.nip).toBe(nip);
  });

  it('is not taken for that of another whose number is told', () => {
    const body = 'Mohon reset password NIP 199006132012122025.\n\n-- \nIlham Syahputra\nNIP 19880922 201312 1 009';
    expect(read('Reset password', body).wishes[0]?.facts.nip).toBe('199006132012122025');
  });
});

describe('the day of an invitation below', () => {
  const below =
    '\n\n-----Original Message-----\nFrom: Taufik Rahmanto\nSent: Monday, November 23, 2026 10:12 AM\nTo: KPKNL\nSubject: Undangan\n\nMengundang pada rapat konferensi video, Jumat 4/12 pukul 09.00 WITA.';

  it('is that of the wish where the sender points to it', () => {
    const text = `Meneruskan undangan di bawah, mohon petugas mendampingi konferensi video kami.${below}`;
    expect(read('rakor daring', text).wishes[0]?.facts.eventDate).toBe('2026-12-04');
  });

  it('is history where he does not', () => {
    const text = `Mohon petugas mendampingi konferensi video kami.${below}`;
    expect(read('rakor daring', text).wishes[0]?.facts.eventDate).toBeUndefined();
  });
});
