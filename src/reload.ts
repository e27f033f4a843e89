/** Rules and directory while the daemon runs: new ones are taken when all is well with them, else the old ones stay and it is said why. */
import type { Config } from './config.ts';
import type { Office } from './decide/office.ts';
import { loadOffice } from './office.ts';
import type { RulesTrial } from './rules-trial.ts';
import { describeError } from './shared/errors.ts';
import type { Log } from './shared/log.ts';
import { localDate, type Clock } from './shared/time.ts';
import { lexiconOf } from './understand/classify/lexicon.ts';

export interface Reloading {
  readonly config: Config;
  readonly secret: string;
  readonly log: Log;
  readonly clock: Clock;
  readonly trial: RulesTrial;
}

/** What more the log leaves to `loket check`. */
const MOST_FAULTS = 50;

export async function reloadOffice(current: { office: Office }, reloading: Reloading): Promise<void> {
  const { config, secret, log, clock, trial } = reloading;
  const year = Number(localDate(clock.now(), config.organisation.timezone).slice(0, 4));
  const tried = await trial.run(year);
  if (tried.kind === 'faulty') return refuse(log, tried.message);
  if (tried.kind === 'untried') log.warn({ why: tried.why }, 'the examples of the new rules could not be tried');
  try {
    const office = await loadOffice(config, secret, { year });
    const { rulebook, directory } = office;
    if (tried.kind === 'good' && rulebook.version !== tried.version)
      return refuse(log, 'they were changed while they were tried; reload once more');
    // The word indexes are made before the first mail needs them.
    lexiconOf(rulebook);
    current.office = office;
    log.info({ rules: rulebook.version, people: directory.size }, 'rules and directory are loaded anew');
  } catch (error) {
    refuse(log, describeError(error));
  }
}

function refuse(log: Log, message: string): void {
  const lines = message.split('\n');
  for (const fault of lines.slice(0, MOST_FAULTS)) log.error({ fault }, 'a fault in the new rules');
  log.error({ left: Math.max(lines.length - MOST_FAULTS, 0) }, 'the new rules are faulty; the old ones stay');
}
