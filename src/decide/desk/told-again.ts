/** Letters of a command that is taken back. */
import type { TicketEvent } from '../../ticket/event.ts';
import { ENDED, isOneOf } from '../../ticket/lifecycle.ts';
import type { TicketState } from '../../ticket/ticket.ts';
import type { Facts } from '../../understand/reading.ts';
import type { Letter } from '../letter.ts';
import type { LetterContext, TeamParty } from '../letters/context.ts';
import { requesterCorrected, requesterProgress, teamAssigned, teamNews } from '../letters/index.ts';
import { levelSet } from '../letters/notes.ts';
import { teamOf } from '../office.ts';
import { teamParty } from '../ticket-view.ts';
import { contextIn, viewAfter, type Batch, type InHand } from './batch.ts';

/** Whoever was told what is no longer so. */
export function corrections(
  batch: Batch,
  hand: InHand,
  { undone, facts }: { readonly undone: TicketEvent; readonly facts: Facts },
): readonly Letter[] {
  const { office } = batch.it;
  const view = { ...viewAfter(hand, [undone]), facts };
  const [was, is] = [hand.view.state, view.state];
  const context = contextIn(batch, view, view.original);
  const had = was.status === 'assigned' ? teamOf(office, was.team) : null;
  const has = is.status === 'assigned' ? teamOf(office, is.team) : null;
  const moved = had?.code !== has?.code;
  const told =
    was.status !== is.status || was.variant !== is.variant || was.fulfilmentConfirmed !== is.fulfilmentConfirmed;
  const goesOn = isOneOf(ENDED, was.status) || was.status === 'resolved';
  return [
    ...(told ? [requesterCorrected(context, goesOn ? 'goes-on' : 'looked-at-again')] : []),
    ...(!told && is.quantity !== was.quantity && is.quantity !== null
      ? [requesterProgress({ ...context, recounted: is.quantity }, 'recounted')]
      : []),
    ...(!moved && has ? newsFor(context, teamParty(has, office), { was, is }) : []),
    ...(moved && had ? [teamNews(context, teamParty(had, office), 'withdrawn', { answers: null })] : []),
    ...(moved && has ? [teamAssigned(context, teamParty(has, office))] : []),
  ];
}

interface Change {
  readonly was: TicketState;
  readonly is: TicketState;
}

/** To the team that has had it all the time. */
function newsFor(context: LetterContext, team: TeamParty, { was, is }: Change): readonly Letter[] {
  const isRanked = (was.priority ?? null) !== (is.priority ?? null);
  const isCorrected = was.quantity !== is.quantity || was.eventDate !== is.eventDate;
  const level = levelSet(context)?.name ?? null;
  return [
    ...(isRanked ? [teamNews(context, team, 'priority', { answers: null, level })] : []),
    ...(isCorrected ? [teamNews(context, team, 'put-right', { answers: null })] : []),
  ];
}
