/** The requester's reply: what was missing, a word on the result, a question, or something new. */
import { VERDICTS } from '../directory/verdict.ts';
import type { SuperiorVerdict, TicketEvent } from '../ticket/event.ts';
import { isReopenable } from '../ticket/service-clock.ts';
import type { Variant } from '../rulebook/rulebook.ts';
import { toWords } from '../understand/normalise.ts';
import { requirementsMet } from '../understand/requirements.ts';
import type { Facts, Wish } from '../understand/reading.ts';
import { nextStep } from './case.ts';
import { caseOf } from './case-of.ts';
import { findService, findVariant } from './catalogue.ts';
import { isDerived, missingForLeadTime } from './filing.ts';
import {
  requesterClosed,
  requesterIncomplete,
  requesterProgress,
  requesterReceived,
  requesterReopened,
  teamMessage,
  teamReopened,
} from './letters/index.ts';
import type { Letter } from './letter.ts';
import { deskOf, teamOf, type Party } from './office.ts';
import { firstLetter, openTickets } from './open-tickets.ts';
import { findSuperior, planWish, superiorParty } from './plan.ts';
import {
  after,
  answersOwnLetter,
  handToDesk,
  letterContext,
  noteAdded,
  outcome,
  wordCounts,
  type Reply,
  type ReplyOutcome,
} from './reply.ts';
import { statement } from './ask-back.ts';
import { statusLetter } from './status-letter.ts';
import { stepEvents, stepLetters } from './step.ts';
import { teamParty, TEXT, type TicketView } from './ticket-view.ts';

export function onRequesterReply(reply: Reply): ReplyOutcome {
  const { read, view, it } = reply;
  const status = view.state.status;
  if (read.intent === 'status') return outcome('Asks for the state.', { letters: statusLetter(it, reply.source) });
  if (!wordCounts(reply) && !answersOwnLetter(reply))
    return handToDesk(reply, 'Nothing shows that the requester wrote it; the desk reads it.');
  if (read.intent === 'new-request') return openNew(reply, 'Asks for something else: a new ticket.');
  switch (status) {
    case 'incomplete':
      return read.intent === 'cancel' ? cancel(reply) : supply(reply);
    case 'awaiting-approval':
      if (read.intent === 'cancel') return cancel(reply);
      return saysApproved(reply)
        ? statement(
            reply,
            'forwarded',
            "Somebody else's word on the approval does not count; the approver is asked for one word.",
          )
        : handToDesk(reply, 'The requester wrote while the approval is open; the desk reads it.');
    case 'triage':
    case 'assigned':
    case 'on-hold':
      return read.intent === 'cancel'
        ? handToDesk(reply, 'The requester wants to withdraw; the desk settles it with the team.')
        : tellTeam(reply);
    case 'resolved':
    case 'closed':
      return onResult(reply);
    case 'rejected':
    case 'cancelled':
      return handToDesk(reply, 'The requester wrote on a ticket that has ended; the desk reads it.');
  }
}

function onResult(reply: Reply): ReplyOutcome {
  const { read, view, it } = reply;
  const at = it.mail.receivedAt;
  if (read.intent === 'reopen') return reopen(reply);
  const rating = read.rating === null ? [] : [{ name: 'rating', text: String(read.rating) }];
  if (read.intent === 'confirm' && view.state.status === 'resolved') {
    const closed: TicketEvent = { v: 1, at, type: 'Closed', mail: it.mail.id, how: 'confirmed' };
    return outcome('The user confirms: done.', {
      events: [closed],
      texts: rating,
      letters: [requesterClosed(letterContext(reply, after(reply, [closed])), 'confirmed')],
    });
  }
  if (read.intent === 'thanks' || read.intent === 'rating' || read.intent === 'confirm') {
    return outcome('Thanks or a rating; kept.', { events: [noteAdded(reply)], texts: rating });
  }
  return handToDesk(reply, 'The requester wrote after the work was done; the desk reads it.');
}

function reopen(reply: Reply): ReplyOutcome {
  const { it, view } = reply;
  const { rulebook, zone } = it.office;
  if (!isReopenable(view.state, it.mail.receivedAt, rulebook.settings.reopenCalendarDays, zone)) {
    return openNew(reply, 'Too late to reopen: a new ticket that names the old one.');
  }
  const events: readonly TicketEvent[] = [{ v: 1, at: it.mail.receivedAt, type: 'Reopened', mail: it.mail.id }];
  const opened = after(reply, events);
  const context = letterContext(reply, opened);
  const team = teamOf(it.office, opened.state.team) ?? deskOf(it.office);
  return outcome('The user says it is not done: reopened.', {
    events,
    letters: [requesterReopened(context), teamReopened(context, teamParty(team, it.office))],
  });
}

/** What was missing, as far as this mail brings it: the same ticket goes on. */
function supply(reply: Reply): ReplyOutcome {
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

function cancel(reply: Reply): ReplyOutcome {
  const cancelled: TicketEvent = {
    v: 1,
    at: reply.it.mail.receivedAt,
    type: 'Cancelled',
    mail: reply.it.mail.id,
    how: 'requester',
  };
  return outcome('Withdrawn by the requester.', {
    events: [cancelled],
    letters: [requesterClosed(letterContext(reply, after(reply, [cancelled])), 'cancelled')],
  });
}

function tellTeam(reply: Reply): ReplyOutcome {
  const { it, view } = reply;
  const events = [noteAdded(reply)];
  const team = teamOf(it.office, view.state.team) ?? deskOf(it.office);
  return outcome('More words of the requester; the team has them.', {
    events,
    letters: [teamMessage(letterContext(reply, after(reply, events)), teamParty(team, it.office))],
  });
}

/** True when the mail, quotes included, carries a yes: forwarded or reported, but not given by the approver to us. */
function saysApproved(reply: Reply): boolean {
  return (
    reply.it.readAs('approver').intent === 'approve' ||
    /\b(setuju|disetujui|menyetujui|acc)\b/i.test(reply.it.reading?.ownText ?? '')
  );
}

function openNew(reply: Reply, says: string): ReplyOutcome {
  const { it, view } = reply;
  const old = { service: view.state.service ?? '', variant: view.state.variant, confidence: 0.5 };
  const wishes = (it.reading?.wishes ?? []).map((wish): Wish =>
    wish.variant === null && view.state.service !== null
      ? { ...wish, alternatives: [old, ...wish.alternatives].slice(0, 3) }
      : wish,
  );
  const plans = wishes.map((wish) => planWish(wish, it, reply.sender));
  const opened = openTickets(plans, it, view.number);
  const first = firstLetter(opened, it, false);
  return outcome(says, {
    opened,
    letters: [...(first ? [first] : []), ...opened.flatMap((one) => one.letters)],
    people: opened.flatMap((one) => one.people),
  });
}
