/**
 * Tables as spreadsheets export them (RFC 4180 and what people make of it): `,`, `;` or tab, quotes, CRLF, a byte order mark.
 * One pass, no backtracking; a row knows the line on which it begins.
 */
export interface CsvRow {
  /** From 1, counted in lines of the file. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface CsvTable {
  readonly rows: readonly CsvRow[];
  /** Where a quote stands that never closes; read as if it were an ordinary character. */
  readonly openQuotes: readonly CellPlace[];
  /** Looked for only when asked: faults are few, cells are many. @param index of the cell; behind the last one: where the row ends */
  placeOf(row: CsvRow, index: number): CellPlace;
}

/** Both from 1; of the first character of a cell, its quote included. */
export interface CellPlace {
  readonly line: number;
  readonly column: number;
}

interface Cut {
  readonly cells: readonly string[];
  /** Where each cell begins. */
  readonly starts: readonly number[];
  /** Where the next row begins. */
  readonly end: number;
}

/** Splits a table; empty lines are left out. */
export function parseCsv(csvText: string): CsvTable {
  const text = withoutPreamble(csvText);
  const delimiter = delimiterOf(text);
  const rows: CsvRow[] = [];
  const openQuotes: CellPlace[] = [];
  const startOf = new Map<CsvRow, number>();
  let line = 1 + (csvText.length - text.length > 1 ? 1 : 0);
  for (let start = 0; start < text.length; line += 1) {
    const end = lineEnd(text, start);
    const plain = text.slice(start, end);
    const cut = plain.includes('"') ? cutQuotedRow(text, start, delimiter) : null;
    const quoted = typeof cut === 'number' ? null : cut;
    if (typeof cut === 'number') openQuotes.push({ line, column: cut - start + 1 });
    const cells = quoted?.cells ?? plain.split(delimiter).map((cell) => cell.trim());
    const row = { line, cells };
    if (cells.some((cell) => cell !== '')) {
      rows.push(row);
      startOf.set(row, start);
    }
    if (quoted) line += lineBreaksIn(text, end, quoted.end);
    start = afterBreak(text, quoted?.end ?? end);
  }
  const placeOf = (row: CsvRow, index: number): CellPlace => {
    const start = startOf.get(row) ?? 0;
    const at = cellStart(text, { start, index, delimiter });
    const lineStart = Math.max(text.lastIndexOf('\n', at - 1) + 1, start);
    return { line: row.line + lineBreaksIn(text, start, at), column: at - lineStart + 1 };
  };
  return { rows, openQuotes, placeOf };
}

function cellStart(text: string, cell: { start: number; index: number; delimiter: string }): number {
  const { start, index, delimiter } = cell;
  const end = lineEnd(text, start);
  const cut = text.slice(start, end).includes('"') ? cutQuotedRow(text, start, delimiter) : null;
  if (cut !== null && typeof cut !== 'number') return cut.starts[index] ?? cut.end;
  let at = start;
  for (let passed = 0; passed < index; passed += 1) {
    const mark = text.indexOf(delimiter, at);
    if (mark === -1 || mark >= end) return end;
    at = mark + 1;
  }
  return skipBlanks(text, at);
}

/** Takes off a byte order mark and the `sep=;` line that Excel writes for itself. */
function withoutPreamble(text: string): string {
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
  return /^sep=.\r?\n/i.test(body) ? body.slice(body.indexOf('\n') + 1) : body;
}

/** The mark that stands most often in the header row. */
function delimiterOf(text: string): string {
  const header = text.slice(0, lineEnd(text, 0));
  const count = (mark: string): number => header.split(mark).length;
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  const stop = end === -1 ? text.length : end;
  return stop > from && text[stop - 1] === '\r' ? stop - 1 : stop;
}

function afterBreak(text: string, at: number): number {
  const past = text[at] === '\r' ? at + 1 : at;
  return text[past] === '\n' ? past + 1 : past;
}

function lineBreaksIn(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

/** A row in which some cell may be quoted and hold delimiters and line breaks; the place of a quote that never closes. */
function cutQuotedRow(text: string, start: number, delimiter: string): Cut | number {
  const cells: string[] = [];
  const starts: number[] = [];
  for (let at = start; ; at += 1) {
    const first = skipBlanks(text, at);
    const cell = text[first] === '"' ? cutQuotedCell(text, at, delimiter) : cutPlainCell(text, at, delimiter);
    if (cell === null) return first;
    cells.push(cell.text);
    starts.push(first);
    if (text[cell.end] !== delimiter) return { cells, starts, end: cell.end };
    at = cell.end;
  }
}

function cutPlainCell(text: string, start: number, delimiter: string): { text: string; end: number } {
  const stop = lineEnd(text, start);
  const mark = text.indexOf(delimiter, start);
  const end = mark === -1 || mark > stop ? stop : mark;
  return { text: text.slice(start, end).trim(), end };
}

function cutQuotedCell(text: string, start: number, delimiter: string): { text: string; end: number } | null {
  const opening = skipBlanks(text, start);
  let close = text.indexOf('"', opening + 1);
  while (close !== -1 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  if (close === -1) return null;
  const rest = cutPlainCell(text, close + 1, delimiter);
  const inside = text
    .slice(opening + 1, close)
    .replaceAll('""', '"')
    .replace(/\r?\n/g, ' ')
    .trim();
  return { text: rest.text === '' ? inside : `${inside} ${rest.text}`, end: rest.end };
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ') at += 1;
  return at;
}
