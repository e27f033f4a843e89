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
import { MOST_ROWS, NO_ROW, speltBy, type OwnFeatures, type Spelt } from './spelt.ts';

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
  /** Whose numbers stand in `numbers`. */
  owner: Locals | null;
  readonly numbers: Int32Array;
  readonly idsOf: Count['idsOf'];
  readonly spelt: Spelt;
}

const rooms = new WeakMap<Model, Room>();

function roomOf(model: Model, own: (one: Spelling) => OwnFeatures): Room {
  const known = rooms.get(model);
  if (known) return known;
  const { ids, idf } = model.vocabulary;
  const made = {
    owner: null,
    numbers: new Int32Array(idf.length + MOST_ROWS),
    idsOf: idsOfWords(ids.idOf),
    spelt: speltBy(model, own),
  };
  rooms.set(model, made);
  return made;
}

function localsOf(room: Room): Locals {
  const known: number[] = [];
  const { numbers } = room;
  const locals = {
    known,
    of: (id: number): number => {
      if (room.owner !== locals) {
        for (let at = 0; at < known.length; at += 1) numbers[known[at] ?? 0] = at;
        room.owner = locals;
      }
      // What another text left there is told by this: it is not the number of this feature here.
      const number = numbers[id] ?? 0;
      if (known[number] === id) return number;
      numbers[id] = known.length;
      known.push(id);
      return known.length - 1;
    },
  };
  return locals;
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
  const locals = localsOf(room);
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
        if (row !== NO_ROW) known(room.numbers.length - MOST_ROWS + row, 1);
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
