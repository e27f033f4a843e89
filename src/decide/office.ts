/** What every decision needs to know of the office, as values: rules, people, the installation's secret, its own addresses. */
import type { Directory, Person } from '../directory/person.ts';
import type { Address } from '../parse/message.ts';
import type { Rulebook, Team } from '../rulebook/rulebook.ts';
import type { PersonId, TeamCode } from '../shared/ids.ts';
import type { Keyring } from '../shared/keyring.ts';
import type { ZoneId } from '../shared/time.ts';

export interface Office {
  readonly rulebook: Rulebook;
  readonly directory: Directory;
  readonly keyring: Keyring;
  readonly zone: ZoneId;
  readonly mailbox: { readonly address: string; readonly name: string };
  /** Every address that delivers into our mailbox, lower-case. */
  readonly ownAddresses: readonly string[];
  /** Domains whose mail is answered, lower-case; sub-domains count. */
  readonly domains: readonly string[];
  /** Keys of requirements for which templates/forms has a paper to give out; none where absent. */
  readonly paperKeys?: ReadonlySet<string>;
  /** What stands beside each field of those papers, by its name; a field that is not there is called by its name. */
  readonly fieldLabels?: ReadonlyMap<string, string>;
  readonly whenAbsent: 'refuse' | 'desk' | 'accept';
  /** How long after it was made an S/MIME signature says anything, in ms; default three days. */
  readonly signedWithin?: number;
}

/** Somebody who takes part, with the pseudonym that events use. */
export interface Party extends Address {
  readonly id: PersonId;
  readonly person: Person | null;
}

/** A person with several addresses in the directory is one party, whichever of them he uses. */
export function partyOf(office: Office, address: Address): Party {
  const person = office.directory.byAddress(address.address);
  return {
    id: office.keyring.personId(person?.addresses[0] ?? address.address),
    address: address.address,
    name: person?.name ?? (address.name || address.address),
    person,
  };
}

/**
 * Who wrote a mail, and where he is answered: at From. A Reply-To is used only where the directory says that it is the same person's
 * (otherwise a forged one would lead our letters to a stranger).
 */
export function writerOf(office: Office, from: Address, replyTo: readonly Address[]): Party {
  const writer = partyOf(office, from);
  const [other, ...more] = replyTo;
  if (other === undefined || more.length > 0 || writer.person === null) return writer;
  return writer.person.addresses.includes(other.address) ? { ...writer, address: other.address } : writer;
}

/** True for the person of that pseudonym, by whichever of his addresses the directory knows. */
export function isSamePerson(office: Office, party: Party, id: PersonId): boolean {
  return party.id === id || addressesOf(party).some((address) => office.keyring.personId(address) === id);
}

export function addressesOf(party: Party): readonly string[] {
  return [party.address, ...(party.person?.addresses ?? [])];
}

export function isOurDomain(office: Office, address: string): boolean {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  return office.domains.some((ours) => domain === ours || domain.endsWith(`.${ours}`));
}

export function teamOf(office: Office, code: TeamCode | string | null): Team | null {
  return office.rulebook.teams.find((team) => team.code === code) ?? null;
}

export function deskOf(office: Office): Team {
  const desk = teamOf(office, office.rulebook.deskTeam);
  if (desk === null) throw new Error(`the rulebook has no desk team ${office.rulebook.deskTeam}`);
  return desk;
}

/** True when the address is the team's own or a member's (by address or by unit). */
export function isOfTeam(office: Office, team: Team, address: string): boolean {
  if (team.code === office.rulebook.deskTeam && office.rulebook.deskLead?.address === address) return true;
  if (team.address === address || team.members.includes(address)) return true;
  const person = office.directory.byAddress(address);
  return (
    person !== null &&
    person.active &&
    (team.memberUnits.includes(person.unitCode) || memberByOtherAddress(team, person))
  );
}

/** True when automatic letters to this address are part of the work (teams, desk), so that no cap applies. */
export function isTeamAddress(office: Office, address: string): boolean {
  return office.rulebook.teams.some((team) => team.address === address);
}

function memberByOtherAddress(team: Team, person: Person): boolean {
  return person.addresses.some((address) => team.members.includes(address));
}

/** Whether these words of a name are all in that of the person; none say nothing against it. */
export function isNamed(words: string, name: string): boolean {
  const own = wordsOf(name);
  return wordsOf(words).every((word) => own.includes(word));
}

/** Particles and forms of address are no part of a name. */
function wordsOf(name: string): readonly string[] {
  const words = name.toLowerCase().match(/\p{L}{2,}/gu) ?? [];
  return words.filter((word) => !['pak', 'bu', 'bapak', 'ibu', 'mas', 'mbak', 'sdr', 'sdri', 'nip'].includes(word));
}
