import { fork } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { makeProcessPool } from '../../src/isolate/process-pool.ts';
import type { IsolatedPool } from '../../src/isolate/pool.ts';
import type { WorkerLimits } from '../../src/isolate/worker.ts';

const MIB = 1024 * 1024;
const ENTRY = new URL('sample-worker.ts', import.meta.url);
type Pool = IsolatedPool<readonly unknown[], unknown>;

let pool: Pool | undefined;
const open = (processes = 1, limits: WorkerLimits = { timeMs: 20_000, memoryBytes: 150 * MIB }): Pool => {
  pool = makeProcessPool({ entry: ENTRY, processes, limits });
  return pool;
};
const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

afterEach(async () => {
  await pool?.close();
  pool = undefined;
});

describe('process pool', () => {
  it('answers with what the job returned, Buffers included', async () => {
    const value = { text: 'é', list: [1, null], bytes: Buffer.from('abc') };

    expect(await open().run(['echo', value])).toEqual({ kind: 'ok', value });
  });

  it('tells what a job threw and keeps the process', async () => {
    const pool = open();
    const before = await pool.run(['pid']);

    expect(await pool.run(['throw'])).toEqual({ kind: 'threw', message: 'as told' });
    expect(await pool.run(['pid'])).toEqual(before);
  });

  it('starts one process before the first job where it is warmed', async () => {
    const pool = open();
    pool.warm();
    pool.warm();
    const running = process.getActiveResourcesInfo().filter((name) => name === 'ProcessWrap').length;

    expect(running).toBe(1);
    expect(await pool.run(['echo', 1])).toEqual({ kind: 'ok', value: 1 });
  });

  it('keeps no idle process where none is wanted', async () => {
    pool = makeProcessPool({
      entry: ENTRY,
      processes: 1,
      limits: { timeMs: 20_000, memoryBytes: 150 * MIB },
      mostIdle: 0,
    });
    const first = await pool.run(['pid']);
    const pid = first.kind === 'ok' ? Number(first.value) : 0;

    await expect.poll(() => isAlive(pid)).toBe(false);
  });

  it('kills an endless loop at its time limit and serves the jobs behind it', async () => {
    const pool = open(1, { timeMs: 300, memoryBytes: 150 * MIB });

    const outcomes = await Promise.all([pool.run(['loop']), pool.run(['echo', 1])]);

    expect(outcomes).toEqual([
      { kind: 'died', why: 'time' },
      { kind: 'ok', value: 1 },
    ]);
  });

  it('kills a job at its limit of CPU time, and none that only waits', async () => {
    const pool = open(1, { timeMs: 20_000, cpuMs: 300, memoryBytes: 150 * MIB });

    expect(await pool.run(['wait', 800])).toEqual({ kind: 'ok', value: 800 });
    expect(await pool.run(['loop'])).toEqual({ kind: 'died', why: 'time' });
  });

  it('serves other jobs beside an endless loop', async () => {
    const pool = open(2, { timeMs: 3000, memoryBytes: 150 * MIB });
    await Promise.all([pool.run(['wait', 20]), pool.run(['wait', 20])]);
    const order: string[] = [];

    const loop = pool.run(['loop']).then(() => order.push('loop'));
    await Promise.all([1, 2, 3].map(async (n) => order.push(JSON.stringify(await pool.run(['echo', n])))));
    await loop;

    expect(order).toEqual([1, 2, 3].map((n) => `{"kind":"ok","value":${n}}`).concat('loop'));
  });

  it('kills a job whose Buffers outgrow its memory', async () => {
    const pool = open(1, { timeMs: 20_000, memoryBytes: 60 * MIB });

    expect(await pool.run(['buffers'])).toEqual({ kind: 'died', why: 'memory' });
    expect(await pool.run(['echo', 'next'])).toEqual({ kind: 'ok', value: 'next' });
  });

  it('calls a heap that overflows a death by memory', async () => {
    expect(await open(1, { timeMs: 20_000, memoryBytes: 80 * MIB }).run(['heap'])).toEqual({
      kind: 'died',
      why: 'memory',
    });
  });

  it('survives a child that ends by itself', async () => {
    const pool = open();

    expect(await pool.run(['exit'])).toEqual({ kind: 'died', why: 'crash' });
    expect(await pool.run(['echo', 2])).toEqual({ kind: 'ok', value: 2 });
  });

  it('keeps a process that has room left', async () => {
    const pool = open(1, { timeMs: 20_000, memoryBytes: 100 * MIB });
    const first = await pool.run(['keep', 50 * MIB]);

    expect(first.kind).toBe('ok');
    expect(await pool.run(['pid'])).toEqual(first);
  });

  it('gives the program its arguments', async () => {
    pool = makeProcessPool({
      entry: ENTRY,
      args: ['a', 'b c'],
      processes: 1,
      limits: { timeMs: 20_000, memoryBytes: MIB * 150 },
    });

    expect(await pool.run(['args'])).toEqual({ kind: 'ok', value: ['a', 'b c'] });
  });

  it('replaces a process that has kept too much memory', async () => {
    const pool = open(1, { timeMs: 20_000, memoryBytes: 100 * MIB });
    const first = await pool.run(['keep', 80 * MIB]);

    expect(first.kind).toBe('ok');
    expect(await pool.run(['pid'])).not.toEqual(first);
  });

  it('runs no more jobs at once than it has processes, in the order given', async () => {
    const pool = open(2);
    const ended: unknown[] = [];

    const jobs = [300, 10, 20, 30].map((ms) => pool.run(['wait', ms]).then(() => ended.push(ms)));
    await Promise.all(jobs);

    expect(ended).toEqual([10, 20, 30, 300]);
  });

  it('hides the environment of the parent from the child', async () => {
    process.env['LOKET_IMAP_PASSWORD'] = 'rahasia';

    const outcome = await open().run(['env']);

    delete process.env['LOKET_IMAP_PASSWORD'];
    expect(outcome.kind === 'ok' && outcome.value).not.toContain('LOKET_IMAP_PASSWORD');
    expect(outcome.kind === 'ok' && outcome.value).not.toContain('HOME');
  });

  it('leaves a child alone that the stop signal of its group reaches', async () => {
    const pool = open();
    const outcome = await pool.run(['pid']);
    const pid = outcome.kind === 'ok' ? Number(outcome.value) : 0;

    process.kill(pid, 'SIGTERM');
    process.kill(pid, 'SIGINT');

    expect(await pool.run(['pid'])).toEqual({ kind: 'ok', value: pid });
  });

  it.runIf(process.platform === 'linux')(
    'bounds the CPU time of a child whose parent cannot end it any more',
    async () => {
      const outcome = await open().run(['limits']);

      expect(outcome.kind === 'ok' && outcome.value).toMatch(/^Max cpu time\s+900\s+900\s+seconds/m);
    },
  );

  it('ends the jobs under way when it closes', async () => {
    const pool = open();
    const outcomes = [pool.run(['loop']), pool.run(['echo', 1])];
    await new Promise((resolve) => setTimeout(resolve, 400));

    await pool.close();

    expect(await Promise.all(outcomes)).toEqual([
      { kind: 'died', why: 'crash' },
      { kind: 'died', why: 'crash' },
    ]);
    expect(await pool.run(['echo', 1])).toEqual({ kind: 'died', why: 'crash' });
  });

  it('lets a parent end that has not closed it, and its children end with a parent that is killed', async () => {
    const parent = fork(new URL('sample-parent.ts', import.meta.url), { serialization: 'advanced', execArgv: [] });
    const [pid] = (await once(parent, 'message')) as [number];
    expect(isAlive(pid)).toBe(true);

    parent.kill('SIGKILL');
    await once(parent, 'exit');

    await expect.poll(() => isAlive(pid), { timeout: 5000 }).toBe(false);
  });
});
