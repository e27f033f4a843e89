/** One sheet of an Excel workbook, row by row: texts, numbers, dates, and which cells a merged one covers. */
import type { Archive } from './archive.ts';
import type { TableCell, TableRow } from './find-list.ts';
import type { Sheet } from './sheet-paper.ts';
import { walkXml, type XmlHandlers } from './xml-walk.ts';

const MOST_ROWS = 5000;
const MOST_COLUMNS = 60;
const MOST_MERGES = 2000;
const MOST_CELL_CHARACTERS = 1000;
/** Day 0 of Excel's calendar, which believes in 29 February 1900. */
const DAY_ZERO = Date.UTC(1899, 11, 30);

export interface Workbook {
  readonly strings: readonly string[];
  readonly dates: ReadonlySet<number>;
}

interface OpenSheet {
  readonly rows: TableRow[];
  readonly merges: string[];
  hasFormula: boolean;
}

interface OpenCell {
  readonly column: number;
  readonly type: string;
  readonly isDate: boolean;
  value: string;
}

export async function readSheet(archive: Archive, path: string, workbook: Workbook): Promise<Sheet> {
  const sheet: OpenSheet = { rows: [], merges: [], hasFormula: false };
  const walk = walkXml(sheetHandlers(sheet, workbook));
  const whole = await archive.stream(path, (chunk) => walk.write(chunk) && sheet.rows.length < MOST_ROWS);
  const { rows, merges, hasFormula } = sheet;
  return { rows: covered(rows, merges), hasFormula, isCut: rows.length >= MOST_ROWS, isBroken: !whole };
}

function sheetHandlers(sheet: OpenSheet, workbook: Workbook): XmlHandlers {
  let cells: TableCell[] = [];
  let number = 0;
  let cell: OpenCell | null = null;
  let isValue = false;
  return {
    open: (tag, attribute) => {
      if (tag === 'row') [number, cells] = [Number(attribute('r')) || number + 1, []];
      else if (tag === 'c') cell = openCell(attribute, cells.length, workbook);
      else if (tag === 'f') sheet.hasFormula = true;
      else if (tag === 'v' || tag === 't') isValue = true;
      else if (tag === 'mergeCell' && sheet.merges.length < MOST_MERGES) sheet.merges.push(attribute('ref') ?? '');
    },
    close: (tag) => {
      if (tag === 'v' || tag === 't') isValue = false;
      else if (tag === 'c' && cell && cell.column < MOST_COLUMNS) {
        while (cells.length < cell.column) cells.push({ text: '' });
        cells[cell.column] = toCell(cell, workbook);
      } else if (tag === 'row') addRow(sheet, number, cells);
    },
    text: (text) => {
      if (isValue && cell && cell.value.length < MOST_CELL_CHARACTERS) cell.value += text;
    },
  };
}

/** A chunk may hold more rows than are wanted. */
function addRow({ rows }: OpenSheet, row: number, cells: readonly TableCell[]): void {
  if (rows.length < MOST_ROWS && cells.some(({ text }) => text !== '')) rows.push({ row, cells });
}

function openCell(attribute: (name: string) => string | undefined, next: number, { dates }: Workbook): OpenCell {
  const column = columnNumber(attribute('r') ?? '') ?? next;
  return { column, type: attribute('t') ?? 'n', isDate: dates.has(Number(attribute('s') ?? -1)), value: '' };
}

function toCell({ type, value, isDate }: OpenCell, { strings }: Workbook): TableCell {
  if (type === 's') return { text: strings[Number(value)] ?? '' };
  if (type !== 'n') return { text: value };
  const days = Number(value);
  if (isDate && days > 0 && days < 100_000)
    return { text: new Date(DAY_ZERO + Math.floor(days) * 86_400_000).toISOString().slice(0, 10) };
  return { text: value, isNumber: value !== '' };
}

/** `C` is 2; null for what is no reference. */
function columnNumber(reference: string): number | null {
  const letters = /^([A-Z]{1,3})\d/.exec(reference)?.[1];
  if (letters === undefined) return null;
  return [...letters].reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0) - 1;
}

/** The text of a merged cell stands in its first one; the others are marked. */
function covered(rows: readonly TableRow[], merges: readonly string[]): readonly TableRow[] {
  const ranges = merges.flatMap((ref) => rangeOf(ref) ?? []);
  if (ranges.length === 0) return rows;
  return rows.map(({ row, cells }) => {
    const here = ranges.filter(({ top, bottom }) => row > top && row <= bottom);
    return here.length === 0 ? { row, cells } : { row, cells: markCovered(cells, here) };
  });
}

interface Range {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

function markCovered(cells: readonly TableCell[], ranges: readonly Range[]): readonly TableCell[] {
  const last = Math.max(cells.length - 1, ...ranges.map(({ right }) => Math.min(right, MOST_COLUMNS)));
  return Array.from({ length: last + 1 }, (_, column) => {
    const cell = cells[column] ?? { text: '' };
    return cell.text === '' && ranges.some(({ left, right }) => column >= left && column <= right)
      ? { ...cell, isCovered: true }
      : cell;
  });
}

function rangeOf(reference: string): Range | null {
  const [, from = '', top, to = '', bottom] = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(reference) ?? [];
  const [left, right] = [columnNumber(`${from}1`), columnNumber(`${to}1`)];
  return left === null || right === null ? null : { top: Number(top), bottom: Number(bottom), left, right };
}
