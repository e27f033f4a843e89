/**
 * `reply-clauses.yaml`: approvers' answers in which every clause beside the yes is marked, as telling something or as binding; the judge
 * of plain approvals learns from it which may stand there.
 */
import { z } from 'zod';

const MARKS = { biasa: false, mengikat: true, ragu: null } as const;
type Mark = keyof typeof MARKS;
const OPENING = /\{(?:(biasa|mengikat|ragu):\s?)?/g;

export interface MarkedClause {
  /** Characters of the text: from the first up to the one behind the last. */
  readonly from: number;
  readonly to: number;
  /** That it takes the plainness from the yes; null where that may be doubted. */
  readonly binds: boolean | null;
}

export interface MarkedAnswer {
  readonly text: string;
  readonly clauses: readonly MarkedClause[];
}

/** One answer a line; `\n` within it is a line's end. */
const markedAnswers = z.string().transform((written, context): readonly MarkedAnswer[] =>
  written.split('\n').flatMap((line) => {
    if (line.trim() === '') return [];
    const answer = markedAnswer(line.trim().replaceAll('\\n', '\n'));
    if (answer !== null) return [answer];
    context.addIssue({
      code: 'custom',
      message: `"${line.trim()}": each mark is {biasa: …}, {mengikat: …} or {ragu: …}`,
    });
    return [];
  }),
);

export const replyClausesFile = z.strictObject({ approver: markedAnswers });

/** @returns null where a mark is no mark or does not end */
export function markedAnswer(line: string): MarkedAnswer | null {
  const clauses: MarkedClause[] = [];
  let [text, at] = ['', 0];
  for (const opening of line.matchAll(OPENING)) {
    const end = line.indexOf('}', opening.index);
    const mark = opening[1];
    if (opening.index < at || end < 0 || !isMark(mark)) return null;
    text += line.slice(at, opening.index);
    const clause = line.slice(opening.index + opening[0].length, end);
    clauses.push({ from: text.length, to: text.length + clause.length, binds: MARKS[mark] });
    [text, at] = [text + clause, end + 1];
  }
  text += line.slice(at);
  return /[{}]/.test(text) ? null : { text, clauses };
}

function isMark(mark: string | undefined): mark is Mark {
  return mark !== undefined && mark in MARKS;
}
