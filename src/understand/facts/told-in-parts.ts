/**
 * What is named before a colon and told in its parts behind it: "siswa PKL: 4 laki2 dan 2 perempuan", "VM: 1 app, 1 db, 1 collector",
 * "kabel untuk lab: lab A 15, lab B 10". The parts go by ever new nouns; that they are some of what is named follows from where they stand.
 */
import { COUNTED, isCounted, isCountOf, isOfHosts, isOfPeople, isOfPersons } from './counted-nouns.ts';
import { readNumeral } from '../words/numerals.ts';
import { isMonth } from './date-words.ts';
import { cutUp, withoutBrackets } from './pieces.ts';
import { isNamedBefore, isOther } from './quantity-noun.ts';
import { sought, type Searched } from './searched.ts';
import { isUncountable } from './unlisted.ts';

/**
 * The sum of the parts; 0 where fewer than two are told.
 * @param unit what the service counts: it has to be named before the colon
 */
export function sumOfParts(text: Searched, unit: string | null): number {
  if (unit === null) return 0;
  const lists = text.all(COLON, MOST_LISTS);
  return Math.max(0, ...lists.map(([, before = '', list = '']) => (names(before, unit) ? partsOf(list, unit) : 0)));
}

/** A stretch of one sentence on each side of a colon. */
const COLON = sought(/(?:^|\n|[.!?;:]\s)([^.!?;:\n]{3,160}): ?([^!?;:\n]{5,300})/g);
const MOST_LISTS = 20;

/** What is counted, without a number of its own: "12 akun: 5 admin, 7 operator" tells it already. */
function names(before: string, unit: string): boolean {
  const words = before.toLowerCase().match(WORD) ?? [];
  const isNumbered = words.some(
    (word, at) => readNumeral([word]) !== null && words.slice(at + 1, at + 3).some((next) => isCounted(next)),
  );
  return !isNumbered && words.some((word) => (COUNTED.has(word) || isOfPeople(word)) && isCountOf(word, unit));
}

const WORD = /[\p{L}\d/]+/gu;

function partsOf(list: string, unit: string): number {
  const end = list.search(ENDS_LIST);
  let [sum, parts] = [0, 0];
  for (const { text } of cutUp(withoutBrackets(end < 0 ? list : list.slice(0, end)))) {
    const writer = parts > 0 && isOfPersons(unit) && WRITER.test(text);
    const part = writer ? 1 : (partIn(text, unit) ?? placedIn(text));
    if (part === 0) break;
    sum += part;
    parts += 1;
  }
  return parts < 2 ? 0 : sum;
}

const ENDS_LIST = /\.(?:\s|$)/;
const WRITER = /^(?:saya|sy|aku)(?: sendiri)?(?![\p{L}\d])/u;

/** "4 laki2", "1 collector", "2 tim B"; 0 where it counts something else, null where no number stands first. */
function partIn(piece: string, unit: string): number | null {
  const [first = '', ...others] = piece.toLowerCase().match(WORD) ?? [];
  const numeral = first.startsWith('0') ? null : readNumeral([first, ...others.slice(0, 5)]);
  if (numeral === null) return null;
  const [noun = '', next = ''] = others.slice(numeral.length - 1);
  if (numeral.value < 1 || numeral.value > MOST || !/^\p{L}{2,}\d?$/u.test(noun)) return 0;
  if (isOther(noun) || isMonth(noun) || readNumeral([noun]) !== null || SIZE.test(noun) || SIZE.test(next)) return 0;
  return isPart(noun, unit) || (isOfPersons(unit) && OF_GROUP.test(piece)) ? numeral.value : 0;
}

function isPart(noun: string, unit: string): boolean {
  if (isOfHosts(unit)) return !COUNTED.has(noun) || isCountOf(noun, unit);
  return isCounted(noun) ? isCountOf(noun, unit) : isOfPersons(unit) && !isUncountable(noun);
}

/** "2 tim B", "3 Seksi Umum": some of that group, which has a name. */
const OF_GROUP =
  /^[\p{L}\d]+ (?:(?:dari|di) )?(?:[Tt]im|[Ss]eksi|[Bb]agian|[Bb]idang|[Ss]ubbag\w*|[Ss]ubbid\w*|[Ss]ubdit|[Uu]nit|[Kk]elompok|[Rr]egu|[Kk]elas|[Ss]hift) (?:\p{Lu}|\d)/u;
const MOST = 2000;
const SIZE = /^(?:disk|hdd|ssd|storage|memory|memori|giga|gigabyte|cores?|vcpus?|ram|cpu|gb|tb|mb|ip)$/;

/** "lab A 15", "ruang arsip sebanyak 4": a place and how many go there; 0 where it tells none. */
function placedIn(piece: string): number {
  const [, place = '', label = '', number = ''] = PLACED.exec(piece) ?? [];
  const isLabel = isNamedBefore(label.toLowerCase());
  const placed = place === '' || isLabel ? (ROOM.exec(piece)?.[1] ?? '') : number;
  return readNumeral([placed.toLowerCase()])?.value ?? 0;
}

/** "aula 10": there is but one of it, so that no number is its label. */
const ROOM =
  /^(?:di |utk |untuk |buat )?(?:aula|lobi|lobby|gudang|musala|mushola|musholla|perpustakaan|kantin|auditorium|koridor|resepsionis)(?: (?:sebanyak|sejumlah|butuh|perlu|ada))? (\d{1,3}|\p{L}{3,8})(?: (?:buah|bh|biji|pcs|unit|titik|orang|org|batang|utas))?$/iu;

const PLACED =
  /^(?:di |utk |untuk |buat )?(lab\p{L}*|ruang\p{L}*|lantai|lt\.?|gedung|gd\.?|kelas|aula|loket|lobi|lobby|seksi|bagian|bidang|subbag\p{L}*|subbid\p{L}*|kantor|blok|sayap|sisi|pos|gudang|kpp\p{L}*|kanwil) ([\p{L}\d]+(?: [\p{L}\d]+){0,2}?)(?: (?:sebanyak|sejumlah|butuh|perlu|ada))? (\d{1,3}|\p{L}{3,8})(?: (?:buah|bh|biji|pcs|unit|titik|orang|org|batang|utas))?$/iu;
