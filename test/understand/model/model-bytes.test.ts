import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rulebook } from '../../../src/rulebook/rulebook.ts';
import type { ByteCache } from '../../../src/shared/byte-cache.ts';
import { keepLearntIn, lexiconOf } from '../../../src/understand/classify/lexicon.ts';
import { featureIds } from '../../../src/understand/model/feature-ids.ts';
import { readModel, writeModel, type Model } from '../../../src/understand/model/model-bytes.ts';
import { rulebook } from '../office.ts';

const MODEL: Model = {
  vocabulary: {
    ids: featureIds(Int32Array.of(2_147_483_647, 7, 9)),
    idf: Float32Array.of(0.5, 1.25, 1.25),
    rows: Int32Array.of(0, 1, 1),
    shares: Float32Array.of(1, 0.75, 0.25),
    size: 2,
  },
  linear: { classes: 3, weights: Float32Array.of(1, 2, 3, 4, 5, 6), bias: Float32Array.of(7, 8, 9) },
};

/** Two tables of ordinals are alike where they hold the same features in the same order. */
function shown(model: Model | null): unknown {
  if (model === null) return null;
  const { vocabulary, linear } = model;
  const ids = [...vocabulary.ids.features()].map((feature) => [feature, vocabulary.ids.idOf(feature)]);
  return { linear, vocabulary: { ...vocabulary, ids } };
}

describe('what was learnt, as bytes', () => {
  it('is read back as it was written', () => {
    expect(shown(readModel(writeModel(MODEL), 3))).toEqual(shown(MODEL));
  });

  it('is read back whichever weights are 0, which take no room', () => {
    const weight = fc.oneof(
      fc.constant(0),
      fc.constant(0),
      fc.float({ noNaN: true }).filter((one) => one !== 0),
    );
    fc.assert(
      fc.property(fc.array(weight, { minLength: 60, maxLength: 60 }), (weights) => {
        const vocabulary = { ...MODEL.vocabulary, size: 20 };
        const model = { vocabulary, linear: { ...MODEL.linear, weights: Float32Array.from(weights) } };
        const bytes = writeModel(model);

        expect(shown(readModel(bytes, 3))).toEqual(shown(model));
        expect(bytes.length).toBe(4 * (4 + 4 * 3 + 2 + weights.filter((one) => one !== 0).length + 3));
      }),
    );
  });

  it('is read wherever the bytes lie in the memory', () => {
    const bytes = writeModel(MODEL);
    const shifted = new Uint8Array(bytes.length + 1);
    shifted.set(bytes, 1);

    expect(shown(readModel(shifted.subarray(1), 3))).toEqual(shown(MODEL));
  });

  it.each<[string, Uint8Array, number]>([
    ['nothing', new Uint8Array(0), 3],
    ['some end missing', writeModel(MODEL).subarray(0, -4), 3],
    ['half a number missing', writeModel(MODEL).subarray(0, -2), 3],
    ['more than there should be', Uint8Array.of(...writeModel(MODEL), 0, 0, 0, 0), 3],
    ['a mark without its weight', Uint8Array.from(writeModel(MODEL), (byte, at) => (at === 64 ? 0xff : byte)), 3],
    ['a weight without its mark', Uint8Array.from(writeModel(MODEL), (byte, at) => (at === 64 ? 1 : byte)), 3],
    ['other classes', writeModel(MODEL), 4],
    ['no number of features', Uint8Array.from(writeModel(MODEL), (byte, at) => (at < 4 ? 255 : byte)), 3],
  ])('is not read from %s', (_, bytes, classes) => {
    expect(readModel(bytes, classes)).toBeNull();
  });
});

/** The shipped rules with a few sentences of each sort: what is kept and asked for hangs on no number of sentences, and each test learns anew. */
function withFewSentences({ sentences, ...rules }: Rulebook): Rulebook {
  if (!sentences) throw new Error('the shipped rules have sentences');
  const few = <Key>(texts: ReadonlyMap<Key, readonly string[]>): ReadonlyMap<Key, readonly string[]> =>
    new Map([...texts].map(([key, all]) => [key, all.slice(0, 2)]));
  const others = [...sentences.others].map(
    ([kind, byService]) => [kind, Object.fromEntries(few(new Map(Object.entries(byService))))] as const,
  );
  return {
    ...rules,
    sentences: {
      ...sentences,
      requests: few(sentences.requests),
      others: new Map(others),
      outside: sentences.outside.slice(0, 20),
      irrelevant: sentences.irrelevant.slice(0, 20),
    },
  };
}

describe('a rulebook whose learning is kept', () => {
  const copyOf = (one: Rulebook): Rulebook => ({ ...one, services: [...one.services] });
  const small = withFewSentences(rulebook);
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
    const first = copyOf(small);
    keepLearntIn(cache, first);
    expect(asked).toEqual([]);

    const learnt = lexiconOf(first).learnt;
    expect([...kept.keys()].map((key) => key.replace(/-.*/, ''))).toEqual(['wishes', 'kinds']);
    const second = copyOf(small);
    keepLearntIn(cache, second);
    const read = lexiconOf(second).learnt;

    expect(asked.slice(2)).toEqual(asked.slice(0, 2));
    expect(read.wishes.linear.weights).not.toBe(learnt.wishes.linear.weights);
    expect(Buffer.from(writeModel(read.wishes)).equals(Buffer.from(writeModel(learnt.wishes)))).toBe(true);
    expect(Buffer.from(writeModel(read.kinds)).equals(Buffer.from(writeModel(learnt.kinds)))).toBe(true);
  });

  it('asks by another key when an example changes, and learns anew from bytes that mean nothing', () => {
    const { cache, asked } = remembering();
    const { sentences } = small;
    if (!sentences) throw new Error('the shipped rules have sentences');
    const garbled: ByteCache = { ...cache, get: (key) => (asked.push(key), Uint8Array.of(1, 2, 3)) };
    const same = copyOf(small);
    const changed = {
      ...copyOf(small),
      sentences: { ...sentences, outside: [...sentences.outside, 'pinjam mobil'] },
    };
    keepLearntIn(garbled, same);
    keepLearntIn(garbled, changed);

    expect(lexiconOf(same).learnt.wishes.linear.weights).toEqual(lexiconOf(small).learnt.wishes.linear.weights);
    lexiconOf(changed);
    expect(asked).toHaveLength(4);
    expect(new Set(asked).size).toBe(4);
  });

  it('learns anew only what a changed rule has a part in', () => {
    const { cache, asked } = remembering();
    const meanings = Object.entries(rulebook.concepts ?? {});
    const fewer = { ...copyOf(small), concepts: Object.fromEntries(meanings.slice(1)) };
    const same = copyOf(small);
    const reworded = { ...copyOf(small), replies: {}, incidents: [], settings: { ...rulebook.settings } };
    const { sentences } = small;
    const questions = Object.entries(sentences?.others.get('question') ?? {});
    const moved = questions.map(([service, texts]) => [service === 'ITSM.20' ? 'ITSM.19b' : service, texts] as const);
    const others = new Map(sentences?.others).set('question', Object.fromEntries(moved));
    const sorted = { ...copyOf(small), ...(sentences && { sentences: { ...sentences, others } }) };
    for (const one of [same, reworded, fewer, sorted]) {
      keepLearntIn(cache, one);
      lexiconOf(one);
    }
    const [first, second, third] = [asked.slice(0, 2), asked.slice(2, 4), asked.slice(4, 6)];

    expect(second).toEqual(first);
    expect(third[0]).not.toBe(first[0]);
    expect(third[1]).not.toBe(first[1]);
    expect(asked[6]).not.toBe(first[0]);
    expect(asked[7]).toBe(first[1]);
  });

  it('shares what was learnt with a copy that differs in its settings only', () => {
    const copy: Rulebook = { ...small, settings: { ...rulebook.settings, confidenceThreshold: 0.9 } };

    expect(lexiconOf(copy).learnt).toBe(lexiconOf(small).learnt);
  });
});
