/** How often each known feature stands in a text. One tally serves text after text: it is empty again once it was read. */

/** Told of each feature of a text, as often as it stands there. */
export type Count = (feature: number, weight: number) => void;
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
  const count: Count = (feature, weight) => {
    const id = idOf(feature);
    if (id < 0) return;
    if (id >= times.length) times = grown(times, new Float64Array(2 * id));
    const before = times[id] ?? 0;
    if (before === 0) {
      if (size === found.length) found = grown(found, new Int32Array(2 * size));
      found[size] = id;
      size += 1;
    }
    times[id] = before + weight;
  };
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

function grown<Numbers extends Float64Array | Int32Array>(numbers: Numbers, into: Numbers): Numbers {
  into.set(numbers);
  return into;
}
