/**
 * Several wishes in one mail. Items of a list, or clauses joined by "sekalian", "serta", "+", count as wishes of their own only where
 * each of them is plainly something else of the catalogue; the details of one request are one wish.
 */
import type { Rulebook } from '../rulebook/rulebook.ts';
import { classify, type Classification } from './classify.ts';
import { readText, type ReadText } from './lexicon.ts';
import { twinKey } from './twins.ts';
import { firedRules } from './words.ts';

export interface WishText {
  readonly text: string;
  readonly read: ReadText;
  readonly classification: Classification;
}

const ITEM = /^[ \t]*(?:[-*•\u2022\u2013]|\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)])[ \t]+/;
const INLINE_ITEM = /(?<=[\s:;,])\(?(?:[1-9]|[a-h])\)[ \t]+/g;
const JOINTS =
  /[.!?;][ \n]+|\n+|[ \n](?:sekalian(?: juga)?|sekaligus(?: juga)?|selain itu|serta|dan juga|juga|kemudian|lalu|secondly|also|and also|plus)[ \n]|[ \n]?\+[ \n]?|,[ \n](?:dan[ \n])?/gi;
/** What a part has to reach to be a wish of its own: items of a list stand apart already. */
const OF_LIST = { confidence: 0.55, strength: 3.5 };
/** Longer items are paragraphs of a letter, in which much else is spoken of. */
const SHORT_ITEM = 220;
const OF_CLAUSE = { confidence: 0.7, strength: 5 };
const MAX_PARTS = 40;

/** At least two wishes, or none where the mail is to be read as a whole. */
export function splitWishes(text: string, whole: Classification, rulebook: Rulebook): readonly WishText[] {
  for (const parts of [listItems(text), inlineItems(text)]) {
    const short = parts.every((part) => part.length <= SHORT_ITEM);
    const wishes = distinctWishes(parts, rulebook, short ? OF_LIST : OF_CLAUSE);
    if (wishes.length > 1) return wishes;
  }
  if (whole.rivals < 2) return [];
  const asking = clauses(text).filter((clause) => asks(clause, rulebook));
  const wishes = distinctWishes(asking, rulebook, OF_CLAUSE);
  const services = new Set(wishes.map((wish) => wish.classification.service));
  return services.size > 1 ? wishes : [];
}

function listItems(text: string): string[] {
  const items: string[] = [];
  for (const line of text.split('\n')) {
    if (ITEM.test(line)) items.push(line.replace(ITEM, ''));
    else if (items.length > 0 && line.trim() !== '') items.push(`${items.pop() ?? ''} ${line.trim()}`);
    else if (items.length > 0 && line.trim() === '') items.push('');
  }
  return items.filter((item) => item !== '');
}

function inlineItems(text: string): string[] {
  return text.replace(/\n/g, ' ').split(INLINE_ITEM).slice(1);
}

function clauses(text: string): string[] {
  return text.split(JOINTS).filter((part) => part !== undefined && part.trim().length > 3);
}

/** A clause stands alone only with a word of request of its own. */
function asks(clause: string, rulebook: Rulebook): boolean {
  const read = readText(clause, rulebook);
  return firedRules(rulebook.kinds.request, read.kindHits, read.words).some((one) => one.weight >= 2);
}

/** Parts that are sure of different variants; parts of the same one belong together, unsure ones to the part before. */
function distinctWishes(
  parts: readonly string[],
  rulebook: Rulebook,
  least: { readonly confidence: number; readonly strength: number },
): WishText[] {
  if (parts.length < 2 || parts.length > MAX_PARTS) return [];
  const wishes = new Map<string, WishText>();
  for (const text of parts) {
    const read = readText(text, rulebook);
    const classification = classify(read, rulebook);
    const key = keyOf(classification, rulebook);
    if (key === null || classification.confidence < least.confidence || classification.strength < least.strength)
      continue;
    const known = wishes.get(key);
    if (known) wishes.set(key, merged(known, text, rulebook));
    else wishes.set(key, { text, read, classification });
  }
  return [...wishes.values()];
}

function keyOf(classification: Classification, rulebook: Rulebook): string | null {
  if (classification.service === null) return null;
  const variant = rulebook.services
    .flatMap((service) => service.variants)
    .find((one) => one.slug === classification.variant);
  return twinKey(variant ?? null) ?? classification.variant ?? classification.service;
}

function merged(known: WishText, text: string, rulebook: Rulebook): WishText {
  const joined = `${known.text}\n${text}`;
  return { ...known, text: joined, read: readText(joined, rulebook) };
}
