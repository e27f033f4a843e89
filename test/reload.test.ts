/** What becomes of faults in the rules that a start has taken. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Config } from '../src/config.ts';
import { tryRulesInForce, type Current, type Reloading } from '../src/reload.ts';
import type { Trial } from '../src/rules-trial.ts';
import { silentLog, type LogFields } from '../src/shared/log.ts';
import { openDesk, type Desk } from './end-to-end/desk.ts';

let desk: Desk;
let data: string;
beforeEach(async () => {
  desk = await openDesk();
  data = mkdtempSync(join(tmpdir(), 'loket-reload-'));
});
afterEach(async () => {
  rmSync(data, { recursive: true, force: true });
  await desk.close();
});

const FAULT = 'rules/services/ITSM.1.yaml:60:9: this example of ITSM.1/hosting is read as ITSM.8/reset-password';

function reloading(
  found: Trial,
): Reloading & { readonly tries: () => number; readonly lines: () => readonly string[] } {
  const lines: string[] = [];
  const error = (fields: LogFields, message: string): void => void lines.push(`${message} ${JSON.stringify(fields)}`);
  let tries = 0;
  const run = (): Promise<Trial> => {
    tries += 1;
    return Promise.resolve(found);
  };
  const config = { data, organisation: { timezone: 'Asia/Jakarta' } } as Config;
  const trial = { run, close: () => Promise.resolve() };
  return {
    config,
    secret: '',
    log: { ...silentLog, error },
    clock: desk,
    trial,
    tries: () => tries,
    lines: () => lines,
  };
}

describe('rules that a start has taken', () => {
  it('are said aloud where their own examples fail, and kept for the morning letter', async () => {
    const current: Current = { office: desk.office, ruleFaults: [] };
    const made = reloading({ kind: 'faulty', message: `${FAULT}\nanother` });

    await tryRulesInForce(current, made);

    expect(current.ruleFaults).toEqual([FAULT, 'another']);
    expect(made.lines().join('\n')).toContain('loket runs on faulty rules');
    expect(made.lines().join('\n')).toContain(FAULT);
  });

  it('are tried once where all is well with them', async () => {
    const current: Current = { office: desk.office, ruleFaults: [] };
    const made = reloading({ kind: 'good', version: desk.office.rulebook.version });

    await tryRulesInForce(current, made);
    await tryRulesInForce(current, made);

    expect(made.tries()).toBe(1);
    expect(current.ruleFaults).toEqual([]);
  });

  it('are no longer spoken of where others have been loaded meanwhile', async () => {
    const current: Current = { office: desk.office, ruleFaults: [] };
    const made = reloading({ kind: 'faulty', message: FAULT });
    const trial = {
      ...made.trial,
      run: async (year: number) => {
        current.office = { ...desk.office, rulebook: { ...desk.office.rulebook, version: 'another' } };
        return made.trial.run(year);
      },
    };

    await tryRulesInForce(current, { ...made, trial });

    expect(current.ruleFaults).toEqual([]);
  });
});
