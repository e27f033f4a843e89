/**
 * What stands beside a yes, clause by clause, as features for the judge of plain approvals (yes-judge.ts): the words, what they do in it
 * (clause-kinds.ts), their neighbours, in which class of the rule files they are, and where the clause stands to the yes.
 */
import { foldRoot } from '../../words/fold.ts';
import { hash, together } from '../../words/hash.ts';
import type { Word, Words } from '../../words/normalise.ts';
import { remembered } from '../../words/remembered.ts';
import type { Mention, Mentions } from '../mentions.ts';
import type { Tell, Telling } from '../../words/tally.ts';
import { shapeOf, tellKinds, type WordKind } from './clause-kinds.ts';
import { piecesOf } from './yes-pieces.ts';

/** A clause, or what is left of it beside the yes inside it. */
export interface Part {
  /** Ordinals of all its words. */
  readonly all: readonly number[];
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
  readonly kindOf: (form: string) => WordKind;
  /** Each two words that stand near each other say something, too. */
  readonly inPairs?: boolean;
}

export type Place = 'in' | 'before' | 'behind' | 'apart';

interface Clause {
  readonly all: readonly number[];
  readonly covered: (at: number) => boolean;
  readonly place: Place;
  readonly known: KnownWords;
  /** Words of the clause before it and of the one behind it. */
  readonly beside: readonly [before: readonly number[], behind: readonly number[]];
}

interface Told {
  readonly form: number;
  readonly root: number;
  readonly shape: string;
}

const MAX_PARTS = 30;
const KIND_WEIGHT = 0.5;
const NEAR_WEIGHT = 0.5;
const BESIDE_WEIGHT = 0.7;
const COUNTS = [0, 1, 2, 3, 5, 8];
const MANY = 99;
/** Letters of a word that tell what it is about, whatever its ending. */
const STEM = 5;
const PAIR_REACH = 6;
/** Words of the clauses beside it that it is read with. */
const OTHERS_REACH = 4;
const PAIR = hash('near each other');
const SIDES = [hash('clause before'), hash('clause behind')];
const YES = hash('YES');
const START = hash('START');
const END = hash('END');
const WITHIN = hash('within');
const APART = [hash('two apart'), hash('three apart')];
const OPENING = [START, hash('second'), hash('third')];

const toldOf = remembered((form: string): Told => ({
  form: hash(form),
  root: hash(`r ${foldRoot(form)}`),
  shape: shapeOf(form),
}));

export function partsBeside({ words }: Mentions, yes: readonly Mention[], known: KnownWords): readonly Part[] {
  const covered = (at: number): boolean => yes.some((one) => one.first <= at && at <= one.last);
  const strong = yes.filter((one) => one.class === 'approve-strong');
  const clauses = Map.groupBy(words.words.keys(), (at) => words.words[at]?.clause ?? 0);
  const spoken = strong.length > 0 ? strong : yes;
  const pieces = (yes.length === 0 ? [] : [...clauses.values()])
    .flatMap((clause) => piecesOf(clause, words.words, spoken))
    .map((all) => ({ all, loose: all.filter((at) => !covered(at)) }))
    .filter(({ loose }) => loose.length > 0)
    .slice(0, MAX_PARTS);
  return pieces.map(({ all, loose }, at) => {
    const place = placeOf(all, words.words, spoken);
    const beside = [pieces[at - 1]?.all ?? [], pieces[at + 1]?.all ?? []] as const;
    return { all, loose, place, ...toldIn({ all, covered, place, known, beside }, words) };
  });
}

function placeOf(all: readonly number[], words: readonly Word[], yes: readonly Mention[]): Place {
  const [from = 0, to = 0] = [all[0], all.at(-1)];
  if (yes.some((one) => one.first <= to && one.last >= from)) return 'in';
  const near = yes.filter((one) => words[one.first]?.sentence === words[from]?.sentence);
  if (near.length === 0) return 'apart';
  return near.some((one) => one.last < from) ? 'behind' : 'before';
}

function toldIn(clause: Clause, { words, text }: Words): Pick<Part, 'strange' | 'binding' | 'features'> {
  const { all, covered, place, known } = clause;
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
      add(kind);
      for (const near of [side, kindBefore, before]) add(together(near, kind), KIND_WEIGHT);
      strange += named === null ? 1 : 0;
      binding += named?.binds === true ? 1 : 0;
      count += 1;
      [before, kindBefore] = [told.form, kind];
    }
  }
  add(together(before, END), KIND_WEIGHT);
  tellBuild(clause, { words, text }, add);
  if (known.inPairs === true) tellPairs(clause, words, add);
  for (const size of [`place ${place}`, `count ${place} ${upTo(count)}`, `strange words ${place} ${upTo(strange)}`])
    add(hash(size));
  const features: Telling = (tell) => seen.forEach(([feature, weight]) => tell(feature, weight));
  return { strange, binding, features };
}

function tellBuild(clause: Clause, words: Pick<Words, 'words' | 'text'>, add: Tell): void {
  const { sequence, met } = kindsIn(clause, words);
  tellKinds(sequence, met, add);
  tellNear(clause, words.words, add);
}

/** Roots and kinds two and three words apart, a root beside a kind, and what the clause opens with beside each root in it. */
function tellNear({ all, covered, known }: Clause, words: readonly Word[], add: Tell): void {
  const roots = all.map((at) => (covered(at) ? YES : toldOf(words[at]?.form ?? '').root));
  const kinds = all.map((at) => (covered(at) ? YES : hash(`near ${known.kindOf(words[at]?.form ?? '').kind}`)));
  const [opening = START] = roots;
  roots.forEach((root, at) => {
    const kind = kinds[at] ?? YES;
    for (const [reach, apart] of APART.entries()) {
      const [otherRoot, otherKind] = [roots[at + reach + 2], kinds[at + reach + 2]];
      if (otherRoot === undefined || otherKind === undefined) continue;
      add(together(apart, together(root, otherRoot)), NEAR_WEIGHT);
      add(together(apart, together(kind, otherKind)), NEAR_WEIGHT);
    }
    const [nextRoot, nextKind] = [roots[at + 1], kinds[at + 1]];
    if (nextKind !== undefined) add(together(root, nextKind), BESIDE_WEIGHT);
    if (nextRoot !== undefined) add(together(kind, nextRoot), BESIDE_WEIGHT);
    if (at > 0 && at < OPENING.length) add(together(OPENING[at] ?? START, root), BESIDE_WEIGHT);
    add(together(opening, together(WITHIN, root)), NEAR_WEIGHT);
  });
}

/** Each two beginnings of words that stand near each other, and each beside those of the clauses before and behind. */
function tellPairs(
  { all, covered, beside }: Clause,
  words: readonly Word[],
  add: (feature: number, weight?: number) => void,
): void {
  const stemOf = (at: number): number => (covered(at) ? YES : hash(`s ${(words[at]?.form ?? '').slice(0, STEM)}`));
  const stems = all.map(stemOf);
  stems.forEach((stem, at) => {
    add(stem);
    for (const other of stems.slice(at + 1, at + 1 + PAIR_REACH)) add(together(stem, together(PAIR, other)));
  });
  for (const [side, [others, own]] of [
    [beside[0].slice(-OTHERS_REACH), stems.slice(0, PAIR_REACH)] as const,
    [beside[1].slice(0, OTHERS_REACH), stems.slice(-PAIR_REACH)] as const,
  ].entries()) {
    for (const at of others) {
      const other = together(SIDES[side] ?? 0, stemOf(at));
      add(other);
      for (const stem of own) add(together(other, stem));
    }
  }
}

function upTo(count: number): number {
  return COUNTS.find((most) => count <= most) ?? MANY;
}

/** What each word does, in their order, and which kinds meet. */
function kindsIn(
  { all, covered, place, known }: Clause,
  { words, text }: Pick<Words, 'words' | 'text'>,
): { readonly sequence: readonly string[]; readonly met: ReadonlySet<string> } {
  const sequence: string[] = [`<${place}`];
  const met = new Set<string>();
  for (const at of all) {
    const word = words[at];
    if (!word) continue;
    if (covered(at)) {
      if (sequence.at(-1) !== 'YES') sequence.push('YES');
    } else if (known.isKnown(word.form)) sequence.push('KNOWN');
    else {
      const { kind, kinds } = known.kindOf(word.form);
      const raw = text.slice(word.start, word.end);
      sequence.push(roleOf(raw, kinds.length > 0 ? kind : null, { known, word, opens: sequence.length === 1 }));
      for (const name of kinds) met.add(name);
    }
  }
  return { sequence: [...sequence, '>'], met };
}

function roleOf(
  raw: string,
  kind: string | null,
  { known, word, opens }: { readonly known: KnownWords; readonly word: Word; readonly opens: boolean },
): string {
  const its = /nya$/iu.test(raw) ? '+nya' : '';
  if (kind !== null) return kind + its;
  const named = known.classesOf(word.form);
  if (named !== null) return named.name + its;
  return (!opens && /^\p{Lu}\p{Ll}/u.test(raw) ? 'Name' : known.kindOf(word.form).kind) + its;
}
