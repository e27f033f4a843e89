/** A number that stands in the name of a file alone: "daftar_15_PC_KPPN.xlsx", "Akun 35 CPNS.pdf". */
import { isCounted, isCountOf } from './counted-nouns.ts';
import { isNamedBefore } from './quantity-noun.ts';

/**
 * How many the name of a file tells of what the service counts; null where none does.
 * @param unit what the service counts
 */
export function countInFiles(files: readonly string[], unit: string | null): number | null {
  if (unit === null) return null;
  for (const file of files.slice(0, MOST_FILES)) {
    const name = file.toLowerCase().slice(0, MOST_LETTERS).replace(OF_LETTER, ' ');
    const words = (name.match(WORD) ?? []).slice(0, MOST_WORDS);
    const at = words.findIndex((word, place) => {
      const noun = words[place + 1] ?? '';
      return NUMBER.test(word) && !isNamedBefore(words[place - 1] ?? '') && isCounted(noun) && isCountOf(noun, unit);
    });
    if (at >= 0) return Number(words[at]);
  }
  return null;
}

const MOST_FILES = 20;
const MOST_LETTERS = 200;
const MOST_WORDS = 40;
/** "UND-402 Narasumber.pdf": the number of a letter. */
const OF_LETTER = /(?<!\p{L})\p{L}{1,5}[-.]\d{1,6}(?!\d)/gu;
const WORD = /\p{L}+|\d+/gu;
/** No year and no number of a version. */
const NUMBER = /^(?!(?:19|20)\d\d$)[1-9]\d{0,3}$/;
