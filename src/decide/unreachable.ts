/**
 * A letter to an address that is known to be dead waits until a person has cleared it. Where it asks for somebody's word the ticket would
 * wait with it, and its requester believe that somebody has been asked: the desk hears of each, and the requester's letter says how it is.
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

const SAYS_ASKED: readonly Letter['template'][] = ['requester.received', 'requester.progress'];

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
  const asked = decision.letters.filter((letter) => ASKING.includes(letter.template) && !lost.includes(letter));
  return { ...decision, letters: [...decision.letters.map((letter) => asItIs(letter, lost, asked)), ...told] };
}

/** The requester's letter that says that somebody has been asked, where all who are asked about it are out of reach. */
function asItIs(letter: Letter, lost: readonly Letter[], asked: readonly Letter[]): Letter {
  const isAbout = ({ ticket, template }: Letter): boolean =>
    ticket === letter.ticket || template === 'approver.several';
  const isLost = lost.some(isAbout) && !asked.some(isAbout);
  return SAYS_ASKED.includes(letter.template) && isLost
    ? { ...letter, fields: { ...letter.fields, isUnreachable: true } }
    : letter;
}

function recipientOf({ to }: Letter): string {
  return (to[0]?.address ?? '').toLowerCase();
}
