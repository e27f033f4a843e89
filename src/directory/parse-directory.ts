/**
 * The register as a CSV file becomes a directory. Columns go by their names, in any order; others are passed over. Every fault is reported
 * with its line, and none of them keeps the other people out: a register of 80,000 with one bad row is a register of 79,999.
 */
import { createHash } from 'node:crypto';
import { checkPeople, type Placed } from './check-people.ts';
import { parseCsv, type CsvRow } from './csv.ts';
import { makeDirectory } from './directory.ts';
import { didYouMean, type DirectoryFault } from './fault.ts';
import type { Directory, Person, Rank } from './person.ts';
import { rankOf } from './rank.ts';
import { COLUMNS, readPerson, type Column } from './read-row.ts';

export interface ParsedDirectory {
  readonly directory: Directory;
  /** Those that somebody active holds by his own post. */
  readonly ranks: readonly Rank[];
  /** In the order of the file. */
  readonly faults: readonly DirectoryFault[];
}

type ColumnIndex = ReadonlyMap<Column, number>;

/** @param file name for the places of faults */
export function parseDirectory(csvText: string, file = 'directory.csv'): ParsedDirectory {
  const faults: DirectoryFault[] = [];
  const table = parseCsv(csvText);
  for (const line of table.openQuotes) {
    faults.push({ place: { file, line }, severity: 'error', text: 'A quote (") is opened and never closed.' });
  }
  const [header, ...rows] = table.rows;
  const columns = readHeader(header, file, faults);
  const placed = rows.flatMap((row) => readRow(row, columns, { file, faults }));
  const people = checkPeople(placed, file, faults);
  const version = createHash('sha256').update(csvText).digest('hex').slice(0, 12);
  return {
    directory: makeDirectory(people, version),
    ranks: ranksOf(people),
    faults: faults.sort((one, other) => (one.place.line ?? 0) - (other.place.line ?? 0)),
  };
}

function ranksOf(people: readonly Person[]): readonly Rank[] {
  const held = people.flatMap(({ active, eselon }) => (active ? (rankOf(eselon) ?? []) : []));
  return [...new Set(held)].sort();
}

function readHeader(header: CsvRow | undefined, file: string, faults: DirectoryFault[]): ColumnIndex {
  const names = (header?.cells ?? []).map((cell) => cell.toLowerCase().replace(/[\s-]+/g, '_'));
  const columns = new Map<Column, number>();
  for (const column of COLUMNS) {
    const index = names.indexOf(column);
    if (index !== -1) columns.set(column, index);
  }
  const strange = names.filter((name) => !COLUMNS.some((column) => column === name));
  for (const column of COLUMNS) {
    if (columns.has(column)) continue;
    const text = `The column "${column}" is missing from the header row.${didYouMean(column, strange)}`;
    faults.push({ place: { file, line: header?.line ?? 1 }, severity: 'fatal', text });
  }
  return columns;
}

function readRow(
  row: CsvRow,
  columns: ColumnIndex,
  { file, faults }: { readonly file: string; readonly faults: DirectoryFault[] },
): readonly Placed[] {
  const columnOf = (column: Column): number => columns.get(column) ?? -1;
  const person = readPerson(
    (column) => row.cells[columnOf(column)] ?? '',
    (severity, column, text) => {
      if (!columns.has(column)) return;
      faults.push({
        place: { file, line: row.line },
        severity,
        text: `${column}: ${text}.`.replace(/([.?])\.$/, '$1'),
      });
    },
  );
  return person ? [{ person, line: row.line }] : [];
}
