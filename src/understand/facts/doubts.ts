/** What a mail says in two ways, or not rightly: it is asked back rather than guessed. */
import type { LocalDate } from '../../shared/time.ts';
import { readNumeral } from '../words/numerals.ts';
import type { Facts } from '../reading.ts';
import { isNip } from './nip.ts';
import { sought, type Searched } from './searched.ts';

const IN_WORDS = sought(/(?<![\d.,/])(\d{1,6})\s{0,2}\(\s?([a-z]{3,12}(?: [a-z]{3,12}){0,5})\s?\)/gi);
const CALLED_NIP = sought(/\bNIP\b\.?\s{0,2}[:=]?\s{0,2}(\d(?:[ \t./-]{0,2}\d){7,21})(?!\d)/gi);

export function findDoubts(text: Searched, today: LocalDate): Pick<Facts, 'quantityDoubt' | 'nipDoubt'> {
  const quantity = text.all(IN_WORDS).find(([, digits = '', words = '']) => differ(digits, words));
  const nip = text
    .all(CALLED_NIP)
    .map(([, written = '']) => written.replace(/\D/g, ''))
    .find((digits) => !isNip(digits, today));
  return {
    ...(quantity && { quantityDoubt: quantity[0].replace(/\s+/g, ' ') }),
    ...(nip !== undefined && { nipDoubt: nip }),
  };
}

/** "5 (enam)"; "5 (orang)" has no number in brackets. */
function differ(digits: string, inWords: string): boolean {
  const words = inWords.toLowerCase().split(' ');
  const read = readNumeral(words);
  return read !== null && read.length === words.length && read.value !== Number(digits);
}
