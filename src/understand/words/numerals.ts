/** Numbers as people write them: digits, thousands with dots, Indonesian and English words ("dua puluh lima", "seratus dua belas"). */

const WORDS =
  'nol:0 satu:1 sebuah:1 seorang:1 dua:2 tiga:3 empat:4 lima:5 enam:6 tujuh:7 delapan:8 sembilan:9 sepuluh:10 sebelas:11 selusin:12 sepasang:2 ' +
  'couple:2 one:1 two:2 three:3 thre:3 four:4 five:5 six:6 seven:7 eight:8 nine:9 ten:10 eleven:11 twelve:12 thirteen:13 fourteen:14 fifteen:15 ' +
  'sixteen:16 seventeen:17 eighteen:18 nineteen:19 twenty:20 thirty:30 forty:40 fifty:50 sixty:60 seventy:70 eighty:80 ninety:90';

const UNITS: ReadonlyMap<string, number> = new Map(
  WORDS.split(' ').map((pair) => {
    const [word = '', value = '0'] = pair.split(':');
    return [word, Number(value)];
  }),
);

export interface Numeral {
  readonly value: number;
  /** Words taken. */
  readonly length: number;
}

/** The number that begins with the first of these lower-case words; null when none does. */
export function readNumeral(words: readonly string[]): Numeral | null {
  const first = words[0] ?? '';
  if (!/^\d/.test(first) && combine(0, first) === null) return null;
  if (/^\d{1,7}$/.test(first)) return readDigits(words);
  if (/^\d{1,4}x$/.test(first)) return { value: Number(first.slice(0, -1)), length: 1 };
  let value = 0;
  let group = 0;
  let at = 0;
  for (; at < Math.min(words.length, 8); at += 1) {
    const next = combine(group, words[at] ?? '');
    if (next === null) break;
    if (next.closes) {
      value += next.value;
      group = 0;
    } else {
      group = next.value;
    }
  }
  return at === 0 ? null : { value: value + group, length: at };
}

/** `1.200` comes as two words of digits; three digits behind a dot are thousands. */
function readDigits(words: readonly string[]): Numeral {
  const times = MULTIPLES.get(words[1] ?? '');
  return times === undefined ? { value: Number(words[0]), length: 1 } : { value: Number(words[0]) * times, length: 2 };
}

/** Behind digits: "2 ribu", "2 lusin". */
const MULTIPLES: ReadonlyMap<string, number> = new Map([
  ['ribu', 1000],
  ['rb', 1000],
  ['lusin', 12],
  ['dozen', 12],
  ['kodi', 20],
  ['pasang', 2],
  ['pasangan', 2],
]);

function combine(group: number, word: string): { readonly value: number; readonly closes: boolean } | null {
  if (word === 'ribu' || word === 'seribu' || word === 'thousand') {
    return { value: (word === 'seribu' ? 1 : Math.max(group, 1)) * 1000, closes: true };
  }
  if (word === 'seratus') return { value: group + 100, closes: false };
  if (word === 'ratus' && group > 0) return { value: group * 100, closes: false };
  if (word === 'belas' && group > 0) return { value: withLastDigit(group, (digit) => digit + 10), closes: false };
  if (word === 'puluh' && group > 0) return { value: withLastDigit(group, (digit) => digit * 10), closes: false };
  if (word === 'hundred') return { value: Math.max(group, 1) * 100, closes: false };
  if (word === 'and' && group >= 100) return { value: group, closes: false };
  if (word === 'lusin' || word === 'dozen') return { value: Math.max(group, 1) * 12, closes: false };
  const unit = UNITS.get(word);
  if (unit === undefined) return null;
  if (group === 0) return { value: unit, closes: false };
  return (unit < 10 && group % 10 === 0) || group % 100 === 0 ? { value: group + unit, closes: false } : null;
}

function withLastDigit(group: number, change: (digit: number) => number): number {
  const digit = group % 10;
  return group - digit + change(digit);
}
