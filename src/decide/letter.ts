/** A letter is data until it leaves: `record` writes it as an outbox row with its key, `compose` turns the row into a mail. */
import type { Address } from '../parse/message.ts';
import type { Language } from '../understand/reading.ts';
import type { MailId, PersonId, TicketNumber } from '../shared/ids.ts';

/** Names of templates/: `<who>.<what>`. A new name does not compile until templates exist (templates test). */
export const TEMPLATES = [
  'requester.received',
  'requester.incomplete',
  'requester.several',
  'requester.held',
  'requester.progress',
  'requester.refused',
  'requester.status',
  'requester.resolved',
  'requester.message',
  'requester.question',
  'requester.reopened',
  'requester.closed',
  'requester.reminder',
  'approver.please-approve',
  'approver.ask-word',
  'approver.reminder',
  'superior.for-information',
  'team.assigned',
  'team.reopened',
  'team.note-needed',
  'team.noted',
  'team.message',
  'team.reminder',
  'team.help',
  'team.news',
  'desk.triage',
  'desk.reply-unclear',
  'desk.undeliverable',
  'desk.reminder',
  'operator.alarm',
] as const;
export type TemplateName = (typeof TEMPLATES)[number];

export type FieldValue =
  string | number | boolean | null | readonly FieldValue[] | { readonly [name: string]: FieldValue };
export type LetterFields = Readonly<Record<string, FieldValue>>;

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
}
