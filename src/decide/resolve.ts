/** "Selesai": the work is done, with the note that the requester reads and, where the office asks it, a label. */
import { addCalendarDays } from '../ticket/service-clock.ts';
import type { EpochMs } from '../shared/time.ts';
import { findVariant } from './catalogue.ts';
import type { TextRow } from './decision.ts';
import type { Letter } from './letter.ts';
import { requesterResolved, teamNoteNeeded } from './letters/index.ts';
import { followersOf, resolveFollower } from './master-incident.ts';
import { deskOf, teamOf, type Office, type Party } from './office.ts';
import { after, letterContext, noteAdded, outcome, type Reply, type ReplyOutcome } from './reply.ts';
import { teamParty, TEXT, type TicketView } from './ticket-view.ts';

export const WORKABLE = ['assigned', 'triage', 'on-hold'];

export function resolve(reply: Reply): ReplyOutcome {
  const { it, read, view } = reply;
  if (!WORKABLE.includes(view.state.status))
    return outcome('The ticket is not being worked on.', { events: [noteAdded(reply)] });
  const label = read.label ?? storedLabel(reply);
  const lacksLabel = label === null && it.office.rulebook.settings.resolveNeedsLabel === true;
  return read.note === null || lacksLabel
    ? askForMore(reply, { note: read.note === null, label: lacksLabel })
    : resolved(reply, read.note, label);
}

function askForMore(reply: Reply, needed: { readonly note: boolean; readonly label: boolean }): ReplyOutcome {
  const events = [noteAdded(reply)];
  return outcome('Done without the note (or the label) that the office asks for; it is asked for.', {
    events,
    texts: labelText(reply),
    letters: [teamNoteNeeded(letterContext(reply, after(reply, events)), workingTeam(reply), needed)],
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
  const done = after(reply, [event]);
  const followers = followersOf(view.state, it.linked).map((follower) =>
    resolveFollower(follower, { office, now, event, note, source: reply.source }),
  );
  const fulfilled = { office, at: event.at, note, resolver: reply.sender, attach: attached(reply) };
  return outcome('Resolved by the team.', {
    events: [noteAdded(reply), event],
    texts: [
      { name: `note:${it.mail.id}`, text: note },
      { name: TEXT.resolution, text: note },
    ],
    others: followers.map(({ change }) => change),
    letters: [resolvedLetter(done, letterContext(reply, done), fulfilled), ...followers.map(({ letter }) => letter)],
  });
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
    reopenUntil: addCalendarDays(at, rulebook.settings.reopenCalendarDays, zone),
    wantsBast: findVariant(rulebook, view.state.variant)?.requirements.some(({ kind }) => kind === 'bast') ?? false,
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

export function workingTeam(reply: Reply): ReturnType<typeof teamParty> {
  const { office } = reply.it;
  return teamParty(teamOf(office, reply.view.state.team) ?? deskOf(office), office);
}
