/** Papers of ours that come back: whether what we filled in still stands there, told by the mark that only this installation can make. */
import { BAST, FORM_31 } from './papers/form-rules.ts';
import { verifyMark } from './papers/make/mark.ts';
import type { PaperReading } from './parse/document.ts';
import type { Keyring } from './shared/keyring.ts';

export function withMarks(
  papers: readonly PaperReading[],
  keyring: Pick<Keyring, 'paperSeal'>,
): readonly PaperReading[] {
  return papers.map((paper) => {
    const found = verifyMark(paper.fields, keyring);
    if (found === null) return paper;
    const fields = found.verdict === 'changed' ? found.fields : [];
    const labels = fields.map((name) => LABELS.get(name) ?? name);
    return { ...paper, mark: { verdict: found.verdict, ticket: found.mark?.ticket ?? null, fields, labels } };
  });
}

const LABELS: ReadonlyMap<string, string> = new Map([...FORM_31, ...BAST].map(({ name, label }) => [name, label]));
