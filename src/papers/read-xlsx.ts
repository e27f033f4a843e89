/**
 * Excel workbooks (ECMA-376): sheets read as they stream in, up to a number of rows. A formula's last result is read as it stands in the
 * file; nothing is computed, and links to other files are named, not followed.
 */
import type { PaperReading, PaperWarning } from '../parse/document.ts';
import type { Archive } from './archive.ts';
import type { PaperFile } from './paper-file.ts';
import { hasOutsideParts } from './read-docx.ts';
import { paperOfSheets, type Sheet } from './sheet-paper.ts';
import { BROKEN_FILE, unreadablePaper } from './unreadable.ts';
import { readSheet } from './xlsx-sheet.ts';
import { walkXml } from './xml-walk.ts';

const MIB = 1024 * 1024;
const MOST_SHEETS = 5;
const MOST_STRINGS = 100_000;
const MOST_STRING_CHARACTERS = 8 * MIB;
const MOST_CELL_CHARACTERS = 1000;
/** Formats that Excel has built in for dates. */
const DATE_FORMATS = new Set([14, 15, 16, 17, 22, 27, 30, 36, 50, 57]);

export async function readXlsx(file: PaperFile, archive: Archive): Promise<PaperReading> {
  const paths = await sheetPaths(archive);
  if (paths.length === 0) return unreadablePaper(file, BROKEN_FILE);
  const strings = await readStrings(archive);
  const dates = await dateStyles(archive);
  const sheets: Sheet[] = [];
  for (const path of paths.slice(0, MOST_SHEETS)) sheets.push(await readSheet(archive, path, { strings, dates }));
  return paperOfSheets(file, sheets, await warningsOf(archive, sheets));
}

/** In the order of the workbook. */
async function sheetPaths(archive: Archive): Promise<readonly string[]> {
  const rels = new Map<string, string>();
  await walkPart(archive, 'xl/_rels/workbook.xml.rels', (tag, attribute) => {
    if (tag === 'Relationship') rels.set(attribute('Id') ?? '', attribute('Target') ?? '');
  });
  const paths: string[] = [];
  await walkPart(archive, 'xl/workbook.xml', (tag, attribute) => {
    if (tag !== 'sheet' || paths.length >= MOST_SHEETS) return;
    const target = rels.get(attribute('id') ?? '') ?? '';
    paths.push(target.startsWith('/') ? target.slice(1) : `xl/${target}`);
  });
  return paths;
}

async function walkPart(
  archive: Archive,
  name: string,
  open: (tag: string, attribute: (name: string) => string | undefined) => void,
): Promise<void> {
  const walk = walkXml({ open });
  await archive.stream(name, (chunk) => walk.write(chunk));
}

async function readStrings(archive: Archive): Promise<readonly string[]> {
  const strings: string[] = [];
  let text = '';
  let characters = 0;
  let isText = false;
  const walk = walkXml({
    open: (tag) => {
      if (tag === 'si') text = '';
      isText = tag === 't';
    },
    close: (tag) => {
      isText = false;
      if (tag === 'si') strings.push(text.slice(0, MOST_CELL_CHARACTERS));
    },
    text: (piece) => {
      if (!isText) return;
      text += piece;
      characters += piece.length;
    },
  });
  const isRoom = (): boolean => strings.length < MOST_STRINGS && characters < MOST_STRING_CHARACTERS;
  await archive.stream('xl/sharedStrings.xml', (chunk) => walk.write(chunk) && isRoom());
  return strings;
}

/** Which of the workbook's cell styles show a number as a date. */
async function dateStyles(archive: Archive): Promise<ReadonlySet<number>> {
  const own = new Set<number>();
  const styles = new Set<number>();
  let count = 0;
  let inCells = false;
  const walk = walkXml({
    open: (tag, attribute) => {
      if (tag === 'numFmt' && isDateFormat(attribute('formatCode') ?? '')) own.add(Number(attribute('numFmtId')));
      if (tag === 'cellXfs') inCells = true;
      if (tag !== 'xf' || !inCells) return;
      const format = Number(attribute('numFmtId'));
      if (DATE_FORMATS.has(format) || own.has(format)) styles.add(count);
      count += 1;
    },
    close: (tag) => {
      if (tag === 'cellXfs') inCells = false;
    },
  });
  await archive.stream('xl/styles.xml', (chunk) => walk.write(chunk) && count < 5000);
  return styles;
}

function isDateFormat(code: string): boolean {
  const plain = code.replace(/"[^"]{0,50}"|\[[^\]]{0,20}\]|\\./g, '');
  return /[dy]/i.test(plain) && /m/i.test(plain);
}

async function warningsOf(archive: Archive, sheets: readonly Sheet[]): Promise<readonly PaperWarning[]> {
  const warnings = new Set<PaperWarning>();
  if (sheets.some(({ hasFormula }) => hasFormula)) warnings.add('formula');
  for (const { name } of archive.entries) {
    if (/vbaProject\.bin$/i.test(name)) warnings.add('macro');
    if (name.startsWith('xl/embeddings/')) warnings.add('embedded-file');
    if (/^xl\/(?:externalLinks\/|connections\.xml|queryTables\/)/.test(name)) warnings.add('external-link');
    if (/^xl\/(?:worksheets\/)?_rels\/.+\.rels$/.test(name) && (await hasOutsideParts(archive, name)))
      warnings.add('external-link');
  }
  return [...warnings].sort();
}
