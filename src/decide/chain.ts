/**
 * What becomes of a mail: a table to read aloud, first match wins, the last rule always matches. Each rule asks one question of
 * the situation; what follows from it stands in the outcome. Which mail gets what answer is the contract's table.
 */
import type { Disposition, HoldReason, IgnoreReason, NoReplyReason, TraceEntry } from './decision.ts';
import { takesNoReply } from '../directory/no-reply.ts';
import type { MessageProblem } from '../parse/message.ts';
import type { WithholdReason } from './letters/index.ts';
import { isOurDomain } from './office.ts';
import { isDeskOrder } from './desk/order.ts';
import { asksForEvidence } from './evidence-request.ts';
import type { Situation } from './situation.ts';
import { isUnreadable } from './unread.ts';
import { findNumbers } from '../ticket/number.ts';

/** What is to be done with the mail; `on-mail.ts` does it. */
export type Course =
  | { readonly kind: 'ignore'; readonly reason: IgnoreReason; readonly noReply: NoReplyReason | null }
  | { readonly kind: 'hold'; readonly reason: HoldReason; readonly noReply: NoReplyReason }
  | { readonly kind: 'report' }
  | { readonly kind: 'reply' }
  | { readonly kind: 'unread' }
  | { readonly kind: 'desk' }
  | { readonly kind: 'evidence' }
  | { readonly kind: 'withhold'; readonly reason: WithholdReason }
  | { readonly kind: 'status' }
  | { readonly kind: 'open' };

export interface ChainRule {
  readonly name: string;
  readonly matches: (it: Situation) => boolean;
  readonly course: Course;
  /** One sentence for people, English. */
  readonly says: string;
}

/** The left part that our letters have, whoever's key made it. */
const LETTER_OF_A_DESK = /^[a-z2-7]{16}-[a-z2-7]{16}@/i;

const ignore = (reason: IgnoreReason, noReply: NoReplyReason | null): Course => ({ kind: 'ignore', reason, noReply });
const hold = (reason: HoldReason, noReply: NoReplyReason): Course => ({ kind: 'hold', reason, noReply });

export const CHAIN: readonly ChainRule[] = [
  rule(
    'nothing-readable',
    (it) => it.message === null,
    hold('poison', 'no-address'),
    'Not even the header could be read; a person looks at the raw mail.',
  ),
  rule(
    'seen-before',
    (it) => it.seenBefore.identical !== null,
    ignore('duplicate', null),
    'The same mail has been dealt with already.',
  ),
  rule('own-mail', (it) => machine(it) === 'own', ignore('own', 'own'), 'Our own mail came back.'),
  rule(
    'letter-of-another-desk',
    (it) => LETTER_OF_A_DESK.test(it.message?.messageId ?? ''),
    ignore('loop', 'loop'),
    'A letter of a program like this one, whose marks were taken off on the way.',
  ),
  rule(
    'loop',
    (it) => machine(it) === 'loop',
    ignore('loop', 'loop'),
    'The mail has been through this mailbox before.',
  ),
  rule(
    'delivery-report',
    (it) => machine(it) === 'bounce',
    { kind: 'report' },
    'A delivery report; the facts go to the ticket concerned.',
  ),
  rule('read-receipt', (it) => machine(it) === 'mdn', ignore('mdn', 'mdn'), 'A read receipt.'),
  rule(
    'auto-reply',
    (it) => machine(it) === 'auto-submitted',
    ignore('auto-submitted', 'auto-submitted'),
    'Written by a machine (out of office or the like).',
  ),
  rule('list', (it) => machine(it) === 'list', ignore('list', 'list'), 'Came through a mailing list.'),
  rule(
    'several-senders',
    (it) => it.message?.problems.includes('several-from') ?? false,
    hold('no-address', 'no-address'),
    'More than one From: nobody can say who wrote it.',
  ),
  rule('no-sender', (it) => it.sender === null, hold('no-address', 'no-address'), 'No sender that could be answered.'),
  rule(
    'blocked-sender',
    (it) => it.blocked === true && !it.mail.released,
    ignore('blocked', 'spam'),
    'The desk has blocked the address.',
  ),
  rule(
    'message-id-of-another-mail',
    (it) => it.seenBefore.sameMessageId !== null,
    hold('message-id-conflict', 'spam'),
    'Carries the Message-ID of another mail.',
  ),
  rule(
    'authentication-failed',
    (it) => it.message?.grade === 'failed' && !it.mail.released,
    hold('authentication-failed', 'spam'),
    'The sender is not who From says (authentication failed).',
  ),
  rule(
    'authentication-absent',
    refusesUnauthenticated,
    hold('authentication-failed', 'spam'),
    'Nothing says who the sender is, and this office refuses such mail.',
  ),
  rule(
    'infected',
    (it) => hasProblem(it, 'virus') && !it.mail.released,
    { kind: 'withhold', reason: 'infected' },
    'The virus scanner knows what is attached; nobody gets it.',
  ),
  rule(
    'not-scanned',
    (it) => hasProblem(it, 'not-scanned-held') && !it.mail.released,
    { kind: 'withhold', reason: 'not-scanned' },
    'The virus scanner has not looked at it, and this office wants a person to.',
  ),
  rule(
    'asks-for-the-file',
    asksForEvidence,
    { kind: 'evidence' },
    'Somebody who answers for the desk wants the file of a ticket.',
  ),
  rule(
    'unreadable-answer',
    (it) => it.binding !== null && isUnreadable(it),
    { kind: 'unread' },
    'Belongs to a known ticket, but cannot be read by a program; a person reads it.',
  ),
  rule('belongs-to-a-ticket', (it) => it.binding !== null, { kind: 'reply' }, 'Belongs to a known ticket.'),
  rule('order-of-the-desk', isDeskOrder, { kind: 'desk' }, 'The desk orders something that is about no ticket alone.'),
  rule(
    'outside-our-domains',
    (it) => !isOurs(it) && !it.mail.released,
    hold('outside', 'outside'),
    'From outside our domains; the desk looks at it.',
  ),
  rule(
    'calendar-invitation',
    (it) => (it.message?.calendarMethod ?? null) !== null,
    ignore('calendar', 'irrelevant'),
    'A calendar invitation.',
  ),
  rule('over-a-limit', isUnreadable, { kind: 'unread' }, 'Cannot be read by a program; a person reads it.'),
  rule(
    'irrelevant',
    (it) => it.reading?.irrelevant?.sure === true && !namesATicket(it) && !it.mail.released,
    ignore('irrelevant', 'irrelevant'),
    'Asks nothing of a service desk.',
  ),
  rule(
    'says-it-is-automatic',
    (it) => saysItIsAutomatic(it) && !it.mail.released,
    ignore('auto-submitted', 'auto-submitted'),
    'Says of itself that a program answers.',
  ),
  rule(
    'only-copied',
    (it) => it.reading?.onlyCopied === true && !it.mail.released,
    ignore('only-copied', 'irrelevant'),
    'The mailbox was only copied in.',
  ),
  rule(
    'nobody-reads-the-sender',
    (it) => isUnreadAddress(it) && !it.mail.released,
    hold('no-address', 'no-address'),
    'Its sender takes no answers; the desk looks at it.',
  ),
  rule('asks-for-state', asksOnlyForState, { kind: 'status' }, 'Asks for the state of a ticket.'),
  rule('new-request', () => true, { kind: 'open' }, 'A request, report, complaint or question of an employee.'),
];

/** The first rule that matches, with all that were tried. */
export function chooseCourse(it: Situation): { readonly rule: ChainRule; readonly trace: readonly TraceEntry[] } {
  const trace: TraceEntry[] = [...signatureTrace(it)];
  for (const candidate of CHAIN) {
    const matched = candidate.matches(it);
    trace.push({ rule: `mail/${candidate.name}`, matched, detail: matched ? evidenceOf(candidate.name, it) : '' });
    if (matched) return { rule: candidate, trace };
  }
  throw new Error('the last rule of the chain matches everything');
}

function signatureTrace({ signature }: Situation): readonly TraceEntry[] {
  return signature ? [{ rule: 'sender/smime', matched: signature.counts, detail: signature.why }] : [];
}

export function dispositionOf(course: Course): Disposition {
  if (course.kind === 'ignore') return { kind: 'ignore', reason: course.reason };
  if (course.kind === 'hold' || course.kind === 'withhold') return { kind: 'hold', reason: course.reason };
  if (course.kind === 'report') return { kind: 'ignore', reason: 'bounce' };
  return { kind: 'accept' };
}

function rule(name: string, matches: ChainRule['matches'], course: Course, says: string): ChainRule {
  return { name, matches, course, says };
}

function machine(it: Situation): string | null {
  return it.message?.machine ?? null;
}

function isOurs(it: Situation): boolean {
  return it.sender !== null && isOurDomain(it.office, it.sender.address);
}

function isUnreadAddress({ sender }: Situation): boolean {
  return sender !== null && takesNoReply(sender.address);
}

/** Another Loket's letter whose marks a gateway took off. A person of the register may hand one on, and is answered. */
function saysItIsAutomatic({ message, sender }: Situation): boolean {
  const text = message?.text ?? '';
  return sender !== null && sender.person === null && AUTOMATIC.test(text) && !QUOTES.test(text);
}

/** Then the sentence may be that of a letter handed on. */
const QUOTES = /^\s*(?:>|(?:dari|from|pengirim)\s*:|-{3,}|_{5,}|(?:pada|on) .{8,120}(?:menulis|wrote):)/im;

const AUTOMATIC =
  /^(?:email|surel) ini (?:adalah )?(?:jawaban|balasan|pesan) otomatis\b|^this e-?mail is an automatic\b/im;

/** Whoever writes to a number means somebody here, also one who has no part in that ticket: he hears that it came, and nothing of it. */
function namesATicket({ message, reading, sender }: Situation): boolean {
  // Another ticket system's letters name numbers, too; only a person of the register is answered for one.
  if (sender === null || sender.person === null) return false;
  return findNumbers(`${message?.subject ?? ''}\n${reading?.ownText ?? ''}`).length > 0;
}

function hasProblem(it: Situation, problem: MessageProblem): boolean {
  return it.message?.problems.includes(problem) ?? false;
}

function refusesUnauthenticated(it: Situation): boolean {
  return it.message?.grade === 'absent' && it.office.whenAbsent === 'refuse' && !it.mail.released;
}

function asksOnlyForState(it: Situation): boolean {
  const wishes = it.reading?.wishes ?? [];
  // "Menyusuli email tadi pagi, terlampir suratnya" brings something, whatever else it says.
  if (it.mayContinue !== undefined && (it.message?.attachments.length ?? 0) > 0) return false;
  return wishes.length > 0 && wishes.every((wish) => wish.kind === 'status');
}

function evidenceOf(name: string, it: Situation): string {
  if (name.startsWith('authentication')) return it.message?.gradeEvidence ?? '';
  if (name === 'irrelevant') return it.reading?.irrelevant?.evidence ?? '';
  if (name === 'belongs-to-a-ticket') return `${it.binding?.ticket.number} by ${it.binding?.how}`;
  return it.message?.machineEvidence ?? '';
}
