/** The case of a stored ticket: what stands of it now, for the next step. */
import type { Requirement } from '../rulebook/rulebook.ts';
import type { Case } from './case.ts';
import { findIncident, findService, findVariant } from './catalogue.ts';
import type { Situation } from './situation.ts';
import type { TicketView } from './ticket-view.ts';

export function caseOf(view: TicketView, it: Situation, changes: Partial<Case> = {}): Case {
  const { state } = view;
  const { rulebook } = it.office;
  const variant = findVariant(rulebook, state.variant);
  return {
    kind: state.kind,
    requester: view.requester,
    grade: state.grade,
    service: findService(rulebook, state.service),
    variant,
    incident: findIncident(rulebook, state.incident),
    confidence: state.confidence,
    guesses: view.guesses,
    facts: view.facts,
    missing: requirementsByKey(variant?.requirements ?? [], state.missing),
    verdict: state.verdict,
    superior: view.superior,
    selfQualified: view.superior !== null && view.superior.id === view.requester.id,
    approval: approvalOf(state.approval?.answer),
    isLate: false,
    // A ticket that has got past its first step has been let pass already.
    deskReleased: state.approval?.answer === 'given',
    at: it.mail.receivedAt,
    ...changes,
  };
}

function requirementsByKey(requirements: readonly Requirement[], keys: readonly string[]): readonly Requirement[] {
  return requirements.filter((requirement) => keys.includes(requirement.key));
}

function approvalOf(answer: 'asked' | 'given' | 'refused' | undefined): Case['approval'] {
  if (answer === 'given') return 'given';
  return answer === 'asked' ? 'asked' : 'none';
}
