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

export interface Models {
  readonly wishes: Model;
  readonly kinds: Model;
}

/** Features, rows and classes. */
const HEADER = 3;
const WIDTH = 4;

export function writeModels({ wishes, kinds }: Models): Uint8Array {
  return writeParts([wishes, kinds].flatMap(partsOf));
}

export function writeModel(model: Model): Uint8Array {
  return writeParts(partsOf(model));
}

function writeParts(parts: readonly (Int32Array | Float32Array)[]): Uint8Array {
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

/** Null where the bytes are not the models of so many classes. */
export function readModels(
  bytes: Uint8Array,
  classes: { readonly wishes: number; readonly kinds: number },
): Models | null {
  const aligned = alignedBytes(bytes);
  const wishes = aligned && readPart(aligned, 0, classes.wishes);
  const kinds = wishes && readPart(aligned, wishes.end, classes.kinds);
  return wishes && kinds?.end === aligned.byteLength ? { wishes: wishes.model, kinds: kinds.model } : null;
}

/** Null where the bytes are not a model of so many classes. */
export function readModel(bytes: Uint8Array, classes: number): Model | null {
  const aligned = alignedBytes(bytes);
  const read = aligned && readPart(aligned, 0, classes);
  return read?.end === aligned?.byteLength ? (read?.model ?? null) : null;
}

function alignedBytes(bytes: Uint8Array): Uint8Array | null {
  if (bytes.byteLength % WIDTH !== 0) return null;
  return bytes.byteOffset % WIDTH === 0 ? bytes : bytes.slice();
}

function readPart(bytes: Uint8Array, start: number, classes: number): { model: Model; end: number } | null {
  const left = (bytes.byteLength - start) / WIDTH;
  if (left < HEADER) return null;
  const [features = -1, size = -1, found] = new Int32Array(bytes.buffer, bytes.byteOffset + start, HEADER);
  const numbers = HEADER + 4 * features + (size + 1) * classes;
  if (found !== classes || features < 0 || size < 0 || numbers > left) return null;
  let at = bytes.byteOffset + start + HEADER * WIDTH;
  const next = (length: number): Float32Array => {
    const part = new Float32Array(bytes.buffer, at, length);
    at += length * WIDTH;
    return part;
  };
  const ids = featureIds(whole(next(features)));
  const vocabulary = { ids, idf: next(features), rows: whole(next(features)), shares: next(features), size };
  const linear = { classes, weights: next(size * classes), bias: next(classes) };
  return { model: { vocabulary, linear }, end: start + numbers * WIDTH };
}

/** The same bytes as whole numbers. */
function whole({ buffer, byteOffset, length }: Float32Array): Int32Array {
  return new Int32Array(buffer, byteOffset, length);
}
