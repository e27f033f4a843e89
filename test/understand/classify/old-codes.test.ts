import { describe, expect, it } from 'vitest';
import { citedCodes } from '../../../src/understand/classify/old-codes.ts';
import { rulebook } from '../office.ts';

const cited = (text: string): readonly string[] => citedCodes(text, rulebook).map(({ code }) => code);

describe('a code of the older catalogue', () => {
  it.each([
    ['ITSM.9.2.2', ['9.2.2']],
    ['sesuai kode 9.1.1-kolektif', ['9.1.1-kolektif']],
    ['layanan: 9.3 dan poin 9.4', ['9.3', '9.4']],
    ['Kode 9.1.1.', ['9.1.1']],
  ])('is cited in "%s"', (text, codes) => {
    expect(cited(text)).toEqual(codes);
  });

  it.each(['rapat pukul 9.30', 'ITSM.9 online storage', 'versi 9.4', 'kode 9.2.25', 'kode 9.3.1', 'Rp 9.4 juta'])(
    'is not cited in "%s"',
    (text) => {
      expect(cited(text)).toEqual([]);
    },
  );
});
