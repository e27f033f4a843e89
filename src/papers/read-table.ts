/** CSV as spreadsheet programs write it here: semicolons or commas or tabs, any of four charsets. */
import type { ReadKind } from './paper-file.ts';
import type { TableRow } from './find-list.ts';
import { paperOfSheets } from './sheet-paper.ts';

const MOST_ROWS = 5000;
const MOST_COLUMNS = 60;
const MOST_BYTES = 4 * 1024 * 1024;
const FORMULA = /^[=+@]|^-[^\d\s]/;

export const readCsvPaper: ReadKind = (file) => {
  const text = decode(file.bytes.subarray(0, MOST_BYTES));
  const rows = parseCsv(text, delimiterOf(text));
  const hasFormula = rows.some(({ cells }) =>
    cells.some((cell) => FORMULA.test(cell.text) && cell.text.length > 1 && !/^\+\d/.test(cell.text)),
  );
  const isCut = rows.length >= MOST_ROWS || file.bytes.length > MOST_BYTES;
  return Promise.resolve([
    paperOfSheets(file, [{ rows, hasFormula, isCut, isBroken: false }], hasFormula ? ['formula'] : []),
  ]);
};

function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.subarray(2).toString('utf16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return Buffer.from(bytes.subarray(2, bytes.length & ~1))
      .swap16()
      .toString('utf16le');
  const plain = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(plain);
  } catch {
    return new TextDecoder('windows-1252').decode(plain);
  }
}

/** The one that splits the first lines into most pieces; Excel may name it itself ("sep=;"). */
function delimiterOf(text: string): string {
  const named = /^sep=(.)/i.exec(text)?.[1];
  if (named !== undefined) return named;
  const start = text.slice(0, 5000).replace(/"[^"]*"/g, '');
  const counts = [';', ',', '\t'].map((mark) => ({ mark, count: start.split(mark).length }));
  return counts.sort((one, other) => other.count - one.count)[0]?.mark ?? ',';
}

/** RFC 4180; a quoted value may hold line ends. Rows are numbered as a spreadsheet shows them. */
function parseCsv(text: string, delimiter: string): readonly TableRow[] {
  const rows: TableRow[] = [];
  let cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  let number = 1;
  const endRow = (): void => {
    const row = [...cells, cell];
    if (row.some((one) => one.trim() !== ''))
      rows.push({ row: number, cells: row.slice(0, MOST_COLUMNS).map((one) => ({ text: one.trim() })) });
    [cells, cell, number] = [[], '', number + 1];
  };
  for (let at = 0; at < text.length && rows.length < MOST_ROWS; at += 1) {
    const letter = text.charAt(at);
    if (isQuoted && letter === '"' && text.charAt(at + 1) === '"') {
      cell += '"';
      at += 1;
    } else if (letter === '"' && (isQuoted || cell.trim() === '')) isQuoted = !isQuoted;
    else if (!isQuoted && letter === delimiter) {
      cells.push(cell);
      cell = '';
    } else if (!isQuoted && (letter === '\n' || (letter === '\r' && text.charAt(at + 1) !== '\n'))) endRow();
    else if (isQuoted || letter !== '\r') cell += letter;
  }
  endRow();
  return rows;
}
