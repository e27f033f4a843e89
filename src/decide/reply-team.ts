/** What the desk says: one digit sorts, a team's command counts like one of a team, all else is kept as a note. */
import type { TicketEvent } from '../ticket/event.ts';
import { nextStep, type Step } from './case.ts';
import { caseOf } from './case-of.ts';
import type { Letter } from './letter.ts';
import { requesterIncomplete, requesterProgress, requesterReceived } from './letters/index.ts';
import { after, letterContext, noteAdded, outcome, wordCounts, type Reply, type ReplyOutcome } from './reply.ts';
import { resolve } from './resolve.ts';
import { stepEvents, stepLetters } from './step.ts';
import type { TicketView } from './ticket-view.ts';

export function onDeskReply(reply: Reply): ReplyOutcome {
  if (!wordCounts(reply))
    return outcome('Too little authentication to count as the desk.', { events: [noteAdded(reply)] });
  const guess = reply.view.guesses[(reply.read.choice ?? 0) - 1];
  if (reply.read.intent === 'classify' && guess && reply.view.state.status === 'triage') return sort(reply, guess);
  const asTeam: Reply = { ...reply, read: reply.it.readAs('rft') };
  if (asTeam.read.intent === 'resolve') return resolve(asTeam);
  return outcome('A note of the desk.', { events: [noteAdded(reply)] });
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
