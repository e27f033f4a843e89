/**
 * An official letter as far as it shows itself: number, date, addressee, subject, and who signed it. Ranks are read from the words of a
 * title: a claim that the directory confirms or not. Its head may stand in two columns, and what stands beside a label may run over several
 * lines: a value is read in its own column, as far down as nothing else begins.
 */
import type { LetterReading } from '../parse/document.ts';
import { signerOf } from './letter-signer.ts';
import { textOf, type Cell, type Line } from './page-lines.ts';
import { toIsoDate } from './paper-date.ts';

const HEAD_LINES = 30;
const FOOT_LINES = 40;
const MOST_CHARACTERS = 200;
const NUMBER = /\b(?:ND|S|SR|ST|UND|BA|BAST|KEP|SE|PENG|SP|SPT)-?\s?\d+(?:\/[A-Z0-9.-]+){1,6}\/\d{4}\b/;
const DATE =
  /\b(\d{1,2}\s+(?:jan|feb|peb|mar|apr|mei|jun|jul|agu|agt|ags|sep|okt|nov|nop|des)[a-z]{0,7}\s+\d{4}|\d{1,2}[/.-]\d{1,2}[/.-]\d{4})\b/i;
const NUMBER_LABEL = /^(?:nomor|no)\b/i;
const SUBJECT_LABEL = /^(?:hal|perihal|subjek|tentang)\b/i;
/** What begins something else. */
const LABEL =
  /^(?:nomor|no|hal|perihal|subjek|tentang|sifat|lamp(?:iran)?|dari|tanggal|kepada|yth|tembusan|klasifikasi)\b\s*[.:]?|^:/i;
const ADDRESS =
  /^(?:di\b|d\.?a\.?\s|jalan\b|jl\b|gedung\b|lantai\b|u\.?p\.?\b|c\.?q\.?\b|tempat\b|jakarta\b|[-–]|dengan hormat)/i;
/** In heights of the letters. */
const NEXT_LINE = 2.1;
const SAME_LEFT = 2;
const SAME_VALUE = 3;
const MOST_LINES = 4;

export function readLetter(lines: readonly Line[]): LetterReading {
  const head = lines.slice(0, HEAD_LINES);
  return {
    number: numberOf(head),
    date: dateOf(head) ?? dateOf(lines.slice(-FOOT_LINES)),
    subject: labelled(head, SUBJECT_LABEL)?.join(' ').slice(0, MOST_CHARACTERS) ?? null,
    addressee: addresseeOf(head),
    signer: signerOf(lines),
  };
}

function numberOf(head: readonly Line[]): string | null {
  const said = labelled(head, NUMBER_LABEL);
  const whole = NUMBER.exec((said ?? []).join('').replace(/\s+/g, '').toUpperCase())?.[0];
  if (whole !== undefined) return whole;
  const formed = head.map((line) => NUMBER.exec(textOf(line).toUpperCase())?.[0]).find((one) => one !== undefined);
  const first = said?.[0] ?? '';
  return formed?.replace(/\s+/g, '') ?? (/\d/.test(first) ? first.slice(0, MOST_CHARACTERS) : null);
}

function dateOf(lines: readonly Line[]): string | null {
  for (const line of lines) {
    const iso = toIsoDate(DATE.exec(textOf(line))?.[1] ?? '');
    if (iso !== null) return iso;
  }
  return null;
}

/** "Hal : Permintaan akun", line by line as it runs on. */
function labelled(head: readonly Line[], label: RegExp): readonly string[] | null {
  for (const [at, line] of head.entries()) {
    const cell = line.cells.find(({ text }) => label.test(text));
    const value = cell === undefined ? null : valueBeside(line, cell, label);
    if (value !== null) return [value.text, ...runsOn(head.slice(at), value)].filter((text) => text !== '');
  }
  return null;
}

/** The rest of the cell, or what stands next to it. */
function valueBeside(line: Line, cell: Cell, label: RegExp): Cell | null {
  const rest = cell.text.replace(label, '').replace(/^[\s.:]+/, '');
  const next = line.cells.filter(({ left, text }) => left >= cell.right && !/^[\s.:]*$/.test(text));
  if (rest.trim() === '') {
    const [first, ...others] = next;
    return first === undefined || LABEL.test(first.text.replace(/^:\s*/, ''))
      ? null
      : widened(first, others, line.size);
  }
  const shown = cell.parts?.findLast(({ text }) => rest.startsWith(text));
  const share = (cell.text.length - rest.length) / cell.text.length;
  const left = shown?.left ?? cell.left + share * (cell.right - cell.left);
  return widened({ text: rest.trim(), left, right: cell.right }, next, line.size);
}

/** Words set wide apart are one value all the same. */
function widened(value: Cell, next: readonly Cell[], size: number): Cell {
  let whole = { ...value, text: value.text.replace(/^:\s*/, '') };
  for (const cell of next) {
    if (cell.left - whole.right > SAME_VALUE * size || LABEL.test(cell.text) || DATE.test(cell.text)) break;
    whole = { ...whole, text: `${whole.text} ${cell.text}`, right: cell.right };
  }
  return whole;
}

/** The lines below that begin where the value begins. @param lines from that of the value on */
function runsOn([first, ...below]: readonly Line[], { left }: Cell): readonly string[] {
  const found: string[] = [];
  let above = first;
  for (const line of below.slice(0, MOST_LINES - 1)) {
    const cell = line.cells.find((one) => Math.abs(one.left - left) < SAME_LEFT * line.size);
    const isNext = above !== undefined && line.top - above.top <= NEXT_LINE * Math.max(line.size, above.size);
    const startsAnew =
      cell !== undefined &&
      (LABEL.test(cell.text) || line.cells.some(({ text, left: at }) => at < cell.left && LABEL.test(text)));
    if (!isNext || cell === undefined || startsAnew) break;
    found.push(cell.text.trim());
    above = line;
  }
  return found;
}

const YTH = /^(?:kepada\s+)?yth\b[.\s:]*/i;

/** What follows "Yth."; where it stands alone, what stands beside or below it. */
function addresseeOf(head: readonly Line[]): string | null {
  for (const [at, line] of head.entries()) {
    const cell = line.cells.find(({ text }) => YTH.test(text));
    if (cell === undefined) continue;
    const beside = valueBeside(line, cell, YTH);
    const below = head.slice(at + 1).find(({ cells }) => cells.some((one) => Math.abs(one.left - cell.left) < 40));
    const value = beside ?? below?.cells.find((one) => Math.abs(one.left - cell.left) < 40) ?? below?.cells[0] ?? null;
    if (value === null) return null;
    const from = beside === null && below !== undefined ? head.indexOf(below) : at;
    return named([value.text, ...addressRunsOn(head.slice(from), value, cell)]);
  }
  return null;
}

/** In a column of its own a name runs on as any value does; under "Yth." the place follows, and only what cannot be one belongs to it. */
function addressRunsOn(lines: readonly Line[], value: Cell, label: Cell): readonly string[] {
  const inColumn = runsOn(lines, value);
  const isBeside = value.left > label.left;
  const [line, next] = lines;
  const under = next?.cells.find(({ left }) => Math.abs(left - label.left) < SAME_LEFT * next.size);
  const candidates = inColumn.length > 0 && isBeside ? inColumn : [...inColumn, ...(under ? [under.text] : [])];
  if (line === undefined) return [];
  const end = candidates.findIndex((text, at) => !goesOn(at === 0 ? value.text : (candidates[at - 1] ?? ''), text));
  return end < 0 ? candidates : candidates.slice(0, end);
}

/** "… Sistem Informasi dan Teknologi / Keuangan": begins small, or the line above ends in the middle, or a single word is left over. */
function goesOn(above: string, text: string): boolean {
  if (ADDRESS.test(text.trim()) || LABEL.test(text.trim())) return false;
  const isMiddle = /(?:\b(?:dan|atau|untuk|pada|serta)|[,&/-])$/i.test(above.trim());
  const isLeftOver = above.length >= 25 && !/,\s*$/.test(above) && text.trim().split(/\s+/).length <= 3;
  return isMiddle || /^\p{Ll}/u.test(text.trim()) || isLeftOver;
}

function named(lines: readonly string[]): string | null {
  const name = lines
    .join(' ')
    .replace(/^\d[.)]\s*/, '')
    .replace(/\s+/g, ' ')
    .trim();
  return name === ''
    ? null
    : name.replace(/^(?:sdr\.?|bapak|ibu|bapak\/ibu)\s+(?=kepala|direktur|sekretaris)/i, '').slice(0, MOST_CHARACTERS);
}
