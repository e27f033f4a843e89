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
/** "Perlu." alone is an answer. */
const WANTS =
  /(?<!\p{L})(?:mau|ingin|butuh|perlu|pengin|pengen|(?:we|i) (?:also )?(?:need|want)|would like)(?=\s+[\p{L}\d])/iu;
/** A question that is a wish; "bisa dipakai di HP juga?" asks how it is to be used. */
const ASKED_FOR =
  /(?<!\p{L})(?:could|can|would)\s+(?:you|someone|somebody|anyone|we|i)(?!\p{L})|(?<!\p{L})(?:boleh|bisa|bisakah|bolehkah)\s+(?:(?:juga|saya|kami|kita)\s+){0,2}(?:minta|mohon|tolong|di?bantu|sekalian|di?tambah\p{L}*|dibuat\p{L}*|dipasang\p{L}*|diinstal\p{L}*|dikirim\p{L}*)(?!\p{L})/iu;
const NO_WISH = [PROBLEM, STILL, WRONG, REPAIR, CLOSE_IT];

/** "…, sekalian minta …" is as good as a new sentence. */
const SENTENCE = /(?<=[.!?\n])\s+|,\s+(?=(?:sekalian|sekaligus|oh ya|oiya|oya|btw|satu lagi|selain itu)(?!\p{L}))/iu;
const OPENS = /^\W*(?:sekalian|sekaligus|oh ya|oh iya|oiya|oya|btw|satu lagi|selain itu|di samping itu)(?!\p{L})/iu;

export interface Beside {
  /** What he wrote before it: on the ticket that he answers. */
  readonly before: string;
  /** From the sentence that asks for more to the end. */
  readonly wish: string;
}

/** Any sentence but the first that asks for something besides; whether it is another thing than his ticket is not known here. */
export function wishBeside(text: string): Beside | null {
  const sentences = text.split(SENTENCE);
  const starts = (wanted: (sentence: string) => boolean): number =>
    sentences.findIndex(
      (sentence, index) => index > 0 && wanted(sentence) && asksFor(sentence.replace(CLOSING_WISH, ' ')),
    );
  const more = starts((sentence) => OPENS.test(sentence) || MORE.test(sentence));
  const at = more < 0 ? starts(() => true) : more;
  if (at < 0) return null;
  return { before: sentences.slice(0, at).join(' ').trim(), wish: sentences.slice(at).join(' ').trim() };
}

/** In so many words, whatever it is. */
export function asksFor(text: string): boolean {
  return (text.includes('?') ? [ASKED_FOR, ASKS] : [ASKS, IF_ALLOWED, WANTS]).some((pattern) => pattern.test(text));
}

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
