/** The other half of the mails of the catalogue. */
import {
  DAYS_1,
  DAYS_10,
  DAYS_2,
  DAYS_3,
  FORM,
  HOURS_4,
  LETTER,
  SAME_DAY,
  type CatalogueMail,
} from './catalogue-promises.ts';

export const MORE_CATALOGUE_MAILS: readonly CatalogueMail[] = [
  {
    slug: 'ITSM.3/akses-fisik-dc',
    text: 'Mohon akses fisik DC tanggal 3 Desember 2026 pukul 09.00 untuk penggantian harddisk server. PIC unit: Dewi Anggraini. Nama personel: 1. Dewi Anggraini 2. Rudi Hartono.',
    due: 'event',
  },
  {
    slug: 'ITSM.3/akses-fisik-drc',
    text: 'Mohon akses fisik DRC tanggal 3 Desember 2026 pukul 09.00 untuk penggantian baterai UPS. PIC unit: Dewi Anggraini. Nama personel: 1. Dewi Anggraini 2. Rudi Hartono.',
    due: 'event',
  },
  {
    slug: 'ITSM.4/pertukaran-data',
    text: 'Mohon pertukaran data elektronik realisasi anggaran ke sistem kami; data sudah tersedia di data warehouse.',
    papers: { 'izin-akses-data': 'Izin Akses Data.pdf' },
    due: '2026-11-30T09:00',
  },
  {
    slug: 'ITSM.4/akses-data-kl',
    text: 'Permintaan akses data K/L oleh badan publik, belum ada perjanjian kerja sama.',
    papers: { 'surat-akses-data-kl': 'Surat Permintaan Akses Data.pdf' },
    due: 'unstated',
  },
  {
    slug: 'ITSM.4/akses-dashboard',
    text: 'Mohon akses layanan dashboard penerimaan untuk saya; data sudah tersedia.',
    papers: { 'izin-akses-data': 'Izin Akses Data.pdf' },
    due: '2026-12-14T09:00',
  },
  {
    slug: 'ITSM.4/pengembangan-dashboard',
    text: 'Mohon pengembangan dashboard baru untuk memantau piutang; data sudah tersedia.',
    papers: { ...LETTER, 'user-requirement': 'User Requirement.pdf', 'izin-akses-data': 'Izin Akses Data.pdf' },
    due: '2027-04-01T09:00',
  },
  {
    slug: 'ITSM.5/perancangan-interkoneksi',
    text: 'Mohon perancangan interkoneksi jaringan WAN untuk kantor baru kami.',
    papers: { 'spesifikasi-interkoneksi': 'Spesifikasi Interkoneksi.pdf' },
    due: '2026-12-04T09:00',
  },
  {
    slug: 'ITSM.5/asistensi-lan',
    text: 'Mohon asistensi pengembangan LAN kantor kami tanggal 7 Desember 2026.',
    due: 'event',
  },
  {
    slug: 'ITSM.6/pengembangan-aplikasi',
    text: 'Mohon pengembangan aplikasi SIMPATI yang sudah ada, penambahan fitur ekspor.',
    papers: { ...LETTER, 'user-requirement': 'User Requirement.pdf' },
    due: '2028-01-03T09:00',
  },
  {
    slug: 'ITSM.7/uji-kerentanan',
    text: 'Mohon uji kerentanan aplikasi SIMPATI, aplikasi yang akan diuji ada di e-dropbox https://e-dropbox.kemenkeu.example/s/uji.',
    papers: {
      'manual-instalasi': 'Manual Instalasi.pdf',
      'manual-penggunaan': 'Manual Penggunaan.pdf',
      'dokumen-uat': 'Dokumen UAT.pdf',
    },
    due: '2026-12-09T09:00',
  },
  {
    slug: 'ITSM.7/uji-beban',
    text: 'Mohon uji beban aplikasi SIMPATI, aplikasi ada di e-dropbox https://e-dropbox.kemenkeu.example/s/beban. Pengguna 5.000 orang per hari, jam efektif 8 jam, lama satu transaksi 5 menit.',
    papers: {
      'manual-instalasi': 'Manual Instalasi.pdf',
      'manual-penggunaan': 'Manual Penggunaan.pdf',
      'dokumen-uat': 'Dokumen UAT.pdf',
      'skenario-uji': 'Skenario Pengujian.pdf',
    },
    due: DAYS_10,
  },
  {
    slug: 'ITSM.8/reset-password',
    text: 'Mohon reset password email saya, lupa setelah cuti.',
    due: HOURS_4,
  },
  {
    slug: 'ITSM.9/sharing-folder',
    text: 'Mohon pembuatan sharing folder untuk saya dan pemberian hak akses baca tulis bagi saya.',
    due: DAYS_2,
  },
  {
    slug: 'ITSM.10/penyediaan-kolektif',
    text: 'Mohon penyediaan 12 lisensi antivirus untuk 12 laptop, instalasi kami lakukan sendiri.',
    papers: { 'daftar-sn-bmn': 'Daftar SN dan Kode BMN.xlsx' },
    due: HOURS_4,
  },
  {
    slug: 'ITSM.10/instalasi-individu',
    text: 'Mohon instalasi Adobe Acrobat di satu laptop, lisensi sudah ada.',
    due: DAYS_1,
  },
  {
    slug: 'ITSM.10/instalasi-kolektif',
    text: 'Mohon instalasi Adobe Acrobat di 12 laptop, lisensi sudah ada.',
    papers: { 'daftar-sn-bmn': 'Daftar SN dan Kode BMN.xlsx' },
    due: DAYS_3,
  },
  {
    slug: 'ITSM.11/narasumber-tik',
    text: 'Mohon narasumber bidang TIK untuk acara tanggal 14 Desember 2026 di Jakarta.',
    papers: LETTER,
    due: DAYS_3,
  },
  {
    slug: 'ITSM.12/dukungan-kegiatan-khusus',
    text: 'Mohon dukungan kegiatan khusus acara rapat kerja tanggal 14 Desember 2026 di Jakarta, laptop dan petugas.',
    papers: LETTER,
    due: 'event',
  },
  {
    slug: 'ITSM.14/audio-conference',
    text: 'Mohon pendampingan audio conference tanggal 14 Desember 2026 di Jakarta.',
    due: 'event',
  },
  {
    slug: 'ITSM.14/video-conference',
    text: 'Mohon pendampingan video conference tanggal 14 Desember 2026 di Jakarta, perlu operator.',
    due: 'event',
  },
  {
    slug: 'ITSM.14/room-video-conference',
    text: 'Permintaan room video conference, link Zoom saja tanpa operator, tanggal 14 Desember 2026 di Jakarta.',
    due: DAYS_2,
  },
  {
    slug: 'ITSM.15/link-aktivasi-reset',
    text: 'Mohon reset passphrase sertifikat elektronik saya.',
    due: DAYS_3,
  },
  {
    slug: 'ITSM.15/penonaktifan',
    text: 'Mohon penonaktifan sertifikat elektronik saya.',
    due: DAYS_3,
  },
  {
    slug: 'ITSM.16/interkoneksi-sertifikat-elektronik',
    text: 'Mohon interkoneksi sistem sertifikat elektronik dengan aplikasi SIMPATI, IP 10.10.20.30, hostname simpati.kemenkeu.example, jumlah dokumen 500 per bulan, karakteristik layanan: tanda tangan otomatis.',
    papers: { ...LETTER, 'surat-persetujuan-tik': 'Surat Persetujuan Unit TIK.pdf' },
    due: DAYS_3,
  },
  {
    slug: 'ITSM.17/broadcast-email',
    text: 'Mohon broadcast email pengumuman ke seluruh pegawai tanggal 1 Desember 2026.',
    due: DAYS_1,
  },
  {
    slug: 'ITSM.18/penambahan-akses-devops',
    text: 'Mohon penambahan akses Devops Service untuk saya.',
    agreed: true,
    due: DAYS_2,
  },
  {
    slug: 'ITSM.18/penghapusan-akses-devops',
    text: 'Mohon penghapusan akses Devops Service untuk rekan yang pindah.',
    agreed: true,
    due: DAYS_2,
  },
  {
    slug: 'ITSM.19/release-package-is-production',
    text: 'Mohon release package IS production, package sudah tersedia di IS development.',
    papers: { 'dokumen-sit': 'Dokumen SIT.pdf', 'petunjuk-instalasi': 'Petunjuk Instalasi.pdf' },
    due: '2026-12-04T09:00',
  },
  {
    slug: 'ITSM.20/akun-creator-survei',
    text: 'Mohon akun creator aplikasi Survei Kemenkeu untuk saya, survei dimulai tanggal 14 Desember 2026.',
    due: DAYS_1,
  },
  {
    slug: 'ITSM.20/pendampingan-survei',
    text: 'Mohon pendampingan pembuatan survei di Survei Kemenkeu, survei dimulai tanggal 14 Desember 2026.',
    due: DAYS_3,
  },
  {
    slug: 'SC03-1/hak-akses-kewenangan',
    text: 'Mohon pengaturan kewenangan akses aplikasi SIMAN untuk saya, Form 3.1.',
    papers: FORM,
    due: SAME_DAY,
  },
  {
    slug: 'SC03-1/hak-akses-ubah',
    text: 'Mohon perubahan user account aplikasi SIMAN saya, Form 3.1.',
    papers: FORM,
    due: SAME_DAY,
  },
  {
    slug: 'SC03-1/hak-akses-reset',
    text: 'Mohon reset password user account aplikasi SIMAN saya, Form 3.1.',
    papers: FORM,
    due: SAME_DAY,
  },
  {
    slug: 'SC03-1/hak-akses-hapus',
    text: 'Mohon penghapusan user account aplikasi SIMAN milik pegawai yang mutasi, Form 3.1.',
    papers: FORM,
    due: SAME_DAY,
  },
];
