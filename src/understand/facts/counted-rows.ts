/**
 * What stands beside a number and is counted with it: "1 lead auditor, 4 auditor dan 2 observer", "3 orang vendor didampingi Rendy",
 * "4 titik di ruang A, 2 di ruang B". The sentence is cut behind the number; as long as a piece tells one more number of the like, or
 * one more person, it is added. What nobody lists as a noun counts where it stands beside something known: "2 observer".
 */
import {
  COUNTED,
  COUNTERS,
  DEVICES,
  isCounted,
  isCountOf,
  isOfPeople,
  isOfHosts,
  isOfOwnNouns,
  isPersonNoun,
  MEASURES,
  PERSONS,
} from './counted-nouns.ts';
import { readNumeral } from '../words/numerals.ts';
import type { Words } from '../words/normalise.ts';
import { isMonth } from './date-words.ts';
import { headOf } from './person-pieces.ts';
import { isNotConcerned } from './persons-beside.ts';
import { cutUp, withoutBrackets, type Piece } from './pieces.ts';
import type { Quantity } from './quantity.ts';
import { isNamedBefore, isOther, TOGETHER } from './quantity-noun.ts';
import { isLeftOut } from './standing.ts';
import { isUncountable } from './unlisted.ts';

/** One that was added. */
interface Added {
  readonly value: number;
  readonly noun: string;
  /** More than one number. */
  readonly several?: boolean;
}

export interface CountedRow {
  readonly value: number;
  /** Where it ends in the text. */
  readonly to: number;
  /** The first, and what was added to it. */
  readonly parts: readonly Added[];
}

/** @param unit what the service counts: nouns that count it may be added to each other */
export function rowFrom(first: Quantity, unit: string | null, words: Words): CountedRow {
  const parts: Added[] = [{ value: first.value, noun: first.noun }];
  const { head, pieces, from } = piecesBehind(first, words);
  let to = from;
  let last = head;
  let isApposition = false;
  for (const piece of pieces) {
    const added =
      addedBy(piece, last, { first, unit }) ?? (parts.length > 1 ? oneMoreOf(piece, { first, unit }) : null);
    if (added === null && (isRestOfName(piece, last) || isRestOfPlace(piece))) continue;
    if (added === null) {
      // "6 personil, Omar dan Putri berhalangan"
      while (isLeftOut(piece.text) && parts.at(-1)?.noun === NAME) parts.pop();
      break;
    }
    if (added.noun === NAME && parts.length === 1) isApposition = piece.comma;
    parts.push(added);
    last = added.noun === NAME ? '' : piece.text;
    to = from + piece.before.length + piece.text.length;
  }
  return { value: sumOf(parts, isApposition), to, parts };
}

/** A name in the row. */
const NAME = ' ';

/** "2 teknisi, Budi dan Andi" are two; "4 developer, 2 sebagai maintainer dan 2 sebagai developer" are four. */
function sumOf(parts: readonly Added[], isApposition: boolean): number {
  const [first, ...others] = parts;
  if (first === undefined) return 0;
  const rest = others.reduce((sum, { value }) => sum + value, 0);
  const areNames = isApposition && (first.noun === 'orang' || others.every(({ noun }) => noun === NAME));
  const areParts = others.length > 1 || others[0]?.several === true;
  const areBare = areParts && others.every(({ noun }) => noun === '' || !COUNTED.has(noun));
  return rest === first.value && (areNames || areBare) ? rest : first.value + rest;
}

interface Behind {
  /** What stands behind the number itself. */
  readonly head: string;
  readonly pieces: readonly Piece[];
  /** Where the line begins in the text. */
  readonly from: number;
}

function piecesBehind({ at, last }: Quantity, { words, text }: Words): Behind {
  const here = words[at];
  const from = words[last]?.end ?? 0;
  if (here === undefined || TOGETHER.has(here.form)) return { head: '', pieces: [], from };
  const rest = text.slice(from, from + MAX_ROW);
  // "Lab 1 (20 PC) dan Lab 2 (15 PC)": each number in its own brackets.
  const line = /\(\s?$/.test(text.slice(Math.max(0, here.start - 2), here.start))
    ? opened(rest)
    : withoutBrackets(rest);
  const end = line.search(ENDS_ROW);
  const [first, ...behind] = cutUp(end < 0 ? line : line.slice(0, end));
  const head = first?.text ?? '';
  return { head, pieces: PARTED.test(head) ? [] : behind, from };
}

function opened(rest: string): string {
  const inside = rest.search(/[()]/);
  return rest.slice(0, inside).includes(',') ? rest : rest.replace(/[()]/g, ' ');
}

const MAX_ROW = 320;
const ENDS_ROW = /\n[ \t]*\n|\n(?=[ \t]*[-*•\d])|[.!?](?:\s|$)|[();]/;
/** Words behind which a number is part of the one before, or another matter. */
const PARTED =
  /\b(?:di ?antara(?:nya)?|termasuk|antara lain|masing-?masing|tiap|setiap|per|maksimal|tapi|tetapi|namun|atau|or|sehingga|karena|yaitu|yakni|terdiri|rincian\w*|dari total|dipakai|digunakan|dihadiri|menjadi|semula|bukan|total|kecuali|mohon|minta|tolong|responden|diikuti|kapasitas)\b|[@=:]/i;

interface Row {
  readonly first: Quantity;
  readonly unit: string | null;
}

function addedBy({ text, before }: Piece, last: string, { first, unit }: Row): Added | null {
  if (isLeftOut(text) || SHARED.test(text)) return null;
  // "lantai 10, 11 dan 12"
  if (/^\d+$/.test(text)) return null;
  const number = numberIn(text);
  if (number !== null) return isAlike(number.noun, first.noun, unit) ? number : null;
  if (!first.people || PARTED.test(text) || isNotConcerned(before)) return null;
  const person = headOf(text)?.piece;
  if (person === undefined || person.kind === 'number') return null;
  // "di Subbid Data dan Integrasi", "yang perlu buka Zoom, Mentimeter"
  const isName = person.kind === 'name' || person.kind === 'full';
  const isPlace = isName && (OF_NAME.test(last) || last.split(' ').length > FEW) && !ESCORTED.test(before);
  return isPlace || (person.kind === 'noun' && !LED.test(before)) ? null : { value: 1, noun: NAME };
}

/** Words of a number with its noun and an adjective or two. */
const FEW = 4;

/** Behind two that were added: "ruang rapat 4 titik, arsip 2", "3 laptop, 2 tablet dan 2 layar sentuh". */
function oneMoreOf({ text }: Piece, { first, unit }: Row): Added | null {
  if (isLeftOut(text) || SHARED.test(text) || first.people) return null;
  const [, before = '', bare = ''] = (BY_PLACE.has(unit ?? '') ? PLACED.exec(text) : null) ?? [];
  if (bare !== '' && !isNamedBefore(before.toLowerCase()) && !PARTED.test(text))
    return { value: Number(bare), noun: '' };
  const number =
    unit === 'perangkat' && DEVICES.has(first.noun) && /^\d{1,2} \p{Ll}/u.test(text) ? numberIn(text) : null;
  return number === null || COUNTED.has(number.noun) || isUncountable(number.noun) ? null : number;
}

/** What is told by places; beside devices "Windows 11" is a version. */
const BY_PLACE = new Set(['titik', 'kabel']);
const PLACED = /^(?:\p{L}+ ){0,2}(\p{L}{3,20}) ([1-9]\d?)$/u;

/** "ruang Arsip & Tata Usaha 7 PC": a place that is told before the next number. */
function isRestOfPlace({ text }: Piece): boolean {
  return A_PLACE.test(text);
}

const A_PLACE = /^(?:ruang|seksi|bagian|bidang|subbag|lantai|gedung|loket|lab|r\.) ?\p{L}+(?: \p{L}+)?$/iu;

/** "Subbid Data dan Integrasi" */
function isRestOfName({ text }: Piece, last: string): boolean {
  return OF_NAME.test(last) && /^\p{Lu}[\p{L}\d]*$/u.test(text);
}

const SHARED = /\b(?:per|tiap|setiap|masing-?masing|di ?antara(?:nya)?|of them)\b/i;
const OF_NAME = /\p{Lu}[\p{L}\d]*$/u;
/** "35 pegawai PPNPN + CPNS" are no 36. */
const LED = /(?:didampingi|ditemani|dikawal)(?: oleh)?\s*$/;
const ESCORTED = /(?:didampingi|ditemani|dikawal|ditambah|plus|[+]|beserta|serta)(?: oleh)?\s*$/;

/** The number of a piece, past what it is told of: "ruang B 3 titik", "2 di lantai 3", "lantai 2 sebanyak 8". */
function numberIn(piece: string): Added | null {
  const forms = (piece.match(WORD) ?? []).slice(0, MAX_WORDS).map((word) => word.toLowerCase());
  for (let at = 0; at < Math.min(forms.length, MAX_LEAD); at += 1) {
    const numeral = readNumeral(forms.slice(at, at + 6));
    if (numeral === null) continue;
    const [before = '', behind] = [forms[at - 1], forms.slice(at + numeral.length)];
    const counts =
      !isNamedBefore(before, behind[0]) &&
      !OF_THOSE.test(before) &&
      !readNumeral(behind) &&
      !NO_COUNT.test(forms[at] ?? '');
    const found = counts && !PARTED.test(forms.slice(0, at).join(' ')) ? nounOf(behind, numeral.value) : null;
    // "printer 2"
    if (found !== null && behind.length === 0 && at > 0 && isCounted(before))
      return { value: found.value, noun: before };
    if (found !== null && at === 0 && found.noun !== '' && !COUNTED.has(found.noun)) return withNext(found, behind);
    if (found !== null && (at === 0 || isCounted(found.noun) || COUNTS.test(before))) return found;
    if (found !== null) return null;
    at += numeral.length - 1;
  }
  return null;
}

/** "tiga Linux dua Windows" */
function withNext(found: Added, behind: readonly string[]): Added {
  const next = readNumeral(behind.slice(1));
  const noun = next === null ? '' : (behind[1 + next.length] ?? '');
  return next === null || noun === '' || isOther(noun) || COUNTED.has(noun)
    ? found
    : { value: found.value + next.value, noun: found.noun, several: true };
}

const WORD = /[\p{L}\d/][\p{L}\d'._/-]*/gu;
const MAX_WORDS = 12;
const MAX_LEAD = 6;
/** Years, what begins with a nought. */
const NO_COUNT = /^(?:0|(?:19|20)\d\d$|\d{6})/;
/** "yang 2 kemarin" are no more of them. */
const OF_THOSE = /^(?:yang|yg|dari)$/;
/** Behind these a number needs no noun. */
const COUNTS = /^(?:sebanyak|sejumlah|ada|tambah|plus|oleh|juga|lagi)$/;

function nounOf(behind: readonly string[], value: number): Added | null {
  const [next = '', after = ''] = behind;
  // "8 vCPU/16GB"
  if (isOther(next.split('/')[0] ?? '') || (isOther(after) && !COUNTED.has(next))) return null;
  const known = behind
    .slice(0, 3)
    .find((word, at) => isCounted(word) && !behind.slice(0, at).some((one) => AWAY.test(one)));
  if (known !== undefined) return { value, noun: inMind(known, after) };
  if (behind.slice(0, 4).some((word) => isMonth(word))) return null;
  return { value, noun: next === '' || AWAY.test(next) ? '' : next };
}

/** "4 orang pendamping" */
function inMind(noun: string, next: string): string {
  return noun === 'orang' && PERSONS.has(next) ? next : noun;
}

const AWAY = /^(?:di|dari|untuk|utk|buat|bagi|ke|pada|sebagai|yang|yg|lagi|juga|saja|aja|milik|oleh|for|from|in|at)$/;

function isAlike(noun: string, first: string, unit: string | null): boolean {
  if (noun === '' || noun === first) return true;
  if (unit === 'kabel' || (unit === 'dukungan' && isOfPeople(noun) !== isOfPeople(first))) return false;
  if (unit === 'alamat IP')
    return ![noun, first].some((one) => PERSONS.has(one) || (MEASURES.has(one) && !COUNTERS.has(one)));
  if (unit !== null && isOfOwnNouns(unit) && isCountOf(first, unit) && COUNTED.has(noun)) return isCountOf(noun, unit);
  const persons = isOfPeople(first) || first === 'orang';
  if (!isCounted(noun)) return persons ? !NO_PERSONS.test(noun) && !isUncountable(noun) : isOfHosts(unit);
  if (persons) return isOfPeople(noun) || isPersonNoun(noun);
  if (isOfPeople(noun)) return false;
  if (DEVICES.has(noun) && DEVICES.has(first)) return true;
  const measures = [noun, first].filter((one) => MEASURES.has(one)).length;
  return measures === 1 && (DEVICES.has(noun) || DEVICES.has(first));
}

const NO_PERSONS = /^(?:hari|kali|jam|ruang|mobil|tas|koper|dokumen|berkas|lembar|hal)/;
