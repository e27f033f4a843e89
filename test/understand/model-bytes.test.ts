import { describe, expect, it } from 'vitest';
import type { Rulebook } from '../../src/rulebook/rulebook.ts';
import type { ByteCache } from '../../src/shared/byte-cache.ts';
import { keepLearntIn, lexiconOf } from '../../src/understand/lexicon.ts';
import { featureIds } from '../../src/understand/feature-ids.ts';
import { readModels, writeModels, type Models } from '../../src/understand/model-bytes.ts';
import { rulebook } from './office.ts';

const MODELS: Models = {
  wishes: {
    vocabulary: {
      ids: featureIds(Int32Array.of(2_147_483_647, 7, 9)),
      idf: Float32Array.of(0.5, 1.25, 1.25),
      rows: Int32Array.of(0, 1, 1),
      shares: Float32Array.of(1, 0.75, 0.25),
      size: 2,
    },
    linear: { classes: 3, weights: Float32Array.of(1, 2, 3, 4, 5, 6), bias: Float32Array.of(7, 8, 9) },
  },
  kinds: {
    vocabulary: {
      ids: featureIds(Int32Array.of(3)),
      idf: Float32Array.of(2),
      rows: Int32Array.of(0),
      shares: Float32Array.of(1),
      size: 1,
    },
    linear: { classes: 1, weights: Float32Array.of(-1), bias: Float32Array.of(-3) },
  },
};
const CLASSES = { wishes: 3, kinds: 1 };

/** Two tables of ordinals are alike where they hold the same features in the same order. */
function shown(models: Models | null): unknown {
  const features = ({ vocabulary, linear }: Models['wishes']): unknown => ({
    linear,
    vocabulary: { ...vocabulary, ids: [...vocabulary.ids.features()].map((one) => [one, vocabulary.ids.idOf(one)]) },
  });
  return models && [features(models.wishes), features(models.kinds)];
}

describe('what was learnt, as bytes', () => {
  it('is read back as it was written', () => {
    expect(shown(readModels(writeModels(MODELS), CLASSES))).toEqual(shown(MODELS));
  });

  it('is read wherever the bytes lie in the memory', () => {
    const bytes = writeModels(MODELS);
    const shifted = new Uint8Array(bytes.length + 1);
    shifted.set(bytes, 1);

    expect(shown(readModels(shifted.subarray(1), CLASSES))).toEqual(shown(MODELS));
  });

  it.each<[string, Uint8Array, { readonly wishes: number; readonly kinds: number }]>([
    ['nothing', new Uint8Array(0), CLASSES],
    ['some end missing', writeModels(MODELS).subarray(0, -4), CLASSES],
    ['more than there should be', Uint8Array.of(...writeModels(MODELS), 0, 0, 0, 0), CLASSES],
    ['other classes of wishes', writeModels(MODELS), { wishes: 4, kinds: 1 }],
    ['other classes of kinds', writeModels(MODELS), { wishes: 3, kinds: 2 }],
    ['no number of features', Uint8Array.from(writeModels(MODELS), (byte, at) => (at < 4 ? 255 : byte)), CLASSES],
  ])('is not read from %s', (_, bytes, classes) => {
    expect(readModels(bytes, classes)).toBeNull();
  });
});

describe('a rulebook whose learning is kept', () => {
  const copyOf = (one: Rulebook): Rulebook => ({ ...one, services: [...one.services] });
  const remembering = (): { cache: ByteCache; kept: Map<string, Uint8Array>; asked: string[] } => {
    const kept = new Map<string, Uint8Array>();
    const asked: string[] = [];
    return {
      kept,
      asked,
      cache: {
        get: (key) => {
          asked.push(key);
          return kept.get(key) ?? null;
        },
        set: (key, bytes) => void kept.set(key, bytes),
      },
    };
  };

  it('learns nothing before it is needed, once then, and next time reads the same weights', () => {
    const { cache, kept, asked } = remembering();
    const first = copyOf(rulebook);
    keepLearntIn(cache, first);
    expect(asked).toEqual([]);

    const learnt = lexiconOf(first).learnt;
    expect(kept.size).toBe(1);
    const second = copyOf(rulebook);
    keepLearntIn(cache, second);
    const read = lexiconOf(second).learnt;

    expect(asked).toEqual([asked[0], asked[0]]);
    expect(read.wishes.linear.weights).not.toBe(learnt.wishes.linear.weights);
    expect(Buffer.from(writeModels(read)).equals(Buffer.from(writeModels(learnt)))).toBe(true);
  });

  it('asks by another key when an example changes, and learns anew from bytes that mean nothing', () => {
    const { cache, asked } = remembering();
    const { sentences } = rulebook;
    if (!sentences) throw new Error('the shipped rules have sentences');
    const garbled: ByteCache = { ...cache, get: (key) => (asked.push(key), Uint8Array.of(1, 2, 3)) };
    const same = copyOf(rulebook);
    const changed = {
      ...copyOf(rulebook),
      sentences: { ...sentences, outside: [...sentences.outside, 'pinjam mobil'] },
    };
    keepLearntIn(garbled, same);
    keepLearntIn(garbled, changed);

    expect(lexiconOf(same).learnt.wishes.linear.weights).toEqual(lexiconOf(rulebook).learnt.wishes.linear.weights);
    lexiconOf(changed);
    expect(asked[0]).not.toBe(asked[1]);
  });

  it('shares what was learnt with a copy that differs in its settings only', () => {
    const copy: Rulebook = { ...rulebook, settings: { ...rulebook.settings, confidenceThreshold: 0.9 } };

    expect(lexiconOf(copy).learnt).toBe(lexiconOf(rulebook).learnt);
  });
});
