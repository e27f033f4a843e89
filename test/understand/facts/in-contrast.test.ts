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

describe('what is told in parts', () => {
  it.each([
    ['akun internet utk siswa PKL SMKN 2: 4 laki2 dan 2 perempuan, nama di foto terlampir.', 'akun', 6],
    ['Mohon VM server development: 1 app, 1 db, 1 collector utk POC monitoring jaringan.', 'server', 3],
    ['Butuh VM dev: 2 frontend, 2 backend, 1 cache. Trims', 'server', 5],
    ['kabel utp jadi utk lab komputer BDK Palu: lab A 15, lab B 10. panjang 3 mtr.', 'kabel', 25],
    ['akses internet untuk tim audit: 4 auditor tim A, 2 tim B, plus saya sebagai admin.', 'akun', 7],
    ['Voucher wifi untuk peserta rakor: 8 dari Jakarta, 5 dari daerah.', 'akun', 13],
    ['lantai 1, lantai 2, lantai 3 dan ruang server, masing-masing satu segmen /25.', 'segmen', 4],
    ['Mohon kabel UTP utk loket depan, ruang arsip dan aula, masing-masing 2 buah.', 'kabel', 6],
    ['Mohon 12 akun untuk magang: 5 admin, 7 operator.', 'akun', 12],
    ['iPad saya tidak bisa sinkron email dan laptop di ruang saya minta update terus.', 'perangkat', 2],
  ])('is summed up: %s (%s)', (text, unit, value) => {
    expect(count(text, unit)).toBe(value);
  });

  it.each([
    ['Mohon VM development: 4 vCPU, 16 GB RAM, 100 GB disk', 'server', 1],
    ['tolong instalkan zoom di pc saya, pc baru diganti.', 'perangkat', 1],
    ['Laptop Ibu Sesjen?\niPad Bapak Sesjen tidak bisa mirroring ke TV ruang kerja.', 'perangkat', 1],
  ])('is not, where it is of one: %s (%s)', (text, unit, value) => {
    expect(count(text, unit, true)).toBe(value);
  });

  it.each([
    ['akses dashboard utk 2 orang, saya dan Yosef Kelen.', 'akun', 2],
    ['Kunjungan DC 5 orang, saya, Hendra Wijaya, dan tiga teknisi PT Inti', 'orang', 5],
    ['akun peserta magang, yaitu magang01 s.d. magang04. Sekar', 'akun', 4],
    ['Mohon reset akun lab.pajak1 - lab.pajak6 ya min.', 'akun', 6],
    ['akun kanggo Asep Sunandar jeung Neng Lilis', 'akun', 2],
    ['mohon akun untuk Kadek Ratna lan Putu Eka Wijaya', 'akun', 2],
    ['butuh 3 kabel lan 2 meter', 'kabel', 3],
    [
      'Kami menerima 36 mahasiswa, 2 orang telah mengundurkan diri. Mohon akun untuk ketiga puluh empat relawan dimaksud.',
      'akun',
      34,
    ],
    ['Mohon agar akun kedua belas pegawai tersebut dinonaktifkan.', 'akun', 12],
    ['Akun wifi 12 org minus 2 yang batal tapi nambah 2 dari kedutaan jadi tetep 12.', 'akun', 12],
    ['Teknisi 6 orang, ada pergantian nama 1 orang, jumlahnya tetap 6', 'orang', 6],
  ])('is as many as the whole that is told with it: %s (%s)', (text, unit, value) => {
    expect(count(text, unit)).toBe(value);
  });
});
