/** Whatever binds, in any wording and wherever it is planted beside a plain yes, asks back; what merely tells beside it does not. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LURES } from './binding-lures.ts';
import { reply, rulebook } from '../office.ts';

const APPROVALS = (rulebook.replyExamples?.approver?.['approve'] ?? []).filter(
  (text) => text.length < 120 && reply('approver', text).intent === 'approve',
);
const EVERY = Math.ceil(APPROVALS.length / 200);
const PLAIN = APPROVALS.filter((_, at) => at % EVERY === 0);
const KINDS = Object.entries(LURES);
/** Where a clause may be planted. */
const PLACES: readonly ((yes: string, lure: string) => string)[] = [
  (yes, lure) => `${yes.replace(/[.!\s]+$/, '')}. ${lure}.`,
  (yes, lure) => `${yes.replace(/[.!\s]+$/, '')}, ${small(lure)}`,
  (yes, lure) => `${lure}. ${yes}`,
  (yes, lure) => `${yes}\n${lure}`,
  (yes, lure) => `${yes.replace(/[.!\s]+$/, '')}. Dia memang pegawai baru kami. ${lure}. Terima kasih.`,
];

function small(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}

describe('an approval', () => {
  it('has two hundred plain forms here', () => {
    expect(PLAIN.length).toBeGreaterThan(150);
  });

  it.each(KINDS)('is none beside %s, wherever it stands', (_kind, lures) => {
    const taken = lures.flatMap((lure) =>
      ['Setuju', 'Saya setuju', 'Disetujui'].flatMap((yes) =>
        PLACES.map((place) => place(yes, lure)).filter((text) => reply('approver', text).intent === 'approve'),
      ),
    );

    expect(taken).toEqual([]);
  });

  it.each(KINDS)('of any wording is none beside %s', (_kind, lures) => {
    fc.assert(
      fc.property(
        fc.constantFrom(...PLAIN),
        fc.constantFrom(...lures),
        fc.constantFrom(...PLACES),
        (yes, lure, place) => {
          expect(reply('approver', place(yes, lure)).intent).not.toBe('approve');
        },
      ),
      { numRuns: 200 },
    );
  });

  it.each([
    ['Setuju. Barang lama kembalikan ke gudang.', 'Setuju. Barang lama sudah rusak sejak Mei.'],
    ['Setuju. Keputusan akhir di Bu Karo.', 'Setuju. Bu Karo memang pimpinan kami.'],
    ['Setuju. Has to go through HR.', 'Setuju. He has been with us since March.'],
    ['Setuju. Tenggatnya akhir kuartal.', 'Setuju, karena tenggat laporannya sudah dekat.'],
    ['Setuju. Bohong.', 'Setuju. Salam.'],
  ])('%s is asked back, %s is one', (binding, telling) => {
    expect(reply('approver', binding).intent).not.toBe('approve');
    expect(reply('approver', telling).intent).toBe('approve');
  });
});
