import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { faultsIn, inCopy, loaded } from './rule-folder.ts';

const ARTICLE = `---
number: "007"
title: Cara memakai kursi
category: Ruang
contributor: Bagian Umum
source: standar contoh 7
variants: [CONTOH.2/kursi]
words: cara memakai kursi
---
1. Tarik kursi.
2. Duduk.
`;

const CODES = `codes:
  - {code: "1.1", successor: CONTOH.1/akun-baru, note: Kode lama., source: katalog lama}
`;

const PRIORITIES = `priorities:
  source: contoh
  impact:
    - {id: luas, name: luas, words: [semua]}
    - {id: satu, name: satu orang}
  urgency:
    - {id: mendesak, name: mendesak, words: [segera]}
    - {id: biasa, name: biasa}
  levels:
    - {id: P1, name: kritis, text: Segera.}
    - {id: P2, name: sedang, text: Menurut urutan.}
  matrix:
    luas: {mendesak: P1, biasa: P2}
    satu: {mendesak: P2, biasa: P2}
`;

/** Faults of the good set with these files written over it; texts that begin with + are put before what is there. */
function faultsWith(files: Readonly<Record<string, string>>): readonly string[] {
  return inCopy((folder) => {
    write(folder, files);
    return faultsIn(folder);
  });
}

function write(folder: string, files: Readonly<Record<string, string>>): void {
  mkdirSync(join(folder, 'articles'), { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name);
    writeFileSync(path, text.startsWith('+') ? text.slice(1) + readFileSync(path, 'utf8') : text);
  }
}

describe('an article', () => {
  it('has its head and its text', () => {
    const [article] = inCopy((folder) => {
      write(folder, { 'articles/007-kursi.md': ARTICLE });
      return loaded(folder).articles ?? [];
    });

    expect(article).toMatchObject({ number: '007', words: ['cara memakai kursi'], variants: ['CONTOH.2/kursi'] });
    expect(article?.body).toBe('1. Tarik kursi.\n2. Duduk.');
  });

  it.each([
    [
      'a number without quotes',
      ARTICLE.replace('"007"', '7'),
      'articles/007.md:2:9: number is 7, expected text; write it in quotes: "7"',
    ],
    [
      'a variant that does not exist',
      ARTICLE.replace('/kursi]', '/kursa]'),
      'articles/007.md:7:12: no service file describes "CONTOH.2/kursa"; did you mean "CONTOH.2/kursi"?',
    ],
  ])('with %s is told in its own lines', (_, text, fault) => {
    expect(faultsWith({ 'articles/007.md': text })).toEqual([fault]);
  });

  it('without a head is told', () => {
    expect(faultsWith({ 'articles/007.md': 'Hanya teks.' })).toEqual([
      'articles/007.md:1:1: the article has no head: its first line and the line below its keys are "---"',
    ]);
  });
});

it('an empty file is told', () => {
  expect(faultsWith({ 'teams.yaml': '# kosong\n' })).toEqual(['teams.yaml:1:1: the file says nothing']);
});

describe('an older code', () => {
  it('is kept with what took its place', () => {
    const codes = inCopy((folder) => {
      write(folder, { 'codes.yaml': CODES });
      return loaded(folder).oldCodes;
    });

    expect(codes).toEqual([{ code: '1.1', successor: 'CONTOH.1/akun-baru', note: 'Kode lama.' }]);
  });

  it('with a successor that does not exist is told', () => {
    expect(faultsWith({ 'codes.yaml': CODES.replace('akun-baru', 'akun-bru') })).toEqual([
      'codes.yaml:2:30: no service file describes "CONTOH.1/akun-bru"; did you mean "CONTOH.1/akun-baru"?',
    ]);
  });
});

describe('priorities', () => {
  it('load where every impact and urgency has its level', () => {
    expect(faultsWith({ 'incidents.yaml': `+${PRIORITIES}` })).toEqual([]);
  });

  it.each([
    [
      'a field that is missing',
      ['{mendesak: P1, biasa: P2}', '{mendesak: P1}'],
      'incidents.yaml:13:11: impact "luas" has no level for urgency "biasa"; add "biasa: …"',
    ],
    [
      'a level that is not listed',
      ['{mendesak: P1, biasa', '{mendesak: P9, biasa'],
      'incidents.yaml:13:22: level "P9" is not in levels',
    ],
    [
      'two grades without words',
      [', words: [semua]', ''],
      'incidents.yaml:4:5: exactly one impact must have no words: it counts where the mail says nothing',
    ],
  ] as const)('with %s are told', (_, [find, put], fault) => {
    const [said, ...others] = faultsWith({ 'incidents.yaml': `+${PRIORITIES.replace(find, put)}` });

    expect(others).toEqual([]);
    expect(said).toContain(fault);
  });
});

describe('windows of a service level', () => {
  const LEVEL = 'service_level: {working_days: 2, source: standar contoh 1.a}';
  const windows = (list: string): string => `service_level: {windows: [${list}], source: standar contoh 1.a}`;
  const faultsOf = (list: string): readonly string[] =>
    inCopy((folder) => {
      const path = join(folder, 'services/CONTOH.1.yaml');
      writeFileSync(path, readFileSync(path, 'utf8').replace(LEVEL, windows(list)));
      return faultsIn(folder);
    });

  it.each([
    [
      '{from: "08.00", to: "12.00", due: same-day, by: "16.00"}, {from: "13.00", to: "16.00", due: next-working-day, by: "12.00"}',
      '',
    ],
    ['{from: "12.00", to: "08.00", due: same-day, by: "16.00"}', 'to is 08.00, not after from 12.00'],
    ['{from: "08.00", to: "12.00", due: same-day, by: "11.00"}', 'by is 11.00, before its own window ends (12.00)'],
    [
      '{from: "08.00", to: "12.00", due: same-day, by: "16.00"}, {from: "11.00", to: "16.00", due: next-working-day, by: "12.00"}',
      'from is 11.00, before the window above ends (12.00)',
    ],
    [
      '{from: "08.00", to: "12.00", due: besok, by: "16.00"}',
      'due is "besok", expected one of same-day, next-working-day',
    ],
  ])('%s', (list, fault) => {
    const faults = faultsOf(list);

    expect(faults).toHaveLength(fault === '' ? 0 : 1);
    expect(faults.join()).toContain(fault);
  });
});

describe('a set below another', () => {
  it('is no part of the one above, and may share its word lists', () => {
    const [above, below] = inCopy((folder) => {
      const inner = join(folder, 'cabang');
      inCopyOf(folder, inner);
      writeFileSync(join(inner, 'replies.yaml'), '# sama\nsame_as: ../replies.yaml\n');
      return [loaded(folder), loaded(inner)];
    });

    expect(above?.services.map(({ code }) => code)).toEqual(below?.services.map(({ code }) => code));
    expect(below?.replies).toEqual(above?.replies);
  });

  it('tells a shared file that is not there', () => {
    expect(faultsWith({ 'replies.yaml': 'same_as: ../tidak-ada.yaml\n' }).join()).toContain('ENOENT');
  });

  it('has a version that changes with what it shares', () => {
    const versions = inCopy((folder) => {
      const inner = join(folder, 'cabang');
      inCopyOf(folder, inner);
      writeFileSync(join(inner, 'replies.yaml'), 'same_as: ../replies.yaml\n');
      const before = loaded(inner).version;
      write(folder, { 'replies.yaml': '+# ubah\n' });
      return [before, loaded(inner).version];
    });

    expect(versions[0]).not.toBe(versions[1]);
  });
});

function inCopyOf(from: string, to: string): void {
  const aside = mkdtempSync(join(tmpdir(), 'rules-'));
  cpSync(from, aside, { recursive: true });
  cpSync(aside, to, { recursive: true });
  rmSync(aside, { recursive: true });
}
