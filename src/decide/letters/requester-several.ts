/** The letter about several tickets of one mail, or of one that was split: all numbers, and what becomes of each. */
import type { TicketNumber } from '../../shared/ids.ts';
import type { Letter, LetterFields } from '../letter.ts';
import type { LetterContext } from './context.ts';
import { unreadFields } from './file-marks.ts';
import { letterOf } from './letter-of.ts';
import { missingFields } from './missing-fields.ts';
import { besidesIn, noteFields } from './notes.ts';
import { paperFields } from './paper-fields.ts';
import { requestPapers } from './papers.ts';
import { readerFields } from './people.ts';
import { flags, requestFields } from './request-fields.ts';
import { OUTCOMES, type FirstOutcome } from './requester.ts';

/** The ticket that these were one of, or one before. */
export interface SplitFrom {
  readonly from: TicketNumber;
  readonly isEnded: boolean;
}

/** One mail, several tickets: one letter that lists all numbers. The first context carries the letter. */
export function requesterSeveral(
  items: readonly [
    { context: LetterContext; outcome: FirstOutcome },
    ...{ context: LetterContext; outcome: FirstOutcome }[],
  ],
  split: SplitFrom | null = null,
): Letter {
  const [first, ...rest] = items;
  const { requester, language, source } = first.context;
  return letterOf(first.context, {
    template: 'requester.several',
    to: requester,
    reader: readerFields(requester),
    language,
    answers: source,
    step: split === null ? 'received' : `split-${split.from}`,
    // Later than the mail that they are of: which they are is bound in.
    ...(split && { shown: items.map(({ context }) => `${context.number}=`).join(' ') }),
    priority: 'acknowledgement',
    papers: items.flatMap(({ context }) => requestPapers(context)),
    fields: {
      count: items.length,
      split: split && { from: split.from, isEnded: split.isEnded },
      ...besidesIn(first.context),
      ...unreadOfAll(
        first.context,
        rest.map(({ context }) => context),
      ),
      items: items.map(({ context, outcome }) => ({
        ...requestFields(context),
        to: flags(OUTCOMES, outcome),
        ...paperFields(context),
        ...missingFields(context),
        ...noteFields(context),
      })),
    },
  });
}

/** They are of one mail: what one of its tickets holds against it is told there. */
function unreadOfAll(first: LetterContext, others: readonly LetterContext[]): LetterFields {
  return unreadFields({ ...first, faults: [first, ...others].flatMap(({ faults = [] }) => faults) });
}
