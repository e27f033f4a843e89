/** Who answers a reply, by the role of its writer; and what the way of officials makes of work that is done. */
import type { ReplyRole } from '../understand/reading.ts';
import { backThroughOfficials } from './chain-of-officials.ts';
import { handToDesk, type Reply, type ReplyOutcome, type Role } from './reply.ts';
import { onParticipantReply } from './reply-participant.ts';
import { onRequesterReply } from './reply-requester.ts';
import { onTeamReply } from './reply-rft.ts';
import { onApproversWord } from './reply-several.ts';
import { deskLetsGoOn, objectsInThread, onSuperiorReply } from './reply-superior.ts';
import { onDeskReply } from './reply-desk.ts';
import { isUnreadable } from './unread.ts';

/** As whose words a reply is read. */
export function readingRole(role: Role): ReplyRole {
  if (role === 'superior') return 'approver';
  return role === 'participant' ? 'requester' : role;
}

export function answer(reply: Reply): ReplyOutcome {
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
      return objectsInThread(reply) ?? onParticipantReply(reply);
  }
}
