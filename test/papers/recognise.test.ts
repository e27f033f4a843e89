import { describe, expect, it } from 'vitest';
import { beginningOn, recognise } from '../../src/papers/recognise.ts';

const apart = (words: string): string => [...words.replaceAll(' ', '')].join(' ');

describe('a heading whose letters are set apart', () => {
  it.each([
    ['FORMULIR 3.1', 'form-3.1'],
    ['Form 3.1', 'form-3.1'],
    ['BERITA ACARA SERAH TERIMA', 'bast'],
    ['NOTA DINAS', 'surat'],
    ['DAFTAR AKUN', 'daftar-akun'],
  ] as const)('is read as the words that it is: %s', (heading, type) => {
    expect(recognise({}, `${apart(heading)}\nPermintaan akun, Nama pemohon : Mutia`)).toBe(type);
    expect(recognise({}, `${heading}\nPermintaan akun`)).toBe(type);
    expect(beginningOn(['Kementerian', apart(heading), 'isi'])).toBe(beginningOn(['Kementerian', heading, 'isi']));
  });

  it('does not outdo a title that stands there as usual', () => {
    expect(recognise({}, `NOTA DINAS\n${apart('FORMULIR 3.1')}`)).toBe('surat');
  });

  it.each(['a b c d e f g', 'F O R M U L I R 4 . 2', 'pilih: a b c form u l i r 3 . 1', ''])(
    'is made of nothing that is none: %s',
    (text) => {
      expect(recognise({}, text)).toBe('other');
    },
  );
});
