/**
 * Whether a mail says as HTML what it says as text. Programs show one of the two; what counts has to stand in both, between the same words:
 * "Setuju." beside "Tidak setuju." is nobody's plain word.
 */
import { htmlToText } from '../parse/html-text.ts';
import type { InboundMessage } from '../parse/message.ts';
import { newText } from '../parse/reply-text.ts';

const NEVER_SHOWN = /<?(?:https?:\/\/|mailto:)[^\s>]*>?|\[(?:cid|image|inline)[^\]\n]*\]|<[^\s<>@]+@[^\s<>]+>/gi;
const WORD = /[\p{L}\p{N}]+/gu;
const QUOTED = /^>.*$/gm;
/** Nobody agrees at such length; and the search costs the product of both. */
const MOST_WORDS = 200;
/** Stands before the first word and behind the last. */
const EDGE = '';

/** @param own what was read of it as the writer's own words */
export function isSameInHtml({ text, html }: Pick<InboundMessage, 'text' | 'html'>, own: string): boolean {
  const said = wordsOf(own);
  if (html === null || said.length > MOST_WORDS) return true;
  const page = htmlToText(html).text;
  const shown = new Set(neighboursOf(said, wordsOf(unquoted(page))));
  if (neighboursOf(said, wordsOf(unquoted(text))).every((pair) => shown.has(pair))) return true;
  // A gateway may put its notice into the HTML alone, a program the quote.
  const read = (body: string): string => wordsOf(newText({ text: body, html }, null).text).join(' ');
  return read(page) === read(text);
}

/** Quotes are marked the same in both, and their words may be wrapped or cut otherwise. */
function unquoted(text: string): string {
  return text.replace(QUOTED, '');
}

function wordsOf(text: string): readonly string[] {
  return text.replace(NEVER_SHOWN, ' ').toLowerCase().match(WORD) ?? [];
}

/** The word before and the word behind, for each place where these words stand. */
function neighboursOf(said: readonly string[], all: readonly string[]): readonly string[] {
  const last = all.length - said.length;
  const places = Array.from({ length: Math.max(0, last + 1) }, (_, at) => at).filter((at) =>
    said.every((word, index) => all[at + index] === word),
  );
  return places.map((at) => `${all[at - 1] ?? EDGE} ${all[at + said.length] ?? EDGE}`);
}
