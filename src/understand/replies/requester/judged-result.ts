/**
 * How it turned out, told in words that no list knows ("The new server answers on port 443 and our app has been deployed on it"): each
 * clause is judged by itself (clause-judge.ts), the whole by what it is like (likeness.ts). The clause that tells the result most plainly
 * and the one that is most likely open count, so that praise in many words does not outweigh one thing that still fails.
 */
import type { Rulebook } from '../../../rulebook/rulebook.ts';
import { replyBody } from '../body.ts';
import { judgeClauses, type Lesson } from '../clause-judge.ts';
import { likenessOf } from '../likeness.ts';
import { PROBLEM, STILL, TROUBLE, WRONG } from './requester-signs.ts';
import { goneAsDone } from './taken-away.ts';

export interface ResultJudgement {
  /** Logarithm of the odds that all of it is as he wished; 0 is as likely as not. */
  readonly odds: number;
  /** The clause that tells it most plainly. */
  readonly told: string;
  /** The clause that is most likely open. */
  readonly open: string;
}

const OF_REQUESTERS: Lesson = {
  role: 'requester',
  more: 'requester-results',
  names: { open: 'resultopen', done: 'resultdone' },
  done: 'confirm',
  alsoDone: { role: 'rft', intent: 'resolve' },
  neither: ['thanks', 'rating'],
  margin: { cost: 2, steepness: 2.5 },
  // What is gone is a good result of some tickets only; that it is one of those, their letter says.
  plain: (example, says, rulebook) => {
    const { text } = replyBody(example, rulebook);
    return says === 'done' ? goneAsDone(text) : text;
  },
};
/** Words of a clause that says the same of another thing. */
const MOST_AGAIN = 5;
/** Likeness says so much at most. */
const MOST_ODDS = 4;

/** @returns null where the rules hold too few examples, or nothing was written */
export function judgedResult(text: string, rulebook: Rulebook): ResultJudgement | null {
  const clauses = judgeClauses(text, rulebook, OF_REQUESTERS) ?? [];
  const told = clauses.toSorted((a, b) => b.done - a.done)[0];
  const open = clauses
    .filter((clause, at) => at === 0 || !isSameAgain(clause.text))
    .toSorted((a, b) => b.open - a.open)[0];
  const likeness = likenessOf(text, 'requester-results', rulebook);
  if (likeness === null || !told || !open) return null;
  return { odds: told.done - open.open + oddsOf(likeness.probabilityOf('confirm')), told: told.text, open: open.text };
}

/** "…, rekan-rekan unit lain juga": a clause without a predicate of its own says the same once more of somebody or something else. */
function isSameAgain(clause: string): boolean {
  const words = clause.trim().split(/\s+/);
  if (words.length > MOST_AGAIN || !/^(?:juga|pun|too)$/iu.test(words.at(-1) ?? '')) return false;
  return ![TROUBLE, PROBLEM, WRONG, STILL].some((pattern) => pattern.test(clause));
}

function oddsOf(probability: number): number {
  const sure = Math.exp(-MOST_ODDS);
  const odds = Math.log(Math.max(probability, sure) / Math.max(1 - probability, sure));
  return Math.max(-MOST_ODDS, Math.min(MOST_ODDS, odds));
}
