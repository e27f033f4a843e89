/** The one place where a letter's envelope is put together: recipient, step, threading, stem. */
import type { Letter, LetterFields, LetterPages, LetterPaper, TemplateName } from '../letter.ts';
import type { Language } from '../../understand/reading.ts';
import type { MailId, PersonId, TicketNumber } from '../../shared/ids.ts';
import type { LetterContext, SourceMail } from './context.ts';
import { requestFields, shortNameOf } from './request-fields.ts';
import type { PartyFields } from './people.ts';

export interface LetterParts {
  readonly template: TemplateName;
  readonly to: { readonly id: PersonId; readonly address: string };
  readonly reader: PartyFields;
  readonly step: string;
  readonly fields?: LetterFields;
  /** Languages are chosen for requesters only; everybody else is written to in Indonesian. */
  readonly language?: Language;
  readonly shown?: string;
  readonly attachMails?: readonly MailId[];
  readonly papers?: readonly LetterPaper[];
  readonly pages?: readonly LetterPages[];
  readonly priority?: Letter['priority'];
  /** The mail answered; null where the reader did not write the one that caused the letter. */
  readonly answers: SourceMail | null;
}

/** A letter about a ticket: common fields, the ticket's stem, the mail that caused it. */
export function letterOf(context: LetterContext, parts: LetterParts): Letter {
  const language = parts.language ?? 'id';
  return envelopeOf({
    ...parts,
    ticket: context.number,
    subject: stemOf(context),
    source: context.source?.mail ?? null,
    fields: { ...requestFields({ ...context, language }), ...parts.fields },
  });
}

/** Number and short name: the same for the whole ticket, so that threads hold. */
export function stemOf(context: LetterContext): string {
  return context.stem ?? `[${context.number}] ${shortNameOf(context)}`.trim();
}

export function envelopeOf(
  parts: LetterParts & {
    readonly ticket: TicketNumber | null;
    readonly subject: string;
    readonly source: MailId | null;
    readonly fields: LetterFields;
  },
): Letter {
  return {
    template: parts.template,
    language: parts.language ?? 'id',
    to: [{ name: parts.reader.name, address: parts.to.address }],
    cc: [],
    ticket: parts.ticket,
    step: parts.step,
    person: parts.to.id,
    shown: parts.shown ?? '',
    source: parts.source,
    subject: parts.subject,
    fields: { ...parts.fields, reader: parts.reader },
    priority: parts.priority ?? 'normal',
    inReplyTo: parts.answers?.messageId ?? null,
    references: parts.answers?.references ?? [],
    attachMails: parts.attachMails ?? [],
    papers: parts.papers ?? [],
    ...(parts.pages?.length && { pages: parts.pages }),
  };
}
