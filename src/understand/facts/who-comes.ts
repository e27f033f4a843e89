/** Whether the writer is one of those he counts, and officials whom he names by their posts. */

import { readNumeral } from '../words/numerals.ts';
import { isNotConcerned } from './persons-beside.ts';
import { Searched, sought } from './searched.ts';

/** @param unit what the service counts */
export function writerComes(text: Searched, unit: string | null): boolean {
  return text.has(WRITER_BESIDE) || (unit === 'orang' && (text.has(WRITER_LEADS) || text.has(WRITER_ESCORTS)));
}

/** "saya dengan dua orang teknisi" */
const WRITER_BESIDE = sought(
  /\b(?:saya|sy|aku) (?:dengan|dgn|bersama|beserta|dan|sama|\+|(?:mem)?bawa|(?:meng)?ajak|ditemani|didampingi|with|plus) (?:\d{1,2}|satu|dua|tiga|empat|lima|enam) (?:orang|org|teknisi|rekan|teman|petugas|vendor)/i,
);
const OUTSIDERS = String.raw`(?:vendor|rekanan|teknisi|engineer|tenaga ahli|kontraktor|penyedia|konsultan)`;
/** "PIC dari kami: saya sendiri. Teknisi rekanan (4 org) menyusul.": he comes with those whom he counts, who are none of ours. */
const WRITER_LEADS = sought(
  new RegExp(
    String.raw`\bPIC\b[^.\n\d]{0,24}\bsaya\b[^]{0,200}\b${OUTSIDERS}\b|\b${OUTSIDERS}\b[^]{0,200}\bPIC\b[^.\n\d]{0,24}\bsaya\b`,
    'i',
  ),
);
/** "bersama 3 orang vendor, saya yang dampingi" */
const WRITER_ESCORTS = sought(
  new RegExp(
    String.raw`\b${OUTSIDERS}\b[^.\n]{0,40}\b(?:saya|sy|aku) (?:yang |yg |akan |sendiri yang )?(?:men)?damping\w*|\b(?:di|men)damping\w* (?:oleh )?(?:saya|sy)\b`,
    'i',
  ),
);

/** "Kasubbag dan Kasi kami", "saya dan kepala seksi", "operator, bendahara, dan PPSPM": so many posts side by side; 0 where none are. */
export function officials(written: Searched): number {
  return written.once(countOfPosts);
}

function countOfPosts(written: Searched): number {
  const text = written.has(BRACKETS) ? new Searched(written.text.replace(BRACKETS.pattern, '')) : written;
  const rows = text
    .all(POSTS_BESIDE)
    .filter(({ index }) => !isNotConcerned(text.text.slice(Math.max(0, index - 60), index)));
  return Math.max(
    0,
    ...rows.map(([row]) =>
      [...new Set(row.toLowerCase().split(POST_CUT))].reduce((sum, post) => sum + holdersOf(post), 0),
    ),
  );
}

const BRACKETS = sought(/ ?\([^()\n]{0,60}\)/g);

function holdersOf(post: string): number {
  return readNumeral([post.split(' ')[0]?.toLowerCase() ?? ''])?.value ?? 1;
}

/** Who holds such a post is one. */
const POST_NOUN =
  'ka(?:sub)?(?:bag|bid|dit|si|seksi|pus|ro|kan|kanwil|kpp|kppn|dis)|kepala|direktur|dirjen|sekjen|irjen|sekretaris|bendahara|operator|verifikator|validator|approver|ppspm|ppk|kpa|pptk|ketua|supervisor|manajer|wakil|menteri|wamen|ajudan|teknisi|pengawas|asesor';
const POST = String.raw`(?:(?:saya|sy)(?: sendiri)?|(?:(?:pak|bu|bapak|ibu|seorang|para|dua|tiga|empat|lima|\d{1,2}) )?(?:${POST_NOUN})(?:nya)?(?![\p{L}\d])(?: (?!dan\b|serta\b|sama\b|beserta\b|and\b|n\b|mau\b|akan\b|tidak\b|lupa\b|sudah\b|belum\b|mohon\b)[\p{L}\d]+){0,3})`;
const POST_JOINT = String.raw`(?:, ?(?:dan |serta |sama )?|,? (?:dan|serta|sama|beserta|and|n|&) )`;
const POST_CUT = new RegExp(POST_JOINT, 'i');
const POSTS_BESIDE = sought(new RegExp(String.raw`(?<![\p{L}\d])${POST}(?:${POST_JOINT}${POST}(?![\p{L}\d]))+`, 'giu'));
