/** "Selesai": the work is done, with the note that the requester reads and, where the office asks it, a label. */
import type { TicketEvent } from '../ticket/event.ts';
import { addCalendarDays } from '../ticket/service-clock.ts';
import type { EpochMs } from '../shared/time.ts';
import { findVariant } from './catalogue.ts';
import { closingPaper } from './closing-paper.ts';
import type { TextRow } from './decision.ts';
import type { Letter } from './letter.ts';
import { awaitsDesk, confirmsFulfilment } from './fulfilment.ts';
import { isEventAhead, isFulfilledAtEvent, shownSince } from './event-ahead.ts';
import { deskConfirm, requesterMessage, requesterResolved, teamNews, teamNoteNeeded } from './letters/index.ts';
import { followersOf, resolveFollower } from './master-incident.ts';
import { deskOf, teamOf, type Office, type Party } from './office.ts';
import { after, letterContext, noteAdded, outcome, type Reply, type ReplyOutcome } from './reply.ts';
import { teamParty, TEXT, type TicketView } from './ticket-view.ts';
import { unlabelledForgotten, unlabelledText } from './unlabelled.ts';

export const WORKABLE = ['assigned', 'triage', 'on-hold'];

export function resolve(reply: Reply): ReplyOutcome {
  const { it, read, view } = reply;
  if (!WORKABLE.includes(view.state.status))
    return outcome('The ticket is not being worked on.', { events: [noteAdded(reply)] });
  const label = read.label ?? storedLabel(reply);
  const lacksLabel = label === null && it.office.rulebook.settings.resolveNeedsLabel === true;
  if (read.note === null || lacksLabel) return askForMore(reply, { note: read.note === null, label: lacksLabel });
  const isPrepared = isFulfilledAtEvent(view.state, it.office) && isEventAhead(view, it.office, it.mail.receivedAt);
  return isPrepared ? prepared(reply, read.note) : resolved(reply, read.note, label);
}

function askForMore(reply: Reply, needed: { readonly note: boolean; readonly label: boolean }): ReplyOutcome {
  const events = [noteAdded(reply)];
  return outcome('Done without the note (or the label) that the office asks for; it is asked for.', {
    events,
    texts: [...labelText(reply), ...(needed.label ? unlabelledText(reply) : [])],
    letters: [teamNoteNeeded(letterContext(reply, after(reply, events)), answeredTeam(reply), needed)],
  });
}

/** Done before the event at which it is fulfilled: its requester has the words now, the team keeps it until then. */
function prepared(reply: Reply, note: string): ReplyOutcome {
  const { it, view } = reply;
  const at = it.mail.receivedAt;
  const resumed: readonly TicketEvent[] =
    view.state.status === 'on-hold' ? [{ v: 1, at, type: 'Resumed', mail: it.mail.id }] : [];
  const events = [noteAdded(reply), ...resumed];
  const context = letterContext(reply, after(reply, events));
  return outcome('Done before the event: prepared, and the team keeps it until then.', {
    events,
    texts: [{ name: `note:${it.mail.id}`, text: note }, ...labelText(reply), ...unlabelledForgotten(reply)],
    letters: [
      requesterMessage(context, 'prepared', { words: note, until: null, attach: attached(reply) }),
      teamNews(context, answeredTeam(reply), 'prepared', { answers: reply.source }),
    ],
  });
}

function resolved(reply: Reply, note: string, label: string | null): ReplyOutcome {
  const { it, view } = reply;
  const { office, now } = it;
  const event = {
    v: 1,
    at: it.mail.receivedAt,
    type: 'Resolved',
    mail: it.mail.id,
    writer: reply.sender.id,
    team: view.state.team ?? office.rulebook.deskTeam,
    label,
  } as const;
  const events = [noteAdded(reply), event, ...confirmedByDesk(reply)];
  const done = after(reply, events);
  const followers = followersOf(view.state, it.linked).map((follower) =>
    resolveFollower(follower, { office, now, event, note, source: reply.source }),
  );
  const fulfilled = { office, at: event.at, note, resolver: reply.sender, attach: attached(reply) };
  const context = inOwnName(reply, done);
  const { address, name } = reply.sender;
  return outcome('Resolved by the team.', {
    events,
    texts: [
      { name: `note:${it.mail.id}`, text: note },
      { name: TEXT.resolution, text: note },
      { name: TEXT.resolver, text: JSON.stringify({ address, name }) },
      ...unlabelledForgotten(reply),
    ],
    others: followers.map(({ change }) => change),
    letters: [
      awaitsDesk(done.state, office) ? deskConfirm(context, note) : resolvedLetter(done, context, fulfilled),
      ...followers.map(({ letter }) => letter),
    ],
  });
}

/** The desk's words stand under the desk's name, also where a team has the ticket. */
export function inOwnName(reply: Reply, view: TicketView): ReturnType<typeof letterContext> {
  const context = letterContext(reply, view);
  return reply.role === 'desk' ? { ...context, team: answeredTeam(reply) } : context;
}

/** What the desk itself has done it need not look at again. */
function confirmedByDesk({ it, role, sender, view }: Reply): readonly TicketEvent[] {
  if (role !== 'desk' || !confirmsFulfilment(view.state, it.office)) return [];
  return [{ v: 1, at: it.mail.receivedAt, type: 'FulfilmentConfirmed', mail: it.mail.id, writer: sender.id }];
}

export interface Fulfilled {
  readonly office: Office;
  /** The window for reopening counts from there. */
  readonly at: EpochMs;
  readonly note: string;
  readonly resolver: Party;
  /** Mails whose papers go along. */
  readonly attach: Letter['attachMails'];
}

export function resolvedLetter(
  view: TicketView,
  context: Parameters<typeof requesterResolved>[0],
  fulfilled: Fulfilled,
): Letter {
  const { office, at, note: said, attach, resolver } = fulfilled;
  const { rulebook, zone } = office;
  return requesterResolved(context, {
    note: said,
    at,
    resolver,
    attach,
    reopenUntil: addCalendarDays(shownSince(view.state, office) ?? at, rulebook.settings.reopenCalendarDays, zone),
    isAhead: isEventAhead(view, office, context.now),
    wantsBast: closingPaper(findVariant(rulebook, view.state.variant)) !== null,
  });
}

/** A label may come before the word that all is done. */
export function labelText({ read }: Reply): readonly TextRow[] {
  return read.label === null ? [] : [{ name: TEXT.label, text: read.label }];
}

function storedLabel({ binding }: Reply): string | null {
  return binding.ticket.texts[TEXT.label] || null;
}

/** Papers of the team go along with what it says to the requester. */
export function attached({ source, it }: Reply): Letter['attachMails'] {
  return source.attachments.length > 0 ? [it.mail.id] : [];
}

/** Whose word it was: the desk's, also where a team has the ticket. */
export function answeredTeam({ it: { office }, role, view }: Reply): ReturnType<typeof teamParty> {
  const team = role === 'desk' ? null : teamOf(office, view.state.team);
  return teamParty(team ?? deskOf(office), office);
}
