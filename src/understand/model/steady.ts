/**
 * Weights that hardly change with the sentences they are learnt from, and that carry to sentences of other writers: multinomial logistic
 * regression, too, but what is kept is the mean of the weights on the way of it, each sentence stands in the order at a place that only its
 * own words decide, a class that is sure enough is not made surer, and what classes have in common is learnt by all of them.
 */
import { hash } from '../words/hash.ts';
import { addRows, toProbabilities, type Labelled, type LinearModel } from './linear.ts';
import type { Vector } from './vocabulary.ts';

/** A text to learn from. */
export interface Remembered extends Labelled {
  /** Decides its place in the order. */
  readonly text: string;
}

/** Some classes have something in common: so much of what each learns the others of its group learn with it. */
export interface Kinship {
  /** By class its group. */
  readonly groups: readonly number[];
  readonly share: number;
}

export interface SteadyTraining {
  /** Passes over all texts. */
  readonly passes: number;
  /** How many of them only lead to the weights of which the mean is taken. */
  readonly first: number;
  readonly rate: number;
  /** The probability that the right class is to have. */
  readonly enough: number;
  /** Weights times this: as less than certainty was sought, what comes out is less sure than it is right. */
  readonly sharpness: number;
}

export interface Lesson {
  readonly classes: number;
  readonly rows: number;
  readonly training: SteadyTraining;
  readonly kin: readonly Kinship[];
}

/** Gradients below this change nothing worth the time. */
const NEGLIGIBLE = 0.006;
const BIAS_RATE = 0.02;
/** In each pass the weights are noted so often for their mean. */
const NOTED = 4;

export function trainSteadily(texts: readonly Remembered[], lesson: Lesson): LinearModel {
  const { classes, rows, training } = lesson;
  const model = emptyModel(classes, rows);
  const mean = emptyModel(classes, rows);
  const order = inOrder(texts);
  const room = {
    scores: new Float32Array(classes),
    wrong: new Int32Array(classes),
    sums: new Float64Array(classes * lesson.kin.length),
  };
  const every = Math.ceil(order.length / NOTED);
  let noted = 0;
  for (let pass = 0; pass < training.passes; pass += 1) {
    for (const [at, text] of order.entries()) {
      learn(model, text, lesson, room);
      if (pass < training.first || ((at + 1) % every !== 0 && at + 1 !== order.length)) continue;
      addTo(mean, model);
      noted += 1;
    }
  }
  scale(mean, training.sharpness / Math.max(noted, 1));
  return mean;
}

/** Mixed, and yet a text more or less changes no place among the others. */
function inOrder(texts: readonly Remembered[]): readonly Remembered[] {
  return texts
    .map((text, at) => ({ text, at, key: hash(text.text) }))
    .sort((one, other) => one.key - other.key || one.at - other.at)
    .map(({ text }) => text);
}

function emptyModel(classes: number, rows: number): LinearModel {
  return { classes, weights: new Float32Array(rows * classes), bias: new Float32Array(classes) };
}

interface Room {
  readonly scores: Float32Array;
  readonly wrong: Int32Array;
  /** By kinship and group. */
  readonly sums: Float64Array;
}

function learn(model: LinearModel, text: Labelled, { training, kin }: Lesson, { scores, wrong, sums }: Room): void {
  const { vector, label } = text;
  addRows(model, vector, scores);
  toProbabilities(scores);
  scores[label] = (scores[label] ?? 0) - training.enough;
  shareWithin(scores, kin, sums);
  let size = 0;
  for (let name = 0; name < scores.length; name += 1)
    if (Math.abs(scores[name] ?? 0) >= NEGLIGIBLE) wrong[size++] = name;
  move(model, vector, { scores, wrong: wrong.subarray(0, size), rate: training.rate * text.weight });
}

/** To each class a part of what all of its group are wrong by. */
function shareWithin(scores: Float32Array, kin: readonly Kinship[], sums: Float64Array): void {
  const { length } = scores;
  sums.fill(0);
  for (let at = 0; at < kin.length; at += 1) {
    const groups = kin[at]?.groups ?? [];
    for (let name = 0; name < length; name += 1) {
      const group = at * length + (groups[name] ?? 0);
      sums[group] = (sums[group] ?? 0) + (scores[name] ?? 0);
    }
  }
  for (let at = 0; at < kin.length; at += 1) {
    const { groups = [], share = 0 } = kin[at] ?? {};
    for (let name = 0; name < length; name += 1)
      scores[name] = (scores[name] ?? 0) + share * (sums[at * length + (groups[name] ?? 0)] ?? 0);
  }
}

function move(
  { classes, weights, bias }: LinearModel,
  { rows, values }: Vector,
  { scores, wrong, rate }: Omit<Room, 'sums'> & { readonly rate: number },
): void {
  for (let index = 0; index < rows.length; index += 1) {
    const start = (rows[index] ?? 0) * classes;
    const step = rate * (values[index] ?? 0);
    for (let at = 0; at < wrong.length; at += 1) {
      const name = wrong[at] ?? 0;
      weights[start + name] = (weights[start + name] ?? 0) - step * (scores[name] ?? 0);
    }
  }
  for (const name of wrong) bias[name] = (bias[name] ?? 0) - BIAS_RATE * rate * (scores[name] ?? 0);
}

function addTo(sum: LinearModel, { weights, bias }: LinearModel): void {
  for (let at = 0; at < weights.length; at += 1) sum.weights[at] = (sum.weights[at] ?? 0) + (weights[at] ?? 0);
  for (let at = 0; at < bias.length; at += 1) sum.bias[at] = (sum.bias[at] ?? 0) + (bias[at] ?? 0);
}

function scale({ weights, bias }: LinearModel, by: number): void {
  for (let at = 0; at < weights.length; at += 1) weights[at] = (weights[at] ?? 0) * by;
  for (let at = 0; at < bias.length; at += 1) bias[at] = (bias[at] ?? 0) * by;
}
