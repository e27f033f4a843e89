import { beforeAll, describe, expect, it } from 'vitest';
import type { PaperReading } from '../../src/parse/document.ts';
import {
  fieldsRight,
  GOALS,
  isWronglyAccepted,
  kindsRight,
  scorePapers,
  shareOf,
  type ScoredPaper,
} from '../score/papers.ts';
import { paperFixtures } from './paper-fixtures.ts';

let scored: readonly ScoredPaper[] = [];

beforeAll(async () => {
  scored = await scorePapers();
}, 120_000);

const readingsOf = (file: string): readonly PaperReading[] =>
  scored.find(({ fixture }) => fixture.file === file)?.readings ?? [];

describe('the folder of papers', () => {
  it('holds at least 60, made with several programs', () => {
    expect(paperFixtures.length).toBeGreaterThanOrEqual(60);
    expect(new Set(paperFixtures.map(({ madeWith }) => madeWith.split(/[ ,]/)[0])).size).toBeGreaterThanOrEqual(6);
  });

  it('has its kinds known: 99 of 100', () => {
    expect(shareOf(kindsRight(scored))).toBeGreaterThanOrEqual(GOALS.kinds);
  });

  it('has the fields of fillable forms read: 97 of 100', () => {
    expect(shareOf(fieldsRight(scored, ['fillable', 'signature']))).toBeGreaterThanOrEqual(GOALS.fillable);
  });

  it('has the fields of printed forms read: 92 of 100', () => {
    expect(shareOf(fieldsRight(scored, ['printed']))).toBeGreaterThanOrEqual(GOALS.printed);
  });

  it('has none wrongly accepted', () => {
    expect(scored.filter(isWronglyAccepted).map(({ fixture }) => fixture.file)).toEqual([]);
  });
});

describe('what is said of', () => {
  it.each(paperFixtures.map(({ file, madeWith, papers }) => [file, madeWith, papers] as const))(
    '%s (%s) is what stands in papers.jsonl',
    (file, _madeWith, papers) => {
      const readings = readingsOf(file);

      expect(readings.map(({ type }) => type)).toEqual(papers.map(({ type }) => type));
      for (const [index, { rows, problems, ...expected }] of papers.entries()) {
        expect(readings[index]).toMatchObject(expected);
        if (expected.fields) expect(readings[index]?.fields).toEqual(expected.fields);
        if (problems) expect(readings[index]?.problems.map(({ text }) => text)).toEqual(problems);
        if (rows) expect(readings[index]?.rows?.map(({ row }) => row)).toEqual(rows);
      }
    },
  );
});
