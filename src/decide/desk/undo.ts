/**
 * Taking back: each mail of the desk that moves tickets leaves, with each of them, how it stood before and how it stood afterwards. `batal`
 * puts all tickets of that mail back, if it was the same person's and nothing has moved them since; whoever was told is told again.
 */
import type { TicketNumber } from '../../shared/ids.ts';
import type { Restored, TicketEvent } from '../../ticket/event.ts';
import { isOneOf, ENDED } from '../../ticket/lifecycle.ts';
import type { TicketState } from '../../ticket/ticket.ts';
import type { TextRow } from '../decision.ts';
import type { Letter } from '../letter.ts';
import { requesterCorrected, teamAssigned, teamNews } from '../letters/index.ts';
import { teamOf } from '../office.ts';
import { teamParty, TEXT } from '../ticket-view.ts';
import {
  contextIn,
  doTo,
  inHand,
  isRefused,
  textOf,
  viewAfter,
  type Batch,
  type Handler,
  type InHand,
  type Step,
} from './batch.ts';

type Standing = Omit<Restored, 'status'> & { readonly status: TicketState['status'] };

/** What is kept with a ticket, as JSON. */
interface Kept {
  /** Pseudonym of who ordered it. */
  readonly by: string;
  readonly mail: string;
  readonly version: number;
  readonly before: Restored;
  /** What has to be there still. */
  readonly after: Standing;
  /** Tickets of the same mail; this one among them. */
  readonly with: readonly TicketNumber[];
}

/** The row that lets the command be taken back; the first of a mail counts. @param state after the command */
export function beforeUndo(
  batch: Batch,
  hand: InHand,
  state: TicketState,
  others: readonly TicketNumber[] = [],
): TextRow {
  const earlier = hand.texts.some(({ name }) => name === TEXT.undo) ? parse(textOf(hand, TEXT.undo)) : null;
  const kept: Kept = {
    by: batch.sender.id,
    mail: batch.it.mail.id,
    version: hand.known.version,
    before: earlier?.before ?? restorable(hand.known.state),
    after: standing(state),
    with: [...new Set([...(earlier?.with ?? []), hand.view.number, ...others])],
  };
  return { name: TEXT.undo, text: JSON.stringify(kept) };
}

/** Tickets that a `batal` on this one would put back as well; they have to be looked up. */
export function undoneWith(texts: Readonly<Record<string, string>>): readonly TicketNumber[] {
  return parse(texts[TEXT.undo] ?? '')?.with ?? [];
}

export const undo: Handler<'undo'> = (batch, { ticket }) => {
  const hand = inHand(batch, ticket);
  if (typeof hand === 'string') return hand;
  const kept = parse(textOf(hand, TEXT.undo));
  if (kept === null || kept.by !== batch.sender.id) return 'nothing-to-undo';
  let step: Step = batch;
  for (const number of kept.with) {
    if (isRefused(step)) return step;
    step = undoOne(step, number, kept.mail);
  }
  return step;
};

function undoOne(batch: Batch, number: TicketNumber, mail: string): Step {
  const hand = inHand(batch, number);
  if (typeof hand === 'string') return hand;
  const kept = parse(textOf(hand, TEXT.undo));
  if (kept === null || kept.mail !== mail) return 'moved-on';
  if (JSON.stringify(standing(hand.view.state)) !== JSON.stringify(kept.after)) return 'moved-on';
  const { it } = batch;
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
    texts: [{ name: TEXT.undo, text: '' }],
    letters: corrections(batch, hand, undone),
    deed: { kind: 'undone', ticket: hand.view.number, to: null, shown: false },
  });
}

/** Whoever was told what is no longer so. */
function corrections(batch: Batch, hand: InHand, undone: TicketEvent): readonly Letter[] {
  const { office } = batch.it;
  const view = viewAfter(hand, [undone]);
  const [was, is] = [hand.view.state, view.state];
  const context = contextIn(batch, view, view.original);
  const had = was.status === 'assigned' ? teamOf(office, was.team) : null;
  const has = is.status === 'assigned' ? teamOf(office, is.team) : null;
  const moved = had?.code !== has?.code;
  const told = was.status !== is.status || was.variant !== is.variant;
  const goesOn = isOneOf(ENDED, was.status) || was.status === 'resolved';
  return [
    ...(told ? [requesterCorrected(context, goesOn ? 'goes-on' : 'looked-at-again')] : []),
    ...(moved && had ? [teamNews(context, teamParty(had, office), 'withdrawn', { answers: null })] : []),
    ...(moved && has ? [teamAssigned(context, teamParty(has, office))] : []),
  ];
}

function restorable(state: TicketState): Restored {
  return { ...standing(state), status: openStatus(state) };
}

function standing({ status, service, variant, incident, team, deskReason, holdCause }: TicketState): Standing {
  return { status, service, variant, incident, team, deskReason, holdCause };
}

/** Ended ones are never what is gone back to: commands begin at open tickets. */
function openStatus({ status }: TicketState): Restored['status'] {
  return status === 'closed' || status === 'rejected' || status === 'cancelled' ? 'triage' : status;
}

function parse(text: string): Kept | null {
  if (text === '') return null;
  const kept: Kept = JSON.parse(text);
  return kept;
}
