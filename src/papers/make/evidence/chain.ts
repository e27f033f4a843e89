/** The chain of hashes over what an evidence file tells: each link's hash covers its content and the hash before it. */
import { createHash } from 'node:crypto';

export interface Link {
  /** Hash of the link before; of the first, zeros. */
  readonly previous: string;
  readonly hash: string;
}

export const FIRST = '0'.repeat(64);

export function chainOf(contents: readonly unknown[]): readonly Link[] {
  let previous = FIRST;
  return contents.map((content) => {
    const link = { previous, hash: hashOf(previous, content) };
    previous = link.hash;
    return link;
  });
}

export interface ChainFault {
  /** Place in the chain, from 0. */
  readonly at: number;
  /** `changed`: its content is not what was hashed; `moved`: it does not follow the link before it. */
  readonly why: 'changed' | 'moved';
}

export function chainFaults(links: readonly (Link & { readonly content: unknown })[]): readonly ChainFault[] {
  return links.flatMap((link, at): readonly ChainFault[] => {
    const before = at === 0 ? FIRST : links[at - 1]?.hash;
    return [
      ...(link.previous === before ? [] : [{ at, why: 'moved' } as const]),
      ...(link.hash === hashOf(link.previous, link.content) ? [] : [{ at, why: 'changed' } as const]),
    ];
  });
}

/** The same whatever the order of keys. */
export function hashOf(previous: string, content: unknown): string {
  return createHash('sha256')
    .update(`${previous}\n${canonical(content)}`)
    .digest('hex');
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  const sorted = entries.sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${sorted.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`;
}
