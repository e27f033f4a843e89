/** Letters to a requester that no mail of his has caused: the desk wrote his request down, or took back what it had told him. */
import type { Letter } from '../letter.ts';
import type { LetterContext } from './context.ts';
import { letterOf } from './letter-of.ts';
import { noteFields } from './notes.ts';
import { readerFields } from './people.ts';
import { flags, wordsOf } from './request-fields.ts';
import { missingFields } from './missing-fields.ts';
import type { FirstOutcome } from './requester.ts';

/** How it reached the desk; `told`: nobody said. */
const CHANNELS = ['telephone', 'visit', 'fax', 'whatsapp', 'forwarded', 'told'] as const;
export type Channel = (typeof CHANNELS)[number];
const OUTCOMES: readonly FirstOutcome[] = ['team', 'approval', 'incomplete', 'desk'];

export function requesterWrittenDown(context: LetterContext, outcome: FirstOutcome, channel: Channel): Letter {
  return letterOf(context, {
    template: 'requester.written-down',
    to: context.requester,
    reader: readerFields(context.requester),
    language: context.language,
    step: 'received',
    priority: 'acknowledgement',
    answers: null,
    fields: {
      to: flags(OUTCOMES, outcome),
      by: flags(CHANNELS, channel),
      words: wordsOf(context.ownText),
      ...missingFields(context),
      ...noteFields(context),
    },
  });
}

const CORRECTIONS = ['goes-on', 'looked-at-again'] as const;

/** What was told before is no longer so. */
export function requesterCorrected(context: LetterContext, about: (typeof CORRECTIONS)[number]): Letter {
  return letterOf(context, {
    template: 'requester.corrected',
    to: context.requester,
    reader: readerFields(context.requester),
    language: context.language,
    step: `corrected-${about}`,
    answers: null,
    fields: { about: flags(CORRECTIONS, about) },
  });
}
