import fc from 'fast-check';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { printable, wrap } from '../../../src/papers/make/plain-text.ts';

describe('text for print', () => {
  it.each([
    ['Raden Ayu “Sari” – Dewi', 'Raden Ayu “Sari” – Dewi'],
    ['Şahin Lukmanović', 'Sahin Lukmanovic'],
    ['e\u0301tage', 'étage'],
    ['10\u202f000\u00a0Rp', '10 000 Rp'],
    ['satu\u200b\u202edua', 'satudua'],
    ['a → b', 'a -> b'],
    ['😀 محمد', '? ????'],
    ['baris\r\nbaris', 'baris\nbaris'],
  ])('%j is printed as %j', (text, printed) => {
    expect(printable(text)).toBe(printed);
  });

  it('can always be drawn with the font', async () => {
    const font = await (await PDFDocument.create()).embedFont(StandardFonts.Helvetica);

    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(() => font.encodeText(printable(text).replaceAll('\n', ' '))).not.toThrow();
      }),
    );
  });
});

describe('lines', () => {
  const measure = (text: string): number => text.length;

  it('break between words and cut a word that is too long', () => {
    expect(wrap('satu dua tiga\nempat', 8, measure)).toEqual(['satu dua', 'tiga', 'empat']);
    expect(wrap('Donaudampfschiff ya', 8, measure)).toEqual(['Donaudam', 'pfschiff', 'ya']);
  });

  it('are never too wide and lose no letter', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 30 }), (text, width) => {
        const lines = wrap(text, width, measure);

        expect(lines.every((line) => line.length <= width)).toBe(true);
        expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
    );
  });
});
