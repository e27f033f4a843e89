/** A team hands a ticket on: to the team that it names, to the desk where it names none. Its own name moves nothing. */
import type { TicketEvent } from '../ticket/event.ts';
import { deskTriage, teamAssigned, teamNews } from './letters/index.ts';
import { teamOf } from './office.ts';
import { after, letterContext, noteAdded, outcome, type Reply, type ReplyOutcome } from './reply.ts';
import { answeredTeam } from './resolve.ts';
import { teamParty } from './ticket-view.ts';

export function reassign(reply: Reply): ReplyOutcome {
  const { it, read, view } = reply;
  const { office } = it;
  const target = teamOf(office, read.team);
  const at = it.mail.receivedAt;
  if (namesItself(reply)) return itsOwnName(reply);
  if (target === null || target.code === office.rulebook.deskTeam || target.code === view.state.team) {
    const events: readonly TicketEvent[] = [noteAdded(reply), { v: 1, at, type: 'SentToDesk', reason: 'handed-back' }];
    const back = after(reply, events);
    return outcome('The team hands it back without naming another; the desk finds one.', {
      events,
      letters: [deskTriage({ ...letterContext(reply, back), deskReason: 'handed-back' }, { said: read.newText })],
    });
  }
  const events: readonly TicketEvent[] = [noteAdded(reply), { v: 1, at, type: 'Assigned', team: target.code }];
  const moved = after(reply, events);
  const context = letterContext(reply, moved);
  return outcome(`Handed on to ${target.code}.`, {
    events,
    letters: [
      teamAssigned(context, teamParty(target, office), { from: answeredTeam(reply).name, words: read.note ?? '' }),
    ],
  });
}

/** "Bukan ranah Akun dan Email": named to say that it is not theirs. */
const NOT_OURS = /\b(?:bukan|salah|keliru|tidak|jangan|not|wrong)\b/i;

function namesItself({ read, role, view }: Reply): boolean {
  return role === 'rft' && read.team !== null && read.team === view.state.team && !NOT_OURS.test(read.newText);
}

/** Nothing moves by that; the team hears it, since it may have meant another. */
function itsOwnName(reply: Reply): ReplyOutcome {
  const events = [noteAdded(reply)];
  const context = letterContext(reply, after(reply, events));
  return outcome('Handed on to the team that has it already; it is told so.', {
    events,
    letters: [teamNews(context, answeredTeam(reply), 'own-name', { answers: reply.source })],
  });
}
