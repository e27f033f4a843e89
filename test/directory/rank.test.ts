import { describe, expect, test } from 'vitest';
import { higherRank, rankOf, readEselon, stepRank } from '../../src/directory/rank.ts';

describe('readEselon', () => {
  test.each([
    ['I', 'I'],
    ['ii', 'II'],
    ['III.a', 'III'],
    ['IV/b', 'IV'],
    ['Eselon III', 'III'],
    ['setara-III', 'setara-III'],
    ['Setara IV', 'setara-IV'],
    ['setara_iv', 'setara-IV'],
    ['', ''],
    ['-', ''],
  ])('reads "%s" as "%s"', (text, eselon) => {
    expect(readEselon(text)).toBe(eselon);
  });

  test.each(['V', 'IIII', '3', '111', 'setara-II', 'setara-I', 'Ahli Madya', 'III IV'])(
    'does not guess at "%s"',
    (text) => {
      expect(readEselon(text)).toBeNull();
    },
  );
});

describe('ranks', () => {
  test('of functional officials are those they are equal to', () => {
    expect([rankOf('setara-III'), rankOf('III'), rankOf('')]).toEqual([3, 3, null]);
  });

  test('end at I and at IV', () => {
    expect([stepRank(1, -1), stepRank(2, -1), stepRank(4, 1)]).toEqual([null, 1, null]);
  });

  test('are compared with nothing as lower than all', () => {
    expect([higherRank(null, 4), higherRank(2, 3), higherRank(null, null)]).toEqual([4, 2, null]);
  });
});
