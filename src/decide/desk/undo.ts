/**
 * Taking back. Each mail of the desk that moves tickets leaves, with each of them, how it stood before and how it stood afterwards; what it
 * did to held mails and addresses stands in its receipt. `batal` puts all of that back as far as nobody has acted on it since, and the new
 * receipt says of each line what became of it; whoever was told is told again.
 */
import type { MailId, TicketNumber } from '../../shared/ids.ts';
import type { EpochMs } from '../../shared/time.ts';
import type { Restored, TicketEvent } from '../../ticket/event.ts';
import type { TicketState } from '../../ticket/ticket.ts';
import type { TextRow } from '../decision.ts';
import type { Facts } from '../../understand/reading.ts';
import type { Receipt } from '../situation.ts';
import { TEXT } from '../ticket-view.ts';
import {
  doTo,
  inHand,
  isRefused,
  textOf,
  type Batch,
  type Deed,
  type Handler,
  type InHand,
  type Step,
} from './batch.ts';
import type { DeedKind, Refusal } from './codes.ts';
import { holdAgain, unblock } from './held.ts';
import { changed, restorable, standing, stillStands, type Standing } from './standing.ts';
import { corrections } from './told-again.ts';

/** What is kept with a ticket, as JSON. */
interface Kept {
  /** Pseudonym of who ordered it. */
  readonly by: string;
  readonly mail: string;
  readonly version: number;
  readonly before: Restored;
  /** What has to be there still. */
  readonly after: Standing;
  /** The facts (JSON) as they were, where the command put one right. */
  readonly facts?: string;
  /** And the guesses (JSON), which it may have made others. */
  readonly guesses?: string;
  /** Tickets of the same mail; this one among them. */
  readonly with: readonly TicketNumber[];
  /** As they were written. */
  readonly lines?: readonly string[];
  /** Set where people were told that the work is done: then nobody may have written since. */
  readonly quietSince?: EpochMs;
}

/** The row that lets the command be taken back; the first of a mail counts. @param state after the command */
export function beforeUndo(batch: Batch, hand: InHand, state: TicketState, quiet = false): TextRow {
  const { it, sender, line } = batch;
  const was = hand.known.state;
  const earlier = hand.texts.some(({ name }) => name === TEXT.undo) ? parse(textOf(hand, TEXT.undo)) : null;
  const kept: Kept = {
    by: sender.id,
    mail: it.mail.id,
    version: hand.known.version,
    before: { ...(earlier?.before ?? restorable(was)), ...changed(was, state, was) },
    after: { ...standing(state), ...changed(was, state, state) },
    ...(isCorrected(was, state) && textsBefore(hand)),
    with: [hand.view.number],
    lines: [...new Set([...(earlier?.lines ?? []), line])],
    ...((quiet || earlier?.quietSince !== undefined) && { quietSince: it.mail.receivedAt }),
  };
  return { name: TEXT.undo, text: JSON.stringify(kept) };
}

function textsBefore({ known: { texts } }: InHand): Pick<Kept, 'facts' | 'guesses'> {
  return { facts: texts[TEXT.facts] ?? '', guesses: texts[TEXT.guesses] ?? '' };
}

/** A fact that the desk puts right is kept as it was. */
function isCorrected(was: TicketState, state: TicketState): boolean {
  return was.quantity !== state.quantity || was.eventDate !== state.eventDate;
}

/** All tickets of one mail are put back together. */
export function boundTogether(batch: Batch): Batch {
  const moved = movedTickets(batch);
  const tickets = [...batch.tickets].map(([number, hand]): readonly [TicketNumber, InHand] => {
    const kept = moved.includes(number) ? parse(textOf(hand, TEXT.undo)) : null;
    if (kept === null) return [number, hand];
    const row = { name: TEXT.undo, text: JSON.stringify({ ...kept, with: moved }) };
    return [number, { ...hand, texts: [...hand.texts, row] }];
  });
  return { ...batch, tickets: new Map(tickets) };
}

/** Tickets that this mail has moved and that can be put back. */
export function movedTickets({ tickets }: Batch): readonly TicketNumber[] {
  return [...tickets.values()]
    .filter((hand) => hand.texts.findLast(({ name }) => name === TEXT.undo)?.text)
    .map(({ view }) => view.number);
}

/** Tickets that a `batal` on this one would put back as well; they have to be looked up. */
export function undoneWith(texts: Readonly<Record<string, string>>): readonly TicketNumber[] {
  return parse(texts[TEXT.undo] ?? '')?.with ?? [];
}

export const undo: Handler<'undo'> = (batch, { ticket }) => {
  const order = orderToUndo(batch, ticket);
  if (typeof order === 'string') return order;
  const { step, refused } = undoTickets(batch, order);
  const held = order.receipt === null ? step : unblock(holdAgain(step, order.receipt), order.receipt);
  const deeds = [...refused, ...staying(order.receipt)];
  if (held.deeds.length === batch.deeds.length && !deeds.some(({ kind }) => kind === 'stays-done'))
    return refused[0]?.why ?? 'nothing-to-undo';
  return { ...held, deeds: [...held.deeds, ...deeds.map(({ why: _why, ...deed }) => deed)] };
};

interface Order {
  readonly mail: MailId | string;
  readonly tickets: readonly TicketNumber[];
  readonly receipt: Receipt | null;
}

/** What the receipt that is answered says, else the last command on the ticket, else what the writer did last. */
function orderToUndo(batch: Batch, named: string | null): Order | Refusal {
  const { desk } = batch.it;
  const receipt = desk?.receipt?.person === batch.sender.id ? desk.receipt : null;
  if (receipt !== null && named === null && (batch.own === null || desk?.answersReceipt))
    return { mail: receipt.mail, tickets: receipt.tickets, receipt };
  if (named === null && batch.own === null) return 'nothing-to-undo';
  const hand = inHand(batch, named);
  if (typeof hand === 'string') return hand;
  const kept = parse(textOf(hand, TEXT.undo));
  if (kept === null || kept.by !== batch.sender.id) return 'nothing-to-undo';
  return { mail: kept.mail, tickets: kept.with, receipt: receipt?.mail === kept.mail ? receipt : null };
}

interface Staying extends Deed {
  readonly why: Refusal | null;
}

function undoTickets(
  batch: Batch,
  { tickets, mail }: Order,
): { readonly step: Batch; readonly refused: readonly Staying[] } {
  let step = batch;
  const refused: Staying[] = [];
  for (const number of tickets) {
    const undone = undoOne(step, number, mail);
    if (!isRefused(undone)) step = undone;
    else if (undone !== 'nothing-to-undo') refused.push(stays(batch, number, undone));
  }
  return { step, refused };
}

function stays(batch: Batch, number: TicketNumber, why: Refusal): Staying {
  const hand = inHand(batch, number);
  const lines = typeof hand === 'string' ? [] : (parse(textOf(hand, TEXT.undo))?.lines ?? []);
  const kind: DeedKind = why === 'answered-since' ? 'stays-answered-since' : 'stays-moved';
  return { kind, ticket: number, to: quotedLines(lines), shown: false, why };
}

/** What can never be taken back. */
function staying(receipt: Receipt | null): readonly Staying[] {
  return (receipt?.stays ?? []).map(({ line, ticket }) => ({
    kind: 'stays-done',
    ticket,
    to: line,
    shown: false,
    why: null,
  }));
}

function undoOne(batch: Batch, number: TicketNumber, mail: string): Step {
  const hand = inHand(batch, number);
  if (typeof hand === 'string') return hand;
  const text = textOf(hand, TEXT.undo);
  const kept = parse(text);
  if (kept === null) return 'nothing-to-undo';
  if (kept.mail !== mail) return 'moved-on';
  if (kept.quietSince !== undefined && hand.view.state.lastMailAt > kept.quietSince) return 'answered-since';
  if (!stillStands(hand.view.state, kept.after)) return 'moved-on';
  const { it } = batch;
  const facts: Facts | null = kept.facts ? JSON.parse(kept.facts) : null;
  const undone: TicketEvent = {
    v: 1,
    at: it.mail.receivedAt,
    type: 'Undone',
    mail: it.mail.id,
    version: kept.version,
    restored: kept.before,
  };
  return doTo(batch, hand, {
    events: [undone],
    texts: [
      { name: TEXT.undo, text: '' },
      ...(kept.facts === undefined ? [] : [{ name: TEXT.facts, text: kept.facts }]),
      ...(kept.guesses === undefined ? [] : [{ name: TEXT.guesses, text: kept.guesses }]),
    ],
    ...(facts && { view: { facts } }),
    letters: corrections(batch, hand, { undone, facts: facts ?? hand.view.facts }),
    deed: { kind: 'undone', ticket: hand.view.number, to: quotedLines(kept.lines ?? []), shown: false },
  });
}

function quotedLines(lines: readonly string[]): string | null {
  return lines.length === 0 ? null : lines.join(' · ');
}

function parse(text: string): Kept | null {
  if (text === '') return null;
  const kept: Kept = JSON.parse(text);
  return kept;
}
