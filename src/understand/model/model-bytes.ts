/**
 * What was learnt, as bytes that can be kept and read back: learning takes most of the time of a start, reading takes next to none.
 * Where they are kept is no business of understanding; it is handed a ByteCache and learns anew where that knows nothing.
 */
import { featureIds } from './feature-ids.ts';
import type { LinearModel } from './linear.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface Model {
  readonly vocabulary: Vocabulary;
  readonly linear: LinearModel;
}

/** Features, rows, classes, and weights that are not 0. */
const HEADER = 4;
const WIDTH = 4;
/** Marks in one number. */
const MARKS = 32;

export function writeModel(model: Model): Uint8Array {
  const parts = partsOf(model);
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at);
    at += part.byteLength;
  }
  return bytes;
}

/** Most weights are 0: for each stands one bit, and only the others stand there themselves. */
function partsOf({ vocabulary, linear }: Model): readonly (Int32Array | Float32Array)[] {
  const { ids, idf, rows, shares, size } = vocabulary;
  const { weights, classes, bias } = linear;
  const marks = new Int32Array(Math.ceil(weights.length / MARKS));
  const said = weights.filter((weight) => weight !== 0);
  for (let at = 0; at < weights.length; at += 1) {
    if (weights[at] !== 0) marks[at >>> 5] = (marks[at >>> 5] ?? 0) | (1 << (at & 31));
  }
  const header = Int32Array.of(idf.length, size, classes, said.length);
  return [header, ids.features(), idf, rows, shares, marks, said, bias];
}

/** Null where the bytes are not a model of so many classes. */
export function readModel(bytes: Uint8Array, classes: number): Model | null {
  if (bytes.byteLength % WIDTH !== 0 || bytes.byteLength < HEADER * WIDTH) return null;
  const { buffer, byteOffset, byteLength } = bytes.byteOffset % WIDTH === 0 ? bytes : bytes.slice();
  const [features = -1, size = -1, found, said = -1] = new Int32Array(buffer, byteOffset, HEADER);
  if (found !== classes || features < 0 || size < 0 || said < 0) return null;
  const marked = Math.ceil((size * classes) / MARKS);
  if ((HEADER + 4 * features + marked + said + classes) * WIDTH !== byteLength) return null;
  let at = byteOffset + HEADER * WIDTH;
  // Copies, so that the bytes as they were kept need not stay in the memory.
  const next = (length: number): Float32Array => {
    const part = new Float32Array(buffer, at, length).slice();
    at += length * WIDTH;
    return part;
  };
  const ids = featureIds(whole(next(features)));
  const vocabulary = { ids, idf: next(features), rows: whole(next(features)), shares: next(features), size };
  const weights = spreadOut(whole(next(marked)), next(said), size * classes);
  return weights && { vocabulary, linear: { classes, weights, bias: next(classes) } };
}

/** The weights where they are marked, 0 elsewhere; null where there are not as many as marks. */
function spreadOut(marks: Int32Array, said: Float32Array, length: number): Float32Array | null {
  const weights = new Float32Array(length);
  let next = 0;
  for (let at = 0; at < marks.length; at += 1) {
    for (let left = marks[at] ?? 0; left !== 0; left &= left - 1) {
      weights[at * MARKS + 31 - Math.clz32(left & -left)] = said[next] ?? 0;
      next += 1;
    }
  }
  return next === said.length ? weights : null;
}

/** The same bytes as whole numbers. */
function whole({ buffer, byteOffset, length }: Float32Array): Int32Array {
  return new Int32Array(buffer, byteOffset, length);
}
