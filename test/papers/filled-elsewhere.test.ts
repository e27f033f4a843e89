/** Our forms, filled in by the library of Firefox: an update behind the file, appearances of its own, buttons by their states. */
import { PDFDocument, PDFName } from 'pdf-lib';
import { getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { readMark, verifyMark, verifySeal } from '../../src/papers/make/mark.ts';
import { aHandover, aRequest, keyring, maker, NUMBER, readBack } from './make/orders.ts';

async function filledIn(pdf: Uint8Array, answers: Readonly<Record<string, string>>): Promise<Uint8Array> {
  const document = await getDocumentProxy(Uint8Array.from(pdf), { verbosity: 0 });
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    for (const widget of await page.getAnnotations()) {
      const answer = answers[String(widget.fieldName)];
      if (answer === undefined || (widget.radioButton && widget.buttonValue !== answer)) continue;
      const value = widget.checkBox || widget.radioButton ? true : answer;
      document.annotationStorage.setValue(String(widget.id), { value });
    }
  }
  return document.saveDocument();
}

describe('a form of ours, filled in with another program', () => {
  it.each([
    [
      'form-3.1',
      aRequest(),
      {
        'permintaan.jenis': 'reset',
        'permintaan.objek': 'aplikasi',
        'permintaan.jumlah_akun': '1',
        'permintaan.alasan': 'Kata sandi tidak dapat dipakai sejak Jumat',
        'akun.nama_depan': 'Ayu “Sari” Śāstri',
        'pernyataan.setuju_ketentuan': 'ya',
      },
    ],
    ['bast', aHandover(), { 'hasil.diterima': 'dengan_catatan', 'hasil.catatan': 'Satu notebook menyusul' }],
    ['formulir-uat', aHandover(), { 'uat.nama_dashboard': 'Dashboard Realisasi', 'uat.hasil': 'diterima' }],
  ] as const)(
    '%s is read as it was filled in, and what we had written still stands there',
    async (kind, data, answers) => {
      const made = await maker.make(kind, data);
      const paper = await readBack(await filledIn(made.bytes, answers));

      expect(paper.type).toBe(kind);
      expect(paper.fields).toMatchObject(answers);
      expect(verifyMark(paper.fields, keyring)?.verdict).toBe('genuine');
    },
  );

  it('tells what of ours was changed with it', async () => {
    const made = await maker.make('bast', aHandover());
    const { fields } = await readBack(
      await filledIn(made.bytes, { 'objek.uraian': 'Belum dipasang', 'hasil.diterima': 'baik' }),
    );

    expect(verifyMark(fields, keyring)).toMatchObject({ verdict: 'changed', fields: ['objek.uraian'] });
  });
});

it.each([
  ['form-3.1', 2],
  ['bast', 2],
  ['formulir-uat', 1],
])('%s keeps its signatures on a page with other fields', async (kind, pages) => {
  const made = await maker.make(kind, kind === 'form-3.1' ? aRequest() : aHandover());

  expect((await readBack(made.bytes)).pages).toBe(pages);
});

describe('a form of ours, printed to a file', () => {
  const printed = async (kind: string): Promise<Uint8Array> => {
    const made = await maker.make(kind, kind === 'form-3.1' ? aRequest() : aHandover());
    const document = await PDFDocument.load(made.bytes);
    document.catalog.delete(PDFName.of('AcroForm'));
    for (const page of document.getPages()) page.node.delete(PDFName.of('Annots'));
    return document.save();
  };

  it.each(['form-3.1', 'bast', 'formulir-uat'])('%s is known by the code that it draws', async (kind) => {
    const { codes = [], type } = await readBack(await printed(kind));
    const mark = readMark(codes[0] ?? '');

    expect(type).toBe(kind);
    expect(mark).toMatchObject({ kind, ticket: NUMBER, page: 1 });
    expect(mark !== null && verifySeal(mark, keyring)).toBe(true);
  });
});
