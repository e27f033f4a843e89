/**
 * A report of done work in words that the grammar does not know ("Akun dibuat, kredensial diserahkan ke Bu Euis"): each clause is judged by
 * itself (clause-judge.ts), the whole by what it is like (likeness.ts). The worst clause and the one that reports the work most plainly count, so
 * that what is done in many words does not outweigh what is open in one; and no word of waiting, failing or planning may stand in it.
 */
import type { Rulebook } from '../../../rulebook/rulebook.ts';
import { replyBody } from '../body.ts';
import { likenessOf } from '../likeness.ts';
import { onlyPrepares } from './done-deed.ts';
import { takeLabel } from './label.ts';
import { wordSet } from '../words.ts';
import { judgeClauses, type Lesson } from '../clause-judge.ts';

export interface WorkJudgement {
  /** Logarithm of the odds that all of it is done; 0 is as likely as not. */
  readonly odds: number;
  /** The clause that reports it most plainly. */
  readonly told: string;
  /** The clause that is most likely open. */
  readonly open: string;
}

const OF_TEAMS: Lesson = {
  role: 'rft',
  names: { open: 'workopen', done: 'workdone' },
  done: 'resolve',
  neither: [],
  margin: { cost: 0.3, steepness: 2.5 },
  plain: (example, _says, rulebook) => takeLabel(replyBody(example, rulebook).text, rulebook).rest,
};
/** "17 Nov" and "Ok silakan" report nothing: so many words that are no more than politeness or a go-ahead, or one and that it is done. */
const FEWEST_WORDS = 2;
const WORD = /\p{L}{4,}/gu;
const POLITE = ['beside-courtesy', 'beside-particles', 'beside-haste', 'approve-weak'];

interface Lists {
  readonly polite: ReadonlySet<string>;
  readonly done: ReadonlySet<string>;
}

const lists = new WeakMap<Rulebook['replies'], Lists>();
/** Each of the three says so much at most. */
const MOST_ODDS = 6;

/** @returns null where the rules hold too few examples, or nothing was written */
export function judgedWork(text: string, rulebook: Rulebook): WorkJudgement | null {
  const clauses = judgeClauses(text, rulebook, OF_TEAMS);
  const likeness = likenessOf(text, 'rft', rulebook);
  const told = clauses
    ?.filter(({ text: one }) => saysSomething(one, rulebook) && !onlyPrepares(one, rulebook))
    .toSorted((a, b) => b.done - a.done)[0];
  const open = clauses?.toSorted((a, b) => b.open - a.open)[0];
  if (likeness === null || !told || !open) return null;
  const alike = oddsOf(likeness.probabilityOf('resolve'));
  return { odds: told.done - open.open + alike, told: told.text, open: open.text };
}

function oddsOf(probability: number): number {
  const sure = Math.exp(-MOST_ODDS);
  const odds = Math.log(Math.max(probability, sure) / Math.max(1 - probability, sure));
  return Math.max(-MOST_ODDS, Math.min(MOST_ODDS, odds));
}

function saysSomething(text: string, { replies }: Rulebook): boolean {
  const { polite, done } = listsOf(replies);
  const told = (text.toLowerCase().match(WORD) ?? []).filter((word) => !polite.has(word));
  const says = told.filter((word) => !done.has(word)).length;
  return says >= FEWEST_WORDS || (says > 0 && told.length > says);
}

function listsOf(replies: Rulebook['replies']): Lists {
  const known = lists.get(replies);
  if (known) return known;
  const polite = POLITE.flatMap((list) => replies[list] ?? []);
  const done = wordSet((replies['clause-done'] ?? []).join(' '));
  const made = { polite: new Set([...wordSet(polite.join(' '))].filter((word) => !done.has(word))), done };
  lists.set(replies, made);
  return made;
}
