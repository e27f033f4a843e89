/**
 * Runs jobs in child processes, so that no mail can take the daemon with it: a job over its time or memory is killed with its
 * process, the next job gets a new one. Jobs start in the order given. Processes start with the first job that needs them, one by
 * `warm`, and one after each death, since the next job would wait for it; they end with their parent.
 */
import { silentLog, type Log } from '../shared/log.ts';
import type { IsolatedOutcome, IsolatedPool } from './pool.ts';
import { Worker, type WorkerLimits } from './worker.ts';

export interface ProcessPoolOptions {
  /** The child's program; calls `serveJobs`. */
  readonly entry: URL;
  /** What the program finds in its argv. */
  readonly args?: readonly string[];
  /** How many jobs run at once (at least 1). */
  readonly processes: number;
  readonly limits: WorkerLimits;
  /** See WorkerProgram; only this user may write there. */
  readonly codeFolder?: string;
  /** How many idle processes are kept for the next jobs; default: all. */
  readonly mostIdle?: number;
  readonly log?: Log;
}

interface Waiting {
  readonly job: unknown;
  readonly resolve: (outcome: IsolatedOutcome<unknown>) => void;
}

export function makeProcessPool<Job, Result>(options: ProcessPoolOptions): IsolatedPool<Job, Result> {
  const pool = new Pool(options);
  return {
    // The child runs our own program: what it answers to a Job is a Result.
    run: (job) => pool.run(job) as Promise<IsolatedOutcome<Result>>,
    warm: () => pool.warm(),
    ready: () => pool.ready(),
    close: () => pool.close(),
  };
}

class Pool {
  readonly #options: ProcessPoolOptions;
  readonly #log: Log;
  readonly #waiting: Waiting[] = [];
  readonly #idle: Worker[] = [];
  readonly #busy = new Set<Worker>();
  #lastId = 0;
  #closed = false;

  constructor(options: ProcessPoolOptions) {
    this.#options = options;
    this.#log = options.log ?? silentLog;
  }

  run(job: unknown): Promise<IsolatedOutcome<unknown>> {
    if (this.#closed) return Promise.resolve({ kind: 'died', why: 'crash' });
    return new Promise((resolve) => {
      this.#waiting.push({ job, resolve });
      this.#startNext();
    });
  }

  warm(): void {
    if (!this.#closed && this.#idle.length + this.#busy.size === 0) this.#idle.push(this.#newWorker());
  }

  async ready(): Promise<void> {
    this.warm();
    if (this.#busy.size === 0) await this.#idle.at(-1)?.ready();
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const { resolve } of this.#waiting.splice(0)) resolve({ kind: 'died', why: 'crash' });
    await Promise.all([...this.#idle.splice(0), ...this.#busy].map((worker) => worker.stop()));
  }

  #startNext(): void {
    while (this.#waiting.length > 0 && this.#busy.size < Math.max(1, this.#options.processes)) {
      const next = this.#waiting.shift();
      if (next) void this.#work(this.#takeWorker(), next);
    }
  }

  /** The one that worked last: it is warm, and with little to do the others stay small. None grows while it is idle. */
  #takeWorker(): Worker {
    for (let worker = this.#idle.pop(); worker; worker = this.#idle.pop()) if (worker.alive) return worker;
    return this.#newWorker();
  }

  #newWorker(): Worker {
    const { entry, args = [], codeFolder, limits } = this.#options;
    return new Worker({ entry, args, codeFolder }, limits);
  }

  async #work(worker: Worker, { job, resolve }: Waiting): Promise<void> {
    this.#busy.add(worker);
    this.#lastId += 1;
    const outcome = await worker.run(this.#lastId, job);
    this.#busy.delete(worker);
    if (outcome.kind === 'died' && !this.#closed)
      this.#log.warn({ pid: worker.pid, why: outcome.why }, 'isolated process ended');
    if (worker.fit && !this.#closed && this.#isWanted()) this.#idle.push(worker);
    else void worker.stop();
    resolve(outcome);
    this.#startNext();
    if (this.#isWanted()) this.warm();
  }

  #isWanted(): boolean {
    return this.#waiting.length > 0 || this.#idle.length < (this.#options.mostIdle ?? Infinity);
  }
}
