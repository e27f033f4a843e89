/** One child process: watched while it works, killed at its limits, replaced by the pool when it is worn. */
import { fork, type ChildProcess } from 'node:child_process';
import { readChildMessage, type ChildMessage } from './messages.ts';
import type { IsolatedOutcome } from './pool.ts';
import { cpuMsOf, residentBytesOf } from './process-use.ts';

export interface WorkerLimits {
  /** Wall-clock time of one job; killed beyond. */
  readonly timeMs: number;
  /** CPU time of one job, which a busy machine does not lengthen; killed beyond. Default: no limit of its own. */
  readonly cpuMs?: number;
  /** Resident memory above what the process had when it was ready; killed beyond. */
  readonly memoryBytes: number;
}

export interface WorkerProgram {
  /** The child's program; calls `serveJobs`. */
  readonly entry: URL;
  readonly args: readonly string[];
  /** Where compiled code is kept: with it a child starts in half the time and takes some 30 MB less. */
  readonly codeFolder: string | undefined;
}

type Death = 'time' | 'memory' | 'crash';

const MIB = 1024 * 1024;
const LOOK_EVERY_MS = 25;
const START_MS = 30_000;
/** The heap gives up a little before the process is killed: content lies in Buffers outside it. */
const HEAP_SHARE = 0.75;
/** An idle process that has kept so much of its room is replaced. */
const WORN_SHARE = 0.75;
/** CPU seconds in a life: ends a process whose parent was killed while it was in an endless loop. */
const LIFE_CPU_SECONDS = 900;
/** To look at its memory costs as much as to hand it a mail: after so short jobs it is looked at only now and then. */
const SHORT_MS = 15;
const LOOK_EVERY_JOBS = 16;
const LIFE_WORK_MS = (LIFE_CPU_SECONDS * 1000) / 3;

export class Worker {
  readonly #child: ChildProcess;
  readonly #limits: WorkerLimits;
  readonly #exited: Promise<void>;
  #alive = true;
  #baseline: number | null = null;
  #resident = 0;
  #workedMs = 0;
  #jobsSinceLook = 0;
  #isWorn = false;
  #death: Death = 'crash';
  #onMessage: (message: ChildMessage) => void = () => undefined;
  #onExit: () => void = () => undefined;
  readonly #ready: Promise<void>;

  constructor(program: WorkerProgram, limits: WorkerLimits) {
    this.#limits = limits;
    this.#child = forkChild(program, limits);
    this.#exited = new Promise((resolve) => {
      const ended = (): void => {
        this.#alive = false;
        this.#onExit();
        resolve();
      };
      this.#child.once('exit', (_code, signal) => {
        if (signal === 'SIGABRT') this.#death = 'memory';
        ended();
      });
      this.#child.once('error', ended);
    });
    this.#ready = new Promise((resolve) => {
      this.#child.on('message', (raw) => this.#receive(raw, resolve));
    });
    this.#keepParentAlive(false);
  }

  get alive(): boolean {
    return this.#alive;
  }

  /** False once the process has ended, or has grown or worked so much that it is better replaced. */
  get fit(): boolean {
    return this.#alive && this.#workedMs < LIFE_WORK_MS && !this.#isWorn;
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** Runs one job; call again only when it has its outcome. */
  async run(id: number, job: unknown): Promise<IsolatedOutcome<unknown>> {
    this.#keepParentAlive(true);
    await this.ready();
    const began = performance.now();
    // Most jobs have ended before the first look: what the process had used till then is asked no sooner.
    let cpuBefore: number | null = null;
    const watch = setInterval(() => this.#look(began, (cpuBefore ??= this.#cpuMs())), LOOK_EVERY_MS);
    const outcome = await this.#outcomeOf(id, job);
    clearInterval(watch);
    const tookMs = performance.now() - began;
    this.#workedMs += tookMs;
    if (this.#alive) this.#lookForWear(tookMs);
    if (this.#alive) this.#keepParentAlive(false);
    return outcome;
  }

  /** Resolves when it has loaded its code, or has ended. */
  async ready(): Promise<void> {
    // A promise that may never be settled would keep what waits for it, job by job.
    if (this.#baseline !== null) return;
    const starting = setTimeout(() => this.#kill('crash'), START_MS);
    await Promise.race([this.#ready, this.#exited]);
    clearTimeout(starting);
  }

  async stop(): Promise<void> {
    if (!this.#alive) return;
    this.#keepParentAlive(true);
    this.#kill('crash');
    await this.#exited;
  }

  #outcomeOf(id: number, job: unknown): Promise<IsolatedOutcome<unknown>> {
    return new Promise((resolve) => {
      this.#onExit = () => resolve({ kind: 'died', why: this.#death });
      this.#onMessage = (message) => {
        if (message.kind === 'ok' && message.id === id) resolve({ kind: 'ok', value: message.value });
        if (message.kind === 'threw' && message.id === id) resolve({ kind: 'threw', message: message.message });
      };
      if (this.#alive) this.#child.send({ id, job }, () => undefined);
      else this.#onExit();
    });
  }

  #receive(raw: unknown, ready: () => void): void {
    const message = readChildMessage(raw);
    if (message?.kind === 'resident') this.#resident = message.bytes;
    if (message?.kind === 'ready') {
      this.#baseline = this.#measure();
      ready();
    }
    if (message) this.#onMessage(message);
  }

  #lookForWear(tookMs: number): void {
    this.#jobsSinceLook += 1;
    if (tookMs < SHORT_MS && this.#jobsSinceLook < LOOK_EVERY_JOBS) return;
    this.#jobsSinceLook = 0;
    this.#isWorn = this.#growth() >= this.#limits.memoryBytes * WORN_SHARE;
  }

  #look(began: number, cpuBefore: number): void {
    const { timeMs, cpuMs = Infinity } = this.#limits;
    if (performance.now() - began > timeMs || this.#cpuMs() - cpuBefore > cpuMs) this.#kill('time');
    else if (this.#growth() > this.#limits.memoryBytes) this.#kill('memory');
  }

  #growth(): number {
    return this.#baseline === null ? 0 : this.#measure() - this.#baseline;
  }

  #measure(): number {
    const measured = this.#child.pid === undefined ? null : residentBytesOf(this.#child.pid);
    return measured ?? this.#resident;
  }

  /** Where the kernel does not tell, time on the clock has to do. */
  #cpuMs(): number {
    const measured = this.#child.pid === undefined ? null : cpuMsOf(this.#child.pid);
    return measured ?? performance.now();
  }

  #kill(why: Death): void {
    this.#death = why;
    this.#child.kill('SIGKILL');
  }

  /** An idle child must not keep a command from ending. */
  #keepParentAlive(keep: boolean): void {
    if (keep) {
      this.#child.ref();
      this.#child.channel?.ref();
    } else {
      this.#child.unref();
      this.#child.channel?.unref();
    }
  }
}

/** The child gets none of the parent's environment: secrets stand in it. */
function forkChild({ entry, args, codeFolder }: WorkerProgram, limits: WorkerLimits): ChildProcess {
  const heapMib = Math.max(64, Math.floor((limits.memoryBytes / MIB) * HEAP_SHARE));
  const flags = [`--max-old-space-size=${heapMib}`, '--max-semi-space-size=8', '--disable-warning=ExperimentalWarning'];
  const limited = process.platform === 'win32' ? { execArgv: flags } : withCpuLimit(flags);
  return fork(entry, args, {
    ...limited,
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: { TZ: 'UTC', ...(codeFolder === undefined ? {} : { NODE_COMPILE_CACHE: codeFolder }) },
  });
}

function withCpuLimit(flags: readonly string[]): { execPath: string; execArgv: string[] } {
  const script = `ulimit -t ${LIFE_CPU_SECONDS}; exec "$0" "$@"`;
  return { execPath: '/bin/sh', execArgv: ['-c', script, process.execPath, ...flags] };
}
