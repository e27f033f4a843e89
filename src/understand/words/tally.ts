/** How often each known feature stands in a text. One tally serves text after text: it is empty again once it was read. */

import type { Spelling } from './spelling.ts';

/**
 * Told of each feature of a text, as often as it stands there.
 * @param reach how many words the feature reaches back from the one at hand; none where this is left out
 */
export type Tell = (feature: number, weight: number, reach?: number) => void;
export interface Count extends Tell {
  /**
   * Ordinals of the features of a word, looked up once for all places where it stands; below 0 for one that does not count.
   * @param number of the spelling, below 0 where it has none
   */
  readonly idsOf: (number: number, features: readonly number[]) => readonly number[];
  /** A feature by its ordinal. */
  readonly known: (id: number | undefined, weight: number) => void;
  /** A word begins: what is told now is of it. True where what it has by itself is told by that. */
  readonly word: (spelling: Spelling) => boolean;
}
/** Holds the place of a feature that a word does not have. */
export const NO_FEATURE = -1;
/** A text as what it tells of its features. */
export type Telling = (count: Count) => void;

/** Features by their ordinals, in the order in which they first came. */
export interface Counts {
  readonly ids: Int32Array;
  readonly times: Float64Array;
}

/** @param idOf ordinal of a feature; below 0 for one that does not count */
export function tallyOf(idOf: (feature: number) => number): (text: Telling) => Counts {
  let times = new Float64Array(1024);
  let found = new Int32Array(1024);
  let size = 0;
  const known = (id: number | undefined, weight: number): void => {
    if (id === undefined || id < 0) return;
    if (id >= times.length) times = grown(times, new Float64Array(2 * id));
    const before = times[id] ?? 0;
    if (before === 0) {
      if (size === found.length) found = grown(found, new Int32Array(2 * size));
      found[size] = id;
      size += 1;
    }
    times[id] = before + weight;
  };
  const count: Count = Object.assign((feature: number, weight: number) => known(idOf(feature), weight), {
    idsOf: idsOfWords(idOf),
    known,
    word: () => false,
  });
  return (text) => {
    text(count);
    const counts = { ids: found.slice(0, size), times: new Float64Array(size) };
    for (let at = 0; at < size; at += 1) {
      const id = found[at] ?? 0;
      counts.times[at] = times[id] ?? 0;
      times[id] = 0;
    }
    size = 0;
    return counts;
  };
}

/** The ordinals of a word's features stay what they were once they are there. */
export function idsOfWords(idOf: (feature: number) => number): Count['idsOf'] {
  const known: ({ readonly features: readonly number[]; readonly ids: readonly number[] } | undefined)[] = [];
  return (number, features) => {
    const before = number < 0 ? undefined : known[number];
    if (before?.features === features) return before.ids;
    const ids = features.map((feature) => (feature === NO_FEATURE ? NO_FEATURE : idOf(feature)));
    if (number < 0) return ids;
    while (known.length < number) known.push(undefined);
    known[number] = { features, ids };
    return ids;
  };
}

function grown<Numbers extends Float64Array | Int32Array>(numbers: Numbers, into: Numbers): Numbers {
  into.set(numbers);
  return into;
}
