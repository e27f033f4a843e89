/**
 * A linear model over the features of a text: one weight for each row of the vocabulary and class, learnt at load from labelled texts by
 * multinomial logistic regression. Everything is in a fixed order, so that the same rule files always give the same weights.
 */
import { floats } from './numbers.ts';
import { shuffled } from './shuffled.ts';
import type { Vector } from './vocabulary.ts';

export interface Labelled {
  readonly vector: Vector;
  readonly label: number;
  /** How much the text counts in learning; 1 as a rule. */
  readonly weight: number;
}

export interface LinearModel {
  readonly classes: number;
  /** By row, then class: what a row adds to each class stands side by side. */
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

/** Passes over all texts, and how far each text moves the weights: less from one pass to the next. */
export interface Training {
  readonly epochs: number;
  readonly rate: number;
  readonly decay: number;
}

/** Gradients below this change nothing worth the time. */
const NEGLIGIBLE = 0.006;
const BIAS_RATE = 0.02;

export function trainLinear(
  texts: readonly Labelled[],
  { classes, rows, training }: { readonly classes: number; readonly rows: number; readonly training: Training },
): LinearModel {
  const model: LinearModel = {
    classes,
    weights: new Float32Array(rows * classes),
    bias: new Float32Array(classes),
  };
  const order = shuffled(texts.length);
  const room = { scores: new Float32Array(classes), wrong: new Int32Array(classes) };
  let { rate } = training;
  for (let epoch = 0; epoch < training.epochs; epoch += 1) {
    for (const at of order) {
      const text = texts[at];
      if (text) learn(model, text.vector, { label: text.label, rate: rate * text.weight, ...room });
    }
    rate *= training.decay;
  }
  return model;
}

/** For each class the logarithm of its probability. */
export function scoreLinear({ classes, weights, bias }: LinearModel, { rows, values }: Vector): Float32Array {
  const sums = Float64Array.from(bias);
  sumRows({ classes, weights, rows, values, size: rows.length }, sums);
  return toLogarithms(sums);
}

/** Some rows of weights, and what each counts. */
export interface WeighedRows {
  readonly classes: number;
  readonly weights: Float32Array;
  readonly rows: Int32Array;
  readonly values: Float32Array | Float64Array;
  /** How many. */
  readonly size: number;
}

/** For each class the logarithm of its probability, of what it is up to a constant. */
export function toLogarithms(sums: Float64Array): Float32Array {
  const scores = floats(sums.length);
  scores.set(sums);
  toProbabilities(scores);
  for (let name = 0; name < scores.length; name += 1) scores[name] = Math.log(Math.max(scores[name] ?? 0, 1e-9));
  return scores;
}

/** For each class its probability, in `into`. */
function probabilitiesOf(model: LinearModel, vector: Vector, into: Float32Array): void {
  addRows(model, vector, into);
  toProbabilities(into);
}

/** Of scores, in their place. */
export function toProbabilities(into: Float32Array): void {
  let top = Number.NEGATIVE_INFINITY;
  for (let name = 0; name < into.length; name += 1) top = Math.max(top, into[name] ?? 0);
  let sum = 0;
  for (let name = 0; name < into.length; name += 1) {
    const odds = Math.exp((into[name] ?? 0) - top);
    into[name] = odds;
    sum += odds;
  }
  for (let name = 0; name < into.length; name += 1) into[name] = (into[name] ?? 0) / sum;
}

/** Adds what these rows say for each class. */
export function sumRows({ classes, weights, rows, values, size }: WeighedRows, sums: Float64Array): void {
  let at = 0;
  for (; at + 7 < size; at += 8) {
    const a = values[at] ?? 0;
    const b = values[at + 1] ?? 0;
    const c = values[at + 2] ?? 0;
    const d = values[at + 3] ?? 0;
    const e = values[at + 4] ?? 0;
    const f = values[at + 5] ?? 0;
    const g = values[at + 6] ?? 0;
    const h = values[at + 7] ?? 0;
    let ofA = (rows[at] ?? 0) * classes;
    let ofB = (rows[at + 1] ?? 0) * classes;
    let ofC = (rows[at + 2] ?? 0) * classes;
    let ofD = (rows[at + 3] ?? 0) * classes;
    let ofE = (rows[at + 4] ?? 0) * classes;
    let ofF = (rows[at + 5] ?? 0) * classes;
    let ofG = (rows[at + 6] ?? 0) * classes;
    let ofH = (rows[at + 7] ?? 0) * classes;
    for (let name = 0; name < classes; name += 1) {
      const four =
        a * (weights[ofA++] ?? 0) + b * (weights[ofB++] ?? 0) + c * (weights[ofC++] ?? 0) + d * (weights[ofD++] ?? 0);
      const more =
        e * (weights[ofE++] ?? 0) + f * (weights[ofF++] ?? 0) + g * (weights[ofG++] ?? 0) + h * (weights[ofH++] ?? 0);
      sums[name] = (sums[name] ?? 0) + four + more;
    }
  }
  for (; at < size; at += 1) {
    const value = values[at] ?? 0;
    const start = (rows[at] ?? 0) * classes;
    for (let name = 0; name < classes; name += 1) sums[name] = (sums[name] ?? 0) + value * (weights[start + name] ?? 0);
  }
}

/**
 * Plain loops over typed arrays, since nearly all of the time of learning is spent here (a text is scored by `sumRows`). Four rows at a time are added in their order, each
 * sum rounded as where it is stored: the result is that of one row after the other, to the bit.
 */
export function addRows({ classes, weights, bias }: LinearModel, { rows, values }: Vector, into: Float32Array): void {
  const { fround } = Math;
  into.set(bias);
  let at = 0;
  for (; at + 3 < rows.length; at += 4) {
    const [a = 0, b = 0, c = 0, d = 0] = [values[at], values[at + 1], values[at + 2], values[at + 3]];
    let ofA = (rows[at] ?? 0) * classes;
    let ofB = (rows[at + 1] ?? 0) * classes;
    let ofC = (rows[at + 2] ?? 0) * classes;
    let ofD = (rows[at + 3] ?? 0) * classes;
    for (let name = 0; name < classes; name += 1) {
      const two = fround(fround((into[name] ?? 0) + a * (weights[ofA++] ?? 0)) + b * (weights[ofB++] ?? 0));
      into[name] = fround(two + c * (weights[ofC++] ?? 0)) + d * (weights[ofD++] ?? 0);
    }
  }
  for (; at < rows.length; at += 1) {
    const value = values[at] ?? 0;
    const start = (rows[at] ?? 0) * classes;
    for (let name = 0; name < classes; name += 1) into[name] = (into[name] ?? 0) + value * (weights[start + name] ?? 0);
  }
}

interface Lesson {
  readonly label: number;
  readonly rate: number;
  /** Room for one number of each class. */
  readonly scores: Float32Array;
  readonly wrong: Int32Array;
}

function learn(model: LinearModel, { rows, values }: Vector, { label, rate, scores, wrong }: Lesson): void {
  probabilitiesOf(model, { rows, values }, scores);
  scores[label] = (scores[label] ?? 0) - 1;
  const { classes, weights, bias } = model;
  let size = 0;
  for (let name = 0; name < classes; name += 1) {
    if (Math.abs(scores[name] ?? 0) >= NEGLIGIBLE) wrong[size++] = name;
  }
  for (let index = 0; index < rows.length; index += 1) {
    const start = (rows[index] ?? 0) * classes;
    const step = rate * (values[index] ?? 0);
    for (let at = 0; at < size; at += 1) {
      const name = wrong[at] ?? 0;
      weights[start + name] = (weights[start + name] ?? 0) - step * (scores[name] ?? 0);
    }
  }
  for (let at = 0; at < size; at += 1) {
    const name = wrong[at] ?? 0;
    bias[name] = (bias[name] ?? 0) - BIAS_RATE * rate * (scores[name] ?? 0);
  }
}
