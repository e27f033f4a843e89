import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFSignature, PDFString } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { readMark, verifyMark, verifySeal } from '../../../src/papers/make/mark.ts';
import { aHandover, aRequest, BUDI, keyring, maker, NUMBER, readBack } from './orders.ts';

const load = async (kind: string, data = aRequest()): Promise<PDFDocument> =>
  PDFDocument.load((await maker.make(kind, data)).bytes);
const text = (value: unknown): string =>
  value instanceof PDFHexString || value instanceof PDFString ? value.decodeText() : '';

describe('Form 3.1 for a person', () => {
  it('holds what is known of person, superior and ticket', async () => {
    const made = await maker.make('form-3.1', aRequest());
    const reading = await readBack(made.bytes);

    expect(made).toMatchObject({ filename: `Form-3.1-${NUMBER}.pdf`, contentType: 'application/pdf' });
    expect(reading).toMatchObject({ type: 'form-3.1', signature: 'empty-field', pages: 2 });
    expect(reading.fields).toMatchObject({
      'form.kode': 'Form 3.1',
      'form.versi': '2026.1',
      'form.kode_layanan': 'SC03-1/ITSM/2008',
      'form.tanggal': '2026-11-23',
      'pemohon.nama': 'Budi Santoso',
      'pemohon.nip': '198604122010121003',
      'pemohon.unit_eselon1': 'Setjen',
      'pemohon.unit_kerja': 'Subbagian Mutasi',
      'pemohon.email': 'budi.santoso@kemenkeu.example',
      'penyetuju.nama': 'Rina Oktaviani',
      'penyetuju.eselon': 'III',
    });
    expect(reading.fields).not.toHaveProperty('permintaan.jenis');
  });

  it('leaves to the reader what is not known', async () => {
    const data = aRequest({ person: { name: 'Budi Santoso' }, superior: null });
    const { fields } = await readBack((await maker.make('form-3.1', data)).bytes);

    expect(Object.keys(fields).filter((name) => /^(pemohon|penyetuju)/.test(name))).toEqual(['pemohon.nama']);
  });

  it.each([
    ['III', 'III'],
    ['setara-III', 'setara_III'],
    ['IV', undefined],
    ['', undefined],
  ])('a superior of rank %j is chosen as %j', async (eselon, chosen) => {
    const data = aRequest({ superior: { name: 'Rina', eselon } });
    const { fields } = await readBack((await maker.make('form-3.1', data)).bytes);

    expect(fields['penyetuju.eselon']).toBe(chosen);
  });

  it('keeps letters that its font lacks in the value', async () => {
    const data = aRequest({ person: { ...BUDI, name: 'Şahin 山田' } });
    const { fields } = await readBack((await maker.make('form-3.1', data)).bytes);

    expect(fields['pemohon.nama']).toBe('Şahin 山田');
    expect(verifyMark(fields, keyring)?.verdict).toBe('genuine');
  });

  it('is the same, byte for byte, for the same data, and another for other data', async () => {
    const bytes = async (data = aRequest()): Promise<string> =>
      Buffer.from((await maker.make('form-3.1', data)).bytes).toString('base64');

    expect(await bytes()).toBe(await bytes());
    expect(await bytes()).not.toBe(await bytes(aRequest({ superior: null })));
  });

  it('carries a mark that is ours', async () => {
    const { fields } = await readBack((await maker.make('form-3.1', aRequest())).bytes);
    const mark = readMark(fields['loket.tanda'] ?? '');

    expect(mark).toMatchObject({ kind: 'form-3.1', version: '2026.1', ticket: NUMBER, page: 0, pages: 2 });
    expect(mark && verifySeal(mark, keyring)).toBe(true);
    expect(verifyMark(fields, keyring)?.verdict).toBe('genuine');
    expect(verifyMark({ ...fields, 'pemohon.nip': '199001012015032001' }, keyring)).toMatchObject({
      verdict: 'changed',
      fields: ['pemohon.nip'],
    });
  });
});

describe('a made form, whichever', () => {
  const kinds = ['form-3.1', 'bast', 'formulir-uat'];
  const dataOf = (kind: string) => (kind === 'form-3.1' ? aRequest() : aHandover());

  it.each(kinds)('%s has a title, a language, and a description for each field', async (kind) => {
    const document = await load(kind, dataOf(kind));
    const silent = document
      .getForm()
      .getFields()
      .filter((field) => !field.getName().startsWith('loket.'))
      .filter((field) => text(field.acroField.dict.lookup(PDFName.of('TU'))) === '');

    expect(document.getTitle()).toContain(NUMBER);
    expect(text(document.catalog.get(PDFName.of('Lang')))).toBe('id-ID');
    expect(document.catalog.getViewerPreferences()?.getDisplayDocTitle()).toBe(true);
    expect(silent.map((field) => field.getName())).toEqual([]);
  });

  it.each(kinds)('%s is visited from top to bottom and fits its pages', async (kind) => {
    const document = await load(kind, dataOf(kind));

    for (const page of document.getPages()) {
      expect(page.node.get(PDFName.of('Tabs'))).toBe(PDFName.of('R'));
      const tops = (page.node.Annots()?.asArray() ?? [])
        .map((ref) => document.context.lookup(ref, PDFDict))
        .filter((widget) => widget.get(PDFName.of('F'))?.toString() !== '2')
        .map(
          (widget) =>
            (widget.lookup(PDFName.of('Rect')) ?? '')
              .toString()
              .match(/[\d.]+/g)
              ?.map(Number) ?? [],
        )
        .map(([, bottom = 0, , top = 0]) => ({ bottom, top }));
      expect(tops.every(({ bottom, top }) => bottom > 36 && top < 742)).toBe(true);
      expect(tops.every(({ bottom }, at) => at === 0 || bottom <= (tops[at - 1]?.top ?? 0))).toBe(true);
    }
  });

  it.each(kinds)('%s marks what is needed and locks what is ours', async (kind) => {
    const form = (await load(kind, dataOf(kind))).getForm();
    const needed = form.getFields().filter((field) => field.isRequired());
    const locked = form.getFields().filter((field) => field.isReadOnly());

    expect(needed.length).toBeGreaterThan(3);
    expect(locked.map((field) => field.getName())).toEqual(
      expect.arrayContaining(['loket.tanda', 'loket.terisi', expect.stringMatching(/nomor_tiket$/)]),
    );
  });

  it.each(kinds)('%s has empty fields for signatures', async (kind) => {
    const form = (await load(kind, dataOf(kind))).getForm();
    const signatures = form.getFields().filter((field) => field instanceof PDFSignature);

    expect(signatures.length).toBeGreaterThan(0);
    expect(signatures.every((field) => field.acroField.dict.get(PDFName.of('V')) === undefined)).toBe(true);
  });
});

describe('the BAST', () => {
  it('holds parties, ticket, date in words and what was done', async () => {
    const reading = await readBack((await maker.make('bast', aHandover())).bytes);

    expect(reading).toMatchObject({ type: 'bast', signature: 'empty-field' });
    expect(reading.fields).toMatchObject({
      'bast.kode_form': 'BAST-LAYANAN-TIK',
      'bast.nomor': `BA-${NUMBER}/Pusintek/2026`,
      'bast.nomor_tiket': NUMBER,
      'bast.kode_layanan': 'ITSM.10',
      'bast.hari': 'Senin',
      'bast.tanggal': '2026-11-23',
      'bast.terbilang': 'dua puluh tiga November dua ribu dua puluh enam',
      'pihak1.nama': 'Agus Prasetyo',
      'pihak2.nama': 'Budi Santoso',
      'objek.uraian': 'Perangkat lunak sudah dipasang pada dua notebook dan diuji bersama pemakainya.',
      'objek.jumlah': '2',
      'objek.perangkat[2].sn': 'PF3ABC02',
      'objek.perangkat[2].perangkat_lunak': 'AutoCAD',
    });
    expect(reading.problems.map(({ field }) => field)).toEqual(['hasil.diterima']);
  });

  it.each([
    ['ITSM.1', 'objek.hosting.ip'],
    ['ITSM.2', 'objek.hosting.ip'],
    ['ITSM.5', 'objek.jaringan.titik'],
    ['ITSM.9', 'objek.folder.path'],
    ['ITSM.10', 'objek.perangkat[1].sn'],
  ])('for %s asks of its family only: %s', async (service, field) => {
    const data = aHandover({ ticket: { number: NUMBER, service } });
    const names = (await load('bast', data))
      .getForm()
      .getFields()
      .map((it) => it.getName())
      .filter((name) => /^objek\.(hosting|jaringan|folder|perangkat)/.test(name));

    expect(names).toContain(field);
    expect(new Set(names.map((name) => name.split(/[.[]/)[1])).size).toBe(1);
  });

  it('asks of none where the service is not known', async () => {
    const names = (await load('bast', aHandover({ ticket: { number: NUMBER, service: null } })))
      .getForm()
      .getFields()
      .map((field) => field.getName());

    expect(names.filter((name) => name.startsWith('objek.'))).toEqual(['objek.uraian']);
  });

  const devices = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ sn: `SERI-${at + 1}`, kode_bmn: '3100102002', nup: String(at + 1) }));

  it.each([
    [23, 2],
    [60, 3],
    [100, 4],
  ])('takes %i devices, over as many pages as they need', async (count, heads) => {
    const { bytes } = await maker.make('bast', aHandover({ objects: devices(count) }));
    const { fields, pages, text } = await readBack(bytes);

    expect(fields['objek.jumlah']).toBe(String(count));
    expect(fields[`objek.perangkat[${count}].sn`]).toBe(`SERI-${count}`);
    expect(verifyMark(fields, keyring)?.verdict).toBe('genuine');
    // The table's head stands above its lines on every page that has some.
    expect(text.match(/Nomor seri \(SN\)/g)?.length).toBe(heads);
    expect(pages).toBeGreaterThanOrEqual(heads);
  });

  it('says how many there are beyond what a paper holds', async () => {
    const { fields, text } = await readBack((await maker.make('bast', aHandover({ objects: devices(130) }))).bytes);

    expect(fields['objek.perangkat[100].sn']).toBe('SERI-100');
    expect(fields).not.toHaveProperty('objek.perangkat[101].sn');
    expect(text).toContain('dan 30 baris lain menurut daftar yang diajukan pada tiket ini');
    expect(verifyMark(fields, keyring)?.verdict).toBe('genuine');
  });
});

describe('a long text', () => {
  it('is cut to what can be read in print, and the paper is still known as ours', async () => {
    const whatWasDone = 'Perangkat lunak sudah dipasang. '.repeat(200);
    const { fields } = await readBack((await maker.make('bast', aHandover({ whatWasDone }))).bytes);

    expect(fields['objek.uraian']).toMatch(/^Perangkat lunak.{300,590}…$/);
    expect(verifyMark(fields, keyring)?.verdict).toBe('genuine');
  });
});

describe('the maker', () => {
  it('tells the digest of a paper without making it', async () => {
    const { fields } = await readBack((await maker.make('bast', aHandover())).bytes);

    expect(readMark(fields['loket.tanda'] ?? '')?.digest).toBe(maker.digestOf('bast', aHandover()));
    expect(maker.digestOf('bast', aHandover({ place: 'Bogor' }))).not.toBe(maker.digestOf('bast', aHandover()));
    expect(maker.digestOf('formulir-bia', aHandover())).toBeNull();
  });

  it('knows its kinds and which requirement each serves', () => {
    expect(maker.kinds).toEqual(['bast', 'daftar-akun', 'daftar-perangkat', 'form-3.1', 'formulir-uat']);
    expect(
      ['form-3.1', 'bast', 'formulir-uat', 'lampiran-akun-kolektif', 'daftar-sn-bmn', 'scan-ktp'].map(maker.serving),
    ).toEqual(['form-3.1', 'bast', 'formulir-uat', 'daftar-akun', 'daftar-perangkat', null]);
  });

  it('refuses a kind that is not described', async () => {
    await expect(maker.make('formulir-bia', aRequest())).rejects.toMatchObject({ code: 'E_TEMPLATE' });
  });
});
