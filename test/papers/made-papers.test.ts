/** The papers of fixtures/papers can be made anew: what libraries make comes out with the same reading. Programs are not asked for here. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeKit } from '../support/made-papers/kit.ts';
import { makePapers, RECIPES } from '../support/made-papers/make-papers.ts';
import { FOLDER, paperFixtures, readMade } from './paper-fixtures.ts';

const byLibraries = RECIPES.filter(({ programs }) => programs.length === 0);
let folder = '';
let made: readonly string[] = [];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'loket-made-'));
  made = await makePapers({ folder, wanted: (recipe) => byLibraries.includes(recipe), tell: () => undefined });
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('recipes', () => {
  it('there are for every paper of the folder, and for no other', () => {
    const names = [...paperFixtures.map(({ file }) => file), 'akar-percobaan.pem'];

    expect(RECIPES.map(({ file }) => file).toSorted()).toEqual(names.toSorted());
  });

  it('are made of papers that have recipes themselves', () => {
    const names = new Set(RECIPES.map(({ file }) => file));

    expect(RECIPES.flatMap(({ of = [] }) => of).filter((name) => !names.has(name))).toEqual([]);
  });

  it('that need a program that is not there are left out and named', async () => {
    const told: string[] = [];
    const recipe = { file: 'x.pdf', programs: ['program-yang-tidak-ada'], make: () => new Uint8Array() };
    const none = await makePapers({ folder, wanted: () => false, tell: (line) => void told.push(line) });
    const left = await makePapers({
      folder,
      wanted: () => true,
      tell: (line) => void told.push(line),
      recipes: [recipe],
    });

    expect([none, left]).toEqual([[], []]);
    expect(told).toEqual(['x.pdf is left out: program-yang-tidak-ada not found']);
  });

  it('say which program failed', () => {
    const kit = makeKit(folder, () => Buffer.alloc(0));

    expect(() => kit.run('program-yang-tidak-ada')).toThrow('program-yang-tidak-ada: is not there');
  });
});

describe('a paper made anew by libraries alone', () => {
  it.each(byLibraries.map(({ file }) => file))('%s is read as the one in the folder', async (file) => {
    const fixture = paperFixtures.find((one) => one.file === file);
    const readings = await readMade(file, readFileSync(join(folder, file)));

    expect(made).toContain(file);
    expect(existsSync(join(FOLDER, file))).toBe(true);
    expect(readings.map(({ type }) => type)).toEqual(fixture?.papers.map(({ type }) => type));
    fixture?.papers.forEach(({ rows, problems, fields, ...expected }, index) => {
      expect(readings[index]).toMatchObject(expected);
      expect(readings[index]?.fields).toEqual(fields ?? readings[index]?.fields);
      expect(readings[index]?.problems.map(({ text }) => text)).toEqual(problems ?? expect.anything());
      expect(readings[index]?.rows?.map(({ row }) => row)).toEqual(
        rows ?? readings[index]?.rows?.map(({ row }) => row),
      );
    });
  });
});
