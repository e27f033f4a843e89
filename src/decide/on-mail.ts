/**
 * The decision about one mail. `chain.ts` says which course it takes; here each course becomes events, letters and rows. Pure: the same
 * situation always gives the same decision, so a mail decided again after a crash is decided alike.
 */
import type { TicketEvent } from '../ticket/event.ts';
import { chooseCourse, dispositionOf, type ChainRule } from './chain.ts';
import type { Decision, HoldReason, NoReplyReason, PartyRow, TextRow, TicketChange } from './decision.ts';
import type { Letter } from './letter.ts';
import { onDeskOrder } from './desk/order.ts';
import { mastersOf, NOTHING, ordersOf, sourceOf, type Effects } from './effects.ts';
import { firstLetter, openTickets } from './open-tickets.ts';
import { addressesOf } from './office.ts';
import { planWish, type Plan } from './plan.ts';
import { after, letterContext, roleOf, type Reply, type ReplyOutcome } from './reply.ts';
import { answer, readingRole } from './answer.ts';
import { approverAway } from './approver-away.ts';
import { askedBy } from './asked-by.ts';
import { onEvidenceAsked } from './evidence-request.ts';
import { askedIn, outsidePlans } from './outside.ts';
import { requesterAdded, requesterWithheld, type WithholdReason } from './letters/index.ts';
import { gatherAnswers } from './gather-answers.ts';
import { gatherApprovals } from './gather-approvals.ts';
import { onReport } from './on-report.ts';
import { personalMail } from './personal-papers.ts';
import { silenced, silenceTrace } from './silence.ts';
import type { Situation } from './situation.ts';
import { statusLetter } from './status-letter.ts';
import { sourceMail, viewOf } from './ticket-view.ts';
import { knownTo, timersOf } from './timers.ts';
import { planTrace, replyTrace } from './trace.ts';
import { unreadPlan } from './unread.ts';

/** A decision with the plans behind its new tickets, for `explain`. */
export interface Decided {
  readonly decision: Decision;
  readonly plans: readonly Plan[];
}

export function decideOnMail(it: Situation): Decided {
  const { rule, trace } = chooseCourse(it);
  const effects = effectsOf(rule, it);
  const { letters, silence } = silenced(gathered(effects, it), it, effects.tickets);
  const personal = personalMail(it, effects.plans);
  const noReply = noReplyOf(rule) ?? silence?.reason ?? null;
  const decision: Decision = {
    mail: it.mail.id,
    at: it.mail.receivedAt,
    disposition: dispositionOf(rule.course),
    autoReply: noReply === null && letters.length > 0,
    noReplyReason: noReply,
    reason: effects.says ?? rule.says,
    tickets: effects.tickets,
    people: rowsOf(it, [...effects.people, ...askedBy(letters)]),
    letters,
    timers: timersOf(effects.tickets, it),
    voidLetters: effects.voidLetters ?? [],
    numbers:
      effects.newTickets === 0 ? null : { day: it.numbering.day, first: it.numbering.next, count: effects.newTickets },
    trace: [...trace, ...effects.trace, ...silenceTrace(silence)],
    ...(effects.mailOrders && { mailOrders: effects.mailOrders }),
    ...(effects.addressOrders && { addressOrders: effects.addressOrders }),
    ...(personal && { personalMails: [personal] }),
    ...(effects.asked && { asked: effects.asked }),
  };
  return { decision, plans: effects.plans };
}

function gathered(effects: Effects, it: Situation): readonly Letter[] {
  return gatherApprovals(gatherAnswers(effects.letters), {
    office: it.office,
    now: it.now,
    source: sourceOf(it),
    changes: effects.tickets,
    known: knownTo(it),
    people: rowsOf(it, [...effects.people, ...askedBy(effects.letters)]),
    waiting: it.waiting ?? new Map(),
  });
}

function effectsOf(rule: ChainRule, it: Situation): Effects {
  switch (rule.course.kind) {
    case 'ignore':
      return kept(it);
    case 'hold':
      return TOLD_WHAT_FOR.has(rule.course.reason) ? held(it) : kept(it);
    case 'report':
      return onReport(it);
    case 'reply':
      return replied(it);
    case 'desk':
      return onDeskOrder(it);
    case 'withhold':
      return { ...NOTHING, letters: withheldLetter(it, rule.course.reason) };
    case 'evidence':
      return onEvidenceAsked(it);
    case 'unread':
      if (it.binding !== null) return replied(it);
      return it.sender === null ? NOTHING : opened([unreadPlan(it, it.sender)], it, true);
    case 'status':
      return { ...NOTHING, letters: statusLetter(it, sourceOf(it)) };
    case 'open': {
      const { sender } = it;
      return sender === null
        ? NOTHING
        : opened(
            (it.reading?.wishes ?? []).map((wish) => planWish(wish, it, sender)),
            it,
            false,
          );
    }
  }
}

const TOLD_WHAT_FOR: ReadonlySet<string> = new Set<HoldReason>(['outside', 'no-address']);

/** Nobody is answered and no ticket opened; the desk sees what it would get by releasing it. */
function held(it: Situation): Effects {
  const plans = outsidePlans(it);
  if (plans === null) return kept(it);
  return { ...kept(it), trace: plans.flatMap(planTrace), plans, asked: plans.map(({ wish }) => askedIn(wish)) };
}

function opened(plans: readonly Plan[], it: Situation, held: boolean): Effects {
  const tickets = openTickets(plans, it);
  const first = firstLetter(tickets, it, held);
  return {
    tickets: [...tickets.map((ticket) => ticket.change), ...mastersOf(tickets)],
    people: tickets.flatMap((ticket) => ticket.people),
    letters: [...(first ? [first] : []), ...tickets.flatMap((ticket) => ticket.letters)],
    trace: plans.flatMap(planTrace),
    plans,
    newTickets: tickets.length,
  };
}

/** Only one of ours, who surely wrote it, is told: what carries a virus often lies about its sender. */
function withheldLetter(it: Situation, reason: WithholdReason): readonly Letter[] {
  const { sender, office, message } = it;
  const isSure = message?.grade === 'internal' || message?.grade === 'aligned';
  if (sender === null || sender.person === null || !isSure) return [];
  const context = {
    rulebook: office.rulebook,
    mailbox: office.mailbox.address,
    language: it.reading?.language ?? 'id',
    requester: sender,
    source: sourceOf(it),
  } as const;
  return [requesterWithheld(context, reason)];
}

/** A machine's answer to a letter of ours is kept with the ticket, and means nothing; the same one again not even that. */
function kept(it: Situation): Effects {
  const { binding, sender } = it;
  if (it.seenBefore.identical !== null) return NOTHING;
  if (binding === null || sender === null || it.message?.machine === null) return NOTHING;
  const event: TicketEvent = {
    v: 1,
    at: it.mail.receivedAt,
    type: 'MailAttached',
    mail: it.mail.id,
    writer: sender.id,
    role: 'machine',
  };
  const away = approverAway(it);
  const { events = [], letters = [], people = [] } = away ?? {};
  return {
    ...NOTHING,
    tickets: [changeOf(it, [event, ...events], [])],
    people: [sender, ...people],
    letters,
    ...(away && { says: away.says }),
  };
}

function replied(it: Situation): Effects {
  const { binding, sender, message } = it;
  if (binding === null || sender === null || message === null) return NOTHING;
  const role = roleOf(it, binding, sender);
  const read = it.readAs(readingRole(role));
  const reply: Reply = {
    it,
    binding,
    sender,
    role,
    read,
    view: viewOf(binding.ticket, it.office),
    source: sourceMail(it.mail.id, message, read.newText, it.papers),
  };
  const result = answer(reply);
  return {
    tickets: [
      attachedTo(reply, result),
      ...result.opened.map((ticket) => ticket.change),
      ...mastersOf(result.opened),
      ...result.others,
    ],
    people: [sender, ...result.people],
    letters: [...result.letters, ...whereItWent(reply, result)],
    trace: replyTrace(reply, result.events),
    plans: [],
    voidLetters: result.voidLetters,
    ...ordersOf(result),
    says: result.says,
    newTickets: result.opened.length,
  };
}

/** Whoever named no ticket hears at once to which one his mail was added, where no other letter tells him. */
function whereItWent(reply: Reply, { letters, events }: ReplyOutcome): readonly Letter[] {
  const { binding, sender } = reply;
  const own = addressesOf(sender);
  if (binding.how !== 'said' || letters.some(({ to }) => to.some(({ address }) => own.includes(address)))) return [];
  return [requesterAdded(letterContext(reply, after(reply, events)))];
}

/** The ticket replied to keeps the mail and what was written in it. */
function attachedTo({ it, sender, role, read }: Reply, { events, texts }: ReplyOutcome): TicketChange {
  const { id: mail, receivedAt: at } = it.mail;
  const as = role === 'superior' ? 'participant' : role;
  const attached: TicketEvent = { v: 1, at, type: 'MailAttached', mail, writer: sender.id, role: as };
  const note: TextRow = { name: `mail:${mail}`, text: read.newText };
  return changeOf(it, [attached, ...events], [note, ...texts]);
}

function changeOf(it: Situation, events: readonly TicketEvent[], texts: readonly TextRow[]): TicketChange {
  if (it.binding === null) throw new Error('only a bound mail changes a ticket');
  const { ticket } = it.binding;
  return { number: ticket.number, expectedVersion: ticket.version, events, texts };
}

function noReplyOf(rule: ChainRule): NoReplyReason | null {
  if (rule.course.kind === 'ignore' || rule.course.kind === 'hold') return rule.course.noReply;
  return rule.course.kind === 'report' ? 'bounce' : null;
}

function rowsOf(it: Situation, people: readonly PartyRow[]): readonly PartyRow[] {
  const all = [...(it.sender ? [it.sender] : []), ...people];
  return [
    ...new Map(all.map((party) => [party.id, { id: party.id, address: party.address, name: party.name }])).values(),
  ];
}
