/** How many of what a service counts a text names, as a mail of one employee says it on a Monday. */
import { howMany } from '../../../src/understand/facts/how-many.ts';
import { findPeople } from '../../../src/understand/facts/people.ts';
import { toWords } from '../../../src/understand/words/normalise.ts';
import { rulebook } from '../office.ts';

export interface Asked {
  readonly unit: string | null;
  readonly sender: string;
  readonly bounded?: boolean;
}

export function countOf(text: string, { unit, sender, bounded = false }: Asked): number | null {
  return howMany(
    {
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
    },
    [],
    findPeople(text),
  );
}
