/**
 * The judge of plain approvals (reply-yes-judge.ts) where it may speak: a strong yes with no obstacle but words that the rule files do not know.
 * It counts as a weak yes, so that the approver is told at once and can take it back, and sensitive requests are asked back all the same.
 * Numbers, days, other people and verbs of waiting or asking are asked back whatever it says. It also warns of a yes that the grammar takes
 * for plain.
 */
import type { Rulebook } from '../rulebook/rulebook.ts';
import { plainly, type Mentions } from './reply-mentions.ts';
import { judgeBeside, type JudgeContext, type JudgedPart } from './reply-yes-judge.ts';
import { wordSet } from './reply-words.ts';

/** Chosen on examples kept aside, fold by fold and writer by writer. */
export const HARMLESS = { withYes: 0.05, apart: 0.2 } as const;
export const PLAINLY_HARMFUL = 0.98;

export interface Beside {
  /** Every strange word stands in clauses that are harmless. */
  readonly harmless: boolean;
  /** The words beside the yes that were judged, or the clause that is plainly more than a yes. */
  readonly words: string;
  readonly harmful: string | null;
}

const SELF = new Set(['saya', 'kami', 'i', 'we', 'aku']);
const askingBack = new WeakMap<Rulebook, ReadonlySet<string>>();

/** @returns null where there is nothing to learn from */
export function besideYes(mentions: Mentions, context: JudgeContext): Beside | null {
  const parts = judgeBeside(mentions, context);
  if (parts === null) return null;
  const strange = parts.filter((part) => part.strange > 0);
  const worst = parts.toSorted((a, b) => b.harm - a.harm)[0];
  return {
    harmless: isFree(mentions, parts, context) && strange.every(isHarmless),
    words: strange.map((part) => wordsOf(mentions, part)).join(' … '),
    harmful: worst && worst.harm > PLAINLY_HARMFUL ? wordsOf(mentions, worst) : null,
  };
}

function isHarmless({ harm, place }: JudgedPart): boolean {
  return harm < (place === 'in' ? HARMLESS.withYes : HARMLESS.apart);
}

function wordsOf({ words: { words, text } }: Mentions, { loose }: JudgedPart): string {
  return text.slice(words[loose[0] ?? 0]?.start ?? 0, words[loose.at(-1) ?? 0]?.end ?? 0).replace(/\s+/g, ' ');
}

/** No word that is asked back always, no number, and nobody else before the yes ("Suryadi menyetujui"). */
function isFree(mentions: Mentions, parts: readonly JudgedPart[], { rulebook, isKnown }: JudgeContext): boolean {
  const { words } = mentions.words;
  const never = askingBack.get(rulebook) ?? wordSet((rulebook.replies['asks-back'] ?? []).join(' '));
  askingBack.set(rulebook, never);
  const loose = parts.flatMap((part) => part.loose).map((at) => words[at]?.form ?? '');
  if (loose.some((form) => !isKnown(form) && (never.has(form) || /\d/.test(form) || form.length === 1))) return false;
  return plainly(mentions, 'approve-strong').every((yes) => {
    const before = parts.find((part) => part.place === 'in' && part.strange > 0 && (part.loose[0] ?? 0) < yes.first);
    if (before === undefined || words[before.loose[0] ?? 0]?.clause !== words[yes.first]?.clause) return true;
    return words.slice(Math.max(0, yes.first - 1), yes.last + 1).some((word) => SELF.has(word.form));
  });
}
