import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toWords, type Words } from '../../../src/understand/words/normalise.ts';
import { findPhrases, indexPhrases, type Hit } from '../../../src/understand/words/phrases.ts';

const WORDS = ['akun', 'email', 'emailnya', 'reset', 'mereset', 'sandi', 'vpn', 'vpnku', 'zoom'];
const phrase = fc
  .array(fc.constantFrom('akun', 'email', 'reset', 'sandi', 'vpn*', 'em*', 'zoom', 'vpn'), {
    minLength: 1,
    maxLength: 3,
  })
  .map((words) => words.join(' '));
const text = fc
  .array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(' ', ' ', ' ', ', ', '. ')), { maxLength: 25 })
  .map((pieces) => pieces.flat().join(''));
const options = fc.record({
  compare: fc.constantFrom('stem' as const, 'form' as const),
  maxGap: fc.integer({ min: 0, max: 2 }),
  maxHits: fc.integer({ min: 1, max: 4 }),
});
type Options = typeof options extends fc.Arbitrary<infer Value> ? Value : never;

/** Every phrase at every word by itself, as slow as it is plain. */
function oneByOne(phrases: readonly string[], words: Words, { compare, maxGap, maxHits }: Options): unknown {
  const found = phrases.map((phrase) => {
    const parts = phrase
      .split(' ')
      .map((part) => (part.endsWith('*') ? part : (toWords(part).words[0]?.[compare] ?? '')));
    const fits = (part: string, at: number): boolean => {
      const word = words.words[at];
      if (word === undefined) return false;
      return part.endsWith('*') ? word.form.startsWith(part.slice(0, -1)) : word[compare] === part;
    };
    const endsFrom = (at: number, rest: readonly string[]): number[] => {
      const [next, ...others] = rest;
      if (next === undefined) return [at];
      return Array.from({ length: maxGap + 1 }, (_, gap) => at + 1 + gap)
        .filter((to) => fits(next, to) && words.words[to]?.sentence === words.words[at]?.sentence)
        .flatMap((to) => endsFrom(to, others));
    };
    const hits = words.words.flatMap((_, first): Hit[] => {
      const ends = fits(parts[0] ?? '', first) ? endsFrom(first, parts.slice(1)) : [];
      const last = Math.min(...ends);
      return ends.length === 0 ? [] : [{ phrase, first, last, adjacent: last - first + 1 === parts.length }];
    });
    return [phrase, hits.slice(0, maxHits)] as const;
  });
  return Object.fromEntries(found.filter(([, hits]) => hits.length > 0));
}

describe('finding phrases', () => {
  it('finds what trying every phrase at every word finds', () => {
    fc.assert(
      fc.property(fc.uniqueArray(phrase, { maxLength: 12 }), text, options, (phrases, written, chosen) => {
        const words = toWords(written);
        const hits = findPhrases(indexPhrases(phrases, {}, chosen), words);
        expect(Object.fromEntries(hits)).toEqual(oneByOne(phrases, words, chosen));
      }),
      { numRuns: 400 },
    );
  });

  it('tells phrases in the order of the text, and those that begin with one word in the order of the files', () => {
    const phrases = ['sandi', 'reset email sandi', 'reset', 're*', 'reset sandi', 'email'];
    const index = indexPhrases(phrases, {}, { compare: 'form', maxGap: 2, maxHits: 6 });
    expect([...findPhrases(index, toWords('reset email sandi')).keys()]).toEqual([
      'reset email sandi',
      'reset',
      'reset sandi',
      're*',
      'email',
      'sandi',
    ]);
  });

  it('sees no phrase over the end of a sentence', () => {
    const index = indexPhrases(['reset sandi'], {}, { compare: 'form', maxGap: 2, maxHits: 6 });
    expect(findPhrases(index, toWords('Tolong direset. Sandi saya lupa, mohon reset. Sandi')).size).toBe(0);
  });

  it('writes out abbreviations of the text and of the phrase alike', () => {
    const abbreviations = { ks: 'kata sandi' };
    const index = indexPhrases(['reset ks'], abbreviations, { compare: 'form', maxGap: 0, maxHits: 6 });
    expect([...findPhrases(index, toWords('reset kata sandi', abbreviations)).values()].flat()).toEqual([
      { phrase: 'reset ks', first: 0, last: 2, adjacent: true },
    ]);
  });
});
