/**
 * The features that count, and a text as a vector over them. Features that only one text of the rule files has are learnt as one: they
 * always get the same lesson, so one row of weights holds it and each keeps its share of it. Half of all features are of this kind.
 */
import { featureIds, type FeatureIds } from './feature-ids.ts';
import { NO_FEATURE, tallyOf, type Counts, type Telling } from '../words/tally.ts';

export interface Vocabulary {
  /** Feature -> its ordinal. */
  readonly ids: Pick<FeatureIds, 'idOf' | 'features'>;
  /** What each says by its rarity. */
  readonly idf: Float32Array;
  /** Its row of weights. */
  readonly rows: Int32Array;
  /** Its part of that row: 1 where the row is its own. */
  readonly shares: Float32Array;
  /** Rows of weights. */
  readonly size: number;
}

/** A text as the model sees it; of length one at most. */
export interface Vector {
  readonly rows: Int32Array;
  readonly values: Float32Array;
}

/** Keeps a text of one or two known features short: so little says little. */
export const FEW = 12;

/** The vocabulary of these texts, and each text counted in it. */
export function vocabularyOf(texts: readonly Telling[]): {
  readonly vocabulary: Vocabulary;
  readonly texts: readonly Counts[];
} {
  const { ids, texts: counted } = countedTogether(texts);
  return { vocabulary: vocabularyOfCounts(ids, counted), texts: counted };
}

/**
 * Each text counted by the same ordinals, for several lessons of which each learns from some of them.
 * @param shared what only one text has does not count
 */
export function countedTogether(
  texts: readonly Telling[],
  shared = false,
): {
  readonly ids: FeatureIds;
  readonly texts: readonly Counts[];
} {
  const ids = featureIds();
  const isShared = shared ? sharedAmong(texts) : () => true;
  return { ids, texts: texts.map(tallyOf((feature) => (isShared(feature) ? ids.add(feature) : NO_FEATURE))) };
}

/** Slots in which features are looked for, fewer than there are features: some that are not shared pass. */
const SLOTS = 2 ** 23;

function sharedAmong(texts: readonly Telling[]): (feature: number) => boolean {
  const last = new Int32Array(SLOTS);
  const shared = new Uint8Array(SLOTS);
  let now = 0;
  const look = tallyOf((feature) => {
    const slot = feature & (SLOTS - 1);
    if (last[slot] !== 0 && last[slot] !== now) shared[slot] = 1;
    last[slot] = now;
    return NO_FEATURE;
  });
  for (const text of texts) {
    now += 1;
    look(text);
  }
  return (feature) => shared[feature & (SLOTS - 1)] === 1;
}

/**
 * @param counted what is learnt from; features of other texts say nothing
 * @param rarity how much more rare features say: the power of what each says by its rarity
 */
export function vocabularyOfCounts(ids: FeatureIds, counted: readonly Counts[], rarity = 1): Vocabulary {
  const having = new Int32Array(ids.size());
  for (const text of counted) {
    for (let at = 0; at < text.ids.length; at += 1) {
      const id = text.ids[at] ?? 0;
      having[id] = (having[id] ?? 0) + 1;
    }
  }
  const idf = new Float32Array(having.length);
  for (let id = 0; id < idf.length; id += 1)
    idf[id] = having[id] === 0 ? 0 : Math.sqrt(Math.log((1 + counted.length) / (0.5 + (having[id] ?? 0)))) ** rarity;
  return { ids, idf, ...rowsOf(counted, having) };
}

/** A row for each feature of several texts, one for all that only the same text has. */
function rowsOf(texts: readonly Counts[], having: Int32Array): Pick<Vocabulary, 'rows' | 'shares' | 'size'> {
  const rows = new Int32Array(having.length);
  const shares = new Float32Array(having.length).fill(1);
  let size = 0;
  for (let id = 0; id < having.length; id += 1) if ((having[id] ?? 0) > 1) rows[id] = size++;
  for (const { ids, times } of texts) {
    const alone: number[] = [];
    let square = 0;
    for (let at = 0; at < ids.length; at += 1) {
      const id = ids[at] ?? 0;
      if (having[id] !== 1) continue;
      const count = times[at] ?? 0;
      rows[id] = size;
      shares[id] = Math.sqrt(count);
      alone.push(id);
      square += count;
    }
    for (const id of alone) shares[id] = (shares[id] ?? 1) / Math.sqrt(square);
    if (alone.length > 0) size += 1;
  }
  return { rows, shares, size };
}

const tallies = new WeakMap<Vocabulary, ReturnType<typeof tallyOf>>();

/** What no text of the rule files has does not count. */
export function vectorOf(vocabulary: Vocabulary, text: Telling): Vector {
  const known = tallies.get(vocabulary);
  const tally = known ?? tallyOf(vocabulary.ids.idOf);
  if (!known) tallies.set(vocabulary, tally);
  return vectorOfCounts(vocabulary, tally(text));
}

export function vectorOfCounts(vocabulary: Vocabulary, { ids, times }: Counts): Vector {
  const { idf, share: shares, row: rows } = entriesOf(vocabulary);
  const found = new Int32Array(ids.length);
  const values = new Float32Array(ids.length);
  let size = 0;
  let square = 0;
  let [lone, loneAt] = [-1, -1];
  for (let index = 0; index < ids.length; index += 1) {
    const at = (ids[index] ?? 0) * STRIDE;
    const value = Math.sqrt(times[index] ?? 0) * (idf[at] ?? 0);
    square += value * value;
    const row = rows[at] ?? 0;
    const share = shares[at] ?? 1;
    if (row === lone) {
      values[loneAt] = (values[loneAt] ?? 0) + value * share;
      continue;
    }
    if (share < 1) [lone, loneAt] = [row, size];
    found[size] = row;
    values[size] = value * share;
    size += 1;
  }
  const length = Math.sqrt(square + FEW);
  for (let at = 0; at < size; at += 1) values[at] = (values[at] ?? 0) / length;
  return { rows: found.subarray(0, size), values: values.subarray(0, size) };
}

/** What is known of a feature lies side by side here, as it is read together; each list begins at its own first number. */
export interface Entries {
  readonly idf: Float32Array;
  readonly share: Float32Array;
  readonly row: Int32Array;
}

export const STRIDE = 4;
const entries = new WeakMap<Vocabulary, Entries>();

export function entriesOf(vocabulary: Vocabulary): Entries {
  const known = entries.get(vocabulary);
  if (known) return known;
  const { idf, rows, shares } = vocabulary;
  const all = new ArrayBuffer((idf.length + 1) * STRIDE * 4);
  const made = { idf: new Float32Array(all), share: new Float32Array(all, 4), row: new Int32Array(all, 8) };
  for (let id = 0; id < idf.length; id += 1) {
    made.idf[id * STRIDE] = idf[id] ?? 0;
    made.share[id * STRIDE] = shares[id] ?? 1;
    made.row[id * STRIDE] = rows[id] ?? 0;
  }
  entries.set(vocabulary, made);
  return made;
}
