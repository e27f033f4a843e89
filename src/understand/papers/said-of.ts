/**
 * What a mail says of a paper where it names it: that it is attached, that it lies where the desk can fetch it, or that it will come
 * later. The word that says so is looked for in the same clause, behind the name before in front of it; then in the clauses beside, since
 * one word may speak for a row ("BIA, profil, UAT terlampir"; "Terlampir BIA, profil, UAT").
 */
import { allMatches } from '../words/all-matches.ts';
import type { Words } from '../words/normalise.ts';
import type { Hit } from '../words/phrases.ts';

export type Said = 'attached' | 'stored' | 'promised';

interface Saying {
  readonly said: Said;
  readonly start: number;
  readonly end: number;
}

const SAYINGS: readonly (readonly [Said, RegExp])[] = [
  [
    'promised',
    /\b(?:menyusul\w*|nyusul\w*|susulkan|disusulkan|susulin|tunggu|nunggu|menunggu|tidak ada|tdk ada|nggak ada|ga ada|gak ada|tanpa|will follow|to follow|later|not yet|sedang di\w+|sedang (?:diminta|proses|dalam)|lagi di\w+|masih di\w+|masih (?:di|proses|nunggu|menunggu|dalam|dibuat)|dalam proses|dijanjikan|janji\w*|belum(?: (?:kami|saya|sy|mereka|dia|beliau|bisa|sempat))?(?: (?:ada|tersedia|lengkap|siap|sempat|terlampir|di\w+|kirim\w*|buat|tulis|jadi|selesai|punya|keluar|turun|ttd|teken|rampung|terbit|terima|dapat|final|kami|saya))|nanti (?:kami|saya|sy|aku|dikirim|menyusul|kirim\w*)|(?:akan|segera|besok|lusa|minggu depan|pekan depan)(?: (?:segera|kami|saya|sy|aku))?(?: (?:kirim\w*|dikirim\w*|lengkapi|dilengkapi|susul\w*|disusul\w*|sampaikan|disampaikan|diserahkan|teruskan|kabari|serahkan)))\b/giu,
  ],
  [
    'stored',
    /\b(?:ada|tersedia|disimpan|simpan|taruh|ditaruh|upload\w*|diupload|unggah\w*|diunggah|dititipkan|titip\w*|stored|uploaded|available|pushed)\b[^.\n;]{0,40}\b(?:e-?dropbox|online storage|drive|onedrive|(?:sub)?folder|map|link|tautan|cloud|share|server|registry|repo\w*)\b|\b(?:di|in|on)\s+(?:(?:sub)?folder|map|direktori|drive|e-?dropbox|online storage)\b|\bhttps?:\/\/|\\\\\w/giu,
  ],
  [
    'attached',
    /\b(?:terlampir|lampir\w*|dilampirkan|melampirkan|sertakan|disertakan|menyertakan|attached|enclosed|attachment|berikut|bersama|(?:saya|sy|aku|kami) (?:foto|scan|pindai)\w*)\b/giu,
  ],
];
/** A word so near the beginning of its clause speaks for what follows: "Terlampir BIA, profil dan UAT". */
const OPENING = 25;
/** A line shorter than this was ended by its writer, not by his mail program. */
const WRAPPED = 55;
const REACH = 400;

/** Null where the mail names it and says no more. */
export function saidOf({ text, words }: Words, hit: Hit): Said | null {
  const start = words[hit.first]?.start ?? 0;
  const end = words[hit.last]?.end ?? start;
  const { from, to } = statementAround(text, start, end);
  const sayings = sayingsIn(text, from, to);
  const clause = clauseAround(text, { from, to }, { start, end });
  const inClause = sayings.filter((one) => one.start >= clause.from && one.end <= clause.to);
  return (nearest(inClause, start, end) ?? beside(text, sayings, { start, from }))?.said ?? null;
}

/**
 * A field is given where its name stands, unless its own clause puts it off; a row of mere names ("IP, hostname menyusul") is put off by
 * the word behind the last.
 */
export function isFieldPutOff(words: Words, hit: Hit): boolean {
  const start = words.words[hit.first]?.start ?? 0;
  const end = words.words[hit.last]?.end ?? start;
  const own = clauseAround(words.text, statementAround(words.text, start, end), { start, end });
  const isFilled = /[:=]\s*\S|\d/.test(words.text.slice(end, own.to));
  const putOff = sayingsIn(words.text, own.from, own.to).some(({ said }) => said === 'promised');
  return putOff || (!isFilled && saidOf(words, hit) === 'promised');
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** From the end of one sentence, item or line of its own to the next. */
function statementAround(text: string, start: number, end: number): Stretch {
  const low = Math.max(0, start - REACH);
  const before = text.slice(low, start);
  const after = text.slice(end, end + REACH);
  const from = allMatches(before, ENDS)
    .filter((one) => endsHere(before, one.index, one[0]))
    .at(-1);
  const to = allMatches(after, ENDS).find((one) => endsHere(after, one.index, one[0], start - lineStart(text, start)));
  return { from: from ? low + from.index + from[0].length : low, to: to ? end + to.index : end + after.length };
}

const ENDS = /[.!?](?=\s)|;|\n/g;

function endsHere(text: string, at: number, sign: string, before = 0): boolean {
  if (sign !== '\n') return sign !== '.' || !/(?:^|\W)\p{L}{1,2}$/u.test(text.slice(Math.max(0, at - 3), at));
  const line = text.lastIndexOf('\n', at - 1) + 1;
  const length = at - line + (line === 0 ? before : 0);
  return length < WRAPPED || /^\s*(?:\n|[-*•+]|\(?\w{1,2}[.)/]\s|[\p{L} ]{2,30}:)/u.test(text.slice(at + 1, at + 40));
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

const CLAUSE_ENDS = /[,()\u2013\u2014]| - |\n/g;

function clauseAround(text: string, { from, to }: Stretch, { start, end }: { start: number; end: number }): Stretch {
  const before = allMatches(text.slice(from, start), CLAUSE_ENDS).at(-1);
  const after = text.slice(end, to).search(CLAUSE_ENDS);
  return { from: before ? from + before.index + before[0].length : from, to: after < 0 ? to : end + after };
}

function sayingsIn(text: string, from: number, to: number): readonly Saying[] {
  const stretch = text.slice(from, to);
  return SAYINGS.flatMap(([said, pattern]) =>
    allMatches(stretch, pattern).map((match) => ({
      said,
      start: from + match.index,
      end: from + match.index + match[0].length,
    })),
  ).toSorted((one, other) => one.start - other.start);
}

/** Behind the name before in front of it. */
function nearest(sayings: readonly Saying[], start: number, end: number): Saying | undefined {
  return sayings.find((one) => one.end > end) ?? sayings.findLast((one) => one.start < start);
}

function beside(
  text: string,
  sayings: readonly Saying[],
  { start, from }: { start: number; from: number },
): Saying | undefined {
  const opened = sayings.findLast((one) => one.start < start && opensClause(text, from, one));
  return opened ?? sayings.find((one) => one.start > start) ?? sayings.findLast((one) => one.start < start);
}

function opensClause(text: string, from: number, { start }: Saying): boolean {
  const head = text.slice(from, start);
  const last = allMatches(head, CLAUSE_ENDS).at(-1);
  return head.length - (last ? last.index + last[0].length : 0) <= OPENING;
}
