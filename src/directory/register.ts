/** The indexes over people that every look-up goes through; built once, in time linear in the number of people. */
import { normaliseName } from './names.ts';
import type { Person } from './person.ts';
import { isStructural, rankOf } from './rank.ts';
import { ancestorsOf } from './units.ts';

export interface Register {
  readonly people: readonly Person[];
  readonly byAddress: ReadonlyMap<string, Person>;
  readonly byNip: ReadonlyMap<string, Person>;
  readonly byName: ReadonlyMap<string, readonly Person[]>;
  readonly byUnit: ReadonlyMap<string, readonly Person[]>;
  /** By unit acted for, whatever the dates. */
  readonly actingFor: ReadonlyMap<string, readonly Person[]>;
  /** Codes of existing units that lie anywhere under a code, which itself need not exist. */
  readonly unitsUnder: ReadonlyMap<string, readonly string[]>;
}

/** Where two people share a NIP the first counts; an address belongs to the first active person who has it. */
export function makeRegister(people: readonly Person[]): Register {
  const byAddress = new Map<string, Person>();
  const byNip = new Map<string, Person>();
  for (const person of people) {
    if (!byNip.has(person.nip)) byNip.set(person.nip, person);
    for (const address of person.addresses) {
      const holder = byAddress.get(address);
      if (!holder || (person.active && !holder.active)) byAddress.set(address, person);
    }
  }
  const byUnit = group(people, (person) => [person.unitCode]);
  return {
    people,
    byAddress,
    byNip,
    byName: group(people, (person) => [normaliseName(person.name)]),
    byUnit,
    actingFor: group(people, (person) => (person.acting ? [person.acting.unitCode] : [])),
    unitsUnder: group([...byUnit.keys()], ancestorsOf),
  };
}

/** The official who leads a unit by its own register rows, in office or not; those who only act for it are left out. */
export function headOf(register: Register, unitCode: string): Person | null {
  let head: Person | null = null;
  for (const person of register.byUnit.get(unitCode) ?? []) {
    if (!isStructural(person.eselon) || person.acting?.unitCode === unitCode) continue;
    if (head === null || leads(person, head)) head = person;
  }
  return head;
}

/** A person leads the unit if nobody in it has a higher post: a retired head and the successor both do. */
export function isHead(register: Register, person: Person): boolean {
  const head = headOf(register, person.unitCode);
  return head !== null && isStructural(person.eselon) && rankOf(person.eselon) === rankOf(head.eselon);
}

/** Higher rank first; of two with the same post the one in office. */
function leads(person: Person, other: Person): boolean {
  const rank = rankOf(person.eselon) ?? 9;
  const otherRank = rankOf(other.eselon) ?? 9;
  return rank === otherRank ? person.active && !other.active : rank < otherRank;
}

function group<Item>(items: readonly Item[], keysOf: (item: Item) => readonly string[]): ReadonlyMap<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const members = groups.get(key);
      if (members) members.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}
