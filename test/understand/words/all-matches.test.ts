import { describe, expect, it } from 'vitest';
import { allMatches } from '../../../src/understand/words/all-matches.ts';

describe('all matches of a pattern', () => {
  it.each([
    ['Mohon akses, reset sandi; terima kasih.', /[,;.]/g],
    ['satu dan dua dan tiga', /(?= dan )/g],
    ['aaa', /a*?/g],
    ['😀a😀', /(?:)/gu],
    ['😀a😀', /(?:)/g],
    ['S-451 dan S-452', /s-(\d+)/gi],
    ['', /x*/g],
  ])('of “%s” are those that the language finds', (text, pattern) => {
    const found = allMatches(text, pattern);

    const expected = [...text.matchAll(pattern)];
    expect(found.map((match) => [match.index, ...match])).toEqual(expected.map((match) => [match.index, ...match]));
  });

  it('are no more than asked for', () => {
    const pattern = /\d/g;

    expect(allMatches('1 2 3', pattern, 2).map(([digit]) => digit)).toEqual(['1', '2']);
    expect(pattern.lastIndex).toBe(0);
  });

  it('begin anew with every text', () => {
    const pattern = /\d/g;

    expect(allMatches('1 2', pattern)).toHaveLength(2);
    expect(allMatches('3', pattern)).toHaveLength(1);
  });
});
