/**
 * Sentences of a mail that ask for something the catalogue does not have, beside what it does have: "… Oh ya, sekalian tolong ganti lampu
 * ruang rapat." Each is a wish of its own that the desk sorts. Sentences about how, when or by whom the wish is to be handled name no thing
 * of their own; what is neither plain is only marked, so that its writer sees that nothing was made of it.
 */
import type { Rulebook } from '../../rulebook/rulebook.ts';
import { isUnasked } from './asked.ts';
import { stretchOf, type Stretch } from './claims.ts';
import { clauseBeginnings, withoutJoint } from './parts.ts';
import type { Classification } from '../classify/classify.ts';
import { withoutDenied } from '../model/denied.ts';
import { speechOf, type Speech } from './speech.ts';
import { wordsIn } from '../words/words-in.ts';

/** A sentence beside the wishes of the catalogue, with its place in the text. */
export interface Found {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly stretch: Stretch;
  readonly is: 'wish' | 'doubtful';
}

/** By how much "nothing of the catalogue" is ahead, how sure it is that something is asked, and by how much the words ask. */
const LEAST = { none: 4, kind: 0.85, asks: 2.5 };
/** The same behind "lalu"; with "juga" in it; behind "selain itu", which adds without a doubt. */
const LEAST_ADDED = { none: 1, kind: 0.6, asks: 0 };
const LEAST_ALSO = { ...LEAST_ADDED, none: 2 };
const LEAST_BEGUN = { none: -1, kind: 0.6, asks: 0 };
/** The same where it is told rather like a fault. */
const LEAST_TOLD = { none: 3, kind: 0, asks: -4 };
/** What is left for the writer to look at. */
const LEAST_DOUBTFUL = { none: 3, kind: 0, asks: -6 };
const LEAST_ABOUT = 4.5;
/** From here on it may be one of the services all the same. */
const PLAINLY_NONE = 2;
const MOST = 4;
const LEAST_WORDS = 3;
/** Of an item; longer ones tell about the others. */
const MOST_WORDS = 12;
const LEAST_THINGS = 2;
const FIELD = /^\s*[\p{L}. ]{2,30}\s*:/u;
/** "di kelas 2, dan tolong …": a number of one digit ends a clause like a word. */
const ONE_DIGIT = / (?=\d[, ])/g;
/** The mark of an item of which nothing is left. */
const BARE_MARK = /^[ \t]*(?:[-*•]|\(?[\da-z]{1,2}[.)])[ \t]*$/gmu;
/** Shorter words name no thing. */
const SHORTEST = 2;
/** "mengecat": what is done, not with what. */
const DEED = /nya$|^(?:me(?:m|n|ng|ny)\p{L}{4,}|\p{L}{4,}kan)$/u;
/** What follows is a list, or an answer. */
const INTRODUCES = /[:?]\s*$/;
const WORD = /[\p{L}\d][\p{L}\d/-]*/gu;
const SENTENCE = /[^.!?;\n]+(?:[.!?;]+(?!\s)[^.!?;\n]*)*[.!?;]*/gu;

type Finding = Found['is'] | null;

interface Piece {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** In their order; none where no sentence names a thing of its own. */
export function besideIn(text: string, rulebook: Rulebook): readonly Found[] {
  const speech = speechOf(rulebook);
  const end = speech.ending.exec(text)?.index ?? text.length;
  return sentencesOf(text.slice(0, end), speech)
    .flatMap((sentence) => foundIn(sentence, text, rulebook) ?? [])
    .slice(0, MOST);
}

/** What is left of the text. */
export function without(text: string, found: readonly Found[]): string {
  return found
    .reduceRight((left, { from, to }) => `${left.slice(0, from)}\n${left.slice(to)}`, text)
    .replace(BARE_MARK, '');
}

/** As the desk gets it: likeness alone decides nothing of what stands beside a wish. */
export function forDesk({ stretch }: Found): Stretch {
  const { service, variant, confidence, alternatives, strength, described, odds } = stretch.classification;
  if (variant === null) return stretch;
  const chosen = service === null ? [] : [{ service, variant, confidence }];
  const classification: Classification = {
    service,
    variant: null,
    confidence,
    alternatives: [...chosen, ...alternatives].slice(0, MOST_ALTERNATIVES),
    evidence: [],
    strength,
    described,
    odds,
    about: () => stretch.classification.about(),
    told: () => stretch.classification.told(),
  };
  return { ...stretch, classification };
}

const MOST_ALTERNATIVES = 3;

function sentencesOf(text: string, { endsShortened }: Speech): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const { 0: found, index } of text.matchAll(SENTENCE)) {
    const before = pieces.at(-1);
    if (before && before.to === index && endsShortened.test(before.text)) {
      const joined = {
        from: before.from,
        to: index + found.length,
        text: text.slice(before.from, index + found.length),
      };
      pieces.splice(-1, 1, joined);
    } else pieces.push({ from: index, to: index + found.length, text: found });
  }
  return pieces;
}

/** The sentence, or what of it stands behind a wish of the catalogue. */
function foundIn(sentence: Piece, text: string, rulebook: Rulebook): Found | null {
  const speech = speechOf(rulebook);
  const around = (piece: Piece): string => `${text.slice(0, piece.from)} ${text.slice(piece.to)}`;
  const judged = (piece: Piece): Found | null => {
    const own = withoutJoint(piece.text.trim(), speech);
    const stretch = stretchOf(own, rulebook);
    const is = judge({ ...stretch, after: piece.text, around: around(piece) }, speech);
    return is === null ? null : { ...piece, stretch, is };
  };
  const whole = judged(sentence);
  if (whole !== null) return whole;
  for (const at of clauseBeginnings(sentence.text.replace(ONE_DIGIT, 'x'), speech)) {
    const piece = { from: sentence.from + at, to: sentence.to, text: sentence.text.slice(at) };
    if (
      !speech.beginsAsking.test(piece.text) ||
      stretchOf(sentence.text.slice(0, at), rulebook).classification.variant === null
    )
      continue;
    const found = judged(piece);
    if (found?.is === 'wish') return found;
  }
  return null;
}

type Judged = Stretch & { readonly after: string; readonly around: string };

function judge(stretch: Judged, speech: Speech): Finding {
  const { text, read, classification, kind, after } = stretch;
  if (read.size < LEAST_WORDS || !speech.begs.test(text)) return null;
  if (isNoWish(text) || isUnasked(text, speech) || thingsIn(stretch, speech) === 0) return null;
  const isHandling = speech.handled.test(text);
  const isAbout = isHandling || speech.refers.test(text);
  const isBegun = speech.adds.test(after) && !isHandling;
  const added = addedLeast(stretch, isBegun, speech);
  if (classification.variant !== null || (classification.service !== null && !isBegun))
    return added !== null && classification.strength === 0 && !isAbout ? 'doubtful' : null;
  const isTold = kind.kind !== 'request' && kind.kind !== 'other';
  const said = {
    none: noneAhead(stretch),
    kind: kind.kind === 'request' ? kind.confidence : 0,
    asks: classification.told().asks,
  };
  const isPlain = meets(said, isTold && added ? LEAST_TOLD : (added ?? LEAST));
  if (isPlain && (added !== null || !isAbout)) return 'wish';
  if (isBegun) return 'doubtful';
  const isDoubtful = meets(said, LEAST_DOUBTFUL) && speech.wishes.test(text) && !isHandling;
  return isDoubtful && (!isAbout || said.none >= LEAST_ABOUT) ? 'doubtful' : null;
}

/** It introduces a list, only wonders, or says what is not wanted. */
function isNoWish(text: string): boolean {
  return INTRODUCES.test(text) || withoutDenied(text) !== text;
}

/** What is enough where words say that it comes besides; null where none do. */
function addedLeast({ text, after }: Judged, isBegun: boolean, speech: Speech): typeof LEAST | null {
  if (isBegun) return LEAST_BEGUN;
  if (speech.also.test(after)) return LEAST_ADDED;
  return speech.alsoSaid.test(text) && !speech.handled.test(text) ? LEAST_ALSO : null;
}

/** Whether a wish that begins with "selain itu" may be for the service beside it after all. */
export function mayBeOf(service: string | null, { classification, ...stretch }: Stretch): boolean {
  if (service === null || noneAhead({ classification, ...stretch }) >= PLAINLY_NONE) return false;
  return (classification.service ?? classification.alternatives[0]?.service) === service;
}

/**
 * Whether an item of a list of wishes is one that the catalogue does not have; among wishes it need not beg.
 * @param wishes how many of the list are wishes without a doubt
 */
export function isOutsideItem(item: Stretch, wishes: number, rulebook: Rulebook): boolean {
  const speech = speechOf(rulebook);
  const { text, classification, kind } = item;
  if (classification.service !== null || FIELD.test(text) || isUnasked(text, speech)) return false;
  if (speech.handled.test(text) || speech.refers.test(text) || noneAhead(item) < PLAINLY_NONE) return false;
  if (thingsIn({ text, around: '' }, speech) < LEAST_THINGS) return false;
  if (wishes > 1) return wordsIn(text) <= MOST_WORDS;
  const said = { none: noneAhead(item), kind: kind.confidence, asks: classification.told().asks };
  return kind.kind === 'request' && meets(said, LEAST);
}

function meets(said: typeof LEAST, least: typeof LEAST): boolean {
  return said.none >= least.none && said.kind >= least.kind && said.asks >= least.asks;
}

/** By how much "none of these" is ahead of the best of the catalogue. */
function noneAhead({ classification: { odds } }: Stretch): number {
  const last = odds.values.length - 1;
  let best = -Infinity;
  for (let at = 0; at < last; at += 1) best = Math.max(best, odds.values[at] ?? best);
  return (odds.values[last] ?? 0) - best;
}

/** Words of things that the rest of the mail does not speak of; neither deeds nor names nor what every letter has. */
function thingsIn({ text, around }: Pick<Judged, 'text' | 'around'>, { deed, empty }: Speech): number {
  const known = new Set(around.toLowerCase().match(WORD));
  const words = text.match(WORD) ?? [];
  return words.filter((word, at) => {
    const form = word.toLowerCase();
    const isName = at > 0 && /^\p{Lu}\p{Ll}/u.test(word);
    return (
      form.length >= SHORTEST &&
      !isName &&
      !/\d/.test(form) &&
      !DEED.test(form) &&
      !deed.test(form) &&
      !empty.test(form) &&
      !known.has(form)
    );
  }).length;
}
