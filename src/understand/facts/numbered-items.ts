/**
 * One thing asked for several times, counted by its own numbers: "1. hosting A 2. hosting B" in one line, or the rows of a table that begin
 * with 1 and 2 and name a person each. One request for so many, not so many requests.
 */
import { sought, type Searched } from './searched.ts';

const LONGEST = 90;
const MOST = 40;
/** "1.", "(1)" or "1)" before a word; not "1.200", not "9.30". */
const NUMBER = sought(/(?<![\p{L}\d./:,-])\(?(\d{1,2})[.)](?:\s(?=\S)|(?=[\p{L}(\\/"']))/gu);
/** They are enclosed or asked about, not asked for. */
const NOT_ASKED =
  /\b(?:terlampir|lampir\p{L}*|dokumen|berkas|syarat|persyaratan|kelengkapan|rincian|spesifikasi|fitur|menu|karena|alasan|agenda|attached|documents?)\b/iu;
/** "satu server untuk: 1. … 2. …": the number is told. */
const ONE = /\b(?:satu|sebuah|seorang|1 \(satu\)|1 (?:buah|unit|akun|room|link|folder|server|vm))\b/i;

/**
 * Items of a list within one line whose first word is the same ("hosting A 2. hosting B"), or before which stands what is counted; 0 where
 * there is none.
 * @param unit what the service counts
 */
export function numberedInLine(text: Searched, unit: string | null): number {
  return !text.has(NUMBER) ? 0 : Math.max(0, ...text.text.split('\n').map((line) => countIn(line, unit)));
}

function countIn(line: string, unit: string | null): number {
  const marks = [...line.matchAll(NUMBER.pattern)].slice(0, MOST);
  const first = marks.findIndex((mark) => mark[1] === '1');
  const run = first < 0 ? [] : marks.slice(first).filter((mark, at) => Number(mark[1]) === at + 1);
  if (run.length < 2) return 0;
  const items = run.map((mark, at) => line.slice(mark.index + mark[0].length, run[at + 1]?.index));
  const before = line.slice(0, run[0]?.index);
  if (NOT_ASKED.test(before) || ONE.test(before)) return 0;
  if (items.slice(0, -1).some((item) => item.length > LONGEST || item.trim() === '')) return 0;
  return isRepeated(items) || isNamedBefore(before, unit) ? run.length : 0;
}

function isRepeated(items: readonly string[]): boolean {
  const [one, ...others] = items.map((item) => /^\p{L}{3,}/u.exec(item.trim().toLowerCase())?.[0] ?? null);
  return one !== null && one !== undefined && others.every((other) => other === one);
}

/** "Mohon hapus sharing folder: 1. RB-2019 2. RB-2020" */
function isNamedBefore(before: string, unit: string | null): boolean {
  if (unit === null) return false;
  const near = before.slice(-LONGEST).toLowerCase();
  return unit
    .toLowerCase()
    .split(/\W+/)
    .some((word) => word.length > 1 && new RegExp(String.raw`(?<!\p{L})${word}(?!\p{L})`, 'u').test(near));
}

const NUMBERED_ROW = sought(/^\s*\|\s*(?<number>\d{1,3})[.)]?\s*\|(?<row>.+)/);

/** Rows "| 1 | Gina Fauziah | Pelaksana |" of which each names one of these; 0 where some do not. */
export function numberedRows(text: Searched, people: readonly string[]): number {
  if (!text.mayHold(NUMBERED_ROW)) return 0;
  const lines = text.text.split('\n').flatMap((line) => {
    const { number, row } = NUMBERED_ROW.pattern.exec(line)?.groups ?? {};
    return number === undefined || row === undefined ? [] : [{ number: Number(number), row }];
  });
  const isWhole = lines.every(({ number, row }, at) => number === at + 1 && people.some((name) => row.includes(name)));
  return lines.length > 1 && isWhole ? lines.length : 0;
}
