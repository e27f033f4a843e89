/** Which of the numbers of a mail tells how many are asked for. */
import { isCountOf, isOfPersons } from './counted-nouns.ts';
import { sumOfOthers, takesPlace, withJoined } from './counted-together.ts';
import type { Words } from '../words/normalise.ts';
import type { Quantity } from './quantity.ts';

/** Each is one person's: whoever asks for his laptop's access asks for his. */
const PERSONAL = new Set(['laptop', 'notebook', 'pc', 'komputer']);
const ADDRESSES = new Set(['alamat', 'email', 'accounts', 'account', 'address', 'addresses']);

/** @param unit what the service counts */
export function bestQuantity(found: readonly Quantity[], unit: string | null, words: Words): number | null {
  if (found.length === 0) return null;
  const once = found.filter((one, at) => found[at - 1]?.value !== one.value || one.at - (found[at - 1]?.at ?? 0) !== 1);
  const isAside = ({ of, forWhom }: Quantity): boolean => of || (forWhom && (unit === null || !isOfPersons(unit)));
  const meant = once.some((one) => !isAside(one)) ? once.filter((one) => !isAside(one)) : once;
  const exact = meant.filter(
    (one) => one.total || (unit !== null && (one.noun === unit || (unit === 'akun' && ADDRESSES.has(one.noun)))),
  );
  const all = meant.filter((one) => (unit === null ? one.people : isCountOf(one.noun, unit)));
  const meantBy = all.find((one) => takesPlace(one, words)) ?? sumOfOthers(all, words);
  if (meantBy !== null) return meantBy.value;
  const fitting = exact.length > 0 ? exact : all;
  const asked = unit === null ? meant.filter((one) => one.asked) : [];
  const own = unit === 'akun' && fitting.length === 0 ? meant.filter(({ noun }) => PERSONAL.has(noun)) : fitting;
  const list =
    asked.length > 0 && !own.some((one) => one.asked) ? asked : own.length > 0 ? own : unit === null ? meant : [];
  const totals = meant.filter((one) => one.total && (one.noun === '' || unit === null || isCountOf(one.noun, unit)));
  // "sebanyak 12 titik dan 8 titik, total 20 titik"
  const total = totals.toSorted((a, b) => b.value - a.value)[0];
  const open = list.some(({ done }) => !done) ? list.filter(({ done }) => !done) : list;
  const best = total ?? open.find((one) => one.asked) ?? open[0];
  return best === undefined ? null : Math.max(best.value, best.total ? 0 : joinedTo(best, open, words));
}

/** The first of a list may stand for the sum of some: then it is in the list a second time. */
function joinedTo(best: Quantity, list: readonly Quantity[], words: Words): number {
  const alone = list.filter((one, at) => !one.total && !list.slice(at + 1).some(({ at: other }) => other === one.at));
  const first = alone.find(({ at }) => at === best.at);
  return first === undefined ? 0 : withJoined(first, alone, words);
}
