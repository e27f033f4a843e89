/**
 * Takes our own letter out of an answer. We know what we sent, so its words are found whatever a mail program did to them: wrapped
 * anew, marked or not, spaces and quotes exchanged. Runs of words are compared, never lines.
 */

/** Fewer words in a row than this may be the person's own. */
const RUN_WORDS = 6;
/** Pieces kept of one line that is partly ours. */
const MAX_PARTS = 20;
const WORD = /[\p{L}\p{N}]+/gu;

interface Word {
  readonly text: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** The lines without words that stand in runs of at least six in `sent`; a line that loses all its words goes. */
export function subtractSent(lines: readonly string[], sent: string): string[] {
  const ours = new Set(shingles(wordsOf([sent])));
  const words = wordsOf(lines);
  const marked = new Set<number>();
  shingles(words).forEach((shingle, index) => {
    if (!ours.has(shingle)) return;
    for (let at = index; at < index + RUN_WORDS; at += 1) marked.add(at);
  });
  return marked.size === 0 ? [...lines] : withoutMarked(lines, words, marked);
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

function shingles(words: readonly Word[]): string[] {
  const found: string[] = [];
  for (let index = 0; index + RUN_WORDS <= words.length; index += 1) {
    found.push(
      words
        .slice(index, index + RUN_WORDS)
        .map((word) => word.text)
        .join(' '),
    );
  }
  return found;
}

function withoutMarked(lines: readonly string[], words: readonly Word[], marked: ReadonlySet<number>): string[] {
  const parts = new Map<number, string[]>();
  const touched = new Set<number>();
  let from = -1;
  words.forEach((word, index) => {
    if (marked.has(index)) {
      touched.add(word.line);
      return;
    }
    if (from === -1) from = word.start;
    const next = words[index + 1];
    if (next?.line === word.line && !marked.has(index + 1)) return;
    const line = lines[word.line] ?? '';
    const to = next?.line === word.line ? next.start : line.length;
    const pieces = parts.get(word.line) ?? [];
    pieces.push(line.slice(from, to).trim());
    parts.set(word.line, pieces);
    from = -1;
  });
  return lines.flatMap((line, index) => (touched.has(index) ? (parts.get(index) ?? []).slice(0, MAX_PARTS) : [line]));
}
