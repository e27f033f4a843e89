/** The way of a paper out and back: filled in by other programs, printed, scanned askew. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import jsqr from 'jsqr';
import { PNG } from 'pngjs';
import { getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readMark, verifyMark, verifySeal } from '../../../src/papers/make/mark.ts';
import { qrSquares } from '../../../src/papers/make/qr-code.ts';
import { fillWithMupdf, hasProgram, turned } from '../../support/paper-programs.ts';
import { aHandover, aRequest, keyring, maker, NUMBER, readBack } from './orders.ts';

// Node gives the whole CommonJS module, whose own default is the function.
const findCode = jsqr.default;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'loket-return-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('filled in with another program', () => {
  const answers: Readonly<Record<string, string>> = {
    'permintaan.jenis': 'hapus',
    'permintaan.objek': 'aplikasi_dan_data',
    'permintaan.jumlah_akun': '1',
    'permintaan.alasan': 'Pegawai pensiun per 1 Desember 2026 – “tidak lagi” bertugas',
    'pemohon.telepon': '0812 0000 1177',
    'penyetuju.tempat': 'Jakarta',
    'pernyataan.setuju_ketentuan': 'ya',
  };

  it('pdf.js: values, radio buttons and boxes are read, and the paper is known as ours', async () => {
    const reading = await readBack(await fillWithPdfJs((await maker.make('form-3.1', aRequest())).bytes, answers));

    expect(reading.type).toBe('form-3.1');
    expect(reading.fields).toMatchObject(answers);
    expect(verifyMark(reading.fields, keyring)).toMatchObject({ verdict: 'genuine', mark: { ticket: NUMBER } });
  });

  it('pdf.js: a prefilled value that was changed is named', async () => {
    const { bytes } = await maker.make('bast', aHandover());
    const { fields } = await readBack(await fillWithPdfJs(bytes, { 'pihak2.nama': 'Orang Lain' }));

    expect(verifyMark(fields, keyring)).toMatchObject({ verdict: 'changed', fields: ['pihak2.nama'] });
  });

  it.skipIf(!hasProgram('mutool'))('mupdf: values and choices are read, and the paper is known as ours', async () => {
    const { bytes } = await maker.make('form-3.1', aRequest());
    const answers = {
      'pemohon.telepon': '021 3449230',
      'permintaan.jenis': 'reset',
      'pernyataan.setuju_ketentuan': 'ya',
    };
    const reading = await readBack(fillWithMupdf(bytes, answers));

    expect(reading.fields).toMatchObject(answers);
    expect(verifyMark(reading.fields, keyring)?.verdict).toBe('genuine');
  });
});

describe.skipIf(!hasProgram('pdftocairo'))('printed into another PDF', () => {
  const printed = async (kind: string, data = aRequest()) => {
    writeFileSync(join(folder, 'form.pdf'), (await maker.make(kind, data)).bytes);
    spawnSync('pdftocairo', ['-pdf', join(folder, 'form.pdf'), join(folder, 'printed.pdf')]);
    return readBack(readFileSync(join(folder, 'printed.pdf')));
  };

  it('Form 3.1: what was filled in is read, and no hint is taken for it', async () => {
    const { type, fields } = await printed('form-3.1');
    const { fields: known } = await readBack((await maker.make('form-3.1', aRequest())).bytes);

    expect(type).toBe('form-3.1');
    expect(fields).toMatchObject({ 'pemohon.nip': '198604122010121003', 'penyetuju.nama': 'Rina Oktaviani' });
    expect(Object.entries(fields).filter(([name, value]) => known[name] !== value)).toEqual([]);
  });

  it('BAST: parties, ticket and what was done are read', async () => {
    const { type, fields } = await printed('bast', aHandover());
    const { fields: known } = await readBack((await maker.make('bast', aHandover())).bytes);

    expect(type).toBe('bast');
    expect(fields).toMatchObject({ 'bast.nomor_tiket': NUMBER, 'pihak2.nama': 'Budi Santoso' });
    expect(Object.entries(fields).filter(([name, value]) => known[name] !== value)).toEqual([]);
  });
});

describe.skipIf(!hasProgram('pdftocairo'))('a printed formulir UAT', () => {
  it('is read by its labels, like the others', async () => {
    writeFileSync(
      join(folder, 'uat.pdf'),
      (await maker.make('formulir-uat', aHandover({ application: 'Dasbor' }))).bytes,
    );
    spawnSync('pdftocairo', ['-pdf', join(folder, 'uat.pdf'), join(folder, 'uat-cetak.pdf')]);
    const { type, fields, problems } = await readBack(readFileSync(join(folder, 'uat-cetak.pdf')));

    expect(type).toBe('formulir-uat');
    expect(fields).toMatchObject({
      'uat.nomor_tiket': NUMBER,
      'uat.nama_dashboard': 'Dasbor',
      'uat.nama': 'Budi Santoso',
      'uat.nip': '198604122010121003',
    });
    expect(problems).toEqual([]);
  });
});

describe('the code of a page', () => {
  const mark = `LOKET1:BAST:2026.1:${NUMBER}:${'ABCDEFGHIJKLMNOP'}:1/2:QRSTUVWXYZ234567`;

  it.each([0, 2, -2, 5, 90, 180])('is read when the page lies %i degrees askew', (degrees) => {
    expect(findCode(...pixels(turned(drawnCode(mark, 4), degrees)))?.data).toBe(mark);
  });

  it.skipIf(!hasProgram('pdftoppm'))(
    'is found on each page, printed at 150 dpi and scanned two degrees askew',
    async () => {
      const { bytes } = await maker.make('bast', aHandover());
      writeFileSync(join(folder, 'bast.pdf'), bytes);
      spawnSync('pdftoppm', ['-r', '150', '-gray', '-png', join(folder, 'bast.pdf'), join(folder, 'page')]);

      for (const page of [1, 2]) {
        const scanned = turned(PNG.sync.read(readFileSync(join(folder, `page-${page}.png`))), 2);
        const read = readMark(findCode(...pixels(scanned))?.data ?? '');

        expect(read).toMatchObject({ kind: 'bast', ticket: NUMBER, page, pages: 2 });
        expect(read && verifySeal(read, keyring)).toBe(true);
      }
    },
  );
});

/** As Firefox does it. */
async function fillWithPdfJs(bytes: Uint8Array, answers: Readonly<Record<string, string>>): Promise<Uint8Array> {
  const document = await getDocumentProxy(bytes.slice(), { verbosity: 0 });
  try {
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      for (const note of await page.getAnnotations()) {
        const answer: string | undefined = answers[note.fieldName];
        if (answer === undefined) continue;
        const value = note.radioButton ? note.buttonValue === answer : note.checkBox ? true : answer;
        document.annotationStorage.setValue(note.id, { value });
      }
    }
    return await document.saveDocument();
  } finally {
    await document.loadingTask.destroy();
  }
}

function drawnCode(text: string, scale: number): PNG {
  const { size, runs } = qrSquares(text);
  const quiet = 8 * scale;
  const side = size * scale + 2 * quiet;
  const picture = new PNG({ width: side, height: side });
  picture.data.fill(255);
  for (const { x, y, length } of runs)
    for (let row = 0; row < scale; row += 1)
      for (let column = 0; column < length * scale; column += 1) {
        const at = ((quiet + y * scale + row) * side + quiet + x * scale + column) * 4;
        picture.data.fill(0, at, at + 3);
      }
  return picture;
}

function pixels({ data, width, height }: PNG): [Uint8ClampedArray, number, number] {
  return [new Uint8ClampedArray(data), width, height];
}
