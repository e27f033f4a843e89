/** The desk has looked at a paper: it is as it should be, and the ticket goes on, or it is not, and its requester hears why. */
import type { TicketEvent } from '../ticket/event.ts';
import { nextStep } from './case.ts';
import { caseOf } from './case-of.ts';
import { findVariant } from './catalogue.ts';
import { eventDays } from './event-days.ts';
import { requesterClosed, requesterIncomplete, requesterPapers, requesterProgress } from './letters/index.ts';
import type { KeptPaper, PaperFault } from './paper-faults.ts';
import { splitVerdict, type SplitVerdict } from './paper-verdict.ts';
import { refusedIn, unseenPapers, withSeen, type PaperToSee } from './paper-to-see.ts';
import { after, letterContext, noteAdded, outcome, type Reply, type ReplyOutcome } from './reply.ts';
import { ofWording } from '../understand/words/wording.ts';
import { stepEvents, stepLetters } from './step.ts';
import { paperRows, TEXT, type TicketView } from './ticket-view.ts';

const opensWith = ofWording(({ any }) => ({
  yes: new RegExp(String.raw`^\W{0,4}(?:1|${any('paper_yes')})\b`, 'i'),
  no: new RegExp(String.raw`^\W{0,4}(?:2|${any('paper_no')})\b`, 'i'),
}));
const REASON = /^\W{0,4}(?:2\b|(?:tidak|belum) (?:sah|sesuai|benar|diterima)|tolak|ditolak|tidak|belum)[\s:.,;–-]*/i;
const LONGEST_REASON = 300;
const FORM_REFUSED = 'Tanda tangan penyetuju pada formulir ini belum dapat kami terima';
const LETTER_REFUSED = 'Tanda tangan pada surat ini belum dapat kami terima';

/** Null where the letter answered was not about a paper, or the answer is neither yes nor no: then it is read as any word of the desk. */
export function paperSeen(reply: Reply): ReplyOutcome | null {
  if (reply.binding.letter?.template !== 'desk.paper') return null;
  const [line = ''] = reply.read.newText.trim().split('\n');
  const { yes, no } = opensWith(reply.it.office.rulebook);
  const verdict = yes.test(line) ? 'yes' : no.test(line) ? 'no' : null;
  if (reply.view.state.deskReason === 'signature-unseen') return requestSeen(reply, verdict);
  if (verdict === null) return null;
  const paper = paperShown(reply);
  return paper === null ? null : handoverSeen(reply, paper, { verdict, reason: reasonIn(reply) });
}

type Verdict = 'yes' | 'no';

/** What follows the no, as the desk wrote it; empty where it gave no reason. */
function reasonIn({ read }: Reply): string {
  return read.newText.trim().replace(REASON, '').replace(/\s+/g, ' ').slice(0, LONGEST_REASON);
}

/**
 * The form of a request, letters that it asks, or both. An answer that speaks of some of them counts for these alone. Of one that
 * is not plain about which, a no sends back those that it names and takes nothing; a yes is asked again.
 */
function requestSeen(reply: Reply, verdict: Verdict | null): ReplyOutcome | null {
  const { it, view } = reply;
  const unseen = unseenPapers(view.papers, findVariant(it.office.rulebook, view.state.variant));
  const split = splitVerdict(
    reply.read.newText.trim(),
    [...new Set(unseen.map(({ filename }) => filename))],
    it.office.rulebook,
  );
  if (split !== null && split !== 'unclear') return requestSplit(reply, unseen, split);
  if (verdict === 'no') {
    const reason = reasonIn(reply);
    return requestRefused(
      reply,
      refusedIn(reason, unseen, it.office.rulebook).map((paper) => ({ paper, reason })),
    );
  }
  if (verdict === null) return null;
  return split === 'unclear' ? askedAboutRest(reply) : requestAccepted(reply, unseen);
}

interface RefusedPaper {
  readonly paper: KeptPaper;
  readonly reason: string;
}

/** Those that it takes are done with, whatever becomes of the others. */
function requestSplit(reply: Reply, unseen: readonly KeptPaper[], split: SplitVerdict): ReplyOutcome {
  const taken = unseen.filter(({ filename }) => split.accepted.has(filename));
  const seen: Reply = { ...reply, view: { ...reply.view, papers: withSeen(reply.view.papers, taken) } };
  if (split.refused.size > 0) {
    const ofFile = new Map(unseen.map((paper) => [paper.filename, paper]));
    const refused = [...split.refused].flatMap(([filename, reason]) => {
      const paper = ofFile.get(filename);
      return paper === undefined ? [] : [{ paper, reason: reason.slice(0, LONGEST_REASON) }];
    });
    return requestRefused(seen, refused);
  }
  return split.open.length === 0 ? requestAccepted(reply, unseen) : askedAboutRest(seen);
}

/** The next letter is about what has not been spoken of plainly. */
function askedAboutRest(seen: Reply): ReplyOutcome {
  const { it, source, view } = seen;
  const events = [noteAdded(seen)];
  const now: TicketView = { ...after(seen, events), papers: view.papers };
  const step = { kind: 'desk', reason: 'signature-unseen', complete: true } as const;
  return outcome('Not all signatures are spoken of plainly: the desk is asked about those that are not.', {
    events,
    texts: paperRows(now),
    letters: stepLetters(step, now, { it, source, tellSuperior: false }),
  });
}

function requestAccepted(reply: Reply, seen: readonly KeptPaper[]): ReplyOutcome {
  const { it, source } = reply;
  const view: TicketView = { ...reply.view, papers: withSeen(reply.view.papers, seen) };
  const { step } = nextStep(caseOf(view, it, { deskReleased: true }), it.office);
  const events = [noteAdded(reply), ...stepEvents(step, view, it)];
  const now: TicketView = { ...after(reply, events), papers: view.papers };
  return outcome('The desk has seen the signature.', {
    events,
    texts: paperRows(now),
    letters: [
      ...(step.kind === 'team' ? [requesterProgress(letterContext(reply, now), 'sorted')] : []),
      ...stepLetters(step, now, { it, source, tellSuperior: true }),
    ],
  });
}

/** Each paper that the no is about is named to the requester, with the reason where the desk gave one. */
function requestRefused(reply: Reply, refused: readonly RefusedPaper[]): ReplyOutcome {
  const { it, view } = reply;
  const faults = refused.map(({ paper: { filename, letter }, reason }): PaperFault => {
    const text = reason || (letter === undefined ? FORM_REFUSED : LETTER_REFUSED);
    return { filename, text, against: 'form' };
  });
  const { missing, verdict, superior } = view.state;
  const checked: TicketEvent = {
    v: 1,
    at: it.mail.receivedAt,
    type: 'RequirementsChecked',
    mail: it.mail.id,
    missing,
    verdict,
    superior,
    ...eventDays(view.facts),
    inJakarta: view.facts.inJakarta ?? null,
    faults: faults.length,
  };
  const events = [noteAdded(reply), checked];
  const now: TicketView = { ...after(reply, events), papers: view.papers, faults };
  return outcome('The desk does not take the signature: its requester mends it.', {
    events,
    texts: paperRows(now),
    letters: [{ ...requesterIncomplete(letterContext(reply, now)), step: 'papers' }],
  });
}

/** JSON that we wrote ourselves; null where retention has emptied it. */
function paperShown({ binding }: Reply): PaperToSee | null {
  const text = binding.ticket.texts[TEXT.paperToSee] ?? '';
  if (text === '') return null;
  const paper: PaperToSee = JSON.parse(text);
  return paper;
}

function handoverSeen(
  reply: Reply,
  paper: PaperToSee,
  { verdict, reason }: { readonly verdict: Verdict; readonly reason: string },
): ReplyOutcome {
  const { it, view } = reply;
  const at = it.mail.receivedAt;
  if (verdict === 'no') {
    const events = [noteAdded(reply)];
    const problems = [reason || 'Dokumen ini belum dapat kami terima'];
    return outcome('The desk does not take the paper: its requester mends it.', {
      events,
      letters: [requesterPapers(letterContext(reply, after(reply, events)), [{ filename: paper.filename, problems }])],
    });
  }
  const received: TicketEvent = { v: 1, at, type: 'BastReceived', mail: paper.mail, accepted: true };
  const closed: readonly TicketEvent[] =
    view.state.status === 'resolved' ? [{ v: 1, at, type: 'Closed', mail: paper.mail, how: 'confirmed' }] : [];
  const events = [noteAdded(reply), received, ...closed];
  return outcome('The desk has seen the hand-over paper: done.', {
    events,
    letters: closed.length > 0 ? [requesterClosed(letterContext(reply, after(reply, events)), 'bast')] : [],
  });
}
