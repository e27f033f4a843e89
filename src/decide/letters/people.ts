/** How letters name people: by the directory where it knows them, without guessed titles, with NIPs masked. */
import type { Person } from '../../directory/person.ts';
import type { FieldValue } from '../letter.ts';
import type { Party, TeamParty } from './context.ts';
import { oneLine } from './own-words.ts';

const LONGEST_NAME = 80;

/** `male`, `female` and `unknown` choose Bapak, Ibu or Bapak/Ibu in the templates; exactly one is true. */
export interface PartyFields {
  readonly [name: string]: FieldValue;
  readonly name: string;
  readonly address: string;
  /** Title and unit; the unit is left out where the title names it. */
  readonly post: string;
  readonly male: boolean;
  readonly female: boolean;
  readonly unknown: boolean;
}

/** The person a letter is addressed to; the name stays empty where none is known. */
export function readerFields(party: Party): PartyFields {
  return { ...personFields(party.person), address: party.address, name: nameOf(party) };
}

/** A person whom a letter speaks of: where no name is known, the address stands for it. */
export function partyFields(party: Party): PartyFields {
  return { ...personFields(party.person), address: party.address, name: nameOf(party) || party.address };
}

export function superiorFields(person: Person): PartyFields {
  return { ...personFields(person), address: person.addresses[0] ?? '' };
}

export function teamReader(team: TeamParty): PartyFields {
  return { ...personFields(null), name: team.name, address: team.address };
}

/** Where no team has it, the desk writes for itself. */
export function workedOnBy({ team, desk }: { readonly team: TeamParty | null; readonly desk: TeamParty }): {
  readonly team: string;
} {
  return { team: (team ?? desk).name };
}

function personFields(person: Person | null): PartyFields {
  // Digit 15 of a NIP: 1 = man, 2 = woman.
  const sex = person?.nip.length === 18 ? person.nip[14] : undefined;
  return {
    name: person?.name ?? '',
    address: '',
    post: person === null ? '' : postOf(person),
    male: sex === '1',
    female: sex === '2',
    unknown: sex !== '1' && sex !== '2',
  };
}

function nameOf(party: Party): string {
  return party.person?.name ?? oneLine(party.name, LONGEST_NAME);
}

function postOf({ title, unitName }: Person): string {
  if (unitName === '' || title.toLowerCase().includes(unitName.toLowerCase())) return title;
  return title === '' ? unitName : `${title}, ${unitName}`;
}
