/** A text as numbered lines with their quote marks told apart from what they say. */

export interface TextLine {
  /** Number of `>` marks before the content. */
  readonly depth: number;
  /** The line without quote marks, bold stars around labels, and outer white space. */
  readonly content: string;
  /** Words of our own letter were taken out of it; where nothing was left, `content` is empty. */
  readonly ours?: boolean;
}

/** Quote marks with the spaces between them; possessive in effect, since nothing after it can match `>` or space again. */
const MARKS = /^[ \t]*(?:>[ \t]*)+/;

/** Invisible characters that clients put into texts: zero-width, byte order mark, soft hyphen, bidirectional marks. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;
const ODD_SPACES = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t]/g;

/** The text with one kind of line end and of space, and without characters nobody sees. */
function plainText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(ODD_SPACES, ' ')
    .replace(INVISIBLE, '');
}

export function toLines(text: string): TextLine[] {
  return plainText(text)
    .split('\n')
    .map((line) => {
      const marks = MARKS.exec(line)?.[0] ?? '';
      return { depth: marks.length - marks.replaceAll('>', '').length, content: line.slice(marks.length).trim() };
    });
}

/** Lines joined again; runs of blank lines become one, outer blank lines go. */
export function joinLines(lines: readonly string[]): string {
  const kept: string[] = [];
  for (const line of lines) {
    if (line !== '' || (kept.length > 0 && kept.at(-1) !== '')) kept.push(line);
  }
  while (kept.at(-1) === '') kept.pop();
  return kept.join('\n');
}
