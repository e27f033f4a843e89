/** Look-ups in the rulebook by code: each mail asks dozens of times, a rulebook never changes. */
import type { IncidentRoute, Rulebook, Service, Variant } from '../rulebook/rulebook.ts';

export function findService(rulebook: Rulebook, code: string | null): Service | null {
  return rulebook.services.find((service) => service.code === code) ?? null;
}

export function findVariant(rulebook: Rulebook, slug: string | null): Variant | null {
  return slug === null ? null : (variantsOf(rulebook).get(slug) ?? null);
}

const variants = new WeakMap<Rulebook, ReadonlyMap<string, Variant>>();

function variantsOf(rulebook: Rulebook): ReadonlyMap<string, Variant> {
  const known = variants.get(rulebook);
  if (known !== undefined) return known;
  const all = rulebook.services.flatMap((service) => service.variants);
  const bySlug = new Map(all.map((variant) => [variant.slug, variant]));
  variants.set(rulebook, bySlug);
  return bySlug;
}

export function findIncident(rulebook: Rulebook, id: string | null): IncidentRoute | null {
  return rulebook.incidents.find((route) => route.id === id) ?? null;
}
