/** Whose ticket it is, what is told of it, and how it ends, as the desk orders it. */
import type { Address } from '../../parse/message.ts';
import type { TeamCode } from '../../shared/ids.ts';
import type { TicketEvent } from '../../ticket/event.ts';
import { nextStep } from '../case.ts';
import { caseOf } from '../case-of.ts';
import { findVariant } from '../catalogue.ts';
import { closingPaper } from '../closing-paper.ts';
import { awaitsBast } from '../follow-up.ts';
import { requesterClosed, requesterProgress, teamAssigned } from '../letters/index.ts';
import { partyOf, teamOf, type Party } from '../office.ts';
import { resolvedLetter } from '../resolve.ts';
import { teamParty, TEXT } from '../ticket-view.ts';
import { awaitsDesk } from '../fulfilment.ts';
import {
  contextIn,
  doTo,
  inHand,
  viewAfter,
  textOf,
  type Batch,
  type Handler,
  type InHand,
  type Step,
} from './batch.ts';
import { leaving } from './sort.ts';
import { beforeUndo } from './undo.ts';

/** To another team, also back to work from what the desk does not confirm. Nobody works on what still lacks papers or an approval. */
export const reassign: Handler<'reassign'> = (batch, command) => {
  const hand = inHand(batch, command.ticket);
  if (typeof hand === 'string') return hand;
  const team = teamOf(batch.it.office, command.team);
  if (team === null) return 'unknown-team';
  if (lacksAWord(batch, hand)) return 'waits-for-approval';
  const events = assignedTo(batch, hand, team.code);
  const view = viewAfter(hand, events);
  const wasTriage = hand.view.state.status === 'triage';
  return doTo(batch, hand, {
    events,
    texts: [beforeUndo(batch, hand, view.state)],
    letters: [
      ...leaving(batch, hand, view),
      teamAssigned(contextIn(batch, view, view.original), teamParty(team, batch.it.office), handedBy(batch, hand)),
      ...(wasTriage ? [requesterProgress(contextIn(batch, view, view.original), 'sorted')] : []),
    ],
    deed: { kind: 'reassigned', ticket: view.number, to: team.name, shown: false },
  });
};

function handedBy({ it }: Batch, { view }: InHand): Parameters<typeof teamAssigned>[2] {
  const before = teamOf(it.office, view.state.team);
  return view.state.status === 'triage' || before === null ? null : { from: before.name, words: '' };
}

function lacksAWord(batch: Batch, { view }: InHand): boolean {
  const { status } = view.state;
  if (status === 'incomplete' || status === 'awaiting-approval') return true;
  if (status !== 'triage' || view.state.variant === null) return false;
  const { step } = nextStep(caseOf(view, batch.it, { deskReleased: true }), batch.it.office);
  return step.kind === 'approval' || step.kind === 'incomplete';
}

function assignedTo({ it }: Batch, { view }: InHand, team: TeamCode): readonly TicketEvent[] {
  const at = it.mail.receivedAt;
  const again: readonly TicketEvent[] = awaitsDesk(view.state, it.office)
    ? [{ v: 1, at, type: 'Reopened', mail: it.mail.id }]
    : [];
  const completed: readonly TicketEvent[] =
    view.state.completedAt === null ? [{ v: 1, at, type: 'RequestCompleted' }] : [];
  return [...again, ...completed, { v: 1, at, type: 'Assigned', team }];
}

/** Box 7: the desk has looked at what was done; now the requester hears of it. */
export const confirmFulfilment: Handler<'confirm-fulfilment'> = (batch, command) => {
  const hand = inHand(batch, command.ticket);
  if (typeof hand === 'string') return hand;
  if (isWithoutBast(batch, hand)) return acceptBast(batch, hand);
  if (!awaitsDesk(hand.view.state, batch.it.office)) return 'not-resolved';
  const { it, sender } = batch;
  const events: readonly TicketEvent[] = [
    { v: 1, at: it.mail.receivedAt, type: 'FulfilmentConfirmed', mail: it.mail.id, writer: sender.id },
  ];
  const view = viewAfter(hand, events);
  const at = view.state.resolvedAt ?? it.mail.receivedAt;
  const fulfilled = {
    office: it.office,
    at,
    note: textOf(hand, TEXT.resolution),
    resolver: resolverOf(batch, hand),
    attach: [],
  };
  return doTo(batch, hand, {
    events,
    texts: [beforeUndo(batch, hand, view.state, true)],
    letters: [resolvedLetter(view, contextIn(batch, view, view.original), fulfilled)],
    deed: { kind: 'confirmed', ticket: view.number, to: null, shown: false },
  });
};

/** The requester has been told that it is done, and only the hand-over paper is awaited. */
function isWithoutBast({ it: { office } }: Batch, { view: { state } }: InHand): boolean {
  if (state.status !== 'resolved' || awaitsDesk(state, office)) return false;
  return awaitsBast(state, findVariant(office.rulebook, state.variant));
}

/** The desk has seen the hand-over paper, on whatever way it came: that ends the ticket. */
function acceptBast(batch: Batch, hand: InHand): Step {
  const { id: mail, receivedAt: at } = batch.it.mail;
  const events: readonly TicketEvent[] = [
    { v: 1, at, type: 'BastReceived', mail, accepted: true },
    { v: 1, at, type: 'Closed', mail, how: 'confirmed' },
  ];
  const view = viewAfter(hand, events);
  const paper = closingPaper(findVariant(batch.it.office.rulebook, view.state.variant));
  return doTo(batch, hand, {
    events,
    texts: [beforeUndo(batch, hand, view.state, true)],
    letters: [requesterClosed(contextIn(batch, view, view.original), 'bast')],
    deed: {
      kind: paper === 'formulir-uat' ? 'uat-accepted' : 'bast-accepted',
      ticket: view.number,
      to: null,
      shown: false,
    },
  });
}

/** Who did the work, as far as it is still known. */
function resolverOf({ it: { office }, sender }: Batch, hand: InHand): Party {
  const text = textOf(hand, TEXT.resolver);
  if (text === '') return sender;
  const address: Address = JSON.parse(text);
  return partyOf(office, address);
}

/** No ticket is to come of it: ended, and its writer is told so. */
export const archive: Handler<'archive'> = (batch, command) => {
  const numbers = command.tickets.length > 0 ? command.tickets : [command.ticket];
  let step: Step = batch;
  for (const number of numbers) {
    if (typeof step === 'string') return step;
    step = archiveOne(step, number);
  }
  return step;
};

function archiveOne(batch: Batch, number: string | null): Step {
  const hand = inHand(batch, number);
  if (typeof hand === 'string') return hand;
  const { it } = batch;
  const events: readonly TicketEvent[] = [
    { v: 1, at: it.mail.receivedAt, type: 'Cancelled', mail: it.mail.id, how: 'desk' },
  ];
  const view = viewAfter(hand, events);
  return doTo(batch, hand, {
    events,
    texts: [beforeUndo(batch, hand, view.state)],
    letters: [requesterClosed(contextIn(batch, view, view.original), 'desk'), ...leaving(batch, hand, view, null)],
    deed: { kind: 'archived', ticket: view.number, to: null, shown: false },
  });
}
