/** Who answers a reply, by the role of its writer; and what the way of officials makes of work that is done. */
import type { ReplyReading, ReplyRole } from '../understand/reading.ts';
import { backThroughOfficials } from './chain-of-officials.ts';
import { handToDesk, type Reply, type ReplyOutcome, type Role } from './reply.ts';
import { onParticipantReply } from './reply-participant.ts';
import { onRequesterReply } from './reply-requester.ts';
import { onTeamReply } from './reply-rft.ts';
import { onApproversWord } from './reply-several.ts';
import { deskLetsGoOn, objectsInThread, onSuperiorReply } from './reply-superior.ts';
import { onDeskReply } from './reply-desk.ts';
import { isSameInHtml } from './same-in-html.ts';
import { isUnreadable } from './unread.ts';

/** As whose words a reply is read. */
export function readingRole(role: Role): ReplyRole {
  if (role === 'superior') return 'approver';
  return role === 'participant' ? 'requester' : role;
}

export function answer(reply: Reply): ReplyOutcome {
  if (isUnreadable(reply.it)) return handToDesk(reply, 'Cannot be read by a program; the desk reads it.');
  return saysTwoThings(reply) ? onTwoThings(reply) : byRole(reply);
}

/** What moves a ticket further than can be taken back by the next word. */
const MOVING: readonly ReplyReading['intent'][] = ['approve', 'resolve', 'confirm', 'cancel'];

function saysTwoThings({ it: { message }, read }: Reply): boolean {
  return MOVING.includes(read.intent) && message !== null && !isSameInHtml(message, read.newText);
}

/** Whoever is asked for his yes is asked back; the rest a person reads. */
function onTwoThings(reply: Reply): ReplyOutcome {
  const why = 'Its HTML says something else than its text.';
  const { role, read } = reply;
  if (role !== 'approver') return handToDesk(reply, `${why} The desk reads it.`);
  return onApproversWord({
    ...reply,
    read: { ...read, intent: 'unclear', unclear: 'other', strength: null, items: [], why },
  });
}

function byRole(reply: Reply): ReplyOutcome {
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
      return objectsInThread(reply) ?? onParticipantReply(reply);
  }
}
