/**
 * Papers of ours that come back, by the mark that only this installation can make: in hidden fields, where it says whether what we filled
 * in still stands there, or in the code of a printed page, where it says which paper it is.
 */
import type { Office } from './decide/office.ts';
import { readMark, verifyMark, verifySeal } from './papers/make/mark.ts';
import type { PaperMark, PaperReading } from './parse/document.ts';

type Ours = Pick<Office, 'keyring' | 'fieldLabels'>;

export function withMarks(papers: readonly PaperReading[], ours: Ours): readonly PaperReading[] {
  return papers.map((paper) => {
    const mark = markInFields(paper, ours) ?? markOnPage(paper, ours);
    return mark === null ? paper : { ...paper, mark };
  });
}

function markInFields({ fields }: PaperReading, { keyring, fieldLabels = NO_LABELS }: Ours): PaperMark | null {
  const found = verifyMark(fields, keyring);
  if (found === null) return null;
  const changed = found.verdict === 'changed' ? found.fields : [];
  const labels = changed.map((name) => labelOf(name, fieldLabels));
  return { verdict: found.verdict, ticket: found.mark?.ticket ?? null, fields: changed, labels };
}

const NO_LABELS: ReadonlyMap<string, string> = new Map();
const CELL = /^(.{1,80})\[(\d{1,3})\]\.([a-z0-9_]{1,40})$/;

/** As it stands on the form; a cell of a table by its column and its line. */
function labelOf(name: string, labels: ReadonlyMap<string, string>): string {
  const [, table, line, column] = CELL.exec(name) ?? [];
  if (table === undefined) return labels.get(name) ?? name;
  const label = labels.get(`${table}[].${column}`);
  return label === undefined ? name : `${label} pada baris ke-${line}`;
}

/** Of what stands beside a code on paper nothing can be said but what is read there. */
function markOnPage({ codes = [] }: PaperReading, { keyring }: Ours): PaperMark | null {
  const [mark] = codes.flatMap((code) => readMark(code) ?? []);
  if (mark === undefined) return null;
  const verdict = verifySeal(mark, keyring) ? 'genuine' : 'forged';
  return { verdict, ticket: verdict === 'genuine' ? mark.ticket : null, fields: [], labels: [] };
}
