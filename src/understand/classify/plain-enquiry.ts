/**
 * Whether a mail only wants to know. That it names a deed of the catalogue ("perpanjangan", "penambahan akses") is what it asks about;
 * the deed is wished for where somebody says so: "mohon", "tolong", "bisa dibuatkan?".
 */
import type { ReadText } from './read-text.ts';

/** It is said to be a question and one follows, with a mark behind it or none: "mau tanya apakah perpanjangan perlu KTP lagi". */
const INDIRECT =
  /\b(?:tanya|nanya|bertanya|menanyakan|ingin tahu|mau tahu|like to know|wondering|wonder|let me know)\b[^.?\n]{0,30}\b(?:apa(?:kah)?|berapa|bagaimana|gimana|siapa|kapan|(?:di|ke)? ?mana|if|whether|how|what|which|who|when|where)\b(?![^.?\n]{0,25}\b(?:bisa|bs|boleh|dapat|could|can)\b)/i;

/** What is asked is whether something is needed or allowed, not to do it: "perlu SK ga ya?", "is access restricted to …?". */
const CONDITIONS: readonly RegExp[] = [
  /\b(?:syarat|persyaratan|ketentuan|prosedur|alur|tata cara|biaya|requirements?|procedure)(?:nya)?\b[^.?\n]{0,100}\?/i,
  /\b(?:apa(?:kah)?|kalau|kalo|jika|untuk|utk|buat)\b[^.?\n]{0,120}\b(?:perlu|harus|wajib|cukup|terbatas|dibatasi|diwajibkan|diperlukan|dibutuhkan|berlaku|dikenai|dikenakan)\b[^.?\n]{0,120}\?/i,
  /\b(?:perlu|harus|wajib|cukup)\b[^.?\n]{0,60}\b(?:ga|gak|nggak|enggak|tidak|tdk|atau)\b[^.?\n]{0,60}\?/i,
  /\b(?:do|does|must|should) (?:we|i|they|he|she|it|the \w+)\b[^.?\n]{0,30}\bneed\b[^.?\n]{0,120}\?/i,
  /\b(?:is|are)\b[^.?\n]{0,80}\b(?:required|restricted|limited|allowed|necessary|mandatory|needed)\b[^.?\n]{0,120}\?/i,
];

/** Whoever tells what he means to do asks how to get it: "tim kami mau masuk ke DC minggu ini, prosedurnya gimana ya?". */
const MEANS_TO =
  /\b(?:kami|kita|saya|sy|aku)\b[^.?\n]{0,30}\b(?:mau|mo|ingin|pengin|pengen|hendak|akan|berencana|bermaksud|rencana|butuh|perlu|target)\b|\b(?:we|i)(?:'d|\s(?:\w+\s)?(?:want|plan|intend|would|going))\b|\b(?:rencana\w*|target)\b[^.?\n]{0,20}\b(?:kami|kita|saya|our|my)\b|\bour (?:plan|target)\b/i;

/** Rule of `rules/kinds.yaml` whose words name deeds. */
const NAMES_OF_DEEDS = '#lakukan';

export function isPlainEnquiry({ text, kinds }: ReadText): boolean {
  if (!INDIRECT.test(text) && !asksForConditions(text)) return false;
  // A wish to know is no wish for the deed.
  if (MEANS_TO.test(text.replace(INDIRECT, ''))) return false;
  return kinds.firedOf('request').every(({ rule }) => rule.endsWith(NAMES_OF_DEEDS));
}

/** Each of them ends in a question mark. */
function asksForConditions(text: string): boolean {
  return text.includes('?') && CONDITIONS.some((condition) => condition.test(text));
}
