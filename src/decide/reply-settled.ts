/**
 * An approver's words when nothing is asked of him: a second yes, an answer after the end, a change of mind. A yes can be taken back until
 * somebody has begun to work on it; then a no, also of a second superior who was asked, is an objection: the work rests for the desk.
 */
import type { TicketEvent } from '../ticket/event.ts';
import { mayStillApprove } from './approvers.ts';
import { askAgain } from './ask-back.ts';
import { approverOver, requesterRefused, teamStop, type TeamStop } from './letters/index.ts';
import type { Letter } from './letter.ts';
import { teamOf } from './office.ts';
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
import { objectionTo, resumeAfterObjection } from './reply-superior.ts';
import { teamParty, type TicketView } from './ticket-view.ts';

const NOT_BEGUN = ['triage', 'assigned'];
/** The one word that our receipt offers. */
const TAKEN_BACK = /^\W*(?:di|mem)?batal(?:kan|kan saja|kan dulu)?\b/i;
/** What may stand before it in an answer to a receipt: manners, and which of several is meant. */
const LEADS_IN =
  /^\W*(?:(?:maaf|mohon|tolong|eh|pak|bu|mas|mbak|yang|untuk|nomor|no|tiket|semua(?:nya)?|dan|[a-z]{2,3}-\d{6}-\d{4,9}(?:-\d)?|\d{1,2})\b\W*)+/i;
const RECEIPTS: readonly (string | undefined)[] = ['approver.receipt', 'approver.receipts'];

export function onSettled(reply: Reply): ReplyOutcome {
  const { state } = reply.view;
  const { intent } = reply.read;
  if (state.status === 'cancelled' || (state.status === 'rejected' && intent === 'approve')) return isOver(reply);
  if (state.approval?.answer === 'given' && state.approval.approver === reply.sender.id && changesHisMind(reply))
    return takeBack(reply);
  if (intent === 'approve')
    return (
      resumeAfterObjection(reply) ?? outcome('The approval had been settled already.', { events: [noteAdded(reply)] })
    );
  return objection(reply) ?? handToDesk(reply, 'The approver wrote again after his answer; the desk reads it.');
}

/** Only while he holds the post for which he was asked. */
function objection(reply: Reply): ReplyOutcome | null {
  const at = { office: reply.it.office, now: reply.it.mail.receivedAt };
  return mayStillApprove(reply.sender, reply.view, at) ? objectionTo(reply) : null;
}

/** The request has ended without him: he is told so once, and how to go on. */
function isOver(reply: Reply): ReplyOutcome {
  const events = [noteAdded(reply)];
  if (!answersOwnLetter(reply) || reply.binding.letter?.template === 'approver.over')
    return outcome('The approver wrote on a request that has ended; kept.', { events });
  return outcome('The approver answered after the request had ended; he is told.', {
    events,
    letters: [
      approverOver(letterContext(reply, after(reply, events)), reply.sender, reply.view.state.status === 'rejected'),
    ],
  });
}

function changesHisMind({ read, binding }: Reply): boolean {
  if (read.intent === 'reject' || read.intent === 'object' || read.unclear === 'deferral') return true;
  return RECEIPTS.includes(binding.letter?.template) && isTakenBack({ read, binding });
}

/** True where he says so of this ticket: of several, in the piece that is about it. */
export function isTakenBack({ read, binding }: Pick<Reply, 'read' | 'binding'>): boolean {
  if (!RECEIPTS.includes(binding.letter?.template)) return TAKEN_BACK.test(read.newText);
  const said = binding.letter?.template === 'approver.receipts' ? (read.note ?? read.newText) : read.newText;
  return TAKEN_BACK.test(said.replace(LEADS_IN, ''));
}

function takeBack(reply: Reply): ReplyOutcome {
  const { view, it } = reply;
  const counts = answersOwnLetter(reply) && wordCounts(reply) && !it.message?.sender;
  if (!counts || !NOT_BEGUN.includes(view.state.status) || view.state.takenBy !== null)
    return (
      objection(reply) ??
      handToDesk(
        reply,
        'The approver takes his word back, but the work is done or the mail is not sure; the desk settles it.',
      )
    );
  const isPlainNo = reply.read.intent === 'reject' && !isTakenBack(reply);
  return isPlainNo ? refuseAfterAll(reply) : waitAgain(reply);
}

function refuseAfterAll(reply: Reply): ReplyOutcome {
  const { it, read, sender } = reply;
  const at = it.mail.receivedAt;
  const events: readonly TicketEvent[] = [
    { v: 1, at, type: 'ApprovalRefused', approver: sender.id, mail: it.mail.id },
    { v: 1, at, type: 'Rejected', mail: it.mail.id, how: 'approver' },
  ];
  const view = after(reply, events);
  return outcome('The approver refuses after all, before work has begun.', {
    events,
    letters: [
      requesterRefused({ ...letterContext(reply, view), approver: sender }, read.note ?? read.newText),
      ...stopTeam(reply, view, 'withdrawn'),
    ],
  });
}

function waitAgain(reply: Reply): ReplyOutcome {
  const again = askAgain(
    reply,
    'withdrawn',
    'The approver takes his yes back before work has begun; it waits for him again.',
  );
  return { ...again, letters: [...again.letters, ...stopTeam(reply, after(reply, again.events), 'asked-again')] };
}

function stopTeam(reply: Reply, view: TicketView, why: TeamStop): readonly Letter[] {
  const team = teamOf(reply.it.office, view.state.team);
  if (team === null) return [];
  const parts = { why, who: reply.sender, words: '' };
  return [teamStop(letterContext(reply, view), teamParty(team, reply.it.office), parts)];
}
