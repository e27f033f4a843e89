/**
 * Several wishes in flowing text, without a list: "passphrase TTE saya lupa, dan password email juga". Each place where a clause begins is
 * tried as the end of one wish and the begin of the next; where both sides, each read alone, claim something else, the signs of
 * parting-signs.ts say whether they are two. The surest place parts the text, and each side is looked at again.
 */
import type { Rulebook } from '../../rulebook/rulebook.ts';
import { claimOf, leadOf, stretchOf, type Claim, type Stretch } from './claims.ts';
import { readText } from '../classify/read-text.ts';
import { clauseBeginnings, withoutJoint } from './parts.ts';
import { mostOfClaims } from './bounds.ts';
import { ADDS, weightOf, weightOfWords, type Cut, type Place } from './signs.ts';

export interface Reader {
  readonly rulebook: Rulebook;
  /** Whether it only names a paper or some other detail of the whole. */
  readonly isDetail: (stretch: Stretch) => boolean;
  /** Whether the mail says that it asks for several things. */
  readonly isCounted: boolean;
}

/** "2 hal", "beberapa permohonan", "mohon keduanya", and a subject that adds: "printer error + room zoom". */
export function isCounted(text: string): boolean {
  return COUNTED.test(text) || /^[^\n]{0,200}\S \+ \S/.test(text);
}

const COUNTED =
  /\b(?:(?:dua|tiga|empat|lima|beberapa|[2-5]|two|three|several)[ -]?(?:hal|permohonan|permintaan|urusan|keperluan|kebutuhan|tiket|perkara|requests?|things?)\b|kedua-?duanya\b|dua-?duanya\b|dua2nya\b|keduanya\b|ketiganya\b|macam-macam\b)/i;

const MAX_PLACES = 16;
const MAX_WISHES = 4;
const LEAST_WORDS = 3;
/** By how much a text may be ahead in one reading and still hold another wish. */
const LEAD = { variant: 7, kind: 3 };
/** From this weight on a place parts two wishes. */
const PARTS = 1.6;
/** Sums in another order differ by less. */
const ROUNDING = 1e-6;
/** "satu lagi", ";": a text with these is looked at whatever it reads like. */
const SAYS_SO =
  /;|\b(?:sekalian|selain itu|satu lagi|oh ya|oiya|btw|pengganti(?:nya)?|keduanya|ketiganya|kedua|juga|serta|also)\b/i;
/** Behind these nothing begins yet. */
const GREETING =
  /(?:^|[.!?,\n]\s*)(?:(?:kepada )?(?:yth|ykh)\b[^.,!?\n]{0,80}|(?:selamat )?(?:pagi|siang|sore|malam)\b[^.,!?\n]{0,30}|(?:dear|halo|hai|hi|punten|mohon izin|assalam\p{L}*|salam|dengan hormat)\b[^.,!?\n]{0,40})[.,!?\s]*$/iu;

/** Rows of a list and fields of a request part nothing. */
const ROW = /^\s*(?:(?:[-*•|[]|\(?[\da-z][.)])\s*\S|[\p{L}/ ]{2,25}:)/iu;
/** Nothing of a letter's end is a wish. */
const END = /\n[ \t]*(?:--|__|(?:best |kind )?regards|rgds|hormat (?:kami|saya)|salam|wassalam)/i;

/** A text that is read as a whole only where that may part it. */
export interface Whole {
  readonly text: string;
  readonly stretch: () => Stretch;
}

/** At least two stretches that ask for different things, in their order; none where the text is one wish. */
export function proseWishes(whole: Whole, reader: Reader, most = MAX_WISHES): readonly Claim[] {
  const best = bestCut(whole, reader);
  if (best === null) return [];
  if (most <= 2) return [best.left, best.right];
  return [best.left, best.right].flatMap((side): readonly Claim[] => {
    const within = proseWishes({ text: side.text, stretch: () => side }, reader, most - 1);
    return within.length > 1 ? within : [side];
  });
}

/** Null where none parts two wishes. */
function bestCut(whole: Whole, reader: Reader): Cut | null {
  let best: { readonly cut: Cut; readonly weight: number } | null = null;
  for (const place of placesIn(whole, reader)) {
    const cut = cutAt(place, whole, { ...reader, least: Math.max(PARTS, best?.weight ?? PARTS) });
    const weight = cut === null ? -Infinity : weightOf(cut);
    if (cut !== null && weight >= PARTS && weight > (best?.weight ?? -Infinity)) best = { cut, weight };
  }
  return best !== null && mayHoldTwo(best.cut.whole) ? best.cut : null;
}

/** Whether its reading leaves room for another wish. */
export function mayHoldTwo(whole: Stretch): boolean {
  if (SAYS_SO.test(whole.text)) return true;
  const lead = leadOf(whole);
  return lead.variant < LEAD.variant || lead.kind < LEAD.kind;
}

type Parting = Place & { readonly rest: string };

/** Places that may part two wishes by the form of what stands around them. */
function placesIn({ text }: Whole, { isCounted: counted }: Reader): readonly Parting[] {
  const end = END.exec(text)?.index ?? text.length;
  const places = clauseBeginnings(text).filter((at) => at < end);
  return places.slice(0, MAX_PLACES).flatMap((at, index): readonly Parting[] => {
    const [before, after] = [text.slice(0, at), text.slice(at)];
    const rest = withoutJoint(after);
    if (wordsIn(before) < LEAST_WORDS || wordsIn(rest) < LEAST_WORDS || GREETING.test(before)) return [];
    if (ROW.test(after) && !ADDS.test(after)) return [];
    const clause = withoutJoint(text.slice(at, places[index + 1] ?? text.length));
    const isWithin = /[\p{L}\d]$/u.test(before);
    if (isWithin && (wordsIn(clause) < LEAST_WORDS || wordsIn(text.slice(places[index - 1] ?? 0, at)) < LEAST_WORDS))
      return [];
    return [{ before, after, rest, headText: sentenceAt(rest), clause, isCounted: counted }];
  });
}

/** Seeks a place that parts better than those before it. */
interface Seeker extends Reader {
  readonly least: number;
}

/** Null where it cannot part two wishes: the sides are read only while what is known of it leaves that open, the shorter one first. */
function cutAt(place: Parting, whole: Whole, { rulebook, isDetail, least }: Seeker): Cut | null {
  const words = weightOfWords(place);
  const mostWords = readText(place.after, rulebook).size;
  const mayPart = (left: Claim | null, right: Claim | null): boolean =>
    words + mostOfClaims({ left, right, mostWords }) >= least - ROUNDING;
  const claim = (text: string): Claim | null => claimOf(stretchOf(text, rulebook), rulebook);
  if (!mayPart(null, null)) return null;
  const isLeftFirst = place.before.length < place.rest.length;
  const first = claim(isLeftFirst ? place.before : place.rest);
  if (first === null || !(isLeftFirst ? mayPart(first, null) : mayPart(null, first))) return null;
  const second = claim(isLeftFirst ? place.rest : place.before);
  const [left, right] = isLeftFirst ? [first, second] : [second, first];
  if (left === null || right === null || left.key === right.key || !mayPart(left, right)) return null;
  const head = place.headText.trim() === place.rest.trim() ? right : stretchOf(place.headText, rulebook);
  return isDetail(head) ? null : { ...place, left, right, head, whole: whole.stretch() };
}

function sentenceAt(text: string): string {
  return text.split(/(?<=[.!?;])\s|\n/, 1)[0] ?? text;
}

function wordsIn(text: string): number {
  return text.trim().split(/\s+/).length;
}
