/** Alarms: to the person who keeps the machine running, once per cause. */
import type { Letter } from '../letter.ts';
import type { PersonId } from '../../shared/ids.ts';
import type { EpochMs } from '../../shared/time.ts';
import type { LetterContext } from './context.ts';
import { formatInstant } from './dates.ts';
import { envelopeOf } from './letter-of.ts';
import { oneLine } from './own-words.ts';
import { deskFields, flags } from './request-fields.ts';

const ALARMS = [
  'mailbox-unreachable',
  'mailbox-silent',
  'smtp-unreachable',
  'outbox-stuck',
  'letters-parked',
  'breaker-open',
  'unanswered-mail',
  'mail-held',
  'storage-failing',
  'calendar-ends',
] as const;
export type AlarmCode = (typeof ALARMS)[number];

export interface Alarm {
  readonly code: AlarmCode;
  readonly since: EpochMs;
  /** How many things are concerned; null where that says nothing. */
  readonly count: number | null;
  /** The last error as the program has it, in English; no bodies, no addresses. */
  readonly detail: string;
}

const LONGEST_DETAIL = 300;

export function operatorAlarm(
  context: Pick<LetterContext, 'rulebook' | 'mailbox'>,
  operator: { readonly id: PersonId; readonly address: string },
  alarm: Alarm,
): Letter {
  return envelopeOf({
    template: 'operator.alarm',
    to: operator,
    reader: { name: '', address: operator.address, post: '', male: false, female: false, unknown: true },
    step: `alarm-${alarm.code}-${alarm.since}`,
    ticket: null,
    subject: '',
    source: null,
    answers: null,
    priority: 'acknowledgement',
    fields: {
      number: null,
      desk: deskFields(context),
      alarm: flags(ALARMS, alarm.code),
      since: formatInstant(alarm.since, context.rulebook.calendar.zone, 'id'),
      count: alarm.count,
      detail: oneLine(alarm.detail, LONGEST_DETAIL),
    },
  });
}
