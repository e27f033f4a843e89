/**
 * Takes kept mails in the order of their arrival, oldest first, reads some ahead in the reading processes and decides them one after
 * the other. A mail that cannot be decided because of a fault of ours waits and is tried again; the next mails go on.
 */
import type { Decided } from './decide/on-mail.ts';
import type { ReadOutcome } from './look-up.ts';
import { decideMail, readMail, type Stages } from './pipeline.ts';
import type { LedgerRow } from './record/store.ts';
import { describeError } from './shared/errors.ts';
import type { EpochMs } from './shared/time.ts';

export interface WorkLoop {
  /** Mails may have arrived. */
  wake(): void;
  run(): Promise<void>;
  stop(): Promise<void>;
}

export interface WorkHooks {
  /** After a decision is recorded. */
  readonly decided: (row: LedgerRow, decided: Decided, outcome: ReadOutcome) => void;
  /** A fault of ours over one mail. */
  readonly failed: (row: LedgerRow, error: unknown) => void;
}

export interface WorkOptions {
  /** Rows looked at in one go (default 200). */
  readonly batch: number;
  /** Mails read ahead of the one being decided. */
  readonly ahead: number;
  /** How long a mail rests after a fault of ours, in ms (default 30 s). */
  readonly restMs: number;
  /** How long to wait when nobody wakes the loop, in ms (default 1 s). */
  readonly idleMs: number;
}

export function makeWorkLoop(stages: Stages, hooks: WorkHooks, options: WorkOptions): WorkLoop {
  const resting = new Map<string, EpochMs>();
  let isStopping = false;
  let ring: () => void = () => undefined;
  let isRung = false;
  let running: Promise<void> = Promise.resolve();

  const wake = (): void => {
    isRung = true;
    ring();
  };
  const wait = async (): Promise<void> => {
    if (isRung || isStopping) return;
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      ring = resolve;
      timer = setTimeout(resolve, options.idleMs);
    });
    clearTimeout(timer);
  };
  const awake = (row: LedgerRow): boolean => (resting.get(row.mail) ?? 0) <= stages.clock.now();

  const decideRow = async (row: LedgerRow, reading: Promise<ReadOutcome>): Promise<void> => {
    try {
      const outcome = await reading;
      hooks.decided(row, await decideMail(row, outcome, stages), outcome);
      resting.delete(row.mail);
    } catch (error) {
      resting.set(row.mail, stages.clock.now() + options.restMs);
      stages.log.error(
        { mail: row.mail, error: describeError(error) },
        'a mail could not be decided; it is tried again later',
      );
      hooks.failed(row, error);
    }
  };

  const loop = async (): Promise<void> => {
    while (!isStopping) {
      isRung = false;
      const rows = (await undecided(stages, options.batch)).filter(awake);
      await inOrder(rows, options.ahead, {
        read: (row) => readMail(row, stages),
        decide: decideRow,
        isStopping: () => isStopping,
      });
      if (rows.length === 0) await wait();
    }
  };

  return {
    wake,
    run: () => (running = loop()),
    stop: async () => {
      isStopping = true;
      wake();
      await running;
    },
  };
}

async function undecided(stages: Stages, limit: number): Promise<readonly LedgerRow[]> {
  try {
    return await stages.ledger.undecided(limit);
  } catch (error) {
    stages.log.error({ error: describeError(error) }, 'the ledger cannot be read');
    return [];
  }
}

interface Steps {
  readonly read: (row: LedgerRow) => Promise<ReadOutcome>;
  readonly decide: (row: LedgerRow, reading: Promise<ReadOutcome>) => Promise<void>;
  readonly isStopping: () => boolean;
}

/** Reads up to `ahead` rows before their turn; decides strictly in order. */
async function inOrder(rows: readonly LedgerRow[], ahead: number, steps: Steps): Promise<void> {
  const readings: Promise<ReadOutcome>[] = [];
  for (const [index, row] of rows.entries()) {
    if (steps.isStopping()) break;
    while (readings.length <= index + ahead) {
      const next = rows[readings.length];
      if (next === undefined) break;
      const reading = steps.read(next);
      // Awaited when its turn comes; until then a failure must not count as unheard.
      reading.catch(() => undefined);
      readings.push(reading);
    }
    const reading = readings[index];
    if (reading) await steps.decide(row, reading);
  }
}
