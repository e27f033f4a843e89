/** The requester brings what was missing: the same ticket goes on, the list shrinks, the clock starts when it is complete. */
import { VERDICTS } from '../directory/verdict.ts';
import type { SuperiorVerdict, TicketEvent } from '../ticket/event.ts';
import type { Variant } from '../rulebook/rulebook.ts';
import { toWords } from '../understand/normalise.ts';
import { requirementsMet } from '../understand/requirements.ts';
import type { Facts } from '../understand/reading.ts';
import { nextStep } from './case.ts';
import { caseOf } from './case-of.ts';
import { findService, findVariant } from './catalogue.ts';
import { isDerived, missingForLeadTime } from './filing.ts';
import { requesterIncomplete, requesterProgress, requesterReceived } from './letters/index.ts';
import type { Letter } from './letter.ts';
import type { Party } from './office.ts';
import { findSuperior, superiorParty } from './plan.ts';
import { after, handToDesk, letterContext, outcome, type Reply, type ReplyOutcome } from './reply.ts';
import { stepEvents, stepLetters } from './step.ts';
import { TEXT, type TicketView } from './ticket-view.ts';

/** What was missing, as far as this mail brings it: the same ticket goes on. */
export function supply(reply: Reply): ReplyOutcome {
  const { it, view } = reply;
  const checked = check(reply);
  const before = view.state;
  const nothingNew = checked.verdict === before.verdict && checked.missing.join() === before.missing.join();
  if (nothingNew) return handToDesk(reply, 'The reply brings nothing that was missing; the desk reads it.');
  const known = { superior: checked.superior, facts: checked.facts };
  const now: TicketView = { ...after(reply, [checked.event]), ...known };
  const { step } = nextStep(caseOf(now, it), it.office);
  const moved = stepEvents(step, now, it);
  const final: TicketView = { ...after(reply, [checked.event, ...moved]), ...known };
  return outcome(step.kind === 'incomplete' ? 'Something is still missing.' : 'The request is complete now.', {
    events: [checked.event, ...moved],
    texts: [{ name: TEXT.facts, text: JSON.stringify(checked.facts) }],
    people: checked.superior ? [checked.superior] : [],
    letters: [
      suppliedLetter(reply, final, step.kind),
      ...stepLetters(step, final, { it, source: reply.source, tellSuperior: true }),
    ],
  });
}

function suppliedLetter(reply: Reply, view: TicketView, step: string): Letter {
  const context = letterContext(reply, view);
  if (step === 'incomplete') return requesterIncomplete(context);
  if (step === 'team') return requesterProgress(context, 'completed');
  return requesterReceived(context, step === 'approval' ? 'approval' : 'desk');
}

interface Checked {
  readonly missing: readonly string[];
  readonly verdict: SuperiorVerdict;
  readonly superior: Party | null;
  readonly facts: Facts;
  readonly event: TicketEvent;
}

function check(reply: Reply): Checked {
  const { it, view } = reply;
  const { rulebook } = it.office;
  const variant = findVariant(rulebook, view.state.variant);
  const brought = broughtBy(reply, variant);
  const finding = findSuperior(it, reply.sender, findService(rulebook, view.state.service)?.cc?.minimumRank ?? null);
  const isBetter = order(finding.verdict) < order(view.state.verdict);
  const verdict = isBetter ? finding.verdict : view.state.verdict;
  const superior = isBetter ? superiorParty(finding, it.office) : view.superior;
  const facts = eventFacts(reply);
  const filed = { variant, facts, receivedAt: view.state.receivedAt };
  const missing = [
    ...view.state.missing.filter((key) => !isDerived(key) && !brought.has(key)),
    ...missingForLeadTime(filed, rulebook),
  ];
  const event: TicketEvent = {
    v: 1,
    at: it.mail.receivedAt,
    type: 'RequirementsChecked',
    mail: it.mail.id,
    missing,
    verdict,
    superior: superior?.id ?? null,
    eventDate: facts.eventDate ?? null,
    inJakarta: facts.inJakarta ?? null,
  };
  return { missing, verdict, superior, facts, event };
}

/** When and where, as the ticket knows it, else as the reply says it: any other date in a reply is its writer's own affair. */
function eventFacts({ it, view }: Reply): Facts {
  const { eventDate, eventEnd, inJakarta } = it.reading?.wishes[0]?.facts ?? {};
  return {
    ...(eventDate !== undefined && { eventDate }),
    ...(eventEnd !== undefined && view.facts.eventDate === undefined && { eventEnd }),
    ...(inJakarta !== undefined && { inJakarta }),
    ...view.facts,
  };
}

/** Keys of the requirements that this mail brings, in its files or its new words. */
function broughtBy({ it, read }: Reply, variant: Variant | null): ReadonlySet<string> {
  if (variant === null || it.message === null) return new Set();
  const { rulebook } = it.office;
  const met = requirementsMet(variant, {
    words: toWords(read.newText, rulebook.abbreviations),
    attachments: it.message.attachments,
    papers: it.papers,
    facts: it.reading?.wishes[0]?.facts ?? {},
    rulebook,
  });
  return new Set(met.provided.map((provided) => provided.key));
}

function order(verdict: SuperiorVerdict): number {
  return verdict === 'not-required' ? -1 : VERDICTS.indexOf(verdict);
}
