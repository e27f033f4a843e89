/** Eselon as printed and as a number. */
import type { Eselon, Rank } from './person.ts';

const RANKS: Readonly<Record<Eselon, Rank | null>> = {
  I: 1,
  II: 2,
  III: 3,
  IV: 4,
  'setara-III': 3,
  'setara-IV': 4,
  '': null,
};
const PRINTED: Readonly<Record<Rank, Eselon>> = { 1: 'I', 2: 'II', 3: 'III', 4: 'IV' };

/** Functional officials count with the eselon they are equal to; none is null. */
export function rankOf(eselon: Eselon): Rank | null {
  return RANKS[eselon];
}

export function eselonOf(rank: Rank): Eselon {
  return PRINTED[rank];
}

/** True for posts that lead a unit, as opposed to functional officials of equal rank. */
export function isStructural(eselon: Eselon): boolean {
  return eselon !== '' && !eselon.startsWith('setara');
}

/** One rank up (-1) or down (+1), or null where there is none. */
export function stepRank(rank: Rank, by: -1 | 1): Rank | null {
  return asRank(rank + by);
}

function asRank(number: number): Rank | null {
  return number === 1 || number === 2 || number === 3 || number === 4 ? number : null;
}

/** The higher of two ranks (the smaller number). */
export function higherRank(one: Rank | null, other: Rank | null): Rank | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}

/** `III.a`, `iii/b`, `Setara III` and `setara_iii` are III or setara-III; anything else that is not empty is null. */
export function readEselon(text: string): Eselon | null {
  const plain = text
    .trim()
    .toUpperCase()
    .replace(/[\s_]+/g, '-');
  const match = /^(SETARA-)?(?:ESELON-)?(IV|I{1,3})(?:[./-]?[AB])?$/.exec(plain);
  if (plain === '' || plain === '-') return '';
  switch (match?.[2]) {
    case 'I':
    case 'II':
      return match[1] ? null : match[2];
    case 'III':
    case 'IV':
      return match[1] ? `setara-${match[2]}` : match[2];
    default:
      return null;
  }
}
