/**
 * Answers written between the lines of a quote that carries no marks (Outlook, OWA). Only our own letter tells them from the quote, and
 * what a mail program made of it may differ by a few words; so they are looked for only where nothing was written above, or where the
 * writer says that he answers below, and only lines that mostly say what our letter does not are taken.
 */
import { findQuote } from './reply-quote.ts';
import type { TextLine } from './reply-lines.ts';

const BELOW =
  /\b(?:di ?bawah(?: ini)?|bawah ini|below|in-?line|di sela|sela-sela|(?:warna|tulisan|huruf|font|teks) (?:merah|biru|hijau)|in (?:red|blue|green))\b/i;
/** Fewer lines of ours than this prove no quote of our letter. */
const LINES_OF_OURS = 3;
const MOST_ANSWERS = 12;
const WORD = /[\p{L}\p{N}]+/gu;

interface Around {
  readonly above: readonly string[];
  readonly sent: string;
}

export function answersBetween(quote: readonly TextLine[], { above, sent }: Around): readonly string[] {
  const nothingAbove = above.every((line) => line === '');
  if (!nothingAbove && !above.some((line) => BELOW.test(line))) return [];
  const older = findQuote(quote);
  const lines = older === null ? quote : quote.slice(0, older.from);
  if (lines.filter((line) => line.ours === true).length < LINES_OF_OURS) return [];
  const known = new Set(wordsOf(sent));
  const answers = lines.filter((line) => line.ours !== true && isNew(line.content, known));
  return answers.length === 0 || answers.length > MOST_ANSWERS ? [] : ['', ...answers.map((line) => line.content)];
}

function isNew(content: string, known: ReadonlySet<string>): boolean {
  const words = wordsOf(content);
  const unknown = words.filter((word) => !known.has(word));
  return unknown.length > 0 && unknown.length * 2 >= words.length;
}

function wordsOf(text: string): string[] {
  return [...text.normalize('NFKC').toLowerCase().matchAll(WORD)].map((match) => match[0]);
}
