import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadDirectory } from '../../src/directory/load-directory.ts';
import { parseDirectory } from '../../src/directory/parse-directory.ts';
import { HEADER } from './people.ts';
import { began, spentSince } from '../support/spent.ts';

const SAMPLE = join(import.meta.dirname, '../../fixtures/directory.csv');

describe('loadDirectory', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'directory-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  test('reads the sample office without a fault', async () => {
    const { directory, faults } = await loadDirectory(SAMPLE);

    expect(faults).toEqual([]);
    expect(directory.size).toBeGreaterThan(40);
    expect(directory.byName('Bpk. Ahmad Ridho')).toHaveLength(2);
    expect(directory.byAddress('swiduri@kemenkeu.example')?.addresses[0]).toBe('sinta.widuri@kemenkeu.example');
  });

  test('finds the acting head of the vacant unit of the sample office', async () => {
    const { directory } = await loadDirectory(SAMPLE);
    const [staff] = directory.byName('Nadhifa Rahmah');

    expect(staff && directory.qualifying(staff, 3, '2026-11-23')[0]?.name).toBe('Wening Asmara');
    expect(staff && directory.qualifying(staff, 3, '2027-04-01')[0]?.name).toBe('Bonar Lumbantoruan');
  });

  test('reads what a spreadsheet saved as Windows-1252', async () => {
    const path = join(folder, 'latin.csv');
    const row = '197001021995031001,Jos\u00e9 Tavares,jose@kantor.example,Kepala,III,DIT,Dit,,,,,1';
    await writeFile(path, Buffer.from(`${HEADER}\r\n${row}`, 'latin1'));

    const { directory } = await loadDirectory(path);

    expect(directory.byAddress('jose@kantor.example')?.name).toBe('José Tavares');
  });

  test('says which file cannot be read', async () => {
    await expect(loadDirectory(join(folder, 'none.csv'))).rejects.toMatchObject({ code: 'E_DIRECTORY' });
  });
});

describe('an office of 80,000', () => {
  /** Ranks by position: one I, 19 II, 380 III, 3,600 IV, the others staff; every 500th acts for a bureau. */
  function row(at: number): string {
    const nip = (of: number): string =>
      `${1970 + (of % 20)}0${1 + (of % 9)}${10 + (of % 18)}${2010 + (of % 9)}0${1 + (of % 8)}1${String(1 + Math.floor(of / 90)).padStart(3, '0')}`;
    const level = at === 0 ? 'I' : at < 20 ? 'II' : at < 400 ? 'III' : at < 4000 ? 'IV' : '';
    const superior =
      at === 0 ? '' : nip(at < 20 ? 0 : at < 400 ? 1 + (at % 19) : at < 4000 ? 20 + (at % 380) : 400 + (at % 3600));
    const acting = at % 500 === 499 ? `U-${at % 19},2026-11-01,2026-11-30` : ',,';
    return `${nip(at)},Pegawai Nomor ${at},p${at}@kantor.example,Jabatan,${level},U-${at % 19}-${at % 380},Unit,${superior},${acting},1`;
  }

  test('is read and asked within seconds', () => {
    const text = [HEADER, ...Array.from({ length: 80_000 }, (_, at) => row(at))].join('\n');

    const start = began();
    const { directory } = parseDirectory(text);
    for (let at = 5000; at < 15_000; at += 1) {
      const person = directory.byAddress(`p${at}@kantor.example`);
      if (person) directory.qualifying(person, 3, '2026-11-18');
    }

    expect(directory.size).toBeGreaterThan(30_000);
    expect(spentSince(start)).toBeLessThan(8000);
  });
});
