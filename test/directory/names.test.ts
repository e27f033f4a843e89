import { describe, expect, test } from 'vitest';
import { normaliseName } from '../../src/directory/names.ts';

describe('normaliseName', () => {
  test.each([
    ['Ahmad Fauzi', 'ahmad fauzi'],
    ['AHMAD FAUZI, S.Kom., M.T.', 'ahmad fauzi'],
    ['Ahmad Fauzi S.Kom', 'ahmad fauzi'],
    ['Bpk. Ahmad Fauzi, SE, Ak., CA', 'ahmad fauzi'],
    ['Yth. Bapak Drs. H. Ahmad Fauzi', 'ahmad fauzi'],
    ['Ibu Dr. Siti Rahma, Ph.D.', 'siti rahma'],
    ['Sdr. Budi', 'budi'],
    ['Fauzi, Ahmad', 'ahmad fauzi'],
    ['Moh. Ridwan', 'moh ridwan'],
    ['Plt. Kepala', 'kepala'],
    ["Jum'at Nur’aini", 'jumat nuraini'],
    ['José  Pérez', 'jose perez'],
    ['Ibu', 'ibu'],
    ['', ''],
    [' , ', ''],
  ])('takes "%s" for "%s"', (written, name) => {
    expect(normaliseName(written)).toBe(name);
  });

  test('is settled after one pass', () => {
    for (const name of ['Bpk. Ahmad Fauzi, S.Kom.', 'Siti Rahma']) {
      expect(normaliseName(normaliseName(name))).toBe(normaliseName(name));
    }
  });
});
