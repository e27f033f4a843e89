/**
 * Somebody who is neither asked nor at work on it: what he writes is kept, and read by a person where it may matter. He learns nothing. A
 * superior who would do as well, or the acting official of the one asked, gets a letter of his own: his yes counts when he answers that.
 */
import type { TicketEvent } from '../ticket/event.ts';
import { localDate } from '../shared/time.ts';
import { ENDED } from '../ticket/lifecycle.ts';
import { otherSuperiors } from './approvers.ts';
import { findVariant } from './catalogue.ts';
import { approverAskWord, shownOf } from './letters/index.ts';
import { isSamePerson } from './office.ts';
import { after, handToDesk, letterContext, mayDo, noteAdded, outcome, type Reply, type ReplyOutcome } from './reply.ts';
import { contextOf } from './ticket-view.ts';

export function onParticipantReply(reply: Reply): ReplyOutcome {
  if (ENDED.some((status) => status === reply.view.state.status))
    return outcome('A participant wrote on a ticket that has ended; kept.', { events: [noteAdded(reply)] });
  if (wouldDo(reply)) return askHimself(reply);
  return handToDesk(reply, 'A participant wrote who has no say in this step; the desk reads it.');
}

/** By the register, today; where the rule asks the nearest alone, nobody else would. */
function wouldDo({ it, view, sender, read }: Reply): boolean {
  const { state } = view;
  const variant = findVariant(it.office.rulebook, state.variant);
  if (state.status !== 'awaiting-approval' || variant?.chain || variant?.approval?.ask === 'nearest') return false;
  const saysYes = it.readAs('approver').intent === 'approve' && read.newText !== '';
  if (!saysYes || !mayDo('approve', it.message?.grade ?? 'absent', it.office) || it.message?.sender) return false;
  if (isSamePerson(it.office, sender, state.requester)) return false;
  const on = localDate(it.mail.receivedAt, it.office.zone);
  return otherSuperiors(view, it.office, on).some(({ id }) => id === sender.id);
}

/** He is asked in the same step: whoever of the two answers his own letter first, answers it. */
function askHimself(reply: Reply): ReplyOutcome {
  const { it, view, sender } = reply;
  const step = view.state.approval?.step ?? 1;
  const approver = { ...sender, address: sender.person?.addresses[0] ?? sender.address };
  const shown = shownOf(contextOf(view, it.office, { source: null, now: it.now, approver }));
  const asked: TicketEvent = {
    v: 1,
    at: it.mail.receivedAt,
    type: 'ApprovalAsked',
    approver: approver.id,
    step,
    shown,
  };
  const stated: TicketEvent = {
    v: 1,
    at: it.mail.receivedAt,
    type: 'ApprovalStated',
    writer: sender.id,
    mail: it.mail.id,
  };
  const now = { ...after(reply, [asked, stated]), approver };
  return outcome('Another superior who would do agrees; he is asked for one word of his own.', {
    events: [asked, stated],
    people: [approver],
    letters: [
      approverAskWord(letterContext(reply, now), approver, {
        step,
        why: 'elsewhere',
        said: it.readAs('approver').newText,
      }),
    ],
  });
}
