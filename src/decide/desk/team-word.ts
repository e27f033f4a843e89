/** The desk is a team, too: what it says in a team's words counts as a team's, and can be taken back as long as nobody has answered. */
import type { TicketEvent } from '../../ticket/event.ts';
import { isNamed } from '../office.ts';
import { awaitsDesk } from '../fulfilment.ts';
import { byIntent } from '../reply-rft.ts';
import type { Reply, ReplyOutcome } from '../reply.ts';
import { doTo, inHand, viewAfter, type Batch, type Handler, type InHand, type Step } from './batch.ts';
import type { DeedKind } from './codes.ts';
import { confirmFulfilment } from './move.ts';
import { leaving } from './sort.ts';
import { beforeUndo } from './undo.ts';

export const note: Handler<'note'> = (batch, { ticket, text, audience }) =>
  asTeamReply(batch, ticket, { intent: 'note', note: text, audience });

export const asTeam: Handler<'as-team'> = (batch, { line, ticket, reading, asks = '' }) => {
  const hand = inHand(batch, ticket);
  if (typeof hand !== 'string' && !isNamed(asks, hand.view.requester.person?.name ?? hand.view.requester.name))
    return 'not-the-requester';
  // "Sudah kami cek, selesai": where the desk's word is waited for, this is that word.
  if (typeof hand !== 'string' && reading.intent === 'resolve' && awaitsDesk(hand.view.state, batch.it.office))
    return confirmFulfilment(batch, { kind: 'confirm-fulfilment', line, ticket });
  return asTeamReply(batch, ticket, reading);
};

function asTeamReply(batch: Batch, ticket: string | null, said: Partial<Reply['read']>): Step {
  const hand = inHand(batch, ticket);
  if (typeof hand === 'string') return hand;
  const { it, sender, source } = batch;
  const read = { ...it.readAs('desk'), ...said, role: 'rft' } as const;
  const binding = {
    how: 'number' as const,
    letter: null,
    quoted: null,
    ...it.binding,
    ticket: { ...hand.known, state: hand.view.state },
  };
  const result = byIntent({ it, binding, view: hand.view, sender, role: 'desk', read, source });
  const kind = deedOf(result, read.intent);
  const done = doTo(batch, hand, {
    events: result.events,
    texts: [...result.texts, ...undoRow(batch, hand, result)],
    letters: [...result.letters, ...toTeam(batch, hand, result)],
    people: result.people,
    deed: { kind, ticket: hand.view.number, to: null, shown: !isTold(kind, result, batch) },
  });
  return typeof done === 'string'
    ? done
    : { ...done, opened: [...done.opened, ...result.opened], others: [...done.others, ...result.others] };
}

function moves({ type }: TicketEvent): boolean {
  return type !== 'NoteAdded';
}

/** What is told to the reports of a fault as well is not taken back for one of them alone. */
function undoRow(
  batch: Batch,
  hand: InHand,
  { events, others }: ReplyOutcome,
): readonly ReturnType<typeof beforeUndo>[] {
  if (!events.some(moves) || others.length > 0) return [];
  const isAnswerable = events.some(({ type }) => type === 'Resolved' || type === 'PutOnHold');
  return [beforeUndo(batch, hand, viewAfter(hand, events).state, isAnswerable)];
}

function deedOf({ events, others }: ReplyOutcome, intent: Reply['read']['intent']): DeedKind {
  if (events.some(({ type }) => type === 'Resolved')) return others.length > 0 ? 'resolved-all' : 'resolved';
  const hold = events.find((event) => event.type === 'PutOnHold');
  if (hold) return hold.cause === 'requester' ? 'asked' : 'rested';
  return intent === 'note' ? 'noted' : 'team-word';
}

/** Whoever ordered it hears of what was done, unless another letter of the same mail comes back to the desk. */
function isTold(kind: DeedKind, { events, letters }: ReplyOutcome, { it, sender }: Batch): boolean {
  if (kind === 'noted' || !events.some(moves)) return false;
  const desk = it.office.rulebook.teams.find(({ code }) => code === it.office.rulebook.deskTeam)?.address;
  return !letters.some(({ to }) => to.some(({ address }) => address === sender.address || address === desk));
}

/** The team that had it: nobody works on what the desk has done. */
function toTeam(batch: Batch, hand: InHand, { events }: ReplyOutcome): ReturnType<typeof leaving> {
  if (!events.some(({ type }) => type === 'Resolved')) return [];
  return leaving(batch, hand, viewAfter(hand, events), null);
}
