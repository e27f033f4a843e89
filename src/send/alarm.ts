/**
 * The second way to the operator, for when the first way (the daily mail, the mailbox itself) is what fails. Promises: once per
 * cause until it is over, also across a restart where a memory is given; never throws, never holds anything up.
 */
import { describeError } from '../shared/errors.ts';
import type { Log } from '../shared/log.ts';
import type { Clock, EpochMs } from '../shared/time.ts';

export interface Alarm {
  raise(cause: string, text: string): Promise<void>;
  clear(cause: string): Promise<void>;
  /** Causes that are not over. */
  raised(): readonly string[];
}

export interface AlarmNotice {
  readonly cause: string;
  readonly text: string;
  readonly at: EpochMs;
}

/** A mail to the operator, a webhook. @throws when the notice did not get through */
export interface AlarmWay {
  readonly name: string;
  tell(notice: AlarmNotice): Promise<void>;
}

/** Causes that were told, so that a restart does not tell them again. */
export interface AlarmMemory {
  load(): readonly string[];
  save(causes: readonly string[]): void;
}

export interface AlarmParts {
  readonly ways: readonly AlarmWay[];
  readonly clock: Clock;
  readonly log: Log;
  readonly memory?: AlarmMemory;
  /** Until a notice that got through nowhere is tried again (default 60 s). */
  readonly retryMs?: number;
}

const RETRY_MS = 60_000;

interface State {
  readonly parts: AlarmParts;
  readonly told: Set<string>;
  /** Raised, and told nowhere yet. */
  readonly waiting: Map<string, AlarmNotice>;
}

export function makeAlarm(parts: AlarmParts): Alarm {
  const state: State = { parts, told: new Set(parts.memory?.load() ?? []), waiting: new Map() };
  const { told, waiting } = state;

  return {
    raised: () => [...told, ...waiting.keys()],
    raise: async (cause, text) => {
      if (told.has(cause) || waiting.has(cause)) return;
      const notice = { cause, text, at: parts.clock.now() };
      waiting.set(cause, notice);
      parts.log.error({ cause, reason: text }, 'alarm');
      await tell(notice, state);
    },
    clear: async (cause) => {
      const was = [told.delete(cause), waiting.delete(cause)].some(Boolean);
      if (!was) return;
      parts.log.info({ cause }, 'alarm is over');
      remember(state);
    },
  };
}

async function tell(notice: AlarmNotice, state: State): Promise<void> {
  const { parts, told, waiting } = state;
  const through = await Promise.all(parts.ways.map((way) => isThrough(way, notice, parts.log)));
  if (waiting.get(notice.cause) !== notice) return;
  if (through.length === 0 || through.includes(true)) {
    waiting.delete(notice.cause);
    told.add(notice.cause);
    remember(state);
    return;
  }
  setTimeout(() => {
    if (waiting.get(notice.cause) === notice) void tell(notice, state);
  }, parts.retryMs ?? RETRY_MS).unref();
}

async function isThrough(way: AlarmWay, notice: AlarmNotice, log: Log): Promise<boolean> {
  try {
    await way.tell(notice);
    return true;
  } catch (error) {
    log.error({ cause: notice.cause, way: way.name, error: describeError(error) }, 'alarm did not get through');
    return false;
  }
}

function remember({ parts, told }: State): void {
  try {
    parts.memory?.save([...told]);
  } catch (error) {
    parts.log.error({ error: describeError(error) }, 'alarms that were told cannot be noted');
  }
}
