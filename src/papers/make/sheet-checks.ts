/** What a spreadsheet program checks while a column is filled in, as formulas that Excel and LibreOffice both know. */
import type { ColumnDescription } from './description.ts';

export interface ColumnRule {
  readonly formula: string;
  /** When it is wrong. */
  readonly message: string;
  /** When the cell is chosen. */
  readonly prompt: string;
}

type Check = ColumnDescription['check'];

const DIGITS = (cell: string): string => `ISNUMBER(VALUE(${cell}))`;

/** Formula over the first cell, what is wrong otherwise. */
const CHECKS: Readonly<Record<Check, readonly [(cell: string) => string, string] | null>> = {
  none: null,
  // Fifteen digits are all that a spreadsheet counts with, so the two halves are looked at apart.
  nip: [
    (cell) => `AND(LEN(${cell})=18,${DIGITS(`LEFT(${cell},9)`)},${DIGITS(`RIGHT(${cell},9)`)})`,
    'NIP harus 18 angka tanpa spasi',
  ],
  email: [
    (cell) => `AND(ISNUMBER(FIND("@",${cell})),LEN(${cell})>5,ISERROR(FIND(" ",${cell})))`,
    'Tuliskan satu alamat surel, misalnya nama@kemenkeu.go.id',
  ],
  serial: [(cell) => `AND(LEN(${cell})>=5,LEN(${cell})<=30)`, 'Nomor seri 5 sampai 30 huruf dan angka'],
  bmn: [
    (cell) => `AND(LEN(SUBSTITUTE(${cell},".",""))=10,${DIGITS(`SUBSTITUTE(${cell},".","")`)})`,
    'Kode BMN 10 angka, boleh dengan titik',
  ],
  number: [(cell) => `AND(LEN(${cell})<=6,${DIGITS(cell)})`, 'Tuliskan angka saja'],
  phone: [(cell) => `AND(LEN(${cell})>=8,LEN(${cell})<=18)`, 'Nomor telepon, misalnya 0812 3456 7890'],
};

/** Null where anything may stand. */
export function ruleOf(
  { check, unique }: Pick<ColumnDescription, 'check' | 'unique'>,
  letter: string,
  first: number,
  last: number,
): ColumnRule | null {
  const cell = `${letter}${first}`;
  const known = CHECKS[check];
  // Not COUNTIF: it takes a NIP for a number and compares fifteen of its digits.
  const single = unique ? `SUMPRODUCT(--(${letter}$${first}:${letter}$${last}=${cell}))=1` : null;
  if (known === null && single === null) return null;
  const formulas = [known?.[0](cell), single].filter((it) => typeof it === 'string');
  const texts = [known?.[1], unique ? 'tidak boleh sama dengan baris lain' : undefined].filter(
    (it) => it !== undefined,
  );
  const message = `${texts.join('; ')}.`;
  const text = message.charAt(0).toUpperCase() + message.slice(1);
  return {
    formula: formulas.length === 1 ? (formulas[0] ?? '') : `AND(${formulas.join(',')})`,
    message: text,
    prompt: text,
  };
}

/** `A` for 0, `Z` for 25, `AA` for 26. */
export function columnName(index: number): string {
  const letter = String.fromCodePoint(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}
