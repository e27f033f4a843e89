/**
 * An approver's answer to a letter that lists several tickets, or one that speaks of several: read ticket by ticket, each against what was
 * shown of it. What is doubtful about the mail as a whole is asked back by one letter; what he said nothing about keeps waiting.
 */
import { USUAL_AUTHENTICATION } from '../rulebook/authentication.ts';
import type { TicketEvent } from '../ticket/event.ts';
import type { ItemAnswer, ReplyReading } from '../understand/reading.ts';
import { isAnswerToChallenge } from './ask-back.ts';
import type { TicketChange } from './decision.ts';
import { listOf } from './gather-approvals.ts';
import type { Letter } from './letter.ts';
import { listedIn, type Listed } from './letters/index.ts';
import {
  answersOwnLetter,
  handToDesk,
  noteAdded,
  outcome,
  wordCounts,
  type Reply,
  type ReplyOutcome,
} from './reply.ts';
import { onApproverReply } from './reply-approver.ts';
import { isTakenBack } from './reply-settled.ts';
import type { KnownTicket } from './situation.ts';
import { PENDING, isOneOf } from '../ticket/lifecycle.ts';
import { supply } from './requester-supply.ts';
import { isOwnList, ticketsMeant } from './several-meant.ts';
import { viewOf } from './ticket-view.ts';

/** The way in for everything that a person asked for his yes writes. */
export function onApproversWord(reply: Reply): ReplyOutcome {
  const listed = listedIn(reply.binding.letter?.shown ?? '');
  if (listed !== null) return onList(reply, listed);
  return reply.read.items.length > 0 && reply.read.tickets.length > 1 ? onNamed(reply) : onApproverReply(reply);
}

/**
 * The requester's answer to the letter about all tickets of his mail, where he names none, or several: what it brings counts for each of them
 * that lacks it; what would end one of them is for the desk. Null where it is about one ticket, or says something of none.
 */
export function onOwnList(reply: Reply): ReplyOutcome | null {
  const { it, binding, read } = reply;
  const others = isOwnList(binding.letter) ? (it.listed ?? []) : [];
  const all = [binding.ticket, ...others];
  const named = ticketsMeant(all, read.newText, { office: it.office, now: it.now });
  const meant = named.length > 0 ? named : all.filter(({ state }) => isOneOf(PENDING, state.status));
  if (meant.length < 2) return null;
  if (read.intent === 'cancel')
    return handToDesk(reply, 'Withdrawn, and not plain which of several; the desk reads it.');
  const brought = meant
    .filter(({ state }) => state.status === 'incomplete')
    .map((ticket) => ({
      ticket,
      reply: { ...reply, binding: { ...binding, ticket }, view: viewOf(ticket, it.office) },
    }))
    .map((part) => ({ part, outcome: supply(part.reply) }))
    .filter(({ outcome: { events } }) => events.some(({ type }) => type === 'RequirementsChecked'));
  return brought.length < 2 ? null : merged(reply, null, brought);
}

/** One ticket of several, as if the mail were about it alone. */
interface Part {
  readonly reply: Reply;
  readonly ticket: KnownTicket;
}

function onList(reply: Reply, listed: readonly Listed[]): ReplyOutcome {
  const tickets = [reply.binding.ticket, ...(reply.it.listed ?? [])];
  const parts = listed.flatMap(({ ticket: number, shown }, index): readonly Part[] => {
    const ticket = tickets.find((one) => one.number === number);
    const answer = answerTo(reply.read, index + 1, number);
    return ticket && answer ? [{ ticket, reply: partOf(reply, ticket, { answer, shown }) }] : [];
  });
  if (isReceipt(reply)) return onReceipt(reply, parts);
  const open = parts.filter(({ reply: part }) => isOpenFor(part));
  if (open.length > 0) {
    const doubt = doubtOf(reply);
    if (doubt !== null) return askAll(reply, open, doubt);
  }
  const unclear = open.filter(({ reply: part }) => part.read.intent === 'unclear');
  // One alone is asked back by a letter of its own: a list of one makes nobody wiser.
  const isList = unclear.length > 1;
  const plain = parts.filter((part) => !isList || !unclear.includes(part));
  const asked = isList ? askAll(reply, unclear, 'word') : null;
  const answered = plain.map((part) => ({ part, outcome: onApproverReply(part.reply) }));
  return merged(reply, asked, answered);
}

function isReceipt({ binding }: Reply): boolean {
  return binding.letter?.template === 'approver.receipts';
}

/**
 * What he had been told of as agreed to: nothing is asked there, so only what he takes back, or refuses after all, changes anything. What
 * waits for him again has been taken back already. Of what is not plain the desk has one letter, which holds all of his words.
 */
function onReceipt(reply: Reply, parts: readonly Part[]): ReplyOutcome {
  // "Batal." alone, without which: all of it.
  const isAll = reply.read.items.length === 0 && !/\d/.test(reply.read.newText) && isTakenBack(reply);
  const meant = parts
    .map((part) => (isAll ? { ...part, reply: withIntent(part.reply, 'reject') } : part))
    .filter(({ reply: part }) => !(isOpenFor(part) && isTakenBack(part)));
  const [first, ...others] = meant.filter(({ reply: part }) => part.read.intent === 'unclear');
  return merged(
    reply,
    null,
    meant.map((part) => ({
      part,
      outcome: others.includes(part)
        ? outcome('The desk reads it with the first.', { events: [noteAdded(part.reply)] })
        : part === first
          ? handToDesk(part.reply, 'What the approver says of his receipt is not plain; the desk reads it.')
          : onApproverReply(part.reply),
    })),
  );
}

function withIntent(reply: Reply, intent: 'reject'): Reply {
  return { ...reply, read: { ...reply.read, intent, strength: null } };
}

/** A letter about one ticket, answered with words on several: only the one it was about is bound by it. */
function onNamed(reply: Reply): ReplyOutcome {
  const tickets = [reply.binding.ticket, ...reply.it.named];
  const answered = tickets.flatMap((ticket): readonly Answered[] => {
    const answer = reply.read.items.find((item) => item.ticket === ticket.number);
    if (!answer) return [];
    const isOwn = ticket.number === reply.binding.ticket.number;
    const part = partOf(reply, ticket, { answer, shown: isOwn ? (reply.binding.letter?.shown ?? '') : null });
    if (!isOwn && !isOpenFor(part)) return [];
    return [{ part: { ticket, reply: part }, outcome: onApproverReply(part) }];
  });
  return answered.length === 0 ? onApproverReply(reply) : merged(reply, null, answered);
}

/** What he said of the ticket: by its number in the list or its own; else what he said of all, where that is plain. */
function answerTo(read: ReplyReading, item: number, ticket: string): ItemAnswer | null {
  const own = read.items.find((one) => one.ticket === ticket || one.item === item);
  if (own) return own;
  if (read.items.length > 0) return null;
  const { intent, strength, note } = read;
  // A figure that could not be read as "which" leaves open what the words are about.
  const isOfAll = !/\d/.test(read.newText);
  const isPlain = isOfAll && (intent === 'reject' || (intent === 'approve' && strength === 'strong'));
  return { item, ticket, intent: isPlain ? intent : 'unclear', strength: isPlain ? strength : null, reason: note };
}

/** @param said what was shown of the ticket; null where the letter answered was not about it */
function partOf(
  reply: Reply,
  ticket: KnownTicket,
  { answer, shown }: { readonly answer: ItemAnswer; readonly shown: string | null },
): Reply {
  const { binding, it, read } = reply;
  const letter = shown === null || binding.letter === null ? null : { ...binding.letter, shown };
  const own = binding.ticket.number === ticket.number;
  const part: ReplyReading = {
    ...read,
    intent: answer.intent,
    strength: answer.strength,
    note: answer.reason,
    unclear: read.unclear === 'several-tickets' ? 'other' : read.unclear,
    items: [],
  };
  return {
    ...reply,
    binding: { ...binding, ticket, letter, how: letter === null ? 'number' : binding.how },
    view: own ? reply.view : viewOf(ticket, it.office),
    read: part,
  };
}

function isOpenFor({ view, sender }: Reply): boolean {
  const { status, approval } = view.state;
  if (status !== 'awaiting-approval' || approval?.answer !== 'asked') return false;
  return [approval.approver, ...(approval.others ?? [])].includes(sender.id);
}

/** Why the mail as a whole does not count; null when it does. */
function doubtOf(reply: Reply): 'word' | 'challenge' | null {
  const { letter } = reply.binding;
  if (reply.it.message?.sender || !answersOwnLetter(reply) || letter?.isVoid) return 'word';
  if (wordCounts(reply) || isAnswerToChallenge(reply)) return null;
  const { below } = reply.it.office.rulebook.authentication ?? USUAL_AUTHENTICATION;
  return below === 'challenge' ? 'challenge' : 'word';
}

/** One letter back over all of them, once; then the desk. */
function askAll(reply: Reply, parts: readonly Part[], step: 'word' | 'challenge'): ReplyOutcome {
  const { it, sender } = reply;
  const says = 'The answer does not count as it stands; the approver is asked back for all of it.';
  const again = parts.some(({ reply: { view } }) => view.state.approval?.askedBack?.includes(sender.id));
  if (again || reply.binding.letter?.step.endsWith('-word')) return handToDesk(reply, says);
  const approver = { ...sender, address: sender.person?.addresses[0] ?? sender.address };
  const at = { office: it.office, now: it.now, source: reply.source, again: true };
  const letter = listOf(
    parts.map(({ reply: { view } }) => view),
    approver,
    { ...at, step: `approvals-${step}` },
  );
  const stated: TicketEvent = {
    v: 1,
    at: it.mail.receivedAt,
    type: 'ApprovalStated',
    writer: sender.id,
    mail: it.mail.id,
  };
  return merged(
    reply,
    outcome(says, { letters: letter === null ? [] : [letter] }),
    parts.map((part) => ({
      part,
      outcome: outcome(says, { events: [stated] }),
    })),
  );
}

interface Answered {
  readonly part: Part;
  readonly outcome: ReplyOutcome;
}

/** The mail's own ticket first; the others as changes of theirs, with the mail attached. */
function merged(reply: Reply, asked: ReplyOutcome | null, answered: readonly Answered[]): ReplyOutcome {
  const own = answered.find(({ part }) => part.ticket.number === reply.binding.ticket.number)?.outcome;
  const others = answered.filter(({ part }) => part.ticket.number !== reply.binding.ticket.number);
  const all = [...(asked ? [asked] : []), ...answered.map((one) => one.outcome)];
  return {
    events: [...(asked?.events ?? []), ...(own?.events ?? [])],
    texts: own?.texts ?? [],
    letters: all.flatMap(({ letters }) => letters).filter(isFirstWish),
    people: all.flatMap(({ people }) => people),
    opened: [],
    others: [...(asked?.others ?? []), ...others.map((one) => changeOf(one, reply))],
    voidLetters: all.flatMap(({ voidLetters }) => voidLetters),
    says:
      all
        .map(({ says }) => says)
        .filter((says, index, list) => list.indexOf(says) === index)
        .join(' ') || 'Nothing was asked.',
  };
}

/** One wish beside all of them is read once. */
function isFirstWish(letter: Letter, index: number, letters: readonly Letter[]): boolean {
  const isWish = (one: Letter): boolean => one.fields['isBesideYes'] === true;
  return !isWish(letter) || letters.findIndex(isWish) === index;
}

function changeOf({ part, outcome: { events, texts } }: Answered, { it, sender, role }: Reply): TicketChange {
  const attached: TicketEvent = {
    v: 1,
    at: it.mail.receivedAt,
    type: 'MailAttached',
    mail: it.mail.id,
    writer: sender.id,
    role: role === 'superior' ? 'participant' : role,
  };
  const { number, version } = part.ticket;
  const note = { name: `mail:${it.mail.id}`, text: part.reply.read.newText };
  return { number, expectedVersion: version, events: [attached, ...events], texts: [note, ...texts] };
}
