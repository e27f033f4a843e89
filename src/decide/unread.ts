/** The plan for a mail of our domains that no program can read: a number at once, and a person reads it. */
import type { DeskReason } from '../ticket/event.ts';
import type { Wish } from '../understand/reading.ts';
import type { Party } from './office.ts';
import { planWish, type Plan } from './plan.ts';
import type { Situation } from './situation.ts';

export function unreadPlan(it: Situation, sender: Party): Plan {
  const wish: Wish = {
    kind: 'other',
    service: null,
    variant: null,
    confidence: 0,
    alternatives: [],
    facts: {},
    provided: [],
    notAsked: [],
    evidence: [],
    summary: it.message?.subject.slice(0, 120) ?? '',
    incident: null,
  };
  const plan = planWish(wish, it, sender);
  return { ...plan, step: { kind: 'desk', reason: whyUnread(it), complete: false } };
}

function whyUnread(it: Situation): DeskReason {
  const problems = it.message?.problems ?? [];
  if (it.failure === 'poison') return 'poison';
  if (problems.includes('encrypted-smime') || problems.includes('encrypted-pgp')) return 'encrypted';
  const overLimit = ['too-large', 'header-too-long', 'too-many-parts', 'too-deep'] as const;
  return it.failure === 'too-large' || overLimit.some((problem) => problems.includes(problem))
    ? 'over-limit'
    : 'unreadable';
}
