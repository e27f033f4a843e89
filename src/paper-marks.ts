/**
 * Papers of ours that come back, by the mark that only this installation can make: in hidden fields, where it says whether what we filled
 * in still stands there, or in the code of a printed page, where it says which paper it is.
 */
import { BAST, FORM_31 } from './papers/form-rules.ts';
import { readMark, verifyMark, verifySeal } from './papers/make/mark.ts';
import type { PaperMark, PaperReading } from './parse/document.ts';
import type { Keyring } from './shared/keyring.ts';

type Sealer = Pick<Keyring, 'paperSeal'>;

export function withMarks(papers: readonly PaperReading[], keyring: Sealer): readonly PaperReading[] {
  return papers.map((paper) => {
    const mark = markInFields(paper, keyring) ?? markOnPage(paper, keyring);
    return mark === null ? paper : { ...paper, mark };
  });
}

function markInFields({ fields }: PaperReading, keyring: Sealer): PaperMark | null {
  const found = verifyMark(fields, keyring);
  if (found === null) return null;
  const changed = found.verdict === 'changed' ? found.fields : [];
  const labels = changed.map((name) => LABELS.get(name) ?? name);
  return { verdict: found.verdict, ticket: found.mark?.ticket ?? null, fields: changed, labels };
}

/** Of what stands beside a code on paper nothing can be said but what is read there. */
function markOnPage({ codes = [] }: PaperReading, keyring: Sealer): PaperMark | null {
  const [mark] = codes.flatMap((code) => readMark(code) ?? []);
  if (mark === undefined) return null;
  const verdict = verifySeal(mark, keyring) ? 'genuine' : 'forged';
  return { verdict, ticket: verdict === 'genuine' ? mark.ticket : null, fields: [], labels: [] };
}

const LABELS: ReadonlyMap<string, string> = new Map([...FORM_31, ...BAST].map(({ name, label }) => [name, label]));
