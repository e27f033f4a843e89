import { describe, expect, it } from 'vitest';
import { countOf } from './count-of.ts';

const count = (text: string, unit: string | null, bounded = false): number | null =>
  countOf(text, { unit, sender: 'Sekar Ayuningrum', bounded });

describe('numbers that stand against each other', () => {
  it.each([
    ['Kami sudah punya 3 VM development. Butuh satu lagi untuk Redis.', 'server', 1],
    ['Yang kemarin 3 IP sudah jalan. Sekarang minta 2 lagi untuk CCTV.', 'alamat IP', 2],
    ['Ruang diklat punya 24 PC, 4 sedang diservis. Mohon dipasang di PC yang sisanya.', 'perangkat', 20],
    ['Kemarin teknisi baru sempat mengerjakan 2 dari 5 PC. Mohon dilanjutkan sisanya.', 'perangkat', 3],
    ['IP statis untuk 10 thin client; yang 3 di pantry batal, jadi sisanya saja', 'alamat IP', 7],
    ['Kami pakai 7 VM. Yang 3 sudah tidak terpakai, mohon dinonaktifkan.', 'server', 3],
    ['Ada rapat dengan 20 orang internal, yang tamu cuma 1 orang', 'akun', 1],
    ['Awalnya kami minta 2 room, ternyata peserta bertambah, mohon jadikan 4 room.', 'room', 4],
    ['Of the five new hires, two already have accounts. Please create the remaining three.', 'akun', 3],
    ['Kemarin lewat telepon saya minta 3 VM, ternyata perlu tambah satu, jadi total 4.', 'server', 4],
  ])('ask for what is meant now: %s (%s)', (text, unit, value) => {
    expect(count(text, unit)).toBe(value);
  });

  it.each([
    ['7 org pegawai seksi, kecuali pak Ujang, beliau sdh bisa', 'akun', 6],
    ['sejumlah 14 orang sesuai daftar, namun a.n. Dra. Murniati mohon dikecualikan', 'akun', 13],
    ['Semula lima personil; Bayu dan Cepi berhalangan.', 'orang', 3],
    ['Tim kami bertiga, Wulan tidak jadi ikut.', 'orang', 2],
    ['Daftar terlampir 11 akun. Nomor 3 dan 7 tidak jadi pindah.', 'akun', 9],
    ['akun anak magang 3 org itu (Rian, Salsa, Dito) yg Dito jadi nonaktifkan ya', 'akun', 1],
    ['Dari empat tenaga honorer kami (Ayu, Beni, Caca, Doni) cuma Caca yang keluar.', 'akun', 1],
    ['Lab A: 20 PC\nLab B: 15 PC (2 di antaranya rusak, jadi tidak usah)', 'perangkat', 33],
  ])('leave out, or choose, by name: %s (%s)', (text, unit, value) => {
    expect(count(text, unit)).toBe(value);
  });

  it('asks for one where all that was told is over', () => {
    expect(count('Laptop Bu Orin saja. Kemarin 2 laptop lain sudah oke.', 'perangkat', true)).toBe(1);
  });
});

describe('names and rows without a number', () => {
  it.each([
    ['dibuka utk petugas APT (Rusdiana, Norman, Yuni, Pak Alex)', 'akun', 4],
    ['IDEA 12 di laptop auditor: saya, Nadia, dan Pak Reza', 'perangkat', 3],
    ['lisensi Acrobat u/ saya dan rekan saya Mira Anjani', 'perangkat', 2],
    ['akun Pak Yosef Kelen minta direset pwd + akun sy juga sekalian', 'akun', 2],
    ['Akun saya terkunci. Punya Bu Kasi juga.', 'akun', 2],
    ['Yang masuk: saya, Hesti Purnamasari, serta tiga teknisi PT Sinar: Wawan, Oscar Tan, dan Deni K.', 'orang', 5],
    ['ubah: 1. Nurul jadi Nurul Hidayati, 2. Pak Agung pindah ke Seksi Umum, 3. Lestari ganti jabatan', 'akun', 3],
    [
      'rincian:\na. 2 unit VM aplikasi (8 vCPU/16 GB);\nb. 1 unit VM basis data (16 vCPU);\nc. 1 unit VM cache.',
      'server',
      4,
    ],
    ['VM hosting lelang v2, app01 dan db01, mohon diaktifkan', 'server', 2],
    ['1. Printer lantai 2\n2. Printer lantai 3\n3. Scanner TU\nMohon diberi IP statis.', 'alamat IP', 3],
    ['room zoom:\nKamis 26 Nov jam 09-12 Sumatera\nJumat 27 Nov jam 13-16 Jawa', 'room', 2],
    ['reset akun lab.net01 s/d lab.net05', 'akun', 5],
  ])('are counted: %s (%s)', (text, unit, value) => {
    expect(count(text, unit)).toBe(value);
  });

  it.each([
    ['Informasi ini sudah saya sampaikan ke Pak Codi dan Bu Desi. Mohon reset sandi saya.', 'akun'],
    ['Saya mau masuk DC. Sudah izin Pak Dani dan Bu Erna.', 'orang'],
    ['laptop baru untuk Ibu Kepala Kantor: join domain, email Outlook, printer', 'perangkat'],
    ['Laptop saya dicuri. Berkas tanda tangan saya (sertel) dan saya takut dipakai orang.', 'orang'],
  ])('are none of those who only stand there: %s (%s)', (text, unit) => {
    expect(count(text, unit, true)).toBe(1);
  });
});

describe('nouns no list knows', () => {
  it.each([
    ['link aktivasi ulang sertifikat elektronik utk 4 widyaiswara (list terlampir)', 'orang', 4],
    ['5 outsource kontraknya habis, akunnya tolong dimatikan', 'akun', 5],
    ['sertifikat elektronik 4 komisioner akan habis', 'orang', 4],
    ['akses API Gateway untuk 3 consumer (Bank A, Bank B, Bank C)', null, 3],
    ['buat bimtek minta akun internet tamu 20 ya.', 'akun', 20],
  ])('count by where their number stands: %s (%s)', (text, unit, value) => {
    expect(count(text, unit)).toBe(value);
  });

  it.each([
    ['sandi saya untuk 3 aplikasi sama', 'akun'],
    ['Saya salah PIN TTE 3x jadi terblokir', 'orang'],
    ['akses saya dinaikkan selama 3 bulan untuk 2 kegiatan', 'akun'],
    ['Barang masuk: 1 module, pengguna aplikasi di 30 kantor', 'orang'],
  ])('count nothing where they are things of the mail: %s (%s)', (text, unit) => {
    expect(count(text, unit, true) ?? 1).toBe(1);
  });
});

describe('what is shared out', () => {
  it.each([
    ['Hari pertama 2 room, hari kedua & ketiga masing2 3 room', 'room', 8],
    ['Hari Rabu 2 room, Kamis dan Jumat masing-masing 1 room.', 'room', 4],
    ['lab A 20 PC, lab B dan C masing-masing 12 PC, ditambah 1 PC instruktur', 'perangkat', 45],
    ['Dua pejabat dari masing-masing bidang, ada tiga bidang.', 'orang', 6],
    ['Need 2 additional development VMs, 16 vCPU/32GB each', 'server', 2],
    ['4 teknisi, tiap malam 2 orang bergantian', 'orang', 4],
  ])('is counted with what the others have: %s (%s)', (text, unit, value) => {
    expect(count(text, unit)).toBe(value);
  });
});
