import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { DEFAULT_RETRY_SCHEDULE, nextAttempt, waitAfter } from '../../src/send/retry-schedule.ts';
import { DAY, HOUR, MINUTE } from '../../src/shared/time.ts';

const attempt = fc.record({
  now: fc.integer({ min: 0, max: 10 * DAY }),
  createdAt: fc.constant(0),
  attempts: fc.integer({ min: 1, max: 200 }),
  chance: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
});

it.each([
  [1, 10_000],
  [2, 30_000],
  [3, MINUTE],
  [4, 2 * MINUTE],
  [5, 5 * MINUTE],
  [6, 15 * MINUTE],
  [7, 30 * MINUTE],
  [8, HOUR],
  [9, HOUR],
  [70, HOUR],
])('waits, after failed attempt %i, %i ms where chance is even', (attempts, wait) => {
  expect(nextAttempt(DEFAULT_RETRY_SCHEDULE, { now: 5, createdAt: 0, attempts, chance: 0.5 })).toBe(5 + wait);
});

it('gives up at three days and not a millisecond earlier', () => {
  const at = (now: number) => nextAttempt(DEFAULT_RETRY_SCHEDULE, { now, createdAt: 0, attempts: 80, chance: 0.5 });

  expect(at(3 * DAY - 1)).toBe(3 * DAY - 1 + HOUR);
  expect(at(3 * DAY)).toBeNull();
});

it('never plans an attempt for the past, nor further away than the longest wait and its jitter', () => {
  fc.assert(
    fc.property(attempt, (failed) => {
      const next = nextAttempt(DEFAULT_RETRY_SCHEDULE, failed);
      expect(next === null).toBe(failed.now >= 3 * DAY);
      expect(next ?? Infinity).toBeGreaterThan(failed.now);
      expect(next ?? 0).toBeLessThanOrEqual(failed.now + HOUR * 1.2);
    }),
  );
});

it('never waits less after a later attempt', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 50 }), (attempts) => {
      const wait = (count: number) => waitAfter(DEFAULT_RETRY_SCHEDULE, { attempts: count, chance: 0.5 });
      expect(wait(attempts + 1)).toBeGreaterThanOrEqual(wait(attempts));
    }),
  );
});
