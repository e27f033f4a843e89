/** Asking somebody for his yes: the event and the letter, the same for superiors, deputies and officials of a chain. */
import type { TicketEvent } from '../ticket/event.ts';
import type { EpochMs } from '../shared/time.ts';
import { linkAt, type Asking } from './asking.ts';
import { findVariant } from './catalogue.ts';
import type { Letter } from './letter.ts';
import {
  approverChainStep,
  approverPleaseApprove,
  shownOf,
  type AskedBecause,
  type LetterContext,
} from './letters/index.ts';
import type { Office, Party } from './office.ts';
import { contextOf, type TicketView } from './ticket-view.ts';

/** What of a trigger (a mail, a tick) asking needs. */
export interface AskedAt {
  readonly office: Office;
  readonly now: EpochMs;
  readonly mail?: { readonly receivedAt: EpochMs };
}

export function askEvent(view: TicketView, { approver, step }: Asking, it: AskedAt): TicketEvent {
  const context = contextOf(view, it.office, { source: null, now: it.now, approver });
  const ordinal = step ?? (view.state.approval?.step ?? 0) + 1;
  return {
    v: 1,
    at: it.mail?.receivedAt ?? it.now,
    type: 'ApprovalAsked',
    approver: approver.id,
    step: ordinal,
    shown: shownOf({ ...context, asked: { step: ordinal, result: view.result?.note ?? null } }),
  };
}

/** @param view the ticket after the asking */
export function askLetter(
  view: TicketView,
  approver: Party,
  at: { readonly context: LetterContext; readonly office: Office } & AskedBecause,
): Letter {
  const step = view.state.approval?.step ?? 1;
  const context = { ...at.context, approver };
  const chain = findVariant(at.office.rulebook, view.state.variant)?.chain;
  const link = linkAt(chain, step);
  if (!chain || !link) return approverPleaseApprove(context, approver, step, at);
  const isBack = step > chain.onward.length;
  return approverChainStep(context, approver, {
    step,
    of: chain.onward.length + chain.back.length,
    does: link.does,
    result: isBack ? (view.result?.note ?? '') : null,
  });
}
