/** Institutions side by side that each get an account of their own: "akun PDE untuk BKN, Badan Gizi dan Bank Nusa". */
import { ofWording } from '../words/wording.ts';
import type { SearchedSources } from './fact-sources.ts';
import { sought } from './searched.ts';

const NAME = String.raw`\p{Lu}[\p{L}\d&-]{1,30}(?: \p{Lu}[\p{L}\d&-]{0,30}){0,4}`;
const CUT = String.raw`(?:\s?,\s?(?:dan |serta |and |& )?| (?:dan|serta|sama|and|&) )`;
/** Whom they are: without such a word, capital letters may be services or data. */
const besideWhom = ofWording(({ written }) => {
  const whom = written('institutions');
  return sought(
    new RegExp(
      String.raw`(?:\b(?:untuk|utk|bagi|buat|gasan|kanggo|for|milik)|\b${whom})(?: (?:${whom}|kami|baru|berikut|yaitu|yakni|antara lain)){0,4}:? (${NAME}(?:${CUT}${NAME}){1,20})`,
      'gu',
    ),
  );
});
const HAVE_IT = /^\s*(?:sudah|telah|udah|sdh|masih) (?:punya|memiliki|ada|aktif)/i;
const ACCOUNT = sought(/\b(?:akun|account|user|username|akses)\b/i);
const CUT_AT = new RegExp(CUT, 'u');

/** So many institutions stand in the fullest row; 0 where none do. */
export function institutionsBeside(sources: Pick<SearchedSources, 'text' | 'unit' | 'wording'>): number {
  const { text, unit } = sources;
  if (unit !== 'akun PDE' || !text.has(ACCOUNT)) return 0;
  const rows = text.all(besideWhom(sources), MOST_ROWS).flatMap(({ 0: found, 1: row = '', index }) => {
    const behind = text.text.slice(index + found.length, index + found.length + 30);
    return HAVE_IT.test(behind) ? [] : [row.split(CUT_AT).length];
  });
  return Math.max(0, ...rows);
}

const MOST_ROWS = 20;
