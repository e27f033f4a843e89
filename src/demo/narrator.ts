/** Prints the conversation as it happens. */
import { relative } from 'node:path';
import type { Output } from '../commands/command.ts';
import type { SeenLetter } from './letters-seen.ts';
import { wrap } from './wrap.ts';

const WIDTH = 78;
/** Of the mark before each line of a text. */
const MARGIN = 4;
/** Lines of a text that are shown. */
const MOST_LINES = 14;

export interface Narrator {
  chapter(number: number, title: string): void;
  writes(
    from: string,
    mail: {
      readonly to: string;
      readonly cc: readonly string[];
      readonly subject: string;
      readonly text: string;
      /** Names of files that go along. */
      readonly photographs?: readonly string[];
    },
  ): void;
  letter(letter: SeenLetter): void;
  line(text: string): void;
}

/** @param colour false where the output is no terminal */
export function makeNarrator(output: Output, colour: boolean): Narrator {
  const paint = (code: number, text: string): string => (colour ? `\u001b[${code}m${text}\u001b[0m` : text);
  const block = (text: string, mark: string): void => {
    const lines = wrap(text.trim(), WIDTH - MARGIN);
    for (const line of lines.slice(0, MOST_LINES)) output.out(`  ${mark} ${line}`);
    if (lines.length > MOST_LINES) output.out(`  ${mark} …`);
  };
  return {
    line: (text) => output.out(text),
    chapter: (number, title) => {
      const lines = wrap(`${number}. ${title}`, WIDTH).map((line) => paint(1, line));
      output.out(`\n${lines.join('\n')}\n${'─'.repeat(WIDTH)}`);
    },
    writes: (from, mail) => {
      output.out(`\n${paint(32, '→')} ${paint(1, from)} menulis kepada ${shortAddress(mail.to)}`);
      if (mail.cc.length > 0) output.out(`  Cc ${mail.cc.join(', ')}`);
      output.out(`  ${paint(1, mail.subject)}`);
      block(mail.text, '│');
      for (const name of mail.photographs ?? []) output.out(`  │ [foto: ${name}]`);
    },
    letter: ({ to, message, file }) => {
      output.out(`\n${paint(34, '←')} Loket kepada ${paint(1, to)}`);
      output.out(`  ${paint(1, message.subject)}`);
      block(message.text, '┊');
      if (file) output.out(`  ${paint(2, shorter(relative('', file), file))}`);
    },
  };
}

/** `servicedesk+…@kemenkeu.example`: the token says nothing to people. */
function shortAddress(address: string): string {
  return address.replace(/\+[^@]+@/, '+…@');
}

function shorter(one: string, other: string): string {
  return one.length < other.length ? one : other;
}
