/**
 * send: the outbox leaves by SMTP (RFC 5321). Promises: TLS to every server that is not on loopback; the Message-ID fixed in the
 * outbox and no other; MAIL FROM our own mailbox, so that bounces come back to us (RFC 3834 asks automatic answers to give a
 * null sender only where nobody reads the bounces; here they are read); one outcome for one message, none swallowed.
 */
import type { Readable } from 'node:stream';
import MimeNode from 'nodemailer/lib/mime-node';
import SMTPPool, { type SMTPPoolSendCallback, type SMTPPoolSentMessageInfo } from 'nodemailer/lib/smtp-pool';
import type { OutgoingMail } from '../compose/outgoing-mail.ts';
import { BotError } from '../shared/errors.ts';
import type { Clock } from '../shared/time.ts';
import { mimeMessage, type MimeMessage } from './mime-message.ts';
import { outcomeOf, partialRefusals, readFailure } from './smtp-outcome.ts';
import { DEFAULT_SMTP_LIMITS, poolOptions, type SmtpLimits, type SmtpSettings } from './smtp-settings.ts';
import type { MailTransport, SendOutcome } from './transport.ts';

/** One addr-spec without quoting: what nodemailer would otherwise read as a list or a route goes to nobody. */
const PLAIN_ADDRESS = /^[^\s<>()[\]\\,;:"@]{1,64}@[^\s<>()[\]\\,;:"@]{1,255}$/;
const NO_ADDRESS: SendOutcome = {
  kind: 'permanent',
  status: '5.1.3',
  reply: 'no plain mail address among the recipients',
};

/** What the pool asks of a mail. */
interface PoolMail {
  readonly data: { readonly signal?: AbortSignal | undefined };
  readonly message: MimeNode;
}

interface Pool extends Pick<SMTPPool, 'verify' | 'close'> {
  send(mail: PoolMail, callback: SMTPPoolSendCallback): boolean;
}

export function makeSmtpTransport(
  settings: SmtpSettings,
  clock: Clock,
  limits: SmtpLimits = DEFAULT_SMTP_LIMITS,
): MailTransport {
  let pool: Pool | null = null;
  const open = (): Pool => (pool ??= openPool(settings, limits));
  /** The next letter logs in anew with the secret as it is then. */
  const forget = (): void => {
    pool?.close();
    pool = null;
  };

  return {
    send: async (mail, only) => {
      const to = only ? [...only] : recipients(mail);
      const strange = to.find((address) => !PLAIN_ADDRESS.test(address));
      if (strange !== undefined || to.length === 0) return NO_ADDRESS;
      const read = await mimeMessage(mail, new Date(clock.now()));
      const late = new AbortController();
      const timer = setTimeout(() => late.abort(), limits.sendTimeoutMs);
      const message = new MadeMessage(read, mail.messageId).setEnvelope({ from: settings.sender, to });
      try {
        return accepted(await sent(open(), message, late.signal));
      } catch (error) {
        const outcome = error instanceof BotError ? withoutSecret(error) : outcomeOf(error);
        if (outcome === null) throw error;
        if (outcome.kind === 'transient' && outcome.scope === 'refused') forget();
        return outcome;
      } finally {
        clearTimeout(timer);
      }
    },
    verify: () => verifyConnection(settings, limits),
    close: async () => {
      pool?.close({ force: true });
      pool = null;
    },
  };
}

function openPool(settings: SmtpSettings, limits: SmtpLimits): Pool {
  return new SMTPPool(poolOptions(settings, limits));
}

function sent(pool: Pool, message: MadeMessage, signal: AbortSignal): Promise<SMTPPoolSentMessageInfo> {
  return new Promise((resolve, reject) => {
    pool.send({ data: { signal }, message }, (error, info) => {
      if (info && !error) return resolve(info);
      message.release();
      reject(error);
    });
  });
}

/** A message that is made already: nodemailer's composer has nothing left to do, not even to think of a boundary. */
class MadeMessage extends MimeNode {
  readonly #read: MimeMessage;
  #reading: Readable | null = null;

  constructor(read: MimeMessage, messageId: string) {
    super('', { baseBoundary: 'none' });
    this.#read = read;
    this.setHeader('Message-ID', `<${messageId}>`);
  }

  override createReadStream(): Readable {
    return (this.#reading = this.#read());
  }

  /** What was not read to its end would keep its file open. */
  release(): void {
    this.#reading?.destroy();
  }
}

/** The password cannot be resolved: nothing a letter could help, and a person has to mend it. */
function withoutSecret({ message }: BotError): SendOutcome {
  return { kind: 'transient', scope: 'refused', reply: message };
}

function recipients(mail: OutgoingMail): string[] {
  return [...new Set([...mail.to, ...mail.cc].map(({ address }) => address))];
}

function accepted(info: SMTPPoolSentMessageInfo): SendOutcome {
  return { kind: 'sent', reply: info.response, ...partialRefusals(info.rejectedErrors ?? []) };
}

async function verifyConnection(settings: SmtpSettings, limits: SmtpLimits): Promise<void> {
  const pool = openPool(settings, limits);
  try {
    await pool.verify();
  } catch (error) {
    const outcome = outcomeOf(error);
    const lasting = outcome?.kind === 'permanent' || (outcome?.kind === 'transient' && outcome.scope === 'refused');
    const { reply, message } = readFailure(error);
    throw new BotError(
      lasting ? 'E_SMTP_PERMANENT' : 'E_SMTP_TRANSIENT',
      `SMTP server ${settings.host}:${settings.port} ${lasting ? 'refuses us' : 'does not answer'}: ${reply || message}`,
      { cause: error },
    );
  } finally {
    pool.close();
  }
}
