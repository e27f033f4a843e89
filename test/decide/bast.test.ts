import { describe, expect, it } from 'vitest';
import { scannedClosing } from '../../src/decide/bast.ts';

const SIGNED = 'Terlampir BAST yang sudah kami tandatangani.';
const THANKS = 'Sudah bisa, terima kasih.';
const file = (filename: string, inline = false) => ({ filename, inline });

describe('a file that comes while the hand-over paper is awaited', () => {
  it.each([
    ['a scan as PDF, whatever is said', 'scan0003.pdf', THANKS],
    ['a photograph of which the words speak', 'IMG_0032.JPG', SIGNED],
    ['a photograph named after it', 'BAST_SIMANTAP.png', ''],
    ['a photograph named at length', 'Berita_Acara_Serah_Terima.heic', THANKS],
  ])('may be that paper: %s', (_what, filename, words) => {
    const scan = file(filename);

    expect(
      scannedClosing([file('logo.gif'), scan], [{ filename, type: 'unreadable' }], { words: words, type: 'bast' }),
    ).toBe(scan);
  });

  it.each([
    ['a picture that nothing says to be it', 'logo.png', THANKS],
    ['a word that only contains its letters', 'bastian.png', THANKS],
    ['a table', 'BAST.xlsx', SIGNED],
  ])('is none: %s', (_what, filename, words) => {
    expect(scannedClosing([file(filename)], [], { words: words, type: 'bast' })).toBeNull();
  });

  it('is none where it is part of a signature', () => {
    expect(scannedClosing([file('image001.png', true)], [], { words: SIGNED, type: 'bast' })).toBeNull();
  });

  it('is none where it was read and is something else', () => {
    const form = file('form.pdf');

    expect(
      scannedClosing([form], [{ filename: 'form.pdf', type: 'form-3.1' }], { words: THANKS, type: 'bast' }),
    ).toBeNull();
    expect(scannedClosing([form], [{ filename: 'form.pdf', type: 'other' }], { words: THANKS, type: 'bast' })).toBe(
      form,
    );
  });
});
