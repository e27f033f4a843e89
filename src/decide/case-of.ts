/** The case of a stored ticket: what stands of it now, for the next step. */
import type { Case } from './case.ts';
import { findIncident, findService, findVariant } from './catalogue.ts';
import { FILED_LATE, requirementsByKey } from './filing.ts';
import { marksOf, withholds } from './letters/index.ts';
import { unseenPapers } from './paper-to-see.ts';
import type { Situation } from './situation.ts';
import type { TicketState } from '../ticket/ticket.ts';
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
    missing: requirementsByKey(state.missing, variant, rulebook),
    paperFaults: state.paperFaults,
    isPaperWithheld: withholds(rulebook.settings, [...(view.original?.marks ?? []), ...marksOf(it.papers)]),
    isSignatureUnseen: unseenPapers(view.papers, variant).length > 0,
    verdict: state.verdict,
    superior: view.superior,
    superiors: view.superiors.filter(({ id }) => !state.declinedBy.includes(id)),
    selfQualified: view.superior !== null && view.superior.id === view.requester.id,
    approval: approvalOf(state.approval?.answer),
    approvedBy: state.approvedBy,
    stepsGiven: stepsGiven(state),
    isLate: state.missing.includes(FILED_LATE),
    // A ticket that has got past its first step has been let pass already.
    deskReleased: state.approval?.answer === 'given',
    at: it.mail.receivedAt,
    ...changes,
  };
}

/** A step that was refused is asked again. */
export function stepsGiven({ approval }: TicketState): number {
  if (approval === null || approval.answer === 'void') return 0;
  return approval.answer === 'given' ? approval.step : approval.step - 1;
}

function approvalOf(answer: NonNullable<TicketState['approval']>['answer'] | undefined): Case['approval'] {
  if (answer === 'given') return 'given';
  return answer === 'asked' ? 'asked' : 'none';
}
