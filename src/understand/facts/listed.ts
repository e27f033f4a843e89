/**
 * How many of what a service counts stand in a block of lines: rows that hold one each, or numbers in the rows, without the rows that are
 * struck out and with what is told to come to them.
 */
import { isAnnounced, isAskedAbove, mayBeOfUnit } from './block-of.ts';
import { numbersIn } from './block-numbers.ts';
import { fitsUnit, isOutRow, keyOf, mayBeThing, personsIn } from './block-rows.ts';
import { findBlocks, type Block, type Row } from './blocks.ts';
import { isCountOf, isOfPersons } from './counted-nouns.ts';
import { namesInShort } from './name-ranges.ts';
import type { Quantity } from './quantity.ts';
import { Searched } from './searched.ts';
import { isOutBehind } from './standing.ts';
import type { Words } from '../words/normalise.ts';
import { readNumeral } from '../words/numerals.ts';

export interface Listed {
  readonly count: number;
  /** Before any was struck out or came to them. */
  readonly rows: number;
  /** Where the rows begin in the text, as near as is known. */
  readonly from: number;
  /** Where the line above them begins. */
  readonly lead: number;
}

/** Blocks of what is counted, those under leads of their own together; null where there is none. */
export function listedOf(text: Searched, unit: string | null): Listed | null {
  const found = findBlocks(text).flatMap((block) => countOf(block, unit) ?? []);
  const [first] = found;
  if (first === undefined) return null;
  const sum = (one: 'count' | 'rows'): number => found.reduce((all, { [one]: value }) => all + value, 0);
  return { ...first, count: sum('count'), rows: sum('rows') };
}

function countOf(block: Block, unit: string | null): Listed | null {
  const mayBe = mayBeOfUnit(block, unit);
  if (!mayBe && block.head.length === 0) return null;
  const place = { from: block.from, lead: block.from - block.lead.length - MOST_BETWEEN };
  const numbers = numbersIn(block, unit);
  if (numbers > 0) return { count: numbers, rows: numbers, ...place };
  const rows = mayBe && isAnnounced(block, unit) ? rowsOf(block, unit) : [];
  if (rows.length < 2) return null;
  const held = rows.map((row) => heldBy(row, block, unit));
  const around = `${block.before.slice(-MOST_AROUND)}\n\n${block.behind.slice(0, MOST_AROUND)}`;
  const left = rows.flatMap((row, at) => (isOutRow(row.text) ? [] : [{ key: keyOf(row), held: held[at] ?? 1 }]));
  const out = left.filter(({ key }) => isOutBelow(key, block.behind)).length || numberedOut(around, left.length);
  const count = left.reduce((sum, row) => sum + row.held, 0) - out;
  return { count: Math.max(1, count) + addedBehind(block.behind), rows: rows.length, ...place };
}

/** "PC-05 s.d. PC-10" and "Shift 1: Bagus, Rian" hold several. */
function heldBy(row: Row, block: Block, unit: string | null): number {
  if (isOfPersons(unit)) return personsIn(row, block);
  return Math.max(1, namesInShort(new Searched(row.text)));
}

/** Rows that hold one each; a block without marks ends where a line holds something else. */
function rowsOf(block: Block, unit: string | null): readonly Row[] {
  const fits = block.rows.map((row) => fitsUnit(row, unit, block) || isOutRow(row.text));
  if (block.form === 'plain' && block.head.length === 0) {
    const end = fits.indexOf(false);
    return end < 0 ? block.rows : block.rows.slice(0, end);
  }
  return !fits.includes(false) || areThings(block, unit, fits) ? block.rows : [];
}

/** Things go by ever new names: a row is known by the others among which it stands, or by what is asked for above them. */
function areThings(block: Block, unit: string | null, fits: readonly boolean[]): boolean {
  if (isOfPersons(unit) || !block.rows.every((row) => mayBeThing(row))) return false;
  return fits.filter(Boolean).length * 2 > fits.length || (block.form !== 'bar' && isAskedAbove(block, unit));
}

const MOST_AROUND = 600;
/** Line ends between the rows and what announces them. */
const MOST_BETWEEN = 3;
/** "Pak Nasir pensiun, tidak usah": said of one of the rows, below them. */
function isOutBelow(key: string, behind: string): boolean {
  if (key.length < 3) return false;
  const text = behind.slice(0, MOST_AROUND);
  for (let at = text.indexOf(key); at >= 0; at = text.indexOf(key, at + key.length)) {
    const clause = /^[^.;\n]{0,80}/.exec(text.slice(at + key.length))?.[0] ?? '';
    if (isOutBehind(clause) || LEFT_OUT.test(clause)) return true;
  }
  return false;
}

const LEFT_OUT =
  /^[^.;\n]{0,60}\b(?:(?:tidak|tdk|ga|gak|nggak|ngga|batal) (?:usah|perlu|jadi|ikut)|batal|dicoret|jangan|dikecualikan)\b/i;

/** "nomor 3 batal", "kecuali no. 2 dan 4" */
function numberedOut(around: string, most: number): number {
  const [, but, out] = OUT_BY_NUMBER.exec(around) ?? [];
  const numbers = (but ?? out)?.match(/\d+/g) ?? [];
  return numbers.length < most ? numbers.filter((number) => Number(number) <= most + 1).length : 0;
}

const BY_NUMBER = String.raw`(?:nomor|nomer|no\.?) ?(\d{1,2}(?:(?:, ?| dan | & | serta )\d{1,2}){0,9})\b`;
const OUT_BY_NUMBER = new RegExp(
  String.raw`\b(?:kecuali|selain|minus) (?:yang )?${BY_NUMBER}|\b${BY_NUMBER}[^.\n\d]{0,40}?\b(?:batal|tidak jadi|ga jadi|gak jadi|tidak usah|ga usah|gak usah|tidak perlu|jangan|dicoret|sudah (?:punya|ada))\b`,
  'i',
);

/** "sekalian satu lagi Pak Darma", "ditambah satu lagi": right below the rows. */
function addedBehind(behind: string): number {
  const word = ONE_MORE.exec(behind.trimStart().slice(0, NEAR))?.[1]?.toLowerCase() ?? '';
  return readNumeral([word])?.value ?? 0;
}

const NEAR = 80;
const ONE_MORE =
  /^(?:\p{L}+ ){0,2}?(?:tambah\p{L}*|ditambah|plus|sekalian|sekaligus|juga)(?: \p{L}+)?? (\d|satu|dua|tiga) (?:orang |akun |unit )?lagi\b/iu;

export interface Told {
  /** The numbers of the text. */
  readonly each: readonly Quantity[];
  readonly unit: string | null;
  readonly words: Words;
}

/** A number told above the rows, of what they are, that is not theirs: they may be but some of those. */
export function isToldOtherwise({ rows, from, lead }: Listed, { each, unit, words }: Told): boolean {
  const above = each.filter((one) => {
    const here = words.words[one.at]?.start ?? 0;
    const isOfThem = !one.each && !one.of && !one.done && !one.attending && isTold(one, unit);
    return isOfThem && here < from && (here >= lead || one.value > rows);
  });
  return above.length > 0 && !above.some(({ value }) => value === rows);
}

function isTold({ noun, asked, total }: Quantity, unit: string | null): boolean {
  return noun !== '' && (asked || total) && (unit === null || isCountOf(noun, unit));
}
