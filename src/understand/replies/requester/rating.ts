/** A mark from 1 to 5 in a requester's answer. */

const NUMERALS: ReadonlyMap<string, number> = new Map([
  ['satu', 1],
  ['dua', 2],
  ['tiga', 3],
  ['empat', 4],
  ['lima', 5],
  ['one', 1],
  ['two', 2],
  ['three', 3],
  ['four', 4],
  ['five', 5],
]);
const RATED =
  /\b(?:(?:di|me)?nilai(?:nya)?|penilaian|rating|rate|bintang|skor|score|stars?|kepuasan|angka|feedback|rate this(?: an?)?|rated?)\b\W{0,3}(?:(?:dari|untuk|saya|kami|nya|ini|ya|layanan|pelayanan|adalah|is|of|kasih|beri|:)\W{0,2}){0,4}([1-5]|satu|dua|tiga|empat|lima|one|two|three|four|five)\b(?![.,/]?\d)|\b([1-5]|lima|empat|tiga|dua|satu|one|two|three|four|five)\s*(?:bintang|stars?)\b|(?<![\d/.])([1-5])\s*\/\s*5\b(?!\/)|\b(?:give|gave|beri|kasih)\s+(?:it\s+|you\s+)?(?:an?\s+)?([1-5])\b(?![.,]?\d| (?!(?:min|mas|ya|yo|aja|saja|pak|bu|kak|bang|deh|lah|e|ee)\b)\p{L})|\bpoin(?:nya)?\s+([1-5])(?=\s+(?:untuk|buat|dari (?:saya|kami)|kanggo)\b|\W*$)|\b([1-5]|satu|dua|tiga|empat|lima) dari (?:5|lima)\b/iu;
/** A digit on a line or in a sentence of its own. */
const ONLY_DIGIT = /^\W*([1-5]|satu|dua|tiga|empat|lima|one|two|three|four|five)\W*$/i;
/** "4 ya, petugasnya ramah" */
const FIRST_DIGIT =
  /^\W*(satu|dua|tiga)(?=\s+(?:aja|saja|deh|dong)\s*[,.])|^\W*([1-5]|lima|empat|five|four)\s*(?:(?:ya|yah|deh|dong|aja|saja|pak|bu|mas|min|kak)\s*){0,2}(?:[,.!:\n-]|$)\s*(?!\d)/i;
/** "Penilaian kami atas layanan ini: 4 (empat)" */
const NAMED = /\b(?:nilai|penilaian|kepuasan|rating|skor)\b[^:\n\d]{0,40}:\s*([1-5])\b(?![.,/]?\d)/i;
/** How content he is, in words and nothing else, or named as his mark. */
const CONTENT =
  /^\W*(?:(?:kami|saya|untuk)\s+)?(?:(?:survei |tingkat |nilai )?(?:kepuasan|layanan|pelayanan)(?:nya)?\s*(?:saya pilih|:|=)?\s*)?["\u201c]?(sangat puas|puas sekali|cukup puas|puas|very satisfied|satisfied)\b["\u201d]?\W*(?:(?:kami|saya|pak|bu|mas|mbak|min|terima kasih|makasih|dengan (?:pe)?layanan\p{L}*|atas (?:pe)?layanan\p{L}*)\W*){0,3}(?:,[^.\n]{0,60})?$/iu;
const CONTENT_MARKS: ReadonlyMap<string, number> = new Map([
  ['sangat puas', 5],
  ['puas sekali', 5],
  ['very satisfied', 5],
  ['puas', 4],
  ['satisfied', 4],
  ['cukup puas', 3],
]);
/** A list, and no mark. */
const NUMBERED = /^\s*1[.)][^\n]*\n+\s*2[.)]/;
const LAST_DIGIT = /(?:^|[!,;\n]\s*|[.]\s+)([1-5])\s*[.!]*\s*$/;
const STARS = /(?:⭐|★|🌟){1,5}/u;
/** "Sudah bisa. 4 ya pak": a sentence of its own behind others. */
const OWN_SENTENCE =
  /[.!\n]\s*([1-5]|satu|dua|tiga|empat|lima)(?:\s+(?:ya|yah|yo|deh|dong|aja|saja|lah|e|ee|pak|bu|mas|mbak|min|kak|bang|terima kasih|makasih|thanks)){1,3}\W*$/iu;
/** "tapi lama" beside a mark tells why it is low, not that it does not work. */
const ONLY_SLOW =
  /[,.]?\s*\b(?:tapi|tetapi|namun|cuma|walau\w*|meski\w*|hanya saja|but)\b\s+(?:\p{L}+\s+){0,3}?(?:lama|lambat|slow|long)\w*\b/giu;

/** @param loose whether a lone digit at the end of the text counts */
export function ratingIn(text: string, loose: boolean): number | null {
  const digit =
    ONLY_DIGIT.exec(text.split('\n')[0] ?? '')?.[1] ??
    (loose && !NUMBERED.test(text)
      ? (firstDigit(text) ?? LAST_DIGIT.exec(text)?.[1] ?? OWN_SENTENCE.exec(text)?.[1])
      : undefined);
  const content = CONTENT.exec(text)?.[1]?.toLowerCase();
  if (content !== undefined && loose) return CONTENT_MARKS.get(content) ?? null;
  const named = NAMED.exec(text)?.[1];
  if (named !== undefined) return Number(named);
  const match = RATED.exec(text);
  const word = match?.[1] ?? match?.[2] ?? match?.[3] ?? match?.[4] ?? match?.[5] ?? match?.[6] ?? digit;
  if (word !== undefined) return NUMERALS.get(word.toLowerCase()) ?? Number(word);
  const stars = STARS.exec(text)?.[0];
  return stars === undefined ? null : [...stars].filter((char) => '⭐★🌟'.includes(char)).length;
}

/** "Kalau dinilai, 5": no condition. */
const IF_RATED = /\b(?:kalau|kalo|jika|bila|if)\W*$/i;

/** What stands before the mark, and behind it; null where no mark stands behind other words. */
export function besideMark(text: string): { readonly before: string; readonly behind: string } | null {
  const found = [NAMED, RATED, LAST_DIGIT, OWN_SENTENCE, STARS]
    .map((pattern) => pattern.exec(text))
    .filter((match) => match !== null)
    .toSorted((a, b) => a.index - b.index)[0];
  if (found === undefined) return null;
  const before = text.slice(0, found.index).replace(IF_RATED, '').trim();
  return { before, behind: text.slice(found.index + found[0].length).trim() };
}

export function isDigitAlone(text: string): boolean {
  return ONLY_DIGIT.test(text.replace(/\n[\s\S]*$/, ''));
}

/** The text without the mark and without why it is low. */
export function withoutRating(text: string): string {
  return text.replace(RATED, ' ').replace(ONLY_SLOW, ' ');
}

function firstDigit(text: string): string | undefined {
  const found = FIRST_DIGIT.exec(text);
  return found?.[1] ?? found?.[2];
}
