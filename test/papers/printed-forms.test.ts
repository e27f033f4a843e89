/** An office changes its forms without code: what it writes in templates/forms is what is read of printed forms, and what is asked. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/parse/limits.ts';
import type { PaperReading } from '../../src/parse/document.ts';
import { inspectForms, loadForms } from '../../src/papers/make/load-forms.ts';
import { printedForms } from '../../src/papers/printed-forms.ts';
import { readPapers } from '../../src/papers/read-papers.ts';
import { buildPdf, completeForm31, withTexts } from './form-builder.ts';
import { TEMPLATES } from './make/orders.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'loket-forms-'));
  cpSync(join(TEMPLATES, 'forms'), join(folder, 'forms'), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function edit(file: string, ...changes: readonly (readonly [string, string])[]): void {
  const path = join(folder, 'forms', file);
  const before = readFileSync(path, 'utf8');
  const after = changes.reduce((text, [find, put]) => {
    if (!text.includes(find)) throw new Error(`${file} does not hold ${find}`);
    return text.replace(find, put);
  }, before);
  writeFileSync(path, after);
}

async function read(bytes: Buffer, forms = printedForms(loadForms(folder))): Promise<PaperReading | undefined> {
  const file = { filename: 'scan.pdf', sha256: '0'.repeat(64), type: 'application/pdf', bytes };
  return (await readPapers([file], DEFAULT_LIMITS, { forms }))[0];
}

const printed = (...lines: readonly string[]): Promise<Buffer> => buildPdf({ lines: ['FORM 3.1', ...lines] });

describe('a label that the office has changed', () => {
  it('is found on a printed form, the old one no more', async () => {
    edit('form-3.1.yaml', ['label: Nama pemohon,', 'label: Yang mengajukan,'], [', also: [Nama, Nama lengkap]}', '}']);

    expect((await read(await printed('Yang mengajukan : Budi Santoso')))?.fields).toEqual({
      'pemohon.nama': 'Budi Santoso',
    });
    expect((await read(await printed('Nama pemohon : Budi Santoso')))?.fields).toEqual({});
  });

  it('is what letters call a field that is empty', async () => {
    edit('form-3.1.yaml', ['label: Telepon pemohon', 'label: Nomor yang dapat dihubungi']);
    const paper = await read(await buildPdf(withTexts(completeForm31, { 'pemohon.telepon': '' })));

    expect(paper?.problems.map(({ text }) => text)).toEqual(['Nomor yang dapat dihubungi belum diisi']);
  });

  it('may keep its older names beside the new one', async () => {
    edit(
      'form-3.1.yaml',
      ['label: Nama pemohon,', 'label: Yang mengajukan,'],
      ['also: [Nama, Nama lengkap]', 'also: [Nama pemohon]'],
    );
    const both = await printed('Nama pemohon : Budi Santoso', 'NIP pemohon : 198604122010121003');

    expect((await read(both))?.fields).toMatchObject({ 'pemohon.nama': 'Budi Santoso' });
  });
});

describe('a field that the office', () => {
  it('has added is read, and asked for where it is needed', async () => {
    edit('form-3.1.yaml', [
      '      - {name: pemohon.lokasi,',
      '      - {name: pemohon.gedung, label: Gedung pemohon, needed: true}\n      - {name: pemohon.lokasi,',
    ]);

    expect((await read(await printed('Gedung pemohon : Djuanda II')))?.fields).toEqual({
      'pemohon.gedung': 'Djuanda II',
    });
    expect((await read(await buildPdf(completeForm31)))?.problems.map(({ text }) => text)).toEqual([
      'Gedung pemohon belum diisi',
    ]);
  });

  it('has taken out is asked for no more', async () => {
    edit('form-3.1.yaml', [
      '      - {name: pemohon.telepon, label: Telepon pemohon, type: phone, needed: true,\n',
      '      - {name: pemohon.fax, label: Faks,\n',
    ]);
    const paper = await read(await buildPdf(withTexts(completeForm31, { 'pemohon.telepon': '' })));

    expect(paper?.problems).toEqual([]);
  });

  it('does not want read of a printed form is not', async () => {
    edit('form-3.1.yaml', [
      'needed: true, from: requester.name, also: [Nama, Nama lengkap]}',
      'needed: true, from: requester.name, printed: false}',
    ]);

    expect((await read(await printed('Nama pemohon : Budi Santoso', 'Jabatan pemohon : Analis')))?.fields).toEqual({
      'pemohon.jabatan': 'Analis',
    });
  });
});

describe('choices, boxes and headings', () => {
  it('are known by the words that the office gives them', async () => {
    edit(
      'form-3.1.yaml',
      ['reset: [reset]', 'reset: [reset, "setel* ulang"]'],
      ['headings: [Data pemohon, Identitas pemohon]', 'headings: [Yang bermohon]'],
    );
    const paper = await read(
      await printed('Jenis permintaan : [ ] Pembuatan  [x] Setel ulang', 'Yang bermohon', 'Nama : Budi Santoso'),
    );

    expect(paper?.fields).toEqual({ 'permintaan.jenis': 'reset', 'pemohon.nama': 'Budi Santoso' });
  });

  it('are known as they are printed, where it gives them none', async () => {
    edit('form-3.1.yaml', [
      'read_options:\n          individu: [individu, perorangan]\n          khusus: [khusus]\n          grup: [grup, kelompok]\n          tamu: [tamu]\n        ',
      '',
    ]);
    const paper = await read(await printed('Kelompok akun : [ ] Individu  [x] Tamu'));

    expect(paper?.fields).toEqual({ 'permintaan.kelompok_akun': 'tamu' });
  });

  it('that are of a choice that there is not are a fault, with its place', () => {
    edit('form-3.1.yaml', ['reset: [reset]', 'resett: [reset]']);

    expect(inspectForms(folder).faults).toMatchObject([{ message: expect.stringContaining('is not in "options"') }]);
  });
});

describe('without any description', () => {
  it('nothing is read of a printed form, and that is said; the fields of a fillable one are read and checked as before', async () => {
    const none = printedForms(new Map());
    const paper = await read(await printed('Nama pemohon : Budi Santoso'), none);

    expect(paper).toMatchObject({ type: 'form-3.1', fields: {} });
    expect(paper?.problems.map(({ text }) => text)).toEqual(['Isian formulir hasil cetak ini tidak terbaca']);
    expect((await read(await buildPdf(completeForm31), none))?.problems).toEqual([]);
  });
});
