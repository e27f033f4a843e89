/**
 * The composition root: reads rules and people, opens the store, starts receive, decide, move and send, and stops them cleanly.
 * Everything that knows the wall clock, chance or the environment is made here and handed down.
 */
import { mkdirSync } from 'node:fs';
import { resolveSecret, type Config } from './config.ts';
import type { Office } from './decide/office.ts';
import { closeProcesses, layGround, type Given, type Ground } from './ground.ts';
import { DailyLoop } from './follow-up/daily-loop.ts';
import { FollowUpLoop } from './follow-up/follow-up-loop.ts';
import { RetentionLoop } from './follow-up/retention-loop.ts';
import { makeHealth } from './health.ts';
import { openTestClock, systemClock } from './observe/clock.ts';
import { startHttp } from './observe/http.ts';
import { makeLog } from './observe/log.ts';
import { makeServiceManager } from './observe/service-manager.ts';
import { installationSecret, loadOffice } from './office.ts';
import { startReceiving, type Receiving } from './receiving.ts';
import { lockFolder } from './record/lock.ts';
import type { Store } from './record/open-store.ts';
import { reloadOffice, tryRulesInForce, type Current } from './reload.ts';
import { makeRulesTrial } from './rules-trial.ts';
import type { SendLoop } from './send/send-loop.ts';
import { makeSending } from './sending.ts';
import type { Log } from './shared/log.ts';
import { lexiconOf } from './understand/classify/lexicon.ts';

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
  /** Default true: the examples of the rules in force are tried some time after the start (`rules_tried_after`). */
  readonly triesRules?: boolean;
}

/**
 * @throws {BotError} E_CONFIG (also while another process works on the data folder), E_RULE_FILE, E_TEMPLATE, E_DIRECTORY, E_STORAGE:
 * nothing has been started then
 */
export async function startLoket(config: Config, options: StartOptions = {}): Promise<Running> {
  mkdirSync(config.data, { recursive: true, mode: 0o700 });
  const lock = lockFolder(config.data);
  try {
    const running = await start(config, options);
    return { ...running, stop: () => running.stop().finally(lock.release) };
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function start(config: Config, options: StartOptions): Promise<Running> {
  refuseUnsetSecrets(config);
  const clock = config.testClock === null ? systemClock : openTestClock(config.testClock);
  const log = options.log ?? makeLog({ level: config.log.level, clock });
  const secret = installationSecret(config);
  const current: Current = { office: await loadOffice(config, secret), ruleFaults: [] };
  lexiconOf(current.office.rulebook);
  const trial = makeRulesTrial(config, log);
  const given: Given = {
    clock,
    log,
    chance: options.chance ?? Math.random,
    office: () => current.office,
    ruleFaults: () => current.ruleFaults,
  };
  const ground = await layGround(config, given);
  const parts = await startParts(ground).catch((error: unknown) => closeAfter(ground, error));
  const manager = await announce(config, log, current.office);
  const reloading = { config, secret, log, clock, trial };
  const after = options.triesRules === false ? null : config.rules_tried_after;
  const soon = trySoon(after, () => tryRulesInForce(current, reloading));
  return {
    store: ground.store,
    httpPort: parts.httpPort,
    office: given.office,
    reload: async () => {
      await reloadOffice(current, reloading);
      await parts.followUp.reschedule();
    },
    settle: () => settle(parts, ground),
    stop: async () => {
      clearTimeout(soon ?? undefined);
      await manager.stopping();
      await Promise.all([parts.stop(), trial.close()]);
      await ground.store.close();
      log.info({}, 'loket has stopped');
    },
  };
}

async function closeAfter(ground: Ground, error: unknown): Promise<never> {
  await Promise.all([ground.store.close(), closeProcesses(ground), ground.transport.close()]);
  throw error;
}

async function announce(
  config: Config,
  log: Log,
  { rulebook, directory }: Office,
): Promise<ReturnType<typeof makeServiceManager>> {
  const { notifySocket: socket, watchdogUsec } = config;
  const manager = makeServiceManager({ socket, watchdogUsec, isAlive: () => true, log });
  await manager.ready(`serving ${config.mailbox.address}`);
  log.info({ rules: rulebook.version, people: directory.size }, 'loket is running');
  return manager;
}

/** A timer for longer than this would run at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

function trySoon(afterMs: number | null, tried: () => Promise<void>): NodeJS.Timeout | null {
  return afterMs === null ? null : setTimeout(() => void tried(), Math.min(afterMs, LONGEST_TIMER_MS)).unref();
}

/** A process's environment stays as it is: what is not set now never will be. A file may come yet. */
function refuseUnsetSecrets(config: Config): void {
  for (const reference of [config.mailbox.imap.password, config.smtp.password])
    if (reference?.startsWith('env:')) resolveSecret(config, reference);
}

interface Parts extends Receiving {
  readonly httpPort: number;
  readonly send: SendLoop;
  readonly followUp: FollowUpLoop;
  readonly daily: DailyLoop;
  stop(): Promise<void>;
}

async function startParts(ground: Ground): Promise<Parts> {
  const send = await makeSending(ground);
  const receiving = startReceiving(ground, () => send.wake());
  const { work, mover, mailbox } = receiving;
  const health = makeHealth({ ...ground, mailbox, send });
  const http = await startHttp({ ...ground.config.http, metrics: ground.metrics, health: health.reasons }).catch(
    async (error: unknown) => {
      await Promise.all([mover.stop(), mailbox.stop(), send.stop(0)]);
      throw error;
    },
  );
  const followUp = new FollowUpLoop({ ...ground, ...ground.store, wake: () => send.wake() });
  const daily = makeDaily(ground, mailbox, send);
  const clocks = [followUp, daily, makeRetention(ground, mailbox)];
  const running = [work.run(), send.run()];
  void followUp.reschedule();
  for (const clock of clocks) clock.start();
  health.start();
  return {
    ...receiving,
    send,
    followUp,
    daily,
    httpPort: http.port,
    stop: async () => {
      health.stop();
      for (const clock of clocks) await clock.stop();
      await work.stop();
      await mover.stop();
      await mailbox.stop();
      await send.stop();
      await Promise.all(running);
      await Promise.all([ground.transport.close(), closeProcesses(ground), http.close()]);
    },
  };
}

function makeDaily(ground: Ground, mailbox: Receiving['mailbox'], send: SendLoop): DailyLoop {
  return new DailyLoop({
    ...ground,
    ...ground.store,
    operator: ground.config.alarm.mail,
    compared: () => mailbox.health().compared,
    wake: () => send.wake(),
  });
}

function makeRetention(ground: Ground, mailbox: Receiving['mailbox']): RetentionLoop {
  const removeRaw = (sha256: string): Promise<void> => ground.rawStore.remove(sha256);
  const hurried = ground.config.testClock === null ? {} : { everyMs: HURRIED_LOOK_MS };
  const isBusy = async (): Promise<boolean> => {
    const { compared, pending } = mailbox.health();
    return compared === null || pending > 0 || (await ground.store.ledger.undecided(1)).length > 0;
  };
  return new RetentionLoop({ ...ground, ...ground.store, removeRaw, isBusy, ...hurried });
}

/** Where years pass within minutes. */
const HURRIED_LOOK_MS = 1_000;

const SETTLE_STEP_MS = 20;

async function settle({ mailbox, work, send, mover, followUp, daily }: Parts, { store }: Ground): Promise<void> {
  await mailbox.catchUp();
  work.wake();
  await followUp.now();
  await daily.now();
  for (;;) {
    const { kept } = await store.ledger.counts();
    const { waiting, claimed } = await store.outbox.counts();
    if (kept === 0 && waiting === 0 && claimed === 0) break;
    send.wake();
    await new Promise((resolve) => setTimeout(resolve, SETTLE_STEP_MS));
  }
  await mover.now();
}
