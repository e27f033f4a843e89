import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endOfWord, nextWord } from '../../../src/understand/papers/letters.ts';

function wordsIn(text: string): readonly string[] {
  const words: string[] = [];
  for (let start = nextWord(text, 0); start < text.length; start = nextWord(text, endOfWord(text, start)))
    words.push(text.slice(start, endOfWord(text, start)));
  return words;
}

describe('words of a text', () => {
  it.each<[string, readonly string[]]>([
    ['', []],
    [' .,! ', []],
    ['Mohon reset,e-mail', ['Mohon', 'reset', 'e', 'mail']],
    ['2 (dua) akun', ['2', 'dua', 'akun']],
    ['kopi☕☕pagi', ['kopi', '☕', '☕', 'pagi']],
    ['👍🏽 ok', ['👍', 'ok']],
    ['e\u0301lan ۳ 漢字', ['e\u0301lan', '۳', '漢字']],
    ['\ud800lone', ['lone']],
  ])('“%s” are %j', (text, words) => {
    expect(wordsIn(text)).toEqual(words);
  });

  it('are those of the Unicode classes, whatever stands there', () => {
    const word = /[\p{L}\p{M}\p{N}]+|\p{Extended_Pictographic}/gu;
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.string()), (text) => {
        expect(wordsIn(text)).toEqual([...text.matchAll(word)].map(([found]) => found));
      }),
    );
  });
});
