/** Work of others on the one connection: it runs between two fetches, never inside one, and fails with the connection. */
import { BotError } from '../shared/errors.ts';
import type { Session } from './session.ts';

export interface JobQueue {
  /** @throws {BotError} E_IMAP when not connected, or when the connection is lost before the work is done */
  submit<Result>(work: (session: Session) => Promise<Result>): Promise<Result>;
  /** Resolves when the mailbox has been read to its end after the call, on whatever connection. @throws {BotError} E_IMAP when closed */
  wait(): Promise<void>;
  open(): void;
  run(session: Session): Promise<void>;
  takeWaiting(): () => void;
  /** The connection is lost: all that is queued fails. */
  failAll(fault: BotError): void;
  close(): void;
}

interface Job {
  readonly run: (session: Session) => Promise<void>;
  readonly fail: (fault: BotError) => void;
}

export function makeJobQueue(wake: () => void): JobQueue {
  let phase: 'away' | 'open' | 'closed' = 'away';
  let jobs: Job[] = [];
  const waiters = makeWaiters();

  return {
    submit: async (work) => {
      if (phase !== 'open') throw new BotError('E_IMAP', 'the mailbox is not connected');
      const { job, result } = jobOf(work);
      jobs.push(job);
      wake();
      return result;
    },
    wait: async () => {
      if (phase === 'closed') throw closed();
      const reached = waiters.wait();
      wake();
      return reached;
    },
    open: () => {
      phase = 'open';
    },
    run: async (session) => {
      for (let job = jobs.shift(); job; job = jobs.shift()) await job.run(session);
    },
    takeWaiting: waiters.take,
    failAll: (fault) => {
      phase = 'away';
      for (const job of jobs) job.fail(fault);
      jobs = [];
    },
    close: () => {
      phase = 'closed';
      waiters.rejectAll(closed());
    },
  };
}

function closed(): BotError {
  return new BotError('E_IMAP', 'the mailbox is closed');
}

interface Waiters {
  wait(): Promise<void>;
  take(): () => void;
  rejectAll(fault: BotError): void;
}

function makeWaiters(): Waiters {
  let waiting: readonly PromiseWithResolvers<void>[] = [];

  return {
    wait: async () => {
      const waiter = Promise.withResolvers<void>();
      waiting = [...waiting, waiter];
      return waiter.promise;
    },
    take: () => {
      const taken = waiting;
      return () => {
        waiting = waiting.filter((waiter) => !taken.includes(waiter));
        for (const waiter of taken) waiter.resolve();
      };
    },
    rejectAll: (fault) => {
      for (const waiter of waiting) waiter.reject(fault);
      waiting = [];
    },
  };
}

function jobOf<Result>(work: (session: Session) => Promise<Result>): { job: Job; result: Promise<Result> } {
  const { promise, resolve, reject } = Promise.withResolvers<Result>();
  return { job: { run: (session) => work(session).then(resolve, reject), fail: reject }, result: promise };
}
