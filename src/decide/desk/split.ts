/**
 * One ticket about several things. No work is given twice: the part that the old ticket is about already goes on under its number, and the
 * others are tickets of their own; where it is about none of them it ends. Whoever asked hears once which numbers stand.
 */
import type { TicketNumber } from '../../shared/ids.ts';
import type { TicketEvent } from '../../ticket/event.ts';
import type { TicketState } from '../../ticket/ticket.ts';
import { isOneOf, PENDING } from '../../ticket/lifecycle.ts';
import type { Letter } from '../letter.ts';
import { requesterSeveral, type FirstOutcome } from '../letters/index.ts';
import { firstLetter, openTickets, outcomeItem, type Opened } from '../open-tickets.ts';
import type { Plan } from '../plan.ts';
import type { Situation } from '../situation.ts';
import {
  contextIn,
  doTo,
  inHand,
  isRefused,
  viewAfter,
  type Batch,
  type Handler,
  type InHand,
  type Step,
} from './batch.ts';
import { leaving, sort } from './sort.ts';
import { spokenPlans, spokenSituation } from './spoken.ts';
import { beforeUndo } from './undo.ts';

export const split: Handler<'split'> = (batch, command) => {
  const hand = inHand(batch, command.ticket);
  if (typeof hand === 'string') return hand;
  const parts = command.parts.map((part) => part.trim()).filter((part) => part !== '');
  const { requester, ownText, original, state } = hand.view;
  const situation = spokenSituation(batch, {
    person: requester,
    text: parts.join('\n'),
    addressees: batch.it.desk?.participants.get(hand.view.number) ?? [],
  });
  const plans = parts.flatMap((part) => spokenPlans(situation, { text: part, subject: '', from: requester }));
  const isOpen = isOneOf(PENDING, state.status);
  const kept = isOpen && plans.length > 1 ? plans.find((plan) => isAbout(plan, state)) : undefined;
  const opened = openTickets(
    plans.filter((plan) => plan !== kept),
    situation,
    { from: { ownText, original } },
  ).map((one) => ({
    ...one,
    change: { ...one.change, events: [...one.change.events, linkedTo(batch, hand.view.number)] },
  }));
  if (opened.length === 0) return 'no-words';
  // A part alone is taken out of what goes on.
  return isOpen && kept === undefined && plans.length > 1
    ? endsIn(batch, hand, { opened, situation })
    : goesOnBeside(sorted(batch, hand, kept), hand.view.number, { opened, situation });
};

interface Made {
  readonly opened: readonly Opened[];
  readonly situation: Situation;
}

/** The same service or fault. */
function isAbout({ it, wish }: Plan, { kind, service, variant, incident }: TicketState): boolean {
  if (it.kind !== kind) return false;
  if (kind === 'incident') return incident !== null && wish.incident === incident;
  return variant === null ? service !== null && wish.service === service : wish.variant === variant;
}

/** What nobody had sorted is now what its part says; the requester hears of it with the others. */
function sorted(batch: Batch, { view }: InHand, kept: Plan | undefined): Batch {
  const variant = kept?.wish.variant ?? null;
  if (view.state.status !== 'triage' || variant === null) return batch;
  const { line } = batch;
  const step = sort(batch, { kind: 'classify', line, ticket: view.number, choice: null, service: null, variant });
  if (isRefused(step)) return batch;
  const isTold = ({ ticket, template }: Letter): boolean =>
    ticket === view.number && template.startsWith('requester.') && !batch.letters.some((one) => one.ticket === ticket);
  return { ...step, letters: step.letters.filter((letter) => !isTold(letter)) };
}

function goesOnBeside(batch: Batch, ticket: TicketNumber, made: Made): Step {
  const hand = inHand(batch, ticket);
  if (typeof hand === 'string') return hand;
  const { number, state } = hand.view;
  const events = made.opened.map((one) => linkedTo(batch, one.view.number));
  const old = { context: contextIn(batch, viewAfter(hand, events), hand.view.original), outcome: outcomeNow(state) };
  const items = made.opened.map((one) => outcomeItem(one, made.situation));
  const told = isOneOf(PENDING, state.status)
    ? requesterSeveral([old, ...items], { from: number, isEnded: false })
    : firstLetter(made.opened, made.situation, false);
  return opening(batch, hand, { ...made, events, told, isEnded: false });
}

function endsIn(batch: Batch, hand: InHand, made: Made): Step {
  const { it } = batch;
  const events: readonly TicketEvent[] = [
    ...made.opened.map((one) => linkedTo(batch, one.view.number)),
    { v: 1, at: it.mail.receivedAt, type: 'Cancelled', mail: it.mail.id, how: 'desk' },
  ];
  const [first, ...others] = made.opened.map((one) => outcomeItem(one, made.situation));
  const told = first ? requesterSeveral([first, ...others], { from: hand.view.number, isEnded: true }) : null;
  return opening(batch, hand, { ...made, events, told, isEnded: true });
}

function opening(
  batch: Batch,
  hand: InHand,
  made: Made & { readonly events: readonly TicketEvent[]; readonly told: Letter | null; readonly isEnded: boolean },
): Step {
  const { opened, events, told, isEnded } = made;
  const after = viewAfter(hand, events);
  const done = doTo(batch, hand, {
    events,
    texts: isEnded ? [beforeUndo(batch, hand, after.state)] : [],
    letters: [
      ...(told ? [told] : []),
      ...opened.flatMap((one) => one.letters),
      ...(isEnded ? leaving(batch, hand, after, null) : []),
    ],
    people: opened.flatMap((one) => one.people),
    deed: {
      kind: isEnded ? 'split-up' : 'split',
      ticket: hand.view.number,
      to: opened.map((one) => one.view.number).join(', '),
      shown: false,
    },
  });
  return isRefused(done) ? done : { ...done, opened: [...done.opened, ...opened] };
}

function outcomeNow({ status }: TicketState): FirstOutcome {
  if (status === 'incomplete') return 'incomplete';
  if (status === 'awaiting-approval') return 'approval';
  return status === 'triage' ? 'desk' : 'team';
}

function linkedTo({ it }: Batch, to: Opened['view']['number']): TicketEvent {
  return { v: 1, at: it.mail.receivedAt, type: 'Linked', to, how: 'split' };
}
