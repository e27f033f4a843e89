import { describe, expect, it } from 'vitest';
import { labelKey, type FormLabels } from '../../src/papers/form-labels.ts';
import { readLabelled } from '../../src/papers/label-fields.ts';
import { SHIPPED_FORMS } from '../support/shipped-forms.ts';
import type { Line } from '../../src/papers/page-lines.ts';

const labels = (kind: string): FormLabels => {
  const found = SHIPPED_FORMS.get(kind)?.labels ?? null;
  if (found === null) throw new Error(`${kind} is not described`);
  return found;
};
const FORM_31_LABELS = labels('form-3.1');
const BAST_LABELS = labels('bast');

/** Cells are parted by `|`; each column is 100 points wide, lines stand 20 points apart. */
const lines = (text: string, leading = 20): readonly Line[] =>
  text.split('\n').map((row, index) => ({
    top: leading * index,
    size: 10,
    cells: row
      .split('|')
      .map((cell, column) => ({
        text: cell.trim(),
        left: 50 + 150 * column,
        right: 50 + 150 * column + 5 * cell.trim().length,
      }))
      .filter(({ text: cell }) => cell !== ''),
  }));
const form = (text: string, leading?: number): Readonly<Record<string, string>> =>
  Object.fromEntries(readLabelled(lines(text, leading), FORM_31_LABELS).values);
const bast = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(readLabelled(lines(text), BAST_LABELS).values);

describe('a value of a printed form', () => {
  it.each([
    ['in the next cell', 'Nama pemohon | Budi Santoso'],
    ['behind a colon', 'Nama pemohon : Budi Santoso'],
    ['behind a cell with a colon', 'Nama pemohon | : | Budi Santoso'],
    ['in a cell that begins with a colon', 'Nama pemohon | : Budi Santoso'],
    ['below its label', 'Nama pemohon\nBudi Santoso'],
    ['behind a number and a star', '3. Nama Pemohon *) : Budi Santoso'],
    ['under the heading of its part', 'B. Pemohon\nNama | Budi Santoso'],
  ])('is found %s', (_where, text) => {
    expect(form(text)).toEqual({ 'pemohon.nama': 'Budi Santoso' });
  });

  it('belongs to the part above it', () => {
    expect(form('PEMOHON\nNama | Budi\nNIP | 1\nPENYETUJU\nNama | Rina\nNIP | 2')).toEqual({
      'pemohon.nama': 'Budi',
      'pemohon.nip': '1',
      'penyetuju.nama': 'Rina',
      'penyetuju.nip': '2',
    });
    expect(bast('PIHAK PERTAMA\nNama : Yusuf\nPIHAK KEDUA\nNama : Budi')).toEqual({
      'pihak1.nama': 'Yusuf',
      'pihak2.nama': 'Budi',
    });
  });

  it('that runs over lines beside another goes on in its own column', () => {
    const text = [
      'PEMOHON',
      '| Subbagian Pelaksanaan | | Bendahara',
      'Unit kerja | | Jabatan |',
      '| Anggaran | | Pengeluaran',
      'Surel | budi.santoso | Telepon | 0812 0000',
      '| @kemenkeu.example | | 1177',
      'Nama | Budi',
    ].join('\n');

    expect(form(text, 12)).toEqual({
      'pemohon.unit_kerja': 'Subbagian Pelaksanaan Anggaran',
      'pemohon.jabatan': 'Bendahara Pengeluaran',
      'pemohon.email': 'budi.santoso @kemenkeu.example',
      'pemohon.telepon': '0812 0000 1177',
      'pemohon.nama': 'Budi',
    });
  });

  it('ends with its row where what follows stands under neither of two', () => {
    expect(form('Nama pemohon | Budi | NIP pemohon | 123\nlihat lampiran | | |', 12)).toEqual({
      'pemohon.nama': 'Budi',
      'pemohon.nip': '123',
    });
  });

  it.each([
    [
      'a label close behind it',
      ['197505162000032023', 'Eselon', 'III'],
      { 'penyetuju.nip': '197505162000032023', 'penyetuju.eselon': 'III' },
    ],
    ['words of its own', ['19750516', '200003 2 023'], { 'penyetuju.nip': '19750516 200003 2 023' }],
  ])('of a narrow table is parted at %s', (_what, texts, fields) => {
    const parts = texts.map((text, index) => ({ text, left: 200 + 120 * index, right: 310 + 120 * index }));
    const value = { text: texts.join(' '), left: 200, right: 550, parts };
    const cells = [{ text: 'NIP', left: 50, right: 70 }, value];
    const read = readLabelled([...lines('PENYETUJU'), { top: 20, size: 10, cells }], FORM_31_LABELS);

    expect(Object.fromEntries(read.values)).toEqual(fields);
  });

  it('ends where the next label of its line begins', () => {
    expect(form('Nama pemohon | Budi | NIP pemohon | 198604122010121003')).toEqual({
      'pemohon.nama': 'Budi',
      'pemohon.nip': '198604122010121003',
    });
  });

  it('goes on in the next lines', () => {
    expect(form('Alasan permintaan | Pegawai baru pada\n | Subbagian Mutasi\nNama pemohon | Budi')).toEqual({
      'permintaan.alasan': 'Pegawai baru pada Subbagian Mutasi',
      'pemohon.nama': 'Budi',
    });
  });

  it('may begin above its label, which stands beside its middle', () => {
    expect(form('Jumlah akun | 1\n\n | Pegawai baru pada\nAlasan permintaan\n | Subbagian Mutasi', 8)).toEqual({
      'permintaan.jumlah_akun': '1',
      'permintaan.alasan': 'Pegawai baru pada Subbagian Mutasi',
    });
  });

  it('is missing where only dots stand, and its label was seen', () => {
    const { values, seen } = readLabelled(lines('Nama pemohon | ..........\nNIP pemohon | ____'), FORM_31_LABELS);

    expect([...values]).toEqual([]);
    expect([...seen]).toEqual(['pemohon.nama', 'pemohon.nip']);
  });

  it('is not what the desk writes', () => {
    expect(form('DIISI OLEH SERVICE DESK\nNama pemohon | Orang lain')).toEqual({});
  });

  it('is not taken from ordinary text', () => {
    expect(form('Nama pemohon ditulis lengkap tanpa singkatan\nBudi')).toEqual({});
  });
});

describe('a choice of a printed form', () => {
  it.each([
    ['[ ] Pembuatan akun [x] Penghapusan akun', 'hapus'],
    ['☐ Pembuatan akun ☒ Reset password', 'reset'],
    ['( ) Pembuatan akun (•) Perubahan akun', 'ubah'],
    ['○ Pembuatan akun ● Pengaturan kewenangan', 'kewenangan'],
    ['Pembuatan akun', 'buat'],
  ])('is the ticked one: %s', (options, choice) => {
    expect(form(`Jenis permintaan | ${options}`)).toEqual({ 'permintaan.jenis': choice });
  });

  it.each([
    '[x] Pembuatan akun [x] Penghapusan akun',
    '[ ] Pembuatan akun [ ] Penghapusan akun',
    'Pembuatan akun | Penghapusan akun',
  ])('is open where none or several are ticked: %s', (options) => {
    expect(form(`Jenis permintaan | ${options}`)).toEqual({});
  });

  it('goes on in the next line', () => {
    expect(
      form('Jenis permintaan | ☐ Pembuatan akun ☐ Perubahan akun\n | ☒ Reset password ☐ Penghapusan akun'),
    ).toEqual({ 'permintaan.jenis': 'reset' });
  });

  it('tells II from III, and ranks from their equals', () => {
    expect(form('Eselon penyetuju | ☐ II ☒ III ☐ Setara II')).toEqual({ 'penyetuju.eselon': 'III' });
    expect(form('Eselon penyetuju | ☐ II ☐ III ☒ Setara III')).toEqual({ 'penyetuju.eselon': 'setara_III' });
  });
});

describe('boxes', () => {
  it('are ticked one by one', () => {
    expect(form('Kewenangan | ☒ Baca ☐ Tulis ☒ Hapus\n☒ Saya setuju dengan ketentuan')).toEqual({
      'akses.kewenangan.baca': 'ya',
      'akses.kewenangan.hapus': 'ya',
      'pernyataan.setuju_ketentuan': 'ya',
    });
  });
});

describe('a label', () => {
  it.each([
    ['a) E-mail *:', 'surel'],
    ['12. Nama Lengkap (wajib)', 'nama lengkap'],
    ['Telepon / HP', 'telepon/hp'],
    ['NIP (18 angka)', 'nip'],
  ])('%s is known as %s', (text, key) => {
    expect(labelKey(text)).toBe(key);
  });
});
