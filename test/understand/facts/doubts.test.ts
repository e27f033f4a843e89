import { describe, expect, it } from 'vitest';
import { findDoubts } from '../../../src/understand/facts/doubts.ts';
import { findEventDate } from '../../../src/understand/facts/event-date.ts';
import { Searched } from '../../../src/understand/facts/searched.ts';
import { began, spentSince } from '../../support/spent.ts';

const TODAY = '2026-11-23';

describe('what a mail says in two ways', () => {
  it.each([
    ['akun bagi 5 (enam) pegawai', '5 (enam)'],
    ['12(dua puluh) akun', '12(dua puluh)'],
    ['5(lima)orang dan 47 (empat puluh tujuh) CPNS', undefined],
    ['5 (orang) dan 3 (tiga) laptop', undefined],
    ['lantai 5 (lima belas meter)', undefined],
  ])('the number in "%s" is doubted as %s', (text, doubt) => {
    expect(findDoubts(new Searched(text), TODAY).quantityDoubt).toBe(doubt);
  });

  it.each([
    ['NIP 1995031220201220', '1995031220201220'],
    ['NIP. 060112345', '060112345'],
    ['NIP: 19951312 202012 2 001', '199513122020122001'],
    ['NIP 19950312 202012 2 001', undefined],
    ['NIP menyusul, telepon 0215551234567890', undefined],
  ])('the NIP in "%s" is doubted as %s', (text, doubt) => {
    expect(findDoubts(new Searched(text), TODAY).nipDoubt).toBe(doubt);
  });

  it('costs no more than its length', () => {
    const text = '5 (enam '.repeat(40_000) + 'NIP 1 '.repeat(40_000);
    const start = began();

    findDoubts(new Searched(text), TODAY);

    expect(spentSince(start)).toBeLessThan(3000);
  });
});

describe('an hour without a zone', () => {
  it.each([
    ['rapat 14 Desember 2026 pukul 09.00', 'WITA', 'WITA'],
    ['rapat 14 Desember 2026 pukul 09.00', 'WIB', 'WIB'],
    ['rapat di Jakarta 14 Desember 2026 pukul 09.00', 'WITA', 'WIB'],
    ['rapat di Bandung 14 Desember 2026 pukul 09.00', 'WIT', 'WIB'],
    ['rapat di Jayapura 14 Desember 2026 pukul 09.00', 'WITA', 'WIT'],
    ['rapat 14 Desember 2026 pukul 09.00 WIB', 'WITA', 'WIB'],
  ] as const)('in "%s" from an office in %s is %s', (text, office, zone) => {
    expect(findEventDate(new Searched(text), TODAY, office)?.eventTime).toEqual({ from: '09:00', zone });
  });
});
