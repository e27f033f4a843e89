/**
 * Which of the numbers that fit make up what is asked for: those joined in a sentence are added ("25 mahasiswa, 2 dosen, serta 3
 * pendamping"), a total told beside its parts stands for them, a number that takes the place of another wins, and some that are left out
 * ("tiga di antaranya sudah punya") are taken off.
 */
import { COUNTERS, DEVICES, PERSONS } from './counted-nouns.ts';
import { readNumeral } from '../words/numerals.ts';
import type { Words } from '../words/normalise.ts';
import type { Quantity } from './quantity.ts';

/** With what is joined to it; the quantities in the order of the text. */
export function withJoined(first: Quantity, fitting: readonly Quantity[], words: Words): number {
  const at = fitting.indexOf(first);
  let value = first.value + bareBehind(first, words);
  for (let index = at + 1; index < fitting.length; index += 1) {
    const [before, next] = [fitting[index - 1], fitting[index]];
    if (!before || !next || !isJoined(before, next, words)) break;
    value += next.value;
  }
  return value;
}

/** "4 titik di ruang A, 2 di ruang B, 1 di ruang C": numbers that leave the noun out. */
function bareBehind({ at }: Quantity, { words, text }: Words): number {
  const here = words[at];
  if (here === undefined) return 0;
  const last = words.findLast(({ sentence }) => sentence === here.sentence)?.end ?? here.end;
  const rest = text.slice(here.end, Math.min(last, here.end + FAR * 2)).split(PARTED)[0] ?? '';
  return [...rest.replace(/\([^()]*\)?/g, ' ').matchAll(BARE)].reduce(
    (sum, [, word = '']) => sum + (readNumeral([word.toLowerCase()])?.value ?? 0),
    0,
  );
}

function isJoined(before: Quantity, next: Quantity, { words, text }: Words): boolean {
  const [one, other] = [words[before.at], words[next.at]];
  if (!one || !other || one.sentence !== other.sentence || next.of || !areAlike(before.noun, next.noun)) return false;
  const gap = text.slice(one.end, other.start);
  return gap.length < FAR && !PARTED.test(gap) && bracketsIn(gap) === 0 && JOINED_BEFORE.test(gap);
}

const FAR = 110;
/** Words behind which a number is part of the one before, or another matter. */
const PARTED =
  /\b(?:di ?antara(?:nya)?|termasuk|antara lain|masing-?masing|tiap|setiap|per|maksimal|tapi|tetapi|namun|atau|or|sehingga|karena|sudah|yaitu|yakni|terdiri|rincian\w*|dari total|dipakai|digunakan|dihadiri|menjadi|semula|bukan|kecuali)\b|[@=]/i;
const JOINED_BEFORE =
  /(?:[,;+&]|\b(?:dan|serta|sama|plus|ditambah|and|juga|didampingi|ditemani|beserta|bersama)\b)\s*(?:(?:dan|serta|plus|juga|sama)\s+)?(?:[\p{L}\d./-]+ ){0,4}\(?(?:\s*)$/iu;

const BARE =
  /(?:,|[&+]|\b(?:dan|serta|sama))\s*(?:dan )?(\d{1,3}|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh) (?:di(?! ?antara)|dari|ke|pada)\s/gi;

function bracketsIn(gap: string): number {
  let depth = 0;
  for (const letter of gap) depth += letter === '(' ? 1 : letter === ')' ? -1 : 0;
  return /^[^(]*\)/.test(gap) && depth === 0 ? 0 : depth;
}

function areAlike(noun: string, other: string): boolean {
  if (noun === other || (PERSONS.has(noun) && PERSONS.has(other))) return true;
  // "2 box, 50 pcs" are measures of different things.
  const measures = [noun, other].filter((one) => COUNTERS.has(one)).length;
  return measures === 0
    ? DEVICES.has(noun) && DEVICES.has(other)
    : measures === 1 && (DEVICES.has(noun) || DEVICES.has(other));
}

/** "6 unit VM dengan rincian 3 unit …, 2 unit … dan 1 unit …": the one that is the sum of those behind it. */
export function sumOfOthers(quantities: readonly Quantity[], words: Words): Quantity | null {
  return (
    quantities.find((one, at) => {
      const next = quantities[at + 1];
      return next !== undefined && next.value < one.value && withJoined(next, quantities, words) === one.value;
    }) ?? null
  );
}

/** "semula 3 VM, diturunkan menjadi 2 VM", "22 orang, tapi siapkan 30 akun". */
export function takesPlace({ at }: Quantity, { words, text }: Words): boolean {
  const here = words[at];
  return here !== undefined && TAKES_PLACE.test(text.slice(Math.max(0, here.start - 50), here.start));
}

const TAKES_PLACE =
  /\b(?:diturunkan|dinaikkan|diubah|dikurangi|ditambah|berkurang|bertambah|direvisi|dikoreksi|berubah|koreksi|revisi|ralat)\b[^.\n]{0,20}\b(?:menjadi|jadi|ke)\s$|\b(?:menjadi|jadinya) (?:hanya |cuma )?$|\b(?:tapi|tetapi|namun|tp)\s(?:mohon |tolong |minta )?(?:disiapkan|siapkan|siapin|sediakan|disediakan|buatkan|dibuatkan|butuh\w*|perlu\w*|minta|yang dibutuhkan|yang diminta)\s(?:hanya |cuma )?$/i;

/** Of so many: "tiga di antaranya sudah punya", "kecuali 2 orang", "nomor 3 tidak usah". */
export function leftOut(text: string): number {
  const match = SOME.exec(text);
  const some = (match?.[1] ?? match?.[2])?.toLowerCase();
  const rest = REST.exec(text)?.[1]?.toLowerCase();
  if (rest !== undefined) return readNumeral([rest])?.value ?? 0;
  if (some !== undefined) return readNumeral(some.split(' '))?.value ?? 0;
  return NUMBERED_OUT.test(text) || NAMED_OUT.test(text) ? 1 : 0;
}

const NUMBER = String.raw`\d{1,3}|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh`;
const DONE = String.raw`(?:sudah|telah|tidak (?:perlu|usah|jadi|ikut)|tdk (?:perlu|usah|jadi|ikut)|batal|already)`;
const SOME = new RegExp(
  String.raw`\b(${NUMBER}) (?:orang |org |akun |unit |buah )?(?:di ?antaranya|of them|dari mereka) ${DONE}\b|\b(?:kecuali|minus|dikurangi) (${NUMBER}) (?:orang|org|akun|unit|buah)\b`,
  'i',
);
/** "12 pegawai, 2 sudah punya akun, sisanya mohon dibuatkan" */
const REST = new RegExp(
  String.raw`\b(${NUMBER}) (?:orang |org |akun |unit |buah )?(?:\p{L}+ )?${DONE}\b[^.\n]{0,60}\b(?:sisanya|selebihnya|yang lain(?:nya)?|the rest)\b`,
  'iu',
);
/** "Hanif (NIP …) sudah punya" */
const NAMED_OUT = /\p{Lu}\p{Ll}{2,}(?: \([^()\n]{0,60}\))? (?:sudah (?:punya|memiliki|ada akun)|tidak jadi ikut)\b/u;
const NUMBERED_OUT = new RegExp(String.raw`\b(?:nomor|no\.?|yang ke-?) ?\d{1,2}\b[^.\n]{0,40}\b${DONE}\b`, 'i');

/** "sepasang mesin absen, plus satu lagi untuk CCTV": so many more. */
export function moreOfThem(text: string): number {
  const word = MORE.exec(text)?.[1]?.toLowerCase();
  return word === undefined ? 0 : (readNumeral([word])?.value ?? 0);
}

const MORE = new RegExp(
  String.raw`(?:[,+&]|\b(?:plus|dan|tambah|ditambah|sama|serta)) ?(${NUMBER}) lagi (?:untuk|utk|buat|bagi|di|ke)\b`,
  'i',
);

/** "satu untuk Menteri, satu untuk Wamen": one for each of those told; 0 where fewer than two are. */
export function oneForEach(text: string): number {
  if (text.search(EACH_FOR) < 0) return 0;
  const sums = text.split(/[.!?\n]/).map((sentence) => {
    const ones = [...sentence.matchAll(EACH_FOR)].map(([, word = '']) => readNumeral([word.toLowerCase()])?.value ?? 0);
    return ones.length < 2 ? 0 : ones.reduce((sum, one) => sum + one, 0);
  });
  return Math.max(...sums);
}

const EACH_FOR =
  /(?<![\p{L}\d.,/-])(satu|dua|tiga|empat|lima|\d{1,2})(?: (?!hari|jam|minggu|bulan|tahun|menit|gb|tb|core|vcpu|kali|meter|lantai)\p{L}{2,10})?(?: lagi)? (?:untuk|utk|buat|bagi) (?!\d)/giu;
