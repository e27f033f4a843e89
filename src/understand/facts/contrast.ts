/**
 * Numbers that stand against each other: what was, or is had already, and what is asked for now ("kami sudah punya 3 VM, butuh satu lagi");
 * some of more, and the rest of them ("24 PC, 4 sedang diservis, sisanya mohon dipasang").
 */
import { isCountOf } from './counted-nouns.ts';
import { readNumeral } from '../words/numerals.ts';
import type { Words } from '../words/normalise.ts';
import { isMonth } from './date-words.ts';
import { counts, numeralAt, type Quantity } from './quantity.ts';
import { isMeasure, isTotal, nounAfter } from './quantity-noun.ts';
import { isOutWithin } from './standing.ts';
import { isUnlisted } from './unlisted.ts';

interface Told {
  readonly value: number;
  /** What it counts; null where nothing follows it. */
  readonly noun: string | null;
  readonly at: number;
  readonly last: number;
}

/** How the numbers of a text stand to each other. */
export interface Contrast {
  /** The number that is asked for now; null where no number stands against another. */
  readonly asked: number | null;
  /** Whether every number is told of what is over: "Kemarin 2 laptop lain sudah oke." */
  readonly isOver: boolean;
}

const NONE: Contrast = { asked: null, isOver: false };

/** @param each the numbers with their nouns: where none counts what the service counts, none stands against another */
export function contrastOf(words: Words, unit: string | null, each: readonly Quantity[]): Contrast {
  if (unit === null || !each.some(({ noun }) => noun !== '' && isCountOf(noun, unit))) return NONE;
  const told = numbersOf(words, unit);
  const counted = told.filter(({ noun }) => noun !== null);
  if (counted.length === 0) return NONE;
  return {
    asked: restOf(words, told) ?? thoseOf(words, told) ?? onlyOf(words, told) ?? askedAfter(words, told),
    isOver: counted.every((one) => isOver(words, one)),
  };
}

function isOver({ words, text }: Words, { at }: Told): boolean {
  const sentence = words
    .filter((one) => one.sentence === words[at]?.sentence)
    .map(({ start, end }) => text.slice(start, end).toLowerCase());
  return (
    sentence.slice(0, FEW).some((form) => BEFORE_NOW.has(form)) &&
    sentence.some((form) => DONE.has(form)) &&
    !sentence.some((form) => ASKED.has(form))
  );
}

/** Words that open a sentence about what was. */
const FEW = 3;
const DONE = new Set('sudah sdh udah telah selesai beres already done'.split(' '));

/** Every number that counts what the service counts, or has no noun. */
function numbersOf(words: Words, unit: string): readonly Told[] {
  const list = words.words;
  const told: Told[] = [];
  for (let at = 0; at < list.length && told.length < MOST; at += 1) {
    const numeral = numeralAt(list, at);
    if (numeral === null) continue;
    const last = at + numeral.length - 1;
    const next = list[last + 1]?.form ?? '';
    const noun =
      nounAfter(words, at, numeral.length) ?? (isUnlisted(words, { at, length: numeral.length }, unit) ? '' : null);
    const fits = noun === null || isCountOf(noun, unit);
    if (
      fits &&
      numeral.value > 0 &&
      numeral.value < MAX &&
      !isMeasure(next) &&
      !isMonth(next) &&
      counts(words, at, numeral.length)
    )
      told.push({ value: numeral.value, noun, at, last });
    at = last;
  }
  return told;
}

const MOST = 40;
const MAX = 5000;

/** "sisanya mohon dipasang": the most that are told, without the only ones told beside them. */
function restOf({ words }: Words, told: readonly Told[]): number | null {
  const rest = words.findIndex(({ form }) => REST.has(form));
  if (rest < 0) return null;
  const beside =
    told.find(({ at }) => at > rest && at - rest <= 2) ??
    told.find(({ last }) => rest - last > 0 && rest - last <= 2 && isBeside(words, last, rest));
  const all = told
    .filter(({ at, noun }) => at < rest && noun !== null)
    .toSorted((one, other) => other.value - one.value)[0];
  if (all === undefined) return null;
  if (beside !== undefined && beside.value < all.value) return beside.value;
  const others = told.filter(({ at, value }) => at !== all.at && value < all.value && Math.abs(at - all.at) < REACH);
  return others.length === 1 ? all.value - (others[0]?.value ?? 0) : null;
}

/** "25 sisanya", "dua akun lainnya": in one clause. */
function isBeside(words: Words['words'], last: number, rest: number): boolean {
  return words[last]?.clause === words[rest]?.clause && words[last]?.sentence === words[rest]?.sentence;
}

/** Words between what is had and the rest. */
const REACH = 30;
const REST = new Set('sisanya selebihnya lainnya rest remaining remainder sisa'.split(' '));

/** "7 VM. Yang 3 mohon dinonaktifkan" are three, "12 PC, yang 4 di pantry batal" eight; of several "yang" none is chosen. */
function thoseOf({ words, text }: Words, told: readonly Told[]): number | null {
  const [those, ...others] = told.filter(({ at }) => THOSE.has(words[at - 1]?.form ?? ''));
  if (those === undefined || others.length > 0) return null;
  const all = told.findLast(({ at, value }) => at < those.at && value > those.value);
  const clause = words.filter(
    ({ clause: one, start }) => one === words[those.at]?.clause && start >= (words[those.at]?.start ?? 0),
  );
  if (all === undefined || clause.some(({ start, end }) => BEFORE_NOW.has(text.slice(start, end).toLowerCase())))
    return null;
  const behind = text.slice(words[those.last]?.end, clause.at(-1)?.end);
  return isOutWithin(behind) ? all.value - those.value : those.value;
}

const THOSE = new Set('yang yg those'.split(' '));

/** "20 orang, yang tamu cuma 1 orang", "cukup 3 VM", "Jadi yang masuk 4 orang". */
function onlyOf({ words }: Words, told: readonly Told[]): number | null {
  const only = told.findLast(
    ({ at, noun, value }) =>
      (ONLY.has(words[at - 1]?.form ?? '') || (noun !== null && opensWithSo(words, at))) &&
      told.some((one) => one.at < at && one.noun !== null && one.value > value),
  );
  return only?.value ?? null;
}

function opensWithSo(words: Words['words'], at: number): boolean {
  const before = words.slice(Math.max(0, at - 5), at).filter(({ clause }) => clause === words[at]?.clause);
  const so = before.findIndex(({ form }) => form === 'jadi');
  return so >= 0 && before.slice(so + 1).every(({ form }) => readNumeral([form]) === null);
}

const ONLY = new Set('cuma hanya cukup only'.split(' '));

/** "Yang kemarin 3 IP sudah jalan. Sekarang minta 2 lagi." Where a total is told, that is what is meant. */
function askedAfter(words: Words, told: readonly Told[]): number | null {
  if (told.some(({ at }) => isTotal(words, at))) return null;
  const had = told.find((one) => one.noun !== null && standingOf(words, one) === 'had');
  if (had === undefined) return null;
  const asked = told.findLast(
    (one) => one.at > had.at && standingOf(words, one) === 'asked' && isSurelyCounted(words, one),
  );
  return asked?.value ?? null;
}

/** Without a noun a number counts where it is asked for itself: "minta 2", "dua lagi". */
function isSurelyCounted({ words }: Words, { at, last, noun }: Told): boolean {
  return noun !== null || ASKED.has(words[at - 1]?.form ?? '') || ASKED.has(words[last + 1]?.form ?? '');
}

type Standing = 'had' | 'asked' | 'open';

/** By the words of its clause. */
function standingOf({ words, text }: Words, { at }: Told): Standing {
  const here = words[at];
  const clause = words
    .slice(Math.max(0, at - AROUND), at + AROUND)
    .filter(({ clause: one, sentence }) => one === here?.clause && sentence === here?.sentence)
    .map(({ start, end }) => text.slice(start, end).toLowerCase());
  // "1 akun dulu" is for now, "Dulu 12 lisensi" was.
  if (clause[0] === 'dulu' || clause.some((form) => BEFORE_NOW.has(form))) return 'had';
  if (clause.some((form) => ASKED.has(form))) return 'asked';
  return clause.some((form) => HAD.has(form)) ? 'had' : 'open';
}

const AROUND = 12;
const BEFORE_NOW = new Set(
  'semula awalnya tadinya rencananya sebelumnya kemarin lalu tempo originally initially previously'.split(' '),
);
const HAD = new Set('sudah telah punya memiliki mempunyai tersedia pakai memakai already have had existing'.split(' '));
const ASKED = new Set(
  'minta mohon butuh perlu tolong cukup tinggal lagi jadikan menjadi tambah menambah ditambah tambahkan belum need please more additional ketinggalan tertinggal susulan'.split(
    ' ',
  ),
);
