/** The state of the sender's own tickets; a letter that belongs to none of them. */
import type { Letter } from '../letter.ts';
import type { TicketNumber } from '../../shared/ids.ts';
import type { HoldCause } from '../../ticket/event.ts';
import { STATUSES, type TicketStatus } from '../../ticket/ticket.ts';
import type { LetterContext, LetterTimes } from './context.ts';
import { envelopeOf } from './letter-of.ts';
import { readerFields } from './people.ts';
import { deskFields, dueFields, flags } from './request-fields.ts';

export interface StatusItem {
  readonly number: TicketNumber;
  /** The short name of its subject. */
  readonly name: string;
  readonly status: TicketStatus;
  readonly team: string | null;
  readonly holdCause: HoldCause | null;
  /** Done, and the desk looks at it before its requester hears of it. */
  readonly isChecked: boolean;
  readonly times: LetterTimes;
}

export type StatusContext = Pick<LetterContext, 'rulebook' | 'mailbox' | 'language' | 'requester' | 'source'>;

const HOLD_CAUSES: readonly HoldCause[] = ['requester', 'team', 'maintenance', 'objection'];

export function requesterStatus(context: StatusContext, items: readonly StatusItem[]): Letter {
  return envelopeOf({
    template: 'requester.status',
    to: context.requester,
    reader: readerFields(context.requester),
    step: 'status',
    language: context.language,
    priority: 'acknowledgement',
    ticket: null,
    subject: '',
    source: context.source?.mail ?? null,
    answers: context.source,
    fields: {
      number: null,
      desk: deskFields(context),
      count: items.length,
      items: items.map((item) => itemFields(item, context)),
    },
  });
}

function itemFields(item: StatusItem, context: StatusContext): { readonly [name: string]: Letter['fields'][string] } {
  return {
    number: item.number,
    name: item.name,
    team: item.team,
    status: flags(STATUSES, item.status, 'is-'),
    isChecked: item.isChecked,
    rests: flags(HOLD_CAUSES, item.holdCause, 'for-'),
    due: dueFields(item.times, { ...context, kind: 'request' }),
  };
}
