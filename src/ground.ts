/** What every running part stands on: configuration, clock, store, reader, transport, alarm. Made once by main.ts. */
import { join } from 'node:path';
import type { Config } from './config.ts';
import type { Office } from './decide/office.ts';
import { noticeMail } from './letters-out.ts';
import { makeMailReader, type MailReader } from './mail-reader.ts';
import { makePageDrawer, type PageDrawer } from './page-drawer.ts';
import { makeMetrics, type Metrics } from './observe/metrics.ts';
import { domainOf, readingPolicy } from './office.ts';
import { openStore, type Store } from './record/open-store.ts';
import type { RawStore } from './receive/mail-source.ts';
import { makeFileRawStore } from './receive/raw-store.ts';
import { makeAlarm, type Alarm, type AlarmWay } from './send/alarm.ts';
import { fileMemory, mailWay, webhookWay } from './send/alarm-ways.ts';
import { senderCheck, type SenderCheck } from './sender-check.ts';
import { DEFAULT_SMTP_LIMITS } from './send/smtp-settings.ts';
import { makeSmtpTransport } from './send/smtp-transport.ts';
import type { MailTransport } from './send/transport.ts';
import type { Log } from './shared/log.ts';
import type { Clock } from './shared/time.ts';
import { smtpSettings } from './smtp-access.ts';
import { evolve } from './ticket/evolve.ts';

export interface Ground {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Log;
  /** From [0, 1), for jitter. */
  readonly chance: () => number;
  readonly store: Store;
  readonly rawStore: RawStore;
  readonly reader: MailReader;
  readonly drawer: PageDrawer;
  /** Null where DNS is not to be asked. */
  readonly senderCheck: SenderCheck | null;
  readonly metrics: Metrics;
  readonly alarm: Alarm;
  /** As loaded last. */
  readonly office: () => Office;
  /** What is wrong with the rules in force, one a line. */
  readonly ruleFaults: () => readonly string[];
  readonly transport: MailTransport;
}

export type Given = Pick<Ground, 'clock' | 'log' | 'chance' | 'office' | 'ruleFaults'>;

/** @throws {BotError} E_STORAGE, E_CONFIG */
export async function layGround(config: Config, given: Given): Promise<Ground> {
  const { clock, log } = given;
  const domain = domainOf(config.mailbox.address);
  const limits = { ...DEFAULT_SMTP_LIMITS, connections: config.smtp.connections };
  const transport = makeSmtpTransport(smtpSettings(config), clock, limits);
  const ways = alarmWays(config, transport, clock);
  const store = await openStore({
    database: config.database,
    evolve,
    messageIdOf: (facts) => `${given.office().keyring.reference(facts)}@${domain}`,
  });
  return {
    ...given,
    config,
    store,
    transport,
    alarm: makeAlarm({ ways, clock, log, memory: fileMemory(join(config.data, 'alarms')) }),
    rawStore: makeFileRawStore(join(config.data, 'raw')),
    reader: makeMailReader({ processes: config.readers, policy: readingPolicy(config), stays: true, log }),
    drawer: makePageDrawer({ policy: readingPolicy(config), log }),
    senderCheck: senderCheck({ config, log }),
    metrics: makeMetrics(),
  };
}

export async function closeProcesses({ reader, drawer, senderCheck: check }: Ground): Promise<void> {
  await Promise.all([reader.close(), drawer.close(), check?.close()]);
}

export function alarmWays(config: Config, transport: MailTransport, clock: Clock): readonly AlarmWay[] {
  const { mail, webhook } = config.alarm;
  return [
    ...(mail === '' ? [] : [mailWay(transport, (notice) => noticeMail(notice, config, clock.now()))]),
    ...(webhook === '' ? [] : [webhookWay(webhook)]),
  ];
}
