/** Mails that no program can read: a person does. One of our domains that belongs to no ticket gets a number at once. */
import type { MessageProblem } from '../parse/message.ts';
import type { DeskReason } from '../ticket/event.ts';
import type { Wish } from '../understand/reading.ts';
import type { Party } from './office.ts';
import { planWish, type Plan } from './plan.ts';
import type { Situation } from './situation.ts';

const ENCRYPTED: readonly MessageProblem[] = ['encrypted-smime', 'encrypted-pgp'];
const OVER_LIMIT: readonly MessageProblem[] = ['too-large', 'header-too-long', 'too-many-parts', 'too-deep'];

export function isUnreadable(it: Situation): boolean {
  return it.failure !== null || hasOneOf(it, [...ENCRYPTED, ...OVER_LIMIT]);
}

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
  if (it.failure === 'poison') return 'poison';
  if (hasOneOf(it, ENCRYPTED)) return 'encrypted';
  return it.failure === 'too-large' || hasOneOf(it, OVER_LIMIT) ? 'over-limit' : 'unreadable';
}

function hasOneOf({ message }: Situation, problems: readonly MessageProblem[]): boolean {
  return problems.some((problem) => message?.problems.includes(problem));
}
