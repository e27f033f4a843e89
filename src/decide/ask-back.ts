/**
 * Asking the approver for a plain word: once for each question, to the address that the directory knows, by a letter whose token nobody
 * else has. What he had written is kept as a statement; it counts for nothing.
 */
import { USUAL_AUTHENTICATION } from '../rulebook/authentication.ts';
import type { EpochMs } from '../shared/time.ts';
import type { TicketEvent } from '../ticket/event.ts';
import { openingBefore } from '../ticket/service-clock.ts';
import { askLetter } from './ask.ts';
import { findVariant } from './catalogue.ts';
import { approverAskWord, shownOf, type AskWordReason } from './letters/index.ts';
import type { Party } from './office.ts';
import { after, handToDesk, letterContext, outcome, type Reply, type ReplyOutcome } from './reply.ts';
import { contextOf } from './ticket-view.ts';

/** The person asked wrote what does not count: asked back once, then the desk. */
export function askBack(reply: Reply, why: AskWordReason, says: string): ReplyOutcome {
  if (wasAskedBack(reply)) return handToDesk(reply, says);
  return statement(reply, why, says);
}

/** Somebody's word on the approval, the approver's own or another's, that does not count: the approver is asked for one word. */
export function statement(reply: Reply, why: AskWordReason, says: string): ReplyOutcome {
  const { it, view, sender, read } = reply;
  const approver = personAsked(reply);
  const { approval } = view.state;
  if (approval === null || approver === null || wasAskedBack(reply)) return handToDesk(reply, says);
  const stated: TicketEvent = {
    v: 1,
    at: it.mail.receivedAt,
    type: 'ApprovalStated',
    writer: sender.id,
    mail: it.mail.id,
    ...(sender.id === approver.id && waitsUntil(reply)),
  };
  const said = sender.id === approver.id && why !== 'secretary' ? read.newText : '';
  return outcome(says, {
    events: [stated],
    letters: [
      approverAskWord(letterContext(reply, after(reply, [stated])), approver, {
        step: approval.step,
        why,
        said,
        unclear: why === 'unclear' ? read.unclear : null,
      }),
    ],
  });
}

/** "Kamis saya kabari": until then he is not reminded. */
function waitsUntil({ it, read }: Reply): { readonly until: EpochMs } | null {
  const day = read.hold?.until ?? null;
  if (day === null) return null;
  const until = openingBefore(day, 0, it.office.rulebook.calendar);
  return until > it.mail.receivedAt ? { until } : null;
}

/** A yes or no below the grade asked: a question to the mailbox that the directory knows; it counts when that is answered. */
export function challenge(reply: Reply): ReplyOutcome {
  const says = 'The answer carries too little authentication to count.';
  const { below } = reply.it.office.rulebook.authentication ?? USUAL_AUTHENTICATION;
  return below === 'challenge' && reply.sender.person !== null
    ? askBack(reply, 'challenge', `${says} The mailbox in the directory is asked.`)
    : handToDesk(reply, says);
}

/** Only the mailbox that we wrote to can answer it: its token was nowhere else. */
export function isAnswerToChallenge({ binding, sender }: Reply): boolean {
  const { letter } = binding;
  return (
    binding.how === 'token' && letter?.person === sender.id && letter.step.endsWith('-challenge') && !letter.isVoid
  );
}

/** The question is put anew: what was shown has changed, or the yes was taken back. */
export function askAgain(reply: Reply, why: 'changed' | 'withdrawn', says: string): ReplyOutcome {
  const { it, view } = reply;
  const approver = personAsked(reply) ?? reply.sender;
  const shown = shownOf(contextOf(view, it.office, { source: null, now: it.now, approver }));
  const before = view.state.approval?.step ?? 0;
  const chain = findVariant(it.office.rulebook, view.state.variant)?.chain;
  // He has been asked about it as it stands now, and answered what he was asked before: nobody else is asked less because of that.
  const isAsked = why === 'changed' && !chain && view.state.approval?.shown === shown;
  // In a chain the ordinal says whose turn it is.
  const step = chain || isAsked ? before : before + 1;
  const asked: TicketEvent = {
    v: 1,
    at: it.mail.receivedAt,
    type: 'ApprovalAsked',
    approver: approver.id,
    step,
    shown,
  };
  const events = isAsked ? [] : [asked];
  const now = { ...after(reply, events), approver };
  const context = letterContext(reply, now);
  // An official of a chain may have answered a step that is over: he needs to see what the present one is about.
  const isOtherStep = why === 'changed' && before > 1 && chain !== undefined;
  const letter = isOtherStep
    ? askLetter(now, approver, { context, office: it.office })
    : approverAskWord(context, approver, { step, why, said: reply.read.newText });
  return outcome(says, { events, letters: [letter] });
}

function wasAskedBack({ view, sender, binding }: Reply): boolean {
  const askedBack = view.state.approval?.askedBack ?? [];
  return askedBack.includes(sender.id) || (binding.letter?.step.endsWith('-word') ?? false);
}

/** Whom to write to: the writer himself where he is one of those asked, else the last one asked; at his address of the directory. */
function personAsked({ view, sender }: Reply): Party | null {
  const { approval } = view.state;
  const isWriter = approval !== null && [approval.approver, ...(approval.others ?? [])].includes(sender.id);
  const asked = isWriter ? sender : view.approver;
  if (asked === null || asked.address === '') return null;
  return { ...asked, address: asked.person?.addresses[0] ?? asked.address };
}
