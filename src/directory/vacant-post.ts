/** The rank of a post that nobody holds: of that of its neighbours. standing.ts says why in this order. */
import type { Person, Rank } from './person.ts';
import { higherRank, rankOf, stepRank } from './rank.ts';
import { ancestorsOf } from './units.ts';

export interface Neighbours {
  readonly headOf: (unitCode: string) => Person | null;
  readonly unitsUnder: ReadonlyMap<string, readonly string[]>;
}

/** Null where the register has neither a unit beneath nor one above that has a head. */
export function inferRank(neighbours: Neighbours, unitCode: string): Rank | null {
  return rankAboveSubUnits(neighbours, unitCode) ?? rankBelowParent(neighbours, unitCode);
}

function rankAboveSubUnits({ headOf, unitsUnder }: Neighbours, unitCode: string): Rank | null {
  let highest: Rank | null = null;
  for (const subUnit of unitsUnder.get(unitCode) ?? []) {
    highest = higherRank(highest, rankOf(headOf(subUnit)?.eselon ?? ''));
  }
  return highest === null ? null : stepRank(highest, -1);
}

function rankBelowParent({ headOf }: Neighbours, unitCode: string): Rank | null {
  for (const parent of ancestorsOf(unitCode)) {
    const rank = rankOf(headOf(parent)?.eselon ?? '');
    if (rank !== null) return stepRank(rank, 1);
  }
  return null;
}
