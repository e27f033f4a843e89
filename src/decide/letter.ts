/** A letter is data until it leaves: `record` writes it as an outbox row with its key, `compose` turns the row into a mail. */
import type { Address } from '../parse/message.ts';
import type { Language } from '../understand/reading.ts';
import type { MailId, PersonId, TicketNumber } from '../shared/ids.ts';
import type { EpochMs, LocalDate } from '../shared/time.ts';

/** Names of templates/: `<who>.<what>`. A new name does not compile until templates exist (templates test). */
export const TEMPLATES = [
  'requester.received',
  'requester.incomplete',
  'requester.several',
  'requester.held',
  'requester.withheld',
  'requester.progress',
  'requester.answered',
  'requester.added',
  'requester.refused',
  'requester.status',
  'requester.resolved',
  'requester.message',
  'requester.papers',
  'requester.question',
  'requester.reopened',
  'requester.closed',
  'requester.reminder',
  'requester.written-down',
  'requester.corrected',
  'requester.approver-away',
  'requester.objection',
  'requester.other-superior',
  'requester.returned',
  'approver.please-approve',
  'approver.ask-word',
  'approver.reminder',
  'approver.receipt',
  'approver.receipts',
  'approver.over',
  'approver.chain-step',
  'approver.several',
  'superior.for-information',
  'superior.resumed',
  'team.assigned',
  'team.reopened',
  'team.note-needed',
  'team.noted',
  'team.message',
  'team.reminder',
  'team.several',
  'team.stop',
  'team.help',
  'team.news',
  'desk.triage',
  'desk.reply-unclear',
  'desk.paper',
  'desk.undeliverable',
  'desk.reminder',
  'desk.batch-unclear',
  'desk.done',
  'desk.why',
  'desk.evidence',
  'desk.help',
  'desk.confirm',
  'desk.complaint',
  'desk.quarantine',
  'desk.digest',
  'operator.daily',
  'desk.approval',
  'operator.alarm',
] as const;
export type TemplateName = (typeof TEMPLATES)[number];

export type FieldValue =
  string | number | boolean | null | readonly FieldValue[] | { readonly [name: string]: FieldValue };
export type LetterFields = Readonly<Record<string, FieldValue>>;

/** A person as papers name him; what is not known is left for the reader to write. */
export interface PaperParty {
  readonly name: string;
  readonly nip?: string;
  readonly title?: string;
  readonly unit?: string;
  /** The unit of eselon I above him. */
  readonly topUnit?: string;
  readonly email?: string;
  /** `III` or `setara-III`. */
  readonly eselon?: string;
}

/** A paper of ours that goes along, as data; `compose` makes it from templates/forms when the letter leaves. */
export interface LetterPaper {
  /** Key of the requirement that it serves. */
  readonly requirement: string;
  readonly about: 'request' | 'handover';
  readonly at: EpochMs;
  /** The civil date of `at`. */
  readonly today: LocalDate;
  readonly ticket: {
    readonly number: string;
    readonly service: string | null;
    readonly serviceName: string;
    readonly variant: string | null;
    readonly variantName: string;
  };
  /** The requester. */
  readonly person: PaperParty;
  /** The superior of a request, who hands over of a hand-over. */
  readonly other: PaperParty | null;
  /** What was done; empty before. */
  readonly done: string;
  readonly quantity: number | null;
  readonly application: string;
  /** Things handed over, one a line, by the columns of their list; none where absent. */
  readonly objects?: readonly Readonly<Record<string, string>>[];
}

/** Pages of an attached paper that the reader has to see: they go along as pictures, drawn when the letter leaves. */
export interface LetterPages {
  /** The mail that brought the paper. */
  readonly mail: MailId;
  /** Of the attachment. */
  readonly sha256: string;
  readonly filename: string;
  /** From 1. */
  readonly pages: readonly number[];
}

export interface Letter {
  readonly template: TemplateName;
  readonly language: Language;
  readonly to: readonly Address[];
  readonly cc: readonly Address[];
  readonly ticket: TicketNumber | null;
  /** Which step of the ticket this letter belongs to (`received`, `approval-1`); with source, template and recipient it makes the key. */
  readonly step: string;
  /** The person the letter's token is bound to: the first recipient. */
  readonly person: PersonId;
  /** Hash of what was shown to the reader (bound into the token); empty where nothing is confirmed. */
  readonly shown: string;
  /** The mail that caused it; null for ticks and commands. */
  readonly source: MailId | null;
  /** The ticket's subject stem comes from here on its first letter; later letters repeat it. No `Re:`. */
  readonly subject: string;
  readonly fields: LetterFields;
  /** Acknowledgements leave first. */
  readonly priority: 'acknowledgement' | 'normal';
  /** Message-ID of a mail of theirs that this answers, without brackets; our own letters of the thread are added by `compose`. */
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  /** Mails whose original (and attachments) go along. */
  readonly attachMails: readonly MailId[];
  /** Papers of ours that go along; none where absent. */
  readonly papers?: readonly LetterPaper[];
  /** None where absent. */
  readonly pages?: readonly LetterPages[];
  /** The ticket whose evidence file goes along; it is made when the letter leaves. */
  readonly evidence?: TicketNumber;
}
