/**
 * What stands of one request at the moment of deciding, whether it has just arrived, been completed or been approved; and the next
 * step, as a table: first match wins.
 */
import type { Facts } from '../understand/reading.ts';
import type { IncidentRoute, Requirement, Service, Variant } from '../rulebook/rulebook.ts';
import type { PersonId, TeamCode } from '../shared/ids.ts';
import type { EpochMs } from '../shared/time.ts';
import type { DeskReason, Grade, SuperiorVerdict, TicketKind } from '../ticket/event.ts';
import { asksConfirmation, nextAsking } from './asking.ts';
import type { Office, Party } from './office.ts';
import type { TraceEntry } from './decision.ts';
import { FILED_LATE } from './filing.ts';

export interface Guess {
  readonly service: string;
  readonly variant: string | null;
  readonly confidence: number;
}

export interface Case {
  readonly kind: TicketKind;
  readonly requester: Party;
  readonly grade: Grade;
  readonly service: Service | null;
  readonly variant: Variant | null;
  readonly incident: IncidentRoute | null;
  readonly confidence: number;
  readonly guesses: readonly Guess[];
  readonly facts: Facts;
  readonly missing: readonly Requirement[];
  /** Of the papers that came along; absent = none. */
  readonly paperFaults?: number;
  /** Its form or a letter bears a signature that only a person can judge; absent = no. */
  readonly isSignatureUnseen?: boolean;
  /** A paper that came along holds what the office wants seen before a team opens it; absent = no. */
  readonly isPaperWithheld?: boolean;
  readonly verdict: SuperiorVerdict;
  /** The superior that decides the verdict, where one was found. */
  readonly superior: Party | null;
  /** All in Cc who qualify, nearest first; absent where only the deciding one is known. */
  readonly superiors?: readonly Party[];
  /** True when the requester holds the rank asked himself. */
  readonly selfQualified: boolean;
  readonly approval: 'none' | 'asked' | 'given';
  /** Who has agreed so far; absent = nobody. */
  readonly approvedBy?: readonly PersonId[];
  /** Steps of a chain of officials that are behind it; absent = none. */
  readonly stepsGiven?: number;
  readonly isLate: boolean;
  /** It says that it goes on with an earlier mail, and may be about any of several tickets; absent = no. */
  readonly continues?: boolean;
  /** True once the desk has looked at it and let it pass. */
  readonly deskReleased: boolean;
  /** Receipt of the mail that brought it to this point. */
  readonly at: EpochMs;
}

export type Step =
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'approval'; readonly approver: Party; readonly step: number | null }
  | { readonly kind: 'desk'; readonly reason: DeskReason; readonly complete: boolean }
  | { readonly kind: 'team'; readonly team: TeamCode };

interface StepRule {
  readonly name: string;
  readonly matches: (it: Case, office: Office) => boolean;
  readonly step: (it: Case, office: Office) => Step;
}

const toDesk =
  (reason: DeskReason, complete = false) =>
  (): Step => ({ kind: 'desk', reason, complete });

/** Read it aloud: this is what happens to a request. */
export const STEP_RULES: readonly StepRule[] = [
  {
    name: 'continues-one-of-several-to-desk',
    matches: (it) => it.continues === true && it.kind !== 'incident' && !it.deskReleased,
    step: toDesk('continues'),
  },
  { name: 'complaint-to-desk', matches: (it) => it.kind === 'complaint', step: toDesk('complaint') },
  { name: 'question-to-desk', matches: (it) => it.kind === 'question', step: toDesk('question') },
  { name: 'unsure-kind-to-desk', matches: (it) => it.kind === 'other', step: toDesk('unsure') },
  {
    name: 'incident-unauthenticated-to-desk',
    matches: (it, office) => it.kind === 'incident' && mustBeSeen(it, office),
    step: toDesk('sender-not-authenticated', true),
  },
  {
    name: 'incident-with-withheld-paper-to-desk',
    matches: (it) => it.kind === 'incident' && it.isPaperWithheld === true && !it.deskReleased,
    step: toDesk('paper-withheld', true),
  },
  {
    name: 'incident-to-team',
    matches: (it) => it.kind === 'incident' && it.incident !== null,
    step: (it) => teamStep(it.incident?.team ?? null),
  },
  { name: 'incident-without-team-to-desk', matches: (it) => it.kind === 'incident', step: toDesk('no-team', true) },
  {
    name: 'outside-catalogue-to-desk',
    matches: (it) => it.variant === null && it.service !== null && it.service.variants.length === 0,
    step: toDesk('outside-catalogue'),
  },
  { name: 'unsure-variant-to-desk', matches: (it) => it.variant === null, step: toDesk('unsure') },
  {
    name: 'suspended-service-to-desk',
    matches: (it, office) => isSuspended(it, office) && !it.deskReleased,
    step: toDesk('service-suspended'),
  },
  {
    name: 'something-missing',
    matches: (it) => it.missing.some(({ key }) => key !== FILED_LATE) || lacksSuperior(it.verdict),
    step: () => ({ kind: 'incomplete' }),
  },
  {
    name: 'papers-differ',
    matches: (it) => (it.paperFaults ?? 0) > 0,
    step: () => ({ kind: 'incomplete' }),
  },
  {
    name: 'superior-not-in-line-to-desk',
    matches: (it) => it.verdict === 'not-in-line' && !it.deskReleased,
    step: toDesk('superior-not-in-line'),
  },
  {
    name: 'superior-unknown-to-desk',
    matches: (it) => it.verdict === 'unknown' && !it.deskReleased,
    step: toDesk('superior-unknown'),
  },
  { name: 'filed-late-to-desk', matches: (it) => it.isLate && !it.deskReleased, step: toDesk('late-filing') },
  {
    name: 'withheld-paper-to-desk',
    matches: (it) => it.isPaperWithheld === true && !it.deskReleased,
    step: (it, office) => ({ kind: 'desk', reason: 'paper-withheld', complete: !needsApproval(it, office) }),
  },
  {
    name: 'unseen-signature-to-desk',
    matches: (it) => it.isSignatureUnseen === true && !it.deskReleased,
    step: (it, office) => ({ kind: 'desk', reason: 'signature-unseen', complete: !needsApproval(it, office) }),
  },
  {
    name: 'unauthenticated-to-desk',
    matches: mustBeSeen,
    step: (it, office) => ({ kind: 'desk', reason: 'sender-not-authenticated', complete: !needsApproval(it, office) }),
  },
  {
    name: 'approval-by-reply',
    matches: needsApproval,
    step: (it, office) => {
      const asking = nextAsking(it, office);
      return asking ? { kind: 'approval', ...asking } : { kind: 'incomplete' };
    },
  },
  { name: 'to-the-team', matches: () => true, step: (it) => teamStep(it.variant?.team ?? it.service?.team ?? null) },
];

/** The next step and the rules tried on the way to it. */
export function nextStep(it: Case, office: Office): { readonly step: Step; readonly trace: readonly TraceEntry[] } {
  const trace: TraceEntry[] = [];
  for (const rule of STEP_RULES) {
    const matched = rule.matches(it, office);
    trace.push({ rule: `step/${rule.name}`, matched, detail: '' });
    if (matched) return { step: rule.step(it, office), trace };
  }
  throw new Error('the last step rule matches everything');
}

/** Verdicts that the requester can mend by putting somebody else in Cc. */
export function lacksSuperior(verdict: SuperiorVerdict): boolean {
  return verdict === 'missing' || verdict === 'too-low' || verdict === 'inactive';
}

/** True while somebody who has to agree has not. */
function needsApproval(it: Case, office: Office): boolean {
  if (nextAsking(it, office) !== null) return true;
  return asksConfirmation(it, office) && !it.selfQualified && !it.variant?.chain && it.approval !== 'given';
}

/** An emergency or a maintenance that the office has switched on. */
function isSuspended({ service }: Case, { rulebook }: Office): boolean {
  return (rulebook.suspensions ?? []).some(({ services }) => services.includes(service?.code ?? ''));
}

/** Mail below the grade asked is seen by the desk before anybody acts on it. */
function mustBeSeen(it: Case, office: Office): boolean {
  if (it.deskReleased || it.grade === 'internal' || it.grade === 'aligned') return false;
  return office.whenAbsent === 'desk' || (it.variant?.sensitive ?? false);
}

function teamStep(team: TeamCode | null): Step {
  return team === null ? { kind: 'desk', reason: 'no-team', complete: true } : { kind: 'team', team };
}
