/** New tickets from a mail: one for each wish, their first events, and the letters that leave at once. */
import type { TicketNumber } from '../shared/ids.ts';
import type { TicketType } from '../rulebook/rulebook.ts';
import type { DeskReason, TicketEvent } from '../ticket/event.ts';
import { formatNumber } from '../ticket/number.ts';
import type { TicketState } from '../ticket/ticket.ts';
import type { Step } from './case.ts';
import type { TextRow, TicketChange } from './decision.ts';
import { fold } from './fold.ts';
import { eventDays } from './event-days.ts';
import type { Letter } from './letter.ts';
import {
  requesterHeld,
  requesterIncomplete,
  requesterReceived,
  requesterSeveral,
  stemOf,
  teamNews,
  type FirstOutcome,
  type LetterContext,
  type SourceMail,
} from './letters/index.ts';
import { linkToMaster, masterOf } from './master-incident.ts';
import { deskOf, teamOf, type Party } from './office.ts';
import type { Plan } from './plan.ts';
import type { KnownTicket, Situation } from './situation.ts';
import { stepEvents, stepLetters } from './step.ts';
import { contextOf, sourceMail, teamParty, textRows, type TicketView } from './ticket-view.ts';

export interface Opened {
  readonly view: TicketView;
  readonly change: TicketChange;
  readonly step: Step;
  readonly people: readonly Party[];
  readonly letters: readonly Letter[];
  /** What changes on the report of the same fault that stands for this one. */
  readonly master: TicketChange | null;
}

export interface OpeningParts {
  /** The ticket that these continue, where reopening was too late. */
  readonly follows?: TicketNumber | null;
  /** Whose words and papers they are, where not those of the mail in hand. */
  readonly from?: { readonly ownText: string; readonly original: SourceMail | null };
}

export function openTickets(
  plans: readonly Plan[],
  it: Situation,
  { follows = null, from = fromMail(it) }: OpeningParts = {},
): readonly Opened[] {
  const numbers = plans.map((plan, index) => numberFor(plan, it, index));
  return plans.map((plan, index) => {
    const number = numbers[index] ?? numberFor(plan, it, index);
    const { office } = it;
    const incident = plan.step.kind === 'team' && plan.it.kind === 'incident' ? plan.wish.incident : null;
    const report = { incident, text: from.ownText, reporter: plan.it.requester };
    const master = masterOf(report, { candidates: it.sameFault, office });
    return openTicket(plan, { it, index, number, siblings: numbers, follows, from, master });
  });
}

function fromMail({ mail, message, reading, papers }: Situation): Opening['from'] {
  const ownText = reading?.ownText ?? '';
  return { ownText, original: message ? sourceMail(mail.id, message, ownText, papers) : null };
}

/** The one letter to the requester that answers the mail, whatever became of its wishes. */
export function firstLetter(opened: readonly Opened[], it: Situation, held: boolean): Letter | null {
  const [said, ...rest] = opened.map((one) => outcomeItem(one, it));
  if (said === undefined) return null;
  const besides = it.reading?.doubtful ?? [];
  const first = besides.length === 0 ? said : { ...said, context: { ...said.context, besides } };
  if (held) return requesterHeld(first.context);
  if (rest.length > 0) return requesterSeveral([first, ...rest]);
  return first.outcome === 'incomplete'
    ? requesterIncomplete(first.context)
    : requesterReceived(first.context, first.outcome);
}

/** What the requester's first letter says of it. */
export function outcomeItem(
  { view, master, step }: Opened,
  { office, now }: Situation,
): { readonly context: LetterContext; readonly outcome: FirstOutcome } {
  const parts = { source: view.original, now, master: master?.number ?? null, ...deskReason(step) };
  return { context: contextOf(view, office, parts), outcome: outcomeOf(step) };
}

interface Opening {
  readonly it: Situation;
  readonly index: number;
  readonly number: TicketNumber;
  readonly siblings: readonly TicketNumber[];
  readonly follows: TicketNumber | null;
  readonly from: { readonly ownText: string; readonly original: SourceMail | null };
  /** The report of the same fault that stands for this one. */
  readonly master: KnownTicket | null;
}

function openTicket(plan: Plan, opening: Opening): Opened {
  const { it, number } = opening;
  const opened = openingEvents(plan, opening);
  const view = openedView(plan, opening, fold(null, opened));
  const moved = stepEvents(plan.step, view, it);
  const after: TicketView = { ...view, state: fold(view.state, moved) };
  const stem = stemOf(contextOf(after, it.office, { source: null, now: it.now }));
  const final: TicketView = { ...after, stem };
  return {
    view: final,
    step: plan.step,
    change: { number, expectedVersion: 0, events: [...opened, ...moved], texts: openedTexts(final) },
    people: [final.requester, final.superior, final.approver].filter((one) => one !== null),
    letters:
      opening.master === null
        ? stepLetters(plan.step, final, { it, source: final.original, tellSuperior: true })
        : [alsoReported(final, opening.master, it)],
    master: opening.master === null ? null : linkToMaster(opening.master, number, it.mail.receivedAt),
  };
}

/** The team works on the fault already: it hears in short who else has it. */
function alsoReported(view: TicketView, master: KnownTicket, { office, now }: Situation): Letter {
  const team = teamOf(office, view.state.team) ?? deskOf(office);
  const context = contextOf(view, office, { source: view.original, now });
  return teamNews(context, teamParty(team, office), 'also-reported', { answers: null, master: master.number });
}

function openingEvents(plan: Plan, opening: Opening): readonly TicketEvent[] {
  const { it } = opening;
  const at = it.mail.receivedAt;
  const theCase = plan.it;
  const links = opening.siblings.filter((sibling) => sibling !== opening.number);
  return [
    {
      v: 1,
      at,
      type: 'TicketOpened',
      mail: it.mail.id,
      wish: opening.index,
      kind: theCase.kind,
      ticketType: ticketTypeOf(plan),
      requester: theCase.requester.id,
      receivedAt: at,
      language: it.reading?.language ?? 'id',
      grade: theCase.grade,
      follows: opening.follows,
    },
    classified(plan, it),
    ...(theCase.kind === 'request' ? [requirementsChecked(plan, it)] : []),
    ...links.map((to): TicketEvent => ({ v: 1, at, type: 'Linked', to, how: 'same-mail' })),
    ...(opening.master ? [{ v: 1, at, type: 'Linked', to: opening.master.number, how: 'incident' } as const] : []),
    ...(opening.follows ? [{ v: 1, at, type: 'Linked', to: opening.follows, how: 'follows' } as const] : []),
  ];
}

function classified(plan: Plan, it: Situation): TicketEvent {
  return {
    v: 1,
    at: it.mail.receivedAt,
    type: 'Classified',
    by: 'bot',
    service: plan.wish.service,
    variant: plan.wish.kind === 'incident' ? null : plan.wish.variant,
    incident: plan.wish.incident,
    confidence: plan.wish.confidence,
    quantity: plan.wish.facts.quantity ?? null,
    rules: it.office.rulebook.version,
  };
}

function requirementsChecked(plan: Plan, it: Situation): TicketEvent {
  return {
    v: 1,
    at: it.mail.receivedAt,
    type: 'RequirementsChecked',
    mail: it.mail.id,
    missing: plan.it.missing.map((requirement) => requirement.key),
    verdict: plan.it.verdict,
    superior: plan.it.superior?.id ?? null,
    ...eventDays(plan.wish.facts),
    inJakarta: plan.wish.facts.inJakarta ?? null,
    // Whatever else sends it to the desk comes first; the papers are kept, and judged when it is sorted.
    ...(plan.step.kind === 'incomplete' && plan.faults.length > 0 && { faults: plan.faults.length }),
  };
}

function openedView(plan: Plan, opening: Opening, state: TicketState): TicketView {
  return {
    number: opening.number,
    state,
    requester: plan.it.requester,
    superior: plan.it.superior,
    superiors: plan.it.superiors ?? [],
    result: null,
    approver: plan.step.kind === 'approval' ? plan.step.approver : null,
    summary: plan.wish.summary,
    ...opening.from,
    facts: plan.wish.facts,
    papers: plan.papers,
    faults: plan.faults,
    guesses: plan.it.guesses,
    stem: null,
    supplied: [],
  };
}

function openedTexts(view: TicketView): readonly TextRow[] {
  return textRows(view);
}

function numberFor(plan: Plan, it: Situation, index: number): TicketNumber {
  return formatNumber({ type: ticketTypeOf(plan), day: it.numbering.day, counter: it.numbering.next + index });
}

function ticketTypeOf(plan: Plan): TicketType {
  if (plan.it.kind === 'incident') return 'INC';
  if (plan.it.kind === 'complaint') return 'CMP';
  return plan.it.variant?.ticketType ?? plan.it.service?.ticketType ?? 'SR';
}

function outcomeOf(step: Step): FirstOutcome {
  return step.kind;
}

function deskReason(step: Step): { readonly deskReason?: DeskReason } {
  return step.kind === 'desk' ? { deskReason: step.reason } : {};
}
