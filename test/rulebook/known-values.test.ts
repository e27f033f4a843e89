import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadRulebook } from '../../src/rulebook/load.ts';
import { readRuleSet } from '../../src/rulebook/rule-set.ts';
import type { ByteCache } from '../../src/shared/byte-cache.ts';
import { formatFault } from '../../src/shared/file-fault.ts';
import { faultsIn, GOOD, inCopy, OPTIONS } from './rule-folder.ts';

const SHIPPED = resolve(import.meta.dirname, '../../rules');

interface Memory extends ByteCache {
  readonly kept: Map<string, Uint8Array>;
}

function memory(): Memory {
  const kept = new Map<string, Uint8Array>();
  return { kept, get: (key) => kept.get(key) ?? null, set: (key, bytes) => void kept.set(key, bytes) };
}

function versions({ kept }: Memory): number {
  return [...kept.keys()].filter((key) => key.startsWith('rules-')).length;
}

/** All that the files say, without the ways back to their places. */
function said(dir: string, cache?: ByteCache): unknown {
  const { ruleSet, faults } = readRuleSet(dir, cache);
  expect(faults).toEqual([]);
  return JSON.parse(JSON.stringify(ruleSet, (key, value: unknown) => (key === 'source' ? undefined : value)));
}

function edit(folder: string, file: string, change: (text: string) => string): void {
  const path = join(folder, file);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}

describe('values of rule files that are kept', () => {
  it.each([SHIPPED, join(SHIPPED, 'kalbar'), GOOD])('say the same as the files: %s', (dir) => {
    const cache = memory();
    const read = said(dir);

    expect(said(dir, cache)).toEqual(read);
    expect(versions(cache)).toBe(1);
    expect(said(dir, cache)).toEqual(read);
  });

  it('give faults of shape the same places as at the first reading', () =>
    inCopy((folder) => {
      edit(folder, 'settings.yaml', (text) => `${text}\nstrange_key: 1\n`);
      edit(folder, 'teams.yaml', (text) => text.replace(/^desk: .*$/m, 'desk: XYZ'));
      const cache = memory();
      const first = faultsIn(folder, { ...OPTIONS, cache });

      expect(first.join('\n')).toContain('strange_key');
      expect(versions(cache)).toBe(1);
      expect(faultsIn(folder, { ...OPTIONS, cache })).toEqual(first);
      expect(first).toEqual(faultsIn(folder));
    }));

  it('are not used for files that have changed', () =>
    inCopy((folder) => {
      const cache = memory();
      loadRulebook(folder, { ...OPTIONS, cache });
      edit(folder, 'settings.yaml', (text) => text.replace(/^reopen_calendar_days: .*$/m, 'reopen_calendar_days: 9'));
      const outcome = loadRulebook(folder, { ...OPTIONS, cache });

      expect(outcome.kind === 'ok' && outcome.rulebook.settings.reopenCalendarDays).toBe(9);
    }));

  it('spare the reading of those files that stayed as they were', () =>
    inCopy((folder) => {
      const cache = memory();
      said(folder, cache);
      const before = JSON.parse(new TextDecoder().decode(cache.kept.get('latest-rules')));
      const marked = before.map(([text, value]: [string, unknown]) => [
        text,
        text.includes('reopen_calendar_days') ? value : null,
      ]);
      cache.kept.set('latest-rules', new TextEncoder().encode(JSON.stringify(marked)));
      edit(folder, 'settings.yaml', (text) => text.replace(/^reopen_calendar_days: .*$/m, 'reopen_calendar_days: 9'));

      const faults = faultsIn(folder, { ...OPTIONS, cache }).join('\n');
      expect(faults).toContain('teams.yaml');
      expect(faults).not.toContain('settings.yaml');
    }));

  it('are not kept of files that cannot be read as YAML', () =>
    inCopy((folder) => {
      edit(folder, 'settings.yaml', (text) => `${text}\n  : [\n`);
      const cache = memory();

      expect(faultsIn(folder, { ...OPTIONS, cache }).join('\n')).toContain('not readable as YAML');
      expect(cache.kept.size).toBe(0);
    }));

  it('are not kept where they could not be written down exactly', () =>
    inCopy((folder) => {
      edit(folder, 'settings.yaml', (text) =>
        text.replace(/^confidence_threshold: .*$/m, 'confidence_threshold: .inf'),
      );
      const cache = memory();
      faultsIn(folder, { ...OPTIONS, cache });

      expect(cache.kept.size).toBe(0);
    }));

  it.each(['', 'no JSON', '{"a":1}', '[1]'])('are read anew where what was kept means nothing: %j', (garbage) => {
    const cache: ByteCache = { get: () => new TextEncoder().encode(garbage), set: () => undefined };
    const outcome = loadRulebook(GOOD, { ...OPTIONS, cache });

    expect(outcome.kind === 'ok' ? [] : outcome.faults.map(formatFault)).toEqual([]);
  });
});
