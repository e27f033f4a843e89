/** Several tickets about one thing. Whoever asked is told once; what was written is not lost. */
import type { TicketNumber } from '../../shared/ids.ts';
import type { TicketEvent } from '../../ticket/event.ts';
import { ENDED, isOneOf } from '../../ticket/lifecycle.ts';
import type { Letter } from '../letter.ts';
import { requesterClosed, teamMessage } from '../letters/index.ts';
import { deskOf, teamOf } from '../office.ts';
import { teamParty } from '../ticket-view.ts';
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
import { leaving } from './sort.ts';
import { beforeUndo } from './undo.ts';

/** All into one: the one named after "ke", else the ticket replied to, else the first named. */
export const merge: Handler<'merge'> = (batch, { ticket, tickets, into }) => {
  const whole = (number: string): string => wholeNumber(batch, number);
  const named = [...new Set([...(ticket === null ? [] : [ticket]), ...tickets].map(whole))];
  const command = { into: into === null ? null : whole(into) };
  const target = command.into ?? (named.length === 1 ? batch.own : null) ?? named[0] ?? null;
  const others = named.filter((number) => number !== target);
  // "gabung ke 0040" names only where to: what goes there is the ticket replied to.
  const isOwnMeant = others.length === 0 && command.into !== null && batch.own !== null && batch.own !== target;
  const sources = isOwnMeant ? [batch.own] : others;
  if (sources.length === 0) return 'same-ticket';
  let step: Step = batch;
  for (const number of sources) {
    if (isRefused(step)) return step;
    step = mergeOne(step, number, target);
  }
  return step;
};

/** Of a short one the whole, where it is plain which; else as it was written. */
function wholeNumber(batch: Batch, number: string): string {
  const hand = inHand(batch, number);
  return typeof hand === 'string' ? number : hand.view.number;
}

function mergeOne(batch: Batch, from: string, into: string | null): Step {
  const source = inHand(batch, from);
  const target = inHand(batch, into);
  if (typeof source === 'string') return source;
  if (typeof target === 'string') return target;
  if (isOneOf(ENDED, source.view.state.status) || isOneOf(ENDED, target.view.state.status)) return 'has-ended';
  const { it } = batch;
  const at = it.mail.receivedAt;
  const [old, stays] = [source.view.number, target.view.number];
  const events: readonly TicketEvent[] = [
    { v: 1, at, type: 'Linked', to: stays, how: 'merged' },
    { v: 1, at, type: 'Cancelled', mail: it.mail.id, how: 'merged' },
  ];
  const view = viewAfter(source, events);
  const ended = doTo(batch, source, {
    events,
    texts: [beforeUndo(batch, source, view.state)],
    letters: [
      requesterClosed(contextIn(batch, view, view.original), 'merged', { mergedInto: stays }),
      // A team that has both hears of it by the words that go along.
      ...leaving(batch, source, view, goesAlong(batch, source, target).length > 0 ? target.view.state.team : null),
    ],
    deed: { kind: 'merged', ticket: old, to: stays, shown: false },
  });
  if (isRefused(ended)) return ended;
  return doTo(ended, target, {
    events: [{ v: 1, at, type: 'Linked', to: old, how: 'merged' }],
    texts: [{ name: `merged:${old}`, text: source.view.ownText }],
    letters: goesAlong(ended, source, target),
  });
}

/** Whoever works on the one that stays gets the words and papers of the other. */
function goesAlong(batch: Batch, source: InHand, target: InHand): readonly Letter[] {
  const { office } = batch.it;
  const { state } = target.view;
  if (source.view.original === null || state.team === null) return [];
  const team = teamOf(office, state.team) ?? deskOf(office);
  const words = { ...source.view.original, text: source.view.ownText };
  const letter = teamMessage(contextIn(batch, target.view, words), teamParty(team, office), {
    merged: source.view.number,
  });
  // One for each that is merged.
  return [{ ...letter, step: `${letter.step}-${source.view.number}` }];
}

export const link: Handler<'link'> = (batch, command) => {
  const first = inHand(batch, command.ticket ?? batch.own ?? command.tickets[0] ?? null);
  if (typeof first === 'string') return first;
  const others = command.tickets
    .map((number) => wholeNumber(batch, number))
    .filter((number) => number !== first.view.number);
  if (others.length === 0) return 'same-ticket';
  let step: Step = batch;
  for (const number of others) {
    if (isRefused(step)) return step;
    step = linkTwo(step, first.view.number, number);
  }
  return step;
};

function linkTwo(batch: Batch, one: TicketNumber, other: string): Step {
  const first = inHand(batch, one);
  const second = inHand(batch, other);
  if (typeof first === 'string') return first;
  if (typeof second === 'string') return second;
  const at = batch.it.mail.receivedAt;
  const linked = doTo(batch, first, {
    events: [{ v: 1, at, type: 'Linked', to: second.view.number, how: 'desk' }],
    deed: { kind: 'linked', ticket: one, to: second.view.number, shown: false },
  });
  if (isRefused(linked)) return linked;
  return doTo(linked, second, { events: [{ v: 1, at, type: 'Linked', to: one, how: 'desk' }] });
}
