/**
 * "Sudah jalan di laptop saya. Kalau boleh, pasang juga di laptop Mas Arya": behind sentences that say that all is well one that asks for
 * more. What he tells of the second wish ("kami belum pernah pakai …") is no word on the first.
 */
import { ASKS, CLOSE_IT, CLOSING_WISH, PROBLEM, REPAIR, STILL, WRONG } from './requester-signs.ts';

const MORE =
  /(?<!\p{L})(?:juga|sekalian|sekaligus|tambah(?:an|kan|in)?|ditambah(?:kan)?|lagi|satu lagi|berikutnya|selanjutnya|also|as well|another|too|next|more)(?!\p{L})/iu;
/** "Kalau boleh", "bila memungkinkan": politeness, and no condition. */
const IF_ALLOWED =
  /(?<!\p{L})(?:kalau|kalo|jika|bila|apabila|if)\s+(?:boleh|bisa|dapat|berkenan|memungkinkan|tidak (?:keberatan|merepotkan)|possible|you (?:can|could|don['\u2019]t mind)|it['\u2019]?s? possible)(?!\p{L})/iu;
const WANTS =
  /(?<!\p{L})(?:mau|ingin|butuh|perlu|pengin|pengen|(?:we|i) (?:also )?(?:need|want)|would like)(?!\p{L})/iu;
/** A question that is a wish; "bisa dipakai di HP juga?" asks how it is to be used. */
const ASKED_FOR =
  /(?<!\p{L})(?:could|can|would)\s+(?:you|someone|somebody|anyone|we|i)(?!\p{L})|(?<!\p{L})(?:boleh|bisa|bisakah|bolehkah)\s+(?:(?:juga|saya|kami|kita)\s+){0,2}(?:minta|mohon|tolong|di?bantu|sekalian|di?tambah\p{L}*|dibuat\p{L}*|dipasang\p{L}*|diinstal\p{L}*|dikirim\p{L}*)(?!\p{L})/iu;
const NO_WISH = [PROBLEM, STILL, WRONG, REPAIR, CLOSE_IT];

/** @param isWell whether these words alone say that all is well */
export function secondWish(text: string, isWell: (part: string) => boolean): string | null {
  const sentences = text.split(/(?<=[.!?\n])\s+/u);
  const at = sentences.findIndex((sentence, index) => index > 0 && asksForMore(sentence));
  if (at < 0) return null;
  return isWell(sentences.slice(0, at).join(' ')) ? (sentences[at] ?? null) : null;
}

function asksForMore(sentence: string): boolean {
  const wish = sentence.replace(CLOSING_WISH, ' ');
  const asks = sentence.includes('?') ? [ASKED_FOR] : [ASKS, IF_ALLOWED, WANTS];
  return (
    MORE.test(sentence) &&
    asks.some((pattern) => pattern.test(wish)) &&
    !NO_WISH.some((pattern) => pattern.test(sentence))
  );
}
