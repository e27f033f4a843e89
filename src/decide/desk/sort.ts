/**
 * What a ticket is about, as the desk says it: a guess of its letter, a service or a variant, at any time before the end. Requirements and
 * superior are judged anew by the catalogue's rules for what was chosen; an approval of something else counts no more.
 */
import { judgeSuperior, type SuperiorFinding } from '../../directory/verdict.ts';
import type { Variant } from '../../rulebook/rulebook.ts';
import type { TeamCode } from '../../shared/ids.ts';
import { localDate } from '../../shared/time.ts';
import type { DeskReason, TicketEvent } from '../../ticket/event.ts';
import type { DeskCommand, Facts } from '../../understand/reading.ts';
import { twinByNumber } from '../../understand/twin-by-number.ts';
import { nextStep, type Step as NextStep } from '../case.ts';
import { caseOf } from '../case-of.ts';
import { findService, findVariant } from '../catalogue.ts';
import { guessesFor } from '../guesses.ts';
import type { Letter } from '../letter.ts';
import { requesterIncomplete, requesterProgress, requesterReceived, teamNews } from '../letters/index.ts';
import { checkedAnew, isSameRank, rankOf, type SuperiorNow } from '../judged-anew.ts';
import { addressesOf, teamOf } from '../office.ts';
import { superiorParty } from '../plan.ts';
import { stepEvents, stepLetters } from '../step.ts';
import { paperRows, teamParty, TEXT, type TicketView } from '../ticket-view.ts';
import { formatDate } from '../letters/dates.ts';
import { withQuantity } from '../quantity-put-right.ts';
import { contextIn, doTo, inHand, viewAfter, type Batch, type Deed, type InHand, type Step } from './batch.ts';
import { exampleRow } from './example.ts';
import { beforeUndo } from './undo.ts';

type Sorting = Extract<DeskCommand, { readonly kind: 'classify' | 'correct' }>;

interface Chosen {
  /** Null while nobody is sure of it. */
  readonly service: string | null;
  readonly variant: string | null;
}

export function sort(batch: Batch, command: Sorting): Step {
  const hand = inHand(batch, command.ticket);
  if (typeof hand === 'string') return hand;
  const chosen = chosenBy(command, hand.view, batch);
  if (chosen === null) return 'unknown-service';
  const facts = factsAfter(command, hand.view.facts);
  const classifying = [classified(batch, hand, chosen, facts)];
  const asked = { ...viewAfter(hand, classifying), facts };
  const checked = checkedAnew(batch.it, { before: hand.view, view: asked, ...superiorNow(batch, hand.view, asked) });
  const { superior, faults } = checked;
  const events = [...classifying, ...checked.events];
  const view = { ...viewAfter(hand, events), facts, superior, faults };
  const step = staysWithDesk(command, hand.view) ?? stepOf(batch, view);
  const moved = stepEvents(step, view, batch.it);
  const guesses = guessesNow(batch, command, hand.view);
  const final: TicketView = { ...view, state: viewAfter(hand, [...events, ...moved]).state };
  return doTo(batch, hand, {
    events: [...events, ...moved],
    texts: [
      { name: TEXT.facts, text: JSON.stringify(facts) },
      ...paperRows(final),
      { name: TEXT.guesses, text: JSON.stringify(guesses) },
      ...(isOfFacts(command) ? [] : exampleOf(hand, chosen)),
      beforeUndo(batch, hand, final.state),
    ],
    people: checked.superior ? [checked.superior] : [],
    letters: lettersOf(batch, hand, final, step),
    view: { facts, guesses, superior: checked.superior },
    deed: deedOf(batch, command, { before: hand.view, view: final, chosen }),
  });
}

/** A digit means the list of that ticket's letter; a correction of facts alone leaves the service as it is. */
function chosenBy(command: Sorting, view: TicketView, { it }: Batch): Chosen | null {
  const { rulebook } = it.office;
  if (command.choice !== null) return view.guesses[command.choice - 1] ?? null;
  const variant = findVariant(rulebook, command.variant);
  if (variant) return { service: variant.slug.split('/')[0] ?? '', variant: variant.slug };
  const service = findService(rulebook, command.service);
  if (service) return { service: service.code, variant: onlyVariant(service.variants) };
  if (command.kind !== 'correct' || command.service !== null || command.variant !== null) return null;
  if (view.state.service === null && staysWithDesk(command, view) === null) return null;
  const now = twinByNumber(findVariant(rulebook, view.state.variant), command.quantity, rulebook);
  return { service: view.state.service, variant: now?.slug ?? null };
}

function onlyVariant(variants: readonly Variant[]): string | null {
  return variants.length === 1 ? (variants[0]?.slug ?? null) : null;
}

/** What was doubtful about it before is settled. */
function factsAfter(command: Sorting, facts: Facts): Facts {
  if (command.kind !== 'correct') return facts;
  const { quantity, eventDate } = command;
  const counted = quantity === null ? facts : withQuantity(facts, quantity);
  if (eventDate === null) return counted;
  const { eventDoubt: _doubt, eventPeriod: _period, ...dated } = counted;
  return { ...dated, eventDate };
}

function classified({ it }: Batch, { view }: InHand, chosen: Chosen, facts: Facts): TicketEvent {
  return {
    v: 1,
    at: it.mail.receivedAt,
    type: 'Classified',
    by: 'desk',
    ...chosen,
    incident: view.state.incident,
    confidence: 1,
    quantity: facts.quantity ?? view.state.quantity,
    rules: it.office.rulebook.version,
  };
}

/** Judged for the same rank, the superior stays judged. */
function superiorNow(batch: Batch, before: TicketView, view: TicketView): SuperiorNow {
  if (isSameRank(before, view, batch.it.office)) return { verdict: before.state.verdict, superior: before.superior };
  const finding = findingOf(batch, view);
  return { verdict: finding.verdict, superior: superiorParty(finding, batch.it.office) };
}

/** Who stood in Cc and To of the mail that opened it. */
function findingOf({ it }: Batch, { number, requester, state }: TicketView): SuperiorFinding {
  const { office, desk } = it;
  const own = addressesOf(requester);
  return judgeSuperior({
    sender: requester.person,
    senderAddress: requester.address,
    recipients: (desk?.participants.get(number) ?? [])
      .filter((address) => !own.includes(address))
      .map((address) => ({ address, name: '', field: 'cc' })),
    minimum: state.kind === 'incident' ? null : rankOf(state, office),
    on: localDate(state.receivedAt, office.zone),
    directory: office.directory,
    ourAddresses: [...office.ownAddresses, ...office.rulebook.teams.map((team) => team.address)],
    ourDomains: office.domains,
  });
}

/** A number put right alone is no word on why the desk has the ticket, unless that is about the number. */
function staysWithDesk(command: Sorting, { state }: TicketView): NextStep | null {
  const { status, deskReason } = state;
  const isOfNumber = command.kind === 'correct' && command.service === null && command.variant === null;
  if (!isOfNumber || command.quantity === null || command.eventDate !== null || command.choice !== null) return null;
  if (status !== 'triage' || deskReason === null || SETTLED_BY_NUMBER.includes(deskReason)) return null;
  return { kind: 'desk', reason: deskReason, complete: false };
}

/** A digit said later means what the number makes of it. */
function guessesNow({ it }: Batch, command: Sorting, { guesses }: TicketView): TicketView['guesses'] {
  const quantity = command.kind === 'correct' ? command.quantity : null;
  return quantity === null ? guesses : guessesFor(guesses, quantity, it.office.rulebook);
}

const SETTLED_BY_NUMBER: readonly DeskReason[] = ['papers-differ', 'late-filing'];

function stepOf(batch: Batch, view: TicketView): NextStep {
  const kind = view.state.kind === 'incident' ? 'incident' : 'request';
  const theCase = caseOf(view, batch.it, { deskReleased: true, kind });
  const { step } = nextStep(theCase, batch.it.office);
  // A service without described variants has a team all the same: the desk has said that it is the right one.
  if (step.kind === 'desk' && theCase.service)
    return { kind: 'team', team: theCase.variant?.team ?? theCase.service.team };
  return step;
}

function lettersOf(batch: Batch, hand: InHand, view: TicketView, step: NextStep): readonly Letter[] {
  const { it } = batch;
  const before = hand.view.state;
  const stays = before.status === 'assigned' && view.state.status === 'assigned' && view.state.team === before.team;
  // Whoever has put it right need not be told what he has before him.
  const isStillThere = before.status === 'triage' && step.kind === 'desk' && step.reason === before.deskReason;
  const others = stepLetters(step, view, { it, source: view.original, tellSuperior: before.status === 'triage' });
  return [
    ...toRequester(batch, hand, view, step),
    ...(stays ? [] : leaving(batch, hand, view, view.state.status === 'assigned' ? view.state.team : null)),
    ...(stays && before.variant === view.state.variant ? putRight(batch, hand, view) : isStillThere ? [] : others),
  ];
}

/** The team goes on with the same, but for a number or a day. */
function putRight(batch: Batch, { view: before }: InHand, view: TicketView): readonly Letter[] {
  const team = teamOf(batch.it.office, view.state.team);
  const { quantity, eventDate } = before.facts;
  if (team === null || (quantity === view.facts.quantity && eventDate === view.facts.eventDate)) return [];
  return [teamNews(contextIn(batch, view), teamParty(team, batch.it.office), 'put-right', { answers: null })];
}

/** The team that has it no longer. @param now the team that has it afterwards */
export function leaving(
  batch: Batch,
  hand: InHand,
  view: TicketView,
  now: TeamCode | null = view.state.team,
): readonly Letter[] {
  const { status, team } = hand.view.state;
  const before = status === 'assigned' || status === 'on-hold' ? teamOf(batch.it.office, team) : null;
  if (before === null || before.code === now) return [];
  return [teamNews(contextIn(batch, view), teamParty(before, batch.it.office), 'withdrawn', { answers: null })];
}

function toRequester(batch: Batch, hand: InHand, view: TicketView, step: NextStep): readonly Letter[] {
  const { quantity } = view.facts;
  const isRecounted = quantity !== undefined && hand.view.facts.quantity !== quantity;
  const context = { ...contextIn(batch, view, view.original), ...(isRecounted && { recounted: quantity }) };
  if (step.kind === 'incomplete') return [requesterIncomplete(context)];
  if (step.kind === 'approval') return [requesterReceived(context, 'approval')];
  if (step.kind === 'desk' && isRecounted) return [requesterProgress(context, 'recounted-at-desk')];
  if (step.kind === 'team' && isRecounted) return [requesterProgress(context, 'recounted')];
  const isNews = hand.view.state.status !== 'assigned' || hand.view.state.variant !== view.state.variant;
  return step.kind === 'team' && isNews ? [requesterProgress(context, 'sorted')] : [];
}

/** A number put right says nothing of how the first words were read. */
function isOfFacts(command: Sorting): boolean {
  return command.kind === 'correct' && (command.quantity !== null || command.eventDate !== null);
}

/** Kept for whoever tends the rules. */
function exampleOf({ view }: InHand, chosen: Chosen): readonly { readonly name: string; readonly text: string }[] {
  const { service, variant, confidence } = view.state;
  if (chosen.variant === null || (chosen.variant === variant && confidence === 1)) return [];
  return [exampleRow(view, { variant: chosen.variant, was: variant ?? service })];
}

interface Sorted {
  readonly before: TicketView;
  readonly view: TicketView;
  readonly chosen: Chosen;
}

function deedOf(batch: Batch, command: Sorting, { before, view, chosen }: Sorted): Deed {
  const { number: ticket, state } = view;
  const name = nameOf(batch, chosen);
  const right = command.kind === 'correct' ? factNamed(command, batch, state.variant) : null;
  if (right !== null) {
    const to = before.state.variant === state.variant ? right : `${right} (${name})`;
    return { kind: 'put-right', ticket, to, shown: false };
  }
  const isFirst = command.kind === 'classify' && before.state.status === 'triage';
  return { kind: isFirst ? 'classified' : 'corrected', ticket, to: name, shown: command.choice !== null };
}

/** "45 akun", "Rabu, 9 Desember 2026" */
function factNamed(
  { quantity, eventDate }: Sorting & { readonly kind: 'correct' },
  { it }: Batch,
  variant: string | null,
): string | null {
  const unit = findVariant(it.office.rulebook, variant)?.quantity?.unit ?? '';
  if (quantity !== null) return `${quantity} ${unit}`.trim();
  return eventDate === null ? null : formatDate(eventDate, 'id');
}

export function nameOf({ it }: Batch, { service, variant }: Chosen): string {
  const { rulebook } = it.office;
  return findVariant(rulebook, variant)?.name ?? findService(rulebook, service)?.name ?? service ?? '';
}
