/**
 * The grammar's reading weighed against what the answer is like (likeness.ts). The grammar counts by how sure it is; where it knows
 * nothing, likeness speaks. What starts, ends or closes work (approve, resolve, confirm) is never said by likeness alone, and not said
 * where likeness is plainly against it.
 */
import type { Rulebook } from '../../rulebook/rulebook.ts';
import { likenessOf, type Likeness } from './likeness.ts';
import type { ReplyIntent, ReplyRole } from '../reading.ts';

export interface FirstOpinion {
  readonly intent: ReplyIntent;
  /** How much the grammar counts, as a logarithm of odds. */
  readonly trust: number;
  /** What the grammar would also believe, though it does not say so by itself. */
  readonly leaning?: ReplyIntent | null;
  /** Where the grammar itself is less sure: below this likeness it is doubted. */
  readonly doubtBelow?: number;
}

export interface SecondOpinion {
  readonly intent: ReplyIntent;
  readonly confidence: number;
  readonly why: string;
}

interface Asked {
  readonly text: string;
  readonly role: ReplyRole;
  readonly rulebook: Rulebook;
  /** What may be said by likeness alone. */
  readonly may: ReadonlySet<ReplyIntent>;
}

/** What does harm where it is not meant, and how unlike its examples an answer must be to be doubted: of those truly meant 1 to 4 in 100. */
const COSTLY: ReadonlyMap<ReplyIntent, number> = new Map([
  ['approve', 0.005],
  ['resolve', 0.05],
  ['confirm', 0.1],
  ['confirm-fulfilment', 0.02],
  ['cancel', 0.05],
]);
/** Nothing is said by likeness below this. */
const ENOUGH = 0.35;
const PLAINLY = 0.8;
const MOST_CONFIDENT = 0.75;
const ENOUGH_FOR_COSTLY: ReadonlyMap<ReplyIntent, number> = new Map([
  ['resolve', 0.8],
  ['confirm', 0.7],
  ['cancel', 0.7],
  ['reject', 0.6],
  // Somebody is written to.
  ['ask-requester', 0.6],
  // It opens a ticket.
  ['new-request', 0.7],
]);

/** @returns null where the first opinion stands */
export function secondOpinion(first: FirstOpinion, asked: Asked): SecondOpinion | null {
  const likeness = likenessOf(asked.text, asked.role, asked.rulebook);
  if (likeness === null) return null;
  if (isDoubted(first, likeness)) return instead(first, likeness, asked.may);
  const best = weighed(first, likeness, asked.may);
  if (best === null || best === first.intent) return null;
  const probability = likeness.probabilityOf(best);
  return probability < (ENOUGH_FOR_COSTLY.get(best) ?? ENOUGH) ? null : said(best, likeness);
}

/** What it is plainly like instead; else a doubt. */
function instead(first: FirstOpinion, likeness: Likeness, may: ReadonlySet<ReplyIntent>): SecondOpinion {
  const [best] = likeness.ranked;
  const plain = best !== undefined && may.has(best.intent) && best.probability >= PLAINLY;
  return plain ? said(best.intent, likeness) : doubtful(first);
}

function said(intent: ReplyIntent, likeness: Likeness): SecondOpinion {
  const confidence = Math.min(MOST_CONFIDENT, Math.round(likeness.probabilityOf(intent) * 100) / 100);
  return { intent, confidence, why: `like other answers: ${likeness.wordsFor(intent)}` };
}

function weighed(first: FirstOpinion, likeness: Likeness, may: ReadonlySet<ReplyIntent>): ReplyIntent | null {
  const open = likeness.ranked.filter(
    ({ intent }) => intent === first.intent || intent === first.leaning || may.has(intent),
  );
  const scored = open.map(({ intent, probability }) => ({
    intent,
    score: Math.log(Math.max(probability, 1e-9)) + (intent === first.intent ? first.trust : 0),
  }));
  return scored.toSorted((a, b) => b.score - a.score)[0]?.intent ?? null;
}

function isDoubted({ intent, doubtBelow }: FirstOpinion, likeness: Likeness): boolean {
  return likeness.probabilityOf(intent) < (doubtBelow ?? COSTLY.get(intent) ?? 0);
}

function doubtful({ intent }: FirstOpinion): SecondOpinion {
  return { intent: 'unclear', confidence: 0.5, why: `other answers that mean "${intent}" are unlike this one` };
}
