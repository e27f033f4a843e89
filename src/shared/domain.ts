/** Endings under which anybody can have a domain of his own (com, co.id, go.id), by the public suffix list (publicsuffix.org). */
import { getPublicSuffix } from 'tldts';

/** @param domain without `@`, lower case */
export function isPublicSuffix(domain: string): boolean {
  return getPublicSuffix(domain, { allowPrivateDomains: false }) === domain;
}
