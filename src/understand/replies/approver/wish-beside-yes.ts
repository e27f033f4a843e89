/**
 * "Setuju, mohon dibuatkan juga untuk aplikasi MONITA": beside a yes that counts stands a wish for something else. It is no condition, so the
 * yes stays one; but nobody was asked for it, and somebody has to see it. To have the same done soon, or to tell somebody, is none.
 */
import { asksFor } from '../requester/second-wish.ts';
import { PROBLEM } from '../requester/requester-signs.ts';

const MORE =
  /(?<!\p{L})(?:juga|sekalian|sekaligus|selain itu|di samping itu|satu lagi|oh ya|oh iya|tambah(?:an|kan|in)?|ditambah(?:kan)?|berikutnya|also|as well|another|too)(?!\p{L})/iu;
/** To tell somebody is no more than courtesy. */
const TELLS =
  /(?<!\p{L})(?:di)?(?:kabar|info|informasi|beri ?tahu|sampai|lapor|konfirmasi)(?:i|kan|in|kannya|kanlah)?(?!\p{L})/iu;
/** What is said of any request. */
const OF_ANY =
  /(?<!\p{L})(?:mohon|tolong|minta|silakan|harap|please|segera|secepatnya|cepat|juga|sekalian|lagi|pak|bu|bapak|ibu|mas|mbak|admin|tim|rekan|dapat|bisa|agar|untuk|dengan|sesuai|permintaan(?:nya)?|permohonan(?:nya)?|tersebut|dimaksud|saya|kami|kita|terima|kasih|makasih|setuju|disetujui|menyetujui|setujui|approved?|(?:di)?(?:proses|tindak ?lanjut|lanjut|kerja|laksana|bantu|selesai|percepat|jalan)(?:i|kan|nya)?|bantuan(?:nya)?|hari|ini|minggu|kalau|bila|jika|memungkinkan|dipercepat|ditindaklanjuti|ditindak|lanjuti|sudah|memang|yang|dari|pada|kepada)(?!\p{L})/giu;
/** Fewer words name no thing and what is to be done with it. */
const LEAST_WORDS = 2;

/** The clause that wishes for more, as it was written; null where there is none. @param text new words of an answer that is a yes */
export function wishBesideYes(text: string): string | null {
  const clauses = text.split(/[.!?;\n]+\s*|,\s+/u).map((clause) => clause.trim());
  return clauses.find(isWish) ?? null;
}

function isWish(clause: string): boolean {
  if (!MORE.test(clause) || TELLS.test(clause) || !(asksFor(clause) || PROBLEM.test(clause))) return false;
  const words = clause.replace(OF_ANY, ' ').match(/\p{L}{3,}/gu) ?? [];
  return words.length >= LEAST_WORDS;
}
