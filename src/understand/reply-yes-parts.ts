/**
 * What stands beside a yes, clause by clause, as features for the judge of plain approvals (reply-yes-judge.ts): the words, how they begin
 * and end, their neighbours, in which class of the rule files they are, and where the clause stands to the yes.
 */
import { foldRoot } from './fold.ts';
import { hash, together } from './features.ts';
import type { Word, Words } from './normalise.ts';
import { remembered } from './remembered.ts';
import type { Mention, Mentions } from './reply-mentions.ts';
import type { Telling } from './tally.ts';

/** A clause, or what is left of it beside the yes inside it. */
export interface Part {
  /** Ordinals of its words without the yes. */
  readonly loose: readonly number[];
  readonly place: Place;
  /** How many of them the rule files do not know as harmless. */
  readonly strange: number;
  /** How many are of a class that binds, puts off or turns round. */
  readonly binding: number;
  readonly features: Telling;
}

/** The class of the rule files in which a word stands, null where it is strange. */
export type ClassesOf = (form: string) => { readonly name: string; readonly binds: boolean } | null;

export interface KnownWords {
  readonly classesOf: ClassesOf;
  /** Named by our letter or by the writer's own name: says nothing new. */
  readonly isKnown: (form: string) => boolean;
}

export type Place = 'in' | 'before' | 'behind' | 'apart';

interface Clause {
  readonly all: readonly number[];
  readonly covered: (at: number) => boolean;
  readonly place: Place;
  readonly known: KnownWords;
}

interface Told {
  readonly form: number;
  readonly root: number;
  readonly shape: string;
  readonly pieces: readonly number[];
}

const MAX_PARTS = 30;
const PIECE = 3;
const PIECE_WEIGHT = 0.2;
const KIND_WEIGHT = 0.5;
const COUNTS = [0, 1, 2, 3, 5, 8];
const MANY = 99;
/** How a strange word begins and ends: a deed, an order, a thing, a number. */
const SHAPES: readonly (readonly [string, RegExp])[] = [
  ['#', /\d/],
  ['di-kan', /^di\p{L}{3,}(?:kan|i)$/u],
  ['di-', /^di\p{L}{4,}$/u],
  ['me-', /^me\p{L}{4,}$/u],
  ['ber-', /^ber\p{L}{3,}$/u],
  ['ter-', /^ter\p{L}{3,}$/u],
  ['pe-an', /^pe\p{L}{3,}an$/u],
  ['ke-an', /^ke\p{L}{3,}an$/u],
  ['-kan', /\p{L}{3,}kan$/u],
  ['-an', /\p{L}{3,}an$/u],
  ['-i', /\p{L}{3,}i$/u],
  ['short', /^.{1,3}$/u],
];
const YES = hash('YES');
const START = hash('START');
const END = hash('END');

const toldOf = remembered((form: string): Told => {
  const marked = `<${form}>`;
  return {
    form: hash(form),
    root: hash(`r ${foldRoot(form)}`),
    shape: SHAPES.find(([, pattern]) => pattern.test(form))?.[0] ?? 'bare',
    pieces: Array.from({ length: Math.max(0, marked.length - PIECE + 1) }, (_, at) =>
      hash(`~${marked.slice(at, at + PIECE)}`),
    ),
  };
});

export function partsBeside({ words }: Mentions, yes: readonly Mention[], known: KnownWords): readonly Part[] {
  const covered = (at: number): boolean => yes.some((one) => one.first <= at && at <= one.last);
  const strong = yes.filter((one) => one.class === 'approve-strong');
  const clauses = Map.groupBy(words.words.keys(), (at) => words.words[at]?.clause ?? 0);
  const parts: Part[] = [];
  for (const all of yes.length === 0 ? [] : clauses.values()) {
    const loose = all.filter((at) => !covered(at));
    if (loose.length === 0) continue;
    const place = placeOf(all, words.words, strong.length > 0 ? strong : yes);
    parts.push({ loose, place, ...toldIn({ all, covered, place, known }, words) });
  }
  return parts.slice(0, MAX_PARTS);
}

function placeOf(all: readonly number[], words: readonly Word[], yes: readonly Mention[]): Place {
  const [from = 0, to = 0] = [all[0], all.at(-1)];
  if (yes.some((one) => one.first <= to && one.last >= from)) return 'in';
  const near = yes.filter((one) => words[one.first]?.sentence === words[from]?.sentence);
  if (near.length === 0) return 'apart';
  return near.some((one) => one.last < from) ? 'behind' : 'before';
}

function toldIn(
  { all, covered, place, known }: Clause,
  { words, text }: Words,
): Pick<Part, 'strange' | 'binding' | 'features'> {
  const seen: (readonly [feature: number, weight: number])[] = [];
  const add = (feature: number, weight = 1): void => void seen.push([feature, weight]);
  const placed = hash(`place ${place}`);
  let [before, kindBefore, side] = [START, START, place === 'in' ? hash('side before') : placed];
  let [strange, binding, count] = [0, 0, 0];
  for (const at of all) {
    const word = words[at];
    if (covered(at)) {
      if (before !== YES) add(together(before, YES));
      [before, kindBefore, side] = [YES, YES, hash('side behind')];
    } else if (word && !known.isKnown(word.form)) {
      const told = toldOf(word.form);
      const name = before !== START && /^\p{Lu}\p{Ll}/u.test(text.slice(word.start, word.end));
      const named = known.classesOf(word.form);
      const kind = hash(named === null ? `strange ${told.shape}${name ? ' name' : ''}` : `kind ${named.name}`);
      add(told.form);
      add(told.root);
      add(together(side, told.root));
      add(together(before, told.form));
      if (before === START) add(together(START, together(placed, told.form)));
      for (const piece of told.pieces) add(piece, PIECE_WEIGHT);
      add(kind);
      for (const near of [side, kindBefore, before]) add(together(near, kind), KIND_WEIGHT);
      strange += named === null ? 1 : 0;
      binding += named?.binds === true ? 1 : 0;
      count += 1;
      [before, kindBefore] = [told.form, kind];
    }
  }
  add(together(before, END), KIND_WEIGHT);
  add(placed);
  add(hash(`count ${place} ${upTo(count)}`));
  add(hash(`strange words ${place} ${upTo(strange)}`));
  const features: Telling = (tell) => seen.forEach(([feature, weight]) => tell(feature, weight));
  return { strange, binding, features };
}

function upTo(count: number): number {
  return COUNTS.find((most) => count <= most) ?? MANY;
}
