/** The aggregate: a union by status, folded from events by `evolve`. Statuses are those of the contract. */
import type { LetterKey, MailId, PersonId, TeamCode, TicketNumber } from '../shared/ids.ts';
import type { EpochMs } from '../shared/time.ts';
import type { Approval, DeskReason, Grade, HoldCause, ReminderKind, SuperiorVerdict, TicketKind } from './event.ts';

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
  /** Faults of its papers that its requester has to mend. */
  readonly paperFaults: number;
  readonly verdict: SuperiorVerdict;
  readonly superior: PersonId | null;
  readonly eventDate: string | null;
  /** Its last day, where it takes several; absent: one day. */
  readonly eventEnd?: string | null;
  readonly approval: Approval | null;
  /** Who said that it is not for him to decide: nobody is asked twice. */
  readonly declinedBy: readonly PersonId[];
  readonly team: TeamCode | null;
  /** When the request was complete (and approved): null until then. */
  readonly completedAt: EpochMs | null;
  readonly clock: readonly ClockSpan[];
  readonly resolvedAt: EpochMs | null;
  readonly label: string | null;
  readonly firstResponse: { readonly letter: LetterKey; readonly at: EpochMs; readonly late: boolean } | null;
  readonly deskReason: DeskReason | null;
  /** The superior whose objection stopped the work last; null where none did. */
  readonly objectedBy: PersonId | null;
  /** What a ticket on hold waits for; null in every other status. */
  readonly holdCause: HoldCause | null;
  /** When a wait of a named length ends; null while on hold without one, and in every other status. */
  readonly holdUntil: EpochMs | null;
  /** Since when it has been waiting for whom it waits for now: the last change of status, or the last time somebody was asked. */
  readonly waitsSince: EpochMs;
  /** Letters of the clock in this wait, and about the promise since it was made; oldest first. */
  readonly reminders: readonly { readonly about: ReminderKind; readonly at: EpochMs }[];
  /** Whether the desk has been told in this wait that nobody answers. */
  readonly escalated: boolean;
  /** Who of the team said that he does it; null where nobody did. */
  readonly takenBy: PersonId | null;
  /** Who has approved so far, in order: a chain of officials has several. */
  readonly approvedBy: readonly PersonId[];
  /** From when the standard counts where that is a decision (of the CIO); null until somebody said so. */
  readonly startDecided: EpochMs | null;
  /** Level set by the desk; absent or null: by impact and urgency, where the rules give one. */
  readonly priority?: string | null;
  readonly rating: number | null;
  readonly fulfilmentConfirmed: boolean;
  /** True once a hand-over paper came that a rule or the desk accepted. */
  readonly bastAccepted: boolean;
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
