import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { uidSet } from '../../src/receive/uid-set.ts';

const expand = (set: string): number[] =>
  set.split(',').flatMap((part) => {
    const [first = 0, last = first] = part.split(':').map(Number);
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });

describe('uid set', () => {
  it('writes runs short', () => {
    expect(uidSet([7, 1, 2, 3, 9, 10])).toBe('1:3,7,9:10');
  });

  it('names exactly the given UIDs', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1 }), (uids) => {
        expect(expand(uidSet(uids))).toEqual([...uids].sort((a, b) => a - b));
      }),
    );
  });
});
