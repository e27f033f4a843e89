/** Ordinals of features, in the order in which they came: a hash table of whole numbers, since every feature of every text is looked up. */
export interface FeatureIds {
  /** -1 for one that is not there. */
  readonly idOf: (feature: number) => number;
  /** The ordinal of a feature that is there from now on. */
  readonly add: (feature: number) => number;
  readonly size: () => number;
  /** The features by their ordinals. */
  readonly features: () => Int32Array;
}

const FEWEST_SLOTS = 1024;
const SPREAD = 0x9e_37_79_b1;
/** A bit for each of 2^20 sorts of features: most features of a mail are not there, and this small list tells nearly all of them. */
const MARK_SHIFT = 12;

/** @param known features, each once, whose ordinals are their places; numbers of 31 bits */
export function featureIds(known: Int32Array = new Int32Array(0)): FeatureIds {
  let features = known.length > 0 ? known : new Int32Array(FEWEST_SLOTS);
  let size = known.length;
  let slots = slotsFor(features, size);
  const marks = new Int32Array(2 ** (32 - MARK_SHIFT - 5));
  const slotOf = (feature: number): number => {
    const mask = slots.length - 1;
    let slot = (Math.imul(feature, SPREAD) >>> 7) & mask & ~1;
    while (slots[slot] !== 0 && slots[slot + 1] !== feature) slot = (slot + 2) & mask;
    return slot;
  };
  const mark = (feature: number): void => {
    const bit = Math.imul(feature, SPREAD) >>> MARK_SHIFT;
    marks[bit >>> 5] = (marks[bit >>> 5] ?? 0) | (1 << (bit & 31));
  };
  for (let id = 0; id < size; id += 1) mark(features[id] ?? 0);
  const mayBeThere = (feature: number): boolean => {
    const bit = Math.imul(feature, SPREAD) >>> MARK_SHIFT;
    return ((marks[bit >>> 5] ?? 0) & (1 << (bit & 31))) !== 0;
  };
  const add = (feature: number): number => {
    const slot = slotOf(feature);
    const id = (slots[slot] ?? 0) - 1;
    if (id >= 0) return id;
    if (size === features.length) features = larger(features);
    features[size] = feature;
    size += 1;
    slots[slot] = size;
    slots[slot + 1] = feature;
    mark(feature);
    if (size * 4 > slots.length) slots = slotsFor(features, size);
    return size - 1;
  };
  return {
    idOf: (feature) => (mayBeThere(feature) ? (slots[slotOf(feature)] ?? 0) - 1 : -1),
    add,
    size: () => size,
    features: () => features.slice(0, size),
  };
}

/** Two numbers a slot, side by side as they are read together: the ordinal plus one, 0 where it is free, and the feature; at most half are taken. */
function slotsFor(features: Int32Array, size: number): Int32Array {
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(2 * FEWEST_SLOTS, 4 * size))));
  const mask = slots.length - 1;
  for (let id = 0; id < size; id += 1) {
    let slot = (Math.imul(features[id] ?? 0, SPREAD) >>> 7) & mask & ~1;
    while (slots[slot] !== 0) slot = (slot + 2) & mask;
    slots[slot] = id + 1;
    slots[slot + 1] = features[id] ?? 0;
  }
  return slots;
}

function larger(numbers: Int32Array): Int32Array {
  const more = new Int32Array(2 * numbers.length);
  more.set(numbers);
  return more;
}
