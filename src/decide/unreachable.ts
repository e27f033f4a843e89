/**
 * A letter to an address that is known to be dead waits until a person has cleared it. Where it asks for somebody's word the ticket would
 * wait with it, and its requester believe that somebody has been asked: the desk hears of each.
 */
import type { Decision } from './decision.ts';
import type { Letter } from './letter.ts';
import { undeliverableOf } from './letters/index.ts';
import { deskOf, type Office } from './office.ts';
import { teamParty } from './ticket-view.ts';

const ASKING: readonly Letter['template'][] = [
  'approver.please-approve',
  'approver.several',
  'approver.chain-step',
  'approver.ask-word',
];

/** Of those whom the decision asks for a word. */
export function addressesAsked({ letters }: Decision): readonly string[] {
  return letters.filter(({ template }) => ASKING.includes(template)).map(recipientOf);
}

/** @param dead addresses in small letters */
export function tellUnreachable(decision: Decision, dead: ReadonlySet<string>, office: Office): Decision {
  const lost = decision.letters.filter((letter) => ASKING.includes(letter.template) && dead.has(recipientOf(letter)));
  if (lost.length === 0) return decision;
  const desk = teamParty(deskOf(office), office);
  const told = lost.map((letter) =>
    undeliverableOf(letter, desk, { template: letter.template, recipient: recipientOf(letter), status: '', reply: '' }),
  );
  return { ...decision, letters: [...decision.letters, ...told] };
}

function recipientOf({ to }: Letter): string {
  return (to[0]?.address ?? '').toLowerCase();
}
