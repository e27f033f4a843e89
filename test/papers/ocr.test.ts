import { describe, expect, it } from 'vitest';
import { findOcr, textOfWords } from '../../src/papers/ocr.ts';
import { scanReaders } from '../../src/papers/scan-readers.ts';
import { SHIPPED_FORMS } from '../support/shipped-forms.ts';
import { readFixture } from './paper-fixtures.ts';

/** level, page, block, paragraph, line, word, left, top, width, height, confidence, text */
const word = (line: number, ...[left, top, text, confidence = 90]: [number, number, string, number?]): string =>
  ['5', '1', '1', '1', line, '1', left, top, 10 * text.length, 20, confidence, text].join('\t');

describe('words out of a picture', () => {
  it('stand in lines and columns, with their mean confidence', () => {
    const tsv = [word(1, 50, 100, 'Nama'), word(1, 300, 100, 'Budi', 80), word(2, 50, 150, 'NIP', 70)].join('\n');

    expect(textOfWords(tsv)).toMatchObject({ text: 'Nama  Budi\nNIP', confidence: 0.8 });
  });

  it('are set upright where the page lies askew', () => {
    const askew = (y: number): readonly string[] =>
      [0, 200, 400, 600].map((x) => word(y, 50 + x, 100 + 40 * y + Math.round(0.05 * x), `k${y}`));

    expect(textOfWords([...askew(1), ...askew(2)].join('\n'))?.text).toBe('k1  k1  k1  k1\nk2  k2  k2  k2');
  });

  it('that were hardly read are left out', () => {
    expect(textOfWords(`level\tpage\n${word(1, 50, 100, '~~', 10)}`)).toBeNull();
  });
});

describe.skipIf(findOcr() === null)('a scan, where the system has an OCR', () => {
  it('is known by its words; values are hints, and nothing is held to be missing', async () => {
    const [form] = await readFixture('IMG_20261123.jpg', { forms: SHIPPED_FORMS, ...scanReaders() });

    expect(form).toMatchObject({ type: 'form-3.1', problems: [], signature: 'unknown' });
    expect(form?.fields).toMatchObject({ 'pemohon.nip': '198604122010121003', 'penyetuju.nama': 'Rina Oktaviani' });
    expect(form?.sources?.['pemohon.nip']).toEqual({ origin: 'ocr', sureness: 0.4 });
    expect(form?.fields).not.toHaveProperty('permintaan.jenis');
    expect(form?.scan?.confidence).toBeGreaterThan(0.6);
  }, 60_000);

  it('is known lying on its side', async () => {
    expect(await readFixture('faks.pdf', scanReaders())).toMatchObject([{ type: 'bast', signature: 'unknown' }]);
  }, 60_000);

  it('of a KTP is known as one', async () => {
    expect(await readFixture('ktp-sari.jpg', scanReaders())).toMatchObject([{ type: 'ktp' }]);
  }, 60_000);
});
