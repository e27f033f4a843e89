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

/** Features, rows and classes. */
const HEADER = 3;
const WIDTH = 4;

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

function partsOf({ vocabulary, linear }: Model): readonly (Int32Array | Float32Array)[] {
  const { ids, idf, rows, shares, size } = vocabulary;
  const header = Int32Array.of(idf.length, size, linear.classes);
  return [header, ids.features(), idf, rows, shares, linear.weights, linear.bias];
}

/** Null where the bytes are not a model of so many classes. */
export function readModel(bytes: Uint8Array, classes: number): Model | null {
  if (bytes.byteLength % WIDTH !== 0 || bytes.byteLength < HEADER * WIDTH) return null;
  const { buffer, byteOffset, byteLength } = bytes.byteOffset % WIDTH === 0 ? bytes : bytes.slice();
  const [features = -1, size = -1, found] = new Int32Array(buffer, byteOffset, HEADER);
  const numbers = HEADER + 4 * features + (size + 1) * classes;
  if (found !== classes || features < 0 || size < 0 || numbers * WIDTH !== byteLength) return null;
  let at = byteOffset + HEADER * WIDTH;
  const next = (length: number): Float32Array => {
    const part = new Float32Array(buffer, at, length);
    at += length * WIDTH;
    return part;
  };
  const ids = featureIds(whole(next(features)));
  const vocabulary = { ids, idf: next(features), rows: whole(next(features)), shares: next(features), size };
  return { vocabulary, linear: { classes, weights: next(size * classes), bias: next(classes) } };
}

/** The same bytes as whole numbers. */
function whole({ buffer, byteOffset, length }: Float32Array): Int32Array {
  return new Int32Array(buffer, byteOffset, length);
}
