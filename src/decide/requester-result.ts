/** The requester's word on what was done: it closes, reopens, rates, or brings the hand-over paper that the catalogue asks for. */
import type { PaperReading } from '../parse/document.ts';
import type { TicketEvent } from '../ticket/event.ts';
import { isReopenable } from '../ticket/service-clock.ts';
import { judgeBast } from './bast.ts';
import { findVariant } from './catalogue.ts';
import { awaitsBast } from './follow-up.ts';
import {
  deskPaper,
  requesterClosed,
  requesterPapers,
  requesterReminder,
  requesterReopened,
  teamReopened,
} from './letters/index.ts';
import { deskOf, teamOf } from './office.ts';
import { after, handToDesk, letterContext, noteAdded, outcome, type Reply, type ReplyOutcome } from './reply.ts';
import { openNew } from './requester-new.ts';
import { pagesToSee, type PaperToSee } from './paper-to-see.ts';
import { teamParty, TEXT } from './ticket-view.ts';

export function onResult(reply: Reply): ReplyOutcome {
  const { read, view, it } = reply;
  const at = it.mail.receivedAt;
  if (read.intent === 'reopen') return reopen(reply);
  const bast = bastIn(reply);
  if (bast !== null) return onBast(reply, bast);
  const rated = ratedBy(reply);
  const isOpen = view.state.status === 'resolved';
  const waitsForBast = isOpen && awaitsBast(view.state, findVariant(it.office.rulebook, view.state.variant));
  if (read.intent === 'confirm' && waitsForBast) {
    const events = [noteAdded(reply), ...rated];
    return outcome('The user confirms; the ticket stays open for the hand-over paper.', {
      events,
      letters: [
        requesterReminder(letterContext(reply, after(reply, events)), 'bast', {
          mark: reply.binding.ticket.version,
          endsAt: null,
          question: '',
        }),
      ],
    });
  }
  if (read.intent === 'confirm' && isOpen) {
    const events: readonly TicketEvent[] = [...rated, { v: 1, at, type: 'Closed', mail: it.mail.id, how: 'confirmed' }];
    return outcome('The user confirms: done.', {
      events,
      letters: [requesterClosed(letterContext(reply, after(reply, events)), 'confirmed')],
    });
  }
  if (read.intent === 'thanks' || read.intent === 'rating' || read.intent === 'confirm') {
    return outcome('Thanks or a rating; kept.', { events: [noteAdded(reply), ...rated] });
  }
  return handToDesk(reply, 'The requester wrote after the work was done; the desk reads it.');
}

function ratedBy({ read, it }: Reply): readonly TicketEvent[] {
  const { rating } = read;
  if (rating === null || rating < 1 || rating > 5) return [];
  return [{ v: 1, at: it.mail.receivedAt, type: 'Rated', mail: it.mail.id, rating }];
}

/** A hand-over paper that came along; null where none did. */
function bastIn({ it }: Reply): PaperReading | null {
  return it.papers.find((paper) => paper.type === 'bast') ?? null;
}

/**
 * Accepted where it is signed, complete, about this ticket, not dated before the work was done, and says that all is well: then it ends the
 * ticket. What the requester can mend he is told; the rest is for a person's eyes.
 */
function onBast(reply: Reply, paper: PaperReading): ReplyOutcome {
  const { it, view } = reply;
  const at = it.mail.receivedAt;
  const judged = judgeBast(paper, view, { office: it.office, receivedAt: at });
  const received: TicketEvent = {
    v: 1,
    at,
    type: 'BastReceived',
    mail: it.mail.id,
    accepted: judged.kind === 'accepted',
  };
  if (judged.kind === 'faulty') {
    const events = [received, noteAdded(reply)];
    const faults = [{ filename: paper.filename, problems: judged.problems }];
    return outcome('A hand-over paper with faults that the requester can mend.', {
      events,
      letters: [requesterPapers(letterContext(reply, after(reply, events)), faults)],
    });
  }
  if (judged.kind === 'for-a-person' || view.state.status !== 'resolved') {
    return toBeSeen(reply, received, { paper, why: judged.kind === 'for-a-person' ? judged.why : [] });
  }
  const events: readonly TicketEvent[] = [
    received,
    ...ratedBy(reply),
    { v: 1, at, type: 'Closed', mail: it.mail.id, how: 'confirmed' },
  ];
  return outcome('The hand-over paper has come: done.', {
    events,
    letters: [requesterClosed(letterContext(reply, after(reply, events)), 'confirmed')],
  });
}

/** The desk gets the pages as pictures and answers one question about them (paper-seen.ts). */
function toBeSeen(
  reply: Reply,
  received: TicketEvent,
  { paper, why }: { readonly paper: PaperReading; readonly why: readonly string[] },
): ReplyOutcome {
  const { it } = reply;
  const { filename, type } = paper;
  const events = [received, noteAdded(reply)];
  const seen: PaperToSee = { mail: it.mail.id, filename, type, why };
  return outcome('A hand-over paper that a person has to look at.', {
    events,
    texts: [{ name: TEXT.paperToSee, text: JSON.stringify(seen) }],
    letters: [
      deskPaper(letterContext(reply, after(reply, events)), {
        filename,
        type,
        why,
        pages: pagesToSee(paper, it.mail.id),
      }),
    ],
  });
}

function reopen(reply: Reply): ReplyOutcome {
  const { it, view } = reply;
  const { rulebook, zone } = it.office;
  if (!isReopenable(view.state, it.mail.receivedAt, rulebook.settings.reopenCalendarDays, zone)) {
    return openNew(reply, 'Too late to reopen: a new ticket that names the old one.');
  }
  const events: readonly TicketEvent[] = [{ v: 1, at: it.mail.receivedAt, type: 'Reopened', mail: it.mail.id }];
  const opened = after(reply, events);
  const context = letterContext(reply, opened);
  const team = teamOf(it.office, opened.state.team) ?? deskOf(it.office);
  return outcome('The user says it is not done: reopened.', {
    events,
    letters: [requesterReopened(context), teamReopened(context, teamParty(team, it.office))],
  });
}
