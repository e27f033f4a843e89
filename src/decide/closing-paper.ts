/** The signed paper whose return ends a ticket: the catalogue asks it once the work is done. */
import type { Variant } from '../rulebook/rulebook.ts';

const CLOSING_PAPERS = ['bast', 'formulir-uat'] as const;
export type ClosingPaper = (typeof CLOSING_PAPERS)[number];

/** Null where the requester's word alone ends it. */
export function closingPaper(variant: Pick<Variant, 'requirements'> | null): ClosingPaper | null {
  const asked = variant?.requirements ?? [];
  if (asked.some(({ kind }) => kind === 'bast')) return 'bast';
  return asked.some(({ key, phase }) => key === 'formulir-uat' && phase === 'after') ? 'formulir-uat' : null;
}
