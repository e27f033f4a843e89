/**
 * Several wishes in one mail. Parts of it (parts.ts) count as wishes of their own only where at least two of them are plainly something
 * else: another variant of the catalogue, a fault, a question. The details of one request are one wish.
 */
import type { Rulebook } from '../rulebook/rulebook.ts';
import { classify, type Classification } from './classify.ts';
import { kindOf } from './kind.ts';
import { readText, type ReadText } from './lexicon.ts';
import { clausesOf, matters, partings } from './parts.ts';
import { twinKey } from './twins.ts';
import { firedRules } from './words.ts';

export interface WishText {
  readonly text: string;
  readonly read: ReadText;
  readonly classification: Classification;
}

/** What a part has to reach to be a wish of its own. */
interface Least {
  readonly confidence: number;
  readonly strength: number;
  /** Confidence that makes up for words that are too weak. */
  readonly sure: number;
  /** Whether a fault or a question can be a wish beside others. */
  readonly others: boolean;
}

/** Items of a list stand apart already. */
const OF_LIST: Least = { confidence: 0.5, strength: 3, sure: 0.8, others: true };
/** Longer items are paragraphs of a letter, in which much else is spoken of. */
const SHORT_ITEM = 220;
const OF_CLAUSE: Least = { confidence: 0.7, strength: 5, sure: 2, others: false };
const OF_MATTER: Least = { confidence: 0.7, strength: 4, sure: 2, others: true };
const MAX_PARTS = 40;
/** Points of rule words from which a part is a fault or a question without a doubt. */
const OTHER_STRENGTH = 4;

/** At least two wishes, or none where the mail is to be read as a whole. */
export function splitWishes(text: string, whole: Classification, rulebook: Rulebook): readonly WishText[] {
  for (const parts of partings(text)) {
    const short = parts.every((part) => part.length <= SHORT_ITEM);
    const wishes = distinctWishes(parts, rulebook, short ? OF_LIST : OF_CLAUSE);
    if (wishes.length > 1) return wishes;
  }
  const beside = distinctWishes(matters(text), rulebook, OF_MATTER);
  if (differ(beside)) return beside;
  if (whole.rivals < 2) return [];
  const wishes = distinctWishes(asking(clausesOf(text), rulebook), rulebook, OF_CLAUSE);
  return differ(wishes) ? wishes : [];
}

function differ(wishes: readonly WishText[]): boolean {
  return new Set(wishes.map((wish) => wish.classification.service)).size > 1;
}

/** Clauses with a word of request, and those that go on in the same breath: "mohon room zoom, broadcast undangan, dan survei". */
function asking(clauses: readonly string[], rulebook: Rulebook): readonly string[] {
  return clauses.filter((clause) => {
    const read = readText(clause, rulebook);
    return firedRules(rulebook.kinds.request, read.kindHits, read.words).some((one) => one.weight >= 2);
  });
}

/** Parts that are sure of different things; parts of the same one belong together, unsure ones say nothing. */
function distinctWishes(parts: readonly string[], rulebook: Rulebook, least: Least): readonly WishText[] {
  if (parts.length < 2 || parts.length > MAX_PARTS) return [];
  const wishes = new Map<string, WishText>();
  for (const text of parts) {
    const read = readText(text, rulebook);
    const classification = classify(read, rulebook);
    const key = keyOf(read, classification, { rulebook, least });
    if (key === null) continue;
    const known = wishes.get(key);
    if (known) wishes.set(key, merged(known, text, rulebook));
    else wishes.set(key, { text, read, classification });
  }
  return [...wishes.keys()].some((key) => !OTHERS.has(key)) ? [...wishes.values()] : [];
}

const OTHERS = new Set(['incident', 'question']);

/** What the part is about, in a word that is the same for parts of one wish; null where it is nothing for sure. */
function keyOf(
  read: ReadText,
  classification: Classification,
  { rulebook, least }: { readonly rulebook: Rulebook; readonly least: Least },
): string | null {
  const { kind, scores } = kindOf(read, classification, rulebook, 0);
  if (least.others && (kind === 'incident' || kind === 'question') && scores[kind] >= OTHER_STRENGTH) return kind;
  const { confidence, strength, service } = classification;
  const worded = confidence >= least.confidence && strength >= least.strength;
  if (service === null || (!worded && confidence < least.sure)) return null;
  const variant = rulebook.services
    .flatMap((one) => one.variants)
    .find((one) => one.slug === classification.variant);
  return twinKey(variant ?? null) ?? classification.variant ?? service;
}

function merged(known: WishText, text: string, rulebook: Rulebook): WishText {
  const joined = `${known.text}\n${text}`;
  return { ...known, text: joined, read: readText(joined, rulebook) };
}
