/**
 * The answer of a person asked. It counts only from that person, bound by his letter's token, with the authentication the office asks
 * for, from new text that says so plainly, to what was shown. Anything less is asked back once, and then read by the desk.
 */
import type { TicketEvent } from '../ticket/event.ts';
import { mayStillApprove } from './approvers.ts';
import { afterYes, officialSaysNo } from './chain-of-officials.ts';
import { askAgain, askBack, challenge, isAnswerToChallenge, statement } from './ask-back.ts';
import { caseOf } from './case-of.ts';
import { declined } from './declined.ts';
import { approverReceipt, deskReplyUnclear, requesterRefused, shownOf } from './letters/index.ts';
import {
  after,
  answersOwnLetter,
  handToDesk,
  letterContext,
  outcome,
  wordCounts,
  type Reply,
  type ReplyOutcome,
} from './reply.ts';
import { onSettled } from './reply-settled.ts';
import { contextOf, type TicketView } from './ticket-view.ts';
import type { Letter } from './letter.ts';
import { wishBesideYes } from '../understand/replies/approver/wish-beside-yes.ts';

export function onApproverReply(reply: Reply): ReplyOutcome {
  const { intent } = reply.read;
  if (!isOpenFor(reply)) return onSettled(reply);
  if (reply.it.message?.sender)
    return askBack(reply, 'secretary', 'Somebody else sent it in the name of the person asked; he is asked himself.');
  if (intent === 'not-me' && (isBound(reply) || wordCounts(reply))) return declined(reply);
  if (intent !== 'approve' && intent !== 'reject') return onUnclear(reply);
  if (!isBound(reply))
    return statement(reply, 'elsewhere', 'The approver answered elsewhere than to our letter; one word is asked.');
  if (!wordCounts(reply) && !isAnswerToChallenge(reply)) return challenge(reply);
  if (!mayStillApprove(reply.sender, reply.view, { office: reply.it.office, now: reply.it.mail.receivedAt }))
    return handToDesk(reply, 'The person asked holds the post no longer; the desk reads it.');
  return intent === 'approve' ? onYes(reply) : onNo(reply);
}

function isOpenFor({ view, sender }: Reply): boolean {
  const { status, approval } = view.state;
  if (status !== 'awaiting-approval' || approval?.answer !== 'asked') return false;
  return [approval.approver, ...(approval.others ?? [])].includes(sender.id);
}

/** Neither yes nor no. A question needs somebody who answers it, so the desk has it at once. */
function onUnclear(reply: Reply): ReplyOutcome {
  const says = `The approver's answer is not a plain yes or no: ${reply.read.why}`;
  if (!isBound(reply) && !wordCounts(reply)) return handToDesk(reply, says);
  const asked = askBack(reply, 'unclear', says);
  if (reply.read.unclear !== 'question' || asked.letters.some(({ template }) => template === 'desk.reply-unclear'))
    return asked;
  const view = after(reply, asked.events);
  const toDesk = deskReplyUnclear(letterContext(reply, view), reply.sender, view.state.status);
  return { ...asked, letters: [...asked.letters, toDesk] };
}

function onYes(reply: Reply): ReplyOutcome {
  const { it, view, read } = reply;
  const { letter } = reply.binding;
  const shown = shownOf(contextOf(view, it.office, { source: null, now: it.now, approver: view.approver }));
  if (letter?.shown !== shown)
    return askAgain(reply, 'changed', 'The request has changed since it was shown; the approver is asked anew.');
  const isWeak = read.strength === 'weak';
  if (isWeak && caseOf(view, it).variant?.weakYes !== 'accept')
    return statement(reply, 'weak', 'A weak yes where the rule asks for a plain one.');
  const given: TicketEvent = {
    v: 1,
    at: it.mail.receivedAt,
    type: 'ApprovalGiven',
    approver: reply.sender.id,
    mail: it.mail.id,
    grade: it.message?.grade ?? 'absent',
  };
  const done = afterYes(reply, given);
  const isMore = wishBesideYes(read.newText) !== null;
  const now = after(reply, done.events);
  const receipt = approverReceipt(letterContext(reply, now), reply.sender, { said: read.newText, isMore });
  return {
    ...done,
    letters: [...(isWeak || isMore ? [receipt] : []), ...done.letters, ...(isMore ? [wishToDesk(reply, now)] : [])],
  };
}

/** Nobody has asked for it and nobody does it until it is a request of its own. */
function wishToDesk(reply: Reply, view: TicketView): Letter {
  return deskReplyUnclear(letterContext(reply, view), reply.sender, view.state.status, { isBesideYes: true });
}

function onNo(reply: Reply): ReplyOutcome {
  const { it } = reply;
  const at = it.mail.receivedAt;
  const refused: TicketEvent = { v: 1, at, type: 'ApprovalRefused', approver: reply.sender.id, mail: it.mail.id };
  const inChain = officialSaysNo(reply, refused);
  if (inChain) return inChain;
  const events: readonly TicketEvent[] = [refused, { v: 1, at, type: 'Rejected', mail: it.mail.id, how: 'approver' }];
  const context = letterContext(reply, after(reply, events));
  return outcome('Refused by the person asked.', {
    events,
    letters: [requesterRefused({ ...context, approver: reply.sender }, reply.read.note ?? reply.read.newText)],
  });
}

function isBound(reply: Reply): boolean {
  const { letter } = reply.binding;
  return answersOwnLetter(reply) && letter !== null && letter.template.startsWith('approver.') && !letter.isVoid;
}
