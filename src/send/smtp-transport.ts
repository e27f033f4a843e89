/**
 * send: the outbox leaves by SMTP (RFC 5321). Promises: TLS to every server that is not on loopback; the Message-ID fixed in the
 * outbox and no other; MAIL FROM our own mailbox, so that bounces come back to us (RFC 3834 asks automatic answers to give a
 * null sender only where nobody reads the bounces; here they are read); one outcome for one message, none swallowed.
 */
import { createTransport, type Transporter } from 'nodemailer';
import type { SMTPPoolOptions, SMTPPoolSentMessageInfo } from 'nodemailer/lib/smtp-pool';
import type { OutgoingMail } from '../compose/outgoing-mail.ts';
import { BotError } from '../shared/errors.ts';
import type { Clock } from '../shared/time.ts';
import { mimeMessage } from './mime-message.ts';
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

type Pool = Transporter<SMTPPoolSentMessageInfo, SMTPPoolOptions>;

export function makeSmtpTransport(
  settings: SmtpSettings,
  clock: Clock,
  limits: SmtpLimits = DEFAULT_SMTP_LIMITS,
): MailTransport {
  let pool: Pool | null = null;
  const open = (): Pool => (pool ??= createTransport(poolOptions(settings, limits)));
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
      const raw = await mimeMessage(mail, new Date(clock.now()));
      const late = new AbortController();
      const timer = setTimeout(() => late.abort(), limits.sendTimeoutMs);
      try {
        const envelope = { from: settings.sender, to };
        return accepted(await open().sendMail({ raw, envelope, signal: late.signal }));
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
  const pool = createTransport(poolOptions(settings, limits));
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
