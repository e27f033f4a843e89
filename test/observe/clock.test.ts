import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestClock, systemClock } from '../../src/observe/clock.ts';
import { HOUR } from '../../src/shared/time.ts';

const MONDAY = Date.parse('2026-11-23T02:00:00Z');
let folder = '';
let file = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'loket-clock-'));
  file = join(folder, 'now');
});

afterEach(() => rmSync(folder, { recursive: true }));

function write(text: string, secondsAgo = 0): void {
  writeFileSync(file, text);
  const writtenAt = Date.now() / 1_000 - secondsAgo;
  utimesSync(file, writtenAt, writtenAt);
}

describe('the test clock', () => {
  it('takes the instant of the file as the time when it was written, and runs on from there', () => {
    write('2026-11-23T09:00:00+07:00\n', 60);

    const passed = openTestClock(file).now() - MONDAY;

    expect(passed).toBeGreaterThanOrEqual(60_000);
    expect(passed).toBeLessThan(62_000);
  });

  it('runs as fast as time does', async () => {
    write('2026-11-23T02:00:00Z');
    const clock = openTestClock(file);
    const before = clock.now();

    await sleep(100);

    expect(clock.now() - before).toBeGreaterThanOrEqual(99);
    expect(clock.now() - before).toBeLessThan(2_000);
  });

  it('is moved by a changed file within a second, forward and back', async () => {
    write('2026-11-23T02:00:00Z');
    const clock = openTestClock(file);

    write('2026-11-23T12:00:00Z');
    await expect.poll(() => clock.now() - MONDAY, { timeout: 1_000 }).toBeGreaterThanOrEqual(10 * HOUR);
    write('2026-11-22T02:00:00Z');

    await expect.poll(() => clock.now() - MONDAY, { timeout: 1_000 }).toBeLessThan(0);
  });

  it('keeps its time while the file is gone or half written', async () => {
    write('2026-11-23T02:00:00Z');
    const clock = openTestClock(file);

    write('2026-11-2');
    await sleep(300);
    const halfWritten = clock.now() - MONDAY;
    rmSync(file);
    await sleep(300);

    expect(halfWritten).toBeLessThan(5_000);
    expect(clock.now() - MONDAY).toBeGreaterThan(halfWritten);
  });

  it.each(['', 'tomorrow', '2026-11-23', '2026-11-23T09:00:00'])('refuses to start on %j', (text) => {
    write(text);

    expect(() => openTestClock(file)).toThrow(expect.objectContaining({ code: 'E_CONFIG' }));
  });

  it('refuses to start without its file', () => {
    expect(() => openTestClock(file)).toThrow(expect.objectContaining({ code: 'E_CONFIG' }));
  });
});

it('the clock of the system tells the time of the system', () => {
  expect(Math.abs(systemClock.now() - Date.now())).toBeLessThan(100);
});
