/**
 * Where one mail may hold several wishes: rows of a table, items of a list, numbered or counted off ("pertama … kedua …"), and clauses
 * joined by "sekalian", "serta", "+". Whether they are wishes of their own is for wishes.ts to say.
 */
import { allMatches } from '../words/all-matches.ts';
import type { Speech } from './speech.ts';

const ITEM = /^[ \t]*(?:[-*•\u2022\u2013]|\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)/])[ \t]+/;
/** Between strokes, or a numbered row whose cells they part. */
const TABLE_ROW = /^[ \t]*(?:\|.*\||\d{1,2}[.)]?[ \t]*\|.*)[ \t]*$/;
/** "| No | Permintaan | Jumlah |": names the columns. */
const COLUMN_NAMES = /^[ \t|]*(?:no|no\.|nomor|#)[ \t]*\|/i;
const INLINE_ITEM = /(?<=[\s:;,]|^)\(?(?:[1-9]|[a-h]|i{1,3}|iv|v)\)[ \t]+/g;
const NUMBER = /(?<=[\s:;,]|^)[1-9]\. +(?=[\p{L}"])/gu;
const SEMICOLON = /;[ \t]*\n?(?:dan |and )?/;
/** "Jumlah: 2": the fields of one request. */
const FIELD = /^\s*[\p{L}/ ]{2,30}:/u;
const BRACKETED = /\([^()\n]{0,200}\)/g;

/** Offsets, brackets and fixed expressions passed over. */
export function clauseBeginnings(text: string, { beginnings, fixed }: Speech): readonly number[] {
  const blot = (found: string): string => 'x'.repeat(found.length);
  const outside = (text.includes('(') ? text.replace(BRACKETED, blot) : text).replace(fixed, blot);
  return allMatches(outside, beginnings).map((match) => match.index + match[0].length);
}

/** Without the words that join a clause to the one before it. */
export function withoutJoint(clause: string, { joint }: Speech): string {
  return clause.replace(joint, '');
}

/** What of a text stands in none of these parts of it; line ends within a part may have become blanks. */
export function beside(text: string, parts: readonly string[]): string {
  return parts.reduce((left, part) => {
    const trimmed = part.trim();
    const from = left.indexOf(trimmed.slice(0, EDGE));
    const end = trimmed.slice(-EDGE);
    const to = from < 0 ? -1 : left.indexOf(end, from);
    return to < 0 ? left : `${left.slice(0, from)}\n${left.slice(to + end.length)}`;
  }, text);
}

const EDGE = 12;

/** Lists first, as they are plainest; each is a way to part the text. */
export function partings(text: string, speech: Speech): readonly (readonly string[])[] {
  const items = listItems(text, speech);
  return [
    tableRows(text, speech),
    flatRows(text, speech),
    items,
    inlineItems(text),
    numbered(text),
    countedOff(text, speech),
    semicolons(text),
  ];
}

/** Each row without its number; a bare number says what it counts where its column does. */
function tableRows(text: string, { counts }: Speech): readonly string[] {
  const lines = text.split('\n');
  const heading = cellsOf(lines.find((line) => COLUMN_NAMES.test(line)) ?? '');
  return lines
    .filter((line) => TABLE_ROW.test(line) && !COLUMN_NAMES.test(line) && !/^[\s|:=-]+$/.test(line))
    .map((line) => {
      const cells = cellsOf(line);
      return cells
        .map((cell, at) =>
          /^\d+$/.test(cell) && counts.test(heading[at] ?? '') ? `${heading[at] ?? ''}: ${cell}` : cell,
        )
        .slice(cells.length > 1 && ROW_NUMBER.test(cells[0] ?? '') ? 1 : 0)
        .join(' ')
        .replace(/\s+/g, ' ')
        .trim();
    });
}

/** The same where blanks part the cells, as tabs become them: below the names of the columns each row begins with its number. */
function flatRows(text: string, { counts }: Speech): readonly string[] {
  const lines = text.split('\n').map((line) => line.trim());
  const at = lines.findIndex((line) => FLAT_NAMES.test(line));
  const last = (lines[at] ?? '').split(/\s+/).at(-1) ?? '';
  const rows: string[] = [];
  for (const line of at < 0 ? [] : lines.slice(at + 1)) {
    const [, number, row = ''] = FLAT_ROW.exec(line) ?? [];
    if (number !== undefined && Number(number) === rows.length + 1) rows.push(row);
    else if (line !== '') break;
  }
  return rows.length < 2 ? [] : rows.map((row) => (counts.test(last) ? row.replace(LAST_NUMBER, ` ${last}: $1`) : row));
}

/** "No Uraian Jml" */
const FLAT_NAMES = /^(?:no|nomor|#)\.?\s+\p{L}[\p{L} /]{2,60}$/iu;
const FLAT_ROW = /^(\d{1,2})[.)]?\s+(\p{L}.*)$/u;
const LAST_NUMBER = /\s+(\d{1,4})$/;
const ROW_NUMBER = /^\d{1,2}[.)]?$/;

function cellsOf(row: string): readonly string[] {
  return row
    .replace(/^[ \t]*\||\|[ \t]*$/g, '')
    .split('|')
    .map((cell) => cell.trim());
}

/** What stands behind an empty line is no longer of the item above it; "satu lagi: …" there is one more. */
function listItems(text: string, { newMatter }: Speech): readonly string[] {
  const items: string[] = [];
  let open = false;
  for (const line of text.split('\n')) {
    if (ITEM.test(line)) items.push(line.replace(ITEM, ''));
    else if (open && line.trim() !== '') items.push(`${items.pop() ?? ''} ${line.trim()}`);
    else if (items.length > 0 && newMatter.test(line)) items.push(line.trim());
    open = ITEM.test(line) || (open && line.trim() !== '');
  }
  return items;
}

function inlineItems(text: string): readonly string[] {
  return text.replace(/\n/g, ' ').split(INLINE_ITEM).slice(1);
}

/** "mohon 1. kunci API, 2. rilis paket": numbers that count from 1 within a line; "lantai 2. Mohon …" counts nothing. */
function numbered(text: string): readonly string[] {
  const flat = text.replace(/\n/g, ' ');
  const starts: number[] = [];
  for (const { 0: number, index } of allMatches(flat, NUMBER)) {
    if (Number(number[0]) === starts.length + 1) starts.push(index + number.length);
  }
  return starts.length < 2
    ? []
    : starts.map((start, at) => flat.slice(start, starts[at + 1]).replace(/[1-9]\. +$/, ''));
}

function countedOff(text: string, { countedOff: pattern }: Speech): readonly string[] {
  return text.replace(/\n/g, ' ').split(pattern).slice(1);
}

function semicolons(text: string): readonly string[] {
  const parts = text.split(SEMICOLON);
  const [first = '', ...rest] = parts;
  if (rest.length < 2 || rest.filter((part) => FIELD.test(part)).length * 2 > rest.length) return [];
  return [first.slice(first.lastIndexOf(':') + 1), ...rest];
}
