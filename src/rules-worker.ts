/** The program of the process that tries new rules: it loads them, learns from them and reads their examples; faults are thrown. */
import { constants, setPriority } from 'node:os';
import { readExample } from './commands/read-example.ts';
import { serveJobs } from './isolate/serve-jobs.ts';
import { loadOffice } from './office.ts';
import type { RulesJob, RulesTried } from './rules-job.ts';

/** Nothing is signed here. */
const NO_SECRET = '';

// Mails that come meanwhile go first.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
serveJobs<RulesJob, RulesTried>(async ({ config, year }) => {
  const { rulebook } = await loadOffice(config, NO_SECRET, { year, classify: readExample });
  return { version: rulebook.version };
});
