/** Whether the writer is one of those he counts, and officials whom he names by their posts. */

/** @param unit what the service counts */
export function writerComes(text: string, unit: string | null): boolean {
  return WRITER_BESIDE.test(text) || (unit === 'orang' && (WRITER_LEADS.test(text) || WRITER_ESCORTS.test(text)));
}

/** "saya dengan dua orang teknisi" */
const WRITER_BESIDE =
  /\b(?:saya|sy|aku) (?:dengan|dgn|bersama|beserta|dan|sama|\+) (?:\d{1,2}|satu|dua|tiga|empat|lima|enam) (?:orang|org|teknisi|rekan|teman|petugas|vendor)/i;
/** "3 orang vendor didampingi Rendy": one more, whose name stands in no row. */
export function isEscorted(text: string): boolean {
  return ESCORT.test(text);
}

const ESCORT =
  /\b\d{1,2} (?:orang|org|teknisi|petugas|vendor|personil|tenaga)\b[^.\n]{0,80}\b(?:didampingi|didampingi oleh|ditemani|ditemani oleh|dikawal) (?:(?:Pak|Bu|Mas|Mbak|Sdri?\.?|Bapak|Ibu) )?\p{Lu}\p{Ll}/u;
const OUTSIDERS = String.raw`(?:vendor|rekanan|teknisi|engineer|tenaga ahli|kontraktor|penyedia|konsultan)`;
/** "PIC dari kami: saya sendiri. Teknisi rekanan (4 org) menyusul.": he comes with those whom he counts, who are none of ours. */
const WRITER_LEADS = new RegExp(
  String.raw`\bPIC\b[^.\n\d]{0,24}\bsaya\b[^]{0,200}\b${OUTSIDERS}\b|\b${OUTSIDERS}\b[^]{0,200}\bPIC\b[^.\n\d]{0,24}\bsaya\b`,
  'i',
);
/** "bersama 3 orang vendor, saya yang dampingi" */
const WRITER_ESCORTS = new RegExp(
  String.raw`\b${OUTSIDERS}\b[^.\n]{0,40}\b(?:saya|sy|aku) (?:yang |yg |akan |sendiri yang )?(?:men)?damping\w*|\b(?:di|men)damping\w* (?:oleh )?(?:saya|sy)\b`,
  'i',
);

/** "Kasubbag dan Kasi kami", "saya dan kepala seksi": so many posts side by side, the writer among them where he says so; 0 where none are. */
export function officials(text: string): number {
  const row = POSTS_BESIDE.exec(text)?.[0];
  return row === undefined ? 0 : row.split(/,? (?:dan|serta|sama|and|&) |, ?/i).length;
}

const POST = String.raw`(?:saya|sy|(?:pak |bu |bapak |ibu )?(?:kasubbag|kasubbid|kasubdit|kasi|kabag|kabid|kepala \p{L}+|direktur|sekretaris|bendahara)(?: \p{Lu}\p{L}+| kami| saya)?)`;
const POSTS_BESIDE = new RegExp(String.raw`\b${POST}(?:(?:, ?|,? (?:dan|serta|sama|and|&) )${POST}\b)+`, 'iu');
