/**
 * Names that end in a number and are told in short: "kas-01 s.d. -04", "arsip-01, -02 dan arsip-db", "FOTO_2015 s/d FOTO_2020", "PC 1 sampai PC
 * 10", "kelas A s.d. F", "10.8.16.0/24 s.d. 10.8.31.0/24".
 */
import { sought, type Searched } from './searched.ts';

/** The most of one row of such names, in which one at least is told in short or stands for a range; 0 where no such row stands. */
export function namesInShort(text: Searched): number {
  return Math.max(
    0,
    ...text.all(ROW, MOST_ROWS).map(([row]) => countRow(row)),
    ...text
      .all(LABELLED, MOST_ROWS)
      .map(([, , first = '', last = '', letter = '', lastLetter = '']) =>
        Math.max(between(first, last), between(letter, lastLetter)),
      ),
  );
}

/** "10.8.16.0/24 s.d. 10.8.31.0/24": blocks that follow each other. */
export function networksInRange(text: Searched): number {
  const [, , first = '', last = ''] = text.find(NETWORK_RANGE) ?? [];
  return between(first, last);
}

const MOST_ROWS = 30;
const MOST = 500;
const TO = String.raw`\s?(?:s\.\s?d\.?|s\/d|sd|sampai(?: dengan)?|hingga|until|through|->|\u2192|\.\.\.?|\u2013)\s?`;
const AND = String.raw`(?:\s?[,;&]\s?(?:dan |serta |sama |and |plus )?| (?:dan|serta|sama|and|plus|ditambah) )`;
/** "kas-web-01", "arsip-db" */
const NAME = String.raw`[a-z][a-z0-9]{0,20}(?:[-_][a-z0-9]{1,20}){1,4}`;
const SHORT = String.raw`[-_.]\d{1,3}`;
const END = String.raw`(?![\w/@-]|[.,]\d)`;
/** A row begins with a name that ends in a number, and what follows is in short or begins like it. */
const ROW = sought(
  new RegExp(
    String.raw`(?<![@\w./-])[a-z](?:[a-z0-9]{0,20}[-_]){0,4}[a-z]{0,20}\d{1,4}(?:${TO}(?:${SHORT}|${NAME}|\d{1,3})${END}|${AND}(?:${SHORT}|${NAME})${END}){1,40}`,
    'gi',
  ),
);
const NEXT = new RegExp(
  String.raw`(?:(${TO})|${AND})(?:([-_.]?\d{1,3})|(${NAME}|[a-z]{1,20}\d{1,4}))(?![\w/@-]|[.,]\d)`,
  'giu',
);
const NUMBERED = /^(.*?)(\d{1,4})$/;

function countRow(row: string): number {
  const first = /^[\w-]*?\d{1,4}(?!\w)/.exec(row)?.[0] ?? '';
  let [stem, number] = partsOf(first);
  let [count, short] = [1, false];
  for (const [, to, digits, name] of row.slice(first.length).matchAll(NEXT)) {
    const [nextStem, next] = digits === undefined ? partsOf(name ?? '') : [stem, digits.replace(/^[-_.]/, '')];
    const isAlike = nextStem.toLowerCase() === stem.toLowerCase();
    if (to !== undefined && !isAlike) return 0;
    count += to === undefined ? 1 : between(number, next) - 1;
    if (to !== undefined || digits !== undefined) short = true;
    [stem, number] = [nextStem, next];
  }
  return short && count > 1 && count <= MOST ? count : 0;
}

function partsOf(name: string): [string, string] {
  const [, stem = name, number = ''] = NUMBERED.exec(name) ?? [];
  return [stem, number];
}

/** As many as a range of numbers or letters holds; 0 where it is none. */
function between(first: string, last: string): number {
  const [from, to] = [placeOf(first), placeOf(last)];
  return to > from && to - from < MOST ? to - from + 1 : 0;
}

function placeOf(label: string): number {
  return /^[A-Z]$/.test(label) ? label.charCodeAt(0) : label === '' ? NaN : Number(label);
}

/** The noun stands on both sides, or letters do. */
const LABELLED = sought(
  new RegExp(
    String.raw`\b(pc|laptop|komputer|kelas|folder|server|host|vm|room|meja|kelompok|panel|segmen|lab|loket|titik) (?:(?=\d)(\d{1,3})${TO}\1 (\d{1,3})|(?=[A-Z](?![\w.-]))([A-Z])${TO}(?:\1 )?([A-Z]))(?![\w.-]*\w)`,
    'gi',
  ),
);
const NETWORK_RANGE = sought(
  new RegExp(String.raw`(?<![\d.])(\d{1,3}\.\d{1,3})\.(\d{1,3})\.0\/24(?:${TO}|\s-\s)\1\.(\d{1,3})\.0\/24(?!\d)`, 'i'),
);
