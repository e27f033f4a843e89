/** How pressing a ticket is, as the desk says. Its times stay those of the service level; the team that has it hears of it at once. */
import type { TicketEvent } from '../../ticket/event.ts';
import type { Letter } from '../letter.ts';
import type { LetterContext } from '../letters/context.ts';
import { teamNews } from '../letters/index.ts';
import { levelSet } from '../letters/notes.ts';
import { teamOf, type Office } from '../office.ts';
import { teamParty } from '../ticket-view.ts';
import { contextIn, doTo, inHand, viewAfter, type Handler } from './batch.ts';
import { beforeUndo } from './undo.ts';

export const prioritize: Handler<'prioritize'> = (batch, { ticket, level }) => {
  const hand = inHand(batch, ticket);
  if (typeof hand === 'string') return hand;
  const { it, sender } = batch;
  const name = it.office.rulebook.priorities?.levels.find(({ id }) => id === level)?.name ?? level;
  const { id: mail, receivedAt: at } = it.mail;
  const events: readonly TicketEvent[] = [{ v: 1, at, type: 'PrioritySet', mail, writer: sender.id, priority: level }];
  const view = viewAfter(hand, events);
  const context = contextIn(batch, view, view.original);
  return doTo(batch, hand, {
    events,
    texts: [beforeUndo(batch, hand, view.state)],
    letters: hand.view.state.priority === level ? [] : news(context, it.office, view.state),
    deed: { kind: 'prioritized', ticket: view.number, to: name, shown: false },
  });
};

/** To the team that works on it, where one does. */
function news(
  context: LetterContext,
  office: Office,
  { status, team }: { readonly status: string; readonly team: string | null },
): readonly Letter[] {
  const has = status === 'assigned' || status === 'on-hold' ? teamOf(office, team) : null;
  return has === null
    ? []
    : [
        teamNews(context, teamParty(has, office), 'priority', {
          answers: null,
          level: levelSet(context)?.name ?? null,
        }),
      ];
}
