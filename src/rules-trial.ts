/**
 * Tries new rules as `loket check` does, their examples included, before the daemon takes them. In a process of its own: to learn from the
 * examples and to read them takes some seconds, in which mails are answered by the old rules. What it learns it keeps where the daemon
 * looks for it, so that taking the rules costs the daemon little.
 */
import type { Config } from './config.ts';
import { makeProcessPool } from './isolate/process-pool.ts';
import type { WorkerLimits } from './isolate/worker.ts';
import type { RulesJob, RulesTried } from './rules-job.ts';
import type { Log } from './shared/log.ts';

const ENTRY = new URL('rules-worker.ts', import.meta.url);
/** Our own rules take some 7 s and 500 MB. */
const LIMITS: WorkerLimits = { timeMs: 180_000, memoryBytes: 1024 * 1024 * 1024 };

export type Trial =
  | { readonly kind: 'good'; readonly version: string }
  /** One fault a line. */
  | { readonly kind: 'faulty'; readonly message: string }
  /** The process ended over it: no word about the rules. */
  | { readonly kind: 'untried'; readonly why: string };

export interface RulesTrial {
  /** One after the other. @param year in which the rules must know the days off */
  run(year: number): Promise<Trial>;
  close(): Promise<void>;
}

export function makeRulesTrial(config: Config, log: Log, limits: WorkerLimits = LIMITS): RulesTrial {
  const pool = makeProcessPool<RulesJob, RulesTried>({ entry: ENTRY, processes: 1, mostIdle: 0, limits, log });
  return {
    run: async (year) => {
      const outcome = await pool.run({ config, year });
      if (outcome.kind === 'ok') return { kind: 'good', version: outcome.value.version };
      if (outcome.kind === 'threw') return { kind: 'faulty', message: outcome.message };
      return { kind: 'untried', why: outcome.why };
    },
    close: () => pool.close(),
  };
}
