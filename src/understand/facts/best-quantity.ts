/** Which of the numbers of a mail tells how many are asked for. */
import { isCountOf, isOfOwnNouns, isOfPersons } from './counted-nouns.ts';
import type { Quantity } from './quantity.ts';

/** Each is one person's: whoever asks for his laptop's access asks for his. */
const PERSONAL = new Set(['laptop', 'notebook', 'pc', 'komputer', 'unit']);
const ADDRESSES = new Set(['alamat', 'email', 'accounts', 'account', 'address', 'addresses']);

/** @param unit what the service counts */
export function bestQuantity(found: readonly Quantity[], unit: string | null): Quantity | null {
  if (found.length === 0) return null;
  const there = found.filter(({ attending }) => !attending || !isOfOwnNouns(unit));
  const once = there.filter((one, at) => there[at - 1]?.value !== one.value || one.at - (there[at - 1]?.at ?? 0) !== 1);
  const isAside = ({ of, forWhom, attending }: Quantity): boolean =>
    of || (attending && unit !== 'orang') || (forWhom && (unit === null || !isOfPersons(unit)));
  const told = once.some((one) => !isAside(one)) ? once.filter((one) => !isAside(one)) : once;
  // "tiga teknisi bergantian, tiap shift satu orang"
  const areWhole = told.some((one) => !one.each && unit !== null && isCountOf(one.noun, unit));
  const meant = areWhole ? told.filter(({ each }) => !each) : told;
  const exact = meant.filter(
    (one) =>
      (one.total && (one.noun === '' || unit === null || isCountOf(one.noun, unit))) ||
      (unit !== null && (one.noun === unit || (unit === 'akun' && ADDRESSES.has(one.noun)))),
  );
  const all = meant.filter((one) => (unit === null ? one.people : isCountOf(one.noun, unit)));
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
  return best ?? null;
}
