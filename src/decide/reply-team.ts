/** What resolver teams and the desk say: `selesai: …` resolves, one digit sorts, all else is kept as a note. */
import { addCalendarDays } from '../ticket/service-clock.ts';
import type { TicketEvent } from '../ticket/event.ts';
import { nextStep, type Step } from './case.ts';
import { caseOf } from './case-of.ts';
import { findVariant } from './catalogue.ts';
import type { Letter } from './letter.ts';
import {
  requesterIncomplete,
  requesterProgress,
  requesterReceived,
  requesterResolved,
  teamNoted,
  teamNoteNeeded,
} from './letters/index.ts';
import { deskOf, teamOf, type Office } from './office.ts';
import {
  after,
  handToDesk,
  letterContext,
  noteAdded,
  outcome,
  wordCounts,
  type Reply,
  type ReplyOutcome,
} from './reply.ts';
import { stepEvents, stepLetters } from './step.ts';
import { teamParty, type TicketView } from './ticket-view.ts';

const WORKABLE = ['assigned', 'triage', 'on-hold'];

export function onTeamReply(reply: Reply): ReplyOutcome {
  if (!wordCounts(reply))
    return handToDesk(reply, "The team's mail carries too little authentication to count as its word.");
  if (reply.read.intent === 'resolve') return resolve(reply);
  const events = [noteAdded(reply)];
  if (reply.read.intent === 'note') return outcome('A note of the team.', { events });
  return outcome('Not understood as a command; kept as a note, and the team is told so.', {
    events,
    letters: [teamNoted(letterContext(reply, after(reply, events)), workingTeam(reply))],
  });
}

export function onDeskReply(reply: Reply): ReplyOutcome {
  if (!wordCounts(reply))
    return outcome('Too little authentication to count as the desk.', { events: [noteAdded(reply)] });
  const guess = reply.view.guesses[(reply.read.choice ?? 0) - 1];
  if (reply.read.intent === 'classify' && guess && reply.view.state.status === 'triage') return sort(reply, guess);
  const asTeam: Reply = { ...reply, read: reply.it.readAs('rft') };
  if (asTeam.read.intent === 'resolve') return resolve(asTeam);
  return outcome('A note of the desk.', { events: [noteAdded(reply)] });
}

function resolve(reply: Reply): ReplyOutcome {
  const { it, read, view } = reply;
  if (!WORKABLE.includes(view.state.status))
    return outcome('The ticket is not being worked on.', { events: [noteAdded(reply)] });
  if (read.note === null) {
    const events = [noteAdded(reply)];
    return outcome('Done without a note; a note is asked for.', {
      events,
      letters: [teamNoteNeeded(letterContext(reply, after(reply, events)), workingTeam(reply))],
    });
  }
  const team = view.state.team ?? it.office.rulebook.deskTeam;
  const at = it.mail.receivedAt;
  const resolved: TicketEvent = {
    v: 1,
    at,
    type: 'Resolved',
    mail: it.mail.id,
    writer: reply.sender.id,
    team,
    label: read.label,
  };
  return outcome('Resolved by the team.', {
    events: [noteAdded(reply), resolved],
    texts: [{ name: `note:${it.mail.id}`, text: read.note }],
    letters: [resolvedLetter(reply, after(reply, [resolved]), read.note)],
  });
}

function resolvedLetter(reply: Reply, view: TicketView, note: string): Letter {
  const { rulebook, zone } = reply.it.office;
  return requesterResolved(letterContext(reply, view), {
    note,
    reopenUntil: addCalendarDays(reply.it.mail.receivedAt, rulebook.settings.reopenCalendarDays, zone),
    wantsBast:
      findVariant(rulebook, view.state.variant)?.requirements.some((requirement) => requirement.kind === 'bast') ??
      false,
  });
}

/** The desk chose one of the numbered guesses. */
function sort(reply: Reply, guess: TicketView['guesses'][number]): ReplyOutcome {
  const { it, view } = reply;
  const { rulebook } = it.office;
  const classified: TicketEvent = {
    v: 1,
    at: it.mail.receivedAt,
    type: 'Classified',
    by: 'desk',
    service: guess.service,
    variant: guess.variant,
    incident: view.state.incident,
    confidence: 1,
    quantity: view.state.quantity,
    rules: rulebook.version,
  };
  const sorted = after(reply, [classified]);
  const step = sortedStep(reply, sorted);
  const moved = stepEvents(step, sorted, it);
  const final = after(reply, [classified, ...moved]);
  return outcome(`The desk chose ${guess.variant ?? guess.service}.`, {
    events: [noteAdded(reply), classified, ...moved],
    letters: [
      ...toRequester(reply, final, step),
      ...stepLetters(step, final, { it, source: view.original, tellSuperior: true }),
    ],
  });
}

function sortedStep(reply: Reply, view: TicketView): Step {
  const { office } = reply.it;
  const theCase = caseOf(view, reply.it, {
    deskReleased: true,
    kind: view.state.kind === 'incident' ? 'incident' : 'request',
  });
  const { step } = nextStep(theCase, office);
  // A service without described variants has a team all the same: the desk has said that it is the right one.
  if (step.kind === 'desk' && theCase.service)
    return { kind: 'team', team: theCase.variant?.team ?? theCase.service.team };
  return step;
}

function toRequester(reply: Reply, view: TicketView, step: Step): readonly Letter[] {
  const context = { ...letterContext(reply, view), source: reply.view.original };
  if (step.kind === 'incomplete') return [requesterIncomplete(context)];
  if (step.kind === 'approval') return [requesterReceived(context, 'approval')];
  return step.kind === 'team' ? [requesterProgress(context, 'sorted')] : [];
}

function workingTeam(reply: Reply): ReturnType<typeof teamParty> {
  const { office } = reply.it;
  return teamParty(answering(reply, office), office);
}

function answering(reply: Reply, office: Office): ReturnType<typeof deskOf> {
  return teamOf(office, reply.view.state.team) ?? deskOf(office);
}
