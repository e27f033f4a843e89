/** The indexes over people that every look-up goes through; built once, in time linear in the number of people. */
import { normaliseName } from './names.ts';
import type { Person, Rank } from './person.ts';
import { isStructural, rankOf } from './rank.ts';
import { ancestorsOf } from './units.ts';
import { inferRank } from './vacant-post.ts';

export interface Register {
  readonly people: readonly Person[];
  readonly byAddress: ReadonlyMap<string, Person>;
  readonly byNip: ReadonlyMap<string, Person>;
  /** By normalised name; made when first asked for, since most runs of a command never ask. */
  readonly byName: () => ReadonlyMap<string, readonly Person[]>;
  readonly byUnit: ReadonlyMap<string, readonly Person[]>;
  /** By unit acted for, whatever the dates. */
  readonly actingFor: ReadonlyMap<string, readonly Person[]>;
  /** Codes of existing units that lie anywhere under a code, which itself need not exist. */
  readonly unitsUnder: ReadonlyMap<string, readonly string[]>;
  /** The official who leads a unit by its own register rows, in office or not; those who only act for it are left out. */
  readonly headOf: (unitCode: string) => Person | null;
  /** The rank that a post without a head has by its neighbours. */
  readonly vacantRankOf: (unitCode: string) => Rank | null;
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
  let byName: ReadonlyMap<string, readonly Person[]> | null = null;
  const byUnit = group(people, (person) => [person.unitCode]);
  const unitsUnder = group([...byUnit.keys()], ancestorsOf);
  const headOf = remember((unitCode) => findHead(byUnit.get(unitCode) ?? []));
  return {
    people,
    byAddress,
    byNip,
    byName: () => (byName ??= group(people, (person) => [normaliseName(person.name)])),
    byUnit,
    actingFor: group(people, (person) => (person.acting ? [person.acting.unitCode] : [])),
    unitsUnder,
    headOf,
    vacantRankOf: remember((unitCode) => inferRank({ headOf, unitsUnder }, unitCode)),
  };
}

/** A person leads the unit if nobody in it has a higher post: a retired head and the successor both do. */
export function isHead(register: Register, person: Person): boolean {
  const head = register.headOf(person.unitCode);
  return head !== null && isStructural(person.eselon) && rankOf(person.eselon) === rankOf(head.eselon);
}

/** Keeps each answer: a large unit is searched once, not once a question. */
function remember<Answer>(ask: (code: string) => Answer): (code: string) => Answer {
  const answers = new Map<string, Answer>();
  return (code) => {
    const known = answers.get(code);
    if (known !== undefined) return known;
    const answer = ask(code);
    answers.set(code, answer);
    return answer;
  };
}

function findHead(members: readonly Person[]): Person | null {
  let head: Person | null = null;
  for (const person of members) {
    if (!isStructural(person.eselon) || person.acting?.unitCode === person.unitCode) continue;
    if (head === null || leads(person, head)) head = person;
  }
  return head;
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
