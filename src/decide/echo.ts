/**
 * An answer to a letter of ours that carries no reference and no number where one looks for it: soon after the letter, from the address
 * that it went to, with the letter's number or its very lines in the text. Machines of other offices answer so.
 */
import type { InboundMessage } from '../parse/message.ts';
import { MINUTE, type EpochMs } from '../shared/time.ts';
import { findNumbers } from '../ticket/number.ts';
import type { Before } from './situation.ts';

export type EarlierLetter = Before['letters'][number];

/** A person does not read a letter and write a new mail about its number in so short a time without answering it. */
const NUMBER_WITHIN_MS = 10 * MINUTE;
const LEAST_LINES = 3;
const LEAST_LINE = 25;

/** The newest letter that the mail echoes, or null. */
export function echoedLetter(
  message: InboundMessage,
  letters: readonly EarlierLetter[],
  receivedAt: EpochMs,
): EarlierLetter | null {
  const numbers = new Set<string>(findNumbers(message.text));
  const lines = longLines(message.text);
  return (
    letters.find((letter) => {
      if (letter.ticket === null) return false;
      if (numbers.has(letter.ticket) && receivedAt - letter.at <= NUMBER_WITHIN_MS) return true;
      return linesShared(longLines(letter.text ?? ''), lines) >= LEAST_LINES;
    }) ?? null
  );
}

function linesShared(ours: ReadonlySet<string>, theirs: ReadonlySet<string>): number {
  return [...ours].filter((line) => theirs.has(line)).length;
}

function longLines(text: string): ReadonlySet<string> {
  const lines = text.split('\n').map((line) => line.replace(/^[\s>|]+/, '').trim());
  return new Set(lines.filter((line) => line.length >= LEAST_LINE));
}
