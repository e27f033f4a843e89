import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakerReason, DEFAULT_BREAKER, type Traffic } from '../../src/send/breaker.ts';

const traffic = (change: Partial<Traffic>): Traffic => ({ letters: 0, mails: 0, refused: 0, sent: 0, ...change });
const isOpen = (change: Partial<Traffic>): boolean => breakerReason(traffic(change), DEFAULT_BREAKER) !== null;

describe('the breaker', () => {
  it.each([
    ['four letters for each mail', { letters: 400, mails: 100 }, false],
    ['one letter more', { letters: 401, mails: 100 }, true],
    ['a handful of letters without a mail', { letters: 19, mails: 0 }, false],
    ['twenty letters without a mail', { letters: 20, mails: 0 }, true],
    ['a fifth refused', { sent: 80, refused: 20 }, false],
    ['more than a fifth refused', { sent: 79, refused: 21 }, true],
    ['all of a few refused', { sent: 0, refused: 19 }, false],
  ] as const)('judges %s', (_name, change, expected) => {
    expect(isOpen(change)).toBe(expected);
  });

  it('never opens on volume: a thousand times as much of a sound traffic stays sound', () => {
    const sound = fc
      .record({
        mails: fc.nat(500),
        ratio: fc.double({ min: 0, max: 4, noNaN: true }),
        sent: fc.nat(500),
        share: fc.double({ min: 0, max: 0.2, noNaN: true }),
      })
      .map(({ mails, ratio, sent, share }) => ({
        mails,
        letters: Math.floor(mails * ratio),
        sent,
        refused: Math.floor((sent * share) / (1 - share)),
      }));
    fc.assert(
      fc.property(sound, fc.integer({ min: 1, max: 1_000 }), ({ mails, letters, sent, refused }, times) => {
        const busy = {
          mails: mails * times,
          letters: letters * times,
          sent: sent * times,
          refused: refused * times,
        };
        expect(isOpen(busy)).toBe(false);
      }),
    );
  });

  it('names the figures that opened it', () => {
    expect(breakerReason(traffic({ letters: 50, mails: 2 }), DEFAULT_BREAKER)).toBe(
      'breaker: 50 letters for 2 received mails within 10 minutes',
    );
    expect(breakerReason(traffic({ sent: 10, refused: 30 }), DEFAULT_BREAKER)).toBe(
      'breaker: 30 of 40 letters refused for good within 10 minutes',
    );
  });
});
