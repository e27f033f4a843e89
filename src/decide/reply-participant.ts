/** Somebody who is neither asked nor at work on it: what he writes is kept, and read by a person where it may matter. He learns nothing. */
import { handToDesk, noteAdded, outcome, type Reply, type ReplyOutcome } from './reply.ts';

const ENDED = ['closed', 'rejected', 'cancelled'];

export function onParticipantReply(reply: Reply): ReplyOutcome {
  if (ENDED.includes(reply.view.state.status))
    return outcome('A participant wrote on a ticket that has ended; kept.', { events: [noteAdded(reply)] });
  return handToDesk(reply, 'A participant wrote who has no say in this step; the desk reads it.');
}
