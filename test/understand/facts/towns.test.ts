/** Towns that only the place of something names. */
import { describe, expect, it } from 'vitest';
import { inJakarta, isOwnOffice } from '../../../src/understand/facts/place.ts';
import { Searched } from '../../../src/understand/facts/searched.ts';

const place = (text: string): boolean | undefined => inJakarta(new Searched(text));

describe('a town outside Jakarta', () => {
  it.each([
    'Lokasinya di kantor kami, Bukittinggi',
    'hotel Grand Rocky Bukittinggi',
    'di Payakumbuh',
    'Bertempat di aula KPP Pratama Klaten',
    'Di Kabupaten Sleman, narasumber dari Jakarta.',
  ])('is the place: “%s”', (text) => {
    expect(place(text)).toBe(false);
  });

  it.each([
    'Pak Bima yang hadir.',
    'di kantor, Pak Bima yang menerima',
    'di Hotel Aryaduta',
    'ruang rapat Nusantara lantai 5',
  ])('is none that nothing tells as the place: “%s”', (text) => {
    expect(place(text)).toBeUndefined();
  });

  it('does not outweigh Jakarta where a room bears its name', () => {
    expect(place('ruang rapat Nusantara lantai 5 gedung Djuanda')).toBe(true);
  });
});

describe("the writer's own office", () => {
  it.each(['aula lantai 3 gedung kantor kami', 'Di ruang rapat kantor kita saja', 'Lokasinya di kantor kami'])(
    'is meant: “%s”',
    (text) => {
      expect(isOwnOffice(text)).toBe(true);
    },
  );

  it.each(['di Hotel Aryaduta', 'Kami menunggu kabar.', 'di kantor pusat'])('is not meant: “%s”', (text) => {
    expect(isOwnOffice(text)).toBe(false);
  });
});
