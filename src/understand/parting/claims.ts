/**
 * What a stretch of a mail asks for, read alone: a variant of the catalogue, or a fault, a question, a complaint, the state of something; and
 * by how much it is ahead of all else that the stretch may mean.
 */
import type { Rulebook } from '../../rulebook/rulebook.ts';
import { classifyWeighed, weighText, type Classification, type Odds } from '../classify/classify.ts';
import { kindOf, type KindReading } from '../classify/kind.ts';
import { KIND_CLASSES, type KindClass } from '../model/learn.ts';
import { lexiconOf } from '../classify/lexicon.ts';
import { readText, type ReadText } from '../classify/read-text.ts';
import { once } from '../words/once.ts';

/** Some of a text, read as if it were all. */
export interface Stretch {
  readonly text: string;
  readonly read: ReadText;
  readonly classification: Classification;
  readonly kind: KindReading;
}

export interface Claim extends Stretch {
  readonly claims: KindClass;
  /** The same for stretches that ask for the same: the variant (twins are one) or service of a request, else the kind. */
  readonly key: string;
  /** The service that it is about. */
  readonly about: () => string | null;
  /** By how much it is ahead with what it claims. */
  readonly ahead: () => number;
  /** The same with what it shares with the other side of its sentence, where only that says what it means. */
  readonly carried?: ReadText;
}

/** Beyond this one is ahead of the other without a doubt. */
export const MOST_AHEAD = 8;
export const MOST_KIND_AHEAD = 5;
/** A kind is told by less than a variant. */
export const KIND_COUNTS = 2;

export function stretchOf(text: string, rulebook: Rulebook): Stretch {
  const read = readText(text, rulebook);
  const classification = classifyWeighed(weighText(read, rulebook), rulebook);
  return { text, read, classification, kind: kindOf(read, classification, rulebook, 0) };
}

/** Null where it asks for nothing that can be named. */
export function claimOf(stretch: Stretch, rulebook: Rulebook): Claim | null {
  const { kind, classification } = stretch;
  const claims = KIND_CLASSES.find((name) => name === kind.kind);
  const asked = variantKey(classification, rulebook) ?? classification.service;
  const key = claims === 'request' ? asked : (claims ?? null);
  if (claims === undefined || key === null) return null;
  const ahead = once(() => aheadIn(stretch, { claims, key }));
  return {
    ...stretch,
    claims,
    key,
    about: () => classification.about(),
    ahead,
  };
}

/** Null where the variant is open. */
export function variantKey({ variant: slug }: Classification, rulebook: Rulebook): string | null {
  return slug === null ? null : (lexiconOf(rulebook).keyOfSlug.get(slug) ?? slug);
}

/** By how much a stretch speaks for what another one claims; below 0 where it rather means something else. */
export function aheadIn(stretch: Stretch, { claims, key }: Pick<Claim, 'claims' | 'key'>): number {
  const byKind = KIND_COUNTS * kindAhead(stretch, claims);
  if (claims !== 'request') return byKind;
  return Math.min(byKind, within(bestOf(stretch, key, true) - bestOf(stretch, key, false), MOST_AHEAD));
}

/** By how much it speaks rather for the one request than for the other; 0 where they are not both requests. */
export function ratherIn(stretch: Stretch, one: Claim, other: Claim): number {
  if (one.claims !== 'request' || other.claims !== 'request') return 0;
  const [best, next] = [one, other].map(({ key }) => bestOf(stretch, key, true));
  return within((best ?? 0) - (next ?? 0), MOST_AHEAD);
}

/** A request of which the variant is open claims its whole service. */
function isOf(name: string, key: string): boolean {
  return name === key || name.startsWith(`${key}/`);
}

/** By the names of a lexicon, which of them each key means; keys are names of its variants and services, and as few. */
const meant = new WeakMap<Odds['keys'], Map<string, Uint8Array>>();

function meantBy(key: string, keys: Odds['keys']): Uint8Array {
  const known = meant.get(keys) ?? new Map<string, Uint8Array>();
  if (known.size === 0) meant.set(keys, known);
  const before = known.get(key);
  if (before) return before;
  const made = Uint8Array.from(keys, (name) => (isOf(name, key) ? 1 : 0));
  known.set(key, made);
  return made;
}

/** The best odds of what the key means, or of all else. */
function bestOf({ classification }: Stretch, key: string, isMeant: boolean): number {
  const { keys, values } = classification.odds;
  const [names, wanted] = [meantBy(key, keys), isMeant ? 1 : 0];
  let most = -Infinity;
  for (let at = 0; at < values.length; at += 1)
    if (names[at] === wanted && (values[at] ?? most) > most) most = values[at] ?? most;
  return most;
}

export function kindAhead({ kind }: Stretch, of: KindClass): number {
  let others = -Infinity;
  for (const name of KIND_CLASSES) if (name !== of) others = Math.max(others, kind.odds(name));
  return within(kind.odds(of) - others, MOST_KIND_AHEAD);
}

/** By how much the likeliest of all is ahead of the next: where two things are asked for neither is far. */
export function leadOf({ classification, kind }: Stretch): { readonly variant: number; readonly kind: number } {
  return { variant: lead(classification.odds.values), kind: lead(KIND_CLASSES.map((name) => kind.odds(name))) };
}

function lead(odds: ArrayLike<number>): number {
  let first = -Infinity;
  let second = -Infinity;
  for (let at = 0; at < odds.length; at += 1) {
    const one = odds[at] ?? first;
    second = Math.max(second, Math.min(first, one));
    first = Math.max(first, one);
  }
  return (first === -Infinity ? 0 : first) - second;
}

function within(value: number, most: number): number {
  return Number.isNaN(value) ? 0 : Math.max(-most, Math.min(most, value));
}
