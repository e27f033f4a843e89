/** Those among whom something is shared out: told by a number, by their names, by a range or in rows. */
import { readNumeral } from '../words/numerals.ts';
import type { Word, Words } from '../words/normalise.ts';
import { findBlocks } from './blocks.ts';
import { labelsBehind } from './named-things.ts';
import { cutUp, withoutBrackets } from './pieces.ts';
import { isMeasure, isNamedBefore, JOINED, TOGETHER } from './quantity-noun.ts';
import { Searched } from './searched.ts';
import { officials } from './who-comes.ts';

/** How many of them there are, wherever that is told. */
export function countOf(noun: string, words: Words, at: number): number {
  const numbers = words.words.flatMap((_, here) => {
    const value = numberOf(noun, words, here);
    return value === null || value < 2 || Math.abs(here - at) < 2 ? [] : [value];
  });
  if (numbers[0] !== undefined) return numbers[0];
  const text = new Searched(words.text);
  return Math.max(rangeBehind(noun, words.text), labelsBehind(text, noun), rowsOf(text));
}

/** "3 ruang lab", "empat kelas paralel" */
function numberOf(noun: string, { words }: Words, at: number): number | null {
  const forms = words.slice(at, at + 8).map(({ form }) => form);
  const numeral = readNumeral(forms);
  if (numeral === null || isNamedBefore(words[at - 1]?.form ?? '')) return null;
  const near = words
    .slice(at + numeral.length, at + numeral.length + 3)
    .flatMap(({ form, sentence }) => (sentence === words[at]?.sentence ? [form] : []));
  const is = near.indexOf(noun);
  return is < 0 || near.slice(0, is).some((form) => isMeasure(form) || readNumeral([form]) !== null)
    ? null
    : numeral.value;
}

function rowsOf(text: Searched): number {
  return Math.max(0, ...findBlocks(text).map(({ form, rows }) => (form === 'plain' ? 0 : rows.length)));
}

/** Those told before "masing-masing": a number, a range, names side by side. */
export function receiversBefore({ words, text }: Words, at: number, noun: string): number {
  const here = words[at];
  const start = words.find(({ sentence }) => sentence === here?.sentence)?.start ?? 0;
  const behind = receiversIn(
    text.slice(start, here?.start ?? 0),
    words.filter((one) => one.start >= start && one.start < (here?.start ?? 0)),
    noun,
  );
  if (behind > 0) return behind;
  const earlier = words.filter(({ sentence }) => sentence === (here?.sentence ?? 0) - 1);
  return receiversIn(text.slice(earlier[0]?.start ?? 0, earlier.at(-1)?.end ?? 0), earlier, noun);
}

/** @param noun what is shared out: so many of it are no receivers */
function receiversIn(stretch: string, words: readonly Word[], noun: string): number {
  const days = DAYS.exec(stretch)?.[1];
  if (days !== undefined) return days.match(/\d+/g)?.length ?? 0;
  for (let at = words.length - 1; at >= 0; at -= 1) {
    const form = words[at]?.form ?? '';
    const all = TOGETHER.get(form) ?? (ALL.has(form) ? allOrPlaces(words, at) : undefined);
    if (all !== undefined) return all;
    const value = readNumeral([form])?.value ?? 0;
    const next = words[at + 1]?.form ?? '';
    if (
      value > 1 &&
      /^\p{L}[\p{L}\d]{2,}$/u.test(next) &&
      !/^\d{5,}$/.test(form) &&
      next !== noun &&
      !JOINED.has(next) &&
      !isMeasure(next) &&
      !isNamedBefore(words[at - 1]?.form ?? '')
    )
      return readNumeral(words.slice(at).map((word) => word.form))?.value ?? value;
  }
  return Math.max(
    inRange(RANGE.exec(stretch)),
    listedIn(stretch),
    officials(new Searched(stretch)),
    inTurn(stretch),
    placesIn(stretch),
  );
}

/** "3 dan 4 Desember" */
const DAYS = new RegExp(
  String.raw`(?<![\d.,/])(\d{1,2}(?:(?:, ?| dan | & |,? dan )\d{1,2})+) (?:jan|feb|mar|apr|mei|jun|jul|agu|sep|okt|nov|des)\p{L}*(?: \d{4})?,?\s*$`,
  'iu',
);
/** "ketiga ruang" are three, "hari kedua dan ketiga" two. */
function allOrPlaces(words: readonly Word[], at: number): number | undefined {
  const next = words[at + 1];
  if (next !== undefined && next.clause === words[at]?.clause && !JOINED.has(next.form))
    return ALL.get(words[at]?.form ?? '');
  const noun = words[at - 1]?.form ?? '';
  let places = 1;
  for (let before = at - 1; before >= 0 && at - before < MOST_PLACES; before -= 1) {
    const form = words[before]?.form ?? '';
    if (ALL.has(form) || form === 'pertama') places += 1;
    else if (form !== noun && !JOINED.has(form)) break;
  }
  return places;
}

const MOST_PLACES = 8;
const ALL = new Map('kedua ketiga keempat kelima keenam ketujuh'.split(' ').map((word, at) => [word, at + 2]));

/** "Ruang laktasi dan ruang arsip": one noun again and again. */
function inTurn(stretch: string): number {
  const row = IN_TURN.exec(stretch.toLowerCase());
  return row === null ? 0 : row[0].split(/, ?(?:dan |serta )?| (?:dan|serta|&|sama) /).length;
}

const IN_TURN = /(?<![\p{L}\d])(\p{L}{3,}) [\p{L}\d]+(?:(?:, ?(?:dan |serta )?| (?:dan|serta|&|sama) )\1 [\p{L}\d]+)+/u;

/** "utk loket depan, ruang arsip dan aula": places side by side at the end of a stretch, of whatever kind. */
function placesIn(stretch: string): number {
  const list = PLACES_BEHIND.exec(stretch.slice(-MOST_OF_LIST).replace(/[,\s(]{1,8}$/, ''))?.[1];
  if (list === undefined) return 0;
  const pieces = cutUp(withoutBrackets(list));
  const arePlaces =
    pieces.every(({ text }) => A_PLACE.test(text) && !HAS_SOME.test(text)) &&
    pieces.some(({ text }) => KIND_OF_PLACE.test(text));
  return pieces.length > 1 && arePlaces ? pieces.length : 0;
}

/** "lab A 20 PC" has its own. */
const HAS_SOME = /\d (?:\p{Lu}{2,}|\p{Ll}{2,})$/u;
const MOST_OF_LIST = 300;
/** Behind the last word that tells where, or a colon, if there is one. */
const PLACES_BEHIND = /^(?:.*(?::|\b(?:untuk|utk|buat|bagi|di|pada|ke)) )?([^:\n]{3,200})$/isu;
const A_PLACE =
  /^(?!me[mnl]|meng|ber|ter|di)\p{L}[\p{L}\d./-]*(?: (?!yang|yg|agar|karena|mohon|minta)[\p{L}\d./-]+){0,3}$/iu;
const KIND_OF_PLACE =
  /^(?:lab\p{L}*|ruang\p{L}*|lantai|lt|gedung|gd|kelas|aula|loket|lobi|lobby|pos|gudang|kantor|blok|sayap|musala|musholla|mushola|perpustakaan|kantin|auditorium|basement|kamar|asrama|koridor|resepsionis|kpp\p{L}*|kanwil)\b/iu;

/** "Ruang A, B dan C", "KPP Depok serta KPP Bogor" at the end of a stretch. */
function listedIn(stretch: string): number {
  const pieces = cutUp(withoutBrackets(stretch).replace(/[,\s]+$/, ''));
  const first = pieces.findLastIndex(({ text }, at) => at < pieces.length - 1 && !IS_ITEM.test(text));
  // "Senin 1 room, Selasa dan Rabu": the first piece has a number of its own.
  const items = pieces.slice(Math.max(0, first + (COUNTED_PIECE.test(pieces[first]?.text ?? '') ? 1 : 0)));
  return items.length > 1 && items.slice(1).every(({ text }) => IS_ITEM.test(text)) ? items.length : 0;
}

const COUNTED_PIECE =
  /(?<![\p{L}\d])(?:\d{1,3}|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh) \p{Ll}{2,}$/u;
export const IS_ITEM = /^(?:[\p{Lu}\d][\p{L}\d./-]*)(?: [\p{Lu}\d][\p{L}\d./-]*){0,4}$/u;

/** "Seksi Pengawasan I s.d. III" */
function rangeBehind(noun: string, text: string): number {
  return inRange(new RegExp(String.raw`\b${noun}\b[^.\n\d]{0,24}?[ (]${RANGE.source}`, 'i').exec(text));
}

const END = String.raw`(\d{1,3}|[IVX]{1,5}|[A-H])`;
const RANGE = new RegExp(
  String.raw`\b${END}\s?(?:-|\u2013|s\.?\s?d\.?|s\/d|sampai(?: dengan)?|hingga)\s?${END}(?![\p{L}\d])`,
  'u',
);

function inRange(match: RegExpExecArray | null): number {
  const [first, last] = [placeOf(match?.[1]), placeOf(match?.[2])];
  return first > 0 && last > first && last - first < MOST ? last - first + 1 : 0;
}

const MOST = 200;
const ROMAN = 'I II III IV V VI VII VIII IX X XI XII'.split(' ');

function placeOf(end: string | undefined): number {
  if (end === undefined) return 0;
  if (/^\d+$/.test(end)) return Number(end);
  const upper = end.toUpperCase();
  return ROMAN.indexOf(upper) + 1 || upper.charCodeAt(0) - 64;
}
