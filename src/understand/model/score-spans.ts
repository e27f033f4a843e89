/** What a model makes of some spans of texts together, each counted as often as it is to count. */
import type { Tell } from '../words/tally.ts';
import type { Span } from '../words/span.ts';
import { sumRows, toLogarithms } from './linear.ts';
import type { Model } from './model-bytes.ts';
import { tellSpan, type Locals, type Seen, type ToldFeatures } from './seen.ts';
import type { Spelt } from './spelt.ts';
import { entriesOf, FEW, STRIDE, type Vocabulary } from './vocabulary.ts';

export interface Part {
  readonly seen: Seen;
  readonly span: Span;
  readonly times: number;
  /** Tells what is no matter of single words. @param told tells what was worked out for `seen` before */
  readonly beside: (count: Tell, told: (told: ToldFeatures) => void) => void;
}

/** For each class the logarithm of its probability. */
export function scoreSpans({ vocabulary, linear }: Model, parts: readonly [Part, ...Part[]]): Float32Array {
  const { locals, spelt } = parts[0].seen;
  for (const part of parts) tellPart(part, locals, vocabulary);
  const { classes, weights, bias } = linear;
  const { features, words, square } = weighed(locals, spelt, vocabulary);
  if (sums.length !== classes) sums = new Float64Array(classes);
  sums.fill(0);
  sumRows({ classes, weights, ...features }, sums);
  sumRows({ classes, weights: spelt.sums(), ...words }, sums);
  const length = Math.sqrt(square + FEW);
  for (let at = 0; at < classes; at += 1) sums[at] = (sums[at] ?? 0) / length + (bias[at] ?? 0);
  return toLogarithms(sums);
}

/** Of each class, while a text is scored. */
let sums = new Float64Array(0);
/** How often each stands there; 0 again once it was weighed. */
let counts = new Float64Array(4096);
let found = new Int32Array(4096);
let size = 0;

function add(id: number, weight: number): void {
  if (id >= counts.length) {
    counts = grown(counts, new Float64Array(2 * id));
    found = grown(found, new Int32Array(2 * id));
  }
  const before = counts[id] ?? 0;
  if (before === 0) found[size++] = id;
  counts[id] = before + weight;
}

function tellPart({ seen, span, times, beside }: Part, locals: Locals, { ids }: Vocabulary): void {
  const feature = (one: number, weight: number): void => {
    const id = ids.idOf(one);
    if (id >= 0) add(locals.of(id), weight * times);
  };
  const isSame = seen.locals === locals;
  const tell = isSame ? add : (id: number, weight: number) => add(locals.of(seen.locals.known[id] ?? 0), weight);
  beside(feature, (told) => {
    for (let at = 0; at < told.ids.length; at += 1) tell(told.ids[at] ?? 0, (told.weights[at] ?? 0) * times);
  });
  tellSpan(seen, span, times, tell);
}

class Rows {
  rows = new Int32Array(1024);
  values = new Float64Array(1024);
  size = 0;

  push(row: number, value: number): void {
    if (this.size === this.rows.length) {
      this.rows = grown(this.rows, new Int32Array(2 * this.size));
      this.values = grown(this.values, new Float64Array(2 * this.size));
    }
    this.rows[this.size] = row;
    this.values[this.size] = value;
    this.size += 1;
  }
}

const features = new Rows();
const words = new Rows();

function weighed({ known }: Locals, spelt: Spelt, vocabulary: Vocabulary) {
  const { idf, share, row } = entriesOf(vocabulary);
  const all = vocabulary.idf.length;
  let square = 0;
  features.size = 0;
  words.size = 0;
  for (let at = 0; at < size; at += 1) {
    const local = found[at] ?? 0;
    const id = known[local] ?? 0;
    const count = counts[local] ?? 0;
    counts[local] = 0;
    if (id >= all) {
      const word = id - all;
      const root = Math.sqrt(count);
      square += count * (spelt.squares[word] ?? 0);
      words.push(word, root);
      const end = spelt.starts[word + 1] ?? 0;
      for (let one = spelt.starts[word] ?? end; one < end; one += 1)
        meet(spelt.ids[one] ?? 0, root * (spelt.roots[one] ?? 0));
    } else {
      const entry = id * STRIDE;
      const root = Math.sqrt(count);
      const its = idf[entry] ?? 0;
      square += count * its * its;
      features.push(row[entry] ?? 0, root * its * (share[entry] ?? 1));
      meet(id, root);
    }
  }
  size = 0;
  for (let at = 0; at < met; at += 1) {
    if ((times[at] ?? 0) > 1) {
      const entry = (metIds[at] ?? 0) * STRIDE;
      const more = Math.sqrt(squares[at] ?? 0) - (roots[at] ?? 0);
      features.push(row[entry] ?? 0, more * (idf[entry] ?? 0) * (share[entry] ?? 1));
    }
  }
  forget();
  return { features, words, square };
}

/** Features that several words have count less than by each of them: found in a small table, as it is gone through for every span. */
let table = new Int32Array(2048);
let metIds = new Int32Array(1024);
let places = new Int32Array(1024);
let times = new Int32Array(1024);
let squares = new Float64Array(1024);
let roots = new Float64Array(1024);
let met = 0;

function meet(id: number, root: number): void {
  const mask = table.length - 1;
  let slot = (Math.imul(id, 0x9e_37_79_b1) >>> 8) & mask;
  for (;;) {
    const at = (table[slot] ?? 0) - 1;
    if (at < 0) break;
    if (metIds[at] === id) {
      times[at] = (times[at] ?? 0) + 1;
      squares[at] = (squares[at] ?? 0) + root * root;
      roots[at] = (roots[at] ?? 0) + root;
      return;
    }
    slot = (slot + 1) & mask;
  }
  metIds[met] = id;
  places[met] = slot;
  times[met] = 1;
  squares[met] = root * root;
  roots[met] = root;
  met += 1;
  table[slot] = met;
  if (met === metIds.length) grow();
}

function forget(): void {
  for (let at = 0; at < met; at += 1) table[places[at] ?? 0] = 0;
  met = 0;
}

function grow(): void {
  const many = 2 * met;
  metIds = grown(metIds, new Int32Array(many));
  places = grown(places, new Int32Array(many));
  times = grown(times, new Int32Array(many));
  squares = grown(squares, new Float64Array(many));
  roots = grown(roots, new Float64Array(many));
  table = new Int32Array(2 * many);
  const mask = table.length - 1;
  for (let at = 0; at < met; at += 1) {
    let slot = (Math.imul(metIds[at] ?? 0, 0x9e_37_79_b1) >>> 8) & mask;
    while (table[slot] !== 0) slot = (slot + 1) & mask;
    table[slot] = at + 1;
    places[at] = slot;
  }
}

function grown<Numbers extends Float64Array | Int32Array>(numbers: Numbers, into: Numbers): Numbers {
  into.set(numbers);
  return into;
}
