/**
 * What one answer of an approver leads to for several tickets, in one letter to each reader: to himself what was taken for a yes, with the
 * way back for each and all; to a requester which of his requests were agreed to, and which not. Made of the letters that each ticket would
 * have had alone, so that both say the same.
 */
import type { FieldValue, Letter } from '../letter.ts';

type Several = readonly [Letter, ...Letter[]];

/** @param letters receipts to one approver, in the order of his list: the tokens of all are bound into the one that he may answer */
export function approverReceipts(letters: Several): Letter {
  const [first] = letters;
  return {
    ...first,
    template: 'approver.receipts',
    step: 'receipts',
    shown: letters.map(({ ticket, shown }) => `${ticket}=${shown}`).join(' '),
    fields: {
      ...first.fields,
      count: letters.length,
      items: letters.map(({ fields }, index) => ({ digit: index + 1, ...picked(fields) })),
    },
  };
}

/** @param letters news of a yes or a no to one requester. Which tickets it lists is bound in as well, for what he answers. */
export function requesterAnswered(letters: Several): Letter {
  const [first] = letters;
  const refused = letters.filter(isRefusal).length;
  return {
    ...first,
    template: 'requester.answered',
    step: 'answered',
    shown: letters.map(({ ticket }) => `${ticket}=`).join(' '),
    fields: {
      ...first.fields,
      count: letters.length,
      agreed: letters.length - refused,
      refused,
      isMixed: refused > 0 && refused < letters.length,
      noneAgreed: refused === letters.length,
      items: letters.map((letter) => ({
        ...picked(letter.fields),
        team: letter.fields['team'] ?? null,
        due: letter.fields['due'] ?? null,
        isRefused: isRefusal(letter),
        words: letter.fields['words'] ?? null,
      })),
    },
  };
}

function isRefusal({ template }: Letter): boolean {
  return template === 'requester.refused';
}

function picked(fields: Letter['fields']): { readonly [name: string]: FieldValue } {
  const named = (name: string): FieldValue => fields[name] ?? null;
  return {
    number: named('number'),
    shortName: named('shortName'),
    kind: named('kind'),
    requester: named('requester'),
    facts: named('facts'),
  };
}
