/**
 * Takes kept mails in the order of their arrival, oldest first, reads some ahead in the reading processes and decides them one after
 * the other, those that are read by then in one transaction. A mail that cannot be decided because of a fault of ours rests and is tried again; one that takes long to read is set
 * aside until it is read; the next mails go on.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Decided } from './decide/on-mail.ts';
import { decideMails, readMail, type Reading, type ReadyMail, type Stages } from './pipeline.ts';
import type { LedgerRow, Outcome } from './record/store.ts';
import { describeError } from './shared/errors.ts';
import type { MailId } from './shared/ids.ts';
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

/** Mails decided in one transaction; bounds how long it holds the database, and how long the answer of the first waits for the last. */
const MOST_TOGETHER = 8;
/** How long those that arrived with the first are waited for (50 ms). */
const GATHER_MS = 50;

/** A mail whose reading has begun. */
interface Begun {
  readonly row: LedgerRow;
  readonly reading: Reading;
  /** Resolves when it is read or cannot be read. */
  readonly ended: Promise<void>;
  readonly isRead: () => boolean;
}

interface Progress {
  /** Readings begun so far. */
  readonly count: number;
  /** Place of the mail to be decided next. */
  readonly next: number;
  /** Mails that are read alone. */
  readonly suspects: ReadonlySet<LedgerRow>;
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
  readonly #attempts = new Map<MailId, Promise<number>>();
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
    const begun: Begun[] = [];
    const suspects = new Set(rows.filter((row) => this.#isSuspect(row)));
    for (let next = 0; next < rows.length && !this.#isStopping;) {
      const wanted = this.#wantedAhead(rows, { count: begun.length, next, suspects });
      begun.push(...this.#beginAll(wanted));
      const first = begun[next];
      if (!first) return;
      if (await isReadInTime(first)) {
        const group = await readTogether(begun.slice(next, next + MOST_TOGETHER));
        await this.#decide(group);
        next += group.length;
      } else {
        this.#setAside(first);
        next += 1;
      }
    }
  }

  /** An earlier daemon ended while it was being read or decided: it is read alone, so that no other mail falls under suspicion. */
  #isSuspect(row: LedgerRow): boolean {
    return row.attempts > 0 && !this.#attempts.has(row.mail);
  }

  /** Many at a time: before each time the attempts are recorded. */
  #wantedAhead(rows: readonly LedgerRow[], { count, next, suspects }: Progress): readonly LedgerRow[] {
    const { ahead } = this.#options;
    if (count - next > ahead / 2) return [];
    const wanted = rows.slice(count, next + ahead + 1);
    const [current] = rows.slice(next);
    const isCurrentAlone = current !== undefined && suspects.has(current);
    const end = wanted.findIndex((row, index) => count + index > next && (isCurrentAlone || suspects.has(row)));
    return end < 0 ? wanted : wanted.slice(0, end);
  }

  #beginAll(rows: readonly LedgerRow[]): readonly Begun[] {
    const isKnown = ({ mail }: LedgerRow): boolean => this.#attempts.has(mail) || this.#aside.has(mail);
    const mails = rows.filter((row) => !isKnown(row)).map((row) => row.mail);
    const started = mails.length > 0 ? this.#startAttempts(mails) : Promise.resolve(new Map<MailId, number>());
    for (const mail of mails) {
      const attempt = started.then((attempts) => attempts.get(mail) ?? 1);
      attempt.catch(() => this.#attempts.delete(mail));
      this.#attempts.set(mail, attempt);
    }
    return rows.map((row) => begunOf(row, this.#read(row)));
  }

  /** Recorded only when the mails are really about to be read: a daemon that is ended while its reader starts blames no mail. */
  async #startAttempts(mails: readonly MailId[]): Promise<ReadonlyMap<MailId, number>> {
    await this.#stages.reader.ready();
    return this.#stages.ledger.startAttempts(mails);
  }

  #read(row: LedgerRow): Reading {
    const known = this.#aside.get(row.mail);
    if (known !== undefined && known !== 'reading') return known;
    return readMail(row, this.#attempts.get(row.mail) ?? Promise.resolve(1), this.#stages);
  }

  #setAside({ row, reading, ended }: Begun): void {
    this.#stages.log.info({ mail: row.mail }, 'a mail takes long to read; the others go on');
    this.#aside.set(row.mail, 'reading');
    void ended.then(() => {
      this.#aside.set(row.mail, { ...reading, slow: new Promise(() => undefined) });
      this.wake();
    });
  }

  async #decide(group: readonly Begun[]): Promise<void> {
    const ready: ReadyMail[] = [];
    for (const { row, reading } of group) {
      this.#aside.delete(row.mail);
      await this.#orRest([row], async () => {
        const outcome = await reading.outcome;
        if (outcome === 'gone') await this.#drop(row);
        else ready.push({ row, outcome });
      });
    }
    if (ready.length === 0) return;
    await this.#orRest(
      ready.map(({ row }) => row),
      async () => {
        const outcomes = await decideMails(ready, this.#stages);
        for (const [index, { row }] of ready.entries())
          await this.#orRest([row], () => this.#finish(row, outcomes[index]));
      },
    );
  }

  async #finish(row: LedgerRow, outcome: Outcome<Decided> | undefined): Promise<void> {
    if (outcome?.kind !== 'done') throw outcome?.error;
    this.#hooks.decided(row, outcome.result);
    this.#forget(row);
  }

  #forget({ mail }: LedgerRow): void {
    this.#resting.delete(mail);
    this.#attempts.delete(mail);
  }

  /** A fault of ours: the mails it concerns are tried again later. */
  async #orRest(rows: readonly LedgerRow[], work: () => Promise<void>): Promise<void> {
    const { log, clock } = this.#stages;
    try {
      await work();
    } catch (error) {
      for (const { mail } of rows) {
        this.#resting.set(mail, clock.now() + this.#options.restMs);
        log.error({ mail, error: describeError(error) }, 'a mail could not be decided; it is tried again later');
      }
    }
  }

  async #drop(row: LedgerRow): Promise<void> {
    await this.#stages.ledger.drop(row.mail, 'gone');
    this.#stages.log.warn({ mail: row.mail, uid: row.uid }, 'a released mail is no longer in the mailbox');
    this.#forget(row);
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

function begunOf(row: LedgerRow, reading: Reading): Begun {
  let isRead = false;
  const end = (): void => void (isRead = true);
  return { row, reading, ended: reading.outcome.then(end, end), isRead: () => isRead };
}

function isReadInTime({ ended, reading }: Begun): Promise<boolean> {
  return Promise.race([ended.then(() => true), reading.slow.then(() => false)]);
}

/**
 * The first, and those after it that are read within a moment. In a backlog it is worth waiting: else one mail would be read while one is
 * decided, and each would cost a transaction of its own.
 */
async function readTogether(begun: readonly Begun[]): Promise<readonly Begun[]> {
  const others = begun.slice(1);
  if (others.some((one) => !one.isRead())) await readSoon(others);
  const end = begun.findIndex((one, index) => index > 0 && !one.isRead());
  return end < 0 ? begun : begun.slice(0, end);
}

async function readSoon(begun: readonly Begun[]): Promise<void> {
  const over = new AbortController();
  const slow = begun.map(({ reading }) => reading.slow);
  const moment = sleep(GATHER_MS, undefined, { signal: over.signal }).catch(() => undefined);
  await Promise.race([Promise.all(begun.map(({ ended }) => ended)), ...slow, moment]);
  over.abort();
}
