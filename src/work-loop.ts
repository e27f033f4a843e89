/**
 * Takes kept mails in the order of their arrival, oldest first, reads some ahead in the reading processes and decides them one after
 * the other. A mail that cannot be decided because of a fault of ours rests and is tried again; the next mails go on.
 */
import type { Decided } from './decide/on-mail.ts';
import type { ReadOutcome } from './look-up.ts';
import { decideMail, readMail, type Stages } from './pipeline.ts';
import type { LedgerRow } from './record/store.ts';
import { describeError } from './shared/errors.ts';
import type { EpochMs } from './shared/time.ts';

export interface WorkHooks {
  /** After a decision is recorded. */
  readonly decided: (row: LedgerRow, decided: Decided) => void;
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

export class WorkLoop {
  readonly #stages: Stages;
  readonly #hooks: WorkHooks;
  readonly #options: WorkOptions;
  /** Mails that rest, and until when. */
  readonly #resting = new Map<string, EpochMs>();
  #isStopping = false;
  #isRung = false;
  #ring: () => void = () => undefined;
  #running: Promise<void> = Promise.resolve();

  constructor(stages: Stages, hooks: WorkHooks, options: WorkOptions) {
    this.#stages = stages;
    this.#hooks = hooks;
    this.#options = options;
  }

  /** Mails may have arrived. */
  wake(): void {
    this.#isRung = true;
    this.#ring();
  }

  /** Runs until `stop`. */
  run(): Promise<void> {
    this.#running = this.#loop();
    return this.#running;
  }

  /** Finishes the mail being decided. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    this.wake();
    await this.#running;
  }

  async #loop(): Promise<void> {
    while (!this.#isStopping) {
      this.#isRung = false;
      const rows = await this.#undecided();
      await this.#inOrder(rows);
      if (rows.length === 0) await this.#rest();
    }
  }

  async #undecided(): Promise<readonly LedgerRow[]> {
    try {
      const rows = await this.#stages.ledger.undecided(this.#options.batch);
      return rows.filter((row) => (this.#resting.get(row.mail) ?? 0) <= this.#stages.clock.now());
    } catch (error) {
      this.#stages.log.error({ error: describeError(error) }, 'the ledger cannot be read');
      return [];
    }
  }

  /** Reads up to `ahead` rows before their turn; decides strictly in order. */
  async #inOrder(rows: readonly LedgerRow[]): Promise<void> {
    const readings: Promise<ReadOutcome>[] = [];
    for (const [index, row] of rows.entries()) {
      if (this.#isStopping) return;
      for (const next of rows.slice(readings.length, index + this.#options.ahead + 1)) {
        const reading = readMail(next, this.#stages);
        // Awaited when its turn comes; until then a failure must not count as unheard.
        reading.catch(() => undefined);
        readings.push(reading);
      }
      const reading = readings[index];
      if (reading) await this.#decide(row, reading);
    }
  }

  async #decide(row: LedgerRow, reading: Promise<ReadOutcome>): Promise<void> {
    const { log, clock } = this.#stages;
    try {
      this.#hooks.decided(row, await decideMail(row, await reading, this.#stages));
      this.#resting.delete(row.mail);
    } catch (error) {
      this.#resting.set(row.mail, clock.now() + this.#options.restMs);
      log.error(
        { mail: row.mail, error: describeError(error) },
        'a mail could not be decided; it is tried again later',
      );
    }
  }

  async #rest(): Promise<void> {
    if (this.#isRung || this.#isStopping) return;
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      this.#ring = resolve;
      timer = setTimeout(resolve, this.#options.idleMs);
    });
    clearTimeout(timer);
  }
}
