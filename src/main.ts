/**
 * The composition root: reads the configuration, opens the store, starts receive, the work loop, the move and send, and stops them
 * cleanly. Everything that knows the wall clock, chance or the environment is made here and handed down.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { makeComposer } from './compose/compose.ts';
import { compileTemplates } from './compose/templates.ts';
import { resolveSecret, type Config } from './config.ts';
import { isTeamAddress, deskOf, type Office } from './decide/office.ts';
import { makeHealth } from './health.ts';
import { carriedAttachments, noticeMail, undeliverableLetter } from './letters-out.ts';
import { makeMailReader, type MailReader } from './mail-reader.ts';
import { moveDecided } from './move-loop.ts';
import { openTestClock, systemClock } from './observe/clock.ts';
import { startHttp } from './observe/http.ts';
import { makeLog } from './observe/log.ts';
import { makeMetrics, type Metrics } from './observe/metrics.ts';
import { makeServiceManager } from './observe/service-manager.ts';
import { installationSecret, loadOffice, readingPolicy } from './office.ts';
import { openStore, type Store } from './record/open-store.ts';
import { DEFAULT_BACKOFF } from './receive/backoff.ts';
import { DEFAULT_RECEIVE_LIMITS, type RawStore, type WatchedMailbox } from './receive/mail-source.ts';
import { makeFileRawStore } from './receive/raw-store.ts';
import { watchMailbox } from './receive/watch-mailbox.ts';
import { makeAlarm, type Alarm, type AlarmWay } from './send/alarm.ts';
import { fileMemory, mailWay, webhookWay } from './send/alarm-ways.ts';
import { DEFAULT_SEND_POLICY } from './send/policy.ts';
import { makeSendLoop, type SendLoop } from './send/send-loop.ts';
import { DEFAULT_SMTP_LIMITS } from './send/smtp-settings.ts';
import { makeSmtpTransport } from './send/smtp-transport.ts';
import type { MailTransport } from './send/transport.ts';
import { describeError } from './shared/errors.ts';
import type { Log } from './shared/log.ts';
import type { Clock } from './shared/time.ts';
import { evolve } from './ticket/evolve.ts';
import { makeWorkLoop, type WorkLoop } from './work-loop.ts';

export interface Running {
  readonly store: Store;
  /** The port of /healthz, /readyz and /metrics. */
  readonly httpPort: number;
  readonly office: () => Office;
  /** Loads rules and directory anew; the old ones stay when the new ones are faulty. */
  reload(): Promise<void>;
  /** Resolves when everything that lay in the mailbox at the call is decided and its letters have left. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}

export interface StartOptions {
  readonly log?: Log;
  /** From [0, 1), for jitter. */
  readonly chance?: () => number;
}

/** What the parts are made from. */
interface Ground {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Log;
  readonly chance: () => number;
  readonly store: Store;
  readonly rawStore: RawStore;
  readonly reader: MailReader;
  readonly metrics: Metrics;
  readonly alarm: Alarm;
  readonly office: () => Office;
  readonly transport: MailTransport;
}

/** @throws {BotError} E_CONFIG, E_RULE_FILE, E_TEMPLATE, E_DIRECTORY, E_STORAGE: nothing has been started then */
export async function startLoket(config: Config, options: StartOptions = {}): Promise<Running> {
  mkdirSync(config.data, { recursive: true });
  const clock = config.testClock === null ? systemClock : openTestClock(config.testClock);
  const log = options.log ?? makeLog({ level: config.log.level, clock });
  const secret = installationSecret(config);
  let office = await loadOffice(config, secret);
  const ground = await layGround(config, { clock, log, chance: options.chance ?? Math.random, office: () => office });
  const parts = await startParts(ground);
  const manager = makeServiceManager({ ...notifySettings(config), isAlive: () => true, log });
  await manager.ready(`serving ${config.mailbox.address}`);
  log.info({ rules: office.rulebook.version, people: office.directory.size }, 'loket is running');
  return {
    store: ground.store,
    httpPort: parts.httpPort,
    office: () => office,
    reload: async () => {
      try {
        office = await loadOffice(config, secret);
        log.info(
          { rules: office.rulebook.version, people: office.directory.size },
          'rules and directory are loaded anew',
        );
      } catch (error) {
        log.error({ error: describeError(error) }, 'the new rules are faulty; the old ones stay');
      }
    },
    settle: () => settle(parts, ground),
    stop: async () => {
      await manager.stopping();
      await parts.stop();
      await ground.store.close();
      log.info({}, 'loket has stopped');
    },
  };
}

async function layGround(config: Config, given: Pick<Ground, 'clock' | 'log' | 'chance' | 'office'>): Promise<Ground> {
  const { clock, log } = given;
  const domain = config.mailbox.address.slice(config.mailbox.address.lastIndexOf('@') + 1);
  const transport = makeSmtpTransport(
    {
      host: config.smtp.host,
      port: config.smtp.port,
      secure: config.smtp.secure,
      user: config.smtp.user ?? null,
      password: passwordOf(config, config.smtp.password),
      sender: config.mailbox.address,
    },
    clock,
    { ...DEFAULT_SMTP_LIMITS, connections: config.smtp.connections },
  );
  const alarm = makeAlarm({
    ways: alarmWays(config, transport, given),
    clock,
    log,
    memory: fileMemory(join(config.data, 'alarms')),
  });
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
    alarm,
    rawStore: makeFileRawStore(join(config.data, 'raw')),
    reader: makeMailReader({ processes: config.readers, policy: readingPolicy(config), log }),
    metrics: makeMetrics(),
  };
}

interface Parts {
  readonly httpPort: number;
  readonly work: WorkLoop;
  readonly send: SendLoop;
  readonly mailbox: WatchedMailbox;
  readonly move: () => Promise<number>;
  stop(): Promise<void>;
}

async function startParts(ground: Ground): Promise<Parts> {
  const send = await makeSending(ground);
  const { work, move, mailbox } = startReceiving(ground, send);
  const health = makeHealth({ ...ground, mailbox, send });
  const http = await startHttp({ ...ground.config.http, metrics: ground.metrics, health: health.reasons });
  const running = [work.run(), send.run()];
  health.start();
  return {
    httpPort: http.port,
    work,
    send,
    mailbox,
    move,
    stop: async () => {
      health.stop();
      await mailbox.stop();
      await work.stop();
      await send.stop();
      await Promise.all(running);
      await Promise.all([ground.transport.close(), ground.reader.close(), http.close()]);
    },
  };
}

async function makeSending(ground: Ground): Promise<SendLoop> {
  const { config, store, office, clock, log } = ground;
  const templates = await compileTemplates(config.templates, { cacheDir: join(config.data, 'templates') });
  const compose = makeComposer({
    templates,
    keyring: office().keyring,
    mailbox: { ...office().mailbox, replyAddress: config.mailbox.reply_address ?? null },
    instance: office().mailbox.address,
    attachments: carriedAttachments(ground),
  });
  return makeSendLoop({
    outbox: store.outbox,
    compose,
    transport: ground.transport,
    clock,
    log,
    alarm: ground.alarm,
    metrics: ground.metrics,
    policy: { ...DEFAULT_SEND_POLICY, connections: config.smtp.connections },
    isOurs: (address) => isTeamAddress(office(), address) || address === config.alarm.mail,
    isDesk: (address) => deskOf(office()).address === address,
    undeliverable: (row, failure) => undeliverableLetter(row, failure, office()),
    receivedAt: async (row) =>
      row.letter.source === null ? null : ((await store.ledger.row(row.letter.source))?.receivedAt ?? null),
    chance: ground.chance,
  });
}

function startReceiving(ground: Ground, send: SendLoop): Pick<Parts, 'work' | 'move' | 'mailbox'> {
  const { config, store, log, metrics } = ground;
  const move = makeMover(ground, () => mailbox);
  const stages = {
    ...store,
    reader: ground.reader,
    rawPath: ground.rawStore.path,
    office: ground.office,
    clock: ground.clock,
    log,
    maxMessageBytes: config.limits.maxMessageBytes,
    deathsUntilPoison: 2,
  };
  const work = makeWorkLoop(
    stages,
    {
      decided: (_row, { decision, plans }) => {
        metrics.mail(
          decision.disposition.kind === 'accept'
            ? 'accept'
            : `${decision.disposition.kind}:${decision.disposition.reason}`,
        );
        for (const plan of plans) metrics.ticket(plan.it.kind, plan.wish.service);
        send.wake();
        move.later();
      },
      failed: () => undefined,
    },
    { batch: 200, ahead: 2 * config.readers + 2, restMs: 30_000, idleMs: 1000 },
  );
  const mailbox = watchMailbox({
    access: { ...config.mailbox.imap, password: () => resolveSecret(config, config.mailbox.imap.password) },
    folder: config.mailbox.folder,
    targetFolders: [config.mailbox.done_folder, config.mailbox.held_folder],
    pollMs: config.mailbox.poll,
    ledger: store.ledger,
    rawStore: ground.rawStore,
    limits: { ...DEFAULT_RECEIVE_LIMITS, maxMessageBytes: config.limits.maxMessageBytes },
    backoff: DEFAULT_BACKOFF,
    clock: ground.clock,
    // Under a test clock all times come from it, that of receipt included.
    receivedAt: (internalDate) => (config.testClock === null ? internalDate : ground.clock.now()),
    log,
    onArrivals: () => work.wake(),
    onHealth: (health) => metrics.imapConnected(health.phase === 'connected'),
  });
  return { work, move: move.now, mailbox };
}

interface Mover {
  /** Moves soon, many at once. */
  later(): void;
  now(): Promise<number>;
}

const MOVE_AFTER_MS = 200;

function makeMover(ground: Ground, mailbox: () => WatchedMailbox): Mover {
  const { config } = ground;
  const parts = {
    ledger: ground.store.ledger,
    mailbox,
    folder: config.mailbox.folder,
    doneFolder: config.mailbox.done_folder,
    heldFolder: config.mailbox.held_folder,
    log: ground.log,
  };
  let timer: NodeJS.Timeout | null = null;
  let running: Promise<number> = Promise.resolve(0);
  const now = (): Promise<number> => (running = running.then(() => moveDecided(parts)));
  const later = (): void => {
    timer ??= setTimeout(() => {
      timer = null;
      void now().then((moved) => (moved > 0 ? later() : undefined));
    }, MOVE_AFTER_MS).unref();
  };
  return { later, now };
}

function alarmWays(config: Config, transport: MailTransport, given: Pick<Ground, 'clock'>): readonly AlarmWay[] {
  const { mail, webhook } = config.alarm;
  return [
    ...(mail === '' ? [] : [mailWay(transport, (notice) => noticeMail(notice, config, given.clock.now()))]),
    ...(webhook === '' ? [] : [webhookWay(webhook)]),
  ];
}

function passwordOf(config: Config, reference: string | undefined): (() => string) | null {
  return reference === undefined ? null : () => resolveSecret(config, reference);
}

function notifySettings(config: Config): { readonly socket: string | null; readonly watchdogUsec: number | null } {
  return { socket: config.notifySocket, watchdogUsec: config.watchdogUsec };
}

const SETTLE_STEP_MS = 20;

async function settle({ mailbox, work, send, move }: Parts, { store }: Ground): Promise<void> {
  await mailbox.catchUp();
  work.wake();
  for (;;) {
    const { kept } = await store.ledger.counts();
    const { waiting, claimed } = await store.outbox.counts();
    if (kept === 0 && waiting === 0 && claimed === 0) break;
    send.wake();
    await new Promise((resolve) => setTimeout(resolve, SETTLE_STEP_MS));
  }
  await move();
}
