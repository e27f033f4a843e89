/** Rules and directory while the daemon runs: new ones are taken when all is well with them, else the old ones stay and it is said why. */
import { join } from 'node:path';
import { byteCacheIn } from './byte-cache.ts';
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

/** What the daemon works with. */
export interface Current {
  office: Office;
  /** What `loket check` finds at fault with the rules that are in force, one a line; the morning letter tells the desk. */
  ruleFaults: readonly string[];
}

/** What more the log leaves to `loket check`. */
const MOST_FAULTS = 50;

export async function reloadOffice(current: Current, reloading: Reloading): Promise<void> {
  const { config, secret, log, trial } = reloading;
  const year = yearNow(reloading);
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
    current.ruleFaults = [];
    log.info({ rules: rulebook.version, people: directory.size }, 'rules and directory are loaded anew');
  } catch (error) {
    refuse(log, describeError(error));
  }
}

/**
 * A start takes the rules as they are, as long as they can be read at all: whatever somebody wrote into an example, mails are answered. What
 * `loket check` would say of them is found out behind it, once for the same rules, and said aloud until they are mended.
 */
export async function tryRulesInForce(current: Current, reloading: Reloading): Promise<void> {
  const { config, log, trial } = reloading;
  const year = yearNow(reloading);
  const { version } = current.office.rulebook;
  const cache = byteCacheIn(join(config.data, 'learnt'));
  const key = `tried-${version}-${year}`;
  if (cache.get(key) !== null) return;
  const tried = await trial.run(year);
  // Others have been loaded meanwhile, and were tried then.
  if (current.office.rulebook.version !== version) return;
  if (tried.kind === 'untried') return log.warn({ why: tried.why }, 'the examples of the rules could not be tried');
  if (tried.kind === 'good') return cache.set(key, TRIED);
  current.ruleFaults = tried.message.split('\n');
  for (const fault of current.ruleFaults.slice(0, MOST_FAULTS)) log.error({ fault }, 'a fault in the rules in force');
  log.error({ faults: current.ruleFaults.length }, 'loket runs on faulty rules; a reload would refuse them');
}

const TRIED = Uint8Array.of(1);

function yearNow({ config, clock }: Reloading): number {
  return Number(localDate(clock.now(), config.organisation.timezone).slice(0, 4));
}

function refuse(log: Log, message: string): void {
  const lines = message.split('\n');
  for (const fault of lines.slice(0, MOST_FAULTS)) log.error({ fault }, 'a fault in the new rules');
  log.error({ left: Math.max(lines.length - MOST_FAULTS, 0) }, 'the new rules are faulty; the old ones stay');
}
