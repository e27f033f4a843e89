/**
 * One answer that settles several requests is one piece of news for each of those who hear of it: the approver has one receipt, a requester
 * one letter about all of his. A team keeps a letter for each ticket, since each is a task of its own. Pure: letters in, letters out.
 */
import type { Letter } from './letter.ts';
import { approverReceipts, requesterAnswered } from './letters/index.ts';

type Made = (letters: readonly [Letter, ...Letter[]]) => Letter;

const TOGETHER: readonly { readonly matches: (letter: Letter) => boolean; readonly make: Made }[] = [
  { matches: ({ template }) => template === 'approver.receipt', make: approverReceipts },
  {
    matches: ({ template, step }) =>
      template === 'requester.refused' || (template === 'requester.progress' && step === 'progress-approved'),
    make: requesterAnswered,
  },
];

/** @param letters of one mail */
export function gatherAnswers(letters: readonly Letter[]): readonly Letter[] {
  return TOGETHER.reduce((before, { matches, make }) => together(before, matches, make), letters);
}

function together(letters: readonly Letter[], matches: (letter: Letter) => boolean, make: Made): readonly Letter[] {
  const groups = Map.groupBy(letters.filter(matches), ({ person, language }) => `${person} ${language}`);
  return letters.flatMap((letter) => {
    const [first, ...others] = groups.get(`${letter.person} ${letter.language}`) ?? [];
    if (!matches(letter) || first === undefined || others.length === 0) return [letter];
    return letter === first ? [make([first, ...others])] : [];
  });
}
