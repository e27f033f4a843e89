/**
 * Runs jobs in child processes whose death the daemon survives: a worker thread's limits do not bound Buffers, a process can be
 * measured and killed. Knows nothing of what the jobs are.
 */
export type IsolatedOutcome<Result> =
  | { readonly kind: 'ok'; readonly value: Result }
  /** The job itself threw; the process lives on. */
  | { readonly kind: 'threw'; readonly message: string }
  | { readonly kind: 'died'; readonly why: 'time' | 'memory' | 'crash' };

export interface IsolatedPool<Job, Result> {
  /** Jobs start in the order given; up to `processes` run at once. */
  run(job: Job): Promise<IsolatedOutcome<Result>>;
  /** Starts a process before there is a job, so that the first one does not wait for it; resolves when it waits for one. */
  warm(): Promise<void>;
  close(): Promise<void>;
}
