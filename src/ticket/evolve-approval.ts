/** What is known of an approval after an event: who is asked, who else, what they answered. Part of the fold in evolve.ts. */
import type { EpochMs } from '../shared/time.ts';
import type { TicketEvent } from './event.ts';
import type { Facts, TicketState } from './ticket.ts';

type EventOf<Type extends TicketEvent['type']> = Extract<TicketEvent, { readonly type: Type }>;
type Change = Partial<Facts>;

/** Somebody else asked in the same step joins those asked before: the first answer of any of them counts. */
export function askedAfter({ approval }: TicketState, event: EventOf<'ApprovalAsked'>): Facts['approval'] {
  const { approver, step, shown } = event;
  const open = approval?.answer === 'asked' && approval.step === step ? approval : null;
  const askedAgain = askedAgainAfter(approval, event);
  const asked = { approver, step, shown, answer: 'asked', ...(askedAgain.length > 0 && { askedAgain }) } as const;
  if (open === null || open.approver === approver) return asked;
  const others = [...(open.others ?? []), open.approver].filter((one) => one !== approver);
  const { askedBack, away } = open;
  return { ...asked, others, ...(askedBack && { askedBack }), ...(away && { away }) };
}

/** Another step while the one before is open: the question is put anew. */
function askedAgainAfter(before: Facts['approval'], { step, at }: EventOf<'ApprovalAsked'>): readonly EpochMs[] {
  if (before?.answer !== 'asked') return [];
  const { askedAgain = [] } = before;
  return before.step === step ? askedAgain : [...askedAgain, at];
}

/** An answer counts for the question that is open; one from somebody who was not asked changes nothing. */
export function answeredAfter(
  state: TicketState,
  event: EventOf<'ApprovalGiven' | 'ApprovalRefused' | 'ApproverDeclined'>,
): Change {
  const { approval } = state;
  if (!approval || ![approval.approver, ...(approval.others ?? [])].includes(event.approver)) return {};
  const isGiven = event.type === 'ApprovalGiven';
  const { step, shown } = approval;
  // A word taken back is no approval any more.
  const before = approval.answer === 'given' ? state.approvedBy.slice(0, -1) : state.approvedBy;
  return {
    approval: { approver: event.approver, step, shown, answer: isGiven ? 'given' : 'refused' },
    approvedBy: isGiven ? [...before, event.approver] : before,
    ...(event.type === 'ApproverDeclined' && { declinedBy: [...state.declinedBy, event.approver] }),
  };
}

export function remarkAfter(
  { approval }: TicketState,
  event: EventOf<'ApprovalVoided' | 'ApprovalStated' | 'ApproverAway'>,
): Change {
  if (approval === null) return {};
  if (event.type === 'ApprovalVoided') return { approval: { ...approval, answer: 'void' }, approvedBy: [] };
  if (event.type === 'ApprovalStated')
    return {
      approval: {
        ...approval,
        askedBack: [...(approval.askedBack ?? []), event.writer],
        ...(event.until !== undefined && { until: event.until }),
      },
    };
  return { approval: { ...approval, away: [...(approval.away ?? []), event.approver] } };
}
