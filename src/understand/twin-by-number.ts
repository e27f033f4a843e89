/** Which of two variants that differ in number only is meant, once the number is known. */
import type { Rulebook, Variant } from '../rulebook/rulebook.ts';
import { twinKey } from './model/twins.ts';

/** Of individu and kolektif the one whose bounds hold the number; the variant itself where none does or it has no bounds. */
export function twinByNumber<Found extends Variant | null>(
  variant: Found,
  quantity: number | null,
  rulebook: Rulebook,
): Found | Variant {
  const key = twinKey(variant);
  if (key === null || quantity === null) return variant;
  const twins = rulebook.services.flatMap((service) => service.variants).filter((one) => twinKey(one) === key);
  return (
    twins.find(({ quantity: bounds }) => quantity >= (bounds?.min ?? 0) && quantity <= (bounds?.max ?? quantity)) ??
    variant
  );
}
