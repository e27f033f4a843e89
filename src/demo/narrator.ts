/** Prints the conversation as it happens. */
import type { Output } from '../commands/command.ts';
import type { SeenLetter } from './letters-seen.ts';

const WIDTH = 76;
/** Lines of a text that are shown. */
const MOST_LINES = 14;

export interface Narrator {
  chapter(number: number, title: string): void;
  writes(
    from: string,
    mail: { readonly to: string; readonly cc: readonly string[]; readonly subject: string; readonly text: string },
  ): void;
  letter(letter: SeenLetter): void;
  line(text: string): void;
}

/** @param colour false where the output is no terminal */
export function makeNarrator(output: Output, colour: boolean): Narrator {
  const paint = (code: number, text: string): string => (colour ? `\u001b[${code}m${text}\u001b[0m` : text);
  const block = (text: string, mark: string): void => {
    const lines = text.trim().split('\n');
    for (const line of lines.slice(0, MOST_LINES)) output.out(`  ${mark} ${line}`);
    if (lines.length > MOST_LINES) output.out(`  ${mark} …`);
  };
  return {
    line: (text) => output.out(text),
    chapter: (number, title) => output.out(`\n${paint(1, `${number}. ${title}`)}\n${'─'.repeat(WIDTH)}`),
    writes: (from, mail) => {
      output.out(
        `\n${paint(32, '→')} ${paint(1, from)} menulis kepada ${mail.to}${mail.cc.length > 0 ? `, Cc ${mail.cc.join(', ')}` : ''}`,
      );
      output.out(`  ${mail.subject}`);
      block(mail.text, '│');
    },
    letter: ({ to, message, file }) => {
      output.out(`\n${paint(34, '←')} Loket kepada ${paint(1, to)}`);
      output.out(`  ${paint(1, message.subject)}`);
      block(message.text, '┊');
      if (file) output.out(`  ${paint(2, file)}`);
    },
  };
}
