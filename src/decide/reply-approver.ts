/**
 * The answer of the person asked. It counts only from that address, bound by the letter's token, with the authentication the office
 * asks for, from new text that says so plainly, to what was shown. Anything less asks back or goes to the desk.
 */
import type { TicketEvent } from '../ticket/event.ts';
import { approverAskWord, requesterProgress, requesterRefused, shownOf, type AskWordReason } from './letters/index.ts';
import { nextStep } from './case.ts';
import { caseOf } from './case-of.ts';
import type { Letter } from './letter.ts';
import {
  after,
  answersOwnLetter,
  handToDesk,
  letterContext,
  noteAdded,
  outcome,
  wordCounts,
  type Reply,
  type ReplyOutcome,
} from './reply.ts';
import { stepEvents, stepLetters } from './step.ts';
import { contextOf } from './ticket-view.ts';

export function onApproverReply(reply: Reply): ReplyOutcome {
  const { state } = reply.view;
  if (state.status !== 'awaiting-approval' || state.approval?.answer !== 'asked') {
    return reply.read.intent === 'approve'
      ? outcome('The approval had been settled already.', { events: [noteAdded(reply)] })
      : handToDesk(reply, 'The approver wrote again after his answer; the desk reads it.');
  }
  if (reply.read.intent !== 'approve' && reply.read.intent !== 'reject') {
    return handToDesk(reply, `The approver's answer is not a plain yes or no: ${reply.read.why}`);
  }
  if (!isBound(reply))
    return statement(reply, 'elsewhere', 'The approver answered elsewhere than to our letter; one word is asked.');
  if (reply.it.message?.sender)
    return handToDesk(reply, 'Somebody else sent it in the name of the person asked; the desk reads it.');
  if (!wordCounts(reply)) return handToDesk(reply, 'The answer carries too little authentication to count.');
  return reply.read.intent === 'approve' ? onYes(reply) : onNo(reply);
}

/** A yes that does not count is kept as a statement; the approver is asked for one word. */
export function statement(reply: Reply, why: AskWordReason, says: string): ReplyOutcome {
  const { approval } = reply.view.state;
  const approver = reply.view.superior;
  const wasAsked = reply.binding.letter?.template === 'approver.ask-word';
  if (approval === null || approver === null || wasAsked) return handToDesk(reply, says);
  const at = reply.it.mail.receivedAt;
  const events: readonly TicketEvent[] = [
    { v: 1, at, type: 'ApprovalStated', writer: reply.sender.id, mail: reply.it.mail.id },
  ];
  return outcome(says, {
    events,
    letters: [askWord(reply, why, reply.sender.id === approver.id ? reply.read.newText : '')],
  });
}

function onYes(reply: Reply): ReplyOutcome {
  const { it, view, read } = reply;
  const approval = view.state.approval;
  const letter = reply.binding.letter;
  if (approval === null || letter === null) return handToDesk(reply, 'No approval is open.');
  const context = contextOf(view, it.office, { source: null, now: it.now, approver: view.superior });
  if (letter.shown !== shownOf(context)) return askAgain(reply, shownOf(context));
  if (read.strength === 'weak' && caseOf(view, it).variant?.weakYes !== 'accept') {
    return statement(reply, 'weak', 'A weak yes where the rule asks for a plain one.');
  }
  return proceed(reply);
}

/** The request has changed since it was shown: the yes is void and the new content is shown. */
function askAgain(reply: Reply, shown: string): ReplyOutcome {
  const step = (reply.view.state.approval?.step ?? 0) + 1;
  const at = reply.it.mail.receivedAt;
  const asked: TicketEvent = { v: 1, at, type: 'ApprovalAsked', approver: reply.sender.id, step, shown };
  const view = after(reply, [asked]);
  return outcome('The request has changed since it was shown; the approver is asked anew.', {
    events: [asked],
    letters: [
      approverAskWord(letterContext(reply, view), reply.sender, { step, why: 'changed', said: reply.read.newText }),
    ],
  });
}

function proceed(reply: Reply): ReplyOutcome {
  const { it } = reply;
  const at = it.mail.receivedAt;
  const given: TicketEvent = {
    v: 1,
    at,
    type: 'ApprovalGiven',
    approver: reply.sender.id,
    mail: it.mail.id,
    grade: it.message?.grade ?? 'absent',
  };
  const approved = after(reply, [given]);
  const { step } = nextStep(caseOf(approved, it), it.office);
  const moved = stepEvents(step, approved, it);
  const view = after(reply, [given, ...moved]);
  return outcome('Approved by the person asked.', {
    events: [given, ...moved],
    letters: [
      requesterProgress(letterContext(reply, view), 'approved'),
      ...stepLetters(step, view, { it, source: reply.source, tellSuperior: false }),
    ],
  });
}

function onNo(reply: Reply): ReplyOutcome {
  const { it } = reply;
  const at = it.mail.receivedAt;
  const events: readonly TicketEvent[] = [
    { v: 1, at, type: 'ApprovalRefused', approver: reply.sender.id, mail: it.mail.id },
    { v: 1, at, type: 'Rejected', mail: it.mail.id, how: 'approver' },
  ];
  return outcome('Refused by the person asked.', {
    events,
    letters: [requesterRefused(letterContext(reply, after(reply, events)), reply.read.note ?? reply.read.newText)],
  });
}

function isBound(reply: Reply): boolean {
  const { letter } = reply.binding;
  return answersOwnLetter(reply) && letter !== null && letter.template.startsWith('approver.') && !letter.isVoid;
}

function askWord(reply: Reply, why: AskWordReason, said: string): Letter {
  const { view } = reply;
  const approver = view.superior;
  if (approver === null) throw new Error('a statement needs an approver to ask');
  return approverAskWord(letterContext(reply, view), approver, { step: view.state.approval?.step ?? 1, why, said });
}
