import { describe, expect, it } from 'vitest';
import { isFieldPutOff, saidOf, type Said } from '../../../src/understand/papers/said-of.ts';
import { toWords } from '../../../src/understand/words/normalise.ts';
import { findPhrases, indexPhrases } from '../../../src/understand/words/phrases.ts';
import { began, spentSince } from '../../support/spent.ts';

const hitOf = (text: string, phrase: string) => {
  const words = toWords(text);
  const index = indexPhrases([phrase], {}, { compare: 'form', maxGap: 0, maxHits: 1 });
  const [hit] = findPhrases(index, words).get(phrase) ?? [];
  if (!hit) throw new Error(`“${phrase}” does not stand in “${text}”`);
  return { words, hit };
};

describe('what a mail says of a paper', () => {
  it.each([
    ['Surat permintaan terlampir.', 'surat', 'attached'],
    ['Terlampir surat permintaan.', 'surat', 'attached'],
    ['BIA, profil, manual dan UAT terlampir.', 'bia', 'attached'],
    ['Terlampir BIA, profil, dan UAT.', 'uat', 'attached'],
    ['Dokumen kebutuhan terlampir, suratnya nanti menyusul.', 'kebutuhan', 'attached'],
    ['Dokumen kebutuhan terlampir, surat nanti menyusul.', 'surat', 'promised'],
    ['Denah terlampir; surat masih di meja direktur.', 'denah', 'attached'],
    ['Denah terlampir; surat masih di meja direktur.', 'surat', 'promised'],
    ['Surat ada di lampiran, pernyataan dari bank belum mereka kirim.', 'surat', 'attached'],
    ['Surat ada di lampiran, pernyataan dari bank belum mereka kirim.', 'pernyataan', 'promised'],
    ['- Personel: Adi, Beni (tidak ada pihak luar)\n- Denah: lihat gambar', 'denah', null],
    ['Manual sudah ada di folder proyek.', 'manual', 'stored'],
    ['Source di https://git.example/gudang', 'source', 'stored'],
    ['Manual kami taruh di \\\\srv\\gudang', 'manual', 'stored'],
    ['Skenario sedang disusun tim.', 'skenario', 'promised'],
    ['Denah lantai 2 dijanjikan rekanan besok.', 'denah', 'promised'],
    ['Ini soal denah.', 'denah', null],
    ['The profile is attached, the manual will follow.', 'profile', 'attached'],
    ['The profile is attached, the manual will follow.', 'manual', 'promised'],
  ] as const)('“%s”: %s is %s', (text, phrase, said: Said | null) => {
    const { words, hit } = hitOf(text, phrase);

    expect(saidOf(words, hit)).toBe(said);
  });

  it.each([
    ['Hostname: app01, IP menyusul', 'hostname', false],
    ['IP, hostname menyusul', 'hostname', true],
    ['hostname app01.example', 'hostname', false],
    ['Hostname belum ada karena VM belum jadi', 'hostname', true],
    ['PIC: Rudi\nPersonel: Adi (tanpa vendor)', 'pic', false],
  ] as const)('“%s”: the field %s is put off: %s', (text, phrase, isPutOff) => {
    const { words, hit } = hitOf(text, phrase);

    expect(isFieldPutOff(words, hit)).toBe(isPutOff);
  });

  it('looks no further than a few hundred characters', () => {
    const { words, hit } = hitOf(`surat ${'kata '.repeat(40_000)} terlampir`, 'surat');
    const start = began();

    expect(saidOf(words, hit)).toBeNull();
    expect(spentSince(start)).toBeLessThan(3000);
  });
});
