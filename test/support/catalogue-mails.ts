/**
 * One mail for each variant of the catalogue, and what the catalogue promises for it, copied from the published standard and not from
 * our rule files: the papers to hand in, whether a superior must agree first, how long it may take.
 */
import {
  DAYS_1,
  DAYS_10,
  DAYS_2,
  DAYS_3,
  FORM,
  HOSTING,
  HOURS_10,
  HOURS_4,
  LETTER,
  SAME_DAY,
  type CatalogueMail,
} from './catalogue-promises.ts';
import { MORE_CATALOGUE_MAILS } from './catalogue-mails-more.ts';

export const CATALOGUE_MAILS: readonly CatalogueMail[] = [
  {
    slug: 'ITSM.1/hosting-iaas-production',
    text: 'Mohon hosting production IaaS untuk aplikasi SIMPATI, dua server virtual.',
    papers: { ...HOSTING, 'source-code': 'Source Code.zip' },
    agreed: true,
    due: '2026-12-23T09:00',
  },
  {
    slug: 'ITSM.1/aktif-nonaktif-iaas',
    text: 'Mohon penonaktifan sementara hosting IaaS aplikasi SIMPATI, nanti diaktifkan lagi.',
    agreed: true,
    due: HOURS_10,
  },
  {
    slug: 'ITSM.1/penghapusan-iaas',
    text: 'Mohon penghapusan hosting IaaS aplikasi SIMPATI beserta mesin virtualnya.',
    papers: LETTER,
    due: '2026-12-02T09:00',
  },
  {
    slug: 'ITSM.1/backup-iaas',
    text: 'Permintaan backup hosting IaaS aplikasi SIMPATI.',
    agreed: true,
    due: '2026-12-02T09:00',
  },
  {
    slug: 'ITSM.1/hosting-paas-production',
    text: 'Mohon hosting production PaaS untuk aplikasi SIMPATI berbasis kontainer.',
    papers: { ...HOSTING, 'docker-image': 'Docker Image.tar', 'dokumen-deployment': 'Dokumen Deployment.pdf' },
    agreed: true,
    due: '2026-12-15T09:00',
  },
  {
    slug: 'ITSM.1/aktif-nonaktif-paas',
    text: 'Mohon pengaktifan kembali hosting PaaS aplikasi SIMPATI di klaster kontainer.',
    agreed: true,
    due: HOURS_10,
  },
  {
    slug: 'ITSM.1/penghapusan-paas',
    text: 'Mohon penghapusan hosting PaaS aplikasi SIMPATI, namespace dan pod di klaster kontainer.',
    papers: LETTER,
    due: '2026-12-02T09:00',
  },
  {
    slug: 'ITSM.2/server-development-iaas',
    text: 'Mohon server development IaaS, satu mesin virtual untuk tim pengembang.',
    due: DAYS_3,
  },
  {
    slug: 'ITSM.2/server-development-paas',
    text: 'Mohon server development PaaS, namespace di klaster kontainer development.',
    agreed: true,
    due: DAYS_2,
  },
  {
    slug: 'ITSM.4/akun-pde',
    text: 'Mohon pembuatan akun pertukaran data elektronik (PDE) untuk sistem kami.',
    due: '2026-11-27T09:00',
  },
  {
    slug: 'ITSM.4/perubahan-kamus-data',
    text: 'Mohon perubahan kamus data untuk elemen kode satuan kerja.',
    due: 'decision',
  },
  {
    slug: 'ITSM.5/kabel-utp',
    text: 'Mohon penyediaan kabel jaringan UTP sebanyak lima buah.',
    due: DAYS_3,
  },
  {
    slug: 'ITSM.5/segmen-ip',
    text: 'Mohon penyediaan alokasi segmen IP untuk lantai empat.',
    due: DAYS_3,
  },
  {
    slug: 'ITSM.5/ip-static',
    text: 'Mohon alokasi IP static untuk printer kami.',
    due: '2026-11-23T15:00',
  },
  {
    slug: 'ITSM.5/internet-tamu',
    text: 'Mohon hak akses internet untuk tamu, dua orang auditor.',
    due: DAYS_1,
  },
  {
    slug: 'ITSM.5/peningkatan-internet',
    text: 'Mohon peningkatan hak akses koneksi internet supaya bisa membuka YouTube.',
    due: DAYS_1,
  },
  {
    slug: 'ITSM.5/join-domain',
    text: 'Mohon peningkatan akses join domain untuk akun saya.',
    due: DAYS_1,
  },
  {
    slug: 'ITSM.5/pembangunan-lan',
    text: 'Mohon pembangunan jaringan LAN di ruang arsip, dua belas titik baru.',
    papers: { 'denah-ruangan': 'Denah Ruangan.pdf' },
    due: DAYS_10,
  },
  {
    slug: 'ITSM.5/pembukaan-routing',
    text: 'Mohon pembukaan routing interkoneksi jaringan WAN ke kantor mitra.',
    papers: { ...LETTER, 'pernyataan-smb-antivirus': 'Pernyataan SMB dan Antivirus.pdf' },
    due: '2026-12-02T09:00',
  },
  {
    slug: 'ITSM.6/pembangunan-aplikasi',
    text: 'Mohon pembangunan aplikasi baru dan basis data untuk pencatatan tamu.',
    papers: { ...LETTER, 'user-requirement': 'User Requirement.pdf' },
    due: '2028-01-03T09:00',
  },
  {
    slug: 'ITSM.7/vulnerability-assessment',
    text: 'Mohon vulnerability assessment atas tiga server kami.',
    due: DAYS_10,
  },
  {
    slug: 'ITSM.8/pembuatan-akun-individu',
    text: 'Mohon pembuatan akun email untuk satu pegawai baru kami.',
    due: DAYS_1,
  },
  {
    slug: 'ITSM.8/pembuatan-akun-kolektif',
    text: 'Mohon pembuatan akun email secara kolektif untuk 40 pegawai baru.',
    papers: { 'lampiran-akun-kolektif': 'Lampiran Akun Kolektif.xlsx' },
    due: '2026-11-30T09:00',
  },
  {
    slug: 'ITSM.8/perubahan-akun',
    text: 'Mohon perubahan nama akun email saya karena salah eja.',
    due: HOURS_4,
  },
  {
    slug: 'ITSM.8/penonaktifan-akun',
    text: 'Mohon penonaktifan akun email pegawai kami yang pensiun.',
    papers: { 'data-dukung-penonaktifan': 'SK Pensiun.pdf' },
    due: DAYS_1,
  },
  {
    slug: 'ITSM.9/penghapusan-sharing-folder',
    text: 'Mohon penghapusan sharing folder panitia yang tidak dipakai lagi.',
    due: HOURS_10,
  },
  {
    slug: 'ITSM.10/penyediaan-individu',
    text: 'Mohon penyediaan satu lisensi Visio, instalasi kami lakukan sendiri.',
    due: HOURS_4,
  },
  {
    slug: 'ITSM.10/penyediaan-instalasi-individu',
    text: 'Mohon penyediaan dan instalasi Microsoft Office di dua laptop, lisensi belum ada.',
    due: DAYS_1,
  },
  {
    slug: 'ITSM.10/penyediaan-instalasi-kolektif',
    text: 'Mohon penyediaan dan instalasi Microsoft Office di 7 laptop, lisensi belum ada.',
    papers: { 'daftar-sn-bmn': 'Daftar SN dan Kode BMN.xlsx' },
    due: DAYS_2,
  },
  {
    slug: 'ITSM.11/fasilitas-pelatihan',
    text: 'Mohon fasilitas pelatihan kompetensi TIK untuk pegawai kami.',
    papers: LETTER,
    due: DAYS_2,
  },
  {
    slug: 'ITSM.13/dukungan-perangkat-pimpinan',
    text: 'Mohon dukungan perangkat TIK pimpinan, laptop Bapak Direktur Jenderal perlu disetel.',
    due: DAYS_1,
  },
  {
    slug: 'ITSM.13/onsite-berkala-pimpinan',
    text: 'Mohon dukungan on site secara berkala dan preventive maintenance perangkat pimpinan.',
    due: DAYS_1,
  },
  {
    slug: 'ITSM.15/pendaftaran',
    text: 'Mohon pendaftaran sertifikat elektronik untuk kepala seksi yang baru.',
    papers: { 'scan-ktp': 'Scan KTP.jpg', 'surat-rekomendasi': 'Surat Rekomendasi.pdf' },
    due: DAYS_3,
  },
  {
    slug: 'ITSM.15/perpanjangan',
    text: 'Mohon perpanjangan masa aktif sertifikat elektronik saya.',
    due: DAYS_3,
  },
  {
    slug: 'ITSM.15/perubahan-identitas',
    text: 'Mohon perubahan data identitas pada sertifikat elektronik saya, jabatan baru.',
    due: DAYS_3,
  },
  {
    slug: 'ITSM.19/akses-is-development',
    text: 'Mohon akses Integration Server development untuk tim kami.',
    due: DAYS_1,
  },
  {
    slug: 'ITSM.19/akses-api-gateway-development',
    text: 'Mohon akses API Gateway development untuk tim kami.',
    due: DAYS_1,
  },
  {
    slug: 'ITSM.19/akses-api-gateway-production',
    text: 'Mohon akses API Gateway production untuk aplikasi kami.',
    due: DAYS_1,
  },
  {
    slug: 'SC03-1/hak-akses-buat',
    text: 'Mohon pembuatan user account aplikasi SIMAN untuk pegawai kami, Form 3.1.',
    papers: FORM,
    due: SAME_DAY,
  },
  ...MORE_CATALOGUE_MAILS,
];
