/** The forms that the papers of fixtures/papers show, and what invented people wrote on them. */
export interface Row {
  readonly name: string;
  readonly label: string;
  readonly kind?: 'text' | 'lines' | 'radio' | 'checks' | 'tick';
  /** Export and what is printed. */
  readonly options?: readonly (readonly [string, string])[];
  readonly statement?: string;
}

export interface Part {
  readonly title: string;
  readonly rows: readonly Row[];
}

export type Which = 'form' | 'bast';

export const FORM: readonly Part[] = [
  {
    title: '',
    rows: [
      { name: 'form.nomor_surat', label: 'Nomor surat unit' },
      { name: 'form.tanggal', label: 'Tanggal' },
    ],
  },
  {
    title: 'A. Permintaan',
    rows: [
      {
        name: 'permintaan.jenis',
        label: 'Jenis permintaan',
        kind: 'radio',
        options: [
          ['buat', 'Pembuatan akun'],
          ['kewenangan', 'Pengaturan kewenangan'],
          ['ubah', 'Perubahan akun'],
          ['reset', 'Reset password'],
          ['hapus', 'Penghapusan akun'],
        ],
      },
      {
        name: 'permintaan.objek',
        label: 'Objek permintaan',
        kind: 'radio',
        options: [
          ['aplikasi', 'Aplikasi'],
          ['data', 'Data'],
          ['aplikasi_dan_data', 'Aplikasi dan data'],
          ['surel_internet', 'Surel/internet'],
        ],
      },
      { name: 'permintaan.jumlah_akun', label: 'Jumlah akun' },
      { name: 'permintaan.alasan', label: 'Alasan permintaan', kind: 'lines' },
    ],
  },
  {
    title: 'B. Pemohon',
    rows: [
      { name: 'pemohon.nama', label: 'Nama pemohon' },
      { name: 'pemohon.nip', label: 'NIP pemohon' },
      { name: 'pemohon.jabatan', label: 'Jabatan pemohon' },
      { name: 'pemohon.unit_eselon1', label: 'Unit eselon I pemohon' },
      { name: 'pemohon.unit_kerja', label: 'Unit kerja pemohon' },
      { name: 'pemohon.email', label: 'Surel pemohon' },
      { name: 'pemohon.telepon', label: 'Telepon pemohon' },
    ],
  },
  {
    title: 'C. Pemilik akun',
    rows: [
      { name: 'akun.nama_depan', label: 'Nama depan' },
      { name: 'akun.nama_belakang', label: 'Nama belakang' },
      { name: 'akun.nip', label: 'NIP' },
      { name: 'akun.jabatan', label: 'Jabatan' },
      { name: 'akun.unit', label: 'Unit' },
      { name: 'akun.email_lama', label: 'Alamat surel saat ini' },
    ],
  },
  {
    title: 'D. Akses',
    rows: [
      { name: 'akses.nama_aplikasi', label: 'Nama aplikasi' },
      { name: 'akses.nama_data', label: 'Nama data' },
      { name: 'akses.peran', label: 'Peran yang diminta' },
      {
        name: 'akses.kewenangan',
        label: 'Kewenangan',
        kind: 'checks',
        options: [
          ['baca', 'Baca'],
          ['tulis', 'Tulis'],
          ['ubah', 'Ubah'],
          ['hapus', 'Hapus'],
          ['admin', 'Admin'],
        ],
      },
    ],
  },
  {
    title: 'E. Penonaktifan',
    rows: [
      {
        name: 'nonaktif.alasan',
        label: 'Alasan penonaktifan',
        kind: 'radio',
        options: [
          ['pensiun', 'Pensiun'],
          ['meninggal', 'Meninggal'],
          ['mengundurkan_diri', 'Mengundurkan diri'],
          ['mutasi', 'Mutasi'],
          ['lainnya', 'Lainnya'],
        ],
      },
      { name: 'nonaktif.dokumen', label: 'Nomor dokumen penonaktifan' },
    ],
  },
  {
    title: 'F. Penyetuju',
    rows: [
      { name: 'penyetuju.nama', label: 'Nama penyetuju' },
      { name: 'penyetuju.nip', label: 'NIP penyetuju' },
      { name: 'penyetuju.jabatan', label: 'Jabatan penyetuju' },
      {
        name: 'penyetuju.eselon',
        label: 'Eselon penyetuju',
        kind: 'radio',
        options: [
          ['II', 'II'],
          ['III', 'III'],
          ['setara_II', 'Setara II'],
          ['setara_III', 'Setara III'],
        ],
      },
      { name: 'penyetuju.email', label: 'Surel penyetuju' },
      { name: 'penyetuju.tempat', label: 'Tempat persetujuan' },
      { name: 'penyetuju.tanggal', label: 'Tanggal persetujuan' },
      {
        name: 'pernyataan.setuju_ketentuan',
        label: 'Pernyataan',
        kind: 'tick',
        statement: 'Saya setuju mematuhi ketentuan KMK 942/KMK.01/2019',
      },
    ],
  },
];
export const BAST: readonly Part[] = [
  {
    title: '',
    rows: [
      { name: 'bast.nomor', label: 'Nomor BAST' },
      { name: 'bast.nomor_tiket', label: 'Nomor tiket' },
      { name: 'bast.kode_layanan', label: 'Kode layanan' },
      { name: 'bast.hari', label: 'Hari' },
      { name: 'bast.tanggal', label: 'Tanggal' },
      { name: 'bast.tempat', label: 'Tempat' },
    ],
  },
  {
    title: 'Pihak pertama',
    rows: [
      { name: 'pihak1.nama', label: 'Nama' },
      { name: 'pihak1.nip', label: 'NIP' },
      { name: 'pihak1.jabatan', label: 'Jabatan' },
      { name: 'pihak1.unit', label: 'Unit' },
    ],
  },
  {
    title: 'Pihak kedua',
    rows: [
      { name: 'pihak2.nama', label: 'Nama' },
      { name: 'pihak2.nip', label: 'NIP' },
      { name: 'pihak2.jabatan', label: 'Jabatan' },
      { name: 'pihak2.unit', label: 'Unit' },
      { name: 'pihak2.email', label: 'Surel' },
    ],
  },
  { title: 'Objek', rows: [{ name: 'objek.uraian', label: 'Uraian yang diserahterimakan', kind: 'lines' }] },
  {
    title: 'Hasil',
    rows: [
      {
        name: 'hasil.diterima',
        label: 'Hasil penerimaan',
        kind: 'radio',
        options: [
          ['baik', 'Diterima dengan baik'],
          ['dengan_catatan', 'Diterima dengan catatan'],
          ['ditolak', 'Ditolak'],
        ],
      },
      { name: 'hasil.catatan', label: 'Catatan hasil', kind: 'lines' },
    ],
  },
];
export type Values = Readonly<Record<string, string>>;
const base: Values = {
  'form.nomor_surat': 'ND-118/SJ.7/2026',
  'form.tanggal': '23 November 2026',
  'permintaan.jenis': 'buat',
  'permintaan.objek': 'aplikasi',
  'permintaan.jumlah_akun': '1',
  'permintaan.alasan':
    'Pegawai baru pada Subbagian Mutasi yang akan mengelola data kepegawaian melalui aplikasi mulai 1 Desember 2026',
  'pemohon.nama': 'Budi Santoso',
  'pemohon.nip': '198604122010121003',
  'pemohon.jabatan': 'Pranata Komputer',
  'pemohon.unit_eselon1': 'Setjen',
  'pemohon.unit_kerja': 'Subbagian Mutasi',
  'pemohon.email': 'budi.santoso@kemenkeu.example',
  'pemohon.telepon': '0812 0000 1177',
  'akun.nama_depan': 'Sari',
  'akun.nama_belakang': 'Dewi Anggraini',
  'akun.nip': '199001012015032001',
  'akun.jabatan': 'Analis Kepegawaian',
  'akun.unit': 'Subbagian Mutasi',
  'akses.nama_aplikasi': 'HRIS',
  'akses.peran': 'operator',
  'akses.kewenangan.baca': 'ya',
  'akses.kewenangan.tulis': 'ya',
  'penyetuju.nama': 'Rina Oktaviani',
  'penyetuju.nip': '197608231999022011',
  'penyetuju.jabatan': 'Kepala Bagian Umum',
  'penyetuju.eselon': 'III',
  'penyetuju.email': 'rina.oktaviani@kemenkeu.example',
  'penyetuju.tempat': 'Jakarta',
  'penyetuju.tanggal': '23 November 2026',
  'pernyataan.setuju_ketentuan': 'ya',
};
/** Null takes a value away. */
function but(values: Values, changes: Readonly<Record<string, string | null>>): Values {
  return Object.fromEntries(
    Object.entries({ ...values, ...changes }).flatMap(([name, value]) =>
      value === null ? [] : [[name, value] as const],
    ),
  );
}

/** Form 3.1 as people fill it in. */
export const FORMS = {
  lengkap: base,
  hapus: but(base, {
    'permintaan.jenis': 'hapus',
    'permintaan.objek': 'aplikasi_dan_data',
    'permintaan.alasan': 'Pegawai yang bersangkutan telah pensiun',
    'akun.email_lama': 'sari.dewi@kemenkeu.example',
    'akses.nama_data': 'Data Gaji',
    'akses.kewenangan.baca': null,
    'akses.kewenangan.tulis': null,
    'akses.peran': null,
    'nonaktif.alasan': 'pensiun',
    'nonaktif.dokumen': 'KEP-77/SJ/2026',
  }),
  reset: but(base, {
    'permintaan.jenis': 'reset',
    'permintaan.alasan': 'Lupa password aplikasi setelah cuti',
    'akun.email_lama': 'sari.dewi@kemenkeu.example',
    'akses.peran': null,
    'akses.kewenangan.baca': null,
    'akses.kewenangan.tulis': null,
    'pemohon.nama': 'Agus Wijaya',
    'pemohon.nip': '199204172018011004',
    'pemohon.email': 'agus.wijaya@kemenkeu.example',
    'penyetuju.eselon': 'II',
    'penyetuju.jabatan': 'Direktur Sistem Perbendaharaan',
    'penyetuju.nama': 'Hendra Gunawan',
    'penyetuju.nip': '197001151995031002',
  }),
  kurang: but(base, {
    'permintaan.alasan': null,
    'pemohon.telepon': null,
    'penyetuju.nama': null,
    'pernyataan.setuju_ketentuan': null,
  }),
  salah: but(base, { 'pemohon.nip': '19860412201012', 'form.tanggal': '31/02/2026', 'penyetuju.email': 'rina' }),
  data: but(base, {
    'permintaan.jenis': 'kewenangan',
    'permintaan.objek': 'data',
    'akses.nama_aplikasi': null,
    'akses.nama_data': 'Data Realisasi Anggaran',
    'akses.kewenangan.tulis': null,
    'akses.kewenangan.admin': 'ya',
    'pemohon.nama': 'Maria Ulfah',
    'pemohon.nip': '198811302012122002',
    'pemohon.unit_eselon1': 'DJPb',
    'pemohon.unit_kerja': 'Direktorat Pelaksanaan Anggaran',
    'pemohon.email': 'maria.ulfah@kemenkeu.example',
    'penyetuju.eselon': 'setara_III',
  }),
  nama: but(base, {
    'pemohon.nama': 'Nur ‘Aini Zulkarnaen',
    'akun.nama_depan': 'Raden Ayu “Sari”',
    'permintaan.alasan': 'Akses untuk tim “Satu Data” – tahap kedua, 5 hari kerja',
  }),
};
const handover: Values = {
  'bast.nomor': 'BA-31/PSI.3/2026',
  'bast.nomor_tiket': 'SR-261123-0042-4',
  'bast.kode_layanan': 'ITSM.10',
  'bast.hari': 'Kamis',
  'bast.tanggal': '26 November 2026',
  'bast.tempat': 'Jakarta',
  'pihak1.nama': 'Yusuf Hidayat',
  'pihak1.nip': '198703022011011005',
  'pihak1.jabatan': 'Pranata Komputer Ahli Muda',
  'pihak1.unit': 'Pusintek',
  'pihak2.nama': 'Budi Santoso',
  'pihak2.nip': '198604122010121003',
  'pihak2.jabatan': 'Pranata Komputer',
  'pihak2.unit': 'Subbagian Mutasi',
  'pihak2.email': 'budi.santoso@kemenkeu.example',
  'objek.uraian': 'Dua unit laptop beserta perangkat lunak perkantoran',
  'hasil.diterima': 'baik',
};
/** Likewise the BAST. */
export const HANDOVERS = {
  lengkap: handover,
  catatan: but(handover, { 'hasil.diterima': 'dengan_catatan', 'hasil.catatan': 'Satu unit tanpa tas, menyusul' }),
  ditolak: but(handover, { 'hasil.diterima': 'ditolak', 'hasil.catatan': 'Nomor seri tidak sesuai' }),
  kurang: but(handover, { 'pihak2.nip': null, 'bast.tempat': null, 'hasil.diterima': null }),
};
