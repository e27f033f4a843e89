/** Answers of the rule files whose clauses are marked (`rules/reply-clauses.yaml`), read as answers are, each word with its mark. */
import type { Rulebook } from '../../../rulebook/rulebook.ts';
import type { MarkedAnswer } from '../../../rulebook/reply-clauses.ts';
import type { Mentions } from '../mentions.ts';
import { inIndonesian } from '../regional.ts';
import { withoutSlips } from '../typos.ts';

export interface MarkedMentions {
  readonly mentions: Mentions;
  /** Whether these words bind, by the marks on them; null where that is doubted. */
  readonly binds: (ordinals: readonly number[]) => boolean | null;
}

/** So great a part of a clause has to be marked as binding; else it is cut otherwise than the marks are, and says nothing. */
const ENOUGH = 0.34;

interface Span {
  readonly from: number;
  readonly to: number;
  readonly binds: boolean | null;
}

/** @param read the words of a text without salutation or signature */
export function readMarked(answer: MarkedAnswer, rulebook: Rulebook, read: (text: string) => Mentions): MarkedMentions {
  const { text, spans } = inPlainWords(answer, (part) => withoutSlips(inIndonesian(part, rulebook), rulebook));
  const mentions = read(text);
  const { words } = mentions.words;
  const markOf = (at: number): Span | undefined =>
    spans.find(({ from, to }) => from <= (words[at]?.start ?? -1) && (words[at]?.end ?? 0) <= to + 1);
  return {
    mentions,
    binds: (ordinals) => {
      const marks = ordinals.map(markOf);
      const binding = marks.filter((mark) => mark?.binds === true).length;
      if (binding > 0) return binding >= ENOUGH * ordinals.length ? true : null;
      return marks.some((mark) => mark?.binds === null) ? null : false;
    },
  };
}

function inPlainWords(
  { text: written, clauses }: MarkedAnswer,
  plain: (part: string) => string,
): { readonly text: string; readonly spans: readonly Span[] } {
  const spans: Span[] = [];
  let [text, at] = ['', 0];
  for (const { from, to, binds } of clauses) {
    text += plain(written.slice(at, from));
    const clause = plain(written.slice(from, to));
    spans.push({ from: text.length, to: text.length + clause.length, binds });
    [text, at] = [text + clause, to];
  }
  return { text: text + plain(written.slice(at)), spans };
}
