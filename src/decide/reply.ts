/** A mail that belongs to a ticket: who wrote it, in which role, and what follows for the ticket and for the people. */
import { USUAL_AUTHENTICATION, type Action } from '../rulebook/authentication.ts';
import type { Grade, TicketEvent } from '../ticket/event.ts';
import type { TicketState } from '../ticket/ticket.ts';
import type { ReplyReading } from '../understand/reading.ts';
import type { LetterKey } from '../shared/ids.ts';
import type { AddressOrder, MailOrder, TextRow, TicketChange } from './decision.ts';
import type { Letter } from './letter.ts';
import type { SourceMail } from './letters/context.ts';
import { deskReplyUnclear } from './letters/index.ts';
import { deskOf, isOfTeam, isSamePerson, teamOf, type Office, type Party } from './office.ts';
import { fold } from './fold.ts';
import { isMeantForUs, type Bound } from './meant-for-us.ts';
import type { Opened } from './open-tickets.ts';
import type { Binding, Situation } from './situation.ts';
import { contextOf, type TicketView } from './ticket-view.ts';

/** `superior`: told of the request for information; he may object to it. */
export type Role = 'approver' | 'superior' | 'rft' | 'desk' | 'requester' | 'participant';

/** A bound reply, with the ticket as it was before it. */
export interface Reply {
  readonly it: Situation;
  readonly binding: Binding;
  readonly view: TicketView;
  readonly sender: Party;
  readonly role: Role;
  readonly read: ReplyReading;
  readonly source: SourceMail;
}

/** What a reply leads to; empty lists where nothing follows. */
export interface ReplyOutcome {
  readonly events: readonly TicketEvent[];
  readonly letters: readonly Letter[];
  readonly texts: readonly TextRow[];
  readonly people: readonly Party[];
  /** New tickets, where the reply asks for something else or comes too late to reopen. */
  readonly opened: readonly Opened[];
  /** What happens to other tickets than the one replied to (merge, split, several approvals in one answer). */
  readonly others: readonly TicketChange[];
  /** Letters that have not left yet and must not. */
  readonly voidLetters: readonly LetterKey[];
  /** What the desk orders about held mails and addresses. */
  readonly mailOrders?: readonly MailOrder[];
  readonly addressOrders?: readonly AddressOrder[];
  /** One sentence for people, English. */
  readonly says: string;
}

export function roleOf(it: Situation, binding: Binding, sender: Party): Role {
  const { state } = binding.ticket;
  const { office } = it;
  const answered = binding.letter?.person === sender.id ? (binding.letter.template.split('.')[0] ?? '') : '';
  const team = teamOf(office, state.team);
  // A superior who was only told has no say in the work beyond his objection, whatever team he is in.
  if (answered === 'superior' && !isSamePerson(office, sender, state.requester)) return 'superior';
  if (answered === 'approver' || isAsked(binding.ticket.state, sender)) return 'approver';
  if (isSamePerson(office, sender, state.requester) && answered !== 'team' && answered !== 'desk') return 'requester';
  if (team !== null && team.code !== office.rulebook.deskTeam && isOfTeam(office, team, sender.address)) return 'rft';
  if (isOfTeam(office, deskOf(office), sender.address)) return 'desk';
  return 'participant';
}

function isAsked({ approval }: TicketState, { id }: Party): boolean {
  return approval !== null && [approval.approver, ...(approval.others ?? [])].includes(id);
}

const ACTIONS: Readonly<Record<Role, Action | null>> = {
  approver: 'approve',
  superior: 'approve',
  rft: 'resolve',
  desk: 'desk-command',
  requester: 'close',
  participant: null,
};

/** True when the sender's authentication is enough for a word in his role to count, by the office's table. */
export function wordCounts({ it, binding, role }: Pick<Reply, 'role'> & Bound): boolean {
  const action = ACTIONS[role];
  const grade = isMeantForUs({ it, binding }) ? it.message?.grade : undefined;
  return action !== null && mayDo(action, grade ?? 'absent', it.office);
}

export function mayDo(action: Action, grade: Grade, { rulebook, whenAbsent }: Office): boolean {
  if (grade === 'failed') return false;
  const allowed = (rulebook.authentication ?? USUAL_AUTHENTICATION).may[grade];
  return allowed === 'configured' ? whenAbsent === 'accept' : allowed.includes(action);
}

/** True for an answer to a letter that went to the writer himself: its token is in nobody else's hands. */
export function answersOwnLetter({ it, binding, sender }: Reply): boolean {
  return binding.how === 'token' && binding.letter?.person === sender.id && isMeantForUs({ it, binding });
}

export function outcome(says: string, parts: Partial<Omit<ReplyOutcome, 'says'>> = {}): ReplyOutcome {
  return { events: [], letters: [], texts: [], people: [], opened: [], others: [], voidLetters: [], ...parts, says };
}

/** The ticket after these events, for the letters that speak of it. */
export function after(reply: Reply, events: readonly TicketEvent[]): TicketView {
  return { ...reply.view, state: fold(reply.view.state, events) };
}

export function noteAdded(reply: Reply): TicketEvent {
  return { v: 1, at: reply.it.mail.receivedAt, type: 'NoteAdded', mail: reply.it.mail.id, writer: reply.sender.id };
}

export function letterContext(reply: Reply, view: TicketView): ReturnType<typeof contextOf> {
  return contextOf(view, reply.it.office, { source: reply.source, now: reply.it.now });
}

/** The mail is kept with the ticket and a person at the desk reads it. */
export function handToDesk(reply: Reply, says: string): ReplyOutcome {
  const events = [noteAdded(reply)];
  const view = after(reply, events);
  return outcome(says, {
    events,
    letters: [deskReplyUnclear(letterContext(reply, view), reply.sender, view.state.status)],
  });
}
