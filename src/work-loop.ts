/**
 * Takes kept mails in the order of their arrival, oldest first, reads some ahead in the reading processes and decides them one after
 * the other. A mail that cannot be decided because of a fault of ours rests and is tried again; one that takes long to read is set
 * aside until it is read; the next mails go on.
 */
import type { Decided } from './decide/on-mail.ts';
import { decideMail, readMail, type Reading, type Stages } from './pipeline.ts';
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
  /** Mails that are slow to read, and what came of it. */
  readonly #aside = new Map<string, 'reading' | Reading>();
  /** One attempt a mail and daemon, however often it is read here: what is left behind counts daemons that ended over it. */
  readonly #attempts = new Map<string, Promise<number>>();
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
    // A daemon killed while its reading process starts has not died over any mail.
    await this.#stages.reader.warm();
    while (!this.#isStopping) {
      this.#isRung = false;
      const rows = await this.#undecided();
      await this.#inOrder(rows);
      if (rows.length === 0) await this.#rest();
    }
  }

  async #undecided(): Promise<readonly LedgerRow[]> {
    try {
      const notNow = this.#resting.size + this.#aside.size;
      const rows = await this.#stages.ledger.undecided(this.#options.batch + notNow);
      const now = this.#stages.clock.now();
      return rows.filter((row) => (this.#resting.get(row.mail) ?? 0) <= now && this.#aside.get(row.mail) !== 'reading');
    } catch (error) {
      this.#stages.log.error({ error: describeError(error) }, 'the ledger cannot be read');
      return [];
    }
  }

  /** Reads up to `ahead` rows before their turn; decides in order, but waits for none that is slow to read. */
  async #inOrder(rows: readonly LedgerRow[]): Promise<void> {
    const readings: Reading[] = [];
    const suspects = new Set(rows.filter((row) => this.#isSuspect(row)));
    for (const [index, row] of rows.entries()) {
      if (this.#isStopping) return;
      for (const next of rows.slice(readings.length, index + this.#options.ahead + 1)) {
        if (readings.length > index && (suspects.has(next) || suspects.has(row))) break;
        readings.push(this.#read(next));
      }
      const reading = readings[index];
      if (reading) await this.#decideUnlessSlow(row, reading);
    }
  }

  /** An earlier daemon ended while it was being read or decided: it is read alone, so that no other mail falls under suspicion. */
  #isSuspect(row: LedgerRow): boolean {
    return row.attempts > 0 && !this.#attempts.has(row.mail);
  }

  #read(row: LedgerRow): Reading {
    const known = this.#aside.get(row.mail);
    if (known !== undefined && known !== 'reading') return known;
    const attempt = this.#attempts.get(row.mail) ?? this.#stages.ledger.startAttempt(row.mail);
    this.#attempts.set(row.mail, attempt);
    attempt.catch(() => this.#attempts.delete(row.mail));
    return readMail(row, attempt, this.#stages);
  }

  async #decideUnlessSlow(row: LedgerRow, reading: Reading): Promise<void> {
    const isRead = reading.outcome.then(
      () => true,
      () => true,
    );
    if (await Promise.race([isRead, reading.slow.then(() => false)])) return this.#decide(row, reading);
    this.#stages.log.info({ mail: row.mail }, 'a mail takes long to read; the others go on');
    this.#aside.set(row.mail, 'reading');
    void isRead.then(() => {
      this.#aside.set(row.mail, { ...reading, slow: new Promise(() => undefined) });
      this.wake();
    });
  }

  async #decide(row: LedgerRow, { outcome }: Reading): Promise<void> {
    const { log, clock } = this.#stages;
    this.#aside.delete(row.mail);
    try {
      const read = await outcome;
      if (read === 'gone') await this.#drop(row);
      else this.#hooks.decided(row, await decideMail(row, read, this.#stages));
      this.#resting.delete(row.mail);
      this.#attempts.delete(row.mail);
    } catch (error) {
      this.#resting.set(row.mail, clock.now() + this.#options.restMs);
      log.error(
        { mail: row.mail, error: describeError(error) },
        'a mail could not be decided; it is tried again later',
      );
    }
  }

  async #drop(row: LedgerRow): Promise<void> {
    await this.#stages.ledger.drop(row.mail, 'gone');
    this.#stages.log.warn({ mail: row.mail, uid: row.uid }, 'a released mail is no longer in the mailbox');
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
