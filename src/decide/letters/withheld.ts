/** A mail that nobody gets as it came: what it carries is, or may be, dangerous. Its sender hears it, so that he can send it otherwise. */
import type { Letter } from '../letter.ts';
import { envelopeOf } from './letter-of.ts';
import { readerFields } from './people.ts';
import { deskFields, flags } from './request-fields.ts';
import type { StatusContext } from './status.ts';

const WITHHELD = ['infected', 'not-scanned'] as const;
export type WithholdReason = (typeof WITHHELD)[number];

export function requesterWithheld(context: StatusContext, reason: WithholdReason): Letter {
  return envelopeOf({
    template: 'requester.withheld',
    to: context.requester,
    reader: readerFields(context.requester),
    step: 'withheld',
    language: context.language,
    priority: 'acknowledgement',
    ticket: null,
    subject: '',
    source: context.source?.mail ?? null,
    answers: context.source,
    fields: { number: null, desk: deskFields(context), why: flags(WITHHELD, reason) },
  });
}
