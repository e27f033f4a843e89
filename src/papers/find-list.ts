/** Which columns of a table hold what: the header row is found by the meaning of its words, wherever it stands. */
export interface TableCell {
  readonly text: string;
  /** The program kept it as a number, not as text. */
  readonly isNumber?: boolean;
  /** It belongs to a merged cell whose text stands elsewhere. */
  readonly isCovered?: boolean;
}

export interface TableRow {
  /** As the program that made the table numbers it. */
  readonly row: number;
  readonly cells: readonly TableCell[];
}

export type ListColumn =
  | 'no'
  | 'nama'
  | 'nip'
  | 'nik'
  | 'jabatan'
  | 'unit'
  | 'email'
  | 'hp'
  | 'aplikasi'
  | 'peran'
  | 'sn'
  | 'kode_bmn'
  | 'nup'
  | 'merek'
  | 'perangkat_lunak'
  | 'lokasi'
  | 'keterangan';

export interface FoundList {
  readonly type: 'daftar-akun' | 'daftar-perangkat';
  readonly columns: ReadonlyMap<number, ListColumn>;
  readonly header: number;
  readonly rows: readonly TableRow[];
}

const HEADER_WITHIN = 25;
/** First match wins: the longer words before those that they hold. */
const MEANINGS: readonly (readonly [ListColumn, RegExp])[] = [
  ['kode_bmn', /\bkode (?:bmn|barang)\b|^bmn$|\bno(?:mor)? bmn\b/],
  ['sn', /\b(?:sn|s\/n|serial number|no(?:mor)? seri|serial)\b/],
  ['nup', /\bnup\b|\bnomor urut pendaftaran\b/],
  ['perangkat_lunak', /\b(?:perangkat lunak|software)\b/],
  ['merek', /\b(?:merek|merk|tipe|type|nama perangkat|perangkat|nama barang|jenis barang)\b/],
  ['nip', /\bn ?i ?p\b|\b(?:nomor|no) induk(?: pegawai)?\b/],
  ['nik', /\bnik\b|\bno(?:mor)? ktp\b/],
  ['email', /\b(?:surel|e-?mail|alamat surel|(?:surat|alamat|pos) elektronik|posel)\b/],
  ['hp', /\b(?:hp|handphone|ponsel|telepon|telp|whatsapp|wa)\b/],
  ['jabatan', /\bjabatan\b/],
  ['aplikasi', /\b(?:aplikasi|sistem)\b/],
  ['peran', /\b(?:peran|role|hak akses|kewenangan)\b/],
  ['lokasi', /\b(?:lokasi|ruang(?:an)?|alamat)\b/],
  ['unit', /\b(?:unit|satker|satuan kerja|bagian|seksi|direktorat|kantor)\b/],
  ['nama', /\bnama\b/],
  ['no', /^(?:no|nomor|nomor urut|#)$/],
  ['keterangan', /\b(?:keterangan|ket|catatan)\b/],
];
const MOST_HEADER_CHARACTERS = 60;

export function findList(rows: readonly TableRow[]): FoundList | null {
  for (const [index, row] of rows.slice(0, HEADER_WITHIN).entries()) {
    const columns = columnsOf(row);
    const type = typeOf(new Set(columns.values()));
    if (type !== null) return { type, columns, header: row.row, rows: rows.slice(index + 1) };
  }
  return null;
}

function columnsOf({ cells }: TableRow): ReadonlyMap<number, ListColumn> {
  const columns = new Map<number, ListColumn>();
  const taken = new Set<ListColumn>();
  for (const [index, { text }] of cells.entries()) {
    const meaning = text.length > MOST_HEADER_CHARACTERS ? undefined : meaningOf(text);
    if (meaning === undefined || taken.has(meaning)) continue;
    taken.add(meaning);
    columns.set(index, meaning);
  }
  return columns;
}

function meaningOf(text: string): ListColumn | undefined {
  const words = text
    .toLowerCase()
    .replace(/[*.:()]/g, ' ')
    .replace(/_/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return /\d{3}|@/.test(words) ? undefined : MEANINGS.find(([, pattern]) => pattern.test(words))?.[0];
}

function typeOf(columns: ReadonlySet<ListColumn>): FoundList['type'] | null {
  if (columns.has('sn') || columns.has('kode_bmn')) return 'daftar-perangkat';
  const names =
    columns.has('nama') && (columns.has('nip') || columns.has('email') || columns.has('nik') || columns.has('jabatan'));
  return names || (columns.has('nip') && columns.has('email')) ? 'daftar-akun' : null;
}
