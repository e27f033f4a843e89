import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backoffMs, DEFAULT_BACKOFF } from '../../src/receive/backoff.ts';

describe('backoff', () => {
  it('doubles its bound with each failure up to the cap', () => {
    const bounds = [1, 2, 3, 6, 7, 1000].map((failures) => backoffMs(failures, 1, DEFAULT_BACKOFF));

    expect(bounds).toEqual([1000, 2000, 4000, 32_000, 60_000, 60_000]);
  });

  it('never waits less than nothing or more than the cap', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (failures, chance) => {
          const wait = backoffMs(failures, chance, DEFAULT_BACKOFF);

          expect(wait).toBeGreaterThanOrEqual(0);
          expect(wait).toBeLessThanOrEqual(DEFAULT_BACKOFF.capMs);
        },
      ),
    );
  });
});
