import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addRows, scoreLinear, trainLinear, type LinearModel } from '../../../src/understand/model/linear.ts';
import type { Telling } from '../../../src/understand/words/tally.ts';
import { vectorOf, vocabularyOf, type Vector } from '../../../src/understand/model/vocabulary.ts';

const telling =
  (features: ReadonlyMap<number, number>): Telling =>
  (count) =>
    features.forEach((weight, feature) => count(feature, weight));

const SHARED = [
  new Map([
    [1, 1],
    [2, 1],
    [3, 2],
  ]),
  new Map([
    [1, 1],
    [4, 1],
  ]),
  new Map([
    [2, 1],
    [4, 1],
    [5, 4],
    [6, 1],
  ]),
].map(telling);

describe('features that one text alone has', () => {
  it('share a row, the others have one each', () => {
    const { rows, size, ids } = vocabularyOf(SHARED).vocabulary;
    const rowOf = (feature: number): number | undefined => rows[ids.idOf(feature)];

    expect(new Set([1, 2, 4].map(rowOf)).size).toBe(3);
    expect(rowOf(5)).toBe(rowOf(6));
    expect(rowOf(3)).not.toBe(rowOf(5));
    expect(size).toBe(5);
  });

  it('stand in the vector of their text as one, as long as all of them', () => {
    const { vocabulary } = vocabularyOf(SHARED);
    const { rows, values } = vectorOf(
      vocabulary,
      telling(
        new Map([
          [5, 4],
          [6, 1],
        ]),
      ),
    );
    const idf = vocabulary.idf[vocabulary.ids.idOf(5)] ?? 0;

    expect(rows).toHaveLength(1);
    expect(values[0]).toBeCloseTo((Math.sqrt(5) * idf) / Math.sqrt(5 * idf * idf + 12), 5);
  });

  it('say in another text what they have a part in', () => {
    const { vocabulary } = vocabularyOf(SHARED);
    const taught = SHARED.map((features, label) => ({ vector: vectorOf(vocabulary, features), label, weight: 1 }));
    const model = trainLinear(taught, {
      classes: 3,
      rows: vocabulary.size,
      training: { epochs: 4, rate: 9, decay: 0.65 },
    });
    const likeliest = (features: ReadonlyMap<number, number>): number => {
      const scores = [...scoreLinear(model, vectorOf(vocabulary, telling(features)))];
      return scores.indexOf(Math.max(...scores));
    };

    expect(likeliest(new Map([[3, 1]]))).toBe(0);
    expect(likeliest(new Map([[5, 1]]))).toBe(2);
    expect(likeliest(new Map([[6, 1]]))).toBe(2);
  });
});

describe('a text without one known feature', () => {
  it('is an empty vector', () => {
    expect(vectorOf(vocabularyOf(SHARED).vocabulary, telling(new Map([[99, 1]]))).rows).toHaveLength(0);
  });
});

describe('rows of weights that are added several at a time', () => {
  const number = fc.float({ noNaN: true, noDefaultInfinity: true, min: -8, max: 8 });
  const vectors = fc.array(fc.tuple(fc.nat(8), number), { maxLength: 27 }).map((found) => ({
    rows: Int32Array.from(found, ([row]) => row),
    values: Float32Array.from(found, ([, value]) => value),
  }));
  const models = fc
    .array(number, { minLength: 27, maxLength: 27 })
    .map((learnt) => ({ classes: 3, weights: Float32Array.from(learnt), bias: Float32Array.of(0.5, -0.25, 0) }));
  const oneByOne = <Sums extends Float32Array | Float64Array>(sums: Sums, model: LinearModel, vector: Vector): Sums => {
    for (const [at, row] of vector.rows.entries()) {
      for (let name = 0; name < 3; name += 1)
        sums[name] = (sums[name] ?? 0) + (vector.values[at] ?? 0) * (model.weights[row * 3 + name] ?? 0);
    }
    return sums;
  };

  it('teach to the bit what one after the other teaches', () => {
    fc.assert(
      fc.property(vectors, models, (vector, model) => {
        const sums = new Float32Array(3);
        addRows(model, vector, sums);

        expect(sums).toEqual(oneByOne(Float32Array.from(model.bias), model, vector));
      }),
    );
  });

  it('score a text as one after the other does', () => {
    fc.assert(
      fc.property(vectors, models, (vector, model) => {
        const sums = oneByOne(Float64Array.from(model.bias), model, vector);
        const top = Math.max(...sums);
        const all = sums.reduce((total, sum) => total + Math.exp(sum - top), 0);

        const scores = [...scoreLinear(model, vector)];
        for (const [name, sum] of sums.entries())
          expect(scores[name]).toBeCloseTo(Math.log(Math.max(Math.exp(sum - top) / all, 1e-9)), 3);
      }),
    );
  });
});
