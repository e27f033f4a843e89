/**
 * A line between two sorts of texts, as far from both as it can be (a linear support vector machine with squared loss, learnt in its dual by
 * coordinate descent; Hsieh et al., "A Dual Coordinate Descent Method for Large-scale Linear SVM", 2008). It has one solution, so that neither the
 * order of the texts nor one text more or less shifts what it says of the others by much.
 */
import type { Labelled, LinearModel } from './linear.ts';
import type { Taught } from './learn.ts';
import type { Model } from './model-bytes.ts';
import { shuffled } from './shuffled.ts';
import { countedTogether, vectorOfCounts, vocabularyOfCounts } from './vocabulary.ts';
import type { Counts } from '../words/tally.ts';
import type { FeatureIds } from './feature-ids.ts';

export interface Margin {
  /** How much a text on the wrong side costs, beside weights that grow. */
  readonly cost: number;
  /** Logarithm of the odds for each width of the margin. */
  readonly steepness: number;
  /** How much more rare features say (`vocabularyOfCounts`), 1 by default. */
  readonly rarity?: number;
}

const MOST_PASSES = 60;
/** A pass that moves no text by more is the last one. */
const SETTLED = 0.02;

/** @param texts of labels 0 and 1; what only one of them has teaches nothing */
export function learnApart(texts: readonly Taught[], margin: Margin): Model {
  const { ids, texts: counted } = countedTogether(
    texts.map(({ features }) => features),
    true,
  );
  return learnApartCounted(
    ids,
    texts.flatMap(({ label, weight }, at) => {
      const counts = counted[at];
      return counts ? [{ counts, label, weight }] : [];
    }),
    margin,
  );
}

/** A text counted before (`countedTogether`), where several lessons learn from some of the same. */
export interface TaughtCounts {
  readonly counts: Counts;
  readonly label: number;
  readonly weight: number;
}

/** @param texts of labels 0 and 1 */
export function learnApartCounted(ids: FeatureIds, texts: readonly TaughtCounts[], margin: Margin): Model {
  const vocabulary = vocabularyOfCounts(
    ids,
    texts.map(({ counts }) => counts),
    margin.rarity,
  );
  const labelled = texts.map(({ counts, label, weight }) => ({
    vector: vectorOfCounts(vocabulary, counts),
    label,
    weight,
  }));
  return { vocabulary, linear: trainMargin(labelled, { rows: vocabulary.size, margin }) };
}

function trainMargin(
  texts: readonly Labelled[],
  { rows, margin }: { readonly rows: number; readonly margin: Margin },
): LinearModel {
  const line: Line = { weights: new Float64Array(rows), bias: 0 };
  const shares = new Float64Array(texts.length);
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    let most = 0;
    for (const at of shuffled(texts.length, pass)) {
      const text = texts[at];
      if (text) most = Math.max(most, improve(line, { text, at, shares, cost: margin.cost }));
    }
    if (most < SETTLED) break;
  }
  return asOdds(line, margin.steepness);
}

interface Line {
  readonly weights: Float64Array;
  bias: number;
}

interface Turn {
  readonly text: Labelled;
  readonly at: number;
  /** How much each text holds the line where it is. */
  readonly shares: Float64Array;
  readonly cost: number;
}

/** @returns how far this text was from being content */
function improve(line: Line, { text: { vector, label, weight }, at, shares, cost }: Turn): number {
  const { rows, values } = vector;
  const side = label === 0 ? -1 : 1;
  let [sum, square] = [line.bias, 1];
  for (let index = 0; index < rows.length; index += 1) {
    const value = values[index] ?? 0;
    sum += value * (line.weights[rows[index] ?? 0] ?? 0);
    square += value * value;
  }
  const slack = 1 / (2 * cost * weight);
  const share = shares[at] ?? 0;
  const gradient = side * sum - 1 + slack * share;
  if (share === 0 && gradient >= 0) return 0;
  const next = Math.max(0, share - gradient / (square + slack));
  const step = side * (next - share);
  shares[at] = next;
  line.bias += step;
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] ?? 0;
    line.weights[row] = (line.weights[row] ?? 0) + step * (values[index] ?? 0);
  }
  return Math.abs(gradient);
}

/** Label 0 stays where it is, so that the probability of label 1 is the logistic of the distance. */
function asOdds({ weights, bias }: Line, steepness: number): LinearModel {
  const both = new Float32Array(2 * weights.length);
  for (let row = 0; row < weights.length; row += 1) both[2 * row + 1] = steepness * (weights[row] ?? 0);
  return { classes: 2, weights: both, bias: Float32Array.of(0, steepness * bias) };
}
