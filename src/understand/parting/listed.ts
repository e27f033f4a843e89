/** Wishes that stand apart already: rows of a table, items of a list, numbered or counted off. */
import type { Rulebook } from '../../rulebook/rulebook.ts';
import { stretchOf, variantKey, type Stretch } from './claims.ts';
import type { Classification } from '../classify/classify.ts';
import { requestedIn } from '../classify/details.ts';
import { readText, type ReadText } from '../classify/read-text.ts';
import { isOutsideItem } from './outside.ts';
import { partings } from './parts.ts';
import { speechOf } from './speech.ts';

interface Judging {
  readonly rulebook: Rulebook;
  /** Whether it only names a paper of the whole. */
  readonly isDetail: (part: Stretch) => boolean;
  /** The service that the whole asks for. */
  readonly matter: string | null;
}

const MAX_PARTS = 40;
/** Share and points of an item that is a wish of its own; a greater share makes up for words that are too weak. */
const LEAST = { confidence: 0.5, strength: 3, sure: 0.8, words: 4 };
/** Share and points from which a mail says without a doubt what it wants: items that only look like something else are details of it. */
const PLAIN_WHOLE = { confidence: 0.95, strength: 6 };
/** Longer items of which one is this sure name a paper beside their own wish. */
const PLAIN = { confidence: 0.85, words: 10 };
/** Points of rule words from which an item is a fault or a question without a doubt; with a great share fewer are enough. */
const OTHER = { points: 4, fewer: 2, confidence: 0.85 };
const OTHERS = new Set(['incident', 'question', 'status', 'complaint']);
const GUESSED = 0.5;
/** "Jabatan: Analis" */
const FIELD = /^\s*[\p{L}. ]{2,30}\s*:/u;
/** At least two of the first way to part the text that has them; else none. */
export function listedWishes(text: string, whole: Classification, judging: Judging): readonly Stretch[] {
  const isPlain = whole.confidence >= PLAIN_WHOLE.confidence && whole.strength >= PLAIN_WHOLE.strength;
  for (const parts of partings(text, speechOf(judging.rulebook))) {
    const wishes = distinctWishes(parts, isPlain, judging);
    if (wishes.length > 1) return wishes;
  }
  return [];
}

/** Items that are sure of different things; items of the same one belong together, unsure ones say nothing. */
function distinctWishes(parts: readonly string[], isPlain: boolean, judging: Judging): readonly Stretch[] {
  if (parts.length < 2 || parts.length > MAX_PARTS) return [];
  const wishes = new Map<string, Stretch>();
  const doubtful: Stretch[] = [];
  for (const text of parts) {
    if (isBackground(text, judging.rulebook)) continue;
    const item = stretchOf(text, judging.rulebook);
    const key = keyOf(item, isPlain, judging);
    const known = key === null ? undefined : wishes.get(key);
    if (key === null) doubtful.push(item);
    else wishes.set(key, known ? merged(known, text, judging.rulebook) : item);
  }
  if (![...wishes.keys()].some((key) => !OTHERS.has(key))) return [];
  // Among items of which others are wishes, one that points to a service is a wish that the desk has to sort.
  const guessed = doubtful.filter((item) => item.classification.confidence >= GUESSED && !judging.isDetail(item));
  const outside = doubtful.filter(
    (item) => !guessed.includes(item) && isOutsideItem(item, wishes.size, judging.rulebook),
  );
  return inOrder([...wishes.values(), ...(wishes.size > 1 ? guessed : []), ...outside], parts);
}

/** It says why, who agrees or who else is told. "d. setelah rilis, kami perlu akses …" begins with a time and asks all the same. */
function isBackground(text: string, rulebook: Rulebook): boolean {
  const { background, backgroundLater } = speechOf(rulebook);
  return background.test(text) && !(backgroundLater.test(text) && requestedIn(readText(text, rulebook)) >= 2);
}

/** What the item is about, in a word that is the same for items of one wish; null where it is nothing for sure. */
function keyOf(item: Stretch, isPlain: boolean, { rulebook, isDetail, matter }: Judging): string | null {
  const { read, kind, classification } = item;
  if (kind.kind !== 'other' && OTHERS.has(kind.kind)) {
    const least = kind.confidence >= OTHER.confidence ? OTHER.fewer : OTHER.points;
    if (kind.scores[kind.kind] >= least) return kind.kind;
  }
  const { confidence, strength, service } = classification;
  const worded = confidence >= LEAST.confidence && strength >= LEAST.strength;
  const alike =
    (!isPlain && confidence >= LEAST.sure && isSentence(read, LEAST.words)) || (service === matter && isPlace(item));
  const plain = confidence >= PLAIN.confidence && read.size > PLAIN.words;
  if (service === null || (!worded && !alike) || (!plain && isDetail(item))) return null;
  return variantKey(classification, rulebook) ?? service;
}

/** "DC: Selasa 09.00–12.00": what is wanted, and when it is wanted; as a rule a field says how or by whom. */
function isPlace({ text, read, classification }: Stretch): boolean {
  return FIELD.test(text) && classification.confidence >= PLAIN_WHOLE.confidence && read.size >= LEAST.words;
}

function isSentence({ text, size }: ReadText, least: number): boolean {
  return size >= least && !FIELD.test(text);
}

function merged(known: Stretch, text: string, rulebook: Rulebook): Stretch {
  const joined = `${known.text}\n${text}`;
  return { ...known, text: joined, read: readText(joined, rulebook) };
}

function inOrder(wishes: readonly Stretch[], parts: readonly string[]): readonly Stretch[] {
  const place = ({ text }: Stretch): number => parts.findIndex((part) => text.startsWith(part));
  return wishes.toSorted((a, b) => place(a) - place(b));
}
