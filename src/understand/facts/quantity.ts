/**
 * How many: a number beside a noun that counts what the service counts ("47 (empat puluh tujuh) CPNS", "5 org", "lebih dari 30 akun"),
 * else the number of persons named or of rows. Numbers of days, hours, sizes and dates are no quantities.
 */
import { isCounted, isOfPeople, PERSONS } from './counted-nouns.ts';
import { readNumeral, type Numeral } from '../words/numerals.ts';
import type { Word, Words } from '../words/normalise.ts';
import { noted } from '../words/spelling.ts';
import { isNotNeeded } from './standing.ts';
import { isNamedBefore, isTotal, nounAfter, nounBefore, TOGETHER } from './quantity-noun.ts';

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
  /** "dihadiri 200 peserta": they come, something else is asked for. */
  readonly attending: boolean;
  /** "bagi 40 pejabat": it may be those who get it. */
  readonly forWhom: boolean;
  /** "sudah diinstal di 2 laptop": of another time. */
  readonly done: boolean;
  /** It opens a row of a list: "- 2 VM aplikasi". */
  readonly row: boolean;
  /** Ordinals of its first and its last word. */
  readonly at: number;
  readonly last: number;
}

/**
 * The numbers of a text; where rows of one noun stand below each other their sum, and a total, come first.
 * @param found each of them
 */
export function findQuantities(words: Words, found = eachQuantity(words)): readonly Quantity[] {
  const rows = found.filter(({ row }) => row);
  const [first] = rows;
  const areRows = first !== undefined && rows.length > 1 && rows.every(({ noun }) => noun === first.noun);
  const sum = areRows ? [{ ...first, value: rows.reduce((all, { value }) => all + value, 0), total: true }] : [];
  const total = [...sum, ...found].find((one) => one.total);
  return total === undefined ? found : [total, ...sum, ...found];
}

/** Each number with its own noun, nothing summed up. */
export const eachQuantity = readQuantities;

function readQuantities(words: Words): readonly Quantity[] {
  const found: Quantity[] = [];
  let forms: readonly string[] = [];
  for (let at = 0; at < words.words.length; at += 1) {
    const numeral = numeralAt(words.words, at) ?? togetherAt(words.words, at);
    if (!numeral) continue;
    if (forms.length === 0) forms = words.words.map((word) => word.form);
    const thousands = thousandsAt(words, at);
    const length = thousands === null ? numeral.length : 2;
    const noun = ofWhom(words, at, owned(forms, at, nounAfter(words, at, length))) ?? nounBefore(words, at, length);
    const value = thousands ?? numeral.value;
    if (noun !== null && value > 0 && value <= MAX_QUANTITY && counts(words, at, length))
      found.push(quantityAt(words, forms, { at, last: at + length - 1, value, noun }));
    at += length - 1;
  }
  return found;
}

/** Most words begin none, and to look at one costs less than to take the next out of the text. */
export function numeralAt(words: readonly Word[], at: number): Numeral | null {
  const first = words[at];
  const begins = first === undefined ? 'nothing' : beginningOf(first);
  if (begins === 'number') return readNumeral(words.slice(at, at + 8).map(({ form }) => form));
  return begins === 'all' ? allOf(words.slice(at, at + MOST_WORDS).map(({ form }) => form)) : null;
}

const beginningOf = noted(({ form }) =>
  readNumeral([form]) !== null ? 'number' : form.startsWith(ALL) ? 'all' : 'nothing',
);

/** Whether it is a number that counts at all, and no date, name, label or number of a row. */
export function counts(words: Words, at: number, length: number): boolean {
  const { form = '' } = words.words[at] ?? {};
  return (
    !/^0\d/.test(form) &&
    !YEAR.test(form) &&
    !isLabel(words, at, words.words[at + length]?.form) &&
    !isOfProduct(words, at) &&
    !isPartOfNumber(words, at, length) &&
    !isRowNumber(words, at) &&
    !isGroup(words, at) &&
    !isExcepted(words, at, length)
  );
}

function quantityAt(
  words: Words,
  forms: readonly string[],
  { at, last, value, noun }: Pick<Quantity, 'at' | 'last' | 'value' | 'noun'>,
): Quantity {
  return {
    value: value + (isMoreThan(forms, at) ? 1 : 0),
    noun,
    people: isOfPeople(noun) || noun === 'undangan',
    each: isEach(forms, at),
    total: isTotal(words, at),
    asked: isAsked(words, at),
    of: isOneOf(forms, at),
    forWhom: PERSONS.has(noun) && forms[at - 1] === 'bagi',
    attending: isAttending(forms, at, noun),
    done: isDone(words, at),
    row: isRow(words, at),
    at,
    last,
  };
}

/** "peserta 75 orang", "tamu VIP 40 orang" */
function ofWhom({ words }: Words, at: number, noun: string | null): string | null {
  if (noun !== 'orang' && !BARE_COUNTERS.has(noun ?? '')) return noun;
  const before = words
    .slice(Math.max(0, at - (noun === 'orang' ? 2 : MOST_BEFORE)), at)
    .filter(
      ({ sentence, clause }) => sentence === words[at]?.sentence && (noun === 'orang' || clause === words[at]?.clause),
    );
  const whose = before.findLast(({ form }) =>
    noun === 'orang' ? isOfPeople(form) || form === 'undangan' : OWN_ACCOUNTS.has(form),
  );
  return whose?.form ?? noun;
}

/** "Akun wifi tamu 15 buah": they count the noun before them. */
const BARE_COUNTERS = new Set('buah bh biji unit pcs'.split(' '));
const MOST_BEFORE = 4;
const OWN_ACCOUNTS = new Set('akun account voucher user lisensi'.split(' '));

/** "laptop empat orang itu", "PC milik 3 pegawai": one for each. */
function owned(forms: readonly string[], at: number, noun: string | null): string | null {
  if (noun === null || !PERSONS.has(noun)) return noun;
  const before = OWNING.has(forms[at - 1] ?? '') ? (forms[at - 2] ?? '') : (forms[at - 1] ?? '');
  return PERSONAL.has(before) ? before : noun;
}

const OWNING = new Set('milik punya kepunyaan'.split(' '));
const PERSONAL = new Set('laptop notebook pc komputer desktop'.split(' '));

function isAttending(forms: readonly string[], at: number, noun: string): boolean {
  return PERSONS.has(noun) && ATTENDED.has(forms[at - 1] ?? '');
}

const ATTENDED = new Set('diikuti dihadiri ditempati dihuni hadapan'.split(' '));

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

/** "kami bertiga" */
function togetherAt(words: readonly Word[], at: number): Numeral | null {
  const { form = '' } = words[at] ?? {};
  const value = form.startsWith('ber') ? TOGETHER.get(form) : undefined;
  return value === undefined ? null : { value, length: 1 };
}

/** "kedua server", "ketiga puluh empat relawan": all of so many, where the noun follows at once. */
function allOf([first = '', ...others]: readonly string[]): Numeral | null {
  const numeral = readNumeral([first.slice(ALL.length), ...others]);
  const isAll = numeral !== null && numeral.value > 1 && isCounted(others[numeral.length - 1] ?? '');
  return isAll ? numeral : null;
}

const ALL = 'ke';
/** Words of a number written out, and its noun. */
const MOST_WORDS = 7;

/** `1.200` stands as two words; three digits behind a dot or a comma are thousands. */
function thousandsAt(words: Words, at: number): number | null {
  const [word, next] = words.words.slice(at, at + 2);
  if (!word || !next || !/^\d{1,3}$/.test(word.form) || !/^\d{3}$/.test(next.form)) return null;
  return /^[.,]$/.test(words.text.slice(word.end, next.start)) ? Number(word.form) * 1000 + Number(next.form) : null;
}

/** "lantai 3", "tahun 2026"; not "tiap lab 20 komputer", "akhir tahun: 10 laptop". */
function isLabel({ words, text }: Words, at: number, next: string | undefined): boolean {
  const [before, here] = [words[at - 1], words[at]];
  if (before === undefined || here === undefined || text.slice(before.end, here.start).includes(':')) return false;
  const forms = words.slice(Math.max(0, at - 4), at).map(({ form }) => form);
  return !isEach(forms, forms.length - 1) && words[at - 2]?.form !== 'per' && isNamedBefore(before.form, next);
}

/** "MS Office 365 lisensinya", "Windows 11 lisensi": the number is of the product's name. */
function isOfProduct({ words }: Words, at: number): boolean {
  return PRODUCT.test(`${words[at - 1]?.form ?? ''} ${words[at]?.form ?? ''}`);
}

const PRODUCT = /^(?:(?:office|microsoft) 365|windows (?:7|8|10|11))$/;

/** Digits glued to others are dates, addresses, letter numbers. */
function isPartOfNumber(words: Words, at: number, length: number): boolean {
  const word = words.words[at];
  const last = words.words[at + length - 1];
  if (!word || !last) return false;
  const before = words.text.slice(Math.max(0, word.start - 2), word.start);
  const after = words.text.slice(last.end, last.end + 2);
  return /[\d\p{L}][./:-]$|[#v/]$/u.test(before) || /^[.,/:-]\d/.test(after);
}

/** "1. Aplikasi …", "2) Nama: …": it numbers the row. */
function isRowNumber({ words, text }: Words, at: number): boolean {
  const here = words[at];
  if (!here) return false;
  // "(1) Ratna Dwi; (2) Hery"
  if (text[here.start - 1] === '(' && /^\) ?\p{Lu}/u.test(text.slice(here.end, here.end + 3))) return true;
  const before = text.slice(Math.max(0, here.start - 8), here.start);
  const behind = text.slice(here.end, here.end + 3);
  if (!/^[.)]\s/.test(behind)) return false;
  return (
    /(?:^|\n)[ \t(]*$/.test(before) || (/[:;,][ (]{1,3}$/.test(before) && isOneOfMarks(text, here, behind[0] ?? ''))
  );
}

/** "ubah: 1. Nurul …, 2. Agung …": where the next mark, or the one before it, stands in the text, too. */
function isOneOfMarks(text: string, here: Word, mark: string): boolean {
  const place = Number(here.form);
  const [before, behind] = [
    text.slice(Math.max(0, here.start - MAX_ITEM), here.start),
    text.slice(here.end, here.end + MAX_ITEM),
  ];
  return behind.includes(` ${place + 1}${mark} `) || (place > 1 && before.includes(` ${place - 1}${mark} `));
}

/** Letters between two marks. */
const MAX_ITEM = 300;

/** "kecuali 2 PC yang rusak", "anak magang 5 orang tidak perlu" */
function isExcepted({ words, text }: Words, at: number, length: number): boolean {
  const [before, last, noun] = [words[at - 1], words[at + length - 1], words[at + length]];
  if (before !== undefined && EXCEPT.has(before.form)) return true;
  return last !== undefined && isNotNeeded(text.slice(noun?.end ?? last.end).slice(0, 40));
}

const EXCEPT = new Set('kecuali selain minus tanpa except menggantikan gantikan mengganti pengganti'.split(' '));

/** "anggotanya 9 orang", "responden sekitar 1.200 pegawai" are one group; "Anggota : enam orang" tells who comes. */
function isGroup({ words, text }: Words, at: number): boolean {
  const here = words[at];
  const before = words.slice(Math.max(0, at - 3), at).findLast(({ form }) => !ABOUT.has(form));
  return (
    before !== undefined &&
    here !== undefined &&
    GROUP.has(before.form) &&
    !text.slice(before.end, here.start).includes(':')
  );
}

const ABOUT = new Set('sekitar kurang lebih kira2 kira mencapai hingga sebanyak sejumlah total'.split(' '));

function isEach(forms: readonly string[], at: number): boolean {
  return forms.slice(Math.max(0, at - 3), at).some((form) => /^(?:masing|masing2|each|setiap|tiap)$/.test(form));
}

function isMoreThan(forms: readonly string[], at: number): boolean {
  return forms[at - 1] === 'dari' && forms[at - 2] === 'lebih';
}
