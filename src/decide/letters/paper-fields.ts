/** What is wrong with papers, file by file, as letters show it. */
import type { FieldValue, LetterFields } from '../letter.ts';
import type { LetterContext } from './context.ts';
import { oneLine } from './own-words.ts';

const LONGEST_FILENAME = 80;
const LONGEST_FAULT = 300;
/** Whoever has more to mend begins with these. */
const MOST_FAULTS = 25;

/** Of the papers of a request; `mailDiffers` where its requester may settle it by a word. */
export function paperFields({ faults = [] }: LetterContext): LetterFields {
  const shown = faults.slice(0, MOST_FAULTS);
  const files = [...Map.groupBy(shown, ({ filename }) => filename)];
  return {
    files: files.map(([filename, of]) =>
      fileFields(
        filename,
        of.map(({ text }) => text),
      ),
    ),
    hasFiles: files.length > 0,
    isRequest: true,
    mailDiffers: shown.some(({ against }) => against === 'mail'),
  };
}

/** Of a hand-over paper that came back. */
export function returnedFields(
  papers: readonly { readonly filename: string; readonly problems: readonly string[] }[],
): LetterFields {
  return {
    files: papers.map(({ filename, problems }) => fileFields(filename, problems)),
    hasFiles: papers.length > 0,
    isRequest: false,
    mailDiffers: false,
  };
}

function fileFields(filename: string, problems: readonly string[]): FieldValue {
  return {
    filename: oneLine(filename, LONGEST_FILENAME),
    problems: problems.map((text) => oneLine(text, LONGEST_FAULT)),
  };
}
