/** What the daemon asks of the process that tries new rules, and what it answers; see rules-trial.ts and rules-worker.ts. */
import type { Config } from './config.ts';

export interface RulesJob {
  readonly config: Config;
  /** In which the rules must know the days off. */
  readonly year: number;
}

export interface RulesTried {
  /** Version of the rule files that are good. */
  readonly version: string;
}
