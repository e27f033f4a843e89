import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chainFaults, chainOf, FIRST, hashOf, type Link } from '../../../../src/papers/make/evidence/chain.ts';

type Full = Link & { readonly content: unknown };

function linked(contents: readonly unknown[]): Full[] {
  const links = chainOf(contents);
  return contents.map((content, at) => ({ ...(links[at] ?? { previous: '', hash: '' }), content }));
}

describe('a chain of hashes', () => {
  it('begins with zeros, and each link names the one before', () => {
    const [one, two] = chainOf(['satu', 'dua']);

    expect(one?.previous).toBe(FIRST);
    expect(two?.previous).toBe(one?.hash);
    expect(two?.hash).toBe(hashOf(one?.hash ?? '', 'dua'));
  });

  it('does not depend on the order of keys, but on everything else', () => {
    expect(hashOf(FIRST, { a: 1, b: [1, 2] })).toBe(hashOf(FIRST, { b: [1, 2], a: 1 }));
    expect(hashOf(FIRST, { a: 1 })).not.toBe(hashOf(FIRST, { a: '1' }));
    expect(hashOf(FIRST, [1, 2])).not.toBe(hashOf(FIRST, [2, 1]));
    expect(hashOf(FIRST, { a: null })).not.toBe(hashOf(FIRST, {}));
  });

  it('has no fault as it was made, whatever it holds', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), (contents) => {
        expect(chainFaults(linked(JSON.parse(JSON.stringify(contents))))).toEqual([]);
      }),
    );
  });

  it('tells each link that was changed, taken out or put elsewhere', () => {
    const contents = fc.uniqueArray(fc.string(), { minLength: 3, maxLength: 12 });
    fc.assert(
      fc.property(contents, fc.nat(), (texts, seed) => {
        const links = linked(texts);
        const at = seed % links.length;
        const changed = links.map((link, index) => (index === at ? { ...link, content: `${link.content}!` } : link));
        const without = links.filter((_, index) => index !== at);
        const swapped = links.map((link, index) => links[index === 0 ? 1 : index === 1 ? 0 : index] ?? link);

        expect(chainFaults(changed)).toEqual([{ at, why: 'changed' }]);
        expect(chainFaults(without)).toEqual(at === links.length - 1 ? [] : [{ at, why: 'moved' }]);
        expect(chainFaults(swapped).length).toBeGreaterThan(0);
      }),
    );
  });
});
