/** The fields of Form 3.1, of the BAST and of the UAT form that must be there, in the order of the form. */
export type Fields = Readonly<Record<string, string>>;

export interface FieldRule {
  readonly name: string;
  /** As it stands on the form. */
  readonly label: string;
  readonly kind: 'text' | 'nip' | 'date' | 'email' | 'phone' | 'count' | 'reason';
  readonly options?: readonly string[];
  /** When it must be filled; always, where it is left out. */
  readonly needed?: (fields: Fields) => boolean;
}

const is =
  (name: string, ...values: readonly string[]) =>
  (fields: Fields): boolean =>
    values.includes(fields[name] ?? '');

const isSingle = (fields: Fields): boolean => !(Number(fields['permintaan.jumlah_akun']) > 1);
const isPerson = (fields: Fields): boolean =>
  isSingle(fields) && !is('permintaan.kelompok_akun', 'tamu', 'grup')(fields);
const grantsAccess = is('permintaan.jenis', 'buat', 'kewenangan');
const rights = ['baca', 'tulis', 'ubah', 'hapus', 'admin'].map((right) => `akses.kewenangan.${right}`);
const lacksRights = (fields: Fields): boolean => grantsAccess(fields) && rights.every((name) => !fields[name]);

export const FORM_31: readonly FieldRule[] = [
  { name: 'form.tanggal', label: 'Tanggal', kind: 'date' },
  {
    name: 'permintaan.jenis',
    label: 'Jenis permintaan',
    kind: 'text',
    options: ['buat', 'kewenangan', 'ubah', 'reset', 'hapus'],
  },
  {
    name: 'permintaan.objek',
    label: 'Objek permintaan',
    kind: 'text',
    options: ['aplikasi', 'data', 'aplikasi_dan_data', 'surel_internet'],
  },
  { name: 'permintaan.jumlah_akun', label: 'Jumlah akun', kind: 'count' },
  { name: 'permintaan.alasan', label: 'Alasan permintaan', kind: 'reason' },
  {
    name: 'permintaan.tanggal_berakhir',
    label: 'Tanggal berakhir',
    kind: 'date',
    needed: is('permintaan.kelompok_akun', 'tamu'),
  },
  { name: 'pemohon.nama', label: 'Nama pemohon', kind: 'text' },
  { name: 'pemohon.nip', label: 'NIP pemohon', kind: 'nip' },
  { name: 'pemohon.jabatan', label: 'Jabatan pemohon', kind: 'text' },
  { name: 'pemohon.unit_eselon1', label: 'Unit eselon I pemohon', kind: 'text' },
  { name: 'pemohon.unit_kerja', label: 'Unit kerja pemohon', kind: 'text' },
  { name: 'pemohon.email', label: 'Surel pemohon', kind: 'email' },
  { name: 'pemohon.telepon', label: 'Telepon pemohon', kind: 'phone' },
  { name: 'akun.nama_depan', label: 'Nama depan pemilik akun', kind: 'text', needed: isSingle },
  { name: 'akun.nama_belakang', label: 'Nama belakang pemilik akun', kind: 'text', needed: isSingle },
  { name: 'akun.nip', label: 'NIP pemilik akun', kind: 'nip', needed: isPerson },
  { name: 'akun.jabatan', label: 'Jabatan pemilik akun', kind: 'text', needed: isSingle },
  { name: 'akun.unit', label: 'Unit pemilik akun', kind: 'text', needed: isSingle },
  {
    name: 'akun.email_lama',
    label: 'Alamat surel saat ini',
    kind: 'email',
    needed: is('permintaan.jenis', 'ubah', 'reset', 'hapus'),
  },
  {
    name: 'akses.nama_aplikasi',
    label: 'Nama aplikasi',
    kind: 'text',
    needed: is('permintaan.objek', 'aplikasi', 'aplikasi_dan_data'),
  },
  {
    name: 'akses.nama_data',
    label: 'Nama data',
    kind: 'text',
    needed: is('permintaan.objek', 'data', 'aplikasi_dan_data'),
  },
  { name: 'akses.peran', label: 'Peran yang diminta', kind: 'text', needed: grantsAccess },
  { name: 'akses.kewenangan.baca', label: 'Kewenangan (paling sedikit satu)', kind: 'text', needed: lacksRights },
  { name: 'nonaktif.alasan', label: 'Alasan penonaktifan', kind: 'text', needed: is('permintaan.jenis', 'hapus') },
  {
    name: 'nonaktif.dokumen',
    label: 'Nomor dokumen penonaktifan',
    kind: 'text',
    needed: is('permintaan.jenis', 'hapus'),
  },
  {
    name: 'lampiran.daftar_akun',
    label: 'Daftar akun (lampiran)',
    kind: 'text',
    needed: (fields) => !isSingle(fields),
  },
  { name: 'penyetuju.nama', label: 'Nama penyetuju', kind: 'text' },
  { name: 'penyetuju.nip', label: 'NIP penyetuju', kind: 'nip' },
  { name: 'penyetuju.jabatan', label: 'Jabatan penyetuju', kind: 'text' },
  {
    name: 'penyetuju.eselon',
    label: 'Eselon penyetuju',
    kind: 'text',
    options: ['II', 'III', 'setara_II', 'setara_III'],
  },
  { name: 'penyetuju.email', label: 'Surel penyetuju', kind: 'email' },
  { name: 'penyetuju.tempat', label: 'Tempat persetujuan', kind: 'text' },
  { name: 'penyetuju.tanggal', label: 'Tanggal persetujuan', kind: 'date' },
  { name: 'pernyataan.setuju_ketentuan', label: 'Pernyataan setuju dengan ketentuan', kind: 'text' },
];

const party = (prefix: string, label: string): readonly FieldRule[] => [
  { name: `${prefix}.nama`, label: `Nama ${label}`, kind: 'text' },
  { name: `${prefix}.nip`, label: `NIP ${label}`, kind: 'nip' },
  { name: `${prefix}.jabatan`, label: `Jabatan ${label}`, kind: 'text' },
  { name: `${prefix}.unit`, label: `Unit ${label}`, kind: 'text' },
];

export const BAST: readonly FieldRule[] = [
  { name: 'bast.nomor', label: 'Nomor BAST', kind: 'text' },
  { name: 'bast.nomor_tiket', label: 'Nomor tiket', kind: 'text' },
  { name: 'bast.kode_layanan', label: 'Kode layanan', kind: 'text' },
  { name: 'bast.hari', label: 'Hari', kind: 'text' },
  { name: 'bast.tanggal', label: 'Tanggal', kind: 'date' },
  { name: 'bast.tempat', label: 'Tempat', kind: 'text' },
  ...party('pihak1', 'pihak pertama'),
  ...party('pihak2', 'pihak kedua'),
  { name: 'pihak2.email', label: 'Surel pihak kedua', kind: 'email' },
  { name: 'objek.uraian', label: 'Uraian yang diserahterimakan', kind: 'reason' },
  { name: 'hasil.diterima', label: 'Hasil penerimaan', kind: 'text', options: ['baik', 'dengan_catatan', 'ditolak'] },
  {
    name: 'hasil.catatan',
    label: 'Catatan hasil',
    kind: 'text',
    needed: is('hasil.diterima', 'dengan_catatan', 'ditolak'),
  },
];

export const UAT: readonly FieldRule[] = [
  { name: 'uat.nomor_tiket', label: 'Nomor tiket', kind: 'text' },
  { name: 'uat.nama_dashboard', label: 'Nama dashboard', kind: 'text' },
  { name: 'uat.tanggal', label: 'Tanggal pengujian', kind: 'date' },
  { name: 'uat.nama', label: 'Nama penguji', kind: 'text' },
  { name: 'uat.nip', label: 'NIP penguji', kind: 'nip' },
  { name: 'uat.jabatan', label: 'Jabatan penguji', kind: 'text' },
  { name: 'uat.unit', label: 'Unit penguji', kind: 'text' },
  {
    name: 'uat.hasil',
    label: 'Hasil pengujian',
    kind: 'text',
    options: ['diterima', 'dengan_catatan', 'ditolak'],
  },
  {
    name: 'uat.catatan',
    label: 'Catatan pengujian',
    kind: 'text',
    needed: is('uat.hasil', 'dengan_catatan', 'ditolak'),
  },
];
