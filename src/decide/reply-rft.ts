/**
 * What a resolver team says: `selesai: …` resolves, a question goes to the requester and comes back, the rest is a table by intent. What
 * is not understood is kept as a note and the team is told so. Of two officers' answers the first counts and the second hears of it.
 */
import { openingBefore, startsByDecision } from '../ticket/service-clock.ts';
import type { TicketEvent } from '../ticket/event.ts';
import type { EpochMs, LocalDate } from '../shared/time.ts';
import {
  requesterMessage,
  requesterProgress,
  requesterQuestion,
  teamHelp,
  teamNews,
  teamNoted,
  teamNoteNeeded,
} from './letters/index.ts';
import { findVariant } from './catalogue.ts';
import { deskOf, isOfTeam, partyOf, teamOf, type Office } from './office.ts';
import {
  after,
  handToDesk,
  letterContext,
  noteAdded,
  outcome,
  wordCounts,
  type Reply,
  type ReplyOutcome,
} from './reply.ts';
import { reassign } from './team-reassign.ts';
import { answeredTeam, attached, inOwnName, labelText, resolve, WORKABLE } from './resolve.ts';
import { labelledNow, unlabelledForgotten } from './unlabelled.ts';
import { TEXT } from './ticket-view.ts';

const DONE = ['resolved', 'closed'];
const SETTLED = [...DONE, 'rejected', 'cancelled'];

export function onTeamReply(reply: Reply): ReplyOutcome {
  if (!wordCounts(reply))
    return handToDesk(reply, "The team's mail carries too little authentication to count as its word.");
  if (isSentByStranger(reply)) return handToDesk(reply, 'Somebody else sent it in the name of the team.');
  return byIntent(reply);
}

/** The desk is a team, too: its command about the work counts like one of a team. */
export function byIntent(reply: Reply): ReplyOutcome {
  if (isSettled(reply)) return alreadySettled(reply);
  switch (reply.read.intent) {
    case 'resolve':
      return resolve(reply);
    case 'reassign':
      return reassign(reply);
    case 'ask-requester':
      return ask(reply);
    case 'hold':
      return hold(reply);
    case 'take':
      return take(reply);
    case 'start':
      return start(reply);
    case 'help':
      return help(reply);
    case 'note':
      return note(reply);
    default:
      return notUnderstood(reply);
  }
}

/** A team mailbox has members; whoever sends in its name has to be one. */
function isSentByStranger({ it, view }: Reply): boolean {
  const sender = it.message?.sender ?? null;
  const team = teamOf(it.office, view.state.team) ?? deskOf(it.office);
  return sender !== null && !isOfTeam(it.office, team, sender.address);
}

/** A command on a ticket that is done; plain notes are kept without a word. */
function isSettled({ view, read }: Reply): boolean {
  return SETTLED.includes(view.state.status) && !['note', 'unclear', 'help'].includes(read.intent);
}

function alreadySettled(reply: Reply): ReplyOutcome {
  const events = [noteAdded(reply)];
  const about = DONE.includes(reply.view.state.status) ? 'settled' : 'ended';
  const letter = teamNews(letterContext(reply, after(reply, events)), answeredTeam(reply), about, {
    answers: reply.source,
  });
  return outcome('The ticket is settled already; the first answer counted.', { events, letters: [letter] });
}

/** The command alone asks nothing. */
const SEVERAL_WORDS = /[\p{L}\d]\P{L}+\p{L}/u;

function ask(reply: Reply): ReplyOutcome {
  const { it, read, view } = reply;
  // Never the whole mail: what was quoted or signed below a bare "tanya" is nothing to be asked.
  const question = read.question ?? '';
  if (!WORKABLE.includes(view.state.status) || !SEVERAL_WORDS.test(question)) return notUnderstood(reply);
  const events: readonly TicketEvent[] = [
    noteAdded(reply),
    { v: 1, at: it.mail.receivedAt, type: 'PutOnHold', cause: 'requester', mail: it.mail.id, until: null },
  ];
  return outcome('A question to the requester; the clock stands still until he answers.', {
    events,
    texts: [{ name: TEXT.question, text: question }, ...unlabelledForgotten(reply)],
    letters: [requesterQuestion(inOwnName(reply, after(reply, events)), question, attached(reply))],
  });
}

function hold(reply: Reply): ReplyOutcome {
  const { it, read, view } = reply;
  if (!WORKABLE.includes(view.state.status)) return notUnderstood(reply);
  const because = read.hold?.because ?? null;
  if (because === null) return askWhy(reply);
  const day = read.hold?.until ?? null;
  const until = day === null ? null : openingOf(day, it.office);
  const events: readonly TicketEvent[] = [
    noteAdded(reply),
    {
      v: 1,
      at: it.mail.receivedAt,
      type: 'PutOnHold',
      cause: 'team',
      mail: it.mail.id,
      until: until !== null && until > it.mail.receivedAt ? until : null,
    },
  ];
  const held = after(reply, events);
  return outcome('The team lets it rest for a time; the requester hears why.', {
    events,
    texts: unlabelledForgotten(reply),
    letters: [
      requesterMessage(inOwnName(reply, held), 'on-hold', {
        words: because,
        until: held.state.holdUntil,
        attach: [],
      }),
    ],
  });
}

/** The clock stands still for a reason that the requester hears; without one it runs on. */
function askWhy(reply: Reply): ReplyOutcome {
  const events = [noteAdded(reply)];
  return outcome('Is to rest without a reason; it is asked for, and the clock runs on.', {
    events,
    letters: [teamNoteNeeded(letterContext(reply, after(reply, events)), answeredTeam(reply), { reason: true })],
  });
}

function openingOf(day: LocalDate, { rulebook }: Office): EpochMs {
  return openingBefore(day, 0, rulebook.calendar);
}

function take(reply: Reply): ReplyOutcome {
  const { it, view } = reply;
  if (!WORKABLE.includes(view.state.status)) return notUnderstood(reply);
  const { takenBy } = view.state;
  const events: readonly TicketEvent[] = [
    noteAdded(reply),
    { v: 1, at: it.mail.receivedAt, type: 'Taken', mail: it.mail.id, writer: reply.sender.id },
  ];
  if (takenBy === null || takenBy === reply.sender.id) return outcome('Somebody of the team does it.', { events });
  const row = reply.binding.ticket.people.get(takenBy);
  const who = row ? partyOf(it.office, row) : null;
  const letter = teamNews(letterContext(reply, view), answeredTeam(reply), 'taken', { answers: reply.source, who });
  return outcome('Somebody else of the team has it already.', { events: [noteAdded(reply)], letters: [letter] });
}

/** The standard counts from a decision that somebody else takes: the team says which day it was. */
function start(reply: Reply): ReplyOutcome {
  const { it, read } = reply;
  if (read.start === null || !waitsForDecision(reply)) return notUnderstood(reply);
  const events: readonly TicketEvent[] = [
    noteAdded(reply),
    {
      v: 1,
      at: it.mail.receivedAt,
      type: 'StartDecided',
      mail: it.mail.id,
      from: openingOf(read.start, it.office),
    },
  ];
  return outcome('The day from which the standard counts is known.', {
    events,
    letters: [requesterProgress(letterContext(reply, after(reply, events)), 'started')],
  });
}

/** Nothing else of the catalogue counts from such a day. */
function waitsForDecision({ it, view }: Reply): boolean {
  return startsByDecision(findVariant(it.office.rulebook, view.state.variant)?.serviceLevel ?? null);
}

function help(reply: Reply): ReplyOutcome {
  const events = [noteAdded(reply)];
  return outcome('The team asks how to answer.', {
    events,
    letters: [teamHelp(letterContext(reply, after(reply, events)), answeredTeam(reply))],
  });
}

/** Among staff unless the writer says that it is for the requester; a label may be all that was lacking. */
function note(reply: Reply): ReplyOutcome {
  const { read } = reply;
  const labelled = labelledNow(reply);
  if (labelled !== null) return resolve(labelled);
  const events = [noteAdded(reply)];
  const noted = after(reply, events);
  const texts = labelText(reply);
  if (read.partial !== null) {
    const { done: words, failed } = read.partial;
    return outcome('Done in part; the requester hears what is done and what is not.', {
      events,
      texts,
      letters: [
        requesterMessage(inOwnName(reply, noted), 'partial', {
          words,
          failed,
          until: null,
          attach: attached(reply),
        }),
      ],
    });
  }
  if (read.audience === 'requester' && read.note !== null) {
    return outcome('A note of the team for the requester.', {
      events,
      texts,
      letters: [
        requesterMessage(inOwnName(reply, noted), 'note', {
          words: read.note,
          until: null,
          attach: attached(reply),
        }),
      ],
    });
  }
  const letters = mayMeanMore(reply) ? [teamNoted(letterContext(reply, noted), answeredTeam(reply))] : [];
  return outcome('A note among staff.', { events, texts, letters });
}

/** Whoever wrote a plain sentence may think that he has closed or asked something; what only repeats a letter of ours may be a machine's. */
function mayMeanMore({ binding, read, view }: Reply): boolean {
  return read.isPlain === true && WORKABLE.includes(view.state.status) && binding.how !== 'echo';
}

function notUnderstood(reply: Reply): ReplyOutcome {
  const events = [noteAdded(reply)];
  return outcome('Not understood as a command; kept as a note, and the team is told so.', {
    events,
    letters: [teamNoted(letterContext(reply, after(reply, events)), answeredTeam(reply))],
  });
}
