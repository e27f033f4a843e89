/** The requester asks for something else, or comes too late to reopen: a new ticket that names the old one. */
import type { Wish } from '../understand/reading.ts';
import { firstLetter, openTickets } from './open-tickets.ts';
import { planWish } from './plan.ts';
import { partOf } from './reply-beside.ts';
import { outcome, type Reply, type ReplyOutcome } from './reply.ts';

/** Null where nothing that he wrote can be told apart. */
export function openComplaint(reply: Reply): ReplyOutcome | null {
  const [wish] = reply.it.reading?.wishes ?? [];
  if (wish === undefined) return null;
  const complaint: Wish = {
    ...wish,
    kind: 'complaint',
    service: null,
    variant: null,
    incident: null,
    alternatives: [],
  };
  return opening(reply, [complaint], 'A complaint about the service: a ticket of its own, with the history.');
}

export function openNew(reply: Reply, says: string): ReplyOutcome {
  const { it, view } = reply;
  const old = { service: view.state.service ?? '', variant: view.state.variant, confidence: 0.5 };
  const wishes = (it.reading?.wishes ?? []).map((wish): Wish =>
    wish.variant === null && view.state.service !== null
      ? { ...wish, alternatives: [old, ...wish.alternatives].slice(0, 3) }
      : wish,
  );
  return opening(reply, wishes, says);
}

/** A wish that stands beside something else: named and read by its own words. */
export function openBeside(reply: Reply, wish: string): ReplyOutcome {
  return openNew(partOf(reply, wish), 'Asks for something else besides: a ticket of its own.');
}

function opening(reply: Reply, wishes: readonly Wish[], says: string): ReplyOutcome {
  const { it, view } = reply;
  const plans = wishes.map((wish) => planWish(wish, it, reply.sender));
  const opened = openTickets(plans, it, { follows: view.number });
  const first = firstLetter(opened, it, false);
  return outcome(says, {
    opened,
    letters: [...(first ? [first] : []), ...opened.flatMap((one) => one.letters)],
    people: opened.flatMap((one) => one.people),
  });
}
