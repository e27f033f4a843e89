/**
 * "8 dari 10 sudah jadi, 2 lagi ga bisa": a part is done and a part has failed, each told of its own things. What is only not yet done, or
 * what failed and was mended since, is no such answer; nor is a look at many of which some are broken.
 */
import type { Rulebook } from '../../../rulebook/rulebook.ts';
import { readNumeral } from '../../words/numerals.ts';
import { onlyPrepares, tellsDeed } from './done-deed.ts';

export interface Partial {
  readonly done: string;
  readonly failed: string;
}

const ONES = 'satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas';
const COUNT = String.raw`(?:\d{1,4}|(?:${ONES})(?:\s(?:belas|puluh)(?:\s(?:${ONES}))?)?|one|two|three|four|five|six|seven|eight|nine|ten)`;
/** Times and spans count no things. */
const OF_THINGS = String.raw`(?![\d.,:/]*\d|\s*(?:%|persen|kali|x|jam|menit|detik|hari|minggu|pekan|bulan|tahun|gb|mb|tb|ghz|mbps|lantai)\b)`;
const NEGATION = '(?:tidak|tdk|tak|ga|gak|gk|nggak|ngga|enggak|engga|ndak|kagak|not)';
const FAILS = new RegExp(
  String.raw`\b(?:gagal|error|eror|rusak|ditolak|tertolak|bermasalah|terkendala|mentok|failed|fails|rejected|rolled back|could not|couldn't|cannot|can't|${NEGATION} (?:bisa|dapat|berhasil|dikenal\p{L}*|ditemukan|ketemu|terbaca|nyala|menyala|cocok|valid|terdaftar|jalan|mau)|(?:belum|blm) (?:bisa|berhasil|dapat)|(?:belum|blm)(?:\s+\p{L}+){0,2}\s*,?\s+(?:karena|krn|karna|soalnya|gara-gara|sebab|lantaran)|(?:belum|blm),\s+\p{L}+nya)\b`,
  'iu',
);
const DONE =
  /\b(?:berhasil|sukses|selesai|jadi|beres|kelar|rampung|aktif|terpasang|terinstal|terkirim|ok|oke|aman|normal|dibuat|done|completed?|created|installed|activated|added|updated|enabled|ready|live|nyala|menyala|hidup|works?)\b|\byang\s+(?:ke|ter)\p{L}{3,}/iu;
const ALREADY = /\b(?:sudah|sdh|udah|udh|telah|already)\b/i;
const SOME_OF_ALL = new RegExp(
  String.raw`(?<![\d.,/-])\b(${COUNT})\s*(?:dari|of|\/)\s*(${COUNT})\b${OF_THINGS}|\bdari\s+(${COUNT})\s+\p{L}+[^.\n]{0,20}?(?:,|\s(?=baru\s))\s*(?:baru\s+)?(${COUNT})\b${OF_THINGS}`,
  'iu',
);
const EVERY_SOME_OF_ALL = new RegExp(SOME_OF_ALL, 'giu');
/** "Dicabut 3/12, …", "26/11 14.00": a day of a month behind a word, and no part of so many. */
const A_DAY =
  /(?<=(?<!\bbaru)\s)\d{1,2}\/(?:0?[1-9]|1[0-2])(?=\s*(?:[,.;)\n]|$)|\s+(?:(?:pukul|jam|pagi|siang|sore|malam)\b|\d{1,2}[.:]\d{2}))/giu;
const COUNTED = new RegExp(
  String.raw`(?<![\d.,/-])\b${COUNT}\b${OF_THINGS}|\b(?:sebagian|separuh|beberapa|some|half)\b`,
  'iu',
);
const JOINED = String.raw`(?:(?:tapi|tetapi|tp|namun|sedangkan|sementara|dan|cuma|cuman|hanya|but|and|while|only)\s+){0,2}`;
/** A clause that opens with a count or with what is left is about a part of the things. */
const OF_A_PART = new RegExp(
  String.raw`^\W*${JOINED}(?:(?:yang|yg|the|ada|untuk|utk|akun)\s+){0,2}(?:${COUNT}\b${OF_THINGS}|(?:sisa|selebih|lain)(?:nya)?\b|(?:\p{L}+\s+)?(?:ke-?\d{1,3}|kedua|ketiga|keempat|kelima|keenam|ketujuh|kedelapan|kesembilan|kesepuluh|terakhir)\b|sebagian\b|(?:rest|others?|remaining)\b)`,
  'iu',
);
const PIECES = new RegExp(
  String.raw`(?<=[.;,\n])\s+|\n|\s+(?=(?:tapi|tetapi|tp|namun|sedangkan|sementara|but|while)\s)|\s+(?=(?:dan|and)\s+(?:(?:yang|yg|the)\s+)?(?:${COUNT}|sisanya)\b)`,
  'iu',
);
/** What had failed is mended. */
const SINCE =
  /\b(?:sekarang|skrg|kini|akhirnya|barusan|now)\b[^.\n]*\b(?:sudah|sdh|udah|telah|berhasil|bisa|jadi|fixed|works?)\b|\b(?:tadi|sempat|tadinya|kemarin|semula)\b[^.\n]*\b(?:gagal|tidak|error|rusak)\b/iu;

/** @returns null where no part is told apart from another that failed */
export function partIn(text: string, rulebook: Rulebook): Partial | null {
  if (text.includes('?') || SINCE.test(text)) return null;
  const pieces = text.split(PIECES).filter((piece) => piece.trim() !== '');
  const from = pieces.findIndex((piece) => FAILS.test(piece));
  if (from < 0) return null;
  return from === 0 ? failedFirst(pieces, rulebook) : doneFirst(pieces, from, rulebook);
}

/** "2 dari 5", "tujuh dari sepuluh": fewer than all. */
export function isFewerThanAll(text: string): boolean {
  return [...text.replace(A_DAY, ' ').matchAll(EVERY_SOME_OF_ALL)].some((match) => {
    const some = valueOf(match[1] ?? match[4]);
    return some !== null && some < (valueOf(match[2] ?? match[3]) ?? 0);
  });
}

/** "…, 1 rusak", "yang 3 gak bisa dibuat": of some of them it is said that they failed. */
export function tellsFailedPart(text: string): boolean {
  return text.split(PIECES).some((piece, at) => at > 0 && isFailedPart(piece));
}

function isFailedPart(piece: string): boolean {
  return OF_A_PART.test(piece) && FAILS.test(piece) && !ALREADY.test(piece.replace(BECAUSE, ''));
}

const BECAUSE = /\b(?:karena|krn|karna|sebab|akibat|because)\b.*$/is;

function doneFirst(pieces: readonly string[], from: number, rulebook: Rulebook): Partial | null {
  const done = pieces.slice(0, from).join(' ');
  const first = pieces[from] ?? '';
  const fits = isFewerThanAll(done)
    ? ALREADY.test(done) || DONE.test(done)
    : isDone(done, rulebook) && ((COUNTED.test(done) && OF_A_PART.test(first)) || isOfOthers(done, first));
  if (!fits || isLooking(done, rulebook)) return null;
  return { done: trimmed(done), failed: trimmed(pieces.slice(from).join(' ')) };
}

/** "2 gagal karena NIP salah, 8 lainnya sudah dibuat" */
function failedFirst(pieces: readonly string[], rulebook: Rulebook): Partial | null {
  const from = pieces.findIndex((piece, at) => at > 0 && OF_A_PART.test(piece) && !FAILS.test(piece));
  const done = pieces.slice(from).join(' ');
  if (from < 1 || !COUNTED.test(pieces[0] ?? '') || FAILS.test(done) || !isDone(done, rulebook)) return null;
  return isLooking(done, rulebook) ? null : { done: trimmed(done), failed: trimmed(pieces.slice(0, from).join(' ')) };
}

function isDone(text: string, rulebook: Rulebook): boolean {
  return DONE.test(text) || tellsDeed(text, rulebook);
}

/** "10 laptop sudah kami cek"; "sudah jadi" is done, whatever "jadi" is elsewhere. */
function isLooking(text: string, rulebook: Rulebook): boolean {
  return onlyPrepares(text.replace(/\bjadi\b/gi, 'selesai'), rulebook);
}

/** "Akun Andi sudah dibuat, akun Bimo gagal": two things of a kind, each with a name of its own. */
function isOfOthers(done: string, failed: string): boolean {
  const [mine, its] = [thingOf(done, ALREADY.test(done) ? ALREADY : DONE), thingOf(failed, FAILS)];
  if (mine.length < 2 || its.length < 2 || mine.join(' ') === its.join(' ')) return false;
  return mine[0] === its[0] || (its[0] === 'untuk' && mine.includes('untuk')) || mine[0] === `${its[0] ?? ''}s`;
}

/** The words before what is said of it. */
function thingOf(clause: string, end: RegExp): readonly string[] {
  const at = end.exec(clause)?.index ?? 0;
  return (
    clause
      .slice(0, at)
      .toLowerCase()
      .match(/[\p{L}\p{N}-]+/gu) ?? []
  ).filter((word) => !JOINTS.has(word));
}

const JOINTS = new Set(
  'tapi tetapi tp namun sedangkan sementara dan cuma but and while yang yg is are was were'.split(' '),
);

function valueOf(words: string | undefined): number | null {
  if (words === undefined) return null;
  return /^\d/.test(words) ? Number(words) : (readNumeral(words.toLowerCase().split(/\s/))?.value ?? null);
}

function trimmed(text: string): string {
  return text.trim().replace(/[.,;\s]+$/, '');
}
