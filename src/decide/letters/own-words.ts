/**
 * What a sender wrote, made fit to be shown: one line or an excerpt of some lines, without control and direction characters, with
 * NIPs and passwords masked, because copies of it go to others.
 */
import type { FieldValue } from '../letter.ts';
import { withoutSecrets } from './secrets.ts';

/** Bounds of an excerpt; beyond them it is cut at a word and says so. */
const MOST_LINES = 14;
const MOST_CHARACTERS = 900;

/** C0 and C1 controls (line feed stays), zero-width and bidirectional format characters, line and paragraph separators. */
// oxlint-disable-next-line no-control-regex -- removing them is the purpose
const INVISIBLE = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
/** 18 digits, in groups or not. */
const NIP = /(?<![\d])\d(?:[ .-]?\d){17}(?![\d])/g;

export interface Excerpt {
  readonly [name: string]: FieldValue;
  readonly lines: readonly string[];
  readonly cut: boolean;
}

/** An excerpt for a quote block, or null when nothing was written. */
export function excerptOf(text: string): Excerpt | null {
  const lines = masked(clean(text))
    .split('\n')
    .map((line) => line.trim())
    .filter((line, index, all) => line !== '' || (index > 0 && all[index - 1] !== ''));
  const whole = trimEnds(lines);
  if (whole.length === 0) return null;
  const few = trimEnds(withinCharacters(whole.slice(0, MOST_LINES)));
  return { lines: few, cut: few.length < whole.length || few.join('\n').length < whole.join('\n').length };
}

/** One line of at most `longest` characters, cut at a word. */
export function oneLine(text: string, longest: number): string {
  return cutAtWord(masked(clean(text)).replace(/\s+/g, ' ').trim(), longest);
}

/** Cut at the last space that leaves at least half, with an ellipsis. */
export function cutAtWord(text: string, longest: number): string {
  const characters = [...text];
  if (characters.length <= longest) return text;
  const head = characters.slice(0, longest - 1).join('');
  const space = `${head}${characters[longest - 1] ?? ''}`.lastIndexOf(' ');
  return `${(space > head.length / 2 ? head.slice(0, space) : head).trimEnd()}…`;
}

/** The last four digits are enough to tell two people apart; the rest of a NIP shows a birth date. */
export function maskNip(nip: string): string {
  return `••••${nip.slice(-4)}`;
}

/** Removes what no reader can see and some mail programs act on. */
export function withoutInvisible(text: string): string {
  return text.replace(INVISIBLE, '');
}

function clean(text: string): string {
  return withoutInvisible(text.replace(/\r\n?/g, '\n').replace(/\t/g, ' '));
}

function masked(text: string): string {
  return withoutSecrets(text.replace(NIP, (nip) => maskNip(nip.replace(/\D/g, ''))));
}

function trimEnds(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => line !== '');
  const last = lines.findLastIndex((line) => line !== '');
  return first === -1 ? [] : lines.slice(first, last + 1);
}

function withinCharacters(lines: readonly string[]): readonly string[] {
  const kept: string[] = [];
  let left = MOST_CHARACTERS;
  for (const line of lines) {
    if (left <= 0) break;
    kept.push(cutAtWord(line, left));
    left -= line.length;
  }
  return kept;
}
