/** For whom something is, put right by whoever asked for it. */
import { describe, expect, it } from 'vitest';
import { personPutRight } from '../../../src/understand/replies/person-put-right.ts';
import { rulebook } from '../office.ts';

const read = (text: string): string | null =>
  personPutRight(text, 'Nadhifa Rahmah', { rulebook, isRegistered: (name) => name === 'Surya Ginting' });

describe('a name that the requester puts right', () => {
  it.each([
    'Maaf, bukan Nadhifa Rahmah tapi Surya Ginting.',
    'Ralat: akunnya untuk Sdr. Surya Ginting, bukan Nadhifa Rahmah.',
    'Mohon diubah dari Nadhifa menjadi Surya Ginting ya Bu.',
    'Yang dimaksud bukan Bu Nadhifa, melainkan Pak Surya Ginting.',
    'Maaf salah, seharusnya atas nama Surya Ginting.',
  ])('is the new one: “%s”', (text) => {
    expect(read(text)).toBe('Surya Ginting');
  });

  it.each([
    'Bu Nadhifa Rahmah sedang cuti, hubungi Surya Ginting.',
    'Apakah bukan Nadhifa Rahmah tapi Surya Ginting?',
    'Mungkin bukan Nadhifa Rahmah tapi Surya Ginting.',
    'Yang benar Tableau Desktop.',
    'Bukan Nadhifa Rahmah.',
    'Atasannya Surya Ginting.',
    'Bukan Nadhifa Rahmah tapi Surya Ginting. Eh, bukan Nadhifa Rahmah tapi Rina Sari.',
  ])('stays where nothing plainly changes it: “%s”', (text) => {
    expect(read(text)).toBeNull();
  });
});
