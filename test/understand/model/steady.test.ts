import { describe, expect, it } from 'vitest';
import { scoreLinear } from '../../../src/understand/model/linear.ts';
import { trainSteadily, type Lesson, type Remembered } from '../../../src/understand/model/steady.ts';

const ROWS = 12;
const lesson: Lesson = {
  classes: 3,
  rows: ROWS,
  training: { passes: 4, first: 1, rate: 4, enough: 0.97, sharpness: 1.6 },
  kin: [],
};

/** Each class has rows of its own, and one that all have. */
const texts: readonly Remembered[] = Array.from({ length: 60 }, (_, at) => {
  const label = at % 3;
  return {
    text: `kalimat ${at}`,
    label,
    weight: 1,
    vector: {
      rows: Int32Array.of(label, 3 + label + 3 * (at % 2), 11),
      values: Float32Array.of(0.6, 0.6, 0.3),
    },
  };
});
const probabilities = (taught: readonly Remembered[], vector = texts[0]?.vector): readonly number[] =>
  vector ? [...scoreLinear(trainSteadily(taught, lesson), vector)].map(Math.exp) : [];

describe('weights that are learnt steadily', () => {
  it('are the same whatever order the texts stand in', () => {
    expect(trainSteadily(texts.toReversed(), lesson)).toEqual(trainSteadily(texts, lesson));
  });

  it('hardly change when a text is left out', () => {
    const [all = 0] = probabilities(texts);
    const [fewer = 0] = probabilities(texts.filter((_, at) => at !== 7));

    expect(Math.abs(all - fewer)).toBeLessThan(0.005);
  });

  it('tell the classes apart', () => {
    for (const { vector, label } of texts.slice(0, 6)) expect(probabilities(texts, vector)[label]).toBeGreaterThan(0.9);
  });

  it('give a class something of what its kin learn', () => {
    const told = (kin: Lesson['kin']): number =>
      scoreLinear(trainSteadily(texts, { ...lesson, kin }), {
        rows: Int32Array.of(1),
        values: Float32Array.of(0.3),
      })[2] ?? 0;

    expect(told([{ groups: [0, 1, 1], share: 0.3 }])).toBeGreaterThan(told([]));
  });
});
