/**
 * How many: a number beside a noun that counts what the service counts ("47 (empat puluh tujuh) CPNS", "5 org", "lebih dari 30 akun"),
 * else the number of persons named or of rows. Numbers of days, hours, sizes and dates are no quantities.
 */
import { COUNTED, MEASURES, PERSONS } from './counted-nouns.ts';
import { readNumeral, type Numeral } from '../words/numerals.ts';
import type { Words } from '../words/normalise.ts';
import { isTotal, JOINED, nounAfter, nounBefore, TOGETHER } from './quantity-noun.ts';

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
/** Behind these a number is an hour, a day, a floor, a version: "sebelum jam 3", "tanggal 27". */
const NAMED_BEFORE = new Set(
  'jam pukul pkl tanggal tgl lantai lt versi version pasal halaman nomor no seri port cat kategori category tipe type eselon golongan angkatan gelombang batch tahap'.split(
    ' ',
  ),
);
const MAX_QUANTITY = 100_000;
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
  /** "bagi 40 pejabat": it may be those who get it. */
  readonly forWhom: boolean;
  /** "sudah diinstal di 2 laptop": of another time. */
  readonly done: boolean;
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
function summed(found: readonly Quantity[], words: Words): readonly Quantity[] {
  const [first] = found;
  if (!first) return found;
  const end = found.findIndex((one, index) => index > 0 && !isBeside(found[index - 1] ?? one, one, words));
  const beside = end < 0 ? found : found.slice(0, end);
  if (beside.length < 2) return found;
  const alike = beside.every(({ noun }) => noun === first.noun);
  const noun = alike ? first.noun : first.people ? 'orang' : '';
  return [{ ...first, noun, value: beside.reduce((sum, { value }) => sum + value, 0) }, ...found];
}

function isBeside(first: Quantity, second: Quantity, all: Words): boolean {
  const { words, text } = all;
  const near = second.at - first.at <= 4;
  if (opensBracket(text.slice(words[first.at]?.end, words[second.at]?.start))) return false;
  const between = words.slice(near ? first.at + 1 : second.at - 1, second.at).map(({ form }) => form);
  const alike = first.noun === second.noun;
  const gap = text.slice(words[second.at - 1]?.end, words[second.at]?.start);
  const listed = gap.includes(',') && (alike || (near && isInList(second, all)));
  const joined = between.some((form) => JOINED.has(form)) || /[+&]/.test(gap) || listed;
  if (first.people !== second.people || apart(first.noun, second.noun) || (!near && (!alike || first.people)))
    return false;
  return joined && inOneSentence(first, second, words);
}

/** "5 VM (2 aplikasi, 1 basis data)": what is in brackets behind a number are its parts. */
function opensBracket(between: string): boolean {
  return between.lastIndexOf('(') > between.lastIndexOf(')');
}

/** "2 box kabel dan konektor 50 pcs": counted in different measures, so not together. */
function apart(noun: string, other: string): boolean {
  return noun !== other && MEASURES.has(noun) && MEASURES.has(other);
}

/** "(2 PC, 1 smartboard, 2 printer)" */
function isInList({ at }: Quantity, { words, text }: Words): boolean {
  const before = text.slice(Math.max(0, (words[at]?.start ?? 0) - LIST_CHARS), words[at]?.start);
  return /\((?:\d{1,4} [^()\n,]{2,30}, ?)+$/.test(before);
}

const LIST_CHARS = 80;

function inOneSentence(first: Quantity, second: Quantity, words: Words['words']): boolean {
  return words[first.at]?.sentence === words[second.at]?.sentence;
}

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
      !NAMED_BEFORE.has(forms[at - 1] ?? '') &&
      value <= MAX_QUANTITY &&
      !isPartOfNumber(words, at, length) &&
      !isRowNumber(words, at) &&
      !isGroup(words, at)
    ) {
      found.push({
        value: value + (isMoreThan(forms, at) ? 1 : 0),
        noun: read,
        people: PERSONS.has(read),
        each: isEach(forms, at),
        total: isTotal(words, at),
        asked: isAsked(words, at),
        of: isOneOf(forms, at) || isForWhom(forms, at, read),
        forWhom: PERSONS.has(read) && forms[at - 1] === 'bagi',
        done: isDone(words, at),
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

const FOR_WHOM = new Set('diikuti dihadiri ditempati dihuni hadapan'.split(' '));

/** "dari 62 laptop"; "lebih dari 30" and "terdiri dari 3" tell the number itself. */
function isOneOf(forms: readonly string[], at: number): boolean {
  return forms[at - 1] === 'dari' && !/^(?:lebih|kurang|terdiri|terbentuk|tersusun)$/.test(forms[at - 2] ?? '');
}

function isDone({ words, text }: Words, at: number): boolean {
  const here = words[at]?.start ?? 0;
  return DONE.test(text.slice(Math.max(0, here - 40), here));
}

const DONE = /\b(?:sudah|telah|sdh|udah|kemarin) (?:di\p{L}+|ter\p{L}+|punya|ada|selesai|beres)(?: \p{L}+){0,2} $/iu;

function isRow({ words, text }: Words, at: number): boolean {
  return /(?:(?:^|\n)[ \t]*[-*•–][ \t]*(?:[\p{L}\d ]{1,16}:[ \t]*)?|\n[ \t]*)$/u.test(
    text.slice(Math.max(0, (words[at]?.start ?? 0) - 26), words[at]?.start ?? 0),
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

const ALL_OF: ReadonlyMap<string, number> = new Map(
  'kedua ketiga keempat kelima keenam ketujuh kedelapan kesembilan kesepuluh'
    .split(' ')
    .map((word, at) => [word, at + 2]),
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

/** "1. Aplikasi …", "2) Nama: …": it numbers the row. */
function isRowNumber({ words, text }: Words, at: number): boolean {
  const here = words[at];
  if (!here) return false;
  return (
    /(?:^|\n)[ \t(]*$/.test(text.slice(Math.max(0, here.start - 8), here.start)) &&
    /^[.)]\s/.test(text.slice(here.end, here.end + 2))
  );
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
