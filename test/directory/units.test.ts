import { describe, expect, test } from 'vitest';
import { ancestorsOf, isWithin } from '../../src/directory/units.ts';

describe('units by code', () => {
  test.each([
    ['DJP-TIK-A1', ['DJP-TIK-A', 'DJP-TIK', 'DJP']],
    ['KPP-RWS-10', ['KPP-RWS', 'KPP']],
    ['DJPK-DP-1A', ['DJPK-DP-1', 'DJPK-DP', 'DJPK']],
    ['01.02.03', ['01.02', '01']],
    ['SETJEN', []],
    ['', []],
  ])('%s lies in %j', (code, ancestors) => {
    expect(ancestorsOf(code)).toEqual(ancestors);
    for (const ancestor of ancestors) expect(isWithin(code, ancestor)).toBe(true);
  });

  test.each([
    ['KPP-RWS-10', 'KPP-RWS-1'],
    ['DJPB', 'DJP'],
    ['BUM-PTU', 'BUM-P'],
    ['DJP', 'DJP-TIK'],
  ])('%s does not lie in %s', (code, other) => {
    expect(isWithin(code, other)).toBe(false);
    expect(ancestorsOf(code)).not.toContain(other);
  });
});
