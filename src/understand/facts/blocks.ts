/**
 * Blocks of lines: bullets, numbers, letters, the rows of a table, bare lines below a line that announces them. What a row holds and what a
 * block is of is read from them elsewhere. Linear in the text: each line is looked at once.
 */
import { isMonth } from './date-words.ts';
import { onLines } from './numbered-off.ts';
import type { Searched } from './searched.ts';

export interface Row {
  /** Without its mark. */
  readonly text: string;
  /** At least one. */
  readonly cells: readonly string[];
}

export interface Block {
  readonly form: Form;
  /** What stands above it: the end of the line before, or of the subject; '' where nothing does. */
  readonly lead: string;
  /** The cells of a table's first row, where that names its columns; else none. */
  readonly head: readonly string[];
  readonly rows: readonly Row[];
  /** What stands near it, above and below. */
  readonly before: string;
  readonly behind: string;
  /** Where it begins in the text, as near as is known: what is numbered off in running text was put on lines. */
  readonly from: number;
}

export type Form = 'bullet' | 'number' | 'letter' | 'bar' | 'tab' | 'semicolon' | 'stroke' | 'columns' | 'plain';

/** In order of the text, each of at least two rows; a single one stands where a table has a head. */
export function findBlocks(text: Searched): readonly Block[] {
  return text.once(readBlocks);
}

const MAX_LINES = 500;
const MAX_LEAD = 300;
const MOST_AROUND = 1000;

interface Line {
  readonly text: string;
  readonly form: Form | null;
  /** A bullet or a number; '' where none stands. */
  readonly mark: string;
}

function readBlocks(searched: Searched): readonly Block[] {
  const text = onLines(searched);
  if (!text.includes('\n')) return [];
  const written = text.replace(FIRST_BEHIND_LABEL, '$1\n$2');
  const lines = written.split('\n').slice(0, MAX_LINES).map(lineOf);
  const starts = startsOf(lines);
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length;) {
    const run = runFrom(lines, at);
    const form = lines[at]?.form ?? null;
    if (run.rows.length > 1 && form !== null)
      blocks.push({ ...rowsOf(run.rows, form), ...around(written, starts[at] ?? 0, starts[run.to] ?? written.length) });
    at = Math.max(run.to, at + 1);
  }
  return blocks;
}

function startsOf(lines: readonly Line[]): readonly number[] {
  let start = 0;
  return lines.map(({ text }) => {
    const here = start;
    start += text.length + 1;
    return here;
  });
}

/** "Nama : 1. Arif" and "2. Budi" below it. */
const FIRST_BEHIND_LABEL = /^([^\n:]{1,40}:[ \t]{0,10})(\(?1[.)][ \t]\S)(?=[^\n]{1,120}\n[ \t]*\(?2[.)])/gm;

interface Run {
  readonly rows: readonly string[];
  /** The line behind its last. */
  readonly to: number;
}

/** As many lines of one form as stand together; one empty line may stand between those that have marks. */
function runFrom(lines: readonly Line[], at: number): Run {
  const first = lines[at];
  const form = first?.form ?? null;
  if (first === undefined || form === null) return { rows: [], to: at + 1 };
  const rows = [bare(first)];
  let [to, last] = [at + 1, first];
  for (let here = at + 1; here < lines.length; here += 1) {
    const line = lines[here];
    if (line === undefined) break;
    if (isRule(line.text)) continue;
    if (line.form === form && follows(last, line)) {
      rows.push(bare(line));
      [to, last] = [here + 1, line];
    } else if (line.text.trim() === '' ? !isMarked(form) || here > to : !goesOn(lines, here, last)) break;
    else if (line.text.trim() !== '') {
      rows.push(`${rows.pop() ?? ''} ${line.text.trim()}`);
      to = here + 1;
    }
  }
  return { rows, to };
}

function bare({ text, mark }: Line): string {
  return text.trim().slice(mark.length).trim();
}

function isMarked(form: Form): boolean {
  return form === 'bullet' || form === 'number' || form === 'letter';
}

/** The same bullet, or the next number. */
function follows(last: Line, line: Line): boolean {
  if (line.form === 'number') return numberOf(line) === numberOf(last) + 1;
  if (line.form === 'plain') return isSure(line.text) === isSure(last.text);
  return line.form !== 'bullet' || line.mark === last.mark;
}

/** A line of nothing but the number of a person, an address of mail or of a network. */
export function isSure(line: string): boolean {
  return SURE.test(line);
}

const SURE =
  /^\s*(?:\d{16}|\d{18}|[\w.+-]{2,64}@[\w.-]{4,80}|\d{1,3}(?:\.\d{1,3}){3}(?:\/\d{1,2})?)(?:\s*[(–-].{0,40})?$/;

function numberOf({ mark }: Line): number {
  return Number(/\d+/.exec(mark)?.[0] ?? 0);
}

/** A line without a mark that is set in, or begins small, goes on with the row above where the next row follows it. */
function goesOn(lines: readonly Line[], at: number, last: Line): boolean {
  const [line, next] = [lines[at], lines[at + 1]];
  if (line === undefined || !isMarked(last.form ?? 'plain') || (line.form !== null && line.form !== 'plain'))
    return false;
  const isNext = next !== undefined && next.form === last.form && follows(last, next);
  return isNext && /^(?:[ \t]{2,}\S|[ \t]*[\p{Ll}(])/u.test(line.text);
}

const RULE = /^[\s|:=+_-]+$/;

function isRule(line: string): boolean {
  return RULE.test(line) && line.trim() !== '';
}

const BULLET = /^[ \t]*([-*•·▪–—>→✓✔+])[ \t]*(?=[\p{L}\d~"'(/.])/u;
const NUMBER = /^[ \t]*(\(?\d{1,3}(?:[.)](?=\s|\p{L})|(?= +\p{Lu}\p{Ll})))/u;
const LETTER = /^[ \t]*(\(?[a-h][.)])[ \t]+(?=\S)/;
const MAX_PLAIN = 80;
/** A sentence, a greeting. */
const NO_ROW =
  /[.!?:,]\s*$|^\W*(?:yth|dear|halo|hai|selamat|assalam|salam|terima kasih|trims|tks|thanks|hormat|demikian)/i;

function lineOf(text: string): Line {
  const form = tableOf(text);
  if (form !== null) return { text, form, mark: '' };
  for (const [kind, pattern] of MARKS) {
    const mark = pattern.exec(text)?.[1];
    if (mark !== undefined && !isDay(mark, text)) return { text, form: kind, mark };
  }
  if (COLUMNS.test(text)) return { text, form: 'columns', mark: '' };
  const isPlain = text.trim() !== '' && text.length <= MAX_PLAIN && !NO_ROW.test(text);
  return { text, form: isPlain ? 'plain' : null, mark: '' };
}

/** "1 Desember rapat pertama": a number without a point may be that of a day. */
function isDay(mark: string, text: string): boolean {
  return /\d$/.test(mark) && isMonth((/\p{L}+/u.exec(text)?.[0] ?? '').toLowerCase());
}

const MARKS: readonly (readonly [Form, RegExp])[] = [
  ['bullet', BULLET],
  ['number', NUMBER],
  ['letter', LETTER],
];
const COLUMNS = /^[ \t]*[\p{L}\d._-]{2,30}(?: [\p{L}\d._-]{1,20}){0,3}[ ]{2,}\S/u;

function tableOf(text: string): Form | null {
  if (text.includes('|')) return 'bar';
  if (/\S\t+\S/.test(text)) return 'tab';
  if (/^[^;\n]{1,40};[^;\n]{1,60};[^;\n]{0,80}(?:;[^;\n]{0,80}){0,6}$/.test(text)) return 'semicolon';
  return /^[^/\s][^/\n]{0,40}\/[^/\n]{1,60}\/[^/\n]{1,60}$/.test(text) && !/\d\/\d/.test(text) ? 'stroke' : null;
}

const CUTS: Readonly<Partial<Record<Form, RegExp>>> = { bar: /\|/, tab: /\t+/, semicolon: /;/, stroke: /\// };
const CELLS = /\t|[ ]{2,}|[ ]?\|[ ]?|[ ][-–—:=][ ]|:[ ]|[,;(]|[ ]?(?:->|=>|→)[ ]?/;

function cellsOf(row: string, form: Form): readonly string[] {
  const bars = form === 'bar' ? row.replace(/^\s*\||\|\s*$/g, '') : row;
  const cells = bars.split(CUTS[form] ?? CELLS).map((cell) => cell.trim());
  return form in CUTS ? cells : cells.filter((cell) => cell !== '');
}

function rowsOf(lines: readonly string[], form: Form): Pick<Block, 'form' | 'head' | 'rows'> {
  const rows = lines.map((text) => ({ text, cells: cellsOf(text, form) }));
  const head = headOf(rows, form);
  return { form, head, rows: head.length > 0 ? rows.slice(1) : rows };
}

function around(text: string, from: number, to: number): Pick<Block, 'lead' | 'before' | 'behind' | 'from'> {
  const before = text.slice(Math.max(0, from - MOST_AROUND), from).trimEnd();
  const lead = before.slice(Math.max(before.lastIndexOf('\n') + 1, before.length - MAX_LEAD));
  return { lead, before, behind: text.slice(to, to + MOST_AROUND), from };
}

/** Column names have no digits. Where the columns of a table came to stand with nothing but blanks between them, its words are its names. */
function headOf([first, second]: readonly Row[], form: Form): readonly string[] {
  if (first === undefined || second === undefined || /\d/.test(first.text)) return [];
  if (form in CUTS) {
    const isHead = first.cells.length === second.cells.length && first.cells.some((cell) => COLUMN.test(cell));
    return isHead ? first.cells : [];
  }
  const words = first.text.split(' ');
  const isHead = form === 'plain' && words.length > 1 && words.filter((word) => COLUMN.test(word)).length > 1;
  return isHead ? words : [];
}

const COLUMN =
  /^(?:no\.?|nomor|nama\p{L}*(?: .{0,30})?|name|nip|nik|e-?mail|username|user|akun|account|jabatan|unit(?: .{0,20})?|instansi|seksi|bagian|bidang|ruang\p{L}*|lokasi|lantai|gedung|kantor|kampus|server|host\p{L}*|vm|aplikasi|app|ip(?: .{0,20})?|perangkat|device|mac|laptop|pc|inspektorat|jenis|merk|sn|bmn|serial.{0,8}|folder|jml|jumlah.{0,20}|qty|status.{0,12}|keterangan|ket\.?|tgl|tanggal|titik|hari|waktu|jam|satker|perusahaan|lama|baru|peran|role)\b/iu;
