/** The desk's plain words: a digit of our list with a remark behind it, or a deed and its object anywhere in a sentence. */
import type { DeskCommand } from '../../reading.ts';
import { ticketsIn } from './objects.ts';

export interface Place {
  readonly line: string;
  readonly ticket: string | null;
}

/** May stand behind a command without saying anything. */
export const POLITE =
  /\s*\b(?:ya|mas|mbak|min|pak|bu|tolong|mohon|saja|aja|dulu|please|terima kasih|makasih|thanks|tks)\b[.!]*$/i;

const DIGIT_WORD = String.raw`(?:(?:it'?s|that'?s|ini|itu|yang|saya|kami|kayaknya|sepertinya)\s+)?(?:pilih(?:an)?|nomor|number|no\.?|opsi|option|angka|#|jawaban(?:nya)?)?\s*:?\s*`;
const DIGIT = new RegExp(String.raw`^${DIGIT_WORD}\(?([1-9])[.)]*$`, 'i');
/** "4, ini cuma undangan rapat." */
const DIGIT_REMARK = new RegExp(String.raw`^${DIGIT_WORD}([1-9])\s*[,.;:\u2013-]\s+(?!\d|atau|or|dan|and)\p{L}`, 'iu');

/** "2", "pilih 3", "no. 1 ya": a digit of those offered. */
export function digitOf(text: string, base: Place, guesses: number): DeskCommand | null {
  const digit =
    DIGIT.exec(text.replace(POLITE, ''))?.[1] ?? (text.includes('?') ? undefined : DIGIT_REMARK.exec(text)?.[1]);
  if (digit === undefined || Number(digit) > guesses) return null;
  return { ...base, kind: 'classify', choice: Number(digit), service: null, variant: null };
}

export const TURNED =
  /\b(?:jangan|tidak|tdk|bukan|belum|nggak|gak|kalau|jika|bila|apabila|nanti|setelah|don't|not|if|after)\b/i;
/** "Terpenuhi sebagian", "sesuai kecuali labelnya": not all of it. */
export const IN_PART =
  /\b(?:sebagian|separuh|setengah|kecuali|selain|sisanya|kurang|baru \d+|hampir|partly|partially|except)\b/i;
/** More than one mail of the list is spoken of: read by clauses elsewhere. */
const SEVERAL = /\b(?:semua\w*|seluruhnya|sisanya|selebihnya|lain(?:nya)?|kecuali|selain|all|rest|others|except)\b/i;
const LIST_NUMBER = /\b(?:nomor|no\.?|yang|pengirim|sender|number|item|#)\s*(\d{1,3})\b/i;

/** "Yang nomor 3 tolong dilepas, …": the deed and its object anywhere in a plain sentence, nothing turned round. */
export function sentenceIn(text: string, base: Place): DeskCommand | null {
  const parts = text.split(/[,;.]\s+/);
  const plain = parts.filter((part) => !TURNED.test(part)).join(', ');
  if (text.includes('?') || plain === '' || /^\W*(?:kalau|kalo|jika|bila|apabila|if|when)\b/i.test(text)) return null;
  const isOne = !SEVERAL.test(text) && [...text.matchAll(/(?<![\d/-])\d{1,3}(?![\d/-])/g)].length === 1;
  const item = isOne ? Number(LIST_NUMBER.exec(plain)?.[1] ?? 0) : 0;
  for (const [kind, deed] of ITEM_DEEDS) {
    if (item > 0 && deed.test(plain)) return { ...base, kind, items: [item], all: false, address: null };
  }
  const tickets = ticketsIn(text);
  const gathered = gatheredIn(text, tickets);
  if (gathered !== null) return { ...base, ...gathered };
  return /^(?:tolong |mohon )?(?:di)?(?:pisah|pecah|split)\w*\b/im.test(
    parts.filter((part) => !TURNED.test(part)).join('\n'),
  )
    ? { ...base, kind: 'split', parts: [] }
    : null;
}

/** Whatever is said of one thing beside it. */
const APART = /\b(?:jangan|don['\u2019]?t|do not|bukan di\w+)\b/i;

/** Two tickets are one thing, or belong together; "jangan digabung" leaves a link. */
function gatheredIn(text: string, tickets: readonly string[]): Gathered | null {
  const clauses = text.split(/[,;.]\s+/);
  const plain = clauses.filter((clause) => !TURNED.test(clause)).join(', ');
  if (tickets.length === 0 || SEPARATED.test(text)) return null;
  if (LINKED.test(plain)) return { kind: 'link', tickets };
  return ONE_THING.test(plain) && !APART.test(text) ? { kind: 'merge', tickets, into: null } : null;
}

type Gathered =
  | { readonly kind: 'merge'; readonly tickets: readonly string[]; readonly into: null }
  | { readonly kind: 'link'; readonly tickets: readonly string[] };

const ONE_THING =
  /\b(?:di)?(?:gabung|satukan|jadikan satu)(?!an\b)\w*|\b(?:duplikat|duplikasi|duplicate|dup) (?:of|dari|dengan|sama)\b|\bduplikat\b|\b(?:di)?merged?\b|\b(?:di)?lebur(?:kan)?\b|\bfold (?:this|it)\b|\bkembaran(?:nya)?\b|\bpengulangan\b|\bcombine\b/i;
const LINKED =
  /\b(?:(?:saling |di|ber)?(?:taut|kait)(?:kan|an)?|keterkaitan|relasikan|direlasikan|cross-?ref\w*|related to|(?:di)?hubungkan|(?:di)?sambung(?:kan|keun|ke)?)\b/i;
const SEPARATED = /\b(?:pisah\w*|split|separate|salah)\b/i;

const ITEM_DEEDS: readonly (readonly ['release' | 'drop' | 'block', RegExp])[] = [
  ['release', /\b(?:di)?(?:lepas|lepaskan|loloskan|release|released)\b/i],
  ['drop', /\b(?:di)?(?:buang|hapus|drop|dropped)\b/i],
  ['block', /\b(?:di)?(?:blokir|blok|block|blocked)\b/i],
];
