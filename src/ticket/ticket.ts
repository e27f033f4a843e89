/** The aggregate: a union by status, folded from events by `evolve`. Statuses are those of the contract. */
import type { LetterKey, MailId, PersonId, TeamCode, TicketNumber } from '../shared/ids.ts';
import type { EpochMs } from '../shared/time.ts';
import type { DeskReason, Grade, HoldCause, SuperiorVerdict, TicketKind } from './event.ts';

export const STATUSES = [
  'incomplete',
  'awaiting-approval',
  'triage',
  'assigned',
  'on-hold',
  'resolved',
  'closed',
  'rejected',
  'cancelled',
] as const;
export type TicketStatus = (typeof STATUSES)[number];

/** A span in which the service clock ran; `to` null while it runs. */
export interface ClockSpan {
  readonly from: EpochMs;
  readonly to: EpochMs | null;
}

/** Everything that is known of a ticket whatever its status. */
export interface Facts {
  readonly openedBy: MailId;
  readonly kind: TicketKind;
  readonly ticketType: 'SR' | 'INC' | 'CHG' | 'CMP';
  readonly requester: PersonId;
  readonly language: 'id' | 'en';
  readonly grade: Grade;
  readonly receivedAt: EpochMs;
  readonly follows: TicketNumber | null;
  readonly service: string | null;
  readonly variant: string | null;
  readonly incident: string | null;
  readonly confidence: number;
  readonly quantity: number | null;
  readonly missing: readonly string[];
  readonly verdict: SuperiorVerdict;
  readonly superior: PersonId | null;
  readonly eventDate: string | null;
  readonly approval: {
    readonly approver: PersonId;
    readonly step: number;
    readonly shown: string;
    readonly answer: 'asked' | 'given' | 'refused';
  } | null;
  readonly team: TeamCode | null;
  /** When the request was complete (and approved): null until then. */
  readonly completedAt: EpochMs | null;
  readonly clock: readonly ClockSpan[];
  readonly resolvedAt: EpochMs | null;
  readonly label: string | null;
  readonly firstResponse: { readonly letter: LetterKey; readonly at: EpochMs; readonly late: boolean } | null;
  readonly deskReason: DeskReason | null;
  /** What a ticket on hold waits for; null in every other status. */
  readonly holdCause: HoldCause | null;
  /** When it was closed, rejected or cancelled; null while it is open. */
  readonly endedAt: EpochMs | null;
  /** Other tickets it is linked with. */
  readonly links: readonly TicketNumber[];
  /** The newest mail that a person wrote. */
  readonly lastMailAt: EpochMs;
  readonly changedAt: EpochMs;
}

/** The status narrows which facts are certain. */
export type TicketState =
  | (Facts & {
      readonly status: 'incomplete' | 'awaiting-approval' | 'triage' | 'on-hold' | 'rejected' | 'cancelled' | 'closed';
    })
  | (Facts & { readonly status: 'assigned'; readonly team: TeamCode })
  | (Facts & { readonly status: 'resolved'; readonly team: TeamCode; readonly resolvedAt: EpochMs });
