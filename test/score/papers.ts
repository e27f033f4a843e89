/** How well the papers of fixtures/papers are read: fields by the way they were made, kinds, and what was wrongly taken for right. */
import type { PaperReading } from '../../src/parse/document.ts';
import { paperFixtures, readFixture, type ExpectedPaper, type PaperFixture } from '../papers/paper-fixtures.ts';

export interface ScoredPaper {
  readonly fixture: PaperFixture;
  readonly readings: readonly PaperReading[];
}

export interface Count {
  readonly right: number;
  readonly all: number;
}

/** What is to be reached, in shares; none may be wrongly accepted. */
export const GOALS = { fillable: 0.97, printed: 0.92, kinds: 0.99 } as const;

export async function scorePapers(): Promise<readonly ScoredPaper[]> {
  const scored: ScoredPaper[] = [];
  for (const fixture of paperFixtures) scored.push({ fixture, readings: await readFixture(fixture.file) });
  return scored;
}

export function fieldsRight(scored: readonly ScoredPaper[], how: readonly PaperFixture['how'][]): Count {
  const counts = scored
    .filter(({ fixture }) => how.includes(fixture.how))
    .flatMap(({ fixture, readings }) => fixture.papers.map((paper, index) => countFields(paper, readings[index])));
  const sum = (pick: keyof Count): number => counts.reduce((total, count) => total + count[pick], 0);
  return { right: sum('right'), all: sum('all') };
}

/** Values that are right; values read that nobody wrote count as wrong ones. */
function countFields(expected: ExpectedPaper, reading: PaperReading | undefined): Count {
  const wanted = expected.fields ?? {};
  const found = reading?.fields ?? {};
  const names = new Set([...Object.keys(wanted), ...Object.keys(found)]);
  return { right: [...names].filter((name) => wanted[name] === found[name]).length, all: names.size };
}

export function kindsRight(scored: readonly ScoredPaper[]): Count {
  const kinds = scored.flatMap(({ fixture, readings }) =>
    fixture.papers.map((paper, index) => readings[index]?.type === paper.type),
  );
  return { right: kinds.filter(Boolean).length, all: kinds.length };
}

/** Taken for right though something was to be said: a problem missed, a signature believed, an unreadable file read. */
export function isWronglyAccepted({ fixture, readings }: ScoredPaper): boolean {
  return fixture.papers.some((paper, index) => {
    const reading = readings[index];
    if (!reading) return false;
    const missed = (paper.problems?.length ?? 0) > 0 && reading.problems.length === 0;
    const believed = reading.signature === 'signed' && paper.signature !== undefined && paper.signature !== 'signed';
    return missed || believed || (paper.type === 'unreadable' && reading.type !== 'unreadable');
  });
}

export function shareOf({ right, all }: Count): number {
  return right / Math.max(all, 1);
}

export function printPapers(scored: readonly ScoredPaper[], withWrong: boolean): void {
  console.log(`${scored.length} papers of fixtures/papers`);
  const lines: readonly (readonly [string, Count, number])[] = [
    ['fields, fillable', fieldsRight(scored, ['fillable', 'signature']), GOALS.fillable],
    ['fields, printed', fieldsRight(scored, ['printed']), GOALS.printed],
    ['kinds', kindsRight(scored), GOALS.kinds],
  ];
  for (const [name, count, goal] of lines) {
    const share = shareOf(count);
    const figures = `${String(count.right).padStart(4)} of ${String(count.all).padStart(4)}  ${(100 * share).toFixed(1)} %`;
    console.log(`${name.padEnd(18)} ${figures}  goal ${100 * goal} %${share < goal ? '  MISSED' : ''}`);
  }
  const accepted = scored.filter(isWronglyAccepted);
  console.log(
    `wrongly accepted   ${String(accepted.length).padStart(4)}  goal 0${accepted.length > 0 ? '  MISSED' : ''}`,
  );
  for (const { fixture } of accepted) console.log(`  ${fixture.file}`);
  if (withWrong) for (const one of scored) printWrong(one);
}

function printWrong({ fixture, readings }: ScoredPaper): void {
  for (const [index, paper] of fixture.papers.entries()) {
    const found = readings[index];
    const names = new Set([...Object.keys(paper.fields ?? {}), ...Object.keys(found?.fields ?? {})]);
    const wrong = [...names].filter((name) => paper.fields?.[name] !== found?.fields[name]);
    if (wrong.length === 0 && found?.type === paper.type) continue;
    console.log(`\n${fixture.file}  said ${found?.type ?? '-'}  wanted ${paper.type}`);
    for (const name of wrong)
      console.log(`  ${name}: said ${found?.fields[name] ?? '-'}  wanted ${paper.fields?.[name] ?? '-'}`);
  }
}
