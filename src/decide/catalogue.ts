/** Look-ups in the rulebook by code. */
import type { IncidentRoute, Rulebook, Service, Variant } from '../rulebook/rulebook.ts';

export function findService(rulebook: Rulebook, code: string | null): Service | null {
  return rulebook.services.find((service) => service.code === code) ?? null;
}

export function findVariant(rulebook: Rulebook, slug: string | null): Variant | null {
  if (slug === null) return null;
  const service = findService(rulebook, slug.slice(0, slug.indexOf('/')));
  return service?.variants.find((variant) => variant.slug === slug) ?? null;
}

export function findIncident(rulebook: Rulebook, id: string | null): IncidentRoute | null {
  return rulebook.incidents.find((route) => route.id === id) ?? null;
}
