/** A list row by row: who or what stands in it, and which rows are faulty, by the number that the sender's program shows. */
import type { DocumentProblem, FieldSource, ListRow } from '../parse/document.ts';
import type { FoundList, ListColumn, TableCell, TableRow } from './find-list.ts';
import { sourceOf } from './field-source.ts';
import { nipProblem, tidyNip } from './nip.ts';

export interface ListSays {
  readonly type: FoundList['type'];
  readonly fields: Readonly<Record<string, string>>;
  readonly sources: Readonly<Record<string, FieldSource>>;
  readonly rows: readonly ListRow[];
  readonly problems: readonly DocumentProblem[];
}

const MOST_PROBLEMS = 30;
const MOST_ROWS = 5000;
const MOST_CHARACTERS = 300;
/** A number with a decimal exponent, or with more digits than a spreadsheet keeps. */
const LOST_DIGITS = /^\d[.,]\d+e\+?\d+$/i;
const KEPT_DIGITS = 15;
const LABELS: Readonly<Partial<Record<ListColumn, string>>> = {
  nip: 'NIP',
  nik: 'NIK',
  sn: 'Nomor seri',
  kode_bmn: 'Kode BMN',
  email: 'Surel',
};
const UNIQUE: readonly ListColumn[] = ['nip', 'nik', 'email', 'sn'];
/** What names the thing of a row: merged cells there leave rows without one. */
const NAMING: readonly ListColumn[] = ['nama', 'nip', 'sn'];

interface ReadRow extends ListRow {
  readonly numbers: ReadonlySet<string>;
  readonly covered: ReadonlySet<string>;
}

export function checkList(list: FoundList): ListSays {
  const rows = readRows(list);
  const problems = [
    ...(rows.length === 0 ? [noRows] : []),
    ...rows.flatMap((row) => rowProblems(row, list)),
    ...repeats(rows),
  ];
  const ordered = problems.sort((one, other) => (one.row ?? 0) - (other.row ?? 0));
  const more = ordered.length - MOST_PROBLEMS;
  return {
    type: list.type,
    fields: { jumlah: String(rows.length) },
    sources: { jumlah: sourceOf('cell') },
    rows: rows.map(({ row, values }) => ({ row, values })),
    problems: more > 0 ? [...ordered.slice(0, MOST_PROBLEMS), tooMany(more)] : ordered,
  };
}

const noRows: DocumentProblem = { field: null, row: null, text: 'Daftar ini belum berisi baris data' };

function tooMany(more: number): DocumentProblem {
  return { field: null, row: null, text: `Masih ada ${more} masalah lain pada daftar ini` };
}

/** Rows with data: empty ones, numbered headings ("(1) (2) (3)"), examples of sums and footnotes are none. */
function readRows({ columns, rows }: FoundList): readonly ReadRow[] {
  const above = new Map<ListColumn, string>();
  return rows.slice(0, MOST_ROWS).flatMap((row) => {
    const read = readRow(row, columns, above);
    if (!isData(read, row)) return [];
    for (const [column, text] of Object.entries(read.values)) {
      for (const known of columns.values()) if (known === column) above.set(known, text);
    }
    return [read];
  });
}

function readRow(
  { row, cells }: TableRow,
  columns: ReadonlyMap<number, ListColumn>,
  above: ReadonlyMap<ListColumn, string>,
): ReadRow {
  const values: [string, string][] = [];
  const numbers = new Set<string>();
  const covered = new Set<string>();
  for (const [index, column] of columns) {
    const cell: TableCell = cells[index] ?? { text: '' };
    if (cell.isCovered) covered.add(column);
    if (cell.isNumber) numbers.add(column);
    const text = cell.isCovered ? (above.get(column) ?? '') : tidy(column, cell.text);
    if (text !== '') values.push([column, text]);
  }
  return { row, values: Object.fromEntries(values), numbers, covered };
}

function tidy(column: ListColumn, text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim().slice(0, MOST_CHARACTERS);
  if (column === 'nip' || column === 'nik') return tidyNip(plain.replace(/^['`’]/, ''));
  if (column === 'nup') return wholeNumber(plain);
  return column === 'email' ? plain.toLowerCase().replace(/^mailto:/, '') : plain;
}

/** "1.018,00" is 1018, as an Indonesian program shows it. */
function wholeNumber(text: string): string {
  return /^(?:\d{1,3}(?:\.\d{3})+|\d{1,6})(?:,0{1,4})?$/.test(text)
    ? text.replace(/,.*$/, '').replaceAll('.', '')
    : text;
}

function isData({ values, covered }: ReadRow, { cells }: TableRow): boolean {
  const own = Object.entries(values).filter(([name]) => name !== 'no' && !covered.has(name));
  if (own.length === 0) return false;
  const written = cells.map(({ text }) => text.trim()).filter((text) => text !== '');
  if (written.every((text) => /^\(?\d{1,2}\)?$/.test(text))) return false;
  return !(own.length === 1 && /^(?:jumlah|total|keterangan|catatan|ket)\b/i.test(written[0] ?? ''));
}

function rowProblems(row: ReadRow, { type, columns }: FoundList): readonly DocumentProblem[] {
  const has = (column: ListColumn): boolean => [...columns.values()].includes(column);
  const merged = NAMING.filter((column) => row.covered.has(column));
  if (merged.length > 0) {
    return [
      problem(row, merged[0] ?? 'nama', 'sel digabung dengan baris lain; mohon tulis satu baris untuk masing-masing'),
    ];
  }
  const found = type === 'daftar-akun' ? personProblems(row, has) : deviceProblems(row, has);
  return found.filter((one) => one !== null);
}

type Has = (column: ListColumn) => boolean;

function personProblems(row: ReadRow, has: Has): readonly (DocumentProblem | null)[] {
  const { nama, nip, nik, email } = row.values;
  return [
    has('nama') && nama === undefined ? problem(row, 'nama', 'nama belum diisi') : null,
    has('nip') && nip === undefined && nik === undefined ? problem(row, 'nip', 'NIP belum diisi') : null,
    nip === undefined ? null : digitsProblem(row, 'nip', nip, nipProblem(nip)),
    nik === undefined ? null : digitsProblem(row, 'nik', nik, /^\d{16}$/.test(nik) ? null : 'NIK harus 16 angka'),
    email === undefined || /^[^\s@]{1,64}@[^\s@]{1,255}\.[a-z]{2,24}$/.test(email)
      ? null
      : problem(row, 'email', 'alamat surel tidak dikenal'),
  ];
}

function deviceProblems(row: ReadRow, has: Has): readonly (DocumentProblem | null)[] {
  const { sn, kode_bmn: code, nup } = row.values;
  const digits = code?.replace(/[.\s]/g, '') ?? '';
  return [
    has('sn') && sn === undefined ? problem(row, 'sn', 'nomor seri belum diisi') : null,
    sn === undefined
      ? null
      : digitsProblem(
          row,
          'sn',
          sn,
          /^[A-Za-z0-9][A-Za-z0-9./-]{3,28}[A-Za-z0-9]$/.test(sn)
            ? null
            : 'nomor seri harus 5 sampai 30 huruf atau angka',
        ),
    has('kode_bmn') && code === undefined ? problem(row, 'kode_bmn', 'kode BMN belum diisi') : null,
    code === undefined
      ? null
      : digitsProblem(row, 'kode_bmn', code, /^\d{10}$/.test(digits) ? null : 'kode BMN harus 10 angka'),
    nup === undefined || /^\d{1,6}$/.test(nup) ? null : problem(row, 'nup', 'NUP harus angka'),
  ];
}

/** A spreadsheet that took the digits for a number has rounded them: the right ones are lost. */
function digitsProblem(
  row: ReadRow,
  column: ListColumn,
  text: string,
  otherwise: string | null,
): DocumentProblem | null {
  const isRounded = LOST_DIGITS.test(text) || (row.numbers.has(column) && text.replace(/\D/g, '').length > KEPT_DIGITS);
  const label = LABELS[column] ?? column;
  if (isRounded)
    return problem(
      row,
      column,
      `${label} berubah menjadi angka yang dibulatkan; mohon jadikan kolom ini teks dan ketik ulang`,
    );
  return otherwise === null ? null : problem(row, column, otherwise);
}

function problem({ row }: ListRow, field: string, text: string): DocumentProblem {
  return { field, row, text: `Baris ${row}: ${text}` };
}

/** The second and every further row with the same number. */
function repeats(rows: readonly ReadRow[]): readonly DocumentProblem[] {
  return UNIQUE.flatMap((column) => {
    const first = new Map<string, number>();
    return rows.flatMap((row) => {
      const value = row.covered.has(column) ? '' : (row.values[column] ?? '').toLowerCase();
      const before = first.get(value);
      if (value !== '' && before === undefined) first.set(value, row.row);
      return before === undefined || LOST_DIGITS.test(value)
        ? []
        : [problem(row, column, `${LABELS[column] ?? column} sama dengan baris ${before}`)];
    });
  });
}
