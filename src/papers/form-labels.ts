/**
 * The words that stand beside the fields of a printed form. A form repeats short labels ("Nama", "NIP") under the headings of its
 * parts; a label that names its part ("Nama pemohon") is known anywhere.
 */
import { BAST, FORM_31, UAT, type FieldRule } from './form-rules.ts';

export interface FormLabels {
  /** Headings, first match wins; the part's name is the first step of its fields' names. */
  readonly parts: readonly (readonly [string, RegExp])[];
  /** By label as `labelKey` makes it; short labels by `part/label`. */
  readonly fields: ReadonlyMap<string, string>;
  /** Choices by field: the export, and how it may be printed. */
  readonly choices: Readonly<Record<string, readonly (readonly [string, RegExp])[]>>;
  /** Boxes that stand alone, by the words beside them. */
  readonly boxes: readonly (readonly [string, RegExp])[];
  /** Labels above a row of such boxes. */
  readonly boxRows: ReadonlySet<string>;
  /** Fields whose text runs over several lines. */
  readonly long: ReadonlySet<string>;
}

/** "3. Nama Pemohon *) :" and "nama pemohon" are one label. */
export function labelKey(text: string): string {
  return text
    .toLowerCase()
    .replace(/^\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+/, '')
    .replace(/\((?:wajib|opsional|diisi[^)]*|bila[^)]*|jika[^)]*|dd[^)]*|\d+ (?:angka|digit))\)/g, ' ')
    .replace(/\*\)?/g, ' ')
    .replace(/[:.]+\s*$/, '')
    .replace(/\be-mail\b|\bemail\b/g, 'surel')
    .replace(/\s*\/\s*/g, '/')
    .replace(/\s+/g, ' ')
    .trim();
}

const PERSON: readonly (readonly [string, readonly string[]])[] = [
  ['nama', ['nama', 'nama lengkap']],
  ['nip', ['nip']],
  ['jabatan', ['jabatan']],
];

const SHORT: Readonly<Record<string, readonly (readonly [string, readonly string[]])[]>> = {
  form: [
    ['nomor_surat', ['nomor', 'nomor surat', 'no surat', 'nomor surat unit']],
    ['tanggal', ['tanggal', 'tanggal permintaan', 'tanggal pengajuan']],
    ['versi', ['versi']],
    ['kode_layanan', ['kode layanan']],
  ],
  permintaan: [
    ['jenis', ['jenis', 'jenis permintaan', 'jenis permohonan']],
    ['objek', ['objek', 'obyek', 'objek permintaan']],
    ['kelompok_akun', ['kelompok akun', 'jenis akun']],
    ['jumlah_akun', ['jumlah', 'jumlah akun']],
    ['alasan', ['alasan', 'alasan permintaan', 'keperluan']],
    ['tanggal_berlaku', ['tanggal berlaku', 'berlaku mulai', 'mulai berlaku']],
    ['tanggal_berakhir', ['tanggal berakhir', 'berakhir', 'berlaku sampai']],
  ],
  pemohon: [
    ...PERSON,
    ['unit_eselon1', ['unit eselon i', 'unit eselon 1', 'eselon i']],
    ['unit_kerja', ['unit kerja', 'unit']],
    ['satker_kode', ['kode satker', 'satker', 'kode satuan kerja']],
    ['email', ['surel', 'alamat surel']],
    ['telepon', ['telepon', 'telp', 'no telepon', 'nomor telepon', 'no hp', 'telepon/hp']],
    ['lokasi', ['lokasi', 'alamat', 'lokasi kerja']],
    ['zona', ['zona', 'zona waktu']],
  ],
  akun: [
    ['nama_depan', ['nama depan']],
    ['nama_belakang', ['nama belakang']],
    ['nip', ['nip']],
    ['nik', ['nik']],
    ['jabatan', ['jabatan']],
    ['unit', ['unit', 'unit kerja']],
    ['email_lama', ['alamat surel saat ini', 'surel saat ini', 'surel', 'alamat surel lama', 'surel lama']],
    [
      'username_diminta',
      ['username', 'nama pengguna', 'nama pengguna yang diminta', 'username yang diminta', 'nama pengguna (username)'],
    ],
    ['hp', ['no hp', 'nomor hp', 'hp', 'telepon', 'nomor ponsel']],
  ],
  akses: [
    ['nama_aplikasi', ['nama aplikasi', 'aplikasi']],
    ['nama_data', ['nama data', 'data']],
    ['peran', ['peran', 'role', 'peran yang diminta']],
    ['kewenangan', ['kewenangan', 'hak akses', 'kewenangan yang diminta']],
  ],
  nonaktif: [
    ['alasan', ['alasan', 'alasan penonaktifan']],
    ['dokumen', ['nomor dokumen', 'dokumen', 'nomor dokumen penonaktifan', 'nomor sk/surat']],
  ],
  penyetuju: [
    ...PERSON,
    ['eselon', ['eselon']],
    ['email', ['surel', 'alamat surel']],
    ['tempat', ['tempat', 'tempat persetujuan']],
    ['tanggal', ['tanggal', 'tanggal persetujuan']],
  ],
  persetujuan: [['pihak_terkait', ['pihak terkait', 'persetujuan pihak terkait']]],
  bast: [
    ['nomor', ['nomor', 'no', 'nomor bast']],
    ['nomor_tiket', ['nomor tiket', 'no tiket', 'tiket']],
    ['kode_layanan', ['kode layanan', 'layanan']],
    ['varian', ['varian']],
    ['hari', ['hari']],
    ['tanggal', ['tanggal']],
    ['tempat', ['tempat']],
  ],
  pihak1: [...PERSON, ['unit', ['unit', 'unit kerja']]],
  pihak2: [...PERSON, ['unit', ['unit', 'unit kerja']], ['email', ['surel', 'alamat surel']]],
  objek: [
    ['uraian', ['uraian', 'uraian pekerjaan', 'uraian yang diserahterimakan']],
    ['jumlah', ['jumlah', 'jumlah perangkat']],
  ],
  hasil: [
    ['diterima', ['hasil', 'diterima', 'hasil penerimaan', 'hasil serah terima']],
    ['catatan', ['catatan', 'catatan hasil']],
  ],
  uat: [
    ...PERSON,
    ['nomor_tiket', ['nomor tiket', 'no tiket', 'tiket']],
    ['kode_layanan', ['kode layanan', 'layanan']],
    ['nama_dashboard', ['nama dashboard', 'nama dasbor']],
    ['tanggal', ['tanggal', 'tanggal pengujian', 'tanggal uji']],
    ['unit', ['unit', 'unit kerja', 'unit penguji']],
    ['email', ['surel', 'surel penguji', 'alamat surel']],
    ['uraian', ['uraian', 'yang dikembangkan']],
    ['hasil', ['hasil', 'hasil pengujian', 'hasil uji']],
    ['catatan', ['catatan', 'catatan pengujian']],
  ],
};

export const FORM_31_LABELS: FormLabels = {
  parts: [
    ['pemohon', /^(?:data |identitas )?pemohon$/],
    ['akun', /^(?:data )?(?:pemilik akun|akun(?: yang diminta)?)$/],
    ['akses', /^(?:data )?(?:hak )?akses(?: yang diminta)?$/],
    ['nonaktif', /^penonaktifan(?: akun)?$/],
    ['penyetuju', /^(?:data )?(?:penyetuju|pejabat (?:yang menyetujui|penyetuju))$|^persetujuan(?: pejabat| atasan)?$/],
    ['permintaan', /^(?:data |rincian )?(?:permintaan|permohonan)$/],
    ['sd', /^(?:diisi|bagian) (?:oleh )?(?:service desk|meja layanan)/],
  ],
  fields: fieldsOf(FORM_31, ['form', 'permintaan', 'pemohon', 'akun', 'akses', 'nonaktif', 'penyetuju', 'persetujuan']),
  choices: {
    'permintaan.jenis': [
      ['kewenangan', /\bkewenangan\b/],
      ['hapus', /\b(?:hapus|penghapusan|penonaktifan|nonaktif)/],
      ['reset', /\breset\b/],
      ['ubah', /\b(?:ubah|perubahan|mengubah)\b/],
      ['buat', /\b(?:buat|pembuatan|membuat|baru)\b/],
    ],
    'permintaan.objek': [
      ['aplikasi_dan_data', /\baplikasi (?:dan|&) data\b|\baplikasi_dan_data\b/],
      ['surel_internet', /\b(?:surel|email|internet|surel_internet)\b/],
      ['aplikasi', /\baplikasi\b/],
      ['data', /\bdata\b/],
    ],
    'permintaan.kelompok_akun': [
      ['individu', /\b(?:individu|perorangan)\b/],
      ['khusus', /\bkhusus\b/],
      ['grup', /\b(?:grup|kelompok)\b/],
      ['tamu', /\btamu\b/],
    ],
    'pemohon.zona': [
      ['WITA', /\bwita\b/],
      ['WIB', /\bwib\b/],
      ['WIT', /\bwit\b/],
    ],
    'penyetuju.eselon': [
      ['setara_III', /\bsetara[ _](?:eselon )?iii\b/],
      ['setara_II', /\bsetara[ _](?:eselon )?ii\b/],
      ['III', /\biii\b/],
      ['II', /\bii\b/],
    ],
    'nonaktif.alasan': [
      ['pensiun', /\bpensiun\b/],
      ['meninggal', /\bmeninggal\b/],
      ['mengundurkan_diri', /\bmengundurkan[ _]diri\b/],
      ['mutasi', /\bmutasi\b/],
      ['lainnya', /\blain(?:nya|-lain)?\b/],
    ],
  },
  boxes: [
    ['akses.kewenangan.baca', /^(?:baca|membaca|lihat)\b/],
    ['akses.kewenangan.tulis', /^(?:tulis|menulis)\b/],
    ['akses.kewenangan.ubah', /^(?:ubah|mengubah)\b/],
    ['akses.kewenangan.hapus', /^(?:hapus|menghapus)\b/],
    ['akses.kewenangan.admin', /^(?:admin|administrator)\b/],
    ['pernyataan.setuju_ketentuan', /\b(?:setuju|menyetujui|mematuhi|bersedia)\b/],
    ['lampiran.daftar_akun', /\bdaftar akun\b/],
  ],
  boxRows: new Set(['akses.kewenangan', 'pernyataan.setuju_ketentuan', 'lampiran.daftar_akun']),
  long: new Set(['permintaan.alasan']),
};

export const BAST_LABELS: FormLabels = {
  parts: [
    ['pihak1', /^(?:identitas )?pihak (?:pertama|kesatu|i)\b/],
    ['pihak2', /^(?:identitas )?pihak (?:kedua|ii)\b/],
    ['hasil', /^hasil(?: penerimaan| serah terima)?$/],
    ['objek', /^(?:objek|obyek|uraian|yang diserahterimakan)(?: serah terima| yang diserahterimakan| pekerjaan)?$/],
  ],
  fields: fieldsOf(BAST, ['bast', 'pihak1', 'pihak2', 'objek', 'hasil']),
  choices: {
    'hasil.diterima': [
      ['dengan_catatan', /\bcatatan\b/],
      ['ditolak', /\b(?:ditolak|tidak diterima)\b/],
      ['baik', /\bbaik\b/],
    ],
  },
  boxes: [],
  boxRows: new Set(),
  long: new Set(['objek.uraian', 'hasil.catatan']),
};

export const UAT_LABELS: FormLabels = {
  parts: [['uat', /^(?:tiket|penguji|yang diuji|hasil)$/]],
  fields: fieldsOf(UAT, ['uat']),
  choices: {
    'uat.hasil': [
      ['dengan_catatan', /\bcatatan\b/],
      ['ditolak', /\b(?:ditolak|(?:tidak|belum)(?: dapat)? diterima)\b/],
      ['diterima', /\bditerima\b/],
    ],
  },
  boxes: [],
  boxRows: new Set(),
  long: new Set(['uat.uraian', 'uat.catatan']),
};

/** Full labels anywhere; short ones in their part, and those of the form's head also before the first part. */
function fieldsOf(rules: readonly FieldRule[], parts: readonly string[]): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const part of parts) {
    for (const [name, labels] of SHORT[part] ?? []) {
      for (const label of labels) fields.set(`${part}/${labelKey(label)}`, `${part}.${name}`);
    }
  }
  for (const { name, label } of rules) fields.set(labelKey(label), name);
  for (const [part, labels] of parts.flatMap((part) => (SHORT[part] ?? []).map((row) => [part, row] as const))) {
    for (const label of labels[1]) {
      const key = labelKey(label);
      if (key.includes(' ') && isOfOnePart(key, parts)) fields.set(key, `${part}.${labels[0]}`);
    }
  }
  return fields;
}

/** A label that only one part has needs no heading above it. */
function isOfOnePart(key: string, parts: readonly string[]): boolean {
  const owners = parts.filter((part) =>
    (SHORT[part] ?? []).some(([, labels]) => labels.some((label) => labelKey(label) === key)),
  );
  return owners.length === 1;
}
