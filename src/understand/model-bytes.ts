/**
 * What was learnt, as bytes that can be kept and read back: learning takes most of the time of a start, reading takes next to none.
 * Where they are kept is no business of understanding; it is handed a ByteCache and learns anew where that knows nothing.
 */
import type { LinearModel, Vocabulary } from './linear.ts';

export interface Models {
  readonly vocabulary: Vocabulary;
  readonly wishes: LinearModel;
  readonly kinds: LinearModel;
}

const HEADER = 3;
const WIDTH = 4;

export function writeModels({ vocabulary, wishes, kinds }: Models): Uint8Array {
  const header = Int32Array.of(vocabulary.idf.length, wishes.classes, kinds.classes);
  const ids = Int32Array.from(vocabulary.ids.keys());
  const parts = [header, ids, vocabulary.idf, wishes.weights, wishes.bias, kinds.weights, kinds.bias];
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at);
    at += part.byteLength;
  }
  return bytes;
}

/** Null where the bytes are not the models of so many classes. */
export function readModels(
  bytes: Uint8Array,
  classes: { readonly wishes: number; readonly kinds: number },
): Models | null {
  if (bytes.byteLength < HEADER * WIDTH || bytes.byteLength % WIDTH !== 0) return null;
  const aligned = bytes.byteOffset % WIDTH === 0 ? bytes : bytes.slice();
  const [features = -1, wishes, kinds] = new Int32Array(aligned.buffer, aligned.byteOffset, HEADER);
  if (wishes !== classes.wishes || kinds !== classes.kinds || features < 0) return null;
  const numbers = HEADER + 2 * features + (features + 1) * (wishes + kinds);
  if (aligned.byteLength !== numbers * WIDTH) return null;
  let at = aligned.byteOffset + HEADER * WIDTH;
  const next = (length: number): Float32Array => {
    const part = new Float32Array(aligned.buffer, at, length);
    at += length * WIDTH;
    return part;
  };
  const hashes = next(features);
  const known = new Int32Array(hashes.buffer, hashes.byteOffset, features);
  const idf = next(features);
  const model = (count: number): LinearModel => ({
    classes: count,
    weights: next(features * count),
    bias: next(count),
  });
  const ids = new Map<number, number>();
  known.forEach((feature, id) => ids.set(feature, id));
  return { vocabulary: { ids, idf }, wishes: model(wishes), kinds: model(kinds) };
}
