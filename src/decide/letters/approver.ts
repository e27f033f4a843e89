/** Letters to superiors: a question that binds, a request for one plain word, a copy to know of. */
import { createHash } from 'node:crypto';
import type { Rank } from '../../directory/person.ts';
import type { Letter, LetterFields } from '../letter.ts';
import type { LetterContext, Party } from './context.ts';
import { letterOf } from './letter-of.ts';
import { readerFields } from './people.ts';
import { attachmentFields, findVariant, flags, requestFields, wordsOf } from './request-fields.ts';
import { ROMAN } from './rank.ts';

/** @param step number of the approval, from 1: an approval asked again after a change is another letter */
export function approverPleaseApprove(context: LetterContext, approver: Party, step: number): Letter {
  return toSuperior(context, approver, {
    template: 'approver.please-approve',
    step: `approval-${step}`,
    shown: shownOf(context),
    fields: { ...requestShown(context), rank: romanOf(findVariant(context)?.approval?.minimumRank) },
  });
}

/** Why a yes did not count. */
export type AskWordReason = 'elsewhere' | 'forwarded' | 'weak' | 'unclear' | 'changed';
const ASK_WORD_REASONS: readonly AskWordReason[] = ['elsewhere', 'forwarded', 'weak', 'unclear', 'changed'];

/** @param said the words that did not count, quoted back; empty when somebody else wrote them */
export function approverAskWord(
  context: LetterContext,
  approver: Party,
  parts: { readonly step: number; readonly why: AskWordReason; readonly said: string },
): Letter {
  return toSuperior(context, approver, {
    template: 'approver.ask-word',
    step: `approval-${parts.step}-word`,
    shown: shownOf(context),
    fields: {
      ...requestShown(context),
      why: flags(ASK_WORD_REASONS, parts.why),
      said: parts.said === '' ? null : wordsOf(parts.said),
    },
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

/** Hash over what an approver agrees to; another hash means that the approval is void. */
export function shownOf(context: LetterContext): string {
  const fields = requestFields({ ...context, language: 'id', late: false });
  const shown = [fields['number'], fields['requester'], fields['understood'], fields['facts'], requestShown(context)];
  return createHash('sha256').update(JSON.stringify(shown)).digest('hex').slice(0, 32);
}

function requestShown(context: LetterContext): LetterFields {
  return { words: wordsOf(context.ownText), ...attachmentFields(context.original) };
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
