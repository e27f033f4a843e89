import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { gatheredLines } from '../../src/observe/gathered-lines.ts';
import { makeLog } from '../../src/observe/log.ts';
import type { Log } from '../../src/shared/log.ts';

const LOG = new URL('../../src/observe/log.ts', import.meta.url).href;
const clock = { now: () => Date.parse('2026-11-23T02:00:00Z') };
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'loket-log-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = (): string => join(folder, 'log');
const written = (): readonly string[] => messagesIn(readFileSync(file(), 'utf8'));
const openLog = (): Log => makeLog({ level: 'info', clock, destination: gatheredLines(file()) });

function messagesIn(text: string): readonly string[] {
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.map((line) => (JSON.parse(line) as { readonly msg: string }).msg);
}

/** What a process of its own leaves on standard error. */
function saidBy(program: string): readonly string[] {
  const opening = `const { makeLog } = await import('${LOG}'); const log = makeLog({ level: 'info', clock: { now: () => 0 } });`;
  const { stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', `${opening}\n${program}`]);
  const lines = stderr.toString().split('\n');
  return messagesIn(lines.filter((line) => line.startsWith('{')).join('\n'));
}

describe('lines of the log', () => {
  it('leave together when the turn in which they were written ends', async () => {
    const log = openLog();
    log.info({}, 'one');
    log.info({}, 'two');
    expect(written()).toEqual([]);

    await turn();

    expect(written()).toEqual(['one', 'two']);
  });

  it('that warn leave at once, behind all before them', () => {
    const log = openLog();
    log.info({}, 'one');
    log.warn({}, 'two');

    expect(written()).toEqual(['one', 'two']);
  });

  it('are each written once, in order, over many turns', async () => {
    const log = openLog();
    const said = Array.from({ length: 300 }, (_, index) => `line ${index}`);
    for (const [index, message] of said.entries()) {
      if (index % 50 === 7) log.error({}, message);
      else log.info({}, message);
      if (index % 20 === 3) await turn();
    }
    await turn();

    expect(written()).toEqual(said);
  });

  it.each([
    ['an exit', 'process.exit(1)'],
    ['a fault that nobody catches', "throw new Error('broken')"],
    ['a rejection that nobody hears', "void Promise.reject(new Error('broken')); await new Promise(() => {})"],
    ['its own end', ''],
  ])('are all there after %s', (_, end) => {
    expect(saidBy(`log.info({}, 'one'); log.info({}, 'two'); ${end}`)).toEqual(['one', 'two']);
  });
});
