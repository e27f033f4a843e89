/** A request that reaches us by the desk's hand: its words are read as if the person had written them, the desk vouches for him. */
import type { Party } from '../office.ts';
import { planWish, type Plan } from '../plan.ts';
import type { Situation, Spoken } from '../situation.ts';
import type { Batch } from './batch.ts';

export interface SpokenFor {
  readonly person: Party;
  readonly text: string;
  /** Whoever stood beside him in To and Cc. */
  readonly addressees: readonly string[];
}

/** The situation as if he had written it himself: no mail of his can be answered, and numbers go on behind those already taken. */
export function spokenSituation(batch: Batch, { person, text, addressees }: SpokenFor): Situation {
  const { it, sender } = batch;
  const theirs = new Set([sender.address, person.address, ...it.office.ownAddresses]);
  const cc = [...(it.message?.cc ?? []), ...addressees.map((address) => ({ name: '', address }))];
  return {
    ...it,
    sender: person,
    message: it.message && {
      ...it.message,
      from: { name: person.name, address: person.address },
      to: [],
      cc: cc.filter(({ address }) => !theirs.has(address)),
      messageId: null,
      ancestors: [],
      text,
      html: null,
    },
    mail: { ...it.mail, released: true },
    binding: null,
    numbering: { ...it.numbering, next: it.numbering.next + batch.opened.length },
  };
}

export function spokenPlans(situation: Situation, spoken: Spoken): readonly Plan[] {
  const reading = situation.desk?.readSpoken(spoken) ?? null;
  const { sender } = situation;
  if (reading === null || sender === null) return [];
  return reading.wishes.map((wish) => planWish(wish, { ...situation, reading }, sender));
}
