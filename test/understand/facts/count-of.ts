/** How many of what a service counts a text names, as a mail of one employee says it on a Monday. */
import { rowFrom } from '../../../src/understand/facts/counted-rows.ts';
import { searchedSources } from '../../../src/understand/facts/fact-sources.ts';
import { howMany } from '../../../src/understand/facts/how-many.ts';
import { findPeople } from '../../../src/understand/facts/people.ts';
import { findQuantities } from '../../../src/understand/facts/quantity.ts';
import { toWords } from '../../../src/understand/words/normalise.ts';
import { rulebook } from '../office.ts';

export interface Asked {
  readonly unit: string | null;
  readonly sender: string;
  readonly bounded?: boolean;
}

export function countOf(text: string, { unit, sender, bounded = false }: Asked): number | null {
  return howMany(
    searchedSources({
      words: toWords(text, rulebook.abbreviations),
      around: '',
      shared: '',
      signature: '',
      papers: [],
      sender,
      unit,
      bounded,
      today: '2026-11-23',
      home: 'WIB',
      ticketNumbers: [],
      ...(rulebook.wording && { wording: rulebook.wording }),
    }),
    [],
    findPeople(text),
  );
}

/** The first number of a text with those that are counted with it, whatever a service counts. */
export function firstCount(text: string): number | undefined {
  const words = toWords(text, rulebook.abbreviations);
  const [first] = findQuantities(words);
  return first === undefined || (first.total && first.row) ? first?.value : rowFrom(first, null, words).value;
}
