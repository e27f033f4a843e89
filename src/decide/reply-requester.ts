/** The requester's reply: what was missing, a word on the result, a question, or something new. By the ticket's status, as a table. */
import type { TicketEvent } from '../ticket/event.ts';
import { PENDING } from '../ticket/lifecycle.ts';
import type { TicketStatus } from '../ticket/ticket.ts';
import type { Facts, ReplyReading } from '../understand/reading.ts';
import type { Letter } from './letter.ts';
import { deskTriage, marksOf, requesterClosed, teamMessage, teamNews, withholds } from './letters/index.ts';
import { deskOf, teamOf } from './office.ts';
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
import { statement } from './ask-back.ts';
import { factsBeside } from './event-put-right.ts';
import { changeWhileAsked } from './requester-change.ts';
import { besideAnswer, both, isAskedByTeam, isOtherThroughout, partOf } from './reply-beside.ts';
import { openBeside, openComplaint, openNew } from './requester-new.ts';
import { doubtedToDesk, onNumberAtDesk } from './number-at-desk.ts';
import { onPutRight, withDayAsked } from './requester-day.ts';
import { onNumberPutRight } from './requester-number.ts';
import { doneAndMore, isThanksOnly, onResult, questionAnswered } from './requester-result.ts';
import { bringsOtherPapers, supply } from './requester-supply.ts';
import { onOwnList } from './reply-several.ts';
import { statusLetter } from './status-letter.ts';
import { asksFor } from '../understand/replies/requester/second-wish.ts';
import { closesPlainly, thanksAlone } from '../understand/replies/requester/told-by-him.ts';
import { wordRows, wordsAfter } from './supplied-words.ts';
import { teamParty, TEXT } from './ticket-view.ts';

const ANOTHER = 'Asks for something else: a new ticket.';

export function onRequesterReply(reply: Reply): ReplyOutcome {
  const counts = wordCounts(reply) || answersOwnLetter(reply);
  const done = byWords(reply, counts);
  return counts ? withDayAsked(reply, done) : done;
}

function byWords(reply: Reply, counts: boolean): ReplyOutcome {
  const { read, view } = reply;
  const status = view.state.status;
  const answered = counts ? answeredAndMore(reply) : null;
  if (answered !== null) return answered;
  if (read.intent === 'status')
    return counts && isQuestion(reply) ? both(tellTeam(reply), asksState(reply)) : asksState(reply);
  if (!counts) return doubtedToDesk(reply, 'Nothing shows that the requester wrote it; the desk reads it.');
  const helped = questionAnswered(reply);
  if (helped !== null) return helped;
  const moved = besideAnswer(reply) === null ? onPutRight(reply) : null;
  if (moved !== null) return moved;
  const ofSeveral = ABOUT_ONE.includes(read.intent) ? onOwnList(reply) : null;
  if (ofSeveral !== null) return ofSeveral;
  const more = read.intent === 'new-request' ? doneAndMore(reply) : null;
  if (more !== null) return more;
  if (read.intent === 'new-request' && (status !== 'incomplete' || read.confidence >= PLAINLY))
    return openNew(reply, ANOTHER);
  const complaint = complains(reply) ? openComplaint(reply) : null;
  if (complaint !== null) return complaint;
  const recounted = onNumberAtDesk(reply) ?? onNumberPutRight(reply);
  if (recounted !== null) return recounted;
  if (read.intent === 'thanks' && WORD_AWAITED.includes(status) && isThanksOnly(read.newText))
    return outcome('Thanks; kept.', { events: [noteAdded(reply)] });
  return byStatus(reply);
}

function byStatus(reply: Reply): ReplyOutcome {
  const { read, view } = reply;
  const { status } = view.state;
  switch (status) {
    case 'incomplete':
      return read.intent === 'cancel' || closesUndone(reply) ? cancel(reply) : supply(reply);
    case 'awaiting-approval':
      return read.intent === 'cancel' || closesUndone(reply) ? cancel(reply) : whileAsked(reply);
    case 'triage':
    case 'assigned':
    case 'on-hold':
      if (read.intent === 'cancel' || closesUndone(reply)) return withdraw(reply);
      if (status === 'triage' && bringsOtherPapers(reply)) return supply(reply);
      return tellTeam(reply);
    case 'resolved':
    case 'closed':
      return onResult(reply);
    case 'rejected':
    case 'cancelled':
      return handToDesk(reply, 'The requester wrote on a ticket that has ended; the desk reads it.');
  }
}

/** "Masih bingung, langkah kedua di mana?": whoever is to answer him has it as well. */
function isQuestion({ view: { state } }: Reply): boolean {
  return state.kind === 'question' && state.status === 'triage';
}

function asksState({ it, source }: Reply): ReplyOutcome {
  return outcome('Asks for the state.', { letters: statusLetter(it, source) });
}

function answeredAndMore(reply: Reply): ReplyOutcome | null {
  if (isAskedByTeam(reply)) return answeredTeam(reply);
  return reply.view.state.status === 'incomplete' ? suppliedAndMore(reply) : null;
}

/** What was missing has come, and beside it stands a wish for something else. Null where it is not plainly both. */
function suppliedAndMore(reply: Reply): ReplyOutcome | null {
  const { intent, confidence } = reply.read;
  if (intent === 'cancel' || intent === 'status' || closesUndone(reply)) return null;
  const beside = besideAnswer(reply);
  const isAnother = intent === 'new-request' && confidence >= PLAINLY;
  if (beside === null || !(beside.isOther || isAnother)) return null;
  const supplied = supply(partOf(reply, beside.before));
  const isSupplied = supplied.events.some(({ type }) => type === 'RequirementsChecked');
  if (isSupplied) return both(supplied, openBeside(reply, beside.wish));
  return isAnother ? openBeside(reply, beside.wish) : null;
}

/**
 * The team's question is answered, and something stands beside the answer: the team has all of his words and goes on. Null where he says
 * nothing else than any other reply may say.
 */
function answeredTeam(reply: Reply): ReplyOutcome | null {
  const { read, binding } = reply;
  const beside = besideAnswer(reply);
  const isMore = beside !== null || /[.!?\n,]\s*\S/u.test(read.newText.trim());
  // To the question itself he may answer and ask in one breath.
  const answers = isMore || binding.letter !== null;
  switch (read.intent) {
    case 'new-request': {
      if (beside !== null) return both(tellTeam(reply), openBeside(reply, beside.wish));
      // The team has the words of what is hardly a wish of its own ("tolong secepatnya ya").
      if (!asksFor(read.newText) || (answers && !isOtherThroughout(reply))) return tellTeam(reply);
      return answers ? both(tellTeam(reply), openNew(reply, ANOTHER)) : null;
    }
    case 'complaint': {
      const complaint = openComplaint(reply);
      return complaint === null ? tellTeam(reply) : both(tellTeam(reply), complaint);
    }
    case 'status':
      return isMore ? both(tellTeam(reply), asksState(reply)) : null;
    case 'thanks':
      return thanksAlone(read.newText) ? null : tellTeam(reply);
    case 'cancel':
      return null;
    default:
      return beside?.isOther ? both(tellTeam(reply), openBeside(reply, beside.wish)) : null;
  }
}

/** What is said of tickets that there are: neither another wish nor a complaint. */
const ABOUT_ONE: readonly ReplyReading['intent'][] = ['supply', 'cancel', 'unclear', 'confirm', 'reopen'];

/** "Tutup saja" before anything is done: he does not want it any more. */
function closesUndone({ read }: Reply): boolean {
  return read.intent === 'confirm' && closesPlainly(read.newText);
}

/** Nobody has to read thanks for work that is still to be done. */
const WORD_AWAITED: readonly TicketStatus[] = PENDING;

function whileAsked(reply: Reply): ReplyOutcome {
  if (saysApproved(reply)) {
    const says = "Somebody else's word on the approval does not count; the approver is asked for one word.";
    const stated = statement(reply, 'forwarded', says);
    // He believes that all is said: he hears whose own word is waited for.
    const ownTickets = reply.it.ownTickets.filter(({ number }) => number === reply.view.number);
    return { ...stated, letters: [...stated.letters, ...statusLetter({ ...reply.it, ownTickets }, reply.source)] };
  }
  return CHANGES.includes(reply.read.intent)
    ? changeWhileAsked(reply)
    : handToDesk(reply, 'The requester wrote while the approval is open; the desk reads it.');
}

/** Nothing is done yet that could be opened again: whoever wants it otherwise says what he wants. */
const CHANGES: readonly ReplyReading['intent'][] = ['supply', 'reopen'];

/** While something is missing, what only looks like another wish is the answer to our question. */
const PLAINLY = 0.8;

/** While something is missing, whoever sends it may grumble. */
function complains({ read, view, it }: Reply): boolean {
  if (read.intent !== 'complaint') return false;
  return view.state.status !== 'incomplete' || (it.message?.attachments.length ?? 0) === 0;
}

function cancel(reply: Reply): ReplyOutcome {
  const cancelled: TicketEvent = {
    v: 1,
    at: reply.it.mail.receivedAt,
    type: 'Cancelled',
    mail: reply.it.mail.id,
    how: 'requester',
  };
  return outcome('Withdrawn by the requester.', {
    events: [cancelled],
    letters: [requesterClosed(letterContext(reply, after(reply, [cancelled])), 'cancelled')],
  });
}

/** While somebody has it in hand, he hears at once that it is no longer wanted. */
function withdraw(reply: Reply): ReplyOutcome {
  const { it, view } = reply;
  const cancelled: TicketEvent = {
    v: 1,
    at: it.mail.receivedAt,
    type: 'Cancelled',
    mail: it.mail.id,
    how: 'requester',
  };
  const context = letterContext(reply, after(reply, [cancelled]));
  const team = teamOf(it.office, view.state.team) ?? deskOf(it.office);
  return outcome('Withdrawn by the requester; whoever has it in hand is told.', {
    events: [cancelled],
    letters: [
      requesterClosed(context, 'cancelled'),
      teamNews(context, teamParty(team, it.office), 'cancelled', { answers: null }),
    ],
  });
}

/** An answer to the team's question ends the wait. */
function tellTeam(reply: Reply): ReplyOutcome {
  const { it, view } = reply;
  const isAnswer = isAskedByTeam(reply);
  const resumed: readonly TicketEvent[] = isAnswer
    ? [{ v: 1, at: it.mail.receivedAt, type: 'Resumed', mail: it.mail.id }]
    : [];
  const events = [noteAdded(reply), ...resumed];
  const team = teamOf(it.office, view.state.team) ?? deskOf(it.office);
  const facts = view.state.kind === 'request' ? factsBeside(reply) : view.facts;
  const context = letterContext(reply, { ...after(reply, events), facts });
  return outcome('More words of the requester; the team has them.', {
    events,
    texts: keptOf(reply, facts),
    letters: [
      teamMessage(context, teamParty(team, it.office), {
        isApproved: view.state.approval?.answer === 'given',
        isAnswer,
      }),
      ...withheldForDesk(reply, context),
    ],
  });
}

/** Whoever gets the ticket next has his later words, too. What a fault is judged by is what was reported. */
function keptOf(reply: Reply, facts: Facts): ReplyOutcome['texts'] {
  const { view } = reply;
  if (view.state.kind !== 'request') return [];
  return [...wordRows({ ownText: wordsAfter(reply) }, view), { name: TEXT.facts, text: JSON.stringify(facts) }];
}

/** What the team does not get before it has been seen. */
function withheldForDesk({ it, read }: Reply, context: ReturnType<typeof letterContext>): readonly Letter[] {
  const { settings } = it.office.rulebook;
  return withholds(settings, marksOf(it.papers))
    ? [deskTriage({ ...context, original: context.source, deskReason: 'paper-withheld' }, { said: read.newText })]
    : [];
}

/** True when the mail, quotes included, carries a yes: forwarded or reported, but not given by the approver to us. */
function saysApproved(reply: Reply): boolean {
  return (
    reply.it.readAs('approver').intent === 'approve' ||
    /\b(setuju|disetujui|menyetujui|acc)\b/i.test(reply.it.reading?.ownText ?? '')
  );
}
