import { beforeAll, describe, expect, it } from 'vitest';
import type { PaperReading } from '../../src/parse/document.ts';
import { paperFixtures, readFixture, type ExpectedPaper, type PaperFixture } from './paper-fixtures.ts';

interface Scored {
  readonly fixture: PaperFixture;
  readonly readings: readonly PaperReading[];
}

let scored: readonly Scored[] = [];

beforeAll(async () => {
  const read: Scored[] = [];
  for (const fixture of paperFixtures) read.push({ fixture, readings: await readFixture(fixture.file) });
  scored = read;
}, 120_000);

const readingsOf = (file: string): readonly PaperReading[] =>
  scored.find(({ fixture }) => fixture.file === file)?.readings ?? [];

/** Values that are right; values read that nobody wrote count as wrong ones. */
function countFields(expected: ExpectedPaper, reading: PaperReading | undefined): { right: number; all: number } {
  const wanted = expected.fields ?? {};
  const found = reading?.fields ?? {};
  const names = new Set([...Object.keys(wanted), ...Object.keys(found)]);
  return { right: [...names].filter((name) => wanted[name] === found[name]).length, all: names.size };
}

function share(how: readonly PaperFixture['how'][]): number {
  const counts = scored
    .filter(({ fixture }) => how.includes(fixture.how))
    .flatMap(({ fixture, readings }) => fixture.papers.map((paper, index) => countFields(paper, readings[index])));
  const sum = (pick: 'right' | 'all'): number => counts.reduce((total, count) => total + count[pick], 0);
  return sum('right') / sum('all');
}

/** Taken for right though something was to be said: a problem missed, a signature believed, an unreadable file read. */
function isWronglyAccepted({ fixture, readings }: Scored): boolean {
  return fixture.papers.some((paper, index) => {
    const reading = readings[index];
    if (!reading) return false;
    const missed = (paper.problems?.length ?? 0) > 0 && reading.problems.length === 0;
    const believed = reading.signature === 'signed' && paper.signature !== undefined && paper.signature !== 'signed';
    return missed || believed || (paper.type === 'unreadable' && reading.type !== 'unreadable');
  });
}

describe('the folder of papers', () => {
  it('holds at least 60, made with several programs', () => {
    expect(paperFixtures.length).toBeGreaterThanOrEqual(60);
    expect(new Set(paperFixtures.map(({ madeWith }) => madeWith.split(/[ ,]/)[0])).size).toBeGreaterThanOrEqual(6);
  });

  it('has its kinds known: 99 of 100', () => {
    const kinds = scored.flatMap(({ fixture, readings }) =>
      fixture.papers.map((paper, index) => readings[index]?.type === paper.type),
    );

    expect(kinds.filter(Boolean).length / kinds.length).toBeGreaterThanOrEqual(0.99);
  });

  it('has the fields of fillable forms read: 97 of 100', () => {
    expect(share(['fillable', 'signature'])).toBeGreaterThanOrEqual(0.97);
  });

  it('has the fields of printed forms read: 92 of 100', () => {
    expect(share(['printed'])).toBeGreaterThanOrEqual(0.92);
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
