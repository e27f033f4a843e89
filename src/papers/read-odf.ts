/** OpenDocument texts and spreadsheets (ISO/IEC 26300): content.xml read as it streams in. */
import type { PaperReading, PaperWarning } from '../parse/document.ts';
import type { Archive } from './archive.ts';
import { makeDrawnLines } from './drawn-lines.ts';
import type { TableCell, TableRow } from './find-list.ts';
import { paperOfLines } from './office-paper.ts';
import type { PaperFile } from './paper-file.ts';
import type { PrintedForms } from './printed-forms.ts';
import { paperOfSheets, type Sheet } from './sheet-paper.ts';
import { BROKEN_FILE, LOCKED_FILE, unreadablePaper } from './unreadable.ts';
import { walkXml, type XmlHandlers } from './xml-walk.ts';

const MOST_ROWS = 5000;
const MOST_SHEETS = 5;
const MOST_COLUMNS = 60;
const MOST_CELL_CHARACTERS = 1000;

export async function readOpenDocument(file: PaperFile, archive: Archive, forms: PrintedForms): Promise<PaperReading> {
  const kind = (await archive.read('mimetype', 200))?.toString('latin1') ?? '';
  const manifest = (await archive.read('META-INF/manifest.xml', 1_000_000))?.toString('utf8') ?? '';
  if (/<(?:manifest:)?encryption-data\b/.test(manifest)) return unreadablePaper(file, LOCKED_FILE);
  const warnings = warningsOf(archive);
  if (kind.includes('spreadsheet')) return readSheets(file, archive, warnings);
  return kind.includes('text')
    ? readText(file, archive, { warnings, forms })
    : unreadablePaper(file, 'Jenis berkas ini tidak dapat dibaca.');
}

function warningsOf({ entries }: Archive): readonly PaperWarning[] {
  return entries.some(({ name }) => /^(?:Basic|Scripts)\/.*[^/]$/.test(name)) ? ['macro'] : [];
}

async function readText(
  file: PaperFile,
  archive: Archive,
  known: Parameters<typeof paperOfLines>[2],
): Promise<PaperReading> {
  const lines = makeDrawnLines();
  let depth = 0;
  const walk = walkXml({
    open: (tag) => {
      if (tag === 'p' || tag === 'h') depth += 1;
      else if (tag === 'table-row') lines.row();
      else if (tag === 'table-cell') lines.cell();
      else if (tag === 'tab') lines.tab();
      else if (tag === 's') lines.text(' ');
      else if (tag === 'line-break') lines.endOfLine();
    },
    close: (tag) => {
      if (tag === 'p' || tag === 'h') {
        depth -= 1;
        lines.endOfLine();
      } else if (tag === 'table-row') lines.endOfRow();
      else if (tag === 'table-cell') lines.endOfCell();
    },
    text: (text) => {
      if (depth > 0) lines.text(text);
    },
  });
  const whole = await archive.stream('content.xml', (chunk) => walk.write(chunk) && !lines.isFull());
  return whole ? paperOfLines(file, lines.all(), known) : unreadablePaper(file, BROKEN_FILE);
}

interface OpenSheet {
  readonly rows: TableRow[];
  hasFormula: boolean;
  isCut: boolean;
  next: number;
}

interface OpenCell {
  text: string;
  readonly isNumber: boolean;
  readonly isCovered: boolean;
}

async function readSheets(file: PaperFile, archive: Archive, warnings: readonly PaperWarning[]): Promise<PaperReading> {
  const sheets: OpenSheet[] = [];
  const walk = walkXml(sheetHandlers(sheets));
  const whole = await archive.stream('content.xml', (chunk) => walk.write(chunk) && !sheets.some(({ isCut }) => isCut));
  if (sheets.length === 0) return unreadablePaper(file, BROKEN_FILE);
  const read: readonly Sheet[] = sheets.map(({ rows, hasFormula, isCut }) => ({
    rows,
    hasFormula,
    isCut,
    isBroken: !whole,
  }));
  const formulas: readonly PaperWarning[] = sheets.some(({ hasFormula }) => hasFormula) ? ['formula'] : [];
  return paperOfSheets(file, read, [...formulas, ...warnings]);
}

function sheetHandlers(sheets: OpenSheet[]): XmlHandlers {
  let cells: TableCell[] = [];
  let repeatedRow = 1;
  let repeatedCell = 1;
  let cell: OpenCell | null = null;
  let depth = 0;
  return {
    open: (tag, attribute) => {
      const isCell = tag === 'table-cell' || tag === 'covered-table-cell';
      if (tag === 'p') depth += 1;
      else if (tag === 'table' && sheets.length < MOST_SHEETS) sheets.push(emptySheet());
      else if (tag === 'table-row') [cells, repeatedRow] = [[], countOf(attribute('number-rows-repeated'))];
      else if (isCell) [cell, repeatedCell] = [openCell(tag, attribute), countOf(attribute('number-columns-repeated'))];
      const sheet = sheets.at(-1);
      if (isCell && sheet && attribute('formula') !== undefined) sheet.hasFormula = true;
    },
    close: (tag) => {
      const sheet = sheets.at(-1);
      if (tag === 'p') depth -= 1;
      else if ((tag === 'table-cell' || tag === 'covered-table-cell') && cell) {
        for (let count = 0; count < repeatedCell && cells.length < MOST_COLUMNS; count += 1) cells.push(cell);
        cell = null;
      } else if (tag === 'table-row' && sheet) endRow(sheet, cells, repeatedRow);
    },
    text: (text) => {
      if (depth > 0 && cell && !cell.isNumber && cell.text.length < MOST_CELL_CHARACTERS) cell.text += text;
    },
  };
}

function emptySheet(): OpenSheet {
  return { rows: [], hasFormula: false, isCut: false, next: 1 };
}

function openCell(tag: string, attribute: (name: string) => string | undefined): OpenCell {
  const isNumber = attribute('value-type') === 'float';
  return { text: isNumber ? (attribute('value') ?? '') : '', isNumber, isCovered: tag !== 'table-cell' };
}

/** Empty rows are written once with their number, often a million. */
function endRow(sheet: OpenSheet, cells: readonly TableCell[], repeated: number): void {
  if (cells.some(({ text }) => text.trim() !== '')) {
    for (let count = 0; count < repeated && sheet.rows.length < MOST_ROWS; count += 1) {
      sheet.rows.push({ row: sheet.next + count, cells });
    }
  }
  sheet.next += repeated;
  sheet.isCut = sheet.rows.length >= MOST_ROWS;
}

function countOf(attribute: string | undefined): number {
  const count = Number(attribute ?? 1);
  return Number.isInteger(count) && count > 0 ? count : 1;
}
