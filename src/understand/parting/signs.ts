/**
 * Whether a place in a text parts two wishes. Signs speak for it (either side, read alone, is sure of something else; "satu lagi" begins
 * there) and against it (what follows says "tersebut"; both are variants of one service); together they weigh enough or not. The weights
 * are fitted on pairs of sentences and on single ones that were left out of learning.
 */
import { isUnasked } from './asked.ts';
import { aheadIn, kindAhead, leadOf, ratherIn, type Claim, type Stretch } from './claims.ts';
import type { Speech } from './speech.ts';
import { wordsIn } from '../words/words-in.ts';

/** A place in a text, by its words alone. */
export interface Place {
  readonly before: string;
  /** With the words that join it. */
  readonly after: string;
  /** What stands right behind the place, up to the end of its sentence. */
  readonly headText: string;
  /** The same up to the next place. */
  readonly clause: string;
  /** What stands right before the place, from the begin of its sentence. */
  readonly lastText: string;
  /** All that stands behind it, without the words that join it. */
  readonly rest: string;
  /** Of the whole text. */
  readonly words: number;
  /** Whether the mail says that it asks for several things. */
  readonly isCounted: boolean;
  readonly speech: Speech;
}

/** A place in a text, and what is claimed on either side of it. */
export interface Cut extends Place {
  readonly left: Claim;
  readonly right: Claim;
  /** The sentence behind the place, and the one before it, with what that claims where it can be named. */
  readonly head: Stretch;
  readonly last: () => Stretch;
  readonly lastKey: () => string | null;
  readonly whole: Stretch;
}

/** Two requests are told apart by what they ask for; a request and a question by what sort of sentence they are. */
export type Sides = 'requests' | 'mixed';

interface Sign<Of> extends Readonly<Record<Sides, number>> {
  readonly of: (of: Of) => number;
}

/** Sides of so few words are names and ends of letters. */
const TINY = 4;
/** Whoever is ahead by more is not less likely to be two. */
export const MOST_LEAD = 8;

const yes = (is: boolean): number => (is ? 1 : 0);
const isStop = ({ before }: Place): boolean => /[.!?]$/.test(before.slice(-1));
/** A text that a letter or a digit ends; its end alone is looked at. */
export const endsInWord = (text: string): boolean => /[\p{L}\d]$/u.test(text.slice(-2));
/** A word joins what follows to what stands before. */
const isJoined = ({ after, speech }: Place): boolean => speech.coordinates.test(after);
const endsSentence = ({ before, after }: Place): boolean =>
  /[.!?;\n]\s*$/.test(before.slice(-2)) || /^\s*\n/.test(after);
/** Two halves of one sentence. */
export const isCoordinated = (place: Place): boolean => isJoined(place) && !endsSentence(place);
/** By how much the weakest of both sides and of the sentence behind the place is ahead. */
const weakest = ({ left, right, head }: Cut): number =>
  Math.max(0, Math.min(left.ahead(), right.ahead(), aheadIn(head, right)));
const isAlso = ({ after, speech }: Place): boolean => speech.also.test(after);
/** A request of which only the service is known. */
export const isOpen = ({ claims, key }: Claim): boolean => claims === 'request' && !key.includes('/');
export const sidesOf = ({ left, right }: Pick<Cut, 'left' | 'right'>): Sides =>
  left.claims === 'request' && right.claims === 'request' ? 'requests' : 'mixed';
const isBothRequests = (cut: Cut): boolean => sidesOf(cut) === 'requests';
const isNoRequest = ({ left, right }: Cut): boolean => left.claims !== 'request' && right.claims !== 'request';
/** A question or a complaint that names nothing else is about the request beside it. */
export const isSameMatter = ({ left, right }: Pick<Cut, 'left' | 'right'>): boolean =>
  left.about() === right.about() ||
  [left, right].some(({ claims, about }) => claims !== 'incident' && about() === null);
/** How sure a side is of what it claims. */
export const confidenceOf = ({ claims, classification, kind }: Claim): number =>
  claims === 'request' ? classification.confidence : kind.confidence;

/** What the words around the place say. */
const BY_WORDS = {
  counted: { requests: 1, mixed: 1, of: ({ isCounted }) => yes(isCounted) },
  adds: { requests: 2.6, mixed: 4, of: ({ after, speech }) => yes(speech.adds.test(after)) },
  also: { requests: 1.79, mixed: 2.19, of: (place) => yes(isAlso(place)) },
  alsoWithin: { requests: -0.68, mixed: -1.03, of: (place) => yes(isAlso(place) && endsInWord(place.before)) },
  and: { requests: -0.23, mixed: 0.22, of: ({ after, speech }) => yes(speech.and.test(after)) },
  semicolon: { requests: 1.82, mixed: 1.97, of: ({ before }) => yes(before.endsWith(';')) },
  stop: { requests: -0.15, mixed: 0.44, of: (place) => yes(isStop(place)) },
  asksAgain: {
    requests: 0.3,
    mixed: 0.64,
    of: (place) =>
      yes(isStop(place) && [place.headText, place.lastText].every((text) => place.speech.wishes.test(text))),
  },
  thanks: { requests: 2.05, mixed: 1.19, of: ({ before, speech }) => yes(speech.thanks.test(before.slice(-80))) },
  blankLine: {
    requests: 0.53,
    mixed: 2.3,
    of: ({ before }) => yes(before.slice(before.trimEnd().length).includes('\n')),
  },
  follows: { requests: -0.8, mixed: -0.74, of: ({ after, speech }) => yes(speech.follows.test(after)) },
  goesOn: { requests: -0.44, mixed: -0.75, of: ({ clause, speech }) => yes(speech.goesOn.test(clause)) },
  refers: { requests: -0.34, mixed: -0.19, of: ({ clause, speech }) => yes(speech.refers.test(clause)) },
  stays: { requests: -0.23, mixed: -0.56, of: ({ headText, speech }) => yes(speech.stays.test(headText)) },
  unasked: { requests: -0.53, mixed: -0.11, of: ({ headText, speech }) => yes(isUnasked(headText, speech)) },
  leftUnasked: { requests: -0.17, mixed: -0.19, of: ({ lastText, speech }) => yes(isUnasked(lastText, speech)) },
  leftAsks: { requests: 0.75, mixed: 0.92, of: ({ before, speech }) => yes(speech.asks.test(before)) },
  headAsks: { requests: 0.55, mixed: 0.93, of: ({ headText, speech }) => yes(speech.asks.test(headText)) },
  clauseWords: { requests: -0.37, mixed: -0.47, of: ({ clause }) => Math.log(1 + wordsIn(clause)) },
  headWords: { requests: 0.84, mixed: 0.75, of: ({ headText }) => Math.log(1 + wordsIn(headText)) },
  lastWords: { requests: 0.56, mixed: 0.43, of: ({ lastText }) => Math.log(1 + wordsIn(lastText)) },
  leftTiny: { requests: -1.5, mixed: -0.73, of: ({ before }) => yes(wordsIn(before, TINY + 1) <= TINY) },
  rightTiny: { requests: -0.75, mixed: -0.8, of: ({ rest }) => yes(wordsIn(rest, TINY + 1) <= TINY) },
  wholeWords: { requests: -1.78, mixed: -0.88, of: ({ words }) => Math.log(1 + words) },
  joins: { requests: 0.33, mixed: 0.56, of: (place) => yes(isJoined(place)) },
  listed: { requests: 0.56, mixed: 0.92, of: (place) => yes(!endsSentence(place) && !isJoined(place)) },
} satisfies Readonly<Record<string, Sign<Place>>>;

/** What the two sides claim. */
export const BY_CLAIMS = {
  left: { requests: 0.19, mixed: 0.1, of: ({ left }) => left.ahead() },
  right: { requests: 0.27, mixed: 0.11, of: ({ right }) => right.ahead() },
  leftSure: { requests: 0.05, mixed: 0.4, of: ({ left }) => kindAhead(left, left.claims) },
  rightSure: { requests: 2.85, mixed: 3.06, of: ({ right }) => confidenceOf(right) },
  head: { requests: -0.05, mixed: -0.09, of: ({ head, right }) => aheadIn(head, right) },
  last: { requests: -0.05, mixed: -0.03, of: ({ last, left }) => aheadIn(last(), left) },
  lastKind: { requests: -0.03, mixed: -0.12, of: ({ last, left }) => kindAhead(last(), left.claims) },
  lastIsRight: { requests: 0, mixed: 0.53, of: ({ lastKey, right }) => yes(lastKey() === right.key) },
  leftRather: { requests: 0.17, mixed: 0, of: ({ left, right }) => ratherIn(left, left, right) },
  coordinated: { requests: 0.26, mixed: 0.09, of: (cut) => (isCoordinated(cut) ? weakest(cut) : 0) },
  onesided: { requests: -0.19, mixed: 0, of: ({ whole, left, right }) => Math.abs(ratherIn(whole, left, right)) },
  lead: { requests: 0.19, mixed: -0.32, of: ({ whole }) => Math.min(MOST_LEAD, leadOf(whole).kind) },
  leadVariant: { requests: -0.32, mixed: -0.16, of: ({ whole }) => Math.min(MOST_LEAD, leadOf(whole).variant) },
  leftIncident: { requests: 0, mixed: -1.28, of: ({ left }) => yes(left.claims === 'incident') },
  rightIncident: { requests: 0, mixed: -1.11, of: ({ right }) => yes(right.claims === 'incident') },
  rightQuestion: { requests: 0, mixed: -1.58, of: ({ right }) => yes(right.claims === 'question') },
  noRequest: { requests: 0, mixed: -0.83, of: (cut) => yes(isNoRequest(cut)) },
  sameService: {
    requests: -0.78,
    mixed: 0,
    of: (cut) => yes(isBothRequests(cut) && cut.left.classification.service === cut.right.classification.service),
  },
  sameMatter: { requests: 0, mixed: -1.58, of: (cut) => yes(!isBothRequests(cut) && isSameMatter(cut)) },
  open: {
    requests: -3.89,
    mixed: -2.79,
    of: ({ left, right }) => yes(isOpen(left) || isOpen(right)),
  },
  rightUnasked: {
    requests: -1.27,
    mixed: -0.18,
    of: ({ headText, rest, speech }) =>
      yes(headText.trim() === rest.trim() && isUnasked(rest, speech) && !speech.asks.test(rest)),
  },
  rightWords: { requests: 0.53, mixed: 0.44, of: ({ right }) => Math.log(right.read.size) },
} satisfies Readonly<Record<string, Sign<Cut>>>;
const BASE: Readonly<Record<Sides, number>> = { requests: -3.32, mixed: -3.68 };

const WORD_SIGNS: readonly Sign<Place>[] = Object.values(BY_WORDS);
const CLAIM_SIGNS: readonly Sign<Cut>[] = Object.values(BY_CLAIMS);

/** What the words alone weigh, by the sides that the place may be between. */
export function weightOfWords(place: Place): Readonly<Record<Sides, number>> {
  let [requests, mixed] = [0, 0];
  for (const sign of WORD_SIGNS) {
    const value = sign.of(place);
    if (value === 0) continue;
    requests += sign.requests * value;
    mixed += sign.mixed * value;
  }
  return { requests: requests + BASE.requests, mixed: mixed + BASE.mixed };
}

/** @param words what its words alone weigh */
export function weightOf(cut: Cut, words = weightOfWords(cut)): number {
  const sides = sidesOf(cut);
  return words[sides] + sumOf(CLAIM_SIGNS, cut, sides);
}

/** What counts for nothing between such sides is not looked at. */
function sumOf<Of>(signs: readonly Sign<Of>[], of: Of, sides: Sides): number {
  let sum = 0;
  for (const sign of signs) if (sign[sides] !== 0) sum += sign[sides] * sign.of(of);
  return sum;
}
