import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexConcepts } from '../../../src/understand/model/concepts.ts';
import { ownFeatures, tellFeatures, tellWords } from '../../../src/understand/model/features.ts';
import { trainModel } from '../../../src/understand/model/learn.ts';
import { scoreLinear } from '../../../src/understand/model/linear.ts';
import { scoreSpans, type Part } from '../../../src/understand/model/score-spans.ts';
import { seenBy } from '../../../src/understand/model/seen.ts';
import { vectorOf } from '../../../src/understand/model/vocabulary.ts';
import { toWords, type Words } from '../../../src/understand/words/normalise.ts';
import { wholeOf } from '../../../src/understand/words/span.ts';

const TAUGHT = [
  'mohon reset kata sandi email saya',
  'mohon pembuatan akun email baru untuk pegawai',
  'printer di lantai dua rusak dan tidak bisa mencetak',
  'pasang aplikasi pada laptop pegawai baru',
  'akun saya terkunci karena lupa sandi',
  'jaringan di lantai dua lambat',
];
const none = indexConcepts({ concepts: {}, abbreviations: {} });
const model = trainModel(
  TAUGHT.map((text, label) => ({
    features: (count) => tellFeatures(toWords(text), none, count),
    label: label % 3,
    weight: 1,
  })),
  3,
);
const text = fc
  .array(fc.constantFrom(...TAUGHT.flatMap((one) => one.split(' ')), 'akunnya', 'mereset', '2026', 'bumerang'), {
    maxLength: 30,
  })
  .map((words) => words.join(' '));

function partOf(words: Words, times = 1): Part {
  const most = words.words.length;
  const seen = seenBy(model, words, ownFeatures, (count) => tellWords(words, count, { most }));
  return { seen, span: wholeOf(words), times, beside: () => {} };
}

/** Each feature by itself. */
function oneByOne(...texts: readonly (readonly [Words, number])[]): readonly number[] {
  const vector = vectorOf(model.vocabulary, (count) => {
    for (const [words, times] of texts) tellWords(words, count, { times });
  });
  return [...scoreLinear(model.linear, vector)];
}

describe('scores of spans', () => {
  it('are those of all features told one by one', () => {
    fc.assert(
      fc.property(text, (written) => {
        const words = toWords(written);
        const scores = [...scoreSpans(model, [partOf(words)])];

        oneByOne([words, 1]).forEach((score, at) => expect(scores[at]).toBeCloseTo(score, 4));
      }),
    );
  });

  it('count a heading more, be it of the same text or of another', () => {
    fc.assert(
      fc.property(text, text, (written, title) => {
        const [words, heading] = [toWords(`${title}. ${written}`), toWords(title)];
        const part = partOf(words);
        const within = { ...part, span: { from: 0, to: heading.words.length, zero: 0 }, times: 1.2 };
        const expected = oneByOne([words, 1], [heading, 1.2]);
        for (const again of [within, partOf(heading, 1.2)]) {
          const scores = [...scoreSpans(model, [part, again])];

          expected.forEach((score, at) => expect(scores[at]).toBeCloseTo(score, 4));
        }
      }),
    );
  });

  it('of a span are those of its words alone', () => {
    fc.assert(
      fc.property(text, text, text, (before, written, after) => {
        const words = toWords(`${before} ${written} ${after}`);
        const [from, alone] = [toWords(before).words.length, toWords(written)];
        const span = { from, to: from + alone.words.length, zero: 0 };
        const scores = [...scoreSpans(model, [{ ...partOf(words), span }])];

        oneByOne([alone, 1]).forEach((score, at) => expect(scores[at]).toBeCloseTo(score, 4));
      }),
    );
  });
});
