/** Variants that differ in number only (individu, kolektif). */
import type { Variant } from '../../rulebook/rulebook.ts';

/** `ITSM.10/instalasi` for both `-individu` and `-kolektif`; null for variants without bounds on their number. */
export function twinKey(variant: Variant | null): string | null {
  const bounds = variant?.quantity;
  if (!variant || !bounds || (bounds.min === null && bounds.max === null)) return null;
  return variant.slug.slice(0, variant.slug.lastIndexOf('-'));
}
