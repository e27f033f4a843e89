/** The way of one letter out of the house: composed and offered to the server. In this thread, or in one of its own (letter-thread.ts). */
import type { OutgoingMail } from '../compose/outgoing-mail.ts';
import type { OutboxRow } from '../record/outbox.ts';
import type { MailTransport, SendOutcome } from './transport.ts';

export interface Posted {
  readonly outcome: SendOutcome;
  /** The text part as it was offered. */
  readonly text: string;
  /** Addresses of To as they were offered. */
  readonly to: readonly string[];
}

export interface Post {
  /**
   * `only`: the recipients to offer it to, where some already have it.
   * @throws {BotError} when the letter cannot be made; whatever the system says when an attachment breaks while it is read
   */
  send(row: OutboxRow, only?: readonly string[]): Promise<Posted>;
}

export function makePost(
  compose: (row: OutboxRow) => Promise<OutgoingMail>,
  transport: Pick<MailTransport, 'send'>,
): Post {
  return { send: async (row, only) => postMail(await compose(row), transport, only) };
}

export async function postMail(
  mail: OutgoingMail,
  transport: Pick<MailTransport, 'send'>,
  only?: readonly string[],
): Promise<Posted> {
  const outcome = await transport.send(mail, only);
  return { outcome, text: mail.text, to: mail.to.map(({ address }) => address) };
}
