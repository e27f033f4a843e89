/** How it goes on, told to the requester: complete, approved, sorted, begun, changed, resumed, with another number. */
import type { Letter } from '../letter.ts';
import type { LetterContext } from './context.ts';
import { NOTHING_UNREAD, unreadFields } from './file-marks.ts';
import { letterOf } from './letter-of.ts';
import { readerFields } from './people.ts';
import { oneLine } from './own-words.ts';
import { flags, movedFields, recountedField, renamedFields } from './request-fields.ts';

const PROGRESS = [
  ...(['approved', 'completed', 'sorted', 'started', 'changed', 'gathered', 'resumed', 'recounted'] as const),
  ...(['recounted-at-desk', 'moved', 'moved-at-desk', 'day-doubt'] as const),
] as const;
export type ProgressWhy = (typeof PROGRESS)[number];

/**
 * Complete, approved, sorted by the desk or begun by a decision: now at the team. Changed: whoever was asked is asked again. Gathered: it
 * has changed so often today that he sees it all at once later. Recounted at the desk: the number is another, the desk has still to decide.
 * Moved: its day is another. Day doubt: a day that he names can be read in two ways; nothing has been moved.
 */
export function requesterProgress(context: LetterContext, why: ProgressWhy): Letter {
  return letterOf(context, {
    template: 'requester.progress',
    to: context.requester,
    reader: readerFields(context.requester),
    language: context.language,
    step: `progress-${why}`,
    answers: why === 'completed' ? context.source : null,
    fields: {
      why: flags(PROGRESS, why),
      isUnreachable: false,
      recounted: recountedField(context),
      moved: movedFields(context),
      renamed: renamedFields(context),
      dayDoubt: context.dayDoubt === undefined ? null : oneLine(context.dayDoubt, LONGEST_DAY),
      ...(why === 'completed' ? unreadFields(context) : NOTHING_UNREAD),
    },
  });
}

const LONGEST_DAY = 120;

/** A mail that named no number has been added to a ticket that it goes on with, and nothing else answers it. */
export function requesterAdded(context: LetterContext): Letter {
  return letterOf(context, {
    template: 'requester.added',
    to: context.requester,
    reader: readerFields(context.requester),
    language: context.language,
    step: 'added',
    answers: context.source,
    fields: {},
  });
}
