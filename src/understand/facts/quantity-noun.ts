/** What a number in a text counts: the noun behind it, or the one before it ("akun: 12"). */
import { COUNTED, COUNTERS, ENGLISH_THINGS, isCounted, isOfPeople, PERSONS } from './counted-nouns.ts';
import { readNumeral } from '../words/numerals.ts';
import type { Words } from '../words/normalise.ts';

/** Nouns behind which a number counts something else. */
const OTHER =
  /^(?:jan|januari|january|feb|februari|mar|maret|march|apr|april|mei|may|jun|juni|jul|juli|agu|agustus|sep|september|okt|oktober|nov|november|nopember|des|desember|dec|december|hari|jam|menit|minggu|bulan|tahun|gb|mb|tb|mbps|kali|x|persen|tps|orang\/hari|tahunan|days?|hours?|weeks?|months?|years?|th|core|vcpu|cpu|ram|meter|m|cm|inci|inch|lantai|lt|wib|wita|wit)$/;
export function isOther(form: string): boolean {
  return OTHER.test(form);
}

/** Behind these a number is an hour, a day, a floor, a version: "sebelum jam 3", "tanggal 27". */
const NAMED_BEFORE = new Set(
  'jam pukul pkl tanggal tgl lantai lt versi version pasal halaman nomor no seri port cat kategori category tipe type eselon golongan angkatan gelombang batch tahap ext hp wa vlan sn level tahun sprint modul smk sma triwulan semester pertemuan sesi periode jalur'.split(
    ' ',
  ),
);

/** Whether it measures time, size or the like; there may be something on each floor. */
export function isMeasure(form: string): boolean {
  return OTHER.test(form) && form !== 'lantai' && form !== 'lt';
}

/** @param next the word behind the number: "loket 4 unit" are units, "loket 4" is a label */
export function isNamedBefore(form: string, next = ''): boolean {
  return NAMED_BEFORE.has(form) || (PLACES.has(form) && !COUNTERS.has(next) && next !== 'orang' && next !== 'org');
}

const PLACES = new Set('rak rack gd gedung kelas loket ruang lab kamar'.split(' '));

/** Behind these a noun belongs to something else: "Oracle 12 ke 19 di server". */
const AWAY = new Set(
  'mohon minta meminta tolong perlu butuh memerlukan membutuhkan please need mau ingin dengan bareng di ke dari untuk utk pada dan atau yang yg karena krn sebab agar supaya jadi sebelum sesudah setelah ini besok lusa kemarin sudah telah belum tidak akan sedang punya masih bisa perlu in on at to for of and or because so before after this'.split(
    ' ',
  ),
);
/** Words that may stand between the number and its noun. */
const BETWEEN = 3;

export const JOINED = new Set(['dan', 'sama', 'serta', 'plus', 'and', 'deng']);

/** The counted noun behind a number, past its repetition in words: "5 (lima) orang". */
export function nounAfter(words: Words, at: number, length: number): string | null {
  const rest = words.words.slice(at + length, at + length + 8).map((word) => word.form);
  const repeated = readNumeral(rest);
  const first = words.words[at + length];
  const opened = first !== undefined && words.text.slice(words.words[at]?.end ?? 0, first.start).includes('(');
  if (repeated && opened && repeated.value !== readNumeral([words.words[at]?.form ?? ''])?.value && length === 1)
    return null;
  const tail = repeated && opened ? rest.slice(repeated.length) : rest;
  const sentence = words.words[at]?.sentence;
  if (tail[0] === 'kali' && isCounted(tail[1] ?? '')) return tail[1] ?? null;
  // "8 dari kami"
  if (tail[0] === 'dari' && OF_US.has(tail[1] ?? '')) return 'orang';
  if (OTHER.test(tail[0] ?? '')) return null;
  const skipped = at + length + (rest.length - tail.length);
  for (let index = 0; index < BETWEEN; index += 1) {
    const word = tail[index];
    if (word === undefined || /^\d/.test(word) || (index > 0 && readNumeral([word]))) return null;
    const here = words.words[skipped + index];
    const gap = words.text.slice(words.words[skipped + index - 1]?.end ?? 0, here?.start ?? 0);
    if (here?.sentence !== sentence || /[,;:|\n(]|\)\./.test(gap)) return null;
    if (OTHER.test(word) || (index < BETWEEN - 1 && AWAY.has(word))) return null;
    if (isCounted(word)) return isLoad(tail, index) ? null : whatIsCounted(word, tail.slice(index + 1, index + 3));
  }
  return null;
}

const OF_US = new Set('kami mereka kita'.split(' '));

/** "3,000 concurrent users", "500 pengguna bersamaan": so many come at a time, none is asked for. */
function isLoad(tail: readonly string[], at: number): boolean {
  return tail.slice(0, at + 2).some((word) => LOAD.has(word));
}

const LOAD = new Set('concurrent simultaneous bersamaan serentak'.split(' '));

/** "12 buah akun", "16 auditor laptops". */
function whatIsCounted(word: string, next: readonly string[]): string {
  const [first = '', second = ''] = next;
  if (COUNTERS.has(word) && !JOINED.has(first) && !AWAY.has(first))
    return [first, second].find((one) => COUNTED.has(one)) ?? word;
  // "4 meeting rooms"
  if (first.endsWith('s') && COUNTED.has(first) && COUNTED.has(first.slice(0, -1))) return first;
  if (word === 'orang' && isOfPeople(first)) return first;
  return PERSONS.has(word) && ENGLISH_THINGS.has(first) ? first : word;
}

/** "laptop kami bertiga": one for each. */
const OWN = new Set('laptop notebook pc komputer'.split(' '));

/** "a World Bank team of five" */
const GROUPS = new Set('team group party delegation mission crew panel staff committee'.split(' '));

/** "akun: 12", "laptop x 8", "jumlahnya dua puluh", "jumlah akun yang diminta : 12". */
export function nounBefore(words: Words, at: number, length: number): string | null {
  const list = words.words;
  const [before, here] = [list[at - 1], list[at]];
  if (!before || !here || isMeasured(words, at + length)) return null;
  if (list[at - 2]?.form === 'paling') return null;
  if (SUM_OF.test(before.form) || isTotal(words, at)) return '';
  if (TOGETHER.has(here.form))
    return list.slice(Math.max(0, at - 3), at).find(({ form }) => OWN.has(form))?.form ?? 'orang';
  if (before.form === 'of' && GROUPS.has(list[at - 2]?.form ?? '')) return 'orang';
  if (before.form === 'ada' && endsClause(words, at + length)) {
    const said = list.slice(Math.max(0, at - 8), at).filter(({ sentence }) => sentence === here.sentence);
    return said.find(({ form }) => COUNTED.has(form))?.form ?? null;
  }
  const gap = words.text.slice(before.end, here.start);
  const times = before.form === 'x' ? list[at - 2] : undefined;
  if (times && COUNTED.has(times.form)) return times.form;
  if (isCountedBehind(words, at, length)) return before.form;
  if (endsAsked(words, at, length)) return 'akun';
  if (!/^\s{0,10}[:=]\s{0,10}$/.test(gap) || (gap.includes('\n') && OPENS_ITEM.test(words.text.slice(here.end))))
    return null;
  const label = list.slice(Math.max(0, at - LABEL), at).filter((word) => word.clause === before.clause);
  const noun = label.findLast((word) => COUNTED.has(word.form))?.form;
  return COUNTED.has(before.form) ? before.form : label.some((word) => SUM_OF.test(word.form)) ? (noun ?? '') : null;
}

/** "Server yang diperiksa ada 8, tersebar": nothing follows the number in its clause. */
function endsClause({ words, text }: Words, at: number): boolean {
  const [last, next] = [words[at - 1], words[at]];
  return last !== undefined && (next === undefined || /^\s*[.,;\n]/.test(text.slice(last.end, next.start)));
}

/** "9 lantai", but not "9, lantai 2". */
function isMeasured({ words, text }: Words, at: number): boolean {
  const [last, next] = [words[at - 1], words[at]];
  return (
    last !== undefined && next !== undefined && OTHER.test(next.form) && !/[,;]/.test(text.slice(last.end, next.start))
  );
}

/** "PC baru 5 unit deng printer 2", "mejanya delapan belas,": the number ends its clause. */
function isCountedBehind({ words, text }: Words, at: number, length: number): boolean {
  const [before, earlier, last] = [words[at - 1], words[at - 2], words[at + length - 1]];
  if (!before || !last || !/^\s{0,3}(?:[.,;!]|$)/.test(text.slice(last.end, last.end + 4))) return false;
  if (text.slice(before.end, words[at]?.start) !== ' ') return false;
  const owned = /nya$/i.test(text.slice(before.start, before.end));
  // "PC 104 dan PC 105" are names.
  if (words[at - 4]?.form === before.form && /^\d/.test(words[at - 3]?.form ?? '')) return false;
  return COUNTED.has(before.form) && (owned || (earlier !== undefined && JOINED.has(earlier.form)));
}

/** "minta akun internet tamu 20 ya", "Voucher wifi 50,": accounts told by a number that ends its clause. */
function endsAsked({ words, text }: Words, at: number, length: number): boolean {
  const [before, here, last] = [words[at - 1], words[at], words[at + length - 1]];
  if (
    !before ||
    !here ||
    !last ||
    !ENDS.test(text.slice(last.end, last.end + 8)) ||
    text.slice(before.end, here.start) !== ' '
  )
    return false;
  const label = words
    .slice(Math.max(0, at - MOST_LABEL), at)
    .filter(({ clause, sentence }) => clause === here.clause && sentence === here.sentence);
  const from = label.findLastIndex(({ form }) => BY_ACCOUNTS.has(form));
  return (
    from >= 0 &&
    label.slice(from).every(({ start, end }, place) => place === 0 || /^\p{Ll}+$/u.test(text.slice(start, end)))
  );
}

const ENDS = /^(?:\s?[.,;!?\n]|$| (?:ya|yaa|dong|deh|aja|saja|dulu|dl)\b)/i;
const MOST_LABEL = 4;
const BY_ACCOUNTS = new Set('akun account voucher user'.split(' '));

/** "akun:\n1. intan.maharani" counts rows off. */
const OPENS_ITEM = /^[.)]/;
/** Words of a label before its colon. */
const LABEL = 6;
const TOGETHER_WORDS = 'berdua bertiga berempat berlima berenam bertujuh berdelapan bersembilan bersepuluh'.split(' ');
export const TOGETHER: ReadonlyMap<string, number> = new Map(TOGETHER_WORDS.map((word, at) => [word, at + 2]));

/** Behind these a number needs no noun: "jumlahnya dua puluh". */
const SUM_OF = /^(?:jumlah|sejumlah|sebanyak|jml|jlh|qty|quantity|banyak)$/;
const TOTAL = /^(?:jadi|total|jumlah|sejumlah|sebanyak|seluruh|semua|jml|jlh|qty)$/;

export function isTotal({ words }: Words, at: number): boolean {
  const [before = '', earlier = ''] = [words[at - 1]?.form, words[at - 2]?.form];
  return TOTAL.test(before) || (/^(?:ada|sebanyak|of)$/.test(before) && TOTAL.test(earlier));
}
