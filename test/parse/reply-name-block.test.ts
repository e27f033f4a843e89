import { describe, expect, it } from 'vitest';
import { newText } from '../../src/parse/reply-text.ts';

const WRITER = 'Rina Oktaviani';

function own(text: string): string {
  return newText({ text, html: null }, null, WRITER).text;
}

describe('the block under a text', () => {
  it.each(['email belum', 'hp saya masih mati', 'wa saja ya', 'email saya tetap error', 'ext belum aktif'])(
    'does not swallow “%s” as the last line',
    (line) => {
      expect(own(`Sudah dicoba, aman\n${line}`)).toBe(`Sudah dicoba, aman\n${line}`);
    },
  );

  it.each([
    'email: rina@kemenkeu.example',
    'HP 0812-1111-2222',
    'ext. 5521',
    'NIP 198503122009011004',
    'Telp. (021) 344 9230 ext 12',
    'Jakarta 10710',
  ])('takes “%s” with it', (line) => {
    expect(own(`Setuju\n\nRina Oktaviani\nKepala Seksi Data\n${line}`)).toBe('Setuju');
  });

  it.each(['', '\nbudi.hartono\nSemua baca tulis.'])(
    'leaves the writer’s own account in a list: “%s” behind it',
    (rest) => {
      const list = `Berikut akun yang diberi akses:\nsiti.aminah\nrina.oktaviani${rest}`;

      expect(own(`${list}\n\nRina Oktaviani\nKepala Seksi Data`)).toBe(list);
    },
  );
});
