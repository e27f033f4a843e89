/** Institutions side by side that each get an account of their own: "akun PDE untuk BKN, Badan Gizi dan Bank Nusa". */
import { sought, type Searched } from './searched.ts';

const NAME = String.raw`\p{Lu}[\p{L}\d&-]{1,30}(?: \p{Lu}[\p{L}\d&-]{0,30}){0,4}`;
const CUT = String.raw`(?:\s?,\s?(?:dan |serta |and |& )?| (?:dan|serta|sama|and|&) )`;
/** Whom they are: without such a word, capital letters may be services or data. */
const WHOM = String.raw`(?:mitra|bank(?: persepsi)?|instansi|perusahaan|lembaga|K/L|tps|importir|eksportir|ppjk|partners?|BUMN|kementerian|pemda)`;
const BESIDE = sought(
  new RegExp(
    String.raw`(?:\b(?:untuk|utk|bagi|buat|gasan|kanggo|for|milik)|\b${WHOM})(?: (?:${WHOM}|kami|baru|berikut|yaitu|yakni|antara lain)){0,4}:? (${NAME}(?:${CUT}${NAME}){1,20})`,
    'gu',
  ),
);
const HAVE_IT = /^\s*(?:sudah|telah|udah|sdh|masih) (?:punya|memiliki|ada|aktif)/i;
const ACCOUNT = sought(/\b(?:akun|account|user|username|akses)\b/i);
const CUT_AT = new RegExp(CUT, 'u');

/** So many institutions stand in the fullest row; 0 where none do. @param unit what the service counts */
export function institutionsBeside(text: Searched, unit: string | null): number {
  if (unit !== 'akun PDE' || !text.has(ACCOUNT)) return 0;
  const rows = text.all(BESIDE, MOST_ROWS).flatMap(({ 0: found, 1: row = '', index }) => {
    const behind = text.text.slice(index + found.length, index + found.length + 30);
    return HAVE_IT.test(behind) ? [] : [row.split(CUT_AT).length];
  });
  return Math.max(0, ...rows);
}

const MOST_ROWS = 20;
