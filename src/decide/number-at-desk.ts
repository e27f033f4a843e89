/**
 * The requester puts right how many he asks for while the desk has his ticket. Number and variant are as his first mail would have made them;
 * the desk sees both numbers and decides what it was to decide anyway. Whoever may not change a running ticket changes this one no more: the
 * first mail may have been forged by the same hand. The desk has his words with the one that would change it.
 */
import { findVariant } from './catalogue.ts';
import { guessesFor } from './guesses.ts';
import { deskReplyUnclear, deskTriage, requesterProgress, teamMessage, type LetterContext } from './letters/index.ts';
import type { Letter } from './letter.ts';
import { quantityPutRight } from './quantity-put-right.ts';
import { after, letterContext, noteAdded, outcome, type Reply, type ReplyOutcome } from './reply.ts';
import { contextOfDay } from './requester-day.ts';
import { contextAfter, judgedByNumber, rowsOf, saysOf, type Recount } from './requester-number.ts';
import { stepEvents } from './step.ts';
import { deskOf } from './office.ts';
import { fold } from './fold.ts';
import { teamParty, TEXT, type TicketView } from './ticket-view.ts';
import { twinByNumber } from '../understand/twin-by-number.ts';

/** Null where he puts no number right, or the desk does not have it. */
export function onNumberAtDesk(reply: Reply): ReplyOutcome | null {
  const { it, view, read } = reply;
  const quantity = view.state.status === 'triage' && read.intent !== 'cancel' ? quantityPutRight(reply) : null;
  const { rulebook } = it.office;
  const before = findVariant(rulebook, view.state.variant);
  if (quantity === null || before?.chain) return null;
  return stillWithDesk(reply, { quantity, before, variant: twinByNumber(before, quantity, rulebook) });
}

function stillWithDesk(reply: Reply, recount: Recount): ReplyOutcome {
  const { it, view } = reply;
  const { events, ready, people } = judgedByNumber(reply, recount);
  const reason = view.state.deskReason ?? 'unsure';
  // Whatever the number makes missing or void is the desk's to tell, with its word on the rest.
  const back = stepEvents({ kind: 'desk', reason, complete: false }, ready, it);
  const guesses = guessesFor(view.guesses, recount.quantity, it.office.rulebook);
  const final: TicketView = { ...ready, guesses, state: fold(ready.state, back) };
  const context = contextAfter(reply, final, recount.quantity);
  return outcome(saysOf(reply, recount), {
    events: [noteAdded(reply), ...events, ...back],
    texts: [...rowsOf(final), { name: TEXT.guesses, text: JSON.stringify(guesses) }],
    people,
    letters: [requesterProgress(context, 'recounted-at-desk'), toDesk(reply, context)],
  });
}

/** A signature that is to be seen has a letter of its own, which stands. */
function toDesk({ it, view, read }: Reply, context: LetterContext): Letter {
  return context.deskReason === 'signature-unseen'
    ? teamMessage(context, teamParty(deskOf(it.office), it.office))
    : deskTriage({ ...context, ownText: view.ownText }, { said: read.newText });
}

/** Somebody who may not be he: a person reads it, and has the word for a number that it puts right. */
export function doubtedToDesk(reply: Reply, says: string): ReplyOutcome {
  const events = [noteAdded(reply)];
  const view = after(reply, events);
  const quantity = quantityPutRight(reply);
  const told = quantity === null ? letterContext(reply, view) : contextAfter(reply, view, quantity);
  const context = contextOfDay(reply, told);
  return outcome(says, { events, letters: [deskReplyUnclear(context, reply.sender, view.state.status)] });
}
