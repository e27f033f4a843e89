/**
 * A letter of the outbox becomes a mail: rendered text and HTML, and the header fields that keep threads together and machines quiet
 * (RFC 5322 threading, RFC 3834 Auto-Submitted). The Message-ID comes from the letter's key, so a letter composed again after a crash is
 * the same letter to every reader.
 */
import type { Letter } from '../decide/letter.ts';
import type { LetterKey } from '../shared/ids.ts';
import type { Keyring } from '../shared/keyring.ts';
import { headerText, safeAddress, threadOf } from './headers.ts';
import type { OutgoingAttachment, OutgoingMail } from './outgoing-mail.ts';
import type { CompiledTemplates } from './templates.ts';

/** The part of an outbox row that a mail is made from. */
export interface LetterRow {
  readonly key: LetterKey;
  readonly letter: Letter;
  /** Message-IDs of the ticket's thread up to this letter, oldest first. */
  readonly thread: readonly string[];
}

export interface ComposerOptions {
  readonly templates: CompiledTemplates;
  readonly keyring: Pick<Keyring, 'reference'>;
  readonly mailbox: {
    readonly address: string;
    readonly name: string;
    /** `servicedesk+{token}@…` where the server delivers plus-addresses; null where it does not. */
    readonly replyAddress: string | null;
  };
  /** Marks our own mail, so that it is never answered when it comes back. */
  readonly instance: string;
  readonly attachments: (letter: Letter) => Promise<readonly OutgoingAttachment[]>;
}

/**
 * No delivery and read receipts, no out-of-office, no other automatic answers; but not `All`, which would also suppress the non-delivery
 * reports that tell the desk of a letter that did not arrive.
 */
const SUPPRESSED = 'DR, RN, NRN, OOF, AutoReply';

export function makeComposer(options: ComposerOptions): (row: LetterRow) => Promise<OutgoingMail> {
  const { mailbox } = options;
  const domain = mailbox.address.slice(mailbox.address.lastIndexOf('@') + 1);

  return async (row) => {
    const { letter } = row;
    const reference = referenceOf(options.keyring, row);
    const replyTo = mailbox.replyAddress?.replace('{token}', reference) ?? null;
    const rendered = options.templates.render(letter, { reference, replyAddress: replyTo ?? mailbox.address });
    return {
      messageId: `${reference}@${domain}`,
      from: safeAddress(mailbox),
      replyTo,
      to: letter.to.map(safeAddress),
      cc: letter.cc.map(safeAddress),
      subject: headerText(rendered.subject),
      ...threadOf(letter, row.thread),
      text: rendered.text,
      html: rendered.html,
      headers: headersOf(letter, options.instance),
      attachments: await options.attachments(letter),
    };
  };
}

function referenceOf(keyring: Pick<Keyring, 'reference'>, { key, letter }: LetterRow): string {
  const { person, step, shown } = letter;
  return keyring.reference({ key, ticket: letter.ticket ?? '', person, step, shown });
}

function headersOf(letter: Letter, instance: string): Readonly<Record<string, string>> {
  return {
    'Auto-Submitted': letter.inReplyTo === null ? 'auto-generated' : 'auto-replied',
    'X-Auto-Response-Suppress': SUPPRESSED,
    'X-Loket-Instance': headerText(instance),
    ...(letter.ticket === null ? {} : { 'X-Loket-Ticket': letter.ticket }),
    // Outlook groups a conversation by its topic; the subject itself changes with the outcome.
    ...(letter.subject === '' ? {} : { 'Thread-Topic': headerText(letter.subject) }),
  };
}
