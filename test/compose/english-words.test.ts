import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadRulebook } from '../../src/rulebook/load.ts';
import { TEST_CACHE } from '../support/test-cache.ts';
import { readEnglishWords } from '../../src/compose/english-words.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const { translator, faults } = readEnglishWords(
  readFileSync(join(ROOT, 'templates/en/words.yaml'), 'utf8'),
  'words.yaml',
);

/** Words that no English sentence has, names and codes aside. */
const INDONESIAN =
  /\b(?:belum|diisi|tidak|bukan|yang|pada|dengan|ini|itu|harus|dari|untuk|adalah|menurut|berkas|formulir|dokumen|surel|nomor|angka|baris|mohon|sudah|lebih|atau)\b/i;

describe('what is said of papers', () => {
  test.each([
    ['Berkas ini kosong.', 'This file is empty.'],
    ['berkas ini kosong', 'this file is empty'],
    ['isi berkas ini bukan PDF', 'the content of this file is not a PDF'],
    ['NIP pemohon belum diisi', 'NIP of the applicant is not filled in'],
    ['NIP pemohon: NIP harus 18 angka', 'NIP of the applicant: An NIP has 18 digits'],
    ['Baris 3: nama belum diisi', 'Row 3: the name is not filled in'],
    ['Baris 12: Nomor seri sama dengan baris 4', 'Row 12: The serial number is the same as in row 4'],
    [
      'Tidak terbaca pada formulir hasil cetak: Tanggal, Nama pemohon, dan 3 isian lain',
      'Not legible on the printed form: Date, Name of the applicant, and 3 more',
    ],
    ['Tanggal BAST (1 Desember 2026) belum tiba', 'Date of the BAST (1 December 2026) has not come yet'],
    ['Formulir UAT belum ditandatangani', 'The UAT form has not been signed'],
    [
      'NIP pemohon pada formulir (1988) bukan NIP pengirim menurut direktori (1989), berbeda mulai angka ke-4',
      'The applicant’s NIP on the form (1988) is not the sender’s by the register (1989); they differ from digit 4 on',
    ],
    ['daftar.xlsx: Berkas ini kosong.', 'daftar.xlsx: This file is empty.'],
    [
      'Surat ini ditandatangani Wening Asmara (Kepala Bagian Rumah Tangga, eselon III); yang diminta pejabat minimal eselon II atau kepala kantor atau kepala satker',
      'This letter is signed by Wening Asmara (Kepala Bagian Rumah Tangga, echelon III); the catalogue asks for an official of at least echelon II or head of an office or head of a work unit',
    ],
    [
      'Surat ini ditandatangani Dodi (Pranata Komputer, tanpa eselon) atas nama Kepala Biro; yang diminta pejabat minimal eselon II',
      'This letter is signed by Dodi (Pranata Komputer, no echelon) on behalf of Kepala Biro; the catalogue asks for an official of at least echelon II',
    ],
    [
      'Yang dapat menandatangani antara lain: Bonar (Kepala Biro); Hesti (Direktur)',
      'Those who may sign it are for instance: Bonar (Kepala Biro); Hesti (Direktur)',
    ],
    [
      'Direktori tidak mencatat Wening sebagai Plh. Kepala Biro pada 20 November 2026',
      'The register does not have Wening as Plh. Kepala Biro on 20 November 2026',
    ],
    [
      'NIP penanda tangan pada surat (1988) bukan NIP Bonar menurut direktori',
      'The NIP of the signer on the letter (1988) is not that of Bonar by the register',
    ],
    [
      'Tanda tangan elektronik pada surat atas nama Wening, bukan Bonar',
      'The electronic signature of the letter is Wening’s, not Bonar’s',
    ],
    [
      'Jumlah laptop pada surat (12) tidak sama dengan jumlah pada email (10, 11)',
      'The letter counts another number of laptops (12) than the mail (10, 11)',
    ],
    ['Surat tugas kurang halaman kedua', null],
  ])('%s', (said, english) => {
    expect(translator.sentence(said)?.replaceAll("'", '’') ?? null).toBe(english);
  });

  test('names of people and files stay as they are', () => {
    expect(translator.sentence('Penyetuju pada formulir (Tidak Ada Pada) tidak ada pada Cc email')).toBe(
      'The approver on the form (Tidak Ada Pada) is not in Cc of the mail',
    );
  });

  test('is put into English only where it is said of a paper', () => {
    const fields = {
      files: [{ filename: 'Berkas ini kosong.', problems: ['Berkas ini kosong.'] }],
      unread: [{ filename: 'a.pdf', reason: 'berkas ini kosong' }],
      words: { lines: ['Berkas ini kosong.'], cut: false },
      desk: { phones: '021 3449230 eks. 4100', name: 'eks. 4100' },
    };

    expect(translator.fields(fields)).toEqual({
      files: [{ filename: 'Berkas ini kosong.', problems: ['This file is empty.'] }],
      unread: [{ filename: 'a.pdf', reason: 'this file is empty' }],
      words: { lines: ['Berkas ini kosong.'], cut: false },
      desk: { phones: '021 3449230 ext. 4100', name: 'eks. 4100' },
    });
  });

  test('a file that is none is a fault with its name', () => {
    const read = readEnglishWords('sentences: [', 'templates/en/words.yaml');

    expect(read.faults.map(({ place }) => place.file)).toEqual(['templates/en/words.yaml']);
    expect(read.translator.sentence('Berkas ini kosong.')).toBeNull();
    expect(readEnglishWords(undefined, '').faults).toEqual([]);
  });
});

describe('the shipped words', () => {
  const papers = readFileSync(join(ROOT, 'fixtures/papers/papers.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line): readonly string[] =>
      JSON.parse(line).papers.flatMap((one: { problems?: string[] }) => one.problems ?? []),
    );

  test('are well formed', () => {
    expect(faults).toEqual([]);
  });

  test('cover all that the catalogue asks for', () => {
    const rules = loadRulebook(join(ROOT, 'rules'), { mailboxDomain: 'kemenkeu.example', cache: TEST_CACHE });
    const services = rules.kind === 'faulty' ? [] : rules.rulebook.services;
    const asked = services.flatMap(({ variants }) => variants.flatMap(({ requirements }) => requirements));

    expect(asked.length).toBeGreaterThan(50);
    expect([...new Set(asked.map(({ text }) => text))].filter((text) => translator.sentence(text) === null)).toEqual(
      [],
    );
  });

  test('cover all that is said of the sample papers', () => {
    expect(papers.length).toBeGreaterThan(20);
    expect(untold([...new Set(papers)])).toEqual([]);
  });

  test.each([
    ...[
      'check-fields',
      'check-list',
      'nip',
      'read-papers',
      'unreadable',
      'read-archive',
      'sheet-paper',
      'read-odf',
    ].map((name) => `src/papers/${name}.ts`),
    ...['paper-differences', 'compare-approver', 'compare-people', 'letter-findings', 'letter-counts'].map(
      (name) => `src/understand/papers/${name}.ts`,
    ),
    ...['paper-faults', 'bast', 'paper-seen'].map((name) => `src/decide/${name}.ts`),
  ])('cover the sentences of %s', (file) => {
    expect(existsSync(join(ROOT, file))).toBe(true);
    expect(untold(sentencesIn(readFileSync(join(ROOT, file), 'utf8')))).toEqual([]);
  });
});

function untold(sentences: readonly string[]): readonly string[] {
  return sentences.filter((sentence) => {
    const english = translator.sentence(sentence);
    return english === null || INDONESIAN.test(english);
  });
}

/** Indonesian in quotes, comments aside; what is put in stands for a name. */
function sentencesIn(source: string): readonly string[] {
  let code = source.replace(/\/\*[^]*?\*\/|\/\/.*$/gm, '').replace(/= \/.*\/[a-z]*;$/gm, '');
  while (/\$\{[^{}]*\}/.test(code)) code = code.replace(/\$\{[^{}]*\}/g, 'Xyz');
  return [...code.matchAll(/'([^'\n]+)'|`([^`]+)`/g)]
    .map(([, quoted, template]) => (quoted ?? template ?? '').replace(/^Xyz: /, 'a.zip: ').replace(/\)Xyz$/, ')'))
    .filter((text) => !text.startsWith(', '))
    .filter((text) => text.split(' ').length > 2 && INDONESIAN.test(text));
}
