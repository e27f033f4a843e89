/**
 * A superior who was only told: he may object before the work is done, or doubt who wrote. Then it rests until the desk has settled it or
 * he lets it go on: to rest costs an hour, to give an account to the wrong hands much more. Anything else he writes is read by the desk.
 */
import type { TicketEvent } from '../ticket/event.ts';
import type { ReplyReading } from '../understand/reading.ts';
import { voicesDoubt } from '../understand/replies/approver/doubt.ts';
import { deskApproval, requesterObjection, requesterProgress, superiorResumed, teamStop } from './letters/index.ts';
import type { Letter } from './letter.ts';
import { partyOf, teamOf, type Party } from './office.ts';
import {
  after,
  answersOwnLetter,
  letterContext,
  mayDo,
  noteAdded,
  outcome,
  wordCounts,
  type Reply,
  type ReplyOutcome,
} from './reply.ts';
import { onParticipantReply } from './reply-participant.ts';
import { teamParty, type TicketView } from './ticket-view.ts';

const OBJECTABLE = ['triage', 'assigned', 'on-hold'];

export function onSuperiorReply(reply: Reply): ReplyOutcome {
  const { read } = reply;
  if (!isSure(reply)) return onParticipantReply(reply);
  const objection = objectionTo(reply);
  if (objection !== null) return objection;
  if (read.intent === 'approve')
    return (
      resumeAfterObjection(reply) ?? outcome('The superior has no objection; kept.', { events: [noteAdded(reply)] })
    );
  return onParticipantReply(reply);
}

function isSure(reply: Reply): boolean {
  return answersOwnLetter(reply) && wordCounts(reply) && !reply.it.message?.sender;
}

/** Null where he says no such thing, nobody is at work, or it rests already. */
export function objectionTo(reply: Reply): ReplyOutcome | null {
  const { status, holdCause } = reply.view.state;
  const mayRest = OBJECTABLE.includes(status) && holdCause !== 'objection';
  return mayRest && isSure(reply) && stops(reply.read, reply) ? object(reply) : null;
}

/** A plain no, or words that ask to wait or doubt the writer. */
function stops({ intent, newText }: ReplyReading, { it }: Reply): boolean {
  if (intent === 'object' || intent === 'reject') return true;
  return intent === 'unclear' && voicesDoubt(newText, it.office.rulebook);
}

/**
 * The superior who was told writes into the thread instead of answering his letter. His yes would count for nothing there; his no only lets
 * the work rest until a person has looked, and that needs no token.
 */
export function objectsInThread(reply: Reply): ReplyOutcome | null {
  const { it, view, sender } = reply;
  const { status, holdCause, superior } = view.state;
  const isHe =
    superior === sender.id && !it.message?.sender && mayDo('approve', it.message?.grade ?? 'absent', it.office);
  if (!isHe || !OBJECTABLE.includes(status) || holdCause === 'objection') return null;
  const read = it.readAs('approver');
  return stops(read, reply) ? object({ ...reply, read }) : null;
}

/** The desk, or the superior himself, lets the work go on; null where nothing rests because of an objection. */
export function resumeAfterObjection(reply: Reply): ReplyOutcome | null {
  const { view, it } = reply;
  if (view.state.status !== 'on-hold' || view.state.holdCause !== 'objection' || !wordCounts(reply)) return null;
  const resumed: TicketEvent = { v: 1, at: it.mail.receivedAt, type: 'Resumed', mail: it.mail.id };
  const events = [noteAdded(reply), resumed];
  const resumedView = after(reply, events);
  return outcome('The objection is settled; the work goes on.', {
    events,
    letters: [
      requesterProgress(letterContext(reply, resumedView), 'resumed'),
      ...tellTeam(reply, resumedView, { why: 'lifted', words: '' }),
      ...tellObjector(reply, resumedView),
    ],
  });
}

/** The desk's word that the work goes on after all. */
const GO_ON = /^\W*(?:ok\W+)?(?:silakan\s+|mohon\s+)?(?:lanjut(?:kan)?|teruskan)\b(?!\s*(?:ke|kepada)\b)/i;

export function deskLetsGoOn(reply: Reply): ReplyOutcome | null {
  return GO_ON.test(reply.read.newText) ? resumeAfterObjection(reply) : null;
}

function object(reply: Reply): ReplyOutcome {
  const { it, sender, read } = reply;
  const at = it.mail.receivedAt;
  const events: readonly TicketEvent[] = [
    { v: 1, at, type: 'Objected', mail: it.mail.id, writer: sender.id },
    { v: 1, at, type: 'PutOnHold', cause: 'objection', mail: it.mail.id, until: null },
  ];
  const view = after(reply, events);
  const context = letterContext(reply, view);
  return outcome('The superior objects; the work rests until the desk has settled it.', {
    events,
    letters: [
      deskApproval(context, { about: 'objection', who: sender, words: read.newText }),
      requesterObjection(context, sender, read.note ?? read.newText),
      ...tellTeam(reply, view, { why: 'objection', words: read.newText }),
    ],
  });
}

/** Once, and not where he lifts it himself. */
function tellObjector(reply: Reply, view: TicketView): readonly Letter[] {
  const { sender, binding, it } = reply;
  const { objectedBy } = reply.view.state;
  const row = objectedBy === null || objectedBy === sender.id ? undefined : binding.ticket.people.get(objectedBy);
  return row === undefined || row.address === ''
    ? []
    : [superiorResumed(letterContext(reply, view), partyOf(it.office, row))];
}

function tellTeam(
  reply: Reply,
  view: TicketView,
  parts: { readonly why: 'objection' | 'lifted'; readonly words: string },
): readonly Letter[] {
  const { office } = reply.it;
  const team = teamOf(office, view.state.team);
  if (team === null || team.code === office.rulebook.deskTeam) return [];
  const who: Party = reply.sender;
  return [teamStop(letterContext(reply, view), teamParty(team, office), { ...parts, who })];
}
