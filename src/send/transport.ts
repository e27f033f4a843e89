/** The SMTP port: one message, one outcome. Implemented with nodemailer; the only folder that knows it. */
import type { OutgoingMail } from '../compose/outgoing-mail.ts';

export type SendOutcome =
  | { readonly kind: 'sent'; readonly reply: string }
  /** 4xx, connection lost, time-out: try again later. A connection lost after DATA may mean it was accepted: same Message-ID again. */
  | { readonly kind: 'transient'; readonly reply: string }
  /** 5xx on this message or its only recipient. */
  | { readonly kind: 'permanent'; readonly reply: string; readonly status: string };

export interface MailTransport {
  send(mail: OutgoingMail): Promise<SendOutcome>;
  /** Logs in and says EHLO; for `check --connect`. @throws {BotError} E_SMTP_TRANSIENT, E_SMTP_PERMANENT */
  verify(): Promise<void>;
  close(): Promise<void>;
}
