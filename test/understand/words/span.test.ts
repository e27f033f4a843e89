import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toWords } from '../../../src/understand/words/normalise.ts';
import { findAll, findPhrases, hitsIn, indexPhrases } from '../../../src/understand/words/phrases.ts';
import { spanAt, wholeOf } from '../../../src/understand/words/span.ts';

const text = fc
  .array(
    fc.tuple(
      fc.constantFrom('akun', 'e', 'mail', 'non', 'ks', 'No', 'sandi', 'wifi2'),
      fc.constantFrom(' ', ', ', '-', '. ', '\n\n', '! '),
    ),
    { maxLength: 20 },
  )
  .map((pieces) => pieces.flat().join(''));
const cut = fc.tuple(text, fc.nat(1000), fc.nat(1000)).map(([whole, one, other]): readonly [string, number, number] => {
  const [from = 0, to = 0] = [one, other].toSorted((a, b) => a - b).map((at) => Math.round((at / 1000) * whole.length));
  return [whole, from, to];
});
const abbreviations = { ks: 'kata sandi' };

describe('a span of a text', () => {
  it('has the words of its piece, their sentences counted from its own first', () => {
    fc.assert(
      fc.property(cut, ([whole, from, to]) => {
        const words = toWords(whole, abbreviations);
        const span = spanAt(words, from, to - from);
        if (span === null) return;
        const alone = toWords(whole.slice(from, to), abbreviations).words;
        const within = words.words.slice(span.from, span.to);

        expect(within.map(({ form }) => form)).toEqual(alone.map(({ form }) => form));
        expect(within.map(({ start }) => start - from)).toEqual(alone.map(({ start }) => start));
        expect(within.map(({ sentence }) => sentence - span.zero)).toEqual(alone.map(({ sentence }) => sentence));
      }),
      { numRuns: 500 },
    );
  });

  it('holds the phrases of its piece', () => {
    const options = { compare: 'stem', maxGap: 1, maxHits: 2 } as const;
    const index = indexPhrases(['akun', 'akun sandi', 'e* sandi', 'kata', 'kata akun sandi'], {}, options);
    fc.assert(
      fc.property(cut, ([whole, from, to]) => {
        const words = toWords(whole, abbreviations);
        const span = spanAt(words, from, to - from);
        if (span === null) return;
        const alone = findPhrases(index, toWords(whole.slice(from, to), abbreviations));

        expect([...hitsIn(findAll(index, words), span)]).toEqual([...alone]);
      }),
      { numRuns: 500 },
    );
  });

  it('is none where it ends within a word', () => {
    const words = toWords('reset e-mail saya');

    expect(spanAt(words, 0, 5)).toEqual({ from: 0, to: 1, zero: 0 });
    expect(spanAt(words, 0, 7)).toBeNull();
    expect(spanAt(words, 8, 9)).toBeNull();
    expect(spanAt(words, 0, words.text.length)).toEqual(wholeOf(words));
    expect(spanAt(words, 5, 1)).toEqual({ from: 1, to: 1, zero: 0 });
  });
});
