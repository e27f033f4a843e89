/**
 * Several wishes in flowing text, without a list: "passphrase TTE saya lupa, dan password email juga". Each place where a clause begins is
 * tried as the end of one wish and the begin of the next; where both sides, each read alone, claim something else, the signs of
 * signs.ts say whether they are two. The surest place parts the text, and each side is looked at again.
 */
import type { Rulebook } from '../../rulebook/rulebook.ts';
import { claimOf, leadOf, stretchOf, type Claim, type Stretch } from './claims.ts';
import { clauseBeginnings, withoutJoint } from './parts.ts';
import { mostWeight } from './bounds.ts';
import { carriedRight } from './carried.ts';
import { once } from '../words/once.ts';
import { readText } from '../classify/read-text.ts';
import { wordsIn } from '../words/words-in.ts';
import {
  endsInWord,
  isCoordinated,
  sidesOf,
  weightOf,
  weightOfWords,
  type Cut,
  type Place,
  type Sides,
} from './signs.ts';
import { speechOf, type Speech } from './speech.ts';

export interface Reader {
  readonly rulebook: Rulebook;
  /** Whether it only names a paper or some other detail of the whole. */
  readonly isDetail: (stretch: Stretch) => boolean;
  /** Whether the mail says that it asks for several things. */
  readonly isCounted: () => boolean;
  /** Whether its reading leaves room for two requests. */
  readonly mayAskTwice: () => boolean;
}

/** "2 hal", "beberapa permohonan", "mohon keduanya", and a subject that adds: "printer error + room zoom". */
export function isCounted(text: string, { counted }: Speech): boolean {
  return counted.test(text) || /^[^\n]{0,200}\S \+ \S/.test(text);
}

const MAX_PLACES = 16;
const MAX_WISHES = 4;
const LEAST_WORDS = 3;
/** By how much a text may be ahead in one reading and still hold another wish: another request, or one of another kind. */
const LEAD: Readonly<Record<Sides, { readonly variant: number; readonly kind: number }>> = {
  requests: { variant: 7, kind: 3 },
  mixed: { variant: 9, kind: 4 },
};
/** From this weight on a place parts two wishes. */
const PARTS = 1.5;
/** Sums in another order differ by less. */
const ROUNDING = 1e-6;
/** Rows of a list and fields of a request part nothing. */
const ROW = /^\s*(?:(?:[-*•|[]|\(?[\da-z][.)])\s*\S|[\p{L}/ ]{2,25}:)/iu;
/** A text that is read as a whole only where that may part it. */
export interface Whole {
  readonly text: string;
  readonly stretch: () => Stretch;
  /** Of the text that it is a part of. */
  readonly words: number;
}

/** At least two stretches that ask for different things, in their order; none where the text is one wish. */
export function proseWishes(whole: Whole, reader: Reader, most = MAX_WISHES): readonly Claim[] {
  const best = bestCut(whole, reader);
  if (best === null) return [];
  if (most <= 2) return [best.left, best.right];
  return [best.left, best.right].flatMap((side): readonly Claim[] => {
    const within = proseWishes({ text: side.text, stretch: () => side, words: whole.words }, reader, most - 1);
    return within.length > 1 ? within : [side];
  });
}

/** Null where none parts two wishes. */
function bestCut(whole: Whole, reader: Reader): Cut | null {
  let best: { readonly cut: Cut; readonly weight: number } | null = null;
  for (const place of placesIn(whole, reader)) {
    const cut = cutAt(place, whole, { ...reader, least: Math.max(PARTS, best?.weight ?? PARTS) });
    if (cut === null || !isRoomFor(cut, reader)) continue;
    const weight = weightOf(cut);
    if (weight >= PARTS && weight > (best?.weight ?? -Infinity)) best = { cut, weight };
  }
  return best?.cut ?? null;
}

/** Whether the reading of the whole leaves room for what is claimed on both sides. */
function isRoomFor(cut: Cut, { rulebook, mayAskTwice }: Reader): boolean {
  const sides = sidesOf(cut);
  return (sides === 'mixed' || mayAskTwice()) && mayHoldTwo(cut.whole, rulebook, sides);
}

/** Whether its reading leaves room for another wish. */
export function mayHoldTwo(whole: Stretch, rulebook: Rulebook, sides: Sides = 'mixed'): boolean {
  if (speechOf(rulebook).saysSo.test(whole.text)) return true;
  const lead = leadOf(whole);
  return lead.variant < LEAD[sides].variant || lead.kind < LEAD[sides].kind;
}

/** Places that may part two wishes by the form of what stands around them. */
function placesIn({ text, words }: Whole, { isCounted: counted, rulebook }: Reader): readonly Place[] {
  const speech = speechOf(rulebook);
  const end = speech.ending.exec(text)?.index ?? text.length;
  const places = clauseBeginnings(text, speech).filter((at) => at < end);
  return places.slice(0, MAX_PLACES).flatMap((at, index): readonly Place[] => {
    const [before, after] = [text.slice(0, at), text.slice(at)];
    const rest = withoutJoint(after, speech);
    if (isShort(before) || isShort(rest) || speech.greeting.test(before)) return [];
    if (ROW.test(after) && !speech.adds.test(after)) return [];
    const clause = withoutJoint(text.slice(at, places[index + 1] ?? text.length), speech);
    const isWithin = endsInWord(before);
    if (isWithin && (isShort(clause) || isShort(text.slice(places[index - 1] ?? 0, at)))) return [];
    const [headText, lastText] = [firstSentence(rest), lastSentence(before)];
    return [{ before, after, rest, headText, lastText, clause, words, isCounted: counted(), speech }];
  });
}

function isShort(text: string): boolean {
  return wordsIn(text, LEAST_WORDS) < LEAST_WORDS;
}

/** Seeks a place that parts better than those before it. */
interface Seeker extends Reader {
  readonly least: number;
}

/** Null where it cannot part two wishes: the sides are read only while what is known of it leaves that open, the shorter one first. */
function cutAt(place: Place, whole: Whole, { rulebook, isDetail, least, mayAskTwice }: Seeker): Cut | null {
  const words = weightOfWords(place);
  const mostWords = readText(whole.text, rulebook).wordsBehind(place.before.length);
  const mayPart = (left: Claim | null, right: Claim | null): boolean =>
    mostWeight({ left, right, mostWords, isCoordinated: isCoordinated(place), mayAskTwice: mayAskTwice() }, words) >=
    least - ROUNDING;
  const claim = (text: string): Claim | null => claimOf(stretchOf(text, rulebook), rulebook);
  if (!mayPart(null, null)) return null;
  const isLeftFirst = place.before.length < place.rest.length;
  const claimRight = (): Claim | null => carriedRight(claim(place.rest), place, rulebook);
  const first = isLeftFirst ? claim(place.before) : claimRight();
  if (first === null || !(isLeftFirst ? mayPart(first, null) : mayPart(null, first))) return null;
  const second = isLeftFirst ? claimRight() : claim(place.before);
  const [left, right] = isLeftFirst ? [first, second] : [second, first];
  if (left === null || right === null || left.key === right.key || !mayPart(left, right)) return null;
  const head = place.headText.trim() === place.rest.trim() ? right : stretchOf(place.headText, rulebook);
  return isDetail(head)
    ? null
    : { ...place, left, right, head, ...lastOf(place, left, rulebook), whole: whole.stretch() };
}

function lastOf({ lastText, before }: Place, left: Claim, rulebook: Rulebook): Pick<Cut, 'last' | 'lastKey'> {
  const last = once(() => (lastText.trim() === before.trim() ? left : stretchOf(lastText, rulebook)));
  return { last, lastKey: () => claimOf(last(), rulebook)?.key ?? null };
}

function firstSentence(text: string): string {
  return text.split(SENTENCE_END, 1)[0] ?? text;
}

function lastSentence(text: string): string {
  return text.trim().split(SENTENCE_END).at(-1) ?? text;
}

const SENTENCE_END = /(?<=[.!?;])\s|\n/;
