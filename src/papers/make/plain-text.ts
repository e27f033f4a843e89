/** Text as the printed font has it. Helvetica knows Western European letters; what it lacks is written by the nearest it has. */
const FONT_GLYPHS =
  /^[\x20-\x7e\xa0-\xff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122\n]*$/;

const NEAREST: Readonly<Record<string, string>> = {
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2015': '-',
  '\u2212': '-',
  '\u2190': '<-',
  '\u2192': '->',
  '\u2264': '<=',
  '\u2265': '>=',
  '\u2032': "'",
  '\u2033': '"',
  '\u0142': 'l',
  '\u0141': 'L',
  '\u0131': 'i',
  '\u0111': 'd',
  '\u0110': 'D',
};

/** Letters without their marks where the font has no mark, `?` for what it has no letter for; control characters go. */
export function printable(text: string): string {
  const tidy = text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[\p{Zs}\t]/gu, ' ')
    // What no reader can see: control, direction and joining characters.
    .replace(/(?!\n)[\p{Cc}\p{Cf}\p{Variation_Selector}\u2028\u2029]/gu, '');
  return FONT_GLYPHS.test(tidy) ? tidy : [...tidy].map(nearest).join('');
}

function nearest(letter: string): string {
  if (FONT_GLYPHS.test(letter)) return letter;
  const known = NEAREST[letter];
  if (known !== undefined) return known;
  const bare = letter.normalize('NFKD').replace(/\p{M}/gu, '');
  return bare !== '' && FONT_GLYPHS.test(bare) ? bare : '?';
}

export type Measure = (text: string, size: number, bold: boolean) => number;

/** Lines that are no wider than that; a word that is too long is cut. */
export function wrap(text: string, width: number, measure: (text: string) => number): readonly string[] {
  return text.split('\n').flatMap((paragraph) => wrapLine(paragraph.trim(), width, measure));
}

function wrapLine(text: string, width: number, measure: (text: string) => number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/ +/).flatMap((word) => pieces(word, width, measure))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && measure(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

function pieces(word: string, width: number, measure: (text: string) => number): readonly string[] {
  if (measure(word) <= width) return [word];
  const parts: string[] = [];
  let part = '';
  for (const letter of word) {
    if (part !== '' && measure(part + letter) > width) {
      parts.push(part);
      part = '';
    }
    part += letter;
  }
  return [...parts, part];
}
