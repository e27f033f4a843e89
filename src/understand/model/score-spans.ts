/** What a model makes of some spans of texts together, each counted as often as it is to count. */
import type { Tell } from '../words/tally.ts';
import type { Span } from '../words/span.ts';
import { scoreLinear } from './linear.ts';
import type { Model } from './model-bytes.ts';
import { tellSpan, type Locals, type Seen } from './seen.ts';
import { vectorOfCounts, type Vocabulary } from './vocabulary.ts';

export interface Part {
  readonly seen: Seen;
  readonly span: Span;
  readonly times: number;
  /** Tells what is no matter of single words. */
  readonly beside: (count: Tell, times: number) => void;
}

/** For each class the logarithm of its probability. */
export function scoreSpans({ vocabulary, linear }: Model, parts: readonly Part[]): Float32Array {
  const [first] = parts;
  if (!first) return scoreLinear(linear, vectorOfCounts(vocabulary, { ids: new Int32Array(0), times: NONE }));
  const { locals } = first.seen;
  for (const part of parts) tellPart(part, locals, vocabulary);
  return scoreLinear(linear, vectorOfCounts(vocabulary, taken(locals)));
}

const NONE = new Float64Array(0);

/** How often each feature stands there; 0 again once it was taken. */
let counts = new Float64Array(4096);
let found = new Int32Array(4096);
let size = 0;

function add(id: number, weight: number): void {
  if (id >= counts.length) [counts, found] = [grown(counts, new Float64Array(2 * id)), grown(found, new Int32Array(2 * id))];
  const before = counts[id] ?? 0;
  if (before === 0) found[size++] = id;
  counts[id] = before + weight;
}

function tellPart({ seen, span, times, beside }: Part, locals: Locals, { ids }: Vocabulary): void {
  const feature = (one: number, weight: number): void => {
    const id = ids.idOf(one);
    if (id >= 0) add(locals.of(id), weight);
  };
  beside(feature, times);
  const isSame = seen.locals === locals;
  tellSpan(seen, span, times, isSame ? add : (id, weight) => add(locals.of(seen.locals.known[id] ?? 0), weight));
}

function taken({ known }: Locals): { readonly ids: Int32Array; readonly times: Float64Array } {
  const made = { ids: new Int32Array(size), times: new Float64Array(size) };
  for (let at = 0; at < size; at += 1) {
    const id = found[at] ?? 0;
    made.ids[at] = known[id] ?? 0;
    made.times[at] = counts[id] ?? 0;
    counts[id] = 0;
  }
  size = 0;
  return made;
}

function grown<Numbers extends Float64Array | Int32Array>(numbers: Numbers, into: Numbers): Numbers {
  into.set(numbers);
  return into;
}
