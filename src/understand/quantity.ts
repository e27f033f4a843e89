/**
 * How many: a number beside a noun that counts what the service counts ("47 (empat puluh tujuh) CPNS", "5 org", "lebih dari 30 akun"),
 * else the number of persons named or of rows. Numbers of days, hours, sizes and dates are no quantities.
 */
import { COUNTED, COUNTERS, ENGLISH_THINGS, PERSONS } from './counted-nouns.ts';
import { readNumeral, type Numeral } from './numerals.ts';
import type { Words } from './normalise.ts';

/** Nouns behind which a number counts something else. */
const OTHER =
  /^(?:jan|januari|january|feb|februari|mar|maret|march|apr|april|mei|may|jun|juni|jul|juli|agu|agustus|sep|september|okt|oktober|nov|november|nopember|des|desember|dec|december|hari|jam|menit|minggu|bulan|tahun|gb|mb|tb|mbps|kali|x|persen|tps|orang\/hari|tahunan|days?|hours?|weeks?|months?|years?|th|core|vcpu|cpu|ram|lantai|lt|wib|wita|wit)$/;
const YEAR = /^(?:19|20)\d\d$/;
/** Before a number these make it the size of a group that is one thing. */
const GROUP = new Set([
  'anggota',
  'beranggota',
  'responden',
  'bukan',
  'beranggotakan',
  'member',
  'members',
  'kapasitas',
  'maksimal',
  'minimal',
]);
const MAX_QUANTITY = 100_000;
/** Behind these a noun belongs to something else: "Oracle 12 ke 19 di server". */
const AWAY = new Set('di ke dari untuk utk pada dan atau yang yg dengan in on at to for of and or'.split(' '));
/** Words that may stand between the number and its noun. */
const BETWEEN = 3;

export interface Quantity {
  readonly value: number;
  readonly noun: string;
  readonly people: boolean;
  /** "masing-masing 25 titik": so many for each of those before. */
  readonly each: boolean;
  /** "total 30 orang", "jumlahnya 25". */
  readonly total: boolean;
  /** Whether its sentence asks for something. */
  readonly asked: boolean;
  /** "dari 62 laptop": those of which some are meant; "bagi 40 pejabat": those for whom something else is asked. */
  readonly of: boolean;
  /** It opens a row of a list: "- 2 VM aplikasi". */
  readonly row: boolean;
  /** Ordinal of its first word. */
  readonly at: number;
}

export function findQuantities(words: Words): readonly Quantity[] {
  const counted = countQuantities(words);
  const total = counted.find((one) => one.total);
  const each = counted.findIndex((one) => one.each);
  const groups = counted[each - 1];
  const of = counted[each];
  if (!groups || !of || groups.value === of.value || groups.noun === of.noun)
    return total === undefined ? counted : [total, ...counted];
  const rest = counted.filter((one, at) => at > each && one.noun === of.noun);
  const value = rest.reduce((sum, one) => sum + one.value, groups.value * of.value);
  return [{ ...of, value }, ...counted];
}

/** Each number with its own noun, nothing summed up. */
export function eachQuantity(words: Words): readonly Quantity[] {
  return withMore(readQuantities(words), words);
}

function countQuantities(words: Words): readonly Quantity[] {
  const found = eachQuantity(words);
  const rows = found.filter(({ row }) => row);
  const [first] = rows;
  if (!first || rows.length < 2 || rows.some(({ noun }) => noun !== first.noun)) return summed(found, words);
  return [{ ...first, value: rows.reduce((sum, { value }) => sum + value, 0), total: true }, ...found];
}

/** "18 titik + 2 utk printer": more of the same. */
function withMore(found: readonly Quantity[], { words, text }: Words): readonly Quantity[] {
  return found.map((one) => {
    const end = words[one.at]?.end ?? 0;
    const more = /^ [\p{L}]{2,20} ?(?:\+|plus|ditambah|dan) ?(\d{1,3}) (?:lagi )?(?:utk|untuk|buat|for) /u.exec(
      text.slice(end, end + 60),
    );
    return more ? { ...one, value: one.value + Number(more[1]) } : one;
  });
}

/** "2 printer sama 1 mesin absen", "2 VM aplikasi (8 vCPU) dan 1 VM DB": things counted side by side are counted together. */
function summed(found: readonly Quantity[], { words }: Words): readonly Quantity[] {
  const [first, second] = found;
  if (!first || !second || first.people || second.people) return found;
  const near = second.at - first.at <= 4;
  const between = words.slice(near ? first.at + 1 : second.at - 1, second.at).map(({ form }) => form);
  const alike = first.noun === second.noun;
  if ((!near && !alike) || !inOneSentence(first, second, words) || !between.some((form) => JOINED.has(form)))
    return found;
  return [{ ...first, noun: alike ? first.noun : '', value: first.value + second.value }, ...found];
}

function inOneSentence(first: Quantity, second: Quantity, words: Words['words']): boolean {
  return words[first.at]?.sentence === words[second.at]?.sentence;
}

const JOINED = new Set(['dan', 'sama', 'serta', 'plus', 'and', 'deng']);

function readQuantities(words: Words): readonly Quantity[] {
  const found: Quantity[] = [];
  const forms = words.words.map((word) => word.form);
  for (let at = 0; at < forms.length; at += 1) {
    const numeral = readNumeral(forms.slice(at, at + 8)) ?? allOf(forms, at);
    if (!numeral) continue;
    const thousands = thousandsAt(words, at);
    const length = thousands === null ? numeral.length : 2;
    const read = owned(forms, at, nounAfter(words, at, length)) ?? nounBefore(words, at, length);
    const value = thousands ?? numeral.value;
    if (
      read !== null &&
      value > 0 &&
      !/^0\d/.test(forms[at] ?? '') &&
      !YEAR.test(forms[at] ?? '') &&
      value <= MAX_QUANTITY &&
      !isPartOfNumber(words, at, length) &&
      !isGroup(words, at)
    ) {
      found.push({
        value: value + (isMoreThan(forms, at) ? 1 : 0),
        noun: read,
        people: PERSONS.has(read),
        each: isEach(forms, at),
        total: isTotal(words, at),
        asked: isAsked(words, at),
        of: (forms[at - 1] === 'dari' && forms[at - 2] !== 'lebih') || isForWhom(forms, at, read),
        row: isRow(words, at),
        at,
      });
    }
    at += length - 1;
  }
  return found;
}

/** "laptop empat orang itu", "PC milik 3 pegawai": one for each. */
function owned(forms: readonly string[], at: number, noun: string | null): string | null {
  if (noun === null || !PERSONS.has(noun)) return noun;
  const before = OWNING.has(forms[at - 1] ?? '') ? (forms[at - 2] ?? '') : (forms[at - 1] ?? '');
  return PERSONAL.has(before) ? before : noun;
}

const OWNING = new Set('milik punya kepunyaan'.split(' '));
const PERSONAL = new Set('laptop notebook pc komputer desktop'.split(' '));

/** "pelatihan bagi 40 pejabat", "dihadiri 200 peserta": they come, something else is asked for. */
function isForWhom(forms: readonly string[], at: number, noun: string): boolean {
  return PERSONS.has(noun) && FOR_WHOM.has(forms[at - 1] ?? '');
}

const FOR_WHOM = new Set('bagi diikuti dihadiri ditempati dihuni hadapan'.split(' '));

function isRow({ words, text }: Words, at: number): boolean {
  return /(?:^|\n)[ \t]*[-*•–][ \t]*$/.test(
    text.slice(Math.max(0, (words[at]?.start ?? 0) - 6), words[at]?.start ?? 0),
  );
}

const ASKING = new Set(
  'mohon minta tolong perlu butuh memerlukan membutuhkan diperlukan ajukan mengajukan permohonan permintaan pengajuan mengharapkan kesediaan mengundang menugaskan ditugaskan usul mengusulkan ingin mau please need request requesting agar supaya dibuatkan disediakan dipasang dipasangkan pasang tambah penambahan'.split(
    ' ',
  ),
);
/** Words of its sentence that are looked at on each side. */
const AROUND = 30;

function isAsked({ words }: Words, at: number): boolean {
  const sentence = words[at]?.sentence;
  return words
    .slice(Math.max(0, at - AROUND), at + AROUND)
    .some((word) => word.sentence === sentence && ASKING.has(word.form));
}

/** "kedua server", "ketiga laptop": all of so many, where the noun follows at once; "kami bertiga". */
function allOf(forms: readonly string[], at: number): Numeral | null {
  const together = TOGETHER.get(forms[at] ?? '');
  if (together !== undefined) return { value: together, length: 1 };
  const value = ALL_OF.get(forms[at] ?? '');
  return value !== undefined && COUNTED.has(forms[at + 1] ?? '') ? { value, length: 1 } : null;
}

const ALL_OF: ReadonlyMap<string, number> = new Map([
  ['kedua', 2],
  ['ketiga', 3],
  ['keempat', 4],
  ['kelima', 5],
  ['keenam', 6],
]);

/** The counted noun behind a number, past its repetition in words: "5 (lima) orang". */
function nounAfter(words: Words, at: number, length: number): string | null {
  const rest = words.words.slice(at + length, at + length + 8).map((word) => word.form);
  const repeated = readNumeral(rest);
  const first = words.words[at + length];
  const opened = first !== undefined && words.text.slice(words.words[at]?.end ?? 0, first.start).includes('(');
  if (repeated && opened && repeated.value !== readNumeral([words.words[at]?.form ?? ''])?.value && length === 1)
    return null;
  const tail = repeated && opened ? rest.slice(repeated.length) : rest;
  const sentence = words.words[at]?.sentence;
  if (OTHER.test(tail[0] ?? '')) return null;
  const skipped = at + length + (rest.length - tail.length);
  for (let index = 0; index < BETWEEN; index += 1) {
    const word = tail[index];
    if (word === undefined || /\d/.test(word)) return null;
    const here = words.words[skipped + index];
    const gap = words.text.slice(words.words[skipped + index - 1]?.end ?? 0, here?.start ?? 0);
    if (here?.sentence !== sentence || /[,;:\n]|\)\./.test(gap)) return null;
    if (OTHER.test(word) || (index < BETWEEN - 1 && AWAY.has(word))) return null;
    if (COUNTED.has(word)) return isLoad(tail, index) ? null : whatIsCounted(word, tail.slice(index + 1, index + 3));
  }
  return null;
}

/** "3,000 concurrent users", "500 pengguna bersamaan": so many come at a time, none is asked for. */
function isLoad(tail: readonly string[], at: number): boolean {
  return tail.slice(0, at + 2).some((word) => LOAD.has(word));
}

const LOAD = new Set('concurrent simultaneous bersamaan serentak'.split(' '));

/** "12 buah akun", "16 auditor laptops". */
function whatIsCounted(word: string, next: readonly string[]): string {
  const [first = '', second = ''] = next;
  if (COUNTERS.has(word) && !JOINED.has(first)) return [first, second].find((one) => COUNTED.has(one)) ?? word;
  return PERSONS.has(word) && ENGLISH_THINGS.has(first) ? first : word;
}

/** "akun: 12", "laptop x 8", "jumlahnya dua puluh", "jumlah akun yang diminta : 12". */
function nounBefore(words: Words, at: number, length: number): string | null {
  const list = words.words;
  const [before, here] = [list[at - 1], list[at]];
  if (!before || !here || OTHER.test(list[at + length]?.form ?? '')) return null;
  if (SUM_OF.test(before.form) || isTotal(words, at)) return '';
  if (TOGETHER.has(here.form)) return 'orang';
  const gap = words.text.slice(before.end, here.start);
  const times = before.form === 'x' ? list[at - 2] : undefined;
  if (times && COUNTED.has(times.form)) return times.form;
  if (isCountedBehind(words, at, length)) return before.form;
  if (!/^\s{0,10}[:=]\s{0,10}$/.test(gap) || (gap.includes('\n') && OPENS_ITEM.test(words.text.slice(here.end))))
    return null;
  const label = list.slice(Math.max(0, at - LABEL), at).filter((word) => word.clause === before.clause);
  const noun = label.findLast((word) => COUNTED.has(word.form))?.form;
  return COUNTED.has(before.form) ? before.form : label.some((word) => SUM_OF.test(word.form)) ? (noun ?? '') : null;
}

/** "PC baru 5 unit deng printer 2", "mejanya delapan belas,": the number ends its clause. */
function isCountedBehind({ words, text }: Words, at: number, length: number): boolean {
  const [before, earlier, last] = [words[at - 1], words[at - 2], words[at + length - 1]];
  if (!before || !last || !/^\s{0,3}(?:[.,;!]|$)/.test(text.slice(last.end, last.end + 4))) return false;
  if (text.slice(before.end, words[at]?.start) !== ' ') return false;
  const owned = /nya$/i.test(text.slice(before.start, before.end));
  return COUNTED.has(before.form) && (owned || (earlier !== undefined && JOINED.has(earlier.form)));
}

/** "akun:\n1. intan.maharani" counts rows off. */
const OPENS_ITEM = /^[.)]/;
/** Words of a label before its colon. */
const LABEL = 6;
const TOGETHER: ReadonlyMap<string, number> = new Map(
  ['berdua', 'bertiga', 'berempat', 'berlima', 'berenam'].map((word, at) => [word, at + 2]),
);

/** `1.200` stands as two words; three digits behind a dot or a comma are thousands. */
function thousandsAt(words: Words, at: number): number | null {
  const [word, next] = words.words.slice(at, at + 2);
  if (!word || !next || !/^\d{1,3}$/.test(word.form) || !/^\d{3}$/.test(next.form)) return null;
  return /^[.,]$/.test(words.text.slice(word.end, next.start)) ? Number(word.form) * 1000 + Number(next.form) : null;
}

/** Digits glued to others are dates, addresses, letter numbers. */
function isPartOfNumber(words: Words, at: number, length: number): boolean {
  const word = words.words[at];
  const last = words.words[at + length - 1];
  if (!word || !last) return false;
  const before = words.text.slice(Math.max(0, word.start - 2), word.start);
  const after = words.text.slice(last.end, last.end + 2);
  return /[\d\p{L}][./:-]$|[#v]$/u.test(before) || /^[./:-]\d/.test(after);
}

/** Behind these a number needs no noun: "jumlahnya dua puluh". */
const SUM_OF = /^(?:jumlah|sejumlah|sebanyak|jml|jlh|qty|quantity|banyak)$/;
const TOTAL = /^(?:jadi|total|jumlah|sejumlah|sebanyak|seluruh|semua|jml|jlh|qty)$/;

function isTotal({ words }: Words, at: number): boolean {
  const [before = '', earlier = ''] = [words[at - 1]?.form, words[at - 2]?.form];
  return TOTAL.test(before) || (/^(?:ada|sebanyak|of)$/.test(before) && TOTAL.test(earlier));
}

/** "anggotanya 9 orang" is one group; "Anggota : enam orang" tells who comes. */
function isGroup({ words, text }: Words, at: number): boolean {
  const before = words[at - 1];
  const here = words[at];
  return (
    before !== undefined &&
    here !== undefined &&
    GROUP.has(before.form) &&
    !text.slice(before.end, here.start).includes(':')
  );
}

function isEach(forms: readonly string[], at: number): boolean {
  return forms.slice(Math.max(0, at - 3), at).some((form) => /^(?:masing|masing2|each|setiap|tiap)$/.test(form));
}

function isMoreThan(forms: readonly string[], at: number): boolean {
  return forms[at - 1] === 'dari' && forms[at - 2] === 'lebih';
}
