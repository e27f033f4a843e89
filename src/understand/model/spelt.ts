/**
 * What all features of a word say together: by far the most features of a text are those of its single words, and the same words come
 * again and again. Where a spelling stands several times each of its features does, so that one row of sums tells them all.
 */
import type { Spelling } from '../words/spelling.ts';
import type { Model } from './model-bytes.ts';

/** The features that a word has by itself, and how much each counts. */
export interface OwnFeatures {
  readonly features: readonly number[];
  readonly weights: readonly number[];
}

export interface Spelt {
  /** The row of a spelling; NO_ROW where it has none. */
  readonly rowOf: (spelling: Spelling) => number;
  /** By row, then class. */
  readonly sums: () => Float32Array;
  /** By row the square of the length that its features give a text. */
  readonly squares: number[];
  /** By row where its features begin, and where the last ones end: ordinals, and square roots of how much each counts. */
  readonly starts: number[];
  readonly ids: number[];
  readonly roots: number[];
}

export const NO_ROW = -1;
/** Further ones are told by their features, so that no mail can fill the memory. */
const MOST_ROWS = 16_384;
const FEWEST = 512;

export function speltBy(
  { vocabulary, linear: { classes, weights } }: Model,
  own: (one: Spelling) => OwnFeatures,
): Spelt {
  const squares: number[] = [];
  const starts = [0];
  const ids: number[] = [];
  const roots: number[] = [];
  const rows: number[] = [];
  let sums = new Float32Array(FEWEST * classes);
  const add = (spelling: Spelling): number => {
    const row = squares.length;
    if ((row + 1) * classes > sums.length) sums = larger(sums);
    let square = 0;
    for (const [id, weight] of countedIn(own(spelling), vocabulary.ids.idOf)) {
      const [idf, root] = [vocabulary.idf[id] ?? 0, Math.sqrt(weight)];
      square += weight * idf * idf;
      ids.push(id);
      roots.push(root);
      const value = root * idf * (vocabulary.shares[id] ?? 1);
      const from = (vocabulary.rows[id] ?? 0) * classes;
      for (let at = 0; at < classes; at += 1)
        sums[row * classes + at] = (sums[row * classes + at] ?? 0) + value * (weights[from + at] ?? 0);
    }
    squares.push(square);
    starts.push(ids.length);
    return row;
  };
  const rowOf = (spelling: Spelling): number => {
    const { number } = spelling;
    const known = rows[number];
    if (known !== undefined && known !== NO_ROW) return known;
    if (number < 0 || squares.length === MOST_ROWS) return NO_ROW;
    while (rows.length <= number) rows.push(NO_ROW);
    return (rows[number] = add(spelling));
  };
  return { rowOf, sums: () => sums, squares, starts, ids, roots };
}

/** Known features, each once. */
function countedIn({ features, weights }: OwnFeatures, idOf: (feature: number) => number): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const [at, feature] of features.entries()) {
    const id = feature < 0 ? -1 : idOf(feature);
    if (id >= 0) counts.set(id, (counts.get(id) ?? 0) + (weights[at] ?? 0));
  }
  return counts;
}

function larger(sums: Float32Array<ArrayBuffer>): Float32Array<ArrayBuffer> {
  const more = new Float32Array(2 * sums.length);
  more.set(sums);
  return more;
}
