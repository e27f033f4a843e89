/** The part of `loket check --connect` that talks to the servers: logs in, proves plus-addressing and the alarm's way. */
import { resolveSecret, type Config } from '../config.ts';
import { noticeMail } from '../letters-out.ts';
import { systemClock } from '../observe/clock.ts';
import { probeMailbox } from '../receive/probe.ts';
import { mailWay, webhookWay } from '../send/alarm-ways.ts';
import { DEFAULT_SMTP_LIMITS } from '../send/smtp-settings.ts';
import { makeSmtpTransport } from '../send/smtp-transport.ts';
import type { MailTransport } from '../send/transport.ts';
import { describeError } from '../shared/errors.ts';
import type { CheckLine } from './check.ts';

const TEST_NOTICE = {
  cause: 'check',
  text: 'A test of the alarm, ordered by "loket check --connect". Nothing is wrong.',
};

export async function connectFaults(config: Config): Promise<readonly CheckLine[]> {
  const transport = makeSmtpTransport(smtpSettings(config), systemClock, { ...DEFAULT_SMTP_LIMITS, connections: 1 });
  try {
    const attempts = [imap(config), smtp(transport), ...alarms(config, transport)];
    return (await Promise.all(attempts)).flat();
  } finally {
    await transport.close();
  }
}

async function imap(config: Config): Promise<readonly CheckLine[]> {
  const access = { ...config.mailbox.imap, password: () => resolveSecret(config, config.mailbox.imap.password) };
  try {
    const probe = await probeMailbox(access, config.mailbox.folder);
    return [
      ...(probe.capabilities.includes('IDLE')
        ? []
        : [
            warning(
              `mailbox.imap: the server has no IDLE; the mailbox is looked at every ${config.mailbox.poll / 1000} s`,
            ),
          ]),
      ...(probe.canMove
        ? []
        : [
            warning(
              'mailbox.imap: the server cannot move mails safely; they stay in the inbox and the ledger alone decides',
            ),
          ]),
    ];
  } catch (error) {
    return [fault(`mailbox.imap: ${describeError(error)}`)];
  }
}

async function smtp(transport: MailTransport): Promise<readonly CheckLine[]> {
  try {
    await transport.verify();
    return [];
  } catch (error) {
    return [fault(`smtp: ${describeError(error)}`)];
  }
}

function alarms(config: Config, transport: MailTransport): readonly Promise<readonly CheckLine[]>[] {
  const { mail, webhook } = config.alarm;
  const now = systemClock.now();
  const ways = [
    ...(mail === '' ? [] : [mailWay(transport, (notice) => noticeMail(notice, config, now))]),
    ...(webhook === '' ? [] : [webhookWay(webhook)]),
  ];
  if (ways.length === 0)
    return [
      Promise.resolve([warning('alarm: neither mail nor webhook is set; nobody hears when the mailbox falls silent')]),
    ];
  return ways.map(async (way) => {
    try {
      await way.tell({ ...TEST_NOTICE, at: now });
      return [];
    } catch (error) {
      return [fault(`alarm.${way.name}: ${describeError(error)}`)];
    }
  });
}

function smtpSettings(config: Config): Parameters<typeof makeSmtpTransport>[0] {
  const reference = config.smtp.password;
  return {
    host: config.smtp.host,
    port: config.smtp.port,
    secure: config.smtp.secure,
    user: config.smtp.user ?? null,
    password: reference === undefined ? null : () => resolveSecret(config, reference),
    sender: config.mailbox.address,
  };
}

function fault(text: string): CheckLine {
  return { severity: 'error', text };
}

function warning(text: string): CheckLine {
  return { severity: 'warning', text };
}
