/** Looks at the desk's own work every few seconds: readiness, figures, and alarms, once each, for what a person must mend. */
import type { MailboxHealth, WatchedMailbox } from './receive/mail-source.ts';
import type { Metrics } from './observe/metrics.ts';
import { reasonsNotReady, type WorkFacts } from './observe/readiness.ts';
import type { Store } from './record/open-store.ts';
import type { Alarm } from './send/alarm.ts';
import type { SendLoop } from './send/send-loop.ts';
import { describeError } from './shared/errors.ts';
import type { Log } from './shared/log.ts';
import type { Clock, EpochMs } from './shared/time.ts';

export interface Health {
  readonly reasons: () => Promise<readonly string[]>;
  start(): void;
  stop(): void;
}

export interface HealthParts {
  readonly store: Store;
  readonly mailbox: WatchedMailbox;
  readonly send: SendLoop;
  readonly metrics: Metrics;
  readonly alarm: Alarm;
  readonly clock: Clock;
  readonly log: Log;
}

const LOOK_EVERY_MS = 5_000;
/** A mailbox that is away for longer than this (2 min) is an alarm; a short cut is not. */
const AWAY_ALARM_MS = 120_000;

export function makeHealth(parts: HealthParts): Health {
  let timer: NodeJS.Timeout | null = null;
  const look = async (): Promise<void> => {
    try {
      await update(parts);
    } catch (error) {
      parts.log.error({ error: describeError(error) }, 'the state of the work cannot be read');
    }
  };
  return {
    reasons: async () => reasonsNotReady(await factsOf(parts)),
    start: () => {
      timer = setInterval(() => void look(), LOOK_EVERY_MS).unref();
    },
    stop: () => {
      if (timer) clearInterval(timer);
    },
  };
}

async function update(parts: HealthParts): Promise<void> {
  const { metrics, alarm, store } = parts;
  const facts = await factsOf(parts);
  const oldest = [facts.oldestUnansweredAt, facts.oldestLetterAt].filter((at) => at !== null);
  metrics.outbox(await store.outbox.counts());
  metrics.oldestUnanswered(oldest.length === 0 ? 0 : (facts.now - Math.min(...oldest)) / 1000);
  metrics.alarms(alarm.raised());
  await alarmOn(alarm, 'mailbox-unreachable', mailboxTrouble(parts.mailbox.health(), facts.now));
  await alarmOn(alarm, 'work-stuck', reasonsNotReady({ ...facts, mailboxDownSince: null }).join('; ') || null);
}

async function factsOf({ store, mailbox, send, clock }: HealthParts): Promise<WorkFacts> {
  const health = mailbox.health();
  const [oldest] = await store.ledger.undecided(1);
  return {
    now: clock.now(),
    oldestUnansweredAt: oldest?.receivedAt ?? null,
    mailboxDownSince: health.phase === 'connected' ? null : health.since,
    oldestLetterAt: await store.outbox.oldestWaiting(),
    sendingStopped: send.status().breaker,
  };
}

function mailboxTrouble(health: MailboxHealth, now: EpochMs): string | null {
  if (health.phase === 'connected' || now - health.since < AWAY_ALARM_MS) return null;
  return `The mailbox cannot be reached${health.fault ? `: ${health.fault.message}` : ''}`;
}

async function alarmOn(alarm: Alarm, cause: string, trouble: string | null): Promise<void> {
  await (trouble === null ? alarm.clear(cause) : alarm.raise(cause, trouble));
}
