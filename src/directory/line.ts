/**
 * The line of superiors: the register's `superior_nip`, followed upwards, with those who hold a place of it on the day:
 *   - acting officials of a unit that the person's own or a superior's unit lies in, at that unit's place (a vacant unit leaves a gap in
 *     the chain; its place is between its sub-units and the unit above). Where the unit has a head in the line, the acting one comes first;
 *   - the successor, where the chain still names a retired head: an active official of the same rank in the same unit;
 *   - where the chain names a NIP that is no longer in the register, the head of the nearest unit above.
 * Nobody stands above himself, and a circle of superiors ends where it closes.
 */
import type { LocalDate } from '../shared/time.ts';
import type { Person, Place } from './person.ts';
import { rankOf } from './rank.ts';
import { isHead, type Register } from './register.ts';
import { actsOn } from './standing.ts';
import { ancestorsOf, isWithin } from './units.ts';

/** Nearest first. */
export function lineAbove(register: Register, person: Person, on: LocalDate): readonly Place[] {
  const places: Place[] = [];
  const seen = new Set([person.nip]);
  const put = (candidate: Person, acting: boolean): void => {
    if (seen.has(candidate.nip)) return;
    seen.add(candidate.nip);
    places.push({ person: candidate, distance: places.length + 1, acting });
  };
  const putActing = (unitCode: string): void => {
    for (const official of register.actingFor.get(unitCode) ?? []) if (actsOn(official.acting, on)) put(official, true);
  };

  const chain = superiorChain(register, person);
  for (const [index, below] of [person, ...chain].entries()) {
    const above = chain[index] ?? null;
    for (const unitCode of unitsBetween(register, below, above)) putActing(unitCode);
    if (!above) break;
    if (isHead(register, above)) putActing(above.unitCode);
    for (const successor of successorsOf(register, above)) put(successor, false);
    put(above, false);
  }
  return places;
}

function superiorChain(register: Register, person: Person): readonly Person[] {
  const chain: Person[] = [];
  const seen = new Set([person.nip]);
  for (let next = superiorOf(register, person); next && !seen.has(next.nip); next = superiorOf(register, next)) {
    seen.add(next.nip);
    chain.push(next);
  }
  return chain;
}

function superiorOf(register: Register, person: Person): Person | null {
  if (person.superiorNip === null) return null;
  return register.byNip.get(person.superiorNip) ?? headAbove(register, person);
}

function headAbove(register: Register, person: Person): Person | null {
  const units = ancestorsOf(person.unitCode);
  for (const unitCode of isHead(register, person) ? units : [person.unitCode, ...units]) {
    const head = register.headOf(unitCode);
    if (head) return head;
  }
  return null;
}

/** Units passed on the way from one person of the chain to the next, which may be vacant and led by an acting official. */
function unitsBetween(register: Register, below: Person, above: Person | null): readonly string[] {
  const units = ancestorsOf(below.unitCode);
  const passed = isHead(register, below) ? units : [below.unitCode, ...units];
  return above ? passed.filter((unitCode) => !isWithin(above.unitCode, unitCode)) : passed;
}

function successorsOf(register: Register, person: Person): readonly Person[] {
  if (person.active || !isHead(register, person)) return [];
  const members = register.byUnit.get(person.unitCode) ?? [];
  return members.filter(
    (member) => member.active && isHead(register, member) && rankOf(member.eselon) === rankOf(person.eselon),
  );
}
