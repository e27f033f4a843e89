/**
 * What happened to a ticket, in the past tense. Events hold ids, codes, times and hashes; texts, names and NIPs lie in rows that
 * retention may empty. Each type carries a version `v`: a change of shape is a new version that `evolve` also reads.
 */
import type { LetterKey, MailId, PersonId, TeamCode, TicketNumber } from '../shared/ids.ts';
import type { EpochMs, LocalDate } from '../shared/time.ts';

export type TicketKind = 'request' | 'incident' | 'complaint' | 'question' | 'other';
export type SuperiorVerdict = 'ok' | 'not-in-line' | 'too-low' | 'inactive' | 'unknown' | 'missing' | 'not-required';
export type Grade = 'internal' | 'aligned' | 'absent' | 'failed';

/** Why a ticket waits for the desk. */
export type DeskReason =
  | 'unsure'
  | 'continues'
  | 'outside-catalogue'
  | 'superior-not-in-line'
  | 'superior-unknown'
  | 'sender-not-authenticated'
  | 'late-filing'
  | 'approver-unclear'
  | 'complaint'
  | 'question'
  | 'unreadable'
  | 'poison'
  | 'encrypted'
  | 'over-limit'
  | 'requester-unknown'
  | 'no-team'
  | 'letter-failed'
  | 'rft-help'
  | 'service-suspended'
  | 'approval-silent'
  | 'objection'
  | 'handed-back'
  | 'papers-differ'
  | 'fulfilment-unconfirmed'
  /** Signed by hand, or by a picture: a person has to see it. */
  | 'signature-unseen'
  /** A paper holds what the office wants seen before a team opens it. */
  | 'paper-withheld';

/**
 * What a ticket on hold waits for. `requester` (a team asked something), `maintenance` (a declared window) and `objection` stop the clock;
 * `team` (parts, a vendor) does not: nobody's own waiting lengthens his time. `objection`: the superior has raised his hand.
 */
export type HoldCause = 'requester' | 'maintenance' | 'team' | 'objection';

/** What a letter of the clock reminds of; each kind has its own schedule (follow-up.yaml). */
export type ReminderKind =
  | 'approval'
  | 'missing'
  | 'question'
  | 'confirmation'
  | 'bast'
  | 'due-soon'
  | 'overdue'
  | 'event'
  | 'close-after-event';

/** The question for a yes as it stands. */
export interface Approval {
  readonly approver: PersonId;
  readonly step: number;
  readonly shown: string;
  /** `void`: something else is asked for since. */
  readonly answer: 'asked' | 'given' | 'refused' | 'void';
  /** Asked earlier in the same step (whoever of them answers first, answers it); `approver` is the last one asked. */
  readonly others?: readonly PersonId[];
  /** Who has been asked back in this step because of what he wrote. */
  readonly askedBack?: readonly PersonId[];
  /** Who of them is away, by his own machine. */
  readonly away?: readonly PersonId[];
  /** When it was put anew to those asked, because it had changed. */
  readonly askedAgain?: readonly EpochMs[];
  /** Before this whoever was asked will not answer, as he says. */
  readonly until?: EpochMs;
}

/** What a command judged anew, as it was before; only what it changed. */
export interface RestoredFacts {
  readonly quantity?: number | null;
  readonly eventDate?: string | null;
  readonly missing?: readonly string[];
  readonly paperFaults?: number;
  readonly verdict?: SuperiorVerdict;
  readonly superior?: PersonId | null;
  readonly approval?: Approval | null;
  readonly approvedBy?: readonly PersonId[];
}

/** What an undone command gives back; most texts and all letters stay as they are. */
export interface Restored {
  readonly status: 'incomplete' | 'awaiting-approval' | 'triage' | 'assigned' | 'on-hold' | 'resolved';
  readonly service: string | null;
  readonly variant: string | null;
  readonly incident: string | null;
  readonly team: TeamCode | null;
  readonly deskReason: DeskReason | null;
  readonly holdCause: HoldCause | null;
  /** Absent in older events: then they stay as they are. */
  readonly fulfilmentConfirmed?: boolean;
  readonly bastAccepted?: boolean;
  readonly resolvedAt?: EpochMs | null;
  readonly label?: string | null;
  readonly priority?: string | null;
  readonly facts?: RestoredFacts;
}

interface Common {
  readonly v: 1;
  readonly at: EpochMs;
}

export type TicketEvent = Common &
  (
    | {
        readonly type: 'TicketOpened';
        readonly mail: MailId;
        /** Ordinal of the wish in the mail, from 0. */
        readonly wish: number;
        readonly kind: TicketKind;
        readonly ticketType: 'SR' | 'INC' | 'CHG' | 'CMP';
        readonly requester: PersonId;
        readonly receivedAt: EpochMs;
        readonly language: 'id' | 'en';
        readonly grade: Grade;
        readonly follows: TicketNumber | null;
      }
    | {
        readonly type: 'Classified';
        readonly by: 'bot' | 'desk';
        readonly service: string | null;
        readonly variant: string | null;
        readonly incident: string | null;
        readonly confidence: number;
        readonly quantity: number | null;
        readonly rules: string;
      }
    | {
        readonly type: 'RequirementsChecked';
        readonly mail: MailId;
        readonly missing: readonly string[];
        readonly verdict: SuperiorVerdict;
        readonly superior: PersonId | null;
        readonly eventDate: string | null;
        /** Absent: one day. */
        readonly eventEnd?: string;
        readonly inJakarta: boolean | null;
        /** How much of what its papers say is wrong or differs from the mail, the directory or the catalogue; absent = nothing. */
        readonly faults?: number;
      }
    | { readonly type: 'ApprovalAsked'; readonly approver: PersonId; readonly step: number; readonly shown: string }
    | { readonly type: 'ApprovalGiven'; readonly approver: PersonId; readonly mail: MailId; readonly grade: Grade }
    | { readonly type: 'ApprovalRefused'; readonly approver: PersonId; readonly mail: MailId }
    /** What was agreed to, or shown to whoever is asked, is asked for no more: whoever has to agree is asked anew. */
    | { readonly type: 'ApprovalVoided'; readonly mail: MailId }
    | {
        readonly type: 'ApprovalStated';
        readonly writer: PersonId;
        readonly mail: MailId;
        /** Before this he will not answer, as he says. */
        readonly until?: EpochMs;
      }
    /** The person asked says that it is not for him to decide. */
    | { readonly type: 'ApproverDeclined'; readonly approver: PersonId; readonly mail: MailId }
    /** All submission items and approvals are there: the service clock starts. */
    | { readonly type: 'RequestCompleted' }
    | { readonly type: 'SentToDesk'; readonly reason: DeskReason }
    | { readonly type: 'Assigned'; readonly team: TeamCode }
    | {
        readonly type: 'MailAttached';
        readonly mail: MailId;
        readonly writer: PersonId;
        readonly role: 'requester' | 'approver' | 'rft' | 'desk' | 'participant' | 'machine';
      }
    | {
        readonly type: 'PutOnHold';
        readonly cause: HoldCause;
        readonly mail: MailId | null;
        /** When the wait is to end; null where nobody said. */
        readonly until: EpochMs | null;
      }
    /** The wait is over: back to the team, or to the desk where none has the ticket. */
    | { readonly type: 'Resumed'; readonly mail: MailId | null }
    | { readonly type: 'NoteAdded'; readonly mail: MailId; readonly writer: PersonId }
    | {
        readonly type: 'Resolved';
        readonly mail: MailId;
        readonly writer: PersonId;
        readonly team: TeamCode;
        readonly label: string | null;
      }
    | { readonly type: 'Reopened'; readonly mail: MailId }
    | { readonly type: 'Closed'; readonly mail: MailId | null; readonly how: 'confirmed' | 'rule' }
    | { readonly type: 'Rejected'; readonly mail: MailId | null; readonly how: 'approver' | 'desk' }
    | {
        readonly type: 'Cancelled';
        readonly mail: MailId | null;
        readonly how: 'requester' | 'desk' | 'merged' | 'approval-expired' | 'missing-expired';
      }
    | { readonly type: 'FirstResponded'; readonly letter: LetterKey; readonly late: boolean }
    | { readonly type: 'LetterFailed'; readonly letter: LetterKey; readonly status: string }
    | {
        readonly type: 'Linked';
        readonly to: TicketNumber;
        readonly how: 'same-mail' | 'follows' | 'desk' | 'merged' | 'split' | 'incident';
      }
    /** The clock has written to the person waited for; `step` counts the letters of this wait from 1. */
    | { readonly type: 'Reminded'; readonly about: ReminderKind; readonly step: number }
    /** Nobody answered: the desk has been told. */
    | { readonly type: 'Escalated'; readonly about: ReminderKind }
    /** Somebody of the team has said that he does it. */
    | { readonly type: 'Taken'; readonly mail: MailId; readonly writer: PersonId }
    /** The decision from which the standard counts (that of the CIO, ITSM.4.3). */
    | { readonly type: 'StartDecided'; readonly mail: MailId; readonly from: EpochMs }
    /** How pressing it is, as the desk says: a level of the rules. */
    | { readonly type: 'PrioritySet'; readonly mail: MailId; readonly writer: PersonId; readonly priority: string }
    /** 1 to 5. */
    | { readonly type: 'Rated'; readonly mail: MailId; readonly rating: number }
    /** Box 7 of the process: the desk has looked at what was done. */
    | { readonly type: 'FulfilmentConfirmed'; readonly mail: MailId | null; readonly writer: PersonId | null }
    | { readonly type: 'BastReceived'; readonly mail: MailId; readonly accepted: boolean }
    /** The superior who was only told does not want it. */
    | { readonly type: 'Objected'; readonly mail: MailId; readonly writer: PersonId }
    /** A machine of the person asked says that he is away. */
    | {
        readonly type: 'ApproverAway';
        readonly approver: PersonId;
        readonly mail: MailId;
        readonly until: LocalDate | null;
        readonly deputy: PersonId | null;
      }
    /** The original of a mail that brought personal papers is kept no longer, as the rules say; its hash stays in the ledger. */
    | { readonly type: 'PapersRemoved'; readonly mail: MailId; readonly kinds: readonly string[] }
    /** The desk took back what it did last: the ticket stands again where it stood at that version. */
    | { readonly type: 'Undone'; readonly mail: MailId; readonly version: number; readonly restored: Restored }
  );

export type TicketEventType = TicketEvent['type'];
