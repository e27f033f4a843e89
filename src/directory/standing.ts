/**
 * The rank that a person holds on a day. An acting official (Plt., Plh.) counts with the post acted in, from the first to the last day of
 * the appointment, both included. The register says whose post a unit is, not of which rank a vacant one would be; the rank is therefore
 * taken from, in this order:
 *   1. the unit's head in the register, in office or not (a Plh. stands in for him, a Plt. follows him);
 *   2. one rank above the highest head directly beneath the unit;
 *   3. one rank below the head of the nearest unit that the unit lies in.
 * What 2 and 3 infer never lifts anybody more than one rank above his own, and nobody without one above IV: higher appointments are not made.
 */
import type { LocalDate } from '../shared/time.ts';
import type { Acting, Person, Rank, Standing } from './person.ts';
import { eselonOf, rankOf, stepRank } from './rank.ts';
import type { Register } from './register.ts';

/** Own post or post acted in, whichever is higher. */
export function standingOf(register: Register, person: Person, on: LocalDate): Standing {
  const own = rankOf(person.eselon);
  const acted = actsOn(person.acting, on) ? postRank(register, person.acting.unitCode, own) : null;
  if (acted !== null && (own === null || acted < own)) return { rank: acted, eselon: eselonOf(acted), acting: true };
  return { rank: own, eselon: person.eselon, acting: false };
}

/** True from the first to the last day of the appointment. */
export function actsOn(acting: Acting | null, on: LocalDate): acting is Acting {
  return acting !== null && acting.from <= on && on <= acting.to;
}

function postRank(register: Register, unitCode: string, own: Rank | null): Rank | null {
  const head = register.headOf(unitCode);
  if (head) return rankOf(head.eselon);
  const inferred = register.vacantRankOf(unitCode);
  const highest = own === null ? 4 : (stepRank(own, -1) ?? own);
  return inferred !== null && inferred < highest ? highest : inferred;
}
