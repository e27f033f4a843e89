import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOneSlip, withoutSlips } from '../../../src/understand/replies/typos.ts';
import { reply, rulebook } from '../office.ts';

describe('a slip of the pen', () => {
  it.each([
    ['setjuu', 'setuju'],
    ['setuj', 'setuju'],
    ['disetujiu', 'disetujui'],
    ['Aproved', 'approved'],
    ['tidka', 'tidak'],
    ['ditolka', 'ditolak'],
  ])('“%s” is read as “%s”', (written, meant) => {
    expect(withoutSlips(`ya ${written}.`, rulebook)).toBe(`ya ${meant}.`);
  });

  it.each(['tindak', 'setujui', 'setup', 'belanja', 'menolong', 'tidur', 'improve'])(
    '“%s” is a word of its own',
    (word) => {
      expect(withoutSlips(word, rulebook)).toBe(word);
    },
  );

  it('in a negation makes no yes of a no', () => {
    for (const no of ['tidk', 'tdiak', 'tidaj', 'tidakk', 'tida'])
      expect(reply('approver', `${no} setuju`).intent).not.toBe('approve');
  });

  it('is one letter missing, added, wrong or changed about, and no more', () => {
    const word = fc.constantFrom('disetujui', 'menolak', 'approved');
    const letter = fc.constantFrom(...'qxz');
    fc.assert(
      fc.property(word, fc.nat(20), letter, (meant, place, other) => {
        const at = place % meant.length;
        const [before, after] = [meant.slice(0, at), meant.slice(at)];

        expect(isOneSlip(before + after.slice(1), meant)).toBe(true);
        expect(isOneSlip(before + other + after, meant)).toBe(true);
        expect(isOneSlip(before + other + after.slice(1), meant)).toBe(true);
        expect(isOneSlip(before + other + other + after, meant)).toBe(false);
        expect(isOneSlip(meant, meant)).toBe(false);
      }),
    );
  });
});
