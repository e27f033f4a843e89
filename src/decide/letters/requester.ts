/** Letters to the person who asked, reported or complained, in the language he wrote in. */
import type { Letter } from '../letter.ts';
import type { EpochMs } from '../../shared/time.ts';
import type { LetterContext, Party, SourceMail } from './context.ts';
import { formatInstant } from './dates.ts';
import { NOTHING_UNREAD, unreadFields } from './file-marks.ts';
import { letterOf, type LetterParts } from './letter-of.ts';
import { missingFields, reservedFields } from './missing-fields.ts';
import { NO_NOTES, noteFields } from './notes.ts';
import { paperFields, returnedFields } from './paper-fields.ts';
import { handoverPapers, requestPapers } from './papers.ts';
import { readerFields, workedOnBy } from './people.ts';
import { flags, recountedField, wordsOf } from './request-fields.ts';

/** What became of a wish, as its first letter says it. */
export type FirstOutcome = 'team' | 'approval' | 'incomplete' | 'desk';
export const OUTCOMES: readonly FirstOutcome[] = ['team', 'approval', 'incomplete', 'desk'];

export function requesterReceived(context: LetterContext, outcome: 'team' | 'approval' | 'desk'): Letter {
  return toRequester(context, 'requester.received', {
    step: 'received',
    priority: 'acknowledgement',
    fields: {
      to: flags(OUTCOMES, outcome),
      isUnreachable: false,
      words: context.variant === null || context.kind === 'question' ? wordsOf(context.ownText) : null,
      master: context.master ?? null,
      ...noteFields(context),
      ...unreadFields(context),
    },
  });
}

/**
 * Checklist of what is missing, the superior first; `context.superior` says which rank and who would qualify. Where papers are there but
 * something is wrong with them, what is wrong stands before what is missing.
 * @param isMore he has sent something since, and it is not all yet
 */
export function requesterIncomplete(context: LetterContext, isMore = false): Letter {
  const { faults = [] } = context;
  if (faults.length > 0) {
    return toRequester(context, 'requester.papers', {
      step: 'received',
      priority: 'acknowledgement',
      papers: requestPapers(context),
      fields: {
        ...paperFields(context),
        ...missingFields(context),
        ...noteFields(context),
        ...unreadFields(context),
      },
    });
  }
  return toRequester(context, 'requester.incomplete', {
    step: 'received',
    priority: 'acknowledgement',
    papers: requestPapers(context),
    fields: {
      recounted: recountedField(context),
      isMore,
      ...missingFields(context),
      ...noteFields(context),
      ...reservedFields(context),
      ...unreadFields(context),
    },
  });
}

export function requesterHeld(context: LetterContext): Letter {
  return toRequester(context, 'requester.held', { step: 'received', priority: 'acknowledgement' });
}

/** @param reason the approver's own words, quoted as his */
export function requesterRefused(context: LetterContext, reason: string): Letter {
  return toRequester(context, 'requester.refused', {
    step: 'refused',
    fields: { words: wordsOf(reason) },
    answers: null,
  });
}

export interface Resolution {
  /** The team's note as it wrote it. */
  readonly note: string;
  /** Until when a reply reopens this ticket. */
  readonly reopenUntil: EpochMs;
  /** The event that it is for is still to come: nobody can say yet whether all is well. Default false. */
  readonly isAhead?: boolean;
  /** The catalogue asks for a signed BAST afterwards. */
  readonly wantsBast: boolean;
  /** Who did it. */
  readonly resolver?: Party;
  /** When it was fulfilled; default now. */
  readonly at?: EpochMs;
  /** Mails of the team whose papers go along. */
  readonly attach?: Letter['attachMails'];
}

export function requesterResolved(context: LetterContext, resolution: Resolution): Letter {
  const papers = handoverPapers(context, {
    done: resolution.note,
    at: resolution.at ?? context.now,
    resolver: resolution.resolver ?? null,
  });
  return toRequester(context, 'requester.resolved', {
    step: 'resolved',
    answers: null,
    fields: {
      words: wordsOf(resolution.note),
      reopenUntil: formatInstant(resolution.reopenUntil, context.rulebook.calendar.zone, context.language),
      wantsBast: resolution.wantsBast,
      isAhead: resolution.isAhead ?? false,
      hasForms: papers.length > 0,
    },
    papers,
    attachMails: resolution.attach ?? [],
  });
}

const MESSAGES = ['note', 'partial', 'on-hold', 'prepared'] as const;
export type MessageAbout = (typeof MESSAGES)[number];

export interface Message {
  /** The team's words; may be empty. Of what is done in part: what is done. */
  readonly words: string;
  /** What of it is not done. */
  readonly failed?: string;
  /** Until when it rests; null where nobody said. */
  readonly until: EpochMs | null;
  readonly attach: Letter['attachMails'];
}

/** News from the team while it works. */
export function requesterMessage(context: LetterContext, about: MessageAbout, message: Message): Letter {
  const zone = context.rulebook.calendar.zone;
  return toRequester(context, 'requester.message', {
    step: `message-${about}`,
    answers: null,
    attachMails: message.attach,
    fields: {
      about: flags(MESSAGES, about),
      ...workedOnBy(context),
      words: message.words === '' ? null : wordsOf(message.words),
      failed: message.failed === undefined || message.failed === '' ? null : wordsOf(message.failed),
      until: message.until === null ? null : formatInstant(message.until, zone, context.language),
      hasAttachments: message.attach.length > 0,
    },
  });
}

export function requesterQuestion(context: LetterContext, question: string, attach: Letter['attachMails']): Letter {
  return toRequester(context, 'requester.question', {
    step: 'question',
    answers: null,
    attachMails: attach,
    fields: { ...workedOnBy(context), words: wordsOf(question), hasAttachments: attach.length > 0 },
  });
}

/** Papers came, and something is wrong with them; the ticket waits for better ones. */
export function requesterPapers(
  context: LetterContext,
  papers: readonly { readonly filename: string; readonly problems: readonly string[] }[],
): Letter {
  return toRequester(context, 'requester.papers', {
    step: 'papers',
    fields: {
      ...missingFields({ ...context, missing: [] }),
      ...NO_NOTES,
      ...NOTHING_UNREAD,
      ...returnedFields(papers),
    },
  });
}

export function requesterReopened(context: LetterContext): Letter {
  return toRequester(context, 'requester.reopened', { step: 'reopened', fields: workedOnBy(context) });
}

const CLOSED_HOW = [
  'confirmed',
  'bast',
  'rule',
  'cancelled',
  'approval-expired',
  'missing-expired',
  'merged',
  'desk',
] as const;
export type ClosedHow = (typeof CLOSED_HOW)[number];

export interface Closing {
  /** Where no mail caused it: the ticket's version, so that a second closing is another letter. */
  readonly mark?: number;
  /** Number of the ticket that goes on. */
  readonly mergedInto?: string;
}

export function requesterClosed(context: LetterContext, how: ClosedHow, parts: Closing = {}): Letter {
  const { mark = null, mergedInto = null } = parts;
  return toRequester(context, 'requester.closed', {
    step: mark === null ? 'closed' : `closed-${mark}`,
    fields: {
      // Whatever ended before it was done can be asked for again.
      how: { ...flags(CLOSED_HOW, how), again: how.endsWith('expired') || how === 'desk' },
      mergedInto,
    },
  });
}

type RequesterTemplate = Extract<LetterParts['template'], `requester.${string}`>;

function toRequester(
  context: LetterContext,
  template: RequesterTemplate,
  parts: Omit<LetterParts, 'template' | 'to' | 'reader' | 'language' | 'answers'> & {
    readonly answers?: SourceMail | null;
  },
): Letter {
  const reader = readerFields(context.requester);
  return letterOf(context, {
    template,
    to: context.requester,
    reader,
    language: context.language,
    answers: context.source,
    ...parts,
  });
}
