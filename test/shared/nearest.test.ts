import { describe, expect, it } from 'vitest';
import { nearestName, suggestName } from '../../src/shared/nearest.ts';

const TEAMS = ['RFT-AKUN', 'RFT-HOSTING', 'RFT-JARINGAN'];

describe('the nearest name', () => {
  it.each([
    ['RFT-AKN', 'RFT-AKUN'],
    ['RFT-AKNU', 'RFT-AKUN'],
    ['rft-hosting', 'RFT-HOSTING'],
    ['RFT-JARNGAN', 'RFT-JARINGAN'],
    ['JARINGAN', null],
    ['RFT-LABORATORIUM', null],
    ['V', null],
    ['', null],
  ])('of %j is %j', (wrong, near) => {
    expect(nearestName(wrong, TEAMS)).toBe(near);
  });

  it('of a short name differs from it in less than its length', () => {
    expect(nearestName('V', ['I', 'II', 'IV'])).toBeNull();
    expect(nearestName('IIII', ['I', 'II', 'III', 'IV'])).toBe('III');
  });

  it('is put as a question', () => {
    expect(suggestName('RFT-AKN', TEAMS)).toBe('did you mean "RFT-AKUN"?');
    expect(suggestName('x', TEAMS)).toBeNull();
  });
});
