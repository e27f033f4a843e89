/** Whoever is asked for his yes by letter is known by it from then on: his address is kept under his pseudonym. */
import type { PartyRow } from './decision.ts';
import type { Letter } from './letter.ts';

export function askedBy(letters: readonly Letter[]): readonly PartyRow[] {
  return letters.flatMap(({ template, person, to: [to] }) =>
    template.startsWith('approver.') && to ? [{ id: person, ...to }] : [],
  );
}
