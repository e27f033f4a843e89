/** What a course leads to, before it is put into a decision. */
import type { Decision, TicketChange, TraceEntry } from './decision.ts';
import type { Letter } from './letter.ts';
import type { Party } from './office.ts';
import type { Opened } from './open-tickets.ts';
import type { Plan } from './plan.ts';
import type { ReplyOutcome } from './reply.ts';
import type { Situation } from './situation.ts';
import { sourceMail } from './ticket-view.ts';

export interface Effects {
  readonly tickets: readonly TicketChange[];
  readonly people: readonly Party[];
  readonly letters: readonly Letter[];
  readonly trace: readonly TraceEntry[];
  readonly plans: readonly Plan[];
  readonly voidLetters?: Decision['voidLetters'];
  readonly mailOrders?: Decision['mailOrders'];
  readonly addressOrders?: Decision['addressOrders'];
  readonly asked?: Decision['asked'];
  readonly says?: string;
  readonly newTickets: number;
}

export const NOTHING: Effects = { tickets: [], people: [], letters: [], trace: [], plans: [], newTickets: 0 };

/** What the desk orders besides tickets; absent where it is nothing. */
export function ordersOf({
  mailOrders,
  addressOrders,
}: Pick<ReplyOutcome, 'mailOrders' | 'addressOrders'>): Pick<Effects, 'mailOrders' | 'addressOrders'> {
  return { ...(mailOrders?.length && { mailOrders }), ...(addressOrders?.length && { addressOrders }) };
}

export function sourceOf(it: Situation): ReturnType<typeof sourceMail> | null {
  return it.message ? sourceMail(it.mail.id, it.message, it.reading?.ownText ?? '', it.papers) : null;
}

/** One change a ticket, also where several wishes of a mail report the same fault. */
export function mastersOf(tickets: readonly Opened[]): readonly TicketChange[] {
  const merged = new Map<string, TicketChange>();
  for (const { master } of tickets) {
    if (master === null) continue;
    const before = merged.get(master.number);
    merged.set(master.number, before ? { ...before, events: [...before.events, ...master.events] } : master);
  }
  return [...merged.values()];
}
