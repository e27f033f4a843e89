/**
 * The decision about one mail. `chain.ts` says which course it takes; here each course becomes events, letters and rows. Pure: the same
 * situation always gives the same decision, so a mail decided again after a crash is decided alike.
 */
import type { TicketEvent } from '../ticket/event.ts';
import type { ReplyRole } from '../understand/reading.ts';
import { chooseCourse, dispositionOf, type ChainRule } from './chain.ts';
import type { Decision, NoReplyReason, PartyRow, TextRow, TicketChange, TraceEntry } from './decision.ts';
import type { Letter } from './letter.ts';
import { deskUndeliverable } from './letters/index.ts';
import type { Party } from './office.ts';
import { firstLetter, openTickets, type Opened } from './open-tickets.ts';
import { planWish, type Plan } from './plan.ts';
import { handToDesk, roleOf, type Role, type Reply, type ReplyOutcome } from './reply.ts';
import { approverAway } from './approver-away.ts';
import { askedBy } from './asked-by.ts';
import { backThroughOfficials } from './chain-of-officials.ts';
import { gatherApprovals } from './gather-approvals.ts';
import { onApproversWord } from './reply-several.ts';
import { onParticipantReply } from './reply-participant.ts';
import { deskLetsGoOn, onSuperiorReply } from './reply-superior.ts';
import { onRequesterReply } from './reply-requester.ts';
import { onTeamReply } from './reply-rft.ts';
import { onDeskReply } from './reply-team.ts';
import { silenced, silenceTrace } from './silence.ts';
import type { Situation } from './situation.ts';
import { statusLetter } from './status-letter.ts';
import { contextOf, sourceMail, viewOf } from './ticket-view.ts';
import { knownTo, timersOf } from './timers.ts';
import { isUnreadable, unreadPlan } from './unread.ts';

/** A decision with the plans behind its new tickets, for `explain`. */
export interface Decided {
  readonly decision: Decision;
  readonly plans: readonly Plan[];
}

/** What a course leads to, before it is put into a decision. */
interface Effects {
  readonly tickets: readonly TicketChange[];
  readonly people: readonly Party[];
  readonly letters: readonly Letter[];
  readonly trace: readonly TraceEntry[];
  readonly plans: readonly Plan[];
  readonly voidLetters?: Decision['voidLetters'];
  readonly says?: string;
  readonly newTickets: number;
}

const NOTHING: Effects = { tickets: [], people: [], letters: [], trace: [], plans: [], newTickets: 0 };

export function decideOnMail(it: Situation): Decided {
  const { rule, trace } = chooseCourse(it);
  const effects = effectsOf(rule, it);
  const { letters, silence } = silenced(gathered(effects, it), it);
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
  };
  return { decision, plans: effects.plans };
}

function gathered(effects: Effects, it: Situation): readonly Letter[] {
  return gatherApprovals(effects.letters, {
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
    case 'hold':
      return kept(it);
    case 'report':
      return reported(it);
    case 'reply':
      return replied(it);
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

/** One change a ticket, also where several wishes of a mail report the same fault. */
function mastersOf(tickets: readonly Opened[]): readonly TicketChange[] {
  const merged = new Map<string, TicketChange>();
  for (const { master } of tickets) {
    if (master === null) continue;
    const before = merged.get(master.number);
    merged.set(master.number, before ? { ...before, events: [...before.events, ...master.events] } : master);
  }
  return [...merged.values()];
}

/** A machine's answer to a letter of ours is kept with the ticket, and means nothing. */
function kept(it: Situation): Effects {
  const { binding, sender } = it;
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

/** A failed delivery of a letter of ours: the ticket keeps it and the desk is told; a letter to the desk itself only alarms. */
function reported(it: Situation): Effects {
  const { reported: report, message, office } = it;
  const failed = message?.deliveryReports.find((entry) => entry.action === 'failed');
  if (!report?.ticket || !failed) return NOTHING;
  const view = viewOf(report.ticket, office);
  const event: TicketEvent = {
    v: 1,
    at: it.mail.receivedAt,
    type: 'LetterFailed',
    letter: report.letter.key,
    status: failed.status,
  };
  const change: TicketChange = {
    number: view.number,
    expectedVersion: report.ticket.version,
    events: [event],
    texts: [],
  };
  if (report.letter.template.startsWith('desk.') || report.letter.template.startsWith('operator.'))
    return { ...NOTHING, tickets: [change] };
  const context = contextOf(view, office, { source: sourceOf(it), now: it.now });
  const letter = deskUndeliverable(context, {
    template: report.letter.template,
    recipient: report.letter.recipient,
    status: failed.status,
    reply: failed.diagnostic,
  });
  return { ...NOTHING, tickets: [change], letters: [letter], people: [] };
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
    source: sourceMail(it.mail.id, message, read.newText),
  };
  const result = answer(reply);
  const attached: TicketEvent = {
    v: 1,
    at: it.mail.receivedAt,
    type: 'MailAttached',
    mail: it.mail.id,
    writer: sender.id,
    role: role === 'superior' ? 'participant' : role,
  };
  const note: TextRow = { name: `mail:${it.mail.id}`, text: read.newText };
  return {
    tickets: [
      changeOf(it, [attached, ...result.events], [note, ...result.texts]),
      ...result.opened.map((ticket) => ticket.change),
      ...mastersOf(result.opened),
      ...result.others,
    ],
    people: [sender, ...result.people],
    letters: result.letters,
    trace: [{ rule: `reply/${role}/${read.intent}`, matched: true, detail: read.why }],
    plans: [],
    voidLetters: result.voidLetters,
    says: result.says,
    newTickets: result.opened.length,
  };
}

function readingRole(role: Role): ReplyRole {
  if (role === 'superior') return 'approver';
  return role === 'participant' ? 'requester' : role;
}

function answer(reply: Reply): ReplyOutcome {
  if (isUnreadable(reply.it)) return handToDesk(reply, 'Cannot be read by a program; the desk reads it.');
  switch (reply.role) {
    case 'approver':
      return onApproversWord(reply);
    case 'superior':
      return onSuperiorReply(reply);
    case 'rft':
      return backThroughOfficials(reply, onTeamReply(reply));
    case 'desk':
      return deskLetsGoOn(reply) ?? backThroughOfficials(reply, onDeskReply(reply));
    case 'requester':
      return onRequesterReply(reply);
    case 'participant':
      return onParticipantReply(reply);
  }
}

function changeOf(it: Situation, events: readonly TicketEvent[], texts: readonly TextRow[]): TicketChange {
  if (it.binding === null) throw new Error('only a bound mail changes a ticket');
  const { ticket } = it.binding;
  return { number: ticket.number, expectedVersion: ticket.version, events, texts };
}

function planTrace(plan: Plan): readonly TraceEntry[] {
  const words = plan.wish.evidence.map((evidence) => ({ rule: evidence.rule, matched: true, detail: evidence.words }));
  const superior = {
    rule: 'superior',
    matched: plan.finding.verdict === 'ok',
    detail: `${plan.finding.verdict}: ${plan.finding.found.map((found) => found.address).join(', ')}`,
  };
  return [...words, ...(plan.finding.required === null ? [] : [superior]), ...plan.trace];
}

function noReplyOf(rule: ChainRule): NoReplyReason | null {
  if (rule.course.kind === 'ignore' || rule.course.kind === 'hold') return rule.course.noReply;
  return rule.course.kind === 'report' ? 'bounce' : null;
}

function sourceOf(it: Situation): ReturnType<typeof sourceMail> | null {
  return it.message ? sourceMail(it.mail.id, it.message, it.reading?.ownText ?? '') : null;
}

function rowsOf(it: Situation, people: readonly PartyRow[]): readonly PartyRow[] {
  const all = [...(it.sender ? [it.sender] : []), ...people];
  return [
    ...new Map(all.map((party) => [party.id, { id: party.id, address: party.address, name: party.name }])).values(),
  ];
}
