/**
 * What happened to a ticket, in the past tense. Events hold ids, codes, times and hashes; texts, names and NIPs lie in rows that
 * retention may empty. Each type carries a version `v`: a change of shape is a new version that `evolve` also reads.
 */
import type { LetterKey, MailId, PersonId, TeamCode, TicketNumber } from '../shared/ids.ts';
import type { EpochMs } from '../shared/time.ts';

export type TicketKind = 'request' | 'incident' | 'complaint' | 'question' | 'other';
export type SuperiorVerdict = 'ok' | 'not-in-line' | 'too-low' | 'inactive' | 'unknown' | 'missing' | 'not-required';
export type Grade = 'internal' | 'aligned' | 'absent' | 'failed';

/** Why a ticket waits for the desk. */
export type DeskReason =
  | 'unsure'
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
  | 'service-suspended';

/**
 * What a ticket on hold waits for. `requester` (a team asked something) and `maintenance` (a declared window) stop the service clock;
 * `team` (parts, a vendor) does not: nobody's own waiting lengthens his time.
 */
export type HoldCause = 'requester' | 'maintenance' | 'team';

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
        readonly inJakarta: boolean | null;
      }
    | { readonly type: 'ApprovalAsked'; readonly approver: PersonId; readonly step: number; readonly shown: string }
    | { readonly type: 'ApprovalGiven'; readonly approver: PersonId; readonly mail: MailId; readonly grade: Grade }
    | { readonly type: 'ApprovalRefused'; readonly approver: PersonId; readonly mail: MailId }
    | { readonly type: 'ApprovalStated'; readonly writer: PersonId; readonly mail: MailId }
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
    | { readonly type: 'PutOnHold'; readonly cause: HoldCause; readonly mail: MailId | null }
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
    | { readonly type: 'Cancelled'; readonly mail: MailId }
    | { readonly type: 'FirstResponded'; readonly letter: LetterKey; readonly late: boolean }
    | { readonly type: 'LetterFailed'; readonly letter: LetterKey; readonly status: string }
    | { readonly type: 'Linked'; readonly to: TicketNumber; readonly how: 'same-mail' | 'follows' }
  );

export type TicketEventType = TicketEvent['type'];
