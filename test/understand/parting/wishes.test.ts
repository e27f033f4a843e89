import { describe, expect, it } from 'vitest';
import { read } from '../office.ts';

const said = (text: string, subject = 'Permintaan'): readonly string[] =>
  read(subject, text).wishes.map(({ kind, variant }) => (kind === 'request' ? (variant ?? '?') : kind));

describe('two wishes in flowing text', () => {
  it.each([
    [
      'Tolong aktifkan lagi akun email saya yang terkunci. Selain itu, kami butuh narasumber keamanan informasi untuk bimtek 10 Desember di Bandung.',
      ['ITSM.8', 'ITSM.11'],
    ],
    [
      'Internet di ruang arsip mati sejak subuh. Sekalian mohon dikirim kabel UTP 2 roll untuk stok kami.',
      ['incident', 'ITSM.5'],
    ],
    [
      'Mohon dibuatkan akun creator survei untuk Bram, terus minta disebarkan juga undangan survei itu lewat broadcast email ke semua pegawai.',
      ['ITSM.20', 'ITSM.17'],
    ],
    [
      'Sertifikat elektronik saya kedaluwarsa minggu depan, mohon diperpanjang. Satu lagi, printer di loket 3 rusak dan tidak menyala.',
      ['ITSM.15', 'incident'],
    ],
    [
      'Kami perlu server development IaaS dengan 4 vCPU; tolong juga akun DevOps untuk dua programmer baru.',
      ['ITSM.2', 'ITSM.18'],
    ],
    [
      'Mohon backup server produksi SIMPEG malam ini.\n\nKami juga minta uji kerentanan aplikasi e-Lelang sebelum rilis.',
      ['ITSM.1', 'ITSM.7'],
    ],
    [
      'tlg reset password email kantor sy, sama sekalian minta room zoom 100 org buat rapat senin',
      ['ITSM.8', 'ITSM.14'],
    ],
    [
      'Please reset my email password. Also, we need a guest wifi access for five visitors on Tuesday.',
      ['ITSM.8', 'ITSM.5'],
    ],
    [
      'Folder bersama BAGIAN-2019 mohon dihapus karena sudah tidak dipakai. Oh ya, pegawai baru kami belum punya email, tolong dibuatkan.',
      ['ITSM.9', 'ITSM.8'],
    ],
    [
      'Mohon akses API Gateway Development untuk Tari dan mohon izin masuk data center hari Rabu untuk dua teknisi.',
      ['ITSM.19', 'ITSM.3'],
    ],
    [
      'Kami minta lisensi AutoCAD dua buah. Apakah wifi tamu boleh dipakai vendor yang menginap?',
      ['ITSM.10', 'question'],
    ],
    [
      'Btw passphrase TTE pak Kasi lupa minta direset, plus laptop barunya belum ada Office tolong dipasang.',
      ['ITSM.15', 'ITSM.10'],
    ],
    [
      'Sejak tadi aplikasi Nadine error 500 di semua komputer kami. Di luar itu, kami memohon pendampingan video conference tanggal 3 Desember.',
      ['incident', 'ITSM.14'],
    ],
    [
      'Mohon dibukakan routing dari kantor kami ke server bank. Berikutnya mohon stress test portal UMKM untuk 5.000 pengguna.',
      ['ITSM.5', 'ITSM.7'],
    ],
    [
      'Tiket saya soal folder bersama sudah sampai mana ya? Sekalian minta IP static untuk mesin absen baru.',
      ['status', 'ITSM.5'],
    ],
    [
      'Kami kecewa, petugas yang dijanjikan datang Senin tidak muncul dan telepon tidak diangkat. Selain itu mohon akun email untuk pegawai pindahan kami dibuatkan.',
      ['complaint', 'ITSM.8'],
    ],
    [
      'Aplikasi kami siap naik, mohon hosting PaaS production. Tambahan: mohon sertifikat elektronik tiga pejabat baru didaftarkan.',
      ['ITSM.1', 'ITSM.15'],
    ],
    [
      'Ada dua permintaan: mohon perangkat Pak Dirjen dicek berkala dua minggu sekali, dan mohon dashboard PNBP dibukakan untuk saya.',
      ['ITSM.13', 'ITSM.4'],
    ],
    [
      'Mohon banner undangan dikirim ke email seluruh pegawai hari Kamis. Btw nomor WA meja layanan di spanduk itu masih aktif ga sih?',
      ['ITSM.17', 'question'],
    ],
    [
      'Tolong passphrase sertifikat saya direset. Terus yg SD-2610-0077 soal folder bersama kok belum ada kabarnya ya?',
      ['ITSM.15', 'status'],
    ],
    [
      'Teknisi kemarin datang terlambat dan pergi sebelum selesai, kami kecewa. Sekalian kami minta IP static untuk printer baru.',
      ['complaint', 'ITSM.5'],
    ],
    [
      'Mohon akses fisik data center untuk dua teknisi hari Senin. Oh ya, webmail dari pagi error 503 di semua komputer kami.',
      ['ITSM.3', 'incident'],
    ],
    [
      'Saya lupa kata sandi email dan minta direset. Lalu laptop saya minta dipasangi antivirus, lisensinya dari kantor.',
      ['ITSM.8', 'ITSM.10'],
    ],
  ])('“%s”', (text, wanted) => {
    const found = said(text);
    expect(found.map((one) => one.split('/')[0])).toEqual(wanted);
  });
});

describe('one wish with much around it', () => {
  it.each([
    'Laptop lama saya rusak terkena air dan sudah diganti. Mohon dipasangkan Office di laptop yang baru.',
    'Mohon hosting IaaS production. Dokumen BIA, hasil uji kerentanan, dan berita acara UAT terlampir.',
    'Kami akan mengadakan survei dan rapat daring bulan depan, untuk itu mohon akun creator survei.',
    'Mohon akun email untuk pegawai baru kami. Laptop dan akses internetnya sudah ada, jadi tidak perlu.',
    'Saya tidak bisa masuk email karena lupa password. Mohon direset dan dikabari lewat WA.',
    'Mohon perpanjangan sertifikat elektronik saya. Berapa lama biasanya prosesnya?',
    'Room Zoom untuk 200 peserta tanggal 4 Desember, mohon dengan perekaman dan kata sandi.',
    'Mohon kabel UTP 3 roll dan konektor RJ45 satu kotak untuk penataan ruang.',
    'Printer jaringan selalu berganti alamat. Tolong printer itu diberi IP static.',
    'Server development lama tetap dipakai. Kami minta tambah satu VM development lagi untuk sandbox.',
    'Mohon folder bersama untuk tim audit, dapat dibaca lima orang dan ditulis dua orang.',
    'Permintaan reset password kemarin sudah selesai, terima kasih. Sekarang mohon kuota mailbox saya ditambah.',
    'Aplikasi sudah lulus uji beban. Mohon deploy ke production PaaS hari Jumat, atasan sudah setuju di tembusan.',
    'Mohon lisensi Visio sekaligus dipasang di laptop saya.',
    'Vendor kami masuk data center Senin untuk mengganti disk server, mohon izin akses fisiknya.',
    'Apakah email dinas boleh dibuka dari ponsel pribadi, dan bagaimana cara memasangnya?',
    'Internet lantai 5 lambat sekali, zoom kami putus terus dan email tidak terkirim. Mohon dicek.',
    'Mohon narasumber untuk pelatihan keamanan informasi. Peserta 40 orang, ruang dan konsumsi dari kami.',
    'Broadcast undangan seminar ke seluruh pegawai mohon dikirim Kamis pagi; bannernya kami lampirkan.',
    'Mohon pengumuman ini dikirim sekarang juga lewat email massal ke seluruh pegawai, lokasinya Gedung A.',
    'Kotak surat saya penuh terus menerus, mohon kuotanya ditambah.',
    'Mohon akun email untuk pegawai baru. Surat pengantarnya harus diteken siapa?',
    'Jika memungkinkan mohon akun saya dibuka untuk YouTube, karena tugas kami mengelola kanal resmi kantor.',
  ])('“%s”', (text) => {
    expect(said(text)).toHaveLength(1);
  });
});
