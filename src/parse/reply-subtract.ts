/**
 * Takes our own letter out of an answer. We know what we sent, so its words are found whatever a mail program did to them: wrapped
 * anew, marked or not, spaces and quotes exchanged, parts deleted. Runs of words are compared; a whole line of ours that is too short
 * for a run goes where it stands behind other words of ours, in the letter's own order.
 */
import type { TextLine } from './reply-lines.ts';

/** Fewer words in a row than this may be the person's own. */
const RUN_WORDS = 6;
/** How far behind the last words of ours the next line of ours is looked for. */
const REACH_WORDS = 80;
/** Pieces kept of one line that is partly ours. */
const MAX_PARTS = 20;
/** Occurrences of one run or line in the letter that are remembered. */
const MAX_PLACES = 8;
const WORD = /[\p{L}\p{N}]+/gu;
/** What mail programs write behind the words of a link, and for pictures. */
const LINK = /<(?:mailto:|https?:|tel:)[^<>\s]{0,4000}>|\[cid:[^\]\s]{0,200}\]/gi;

interface Word {
  readonly text: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

interface Letter {
  /** Where each run of six words begins. */
  readonly runs: ReadonlyMap<string, readonly number[]>;
  /** Where each line begins, by its words. */
  readonly lines: ReadonlyMap<string, readonly number[]>;
}

/** So much of the letter below the head of a quote: then it is quoted there, and what stands above is the person's own. */
const QUOTED_SHARE = 0.6;

/**
 * The lines without words of `sent`; above the head of a quote that holds the letter nothing is taken, since people answer with our
 * own proposals ("gabung dengan SR-…").
 */
export function subtractBelow(lines: readonly TextLine[], sent: string, head: number | null): TextLine[] {
  if (head === null || head === 0) return subtractSent(lines, sent);
  const below = subtractSent(lines.slice(head), sent);
  const taken = countWords(lines.slice(head)) - countWords(below);
  return taken >= QUOTED_SHARE * wordsOf(sent.split('\n')).length
    ? [...lines.slice(0, head), ...below]
    : subtractSent(lines, sent);
}

function countWords(lines: readonly TextLine[]): number {
  return wordsOf(lines.map((line) => line.content)).length;
}

/** The lines without words of `sent`; what was taken is marked, and a line that loses all its words stays as an empty one. */
function subtractSent(lines: readonly TextLine[], sent: string): TextLine[] {
  const letter = readLetter(sent);
  const unlinked = lines.map((line) => ({ ...line, content: line.content.replace(LINK, ' ').trim() }));
  const words = wordsOf(unlinked.map((line) => line.content));
  const places = markRuns(words, letter);
  if (places.some((place) => place !== null))
    markLines(words, places, { letter, depths: lines.map(({ depth }) => depth) });
  return places.every((place) => place === null) ? [...lines] : withoutMarked(lines, { unlinked, words, places });
}

function readLetter(sent: string): Letter {
  const lines = sent.replace(LINK, ' ').split('\n');
  const words = wordsOf(lines);
  const runs = new Map<string, number[]>();
  for (let index = 0; index + RUN_WORDS <= words.length; index += 1) remember(runs, runAt(words, index), index);
  const byLine = new Map<string, number[]>();
  let from = 0;
  while (from < words.length) {
    const to = endOfLine(words, from);
    remember(byLine, textOf(words, from, to), from);
    from = to;
  }
  return { runs, lines: byLine };
}

function remember(places: Map<string, number[]>, key: string, place: number): void {
  const known = places.get(key);
  if (known === undefined) places.set(key, [place]);
  else if (known.length < MAX_PLACES) known.push(place);
}

function wordsOf(lines: readonly string[]): Word[] {
  const words: Word[] = [];
  lines.forEach((content, line) => {
    for (const match of content.matchAll(WORD)) {
      const text = match[0].normalize('NFKC').toLowerCase();
      words.push({ text, line, start: match.index, end: match.index + match[0].length });
    }
  });
  return words;
}

function runAt(words: readonly Word[], index: number): string {
  return textOf(words, index, index + RUN_WORDS);
}

function textOf(words: readonly Word[], from: number, to: number): string {
  return words
    .slice(from, to)
    .map((word) => word.text)
    .join(' ');
}

function endOfLine(words: readonly Word[], from: number): number {
  const line = words[from]?.line;
  let to = from;
  while (to < words.length && words[to]?.line === line) to += 1;
  return to;
}

/** For each word its place in the letter, or null. */
function markRuns(words: readonly Word[], letter: Letter): (number | null)[] {
  const places = words.map((): number | null => null);
  for (let index = 0; index + RUN_WORDS <= words.length; index += 1) {
    const place = letter.runs.get(runAt(words, index))?.[0];
    if (place === undefined) continue;
    for (let offset = 0; offset < RUN_WORDS; offset += 1) places[index + offset] = place + offset;
  }
  return places;
}

/**
 * Whole short lines of ours, in the letter's order behind the words of ours last seen, in a quote of the same depth. A line above all of
 * ours stays: it may be the very answer that the letter proposes.
 */
function markLines(words: readonly Word[], places: (number | null)[], { letter, depths }: Short): void {
  let last: { readonly place: number; readonly depth: number } | null = null;
  let from = 0;
  while (from < words.length) {
    const to = endOfLine(words, from);
    const depth = depths[words[from]?.line ?? 0] ?? 0;
    const unmarked = places.slice(from, to).every((place) => place === null);
    const before: { readonly place: number; readonly depth: number } | null = last;
    const start = (unmarked ? (letter.lines.get(textOf(words, from, to)) ?? []) : []).find(
      (one) => before !== null && before.depth === depth && one > before.place && one - before.place <= REACH_WORDS,
    );
    if (start !== undefined) for (let at = from; at < to; at += 1) places[at] = start + at - from;
    for (let at = from; at < to; at += 1) {
      const place = places[at] ?? null;
      if (place !== null) last = { place, depth };
    }
    from = to;
  }
}

interface Short {
  readonly letter: Letter;
  readonly depths: readonly number[];
}

interface Marked {
  readonly unlinked: readonly TextLine[];
  readonly words: readonly Word[];
  readonly places: readonly (number | null)[];
}

function withoutMarked(lines: readonly TextLine[], { unlinked, words, places }: Marked): TextLine[] {
  const result: TextLine[] = [];
  let from = 0;
  lines.forEach((line, at) => {
    const to = words[from]?.line === at ? endOfLine(words, from) : from;
    const own = pieces(unlinked[at]?.content ?? '', words.slice(from, to), places.slice(from, to));
    from = to;
    const onlyLink = own === null && line.content !== '' && unlinked[at]?.content === '';
    if (onlyLink) result.push({ depth: line.depth, content: '', ours: true });
    else if (own === null) result.push(line);
    else if (own.length === 0) result.push({ depth: line.depth, content: '', ours: true });
    else for (const content of own) result.push({ depth: line.depth, content, ours: true });
  });
  return result;
}

/** What is left of a line between words of ours; null where none of them is ours. */
function pieces(content: string, words: readonly Word[], places: readonly (number | null)[]): string[] | null {
  if (places.every((place) => place === null)) return null;
  const kept: string[] = [];
  let from = -1;
  words.forEach((word, at) => {
    if (places[at] !== null) return;
    if (from === -1) from = word.start;
    const next = words[at + 1];
    if (next && places[at + 1] === null) return;
    kept.push(content.slice(from, next?.start ?? content.length).trim());
    from = -1;
  });
  return kept.slice(0, MAX_PARTS);
}
