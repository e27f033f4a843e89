/** The part of `loket check --connect` that talks to the servers: logs in, proves plus-addressing and the alarm's way. */
import type { Config } from '../config.ts';
import { alarmWays, smtpSettings } from '../ground.ts';
import { systemClock } from '../observe/clock.ts';
import { probeMailbox } from '../receive/probe.ts';
import { imapAccess } from '../receiving.ts';
import { DEFAULT_SMTP_LIMITS } from '../send/smtp-settings.ts';
import { makeSmtpTransport } from '../send/smtp-transport.ts';
import type { MailTransport } from '../send/transport.ts';
import { describeError } from '../shared/errors.ts';
import type { CheckLine } from './check-line.ts';

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
  try {
    const probe = await probeMailbox(imapAccess(config), config.mailbox.folder);
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
  const ways = alarmWays(config, transport, systemClock);
  if (ways.length === 0)
    return [
      Promise.resolve([warning('alarm: neither mail nor webhook is set; nobody hears when the mailbox falls silent')]),
    ];
  return ways.map(async (way) => {
    try {
      await way.tell({ ...TEST_NOTICE, at: systemClock.now() });
      return [];
    } catch (error) {
      return [fault(`alarm.${way.name}: ${describeError(error)}`)];
    }
  });
}

function fault(text: string): CheckLine {
  return { severity: 'error', text };
}

function warning(text: string): CheckLine {
  return { severity: 'warning', text };
}
