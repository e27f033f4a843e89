/**
 * `reply-clauses.yaml`: approvers' answers in which every clause beside the yes is marked, as telling something or as binding; the judge
 * of plain approvals learns from it which may stand there.
 */
import { z } from 'zod';

const MARKS = { biasa: false, mengikat: true, ragu: null } as const;
type Mark = keyof typeof MARKS;

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
    const bare = line.trim();
    if (bare === '') return [];
    const answer = markedAnswer(bare.includes('\\n') ? bare.replaceAll('\\n', '\n') : bare);
    if (answer !== null) return [answer];
    context.addIssue({
      code: 'custom',
      message: `"${bare}": each mark is {biasa: …}, {mengikat: …} or {ragu: …}`,
    });
    return [];
  }),
);

export const replyClausesFile = z.strictObject({ approver: markedAnswers });

/** @returns null where a mark is no mark or does not end */
export function markedAnswer(line: string): MarkedAnswer | null {
  const clauses: MarkedClause[] = [];
  let [text, at] = ['', 0];
  // Ten thousand lines are read at each start, so no pattern is matched here.
  for (let open = line.indexOf('{'); open >= 0; open = line.indexOf('{', at)) {
    const end = line.indexOf('}', at);
    const colon = line.indexOf(':', open);
    const mark = line.slice(open + 1, colon);
    if (end < open || colon < 0 || colon > end || !isMark(mark)) return null;
    const clause = line.slice(line[colon + 1] === ' ' ? colon + 2 : colon + 1, end);
    if (clause.includes('{')) return null;
    text += line.slice(at, open);
    clauses.push({ from: text.length, to: text.length + clause.length, binds: MARKS[mark] });
    [text, at] = [text + clause, end + 1];
  }
  return line.includes('}', at) ? null : { text: text + line.slice(at), clauses };
}

function isMark(mark: string): mark is Mark {
  return Object.hasOwn(MARKS, mark);
}
