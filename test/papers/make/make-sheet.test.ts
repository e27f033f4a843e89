import { inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readMark, verifySeal } from '../../../src/papers/make/mark.ts';
import { columnName, ruleOf } from '../../../src/papers/make/sheet-checks.ts';
import { zipFile } from '../../../src/papers/make/zip-file.ts';
import { aRequest, keyring, maker, NUMBER } from './orders.ts';

/** Walks the directory at the end, as programs do. */
function unzip(bytes: Uint8Array): ReadonlyMap<string, string> {
  const zip = Buffer.from(bytes);
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const files = new Map<string, string>();
  let at = zip.readUInt32LE(end + 16);
  for (let count = zip.readUInt16LE(end + 10); count > 0; count -= 1) {
    const [length, nameLength, start] = [
      zip.readUInt32LE(at + 20),
      zip.readUInt16LE(at + 28),
      zip.readUInt32LE(at + 42),
    ];
    const body = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28);
    const content = zip.subarray(body, body + length);
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    files.set(name, (zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(content) : content).toString());
    at += 46 + nameLength;
  }
  return files;
}

async function partsOf(kind: string, data = aRequest()): Promise<ReadonlyMap<string, string>> {
  return unzip((await maker.make(kind, data)).bytes);
}

/** Texts of a row, from left to right. */
function rowOf(sheet: string, number: number): readonly string[] {
  const row = sheet.match(new RegExp(`<row r="${number}">(.*?)</row>`))?.[1] ?? '';
  return [...row.matchAll(/<t xml:space="preserve">(.*?)<\/t>/g)].map((match) => match[1] ?? '');
}

describe('the list of accounts', () => {
  it('has a header row and one example, marked as such', async () => {
    const sheet = (await partsOf('daftar-akun')).get('xl/worksheets/sheet1.xml') ?? '';

    expect(rowOf(sheet, 1)).toEqual(['No', 'Nama lengkap', 'NIP', 'Jabatan', 'Unit kerja', 'Surel']);
    expect(rowOf(sheet, 2).slice(0, 3)).toEqual(['contoh', 'Contoh Pegawai', '199001012015031001']);
    expect(rowOf(sheet, 3)).toEqual([]);
  });

  it('keeps every cell as text, so that no NIP is rounded', async () => {
    const parts = await partsOf('daftar-akun');
    const sheet = parts.get('xl/worksheets/sheet1.xml') ?? '';
    const formats =
      parts
        .get('xl/styles.xml')
        ?.match(/<cellXfs.*<\/cellXfs>/)?.[0]
        .match(/numFmtId="\d+"/g) ?? [];

    expect([...sheet.matchAll(/<col [^>]*style="(\d)"/g)].map((match) => formats[Number(match[1])])).toEqual(
      Array.from({ length: 6 }, () => 'numFmtId="49"'),
    );
  });

  it('checks NIPs and addresses while they are written', async () => {
    const sheet = (await partsOf('daftar-akun')).get('xl/worksheets/sheet1.xml') ?? '';
    const checked = [...sheet.matchAll(/sqref="([^"]+)"/g)].map((match) => match[1]);

    expect(checked).toEqual(['C3:C502', 'F3:F502']);
    expect(sheet).toContain('error="NIP harus 18 angka tanpa spasi; tidak boleh sama dengan baris lain."');
  });

  it('carries its ticket and a mark that is ours', async () => {
    const parts = await partsOf('daftar-akun');
    const mark = readMark(parts.get('docProps/custom.xml') ?? '');

    expect(mark).toMatchObject({ kind: 'daftar-akun', ticket: NUMBER });
    expect(mark && verifySeal(mark, keyring)).toBe(true);
    expect(parts.get('xl/worksheets/sheet2.xml')).toContain(`Tiket ${NUMBER}`);
  });

  it('is the same, byte for byte, for the same data', async () => {
    const [one, other] = [await maker.make('daftar-akun', aRequest()), await maker.make('daftar-akun', aRequest())];

    expect(Buffer.from(one.bytes).equals(Buffer.from(other.bytes))).toBe(true);
    expect(one.filename).toBe(`Daftar-Akun-${NUMBER}.xlsx`);
  });

  it('cannot be broken by names', async () => {
    const office = { name: 'A & <B> "C"', fullName: 'D \u0001 & \ud800 <E>', deskName: '' };
    const parts = await partsOf('daftar-akun', aRequest({ office }));

    expect(parts.get('docProps/core.xml')).toContain('A &amp; &lt;B&gt; &quot;C&quot;');
    expect(parts.get('xl/worksheets/sheet2.xml')).toContain('D  &amp; \ufffd &lt;E&gt;');
  });
});

describe('the list of devices', () => {
  it('asks serial numbers and codes of state property', async () => {
    const sheet = (await partsOf('daftar-perangkat')).get('xl/worksheets/sheet1.xml') ?? '';

    expect(rowOf(sheet, 1).slice(0, 4)).toEqual(['No', 'Nomor seri (SN)', 'Kode BMN', 'NUP']);
    expect([...sheet.matchAll(/sqref="([^"]+)"/g)].map((match) => match[1])).toEqual(['B3:B502', 'C3:C502', 'D3:D502']);
  });
});

describe('a check', () => {
  it.each(['none', 'nip', 'email', 'serial', 'bmn', 'number', 'phone'] as const)(
    '%s fits what spreadsheet programs take',
    (check) => {
      const rule = ruleOf({ check, unique: true }, 'C', 3, 5002);

      expect(rule?.formula.length).toBeLessThan(255);
      expect(rule?.message.length).toBeLessThan(255);
      expect((rule?.formula.match(/\(/g) ?? []).length).toBe((rule?.formula.match(/\)/g) ?? []).length);
    },
  );

  it('is left out where anything may stand', () => {
    expect(ruleOf({ check: 'none', unique: false }, 'C', 3, 500)).toBeNull();
  });

  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [51, 'AZ'],
    [52, 'BA'],
  ])('column %i is %s', (index, name) => {
    expect(columnName(index)).toBe(name);
  });
});

describe('a zip file', () => {
  it('gives back what was put in', () => {
    const files = new Map([
      ['satu.xml', '<a/>'],
      ['folder/dua.xml', 'é'.repeat(70_000)],
      ['kosong', ''],
    ]);

    expect(unzip(zipFile(files))).toEqual(files);
  });
});
