/** The requester's word on what was done: it closes, reopens, rates, or brings the hand-over paper that the catalogue asks for. */
import type { PaperReading } from '../parse/document.ts';
import type { TicketEvent } from '../ticket/event.ts';
import { isReopenable } from '../ticket/service-clock.ts';
import { shownSince } from './event-ahead.ts';
import { closingIn, judgeClosing, scannedClosing, type ClosingReading } from './bast.ts';
import { findVariant } from './catalogue.ts';
import { askedOfCatalogue } from './letters/catalogue-answer.ts';
import { closingPaper, type ClosingPaper } from './closing-paper.ts';
import { awaitsBast } from './follow-up.ts';
import {
  deskPaper,
  requesterClosed,
  requesterPapers,
  requesterReminder,
  requesterReopened,
  teamMessage,
  teamReopened,
  type SeenPaper,
} from './letters/index.ts';
import { deskOf, teamOf } from './office.ts';
import { after, handToDesk, letterContext, noteAdded, outcome, type Reply, type ReplyOutcome } from './reply.ts';
import { besideAnswer, both, partOf } from './reply-beside.ts';
import { openBeside, openNew } from './requester-new.ts';
import { isSameInHtml } from './same-in-html.ts';
import type { ReplyReading } from '../understand/reading.ts';
import { articleFor } from '../understand/article.ts';
import { saysHelped } from '../understand/replies/requester/told-by-him.ts';
import { CONTRAST } from '../understand/replies/requester/requester-signs.ts';
import { pagesToSee, type PaperToSee } from './paper-to-see.ts';
import { teamParty, TEXT } from './ticket-view.ts';

export function onResult(reply: Reply): ReplyOutcome {
  const { read, view, it } = reply;
  if (read.intent === 'reopen') return reopen(reply);
  const awaited = closingPaper(findVariant(it.office.rulebook, view.state.variant));
  // A hand-over paper that nobody asked for is looked at all the same.
  const returned = closingIn(it.papers, awaited ?? 'bast');
  if (returned !== null) return onReturned(reply, returned);
  const rated = ratedBy(reply);
  const isOpen = view.state.status === 'resolved';
  const waitsForBast = isOpen && awaitsBast(view.state, findVariant(it.office.rulebook, view.state.variant));
  if (waitsForBast && awaited !== null) {
    const scanned = onUnread(reply, awaited, rated);
    if (scanned !== null) return scanned;
  }
  if (read.intent === 'confirm' && waitsForBast) {
    const events = [noteAdded(reply), ...rated];
    return outcome('The user confirms; the ticket stays open for the hand-over paper.', {
      events,
      letters: [
        requesterReminder(letterContext(reply, after(reply, events)), 'bast', {
          mark: reply.binding.ticket.version,
          endsAt: null,
          question: '',
          thanks: rated.length > 0 ? 'rating' : 'word',
        }),
      ],
    });
  }
  if (read.intent === 'confirm' && isOpen) return closed(reply, 'The user confirms: done.', rated);
  if (read.intent === 'thanks' && !isThanksOnly(read.newText))
    return handToDesk(reply, 'Thanks, and something against them; the desk reads it.');
  if (KEPT.includes(read.intent)) return outcome('Thanks or a rating; kept.', { events: [noteAdded(reply), ...rated] });
  return handToDesk(reply, 'The requester wrote after the work was done; the desk reads it.');
}

/**
 * All is well, and beside it he asks for something that another service gives: both count. Null where the first is not plain by its own words,
 * or the wish may be what he misses in the result.
 */
export function doneAndMore(reply: Reply): ReplyOutcome | null {
  const { it, read, view } = reply;
  const beside = view.state.status === 'resolved' ? besideAnswer(reply) : null;
  if (beside === null || !beside.isOther || beside.isFault || CONTRAST.test(read.newText)) return null;
  const done = it.readAs('requester', beside.before);
  // What the HTML says besides may take it back.
  if (done.intent !== 'confirm' || it.message === null || !isSameInHtml(it.message, read.newText)) return null;
  return both(onResult({ ...partOf(reply, beside.before), read: done }), openBeside(reply, beside.wish));
}

/** Our letter had an article for his question or what the catalogue knows of it, and he says that it helped: nobody has to answer any more. Null for anything else. */
export function questionAnswered(reply: Reply): ReplyOutcome | null {
  const { it, view, read } = reply;
  const { state, summary, ownText } = view;
  const { rulebook } = it.office;
  const isAsked = state.kind === 'question' && state.status === 'triage';
  const asked = { kind: state.kind, variant: state.variant, rulebook, summary, ownText };
  const isTold =
    askedOfCatalogue(asked) !== null || articleFor(`${summary}.\n\n${ownText}`, state.service, rulebook) !== null;
  if (!isAsked || !isTold) return null;
  const isWell = saysHelped(read.newText, read.intent === 'confirm');
  if (!isWell || it.message === null || !isSameInHtml(it.message, read.newText)) return null;
  const ended = closed(reply, 'The article has answered his question: done.');
  const context = letterContext(reply, after(reply, ended.events));
  const desk = teamParty(deskOf(it.office), it.office);
  return { ...ended, letters: [...ended.letters, teamMessage(context, desk)] };
}

/** By his word. */
export function closed(reply: Reply, says: string, rated: readonly TicketEvent[] = []): ReplyOutcome {
  const { mail } = reply.it;
  const ending: TicketEvent = { v: 1, at: mail.receivedAt, type: 'Closed', mail: mail.id, how: 'confirmed' };
  const events = [...rated, ending];
  return outcome(says, {
    events,
    letters: [requesterClosed(letterContext(reply, after(reply, events)), 'confirmed')],
  });
}

const KEPT: readonly ReplyReading['intent'][] = ['thanks', 'rating', 'confirm'];

/** No question and no "but" beside it, which somebody has to read. */
export function isThanksOnly(text: string): boolean {
  return !text.includes('?') && !CONTRAST.test(text);
}

function ratedBy({ read, it }: Reply): readonly TicketEvent[] {
  const { rating } = read;
  if (rating === null || rating < 1 || rating > 5) return [];
  return [{ v: 1, at: it.mail.receivedAt, type: 'Rated', mail: it.mail.id, rating }];
}

/**
 * Accepted where it is signed, complete, about this ticket, not dated before the work was done, and says that all is well: then it ends the
 * ticket. What the requester can mend he is told; the rest is for a person's eyes.
 */
function onReturned(reply: Reply, paper: ClosingReading): ReplyOutcome {
  const { it, view } = reply;
  const at = it.mail.receivedAt;
  const judged = judgeClosing(paper, view, { office: it.office, receivedAt: at });
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
    const why = judged.kind === 'for-a-person' ? judged.why : [];
    const { filename, type } = paper;
    return toBeSeen(reply, [received], { filename, type, why, pages: pagesToSee(paper, it.mail.id) });
  }
  const events: readonly TicketEvent[] = [
    received,
    ...ratedBy(reply),
    { v: 1, at, type: 'Closed', mail: it.mail.id, how: 'confirmed' },
  ];
  return outcome('The hand-over paper has come: done.', {
    events,
    letters: [requesterClosed(letterContext(reply, after(reply, events)), 'bast')],
  });
}

/** What came while the paper is awaited, and cannot be read: broken, it is sent again; a scan is for the desk's eyes. */
function onUnread(reply: Reply, awaited: ClosingPaper, events: readonly TicketEvent[]): ReplyOutcome | null {
  const { it, read } = reply;
  const attached = it.message?.attachments ?? [];
  const scan = scannedClosing(attached, it.papers, { words: read.newText, type: awaited });
  if (scan === null) return null;
  const paper = it.papers.find(({ filename }) => filename === scan.filename);
  if (paper?.type === 'unreadable' && paper.isOverLimit !== true) return sentAgain(reply, paper, events);
  return scanToBeSeen(reply, { filename: scan.filename, awaited, paper }, events);
}

function sentAgain(reply: Reply, paper: PaperReading, rated: readonly TicketEvent[]): ReplyOutcome {
  const events = [noteAdded(reply), ...rated];
  const problems = paper.problems.map(({ text }) => `Lampiran ini tidak dapat dibaca: ${text}`);
  return outcome('A paper that nobody can open: its sender sends it again.', {
    events,
    letters: [requesterPapers(letterContext(reply, after(reply, events)), [{ filename: paper.filename, problems }])],
  });
}

/** Nothing in it could be read, so it is taken for nothing until the desk has seen it. */
function scanToBeSeen(
  reply: Reply,
  scan: { readonly filename: string; readonly awaited: ClosingPaper; readonly paper: PaperReading | undefined },
  events: readonly TicketEvent[],
): ReplyOutcome {
  const { filename, awaited, paper } = scan;
  return toBeSeen(reply, events, {
    filename,
    type: awaited,
    why: ['Dokumen ini hasil pindai atau foto; tanda tangannya perlu dilihat.'],
    pages: paper === undefined ? [] : pagesToSee(paper, reply.it.mail.id),
  });
}

/** The desk gets the pages as pictures and answers one question about them (paper-seen.ts). */
function toBeSeen(
  reply: Reply,
  received: readonly TicketEvent[],
  { pages, ...shown }: Omit<PaperToSee, 'mail'> & Pick<SeenPaper, 'pages'>,
): ReplyOutcome {
  const events = [...received, noteAdded(reply)];
  const seen: PaperToSee = { mail: reply.it.mail.id, ...shown };
  return outcome('A hand-over paper that a person has to look at.', {
    events,
    texts: [{ name: TEXT.paperToSee, text: JSON.stringify(seen) }],
    letters: [deskPaper(letterContext(reply, after(reply, events)), { ...shown, pages })],
  });
}

function reopen(reply: Reply): ReplyOutcome {
  const { it, view } = reply;
  const { rulebook, zone } = it.office;
  const shown = { ...view.state, resolvedAt: shownSince(view.state, it.office) };
  if (!isReopenable(shown, it.mail.receivedAt, rulebook.settings.reopenCalendarDays, zone)) {
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
