import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PaperReading } from '../../src/parse/document.ts';
import { DEFAULT_LIMITS } from '../../src/parse/limits.ts';
import { checkList } from '../../src/papers/check-list.ts';
import { findList, type TableRow } from '../../src/papers/find-list.ts';
import { readPapers } from '../../src/papers/read-papers.ts';

const table = (...rows: readonly string[]): readonly TableRow[] =>
  rows.map((row, index) => ({ row: index + 1, cells: row.split('|').map((text) => ({ text: text.trim() })) }));
const says = (...rows: readonly string[]): ReturnType<typeof checkList> | null => {
  const list = findList(table(...rows));
  return list && checkList(list);
};
const problems = (...rows: readonly string[]): readonly string[] =>
  says(...rows)?.problems.map(({ text }) => text) ?? [];
const csv = async (bytes: Buffer | string): Promise<PaperReading | undefined> => {
  const file = { filename: 'daftar.csv', sha256: 'ab', type: 'text/plain', bytes: Buffer.from(bytes) };
  return (await readPapers([file], DEFAULT_LIMITS))[0];
};
const SARI = 'Sari Dewi|199001012015032001';

describe('the header of a list', () => {
  it.each([
    ['daftar-akun', 'No|Nama Lengkap|NIP|Jabatan'],
    ['daftar-akun', 'NAMA PEGAWAI|Alamat E-mail'],
    ['daftar-akun', 'nomor induk pegawai|surel'],
    ['daftar-akun', 'N I P|Alamat Surat Elektronik'],
    ['daftar-akun', 'No. Induk|Nama'],
    ['daftar-perangkat', 'No|Merek/Tipe|Serial Number|Kode BMN|NUP'],
    ['daftar-perangkat', 'S/N|Lokasi'],
  ])('of a %s is known by the meaning of its words: %s', (type, header) => {
    expect(findList(table('Lampiran surat', '', header, 'x'))).toMatchObject({ type, header: 3 });
  });

  it.each(['Nama|Alamat rumah|Hobi', 'Bulan|Realisasi|Pagu', 'Kepada Yth|Kepala Pusintek'])(
    'is not seen in %s',
    (header) => {
      expect(findList(table(header, 'a|b|c'))).toBeNull();
    },
  );
});

describe('rows of a list', () => {
  it('are counted without empty ones, numbered headings, sums and notes', () => {
    const list = says(
      'No|Nama|NIP',
      '(1)|(2)|(3)',
      `1|${SARI}`,
      '',
      '||',
      '2|Agus Wijaya|199204172018011004',
      'Jumlah||',
      'Keterangan: data per November',
    );

    expect(list?.fields).toEqual({ jumlah: '2' });
    expect(list?.rows.map(({ row }) => row)).toEqual([3, 6]);
    expect(list?.problems).toEqual([]);
  });

  it.each([
    ['Nama|NIP', '|199001012015032001', 'Baris 2: nama belum diisi'],
    ['Nama|NIP', 'Sari Dewi|', 'Baris 2: NIP belum diisi'],
    ['Nama|NIP', 'Sari Dewi|1990010120150320', 'Baris 2: NIP harus 18 angka'],
    [
      'Nama|NIP',
      'Sari Dewi|1,99001E+17',
      'Baris 2: NIP berubah menjadi angka yang dibulatkan; mohon jadikan kolom ini teks dan ketik ulang',
    ],
    ['Nama|NIP|Email', `${SARI}|sari@kemenkeu`, 'Baris 2: alamat surel tidak dikenal'],
    ['Nama|NIK', 'Sari Dewi|12345', 'Baris 2: NIK harus 16 angka'],
    ['SN|Kode BMN', 'AB|3100102001', 'Baris 2: nomor seri harus 5 sampai 30 huruf atau angka'],
    ['SN|Kode BMN', 'PF3A91KX|31001', 'Baris 2: kode BMN harus 10 angka'],
    ['SN|Kode BMN|NUP', 'PF3A91KX|3.10.01.02.001|x', 'Baris 2: NUP harus angka'],
  ])('%s / %s: %s', (header, row, text) => {
    expect(problems(header, row)).toEqual([text]);
  });

  it('name the row that they repeat', () => {
    expect(problems('Nama|NIP', SARI, 'Agus Wijaya|199204172018011004', SARI)).toEqual([
      'Baris 4: NIP sama dengan baris 2',
    ]);
  });

  it('may be written with blanks, stops and an apostrophe', () => {
    const list = says('Nama|NIP', "Sari Dewi|'19900101 201503 2 001");

    expect(list?.rows[0]?.values).toEqual({ nama: 'Sari Dewi', nip: '199001012015032001' });
    expect(list?.problems).toEqual([]);
  });

  it('are asked for where there are none', () => {
    expect(problems('Nama|NIP')).toEqual(['Daftar ini belum berisi baris data']);
  });

  it('are named thirty at most, with how many more there are', () => {
    const list = problems('Nama|NIP', ...Array.from({ length: 40 }, (_, index) => `Orang ${index}|${index}`));

    expect(list).toHaveLength(31);
    expect(list.at(-1)).toBe('Masih ada 10 masalah lain pada daftar ini');
  });
});

describe('CSV', () => {
  it.each([
    ['semicolons', 'Nama;NIP\r\nSari Dewi;199001012015032001\r\n'],
    ['commas', 'Nama,NIP\n"Sari Dewi","199001012015032001"\n'],
    ['tabs', 'Nama\tNIP\nSari Dewi\t199001012015032001'],
    ['a named separator', 'sep=;\nNama;NIP\nSari Dewi;199001012015032001'],
    ['the line ends of old Macs', 'Nama;NIP\rSari Dewi;199001012015032001\r'],
  ])('is read with %s', async (_what, text) => {
    expect((await csv(text))?.rows?.map(({ values }) => values)).toEqual([
      { nama: 'Sari Dewi', nip: '199001012015032001' },
    ]);
  });

  it.each([
    ['UTF-8 with a mark', Buffer.from('\ufeffNama;NIP\nRené;199001012015032001')],
    ['UTF-16, little end first', Buffer.from('\ufeffNama;NIP\nRené;199001012015032001', 'utf16le')],
    ['UTF-16, big end first', Buffer.from('\ufeffNama;NIP\nRené;199001012015032001', 'utf16le').swap16()],
    ['Windows-1252', Buffer.from('Nama;NIP\nRené;199001012015032001', 'latin1')],
  ])('is read in %s', async (_charset, bytes) => {
    expect((await csv(bytes))?.rows?.[0]?.values['nama']).toBe('René');
  });

  it('keeps quotes, separators and line ends within quotes', async () => {
    const reading = await csv('Nama;NIP\n"Sari ""Ayu""; Dewi\nAnggraini";199001012015032001\nAgus;199204172018011004');

    expect(reading?.rows).toEqual([
      { row: 2, values: { nama: 'Sari "Ayu"; Dewi Anggraini', nip: '199001012015032001' } },
      { row: 3, values: { nama: 'Agus', nip: '199204172018011004' } },
    ]);
  });

  it('gives back what a spreadsheet would write, whatever the names are', async () => {
    const name = fc
      .string({ minLength: 1, maxLength: 30, unit: 'grapheme-ascii' })
      .map((text) => `N${text.replace(/\s+/g, ' ').trim()}`);
    await fc.assert(
      fc.asyncProperty(fc.array(name, { minLength: 1, maxLength: 8 }), async (names) => {
        const lines = names.map((one) => `"${one.replaceAll('"', '""')}";"199001012015032001"`);
        const reading = await csv(`Nama;NIP\n${lines.join('\n')}\n`);

        expect(reading?.rows?.map(({ values }) => values['nama'])).toEqual(names);
      }),
      { numRuns: 60 },
    );
  });
});

describe('numbers as Indonesian programs show them', () => {
  it.each([
    ['1.018', '1018'],
    ['1.019,00', '1019'],
    ['17,0', '17'],
    ['17', '17'],
    ['1.2', '1.2'],
    ['12.3456', '12.3456'],
  ])('the NUP %s is %s', (written, nup) => {
    expect(says('SN|NUP', `PF3ABC01|${written}`)?.rows[0]?.values['nup']).toBe(nup);
  });

  it('an address that a program made a link is the address', () => {
    expect(says('Nama|Email', 'Sari Dewi|mailto:Sari.Dewi@kemenkeu.example')?.rows[0]?.values['email']).toBe(
      'sari.dewi@kemenkeu.example',
    );
  });
});
