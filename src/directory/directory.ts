/**
 * The directory answers who somebody is, what rank he holds on a day and who stands above him. It is built from the office's own register
 * (parse-directory.ts); rank never comes from a signature. All look-ups are map accesses or walks up one line of superiors, so an office of
 * 80,000 costs no more per question than one of 80. How acting officials, successors and vacant posts are placed: standing.ts and line.ts.
 */
import type { LocalDate } from '../shared/time.ts';
import { lineAbove } from './line.ts';
import { normaliseName } from './names.ts';
import { normaliseNip } from './nip.ts';
import type { Directory, Person, Place, Rank } from './person.ts';
import { makeRegister, type Register } from './register.ts';
import { standingOf } from './standing.ts';

/** @param version changes with the content */
export function makeDirectory(people: readonly Person[], version: string): Directory {
  const register = makeRegister(people);
  return {
    size: people.length,
    version,
    byAddress: (address) => register.byAddress.get(address.trim().toLowerCase()) ?? null,
    byNip: (nip) => register.byNip.get(normaliseNip(nip)) ?? null,
    byName: (name) => register.byName().get(normaliseName(name) || '\0') ?? [],
    inUnit: (unitCode) => register.byUnit.get(unitCode) ?? [],
    standing: (person, on) => standingOf(register, person, on),
    lineOf: (person, on) => lineAbove(register, person, on).map((place) => place.person),
    isAbove: (superior, person, on) => placeAbove(register, [superior, person], on) !== null,
    placeAbove: (superior, person, on) => placeAbove(register, [superior, person], on),
    qualifying: (person, minimum, on) => qualifying(register, [person, minimum], on),
  };
}

function placeAbove(register: Register, [superior, person]: readonly [Person, Person], on: LocalDate): Place | null {
  return lineAbove(register, person, on).find((place) => place.person.nip === superior.nip) ?? null;
}

function qualifying(register: Register, [person, minimum]: readonly [Person, Rank], on: LocalDate): readonly Person[] {
  const superiors = lineAbove(register, person, on).map((place) => place.person);
  return superiors.filter((superior) => superior.active && (standingOf(register, superior, on).rank ?? 9) <= minimum);
}
