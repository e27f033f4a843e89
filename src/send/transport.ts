/** The SMTP port: one message, one outcome. Implemented with nodemailer; the only folder that knows it. */
import type { OutgoingMail } from '../compose/outgoing-mail.ts';

/** One recipient that the server refused for good while it took others. */
export interface Refusal {
  readonly address: string;
  readonly reply: string;
  readonly status: string;
}

/**
 * How far a failure that time may mend reaches: this `letter` only; the server is `unreachable` (no connection, no greeting);
 * the server `refused` us as a client (login, TLS, our sender address), which a person has to mend and no letter is to blame for.
 */
export type FailureScope = 'letter' | 'unreachable' | 'refused';

export type SendOutcome =
  | {
      readonly kind: 'sent';
      readonly reply: string;
      /** Recipients refused for good; the others have the letter. */
      readonly refused?: readonly Refusal[];
      /** Recipients put off with 4xx: to be tried again without the others. */
      readonly deferred?: readonly string[];
    }
  /** 4xx, connection lost, time-out: try again later. A connection lost after DATA may mean it was accepted: same Message-ID again. */
  | { readonly kind: 'transient'; readonly reply: string; readonly scope: FailureScope }
  /** 5xx on this message or on all its recipients. */
  | { readonly kind: 'permanent'; readonly reply: string; readonly status: string };

export interface MailTransport {
  /** `only`: the recipients to offer it to, where some already have it. @throws when an attachment cannot be read */
  send(mail: OutgoingMail, only?: readonly string[]): Promise<SendOutcome>;
  /** Logs in and says EHLO; for `check --connect`. @throws {BotError} E_SMTP_TRANSIENT, E_SMTP_PERMANENT */
  verify(): Promise<void>;
  close(): Promise<void>;
}
