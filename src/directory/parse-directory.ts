/**
 * The register as a CSV file becomes a directory. Columns go by their names, in any order; others are passed over. Every fault is reported
 * with its line and column, and none of them keeps the other people out: a register of 80,000 with one bad row is a register of 79,999.
 */
import { createHash } from 'node:crypto';
import { checkPeople, type Placed } from './check-people.ts';
import { parseCsv, type CsvRow, type CsvTable } from './csv.ts';
import { nearestName } from '../shared/nearest.ts';
import { makeDirectory } from './directory.ts';
import { didYouMean, type CellFault, type DirectoryFault } from './fault.ts';
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
  const table = parseCsv(csvText);
  const faults = table.openQuotes.map((place): DirectoryFault => {
    return { place: { file, ...place }, severity: 'error', text: 'A quote (") is opened and never closed.' };
  });
  const rows = table.rows.slice(1);
  const columns = readHeader(table, file, faults);
  const inCells: CellFault[] = [];
  const placed = rows.flatMap((row) => readRow(row, columns, inCells));
  const people = checkPeople(placed, inCells);
  faults.push(...placedFaults(inCells, { file, table, columns }));
  const version = createHash('sha256').update(csvText).digest('hex').slice(0, 12);
  return {
    directory: makeDirectory(people, version),
    ranks: ranksOf(people),
    faults: faults.sort((one, other) => (one.place.line ?? 0) - (other.place.line ?? 0)),
  };
}

/** A fault says its column by name, for whoever reads it, and by place, for whoever goes there. */
function placedFaults(
  faults: readonly CellFault[],
  { file, table, columns }: { readonly file: string; readonly table: CsvTable; readonly columns: ColumnIndex },
): readonly DirectoryFault[] {
  if (faults.length === 0) return [];
  const rowAt = new Map(table.rows.map((row) => [row.line, row] as const));
  const indexOf: ReadonlyMap<string, number> = columns;
  return faults.map(({ line, column, severity, text }) => {
    const row = rowAt.get(line);
    const index = indexOf.get(column);
    const place = row === undefined || index === undefined ? { line } : table.placeOf(row, index);
    return { place: { file, ...place }, severity, text: `${column}: ${text}` };
  });
}

function ranksOf(people: readonly Person[]): readonly Rank[] {
  const held = people.flatMap(({ active, eselon }) => (active ? (rankOf(eselon) ?? []) : []));
  return [...new Set(held)].sort();
}

function readHeader({ rows: [header], placeOf }: CsvTable, file: string, faults: DirectoryFault[]): ColumnIndex {
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
    const meant = nearestName(column, strange);
    const place = header && meant !== null ? placeOf(header, names.indexOf(meant)) : { line: header?.line ?? 1 };
    faults.push({ place: { file, ...place }, severity: 'fatal', text });
  }
  return columns;
}

function readRow(row: CsvRow, columns: ColumnIndex, faults: CellFault[]): readonly Placed[] {
  const columnOf = (column: Column): number => columns.get(column) ?? -1;
  const person = readPerson(
    (column) => row.cells[columnOf(column)] ?? '',
    (severity, column, text) => {
      if (!columns.has(column)) return;
      faults.push({ line: row.line, column, severity, text: `${text}.`.replace(/([.?])\.$/, '$1') });
    },
  );
  return person ? [{ person, line: row.line }] : [];
}
