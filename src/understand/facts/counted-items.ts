/**
 * Items of a list, each of which tells how many of its own: "a. 2 unit VM web; b. 1 unit VM database", "1. VM aplikasi, 1 unit, 8 core",
 * "(1) dua VM aplikasi; (2) satu VM basis data". Items that are things by name count one each.
 */
import { isCountOf, isOfPersons } from './counted-nouns.ts';
import { toWords } from '../words/normalise.ts';
import { eachQuantity } from './quantity.ts';
import { findRows } from './rows.ts';
import type { Searched } from './searched.ts';

/** The sum of the items; 0 where not every one of them tells its number. */
export function sumOfItems(text: Searched, unit: string | null): number {
  if (unit === null) return 0;
  const sums = findRows(text).map(({ lines }) => {
    const counts = lines.map((line) => countOfItem(line, unit));
    return counts.includes(0) ? 0 : counts.reduce((sum, count) => sum + count, 0);
  });
  return Math.max(0, ...sums);
}

function countOfItem(line: string, unit: string): number {
  const told = eachQuantity(toWords(line)).find(
    ({ noun, each, of, done }) => noun !== '' && !each && !of && !done && isCountOf(noun, unit),
  );
  return told?.value ?? 0;
}

/** "1. Printer lantai 2 / 2. Scanner TU": rows that begin with what is counted, one each; 0 where one begins with anything else. */
export function thingsInRows(text: Searched, unit: string | null): number {
  if (unit === null || isOfPersons(unit)) return 0;
  if (DATED.has(unit)) return datedRows(text.text);
  const counts = findRows(text).map(({ lines }) =>
    lines.every((line) => beginsWithOne(line, unit)) ? lines.length : 0,
  );
  return Math.max(0, ...counts);
}

function beginsWithOne(line: string, unit: string): boolean {
  const [first = '', second = ''] =
    line
      .toLowerCase()
      .match(/[\p{L}\d]+/gu)
      ?.slice(0, 2) ?? [];
  return !line.includes(':') && [first, second].some((word) => /^\p{L}{2,}$/u.test(word) && isCountOf(word, unit));
}

/** What is held, and set up, on a day. */
const DATED = new Set(['room', 'kegiatan']);

/** "Kamis 26 Nov jam 09-12 …" line below line: one on each; 0 where fewer than two stand together. */
function datedRows(text: string): number {
  let [best, here] = [0, 0];
  for (const line of text.split('\n').slice(0, MAX_ROWS)) {
    here = line.length < MAX_LINE && DAY_AND_HOUR.test(line) ? here + 1 : 0;
    best = Math.max(best, here);
  }
  return best < 2 ? 0 : best;
}

const MAX_ROWS = 300;
const MAX_LINE = 200;
const DAY_AND_HOUR =
  /^\W{0,4}(?:\d{1,2}[.)] ?)?(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|monday|tuesday|wednesday|thursday|friday)\b.{0,40}\d{1,2}[.:]?\d{0,2}\b/i;
