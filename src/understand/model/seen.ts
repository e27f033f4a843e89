/**
 * A text as a model sees it, gone through once: the features of each word side by side, so that any span of it is told by its own features
 * alone. A feature that a word has only together with the words before it counts where they are in the span, too.
 */
import type { Words } from '../words/normalise.ts';
import type { Span } from '../words/span.ts';
import type { Spelling } from '../words/spelling.ts';
import { idsOfWords, type Count, type Tell } from '../words/tally.ts';
import { MAX_WORDS } from './features.ts';
import type { Model } from './model-bytes.ts';
import { NO_ROW, speltBy, type OwnFeatures, type Spelt } from './spelt.ts';

export interface Seen {
  readonly words: Words;
  readonly spelt: Spelt;
  readonly locals: Locals;
  /** By word where its features begin, and at the end where the last ones end. */
  readonly starts: readonly number[];
  /** Features by their ordinals in this text, and side by side with each how much it counts, and how many words it reaches back. */
  readonly ids: readonly number[];
  readonly weights: readonly number[];
  readonly reach: readonly number[];
}

/** The features of one text, numbered from 0: what is counted of it is small and lies together. */
export interface Locals {
  /** Ordinals in the vocabulary; behind all of these stand the rows of spellings. */
  readonly known: readonly number[];
  /** The number of a feature here; it is given one where it has none. */
  readonly of: (id: number) => number;
}

interface Room {
  readonly idsOf: Count['idsOf'];
  readonly spelt: Spelt;
  readonly numbers: Numbers;
}

const rooms = new WeakMap<Model, Room>();

function roomOf(model: Model, own: (one: Spelling) => OwnFeatures): Room {
  const known = rooms.get(model);
  if (known) return known;
  const made = {
    idsOf: idsOfWords(model.vocabulary.ids.idOf),
    spelt: speltBy(model, own),
    numbers: { slots: new Int32Array(1024), owner: null },
  };
  rooms.set(model, made);
  return made;
}

/** A hash table of the features of one text, small enough to lie near at hand; at most half of it is taken. */
interface Numbers {
  /** Numbers plus one. */
  slots: Int32Array;
  /** Whose they are. */
  owner: Locals | null;
}

const SPREAD = 0x9e_37_79_b1;

function localsOf(numbers: Numbers): Locals {
  const known: number[] = [];
  const locals = {
    known,
    of: (id: number): number => {
      if (numbers.owner !== locals) fill(numbers, known);
      numbers.owner = locals;
      const slot = slotOf(id, numbers.slots, known);
      const at = (numbers.slots[slot] ?? 0) - 1;
      if (at >= 0) return at;
      known.push(id);
      numbers.slots[slot] = known.length;
      if (2 * known.length > numbers.slots.length) fill(numbers, known);
      return known.length - 1;
    },
  };
  return locals;
}

function fill(numbers: Numbers, known: readonly number[]): void {
  if (2 * known.length > numbers.slots.length)
    numbers.slots = new Int32Array(4 * 2 ** Math.ceil(Math.log2(known.length)));
  else numbers.slots.fill(0);
  for (let at = 0; at < known.length; at += 1) numbers.slots[slotOf(known[at] ?? 0, numbers.slots, known)] = at + 1;
}

/** Where the number of a feature stands, or is to stand. */
function slotOf(id: number, slots: Int32Array, known: readonly number[]): number {
  const mask = slots.length - 1;
  let slot = (Math.imul(id, SPREAD) >>> 8) & mask;
  for (let at = slots[slot] ?? 0; at !== 0 && known[at - 1] !== id; at = slots[slot] ?? 0) slot = (slot + 1) & mask;
  return slot;
}

/**
 * @param own the features of a word by itself
 * @param tell tells the features of the words, each word by itself
 */
export function seenBy(
  model: Model,
  words: Words,
  own: (one: Spelling) => OwnFeatures,
  tell: (count: Count) => void,
): Seen {
  const { vocabulary } = model;
  const room = roomOf(model, own);
  const locals = localsOf(room.numbers);
  const [starts, ids, weights, reaches]: [number[], number[], number[], number[]] = [[], [], [], []];
  const known = (id: number | undefined, weight: number, reach = 0): void => {
    if (id === undefined || id < 0) return;
    ids.push(locals.of(id));
    weights.push(weight);
    reaches.push(reach);
  };
  const count: Count = Object.assign(
    (feature: number, weight: number, reach = 0) => known(vocabulary.ids.idOf(feature), weight, reach),
    {
      idsOf: room.idsOf,
      known,
      word: (spelling: Spelling): boolean => {
        starts.push(ids.length);
        const row = room.spelt.rowOf(spelling);
        if (row !== NO_ROW) known(vocabulary.idf.length + row, 1);
        return row !== NO_ROW;
      },
    },
  );
  tell(count);
  starts.push(ids.length);
  return { words, spelt: room.spelt, locals, starts, ids, weights, reach: reaches };
}

/** Features of a text beside its words: their numbers in it, and how much each counts. */
export interface ToldFeatures {
  readonly ids: readonly number[];
  readonly weights: readonly number[];
}

export function toldBy({ vocabulary }: Model, { locals }: Seen, tell: (count: Tell) => void): ToldFeatures {
  const [ids, weights]: [number[], number[]] = [[], []];
  tell((feature, weight) => {
    const id = vocabulary.ids.idOf(feature);
    if (id < 0) return;
    ids.push(locals.of(id));
    weights.push(weight);
  });
  return { ids, weights };
}

/** Tells the features of a span, but for those of its first word that it has only as the first. */
export function tellSpan(
  { starts, ids, weights, reach }: Seen,
  { from, to }: Span,
  times: number,
  add: (id: number, weight: number) => void,
): void {
  const end = Math.min(to, from + MAX_WORDS);
  const edge = Math.min(end, from + FARTHEST);
  for (let word = from; word < edge; word += 1) {
    const last = starts[word + 1] ?? 0;
    for (let at = starts[word] ?? last; at < last; at += 1) {
      if ((reach[at] ?? 0) <= word - from) add(ids[at] ?? 0, (weights[at] ?? 0) * times);
    }
  }
  const last = edge < end ? (starts[end] ?? 0) : 0;
  for (let at = starts[edge] ?? last; at < last; at += 1) add(ids[at] ?? 0, (weights[at] ?? 0) * times);
}

/** Words that a feature reaches back at most. */
const FARTHEST = 2;
