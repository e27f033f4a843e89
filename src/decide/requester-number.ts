/**
 * The requester puts right how many he asks for. Beyond the bounds of the variant it is another variant: what the catalogue asks for that one
 * is judged anew, what was agreed to counts no more, and he is told once what is needed now. Within them the number alone changes.
 */
import type { Variant } from '../rulebook/rulebook.ts';
import type { TicketEvent } from '../ticket/event.ts';
import { twinByNumber } from '../understand/twin-by-number.ts';
import { nextStep, type Step } from './case.ts';
import { caseOf } from './case-of.ts';
import { findVariant } from './catalogue.ts';
import { fold } from './fold.ts';
import { checkedAnew, isSameRank, rankOf, type SuperiorNow } from './judged-anew.ts';
import type { Letter } from './letter.ts';
import type { TextRow } from './decision.ts';
import { requesterIncomplete, requesterProgress, teamMessage, teamNews, type LetterContext } from './letters/index.ts';
import { deskOf, teamOf, type Party } from './office.ts';
import { findSuperior, superiorParty } from './plan.ts';
import { classifiedAnew, quantityPutRight, withQuantity } from './quantity-put-right.ts';
import { letterContext, noteAdded, outcome, type Reply, type ReplyOutcome } from './reply.ts';
import { papersNow, providedBy, suppliedAfter, superiorAfter } from './requester-supply.ts';
import { stepEvents, stepLetters } from './step.ts';
import { paperRows, teamParty, TEXT, type TicketView } from './ticket-view.ts';

/** What the requester puts right, and the variant that it makes of his request. */
export interface Recount {
  readonly quantity: number;
  /** Null while nobody is sure of it. */
  readonly before: Variant | null;
  readonly variant: Variant | null;
}

/** Null where he puts no number right, or the course that his reply takes anyway sees to it. */
export function onNumberPutRight(reply: Reply): ReplyOutcome | null {
  const { status, holdCause, approval } = reply.view.state;
  const recount = reply.read.intent === 'cancel' ? null : recountOf(reply);
  if (recount === null) return null;
  const isWorkedOn = status === 'assigned' || (status === 'on-hold' && HELD_FOR_WORK.includes(holdCause));
  if (!isWorkedOn && (recount.variant === recount.before || !UNBEGUN.includes(status))) return null;
  const isOther = recount.variant !== recount.before || approval?.answer === 'given';
  return isOther ? anew(reply, recount) : recorded(reply, recount);
}

const UNBEGUN = ['incomplete', 'awaiting-approval'];
/** An objection or a maintenance is ended by others. */
const HELD_FOR_WORK: readonly unknown[] = ['requester', 'team'];

function recountOf(reply: Reply): Recount | null {
  const { rulebook } = reply.it.office;
  const quantity = quantityPutRight(reply);
  const before = findVariant(rulebook, reply.view.state.variant);
  if (quantity === null || before === null || before.chain) return null;
  return { quantity, before, variant: twinByNumber(before, quantity, rulebook) };
}

/** The team goes on with another number. */
function recorded(reply: Reply, recount: Recount): ReplyOutcome {
  const { it, view } = reply;
  const { quantity } = recount;
  const resumed: readonly TicketEvent[] =
    view.state.holdCause === 'requester' ? [{ v: 1, at: it.mail.receivedAt, type: 'Resumed', mail: it.mail.id }] : [];
  const events = [noteAdded(reply), classifiedAnew(reply, quantity), ...resumed];
  const facts = withQuantity(view.facts, quantity);
  const now: TicketView = { ...view, facts, state: fold(view.state, events) };
  const context = contextAfter(reply, now, quantity);
  const team = teamOf(it.office, view.state.team) ?? deskOf(it.office);
  return outcome(saysOf(reply, recount), {
    events,
    texts: [{ name: TEXT.facts, text: JSON.stringify(facts) }],
    letters: [requesterProgress(context, 'recounted'), teamMessage(context, teamParty(team, it.office))],
  });
}

/** Another request than the one that was judged, shown and agreed to. */
function anew(reply: Reply, recount: Recount): ReplyOutcome {
  const { it, view } = reply;
  const { events, ready, people } = judgedByNumber(reply, recount);
  const { step } = nextStep(caseOf(ready, it, { deskReleased: wasLetPass(view) }), it.office);
  const moved = stepEvents(step, ready, it);
  const final: TicketView = { ...ready, state: fold(ready.state, moved) };
  return outcome(saysOf(reply, recount), {
    events: [noteAdded(reply), ...events, ...moved],
    texts: rowsOf(final),
    people,
    letters: lettersOf(reply, final, step),
  });
}

interface ByNumber {
  readonly events: readonly TicketEvent[];
  readonly ready: TicketView;
  readonly people: readonly Party[];
}

/** What the catalogue asks for as many, by all that the ticket has brought; whose turn it is then is another question. */
export function judgedByNumber(reply: Reply, { quantity, variant }: Recount): ByNumber {
  const { it, view } = reply;
  const classified = classifiedAnew(reply, quantity, variant?.slug ?? null);
  const asked = askedNow(reply, quantity, classified);
  const provided = providedBy(reply, variant);
  const { papers, faults } = papersNow(reply, variant, provided);
  const brought = { attachments: it.message?.attachments ?? [], papers: it.papers };
  const judged = checkedAnew(it, {
    before: view,
    view: { ...asked, papers },
    ...superiorNow(reply, asked),
    faults,
    brought,
  });
  const events = [classified, ...judged.events];
  const known = { ...asked, papers, faults, superior: judged.superior };
  const ready: TicketView = { ...known, state: fold(view.state, events) };
  return { events, ready, people: judged.superior ? [judged.superior] : [] };
}

export function rowsOf(view: TicketView): readonly TextRow[] {
  return [
    { name: TEXT.ownText, text: view.ownText },
    { name: TEXT.facts, text: JSON.stringify(view.facts) },
    { name: TEXT.supplied, text: JSON.stringify(view.supplied) },
    ...paperRows(view),
  ];
}

/** For another rank than before, all who are known to stand in Cc are judged anew. */
function superiorNow(reply: Reply, asked: TicketView): SuperiorNow {
  const { it, view, sender } = reply;
  if (isSameRank(view, asked, it.office) || it.message === null) return superiorAfter(reply);
  const known = [...view.superiors, ...(view.superior ? [view.superior] : [])];
  const cc = [...it.message.cc, ...known.map(({ name, address }) => ({ name, address }))];
  const finding = findSuperior({ ...it, message: { ...it.message, cc } }, sender, rankOf(asked.state, it.office));
  return { verdict: finding.verdict, superior: superiorParty(finding, it.office) };
}

/** The newest words first: they are what a reader may not miss. */
function askedNow(reply: Reply, quantity: number, classified: TicketEvent): TicketView {
  const { view, read } = reply;
  return {
    ...view,
    facts: withQuantity(view.facts, quantity),
    ownText: [read.newText, view.ownText].filter((text) => text.trim() !== '').join('\n\n'),
    supplied: suppliedAfter(reply),
    state: fold(view.state, [classified]),
  };
}

/** What has got past its first step has been let pass already. */
function wasLetPass({ state }: TicketView): boolean {
  return state.status === 'assigned' || state.status === 'on-hold' || state.approval?.answer === 'given';
}

function lettersOf(reply: Reply, view: TicketView, step: Step): readonly Letter[] {
  const { it, source } = reply;
  const context = contextAfter(reply, view, view.facts.quantity ?? 0);
  return [
    toRequester(context, step),
    ...stopped(reply, view, context),
    ...stepLetters(step, view, { it, source, tellSuperior: true }),
  ];
}

function toRequester(context: LetterContext, step: Step): Letter {
  switch (step.kind) {
    case 'incomplete':
      return requesterIncomplete(context);
    case 'approval':
      return requesterProgress(context, 'changed');
    case 'desk':
      return requesterProgress(context, 'recounted-at-desk');
    case 'team':
      return requesterProgress(context, 'recounted');
  }
}

/** Whoever had it in hand, and has it no longer. */
function stopped({ it, view }: Reply, after: TicketView, context: LetterContext): readonly Letter[] {
  const had = view.state.status === 'assigned' || view.state.status === 'on-hold' ? view.state.team : null;
  const has = after.state.status === 'assigned' ? after.state.team : null;
  const team = had === has ? null : teamOf(it.office, had);
  return team === null ? [] : [teamNews(context, teamParty(team, it.office), 'recounted', { answers: null })];
}

export function contextAfter(reply: Reply, view: TicketView, quantity: number): LetterContext {
  const { quantity: before } = reply.view.facts;
  const from = before === undefined ? {} : { recountedFrom: before };
  return { ...letterContext(reply, view), recounted: quantity, ...from };
}

export function saysOf({ view }: Reply, { quantity, variant }: Recount): string {
  const was = view.facts.quantity ?? view.state.quantity ?? 'none';
  const says = `The requester puts the number right: ${quantity} instead of ${was}`;
  return variant === null || variant.slug === view.state.variant
    ? `${says}.`
    : `${says}; it is ${variant.slug} now, judged anew.`;
}
