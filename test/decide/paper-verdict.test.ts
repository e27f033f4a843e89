import { describe, expect, it } from 'vitest';
import { namedIn, splitVerdict } from '../../src/decide/paper-verdict.ts';
import { rulebook } from '../understand/office.ts';

const FILES = ['Form 3.1.pdf', 'Surat rekomendasi.pdf', 'scan KTP.pdf'];
const [FORM = '', LETTER = '', KTP = ''] = FILES;

function read(text: string, files: readonly string[] = FILES): unknown {
  const split = splitVerdict(text, files, rulebook);
  if (split === null || split === 'unclear') return split;
  return { no: [...split.refused.keys()], yes: [...split.accepted], open: split.open };
}

describe('an answer about several papers', () => {
  it.each([
    'yang KTP tidak, lainnya ya',
    'yang KTP tidak, sisanya baik',
    '2 scan KTP.pdf tidak terbaca; yang lain sah',
    'semua sah kecuali KTP',
    'Ya, kecuali scan KTP: buram',
    '1, tapi KTP belum ditandatangani',
    'Form 3.1 dan surat rekomendasi sah, KTP belum',
    'KTP ditolak, selebihnya tidak ada masalah',
  ])('settles all where it is plain: %s', (text) => {
    expect(read(text)).toEqual({ no: [KTP], yes: [FORM, LETTER], open: [] });
  });

  it.each([
    ['2 KTP buram', { no: [KTP], yes: [], open: [FORM, LETTER] }],
    ['2 form 3.1, surat rekomendasi', { no: [FORM, LETTER], yes: [], open: [KTP] }],
    ['1 untuk Form 3.1', { no: [], yes: [FORM], open: [LETTER, KTP] }],
    ['surat sah, KTP tidak', { no: [KTP], yes: [LETTER], open: [FORM] }],
    ['tidak, KTP kosong', { no: [KTP], yes: [], open: [FORM, LETTER] }],
  ])('leaves open what it does not speak of: %s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    'ya, kecuali yang kemarin',
    'hanya sebagian yang sah',
    '1 selain KTP',
    'KTP sah, KTP tidak',
    'lainnya ya',
    'surat sah, tanda tangannya tidak terbaca',
  ])('is not guessed at: %s', (text) => {
    expect(read(text)).toBe('unclear');
  });

  it.each(['1', '2 tanda tangannya bukan milik beliau', 'ya, sudah kami cek semuanya', 'Sah.'])(
    'is one for all where it speaks of none apart: %s',
    (text) => {
      expect(read(text)).toBeNull();
    },
  );

  it('says why, in its own words, for the paper that it is about', () => {
    const split = splitVerdict('Surat rekomendasi tidak sah, tanda tangan kosong. Lainnya baik', FILES, rulebook);
    if (split === null || split === 'unclear') throw new Error('not plain');
    expect([...split.refused]).toEqual([[LETTER, 'tanda tangan kosong']]);
  });

  it('about one paper is no matter of several', () => {
    expect(read('ya, kecuali KTP', [KTP])).toBeNull();
  });

  it('tells a name from one that stands within it', () => {
    const both = ['Form 3.1.pdf', 'Form 3.1 (2).pdf'];
    expect(read('Form 3.1 (2) tidak sah, sisanya baik', both)).toEqual({ no: [both[1]], yes: [both[0]], open: [] });
    expect(read('2 form 3.1.pdf kosong', both)).toEqual({ no: [both[0]], yes: [], open: [both[1]] });
  });
});

describe('which papers an answer names', () => {
  it.each([
    ['KTP buram', [KTP]],
    ['form 3.1.pdf dan rekomendasi belum ditandatangani', [FORM, LETTER]],
    ['tanda tangan pada scan ini palsu', []],
    ['formulirnya keliru', []],
  ])('is told by name, stem or a word of its own: %s', (text, named) => {
    expect(namedIn(text, FILES, rulebook)).toEqual(named);
  });
});
