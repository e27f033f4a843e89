import { describe, expect, it } from 'vitest';
import { marksOf } from '../../../src/decide/letters/file-marks.ts';
import type { DocumentProblem, PaperReading } from '../../../src/parse/document.ts';

const aList = (
  rows: readonly (readonly [number | null, string])[],
  over: Partial<PaperReading> = {},
): PaperReading => ({
  filename: 'daftar.xlsx',
  sha256: 'a'.repeat(64),
  type: 'daftar-akun',
  fields: {},
  problems: rows.map(([row, text]): DocumentProblem => ({
    field: 'nip',
    row,
    text: row === null ? text : `Baris ${row}: ${text}`,
  })),
  signature: 'none',
  text: '',
  pages: 1,
  ...over,
});
const rowsOf = (...papers: readonly PaperReading[]): string | undefined => marksOf(papers)[0]?.rows;

describe('what is said of a list beside its name', () => {
  it('is its faulty rows, the same fault told once', () => {
    const list = aList([
      [3, 'NIP belum diisi'],
      [4, 'nama belum diisi'],
      [9, 'NIP belum diisi'],
    ]);

    expect(rowsOf(list)).toBe('baris 3, 9: NIP belum diisi; baris 4: nama belum diisi');
  });

  it('is nothing where all rows are right, or what is wrong stands in no row', () => {
    expect(marksOf([aList([]), aList([[null, 'Daftar ini belum berisi baris data']])])).toEqual([]);
  });

  it('ends somewhere, however many rows are faulty', () => {
    const rows = Array.from({ length: 30 }, (_, index) => [index + 2, `salah ${index % 12}`] as const);
    const same = Array.from({ length: 30 }, (_, index) => [index + 2, 'NIP belum diisi'] as const);

    expect(rowsOf(aList(rows))).toMatch(/^baris 2, 14, 26: salah 0;.*; dan lainnya$/);
    expect(rowsOf(aList(same))).toBe('baris 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 dan lainnya: NIP belum diisi');
  });

  it('is said of lists only: faults of forms are the requester’s to mend', () => {
    expect(marksOf([aList([[3, 'NIP belum diisi']], { type: 'form-3.1' })])).toEqual([]);
  });
});
