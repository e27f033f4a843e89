/**
 * When the writer of a mail gets no automatic letter although its course has one for him: a table, first match wins. What else the mail
 * leads to stands: its ticket is opened or it is kept with its ticket, and others are told. This is what ends a talk with a machine that
 * shows no mark of one; a person loses an acknowledgement at most.
 */
import { MINUTE } from '../shared/time.ts';
import type { TicketEvent } from '../ticket/event.ts';
import { takesNoReply } from '../directory/no-reply.ts';
import type { SignatureState } from '../parse/document.ts';
import type { NoReplyReason, TicketChange, TraceEntry } from './decision.ts';
import type { Letter } from './letter.ts';
import { isDeskOrder } from './desk/order.ts';
import type { Situation } from './situation.ts';

export interface SilenceRule {
  readonly name: string;
  /** @param changes what the mail leads to */
  readonly matches: (it: Situation, changes: readonly TicketChange[]) => boolean;
  readonly reason: NoReplyReason;
  /** One sentence for people, English. */
  readonly says: string;
}

/** Earlier mails of the writer within the hour that say the same, figures aside. */
const AGAIN_AND_AGAIN = 3;
const SAME_SUBJECT = 5;
const TOO_MANY = 9;
/** After a letter of ours, a machine answers at once. */
const AT_ONCE_MS = 5 * MINUTE;
const SIGNED: readonly SignatureState[] = ['signed', 'changed-after', 'wet-picture'];

export const SILENCE: readonly SilenceRule[] = [
  {
    name: 'nobody-reads-the-writer',
    matches: ({ sender }) => sender !== null && takesNoReply(sender.address),
    reason: 'no-address',
    says: 'His address takes no answers.',
  },
  {
    name: 'same-words-in-the-ticket',
    // "28 bukan 25", "45 bukan 28": whoever has moved his ticket hears what has become of it, three times at most.
    matches: (it, changes) => sameInTicket(it) >= (movesTicket(it, changes) ? AGAIN_AND_AGAIN : 1),
    reason: 'loop',
    says: 'The same words of the same writer in the same ticket.',
  },
  {
    name: 'same-words-at-once',
    matches: (it) => isUnsure(it) && it.before.sameText.length >= 1 && followsLetter(it),
    reason: 'loop',
    says: 'The same words again, at once after a letter of ours.',
  },
  {
    name: 'same-words-again-and-again',
    matches: (it) => isUnsure(it) && it.before.sameText.length >= AGAIN_AND_AGAIN,
    reason: 'loop',
    says: 'The same words for the fourth time within an hour.',
  },
  {
    name: 'same-subject-again-and-again',
    matches: (it) => isUnsure(it) && it.before.sameSubject >= SAME_SUBJECT,
    reason: 'rate',
    says: 'The same subject for the sixth time within an hour.',
  },
  {
    name: 'too-many-alike',
    matches: (it) => it.binding === null && it.before.sameText.length >= TOO_MANY,
    reason: 'rate',
    says: 'The same words for the tenth time within an hour.',
  },
];

function silenceOf(it: Situation, changes: readonly TicketChange[]): SilenceRule | null {
  return SILENCE.find((rule) => rule.matches(it, changes)) ?? null;
}

/** Without the letters to the writer, where he is to get none. */
export function silenced(
  letters: readonly Letter[],
  it: Situation,
  changes: readonly TicketChange[],
): { readonly letters: readonly Letter[]; readonly silence: SilenceRule | null } {
  const writer = it.sender?.address;
  const others = letters.filter((letter) => letter.to[0]?.address !== writer);
  const silence = others.length < letters.length ? silenceOf(it, changes) : null;
  return { letters: silence === null ? letters : others, silence };
}

export function silenceTrace(silence: SilenceRule | null): readonly TraceEntry[] {
  return silence === null ? [] : [{ rule: `silence/${silence.name}`, matched: true, detail: silence.says }];
}

function sameInTicket({ binding, before, papers }: Situation): number {
  // Who mends a paper says the same beside it as before; what a machine sends back of ours bears no signature.
  if (binding === null || papers.some(({ signature }) => SIGNED.includes(signature))) return 0;
  return before.sameText.filter((tickets) => tickets.includes(binding.ticket.number)).length;
}

const ENDS: readonly TicketEvent['type'][] = ['Closed', 'Cancelled', 'Reopened'];

/** Another number or service than before, its end, or a new beginning: a machine that says its one sentence again brings none of these about. */
function movesTicket({ binding }: Situation, changes: readonly TicketChange[]): boolean {
  const before = binding?.ticket.state;
  const events = changes.find(({ number }) => number === binding?.ticket.number)?.events ?? [];
  return events.some((event) =>
    event.type === 'Classified'
      ? event.variant !== before?.variant || event.quantity !== before.quantity
      : ENDS.includes(event.type),
  );
}

/** A new mail in which no rule has found anything that one can ask of the desk. */
function isUnsure(it: Situation): boolean {
  const { binding, reading } = it;
  // The desk works through its day under one subject; each of its orders has its receipt.
  if (isDeskOrder(it)) return false;
  const wishes = reading?.wishes ?? [];
  return binding === null && wishes.every((wish) => wish.variant === null && wish.incident === null);
}

function followsLetter({ before, mail }: Situation): boolean {
  return before.letters.some((letter) => mail.receivedAt - letter.at <= AT_ONCE_MS);
}
