/**
 * The desk's mail as a batch: its commands one after the other on tickets held in hand, all or none. A command that cannot be carried out
 * stops the whole mail and is quoted back with its reason; nothing has happened then. Pure: what a command does is a value until it is
 * recorded.
 */
import type { MailId, TicketNumber } from '../../shared/ids.ts';
import type { TicketEvent } from '../../ticket/event.ts';
import { canApply } from '../../ticket/lifecycle.ts';
import type { DeskCommand } from '../../understand/reading.ts';
import type { AddressOrder, MailOrder, TextRow, TicketChange } from '../decision.ts';
import type { Letter } from '../letter.ts';
import type { LetterContext, SourceMail } from '../letters/context.ts';
import type { Party } from '../office.ts';
import { fold } from '../fold.ts';
import type { Opened } from '../open-tickets.ts';
import type { KnownTicket, Situation } from '../situation.ts';
import { contextOf, viewOf, type TicketView } from '../ticket-view.ts';
import type { DeedKind, Refusal } from './codes.ts';

export interface Deed {
  readonly kind: DeedKind;
  /** The ticket that it was done to; null for mails and addresses. */
  readonly ticket: string | null;
  /** The other end: ticket, service, team, address, lines taken back; null where there is none. */
  readonly to: string | null;
  /** Another letter shows it to whoever ordered it. */
  readonly shown: boolean;
  /** As it was ordered; set once it is done. */
  readonly line?: string;
}

/** One ticket: as it stood before the mail, and what the mail has done to it so far. */
export interface InHand {
  readonly known: KnownTicket;
  /** As it stands now. */
  readonly view: TicketView;
  readonly events: readonly TicketEvent[];
  readonly texts: readonly TextRow[];
}

export interface Batch {
  readonly it: Situation;
  readonly sender: Party;
  readonly source: SourceMail;
  /** The ticket replied to; null for a mail of its own. */
  readonly own: TicketNumber | null;
  readonly tickets: ReadonlyMap<TicketNumber, InHand>;
  readonly opened: readonly Opened[];
  readonly letters: readonly Letter[];
  readonly people: readonly Party[];
  readonly mailOrders: readonly MailOrder[];
  /** As the letters call these mails. */
  readonly mailNames: ReadonlyMap<MailId, string>;
  readonly addressOrders: readonly AddressOrder[];
  /** The command that is being carried out, as it was written. */
  readonly line: string;
  /** Changes of tickets that are in nobody's hand: reports of the same fault. */
  readonly others: readonly TicketChange[];
  readonly deeds: readonly Deed[];
}

export type Step = Batch | Refusal;

/** What one kind of command does. */
export type Handler<Kind extends DeskCommand['kind'] = DeskCommand['kind']> = (
  batch: Batch,
  command: DeskCommand & { readonly kind: Kind },
) => Step;

export interface RefusedLine {
  readonly line: string;
  readonly why: Refusal;
}

export function isRefused(step: Step): step is Refusal {
  return typeof step === 'string';
}

export function startBatch(it: Situation, sender: Party, source: SourceMail): Batch {
  const known = [...(it.binding ? [it.binding.ticket] : []), ...it.named];
  const tickets = known.map((ticket): readonly [TicketNumber, InHand] => [
    ticket.number,
    { known: ticket, view: viewOf(ticket, it.office), events: [], texts: [] },
  ]);
  return {
    it,
    sender,
    source,
    own: it.binding?.ticket.number ?? null,
    tickets: new Map(tickets),
    opened: [],
    letters: [],
    people: [],
    mailOrders: [],
    mailNames: new Map(),
    addressOrders: [],
    line: '',
    others: [],
    deeds: [],
  };
}

/** The ticket that a command speaks of: the one it names, else the one replied to. */
export function inHand(batch: Batch, named: string | null): InHand | 'unknown-ticket' | 'no-ticket' {
  if (named === null && batch.own === null) return 'no-ticket';
  const all = [...batch.tickets.values()];
  const found = all.find(({ view }) => view.number === (named ?? batch.own));
  if (found || named === null || !SHORT.test(named)) return found ?? 'unknown-ticket';
  const meant = all.filter(({ view }) => isShortOf(named, view.number));
  return (meant.length === 1 ? meant[0] : undefined) ?? 'unknown-ticket';
}

const SHORT = /^\d{4,9}(?:-\d)?$/;

/** "0042" and "0042-4" of `SR-261123-0042-4`. */
function isShortOf(short: string, number: TicketNumber): boolean {
  return number.endsWith(`-${short}`) || number.replace(/-\d$/, '').endsWith(`-${short}`);
}

export interface Done {
  readonly events?: readonly TicketEvent[];
  readonly texts?: readonly TextRow[];
  readonly letters?: readonly Letter[];
  readonly people?: readonly Party[];
  readonly deed?: Deed;
  /** What the events do not say: facts, the superior found. */
  readonly view?: Partial<TicketView>;
}

/** The batch with this done to one ticket; refused where its state does not allow it. */
export function doTo(batch: Batch, hand: InHand, done: Done): Step {
  const events = done.events ?? [];
  let state = hand.view.state;
  for (const event of events) {
    if (!canApply(state, event)) return 'has-ended';
    state = fold(state, [event]);
  }
  const next: InHand = {
    known: hand.known,
    view: { ...hand.view, ...done.view, state },
    events: [...hand.events, ...events],
    texts: [...hand.texts, ...(done.texts ?? [])],
  };
  return {
    ...batch,
    tickets: new Map([...batch.tickets, [next.view.number, next]]),
    letters: [...batch.letters, ...(done.letters ?? [])],
    people: [...batch.people, ...(done.people ?? [])],
    deeds: [...batch.deeds, ...(done.deed ? [done.deed] : [])],
  };
}

export function contextIn(batch: Batch, view: TicketView, source: SourceMail | null = batch.source): LetterContext {
  return contextOf(view, batch.it.office, { source, now: batch.it.now });
}

/** The ticket as it will stand after these events, for the letters that speak of it. */
export function viewAfter(hand: InHand, events: readonly TicketEvent[]): TicketView {
  return { ...hand.view, state: fold(hand.view.state, events) };
}

/** The texts of a ticket, those of this batch included. */
export function textOf(hand: InHand, name: string): string {
  return hand.texts.findLast((row) => row.name === name)?.text ?? hand.known.texts[name] ?? '';
}
