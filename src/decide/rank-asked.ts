/** Which rank the office asks of the superior in Cc. */
import type { Rank } from '../directory/person.ts';
import type { Service, Variant } from '../rulebook/rulebook.ts';

/** The rank that the superior in Cc needs: the higher one, where the approval asks another than the Cc. Null where the office asks none. */
export function rankAsked(service: Service | null, variant: Variant | null): Rank | null {
  const ranks = [service?.cc?.minimumRank, variant?.approval?.minimumRank].filter((rank) => rank !== undefined);
  return ranks.toSorted((one, other) => one - other)[0] ?? null;
}
