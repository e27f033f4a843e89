/**
 * The most that a place of a text may weigh, by what is known of it so far: its words, one side, both. Reading a side costs far more than
 * this, and hardly any place can part two wishes whatever its sides claim.
 */
import { KIND_COUNTS, kindAhead, MOST_AHEAD, MOST_KIND_AHEAD, ratherIn, type Claim } from './claims.ts';
import { BY_CLAIMS, confidenceOf, isOpen, isSameMatter, MOST_LEAD, type Sides } from './signs.ts';

/** The sides that are read already. */
export interface KnownSides {
  readonly left: Claim | null;
  readonly right: Claim | null;
  /** The right side has no more words. */
  readonly mostWords: number;
  /** Whether both sides may be requests. Default true. */
  readonly mayAskTwice?: boolean;
  /** Both are halves of one sentence. */
  readonly isCoordinated: boolean;
}

/** What is known, and of each side whether it is taken to be a request. */
interface Guess extends KnownSides {
  readonly asks: { readonly left: boolean; readonly right: boolean };
}

/** From, to. */
type Range = readonly [number, number];

const exactly = (value: number): Range => [value, value];
const isSo = (is: boolean): Range => (is ? ALL : NONE);
const OPEN: Range = [0, 1];
const NONE = exactly(0);
const ALL = exactly(1);
const ANY_KIND: Range = [-MOST_KIND_AHEAD, MOST_KIND_AHEAD];
const EITHER_WAY: Range = [-MOST_AHEAD, MOST_AHEAD];
const ONE_WAY: Range = [0, MOST_AHEAD];
const ANY_LEAD: Range = [0, MOST_LEAD];
/** By how much a side may be ahead that is not read yet; a request may be as far behind as any kind. */
const MOST_BY_KIND = KIND_COUNTS * MOST_KIND_AHEAD;
const ASKING: Range = [-MOST_BY_KIND, Math.min(MOST_AHEAD, MOST_BY_KIND)];
const ASKING_NOTHING: Range = [-MOST_BY_KIND, MOST_BY_KIND];

const RANGES: Readonly<Record<keyof typeof BY_CLAIMS, (guess: Guess) => Range>> = {
  left: ({ left, asks }) => aheadRange(left, asks.left),
  right: ({ right, asks }) => aheadRange(right, asks.right),
  leftSure: ({ left }) => (left ? exactly(kindAhead(left, left.claims)) : ANY_KIND),
  rightSure: ({ right }) => (right ? exactly(confidenceOf(right)) : OPEN),
  head: ({ asks }) => aheadRange(null, asks.right),
  last: ({ asks }) => aheadRange(null, asks.left),
  lastKind: () => ANY_KIND,
  lastIsRight: () => OPEN,
  leftRather: ({ left, right, asks }) =>
    left && right ? exactly(ratherIn(left, left, right)) : isBoth(asks) ? EITHER_WAY : NONE,
  coordinated: ({ left, right, isCoordinated }) =>
    isCoordinated ? [0, Math.max(0, Math.min(left?.ahead() ?? MOST_AHEAD, right?.ahead() ?? MOST_AHEAD))] : NONE,
  onesided: ({ asks }) => (isBoth(asks) ? ONE_WAY : NONE),
  lead: () => ANY_LEAD,
  leadVariant: () => ANY_LEAD,
  leftIncident: ({ left, asks }) => isRange(left, 'incident', asks.left),
  rightIncident: ({ right, asks }) => isRange(right, 'incident', asks.right),
  rightQuestion: ({ right, asks }) => isRange(right, 'question', asks.right),
  noRequest: ({ asks }) => (asks.left || asks.right ? NONE : ALL),
  sameService: ({ left, right, asks }) => {
    if (!isBoth(asks)) return NONE;
    return left && right ? isSo(left.classification.service === right.classification.service) : OPEN;
  },
  sameMatter: ({ left, right, asks }) => {
    if (isBoth(asks)) return NONE;
    if (left && right) return isSo(isSameMatter({ left, right }));
    const known = left ?? right;
    return known && known.claims !== 'incident' && known.about() === null ? ALL : OPEN;
  },
  open: ({ left, right }) => {
    if ((left && isOpen(left)) || (right && isOpen(right))) return ALL;
    return left && right ? NONE : OPEN;
  },
  rightUnasked: () => OPEN,
  rightWords: ({ right, mostWords }) =>
    right ? exactly(Math.log(right.read.size)) : [-Infinity, Math.log(Math.max(1, mostWords))],
};

/** By the sides it is between, what each sign weighs; those that weigh nothing there are left out. */
const WEIGHED: Readonly<Record<Sides, readonly (readonly [number, (guess: Guess) => Range])[]>> = {
  requests: weighedFor('requests'),
  mixed: weighedFor('mixed'),
};

function weighedFor(sides: Sides): readonly (readonly [number, (guess: Guess) => Range])[] {
  const weights = new Map(Object.entries(BY_CLAIMS).map(([name, sign]) => [name, sign[sides]] as const));
  return Object.entries(RANGES)
    .map(([name, rangeOf]) => [weights.get(name) ?? 0, rangeOf] as const)
    .filter(([weight]) => weight !== 0);
}

/** The most that it may weigh. @param words what its words alone weigh, by the sides it may be between */
export function mostWeight(known: KnownSides, words: Readonly<Record<Sides, number>>): number {
  let most = -Infinity;
  for (const left of mayAsk(known.left)) {
    for (const right of mayAsk(known.right)) {
      const sides = left && right ? 'requests' : 'mixed';
      if (sides === 'requests' && known.mayAskTwice === false) continue;
      most = Math.max(most, words[sides] + mostOf({ ...known, asks: { left, right } }, sides));
    }
  }
  return most;
}

const EITHER = [true, false];
const ASKS = [true];
const ASKS_NOT = [false];

function mayAsk(side: Claim | null): readonly boolean[] {
  return side === null ? EITHER : side.claims === 'request' ? ASKS : ASKS_NOT;
}

function mostOf(guess: Guess, sides: Sides): number {
  let sum = 0;
  for (const [weight, rangeOf] of WEIGHED[sides]) {
    const range = rangeOf(guess);
    sum += weight * (weight > 0 ? range[1] : range[0]);
  }
  return sum;
}

function isBoth({ left, right }: Guess['asks']): boolean {
  return left && right;
}

function aheadRange(side: Claim | null, asks: boolean): Range {
  if (side) return exactly(side.ahead());
  return asks ? ASKING : ASKING_NOTHING;
}

function isRange(side: Claim | null, kind: Claim['claims'], asks: boolean): Range {
  if (side) return isSo(side.claims === kind);
  return asks ? NONE : OPEN;
}
