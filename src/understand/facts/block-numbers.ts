/** Numbers in the rows of a block: a column of them, or one in each row with what is counted beside it. */
import type { Block, Row } from './blocks.ts';
import { fitsUnit, isOutRow } from './block-rows.ts';
import { isCountOf, isOfOwnNouns, isOfPersons } from './counted-nouns.ts';
import { MEASURE } from './numbers-in-rows.ts';
import { eachQuantity } from './quantity.ts';
import { Searched } from './searched.ts';
import { leftOutOf } from './standing.ts';
import { toWords } from '../words/normalise.ts';

/** Their sum, or the total at the foot; 0 where the rows tell none. */
export function numbersIn(block: Block, unit: string | null): number {
  const read = block.head.length > 0 ? inColumn(block, unit) : besideNouns(block, unit);
  const end = block.form === 'plain' ? read.indexOf(null) : -1;
  const numbers = end < 0 ? read : read.slice(0, end);
  if (numbers.length < 2 || numbers.some((number) => number === null)) return 0;
  const last = block.rows[numbers.length - 1];
  const total = last !== undefined && TOTAL.test(last.text) ? numbers.at(-1) : null;
  if (total !== null && total !== undefined) return total;
  return numbers.reduce<number>((sum, number, at) => sum + withoutOut(number ?? 0, block.rows[at]?.text ?? ''), 0);
}

/** "15 PC (2 rusak, tidak usah)", "gudang 1 (batal)": so many of them, else all. */
function withoutOut(number: number, row: string): number {
  const out = number > 1 ? leftOutOf(number, new Searched(row.replace(/[()]/g, ' ')), { parts: [], from: 0 }) : 0;
  if (out > 0 && out < number) return number - out;
  return isOutRow(row) ? 0 : number;
}

const TOTAL = /^\W{0,4}(?:grand )?(?:total|jumlah|jml|sum)\b/i;

/** "- 2 VM aplikasi", "Lantai 3 : 16 titik": none where no row tells its own; a row that names one without a number is one. */
function besideNouns(block: Block, unit: string | null): readonly (number | null)[] {
  if (unit === null || !block.rows.some(({ text }) => /\d|dua|tiga|empat|lima/.test(text))) return [];
  const numbers = block.rows.map((row) => toldIn(row.text, unit));
  if (!numbers.some((number) => number !== null)) return behindLabels(block, unit);
  return numbers.map((number, at) => {
    const row = block.rows[at];
    return number ?? (row !== undefined && !isOfPersons(unit) && fitsUnit(row, unit, block) ? 1 : null);
  });
}

/** "KPP Metro : 14", "Aula = 3": bare numbers, where what is counted is told above them. */
function behindLabels({ rows, lead, head }: Block, unit: string): readonly (number | null)[] {
  const isSaid = !isOfOwnNouns(unit) || COUNTS.test(lead);
  if (!isSaid || head.length > 0) return [];
  return rows.map(({ text }) => {
    const [, label = '', number = ''] = BEHIND_LABEL.exec(text) ?? [];
    return number === '' || MEASURE.test(label) || /^(?:19|20)\d\d$/.test(number) ? null : Number(number);
  });
}

const BEHIND_LABEL = /^(\p{L}[\p{L}\d /&.'-]{0,40}?) ?(?:[:=]|->|-|–) ?(\d{1,4})[.,;]?$/u;
const COUNTS = /\b(?:jumlah|kebutuhan|rincian|total|rekap\p{L}*)\b/iu;

function toldIn(text: string, unit: string): number | null {
  const told = eachQuantity(toWords(text)).find(
    ({ noun, each, of, done }) => noun !== '' && !each && !of && !done && isCountOf(noun, unit),
  );
  return told?.value ?? null;
}

/** The numbers of the column whose name says that it counts; none where there is no such column. */
function inColumn({ head, rows, form }: Block, unit: string | null): readonly (number | null)[] {
  const column = head.findIndex((name, at) => at > 0 && counts(name, unit));
  if (column < 0) return [];
  return rows.map((row) =>
    form === 'plain' ? onlyNumber(row) : numberOf(row.cells[column] ?? row.cells.at(-1) ?? ''),
  );
}

/** "Jml", "Qty", "Jumlah orang", "Titik" */
function counts(name: string, unit: string | null): boolean {
  const [, sum = '', noun = ''] = NUMBER_OF.exec(name.toLowerCase().replace(/[().]/g, ' ').trim()) ?? [];
  if (sum !== '') return noun === '' || unit === null || isCountOf(noun, unit);
  return (
    unit !== null &&
    isOfOwnNouns(unit) &&
    isCountOf(name.toLowerCase(), unit) &&
    !/^(?:ip|lokasi|ruang|server)/i.test(name)
  );
}

const NUMBER_OF = /^(jml|jumlah|qty|quantity|banyaknya|banyak|kebutuhan)(?: (\p{L}+))?/u;

function numberOf(cell: string): number | null {
  const digits = /^\D{0,3}(\d{1,4})(?!\d|[.,/:-]\d)/.exec(cell)?.[1];
  return digits === undefined ? (cell === '' || cell === '-' ? 0 : null) : Number(digits);
}

/** Where the columns are not parted: the only number that stands by itself. */
function onlyNumber({ text }: Row): number | null {
  const found = [...text.matchAll(/(?<![\p{L}\d.,/:-])\d{1,4}(?![\p{L}\d/:]|[.,-]\d)/gu)];
  return found.length === 1 ? Number(found[0]?.[0]) : null;
}
