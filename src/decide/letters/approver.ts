/** Letters to superiors: a question that binds, a request for one plain word, a copy to know of. */
import { createHash } from 'node:crypto';
import type { Rank } from '../../directory/person.ts';
import type { UnclearWhy } from '../../understand/reading.ts';
import { linkAt } from '../asking.ts';
import type { Letter, LetterFields } from '../letter.ts';
import type { LetterContext, Party } from './context.ts';
import { formatInstant } from './dates.ts';
import { letterOf } from './letter-of.ts';
import { partyFields, readerFields } from './people.ts';
import { attachmentFields } from './file-marks.ts';
import { findVariant, flags, requestFields, wordsOf } from './request-fields.ts';
import { ROMAN } from './rank.ts';

/** Why it is he who is asked, or why again. */
export interface AskedBecause {
  /** In whose place: somebody who is away or does not answer. */
  readonly instead?: Party | null;
  /** The requester has changed what he asks for. */
  readonly isChanged?: boolean;
}

/** @param step number of the approval, from 1: an approval asked again after a change is another letter */
export function approverPleaseApprove(
  context: LetterContext,
  approver: Party,
  step: number,
  { instead = null, isChanged = false }: AskedBecause = {},
): Letter {
  return toSuperior(context, approver, {
    template: 'approver.please-approve',
    step: `approval-${step}`,
    shown: shownOf(context),
    fields: {
      ...requestShown(context),
      rank: romanOf(findVariant(context)?.approval?.minimumRank),
      instead: instead === null ? null : partyFields(instead),
      isChanged,
      ends: endsField(context),
    },
  });
}

/** One official of a chain: what he confirms, and where in the way it stands. */
export interface ChainStep {
  /** Ordinal from 1, through both ways. */
  readonly step: number;
  readonly of: number;
  readonly does: string;
  /** What the team did, on the way back; null before the work. */
  readonly result: string | null;
}

export function approverChainStep(context: LetterContext, official: Party, chain: ChainStep): Letter {
  return toSuperior(context, official, {
    template: 'approver.chain-step',
    step: `approval-${chain.step}`,
    shown: shownOf(context),
    fields: {
      ...requestShown(context),
      chain: { step: chain.step, of: chain.of, does: chain.does, isBack: chain.result !== null },
      result: chain.result === null ? null : wordsOf(chain.result),
    },
  });
}

/** Why a yes did not count, or why it is asked again. */
const ASK_WORD_REASONS = [
  ...(['elsewhere', 'forwarded', 'weak', 'unclear', 'changed', 'secretary', 'challenge', 'withdrawn'] as const),
] as const;
export type AskWordReason = (typeof ASK_WORD_REASONS)[number];
/** A question of its own: not the one answer back that each step allows. */
const NEW_QUESTIONS: readonly AskWordReason[] = ['changed', 'challenge', 'withdrawn'];
const UNCLEAR: readonly UnclearWhy[] = [
  ...(['nothing', 'question', 'condition', 'deferral', 'forwarded', 'several-tickets', 'contradiction'] as const),
  ...(['anothers-word', 'acknowledged', 'away', 'other'] as const),
];

/** @param said the words that did not count, quoted back; empty when somebody else wrote them */
export function approverAskWord(
  context: LetterContext,
  approver: Party,
  parts: {
    readonly step: number;
    readonly why: AskWordReason;
    readonly said: string;
    /** Where the answer was not plain: what stood in the way. */
    readonly unclear?: UnclearWhy | null;
  },
): Letter {
  return toSuperior(context, approver, {
    template: 'approver.ask-word',
    step: `approval-${parts.step}-${NEW_QUESTIONS.includes(parts.why) ? parts.why : 'word'}`,
    shown: shownOf(context),
    fields: {
      ...requestShown(context),
      ...chainShown(context),
      ends: endsField(context),
      why: flags(ASK_WORD_REASONS, parts.why),
      unclear: flags(UNCLEAR, parts.unclear ?? 'other'),
      said: parts.said === '' ? null : wordsOf(parts.said),
    },
  });
}

/** What an official of a chain is asked for in the present step, and what was done by then; superiors are asked for the request alone. */
export function chainShown(context: LetterContext): LetterFields {
  const { asked } = context;
  const chain = findVariant(context)?.chain;
  const link = asked ? linkAt(chain, asked.step) : null;
  if (!asked || !chain || !link) return { chain: null, result: null };
  const isBack = asked.step > chain.onward.length;
  return { chain: { does: link.does }, result: isBack && asked.result !== null ? wordsOf(asked.result) : null };
}

/** A yes that was short, or with a wish for more beside it: kept as one, with the way back. */
export function approverReceipt(
  context: LetterContext,
  approver: Party,
  { said, isMore = false }: { readonly said: string; readonly isMore?: boolean },
): Letter {
  return toSuperior(context, approver, {
    template: 'approver.receipt',
    step: 'receipt',
    shown: shownOf(context),
    fields: { ...requestShown(context), said: wordsOf(said), isMore },
  });
}

/** He answered when there was nothing to agree to any more. @param isRefused because somebody has refused it */
export function approverOver(context: LetterContext, approver: Party, isRefused = false): Letter {
  return toSuperior(context, approver, {
    template: 'approver.over',
    step: 'over',
    shown: '',
    fields: { ...requestShown(context), isRefused },
  });
}

/** Where the catalogue only asks for the superior in Cc: work has begun, he may object. */
export function superiorForInformation(context: LetterContext, superior: Party): Letter {
  return toSuperior(context, superior, {
    template: 'superior.for-information',
    step: 'for-information',
    shown: shownOf(context),
    fields: requestShown(context),
  });
}

/** The desk lets the work go on to which he had objected. */
export function superiorResumed(context: LetterContext, superior: Party): Letter {
  return toSuperior(context, superior, {
    template: 'superior.resumed',
    step: 'resumed',
    shown: '',
    fields: requestShown(context),
  });
}

/**
 * Hash over what an approver agrees to; another hash means that the approval is void. A later question is another one than the first, also
 * of the same person: an official on the way back agrees to what was done.
 */
export function shownOf(context: LetterContext): string {
  const fields = requestFields({ ...context, language: 'id', late: false });
  const { asked } = context;
  const request = [fields['number'], fields['requester'], fields['understood'], fields['facts'], requestShown(context)];
  const period = fields['eventPeriod'] ?? null;
  const shown = [...request, ...(period === null ? [] : [period]), ...(asked && asked.step > 1 ? [asked] : [])];
  return createHash('sha256').update(JSON.stringify(shown)).digest('hex').slice(0, 32);
}

function requestShown(context: LetterContext): LetterFields {
  return { words: wordsOf(context.ownText), ...attachmentFields(context.original, context.supplied) };
}

/** What is shown of it binds nobody: it may move. */
function endsField({ waitEnds = null, rulebook }: LetterContext): string | null {
  return waitEnds === null ? null : formatInstant(waitEnds, rulebook.calendar.zone, 'id');
}

function toSuperior(
  context: LetterContext,
  superior: Party,
  parts: Pick<Letter, 'template' | 'step' | 'shown' | 'fields'>,
): Letter {
  return letterOf(context, { ...parts, to: superior, reader: readerFields(superior), answers: null });
}

function romanOf(rank: Rank | undefined): string | null {
  return rank === undefined ? null : ROMAN[rank];
}
