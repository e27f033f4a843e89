/** The events and letters of a ticket's next step; the same for a new ticket, a completed one and an approved one. */
import type { TicketEvent } from '../ticket/event.ts';
import { askEvent, askLetter } from './ask.ts';
import type { Step } from './case.ts';
import { findVariant } from './catalogue.ts';
import type { Letter } from './letter.ts';
import { deskComplaint, deskPaper, deskTriage, superiorForInformation, teamAssigned } from './letters/index.ts';
import type { EarlierTicket, SourceMail, TeamParty } from './letters/index.ts';
import { deskOf, teamOf, type Office } from './office.ts';
import { pagesToSee, unseenPapers, whySeen } from './paper-to-see.ts';
import type { Situation } from './situation.ts';
import { contextOf, teamParty, TEXT, type TicketView } from './ticket-view.ts';

/** @param view the ticket before the step */
export function stepEvents(step: Step, view: TicketView, it: Situation): readonly TicketEvent[] {
  const at = it.mail.receivedAt;
  const completed: readonly TicketEvent[] =
    view.state.completedAt === null ? [{ v: 1, at, type: 'RequestCompleted' }] : [];
  switch (step.kind) {
    case 'incomplete':
      return [];
    case 'approval':
      return [askEvent(view, step, it)];
    case 'desk':
      return [...(step.complete ? completed : []), { v: 1, at, type: 'SentToDesk', reason: step.reason }];
    case 'team':
      return [...completed, { v: 1, at, type: 'Assigned', team: step.team }];
  }
}

export interface StepLetterOptions {
  readonly it: Situation;
  readonly source: SourceMail | null;
  /** The superior in Cc hears of it once, when work begins. */
  readonly tellSuperior: boolean;
}

/** Letters to everybody but the requester, whose letter depends on what he wrote. @param view the ticket after the step */
export function stepLetters(step: Step, view: TicketView, options: StepLetterOptions): readonly Letter[] {
  const { office, now } = options.it;
  const context = contextOf(view, office, { source: options.source, now });
  switch (step.kind) {
    case 'incomplete':
      return [];
    case 'approval':
      return [askLetter(view, step.approver, { context, office })];
    case 'desk':
      if (step.reason === 'signature-unseen')
        return [seenLetter(view, { ...context, deskReason: step.reason }, office)];
      return step.reason === 'complaint'
        ? [deskComplaint({ ...context, deskReason: step.reason }, leadOf(office), earlierOf(view, options.it))]
        : [deskTriage({ ...context, deskReason: step.reason }, { earlier: mayBeOf(view, options.it) })];
    case 'team': {
      const team = teamOf(office, step.team) ?? deskOf(office);
      return [teamAssigned(context, teamParty(team, office)), ...informSuperior(view, options, context)];
    }
  }
}

function seenLetter(view: TicketView, context: ReturnType<typeof contextOf>, office: Office): Letter {
  const unseen = unseenPapers(view.papers, findVariant(office.rulebook, view.state.variant));
  const [paper, ...others] = unseen;
  if (paper === undefined) return deskTriage(context);
  return deskPaper(context, {
    filename: paper.filename,
    type: paper.type,
    why: whySeen(paper),
    others: others.map((other) => ({ filename: other.filename, why: whySeen(other) })),
    isRest: view.papers.papers.some(({ isSeen }) => isSeen === true),
    pages: unseen.flatMap((one) => pagesToSee(one, one.mail)),
  });
}

function leadOf(office: Office): TeamParty {
  return teamParty(office.rulebook.deskLead ?? deskOf(office), office);
}

/** What a mail may go on with that says that it does, newest first. */
function mayBeOf(view: TicketView, it: Situation): readonly EarlierTicket[] {
  return earlierOf(view, { ...it, ownTickets: it.mayContinue ?? [] });
}

/** What whoever complains has asked before, newest first. */
function earlierOf(view: TicketView, it: Situation): readonly EarlierTicket[] {
  const others = it.ownTickets.filter(({ number }) => number !== view.number);
  return others.map((ticket) => ({
    number: ticket.number,
    name: ticket.texts[TEXT.subject] ?? '',
    status: ticket.state.status,
    openedAt: ticket.state.receivedAt,
    team: teamOf(it.office, ticket.state.team)?.name ?? null,
  }));
}

/** Where the catalogue only asks for the Cc, the superior hears that work has begun; the requester himself does not. */
function informSuperior(
  view: TicketView,
  options: StepLetterOptions,
  context: Parameters<typeof superiorForInformation>[0],
): readonly Letter[] {
  const { office } = options.it;
  const superior = view.superior;
  const wanted =
    options.tellSuperior &&
    office.rulebook.settings.notifySuperior &&
    view.state.kind === 'request' &&
    view.state.approval === null;
  if (!wanted || superior === null || superior.id === view.requester.id || view.state.verdict !== 'ok') return [];
  return [superiorForInformation(context, superior)];
}
