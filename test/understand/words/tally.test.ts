import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { featureIds } from '../../../src/understand/model/feature-ids.ts';
import { tallyOf } from '../../../src/understand/words/tally.ts';

const feature = fc.oneof(fc.nat(50), fc.nat(2_147_483_647));

describe('ordinals of features', () => {
  it('follow the order in which they came, however many there are', () => {
    fc.assert(
      fc.property(fc.array(feature, { maxLength: 3000 }), (features) => {
        const ids = featureIds();
        const order = [...new Set(features)];

        expect(features.map(ids.add)).toEqual(features.map((one) => order.indexOf(one)));
        expect([...ids.features()]).toEqual(order);
        expect(ids.size()).toBe(order.length);
      }),
      { numRuns: 30 },
    );
  });

  it('are found again from the list of features, others are not', () => {
    const known = Int32Array.from({ length: 5000 }, (_, at) => at * 7 + 3);
    const ids = featureIds(known);

    expect([...known].every((one, at) => ids.idOf(one) === at)).toBe(true);
    expect(ids.idOf(4)).toBe(-1);
    expect(ids.add(4)).toBe(5000);
    expect(ids.idOf(4)).toBe(5000);
    expect(ids.idOf(3)).toBe(0);
  });
});

describe('a tally', () => {
  it('counts each text by itself', () => {
    const texts = fc.array(fc.array(fc.tuple(feature, fc.constantFrom(1, 0.2, 1.5)), { maxLength: 40 }));
    fc.assert(
      fc.property(texts, (told) => {
        const ids = featureIds();
        const tally = tallyOf(ids.add);
        for (const text of told) {
          const counts = tally((count) => text.forEach(([one, weight]) => count(one, weight)));
          const expected = new Map<number, number>();
          for (const [one, weight] of text) expected.set(one, (expected.get(one) ?? 0) + weight);

          expect([...counts.ids]).toEqual([...expected.keys()].map(ids.idOf));
          expect([...counts.times]).toEqual([...expected.values()]);
        }
      }),
    );
  });

  it('leaves out what is not known', () => {
    const tally = tallyOf(featureIds(Int32Array.of(7)).idOf);

    expect([...tally((count) => [8, 7, 7].forEach((one) => count(one, 1))).times]).toEqual([2]);
    expect(tally(() => {}).ids).toHaveLength(0);
  });
});
