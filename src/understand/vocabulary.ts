/**
 * The features that count, and a text as a vector over them. Features that only one text of the rule files has are learnt as one: they
 * always get the same lesson, so one row of weights holds it and each keeps its share of it. Half of all features are of this kind.
 */
export interface Vocabulary {
  /** Feature -> its ordinal. */
  readonly ids: ReadonlyMap<number, number>;
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

type Counted = ReadonlyMap<number, number>;

/** Keeps a text of one or two known features short: so little says little. */
const FEW = 12;

export function vocabularyOf(texts: readonly Counted[]): Vocabulary {
  const ids = new Map<number, number>();
  const counts: number[] = [];
  for (const features of texts) {
    for (const feature of features.keys()) {
      const id = ids.get(feature) ?? ids.size;
      if (id === ids.size) ids.set(feature, id);
      counts[id] = (counts[id] ?? 0) + 1;
    }
  }
  const idf = Float32Array.from(counts, (count) => Math.sqrt(Math.log((1 + texts.length) / (0.5 + count))));
  return { ids, idf, ...rowsOf(texts, ids, counts) };
}

/** A row for each feature of several texts, one for all that only the same text has. */
function rowsOf(
  texts: readonly Counted[],
  ids: ReadonlyMap<number, number>,
  counts: readonly number[],
): Pick<Vocabulary, 'rows' | 'shares' | 'size'> {
  const rows = new Int32Array(counts.length);
  const shares = new Float32Array(counts.length).fill(1);
  let size = 0;
  for (const [id, count] of counts.entries()) if (count > 1) rows[id] = size++;
  for (const features of texts) {
    const alone: number[] = [];
    let square = 0;
    for (const [feature, count] of features) {
      const id = ids.get(feature) ?? 0;
      if (counts[id] !== 1) continue;
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

/** What no text of the rule files has does not count. */
export function vectorOf({ ids, idf, rows, shares }: Vocabulary, features: Counted): Vector {
  const found = new Int32Array(features.size);
  const values = new Float32Array(features.size);
  let size = 0;
  let square = 0;
  let [lone, loneAt] = [-1, -1];
  for (const [feature, count] of features) {
    const id = ids.get(feature);
    if (id === undefined) continue;
    const value = Math.sqrt(count) * (idf[id] ?? 0);
    square += value * value;
    const [row = 0, share = 1] = [rows[id], shares[id]];
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
