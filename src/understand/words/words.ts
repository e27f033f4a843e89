/** Word rules of the rule files against a text: which rules fire, on which words. */
import type { WordRule } from '../../rulebook/rulebook.ts';
import type { Words } from './normalise.ts';
import { wordsBetween } from './normalise.ts';
import type { Hit, Hits } from './phrases.ts';
import type { Evidence } from '../reading.ts';

const MAX_MEETINGS = 20;

/** All phrases that the rules speak of. */
export function phrasesOf(rules: readonly WordRule[]): string[] {
  return rules.flatMap((rule) => [...rule.all.flat(), ...rule.none]);
}

/** Weight that is left where the groups of a rule are met far from each other: in a long mail they may have nothing to do together. */
const NEAR = 1;
const APART = 0.7;
const FAR = 0.3;

/** Of these rules what fires. */
export function firedRules(rules: readonly WordRule[], hits: Hits, words: Words): Evidence[] {
  return rules.flatMap((rule) => evidenceOf(rule, hits, words) ?? []);
}

/** A rule fires where every group of `all` is met by at least one of its phrases, and no phrase of `none`; null where it does not. */
export function evidenceOf(rule: WordRule, hits: Hits, words: Words): Evidence | null {
  if (!isMet(rule, hits)) return null;
  const groups = rule.all.map((group) => hitsOf(group, hits));
  const { nearest, apart } = nearestMeeting(groups, words);
  const said = nearest.map((hit) => wordsBetween(words, hit.first, hit.last));
  const all = said.length === 1 ? (said[0] ?? '') : [...new Set(said)].join(' … ');
  return { rule: rule.id, words: all.slice(0, 160), weight: rule.weight * weightApart(apart) };
}

const NO_HITS: readonly Hit[] = [];

function hitsOf(group: readonly string[], hits: Hits): readonly Hit[] {
  let found = NO_HITS;
  for (const phrase of group) {
    const its = hits.get(phrase);
    if (its !== undefined) found = found.length === 0 ? its : [...found, ...its];
  }
  return found;
}

/** @param apart sentences between */
export function weightApart(apart: number): number {
  return apart <= 1 ? NEAR : apart <= 2 ? APART : FAR;
}

/** How far the groups of a rule are apart where they stand nearest, by the sentences of their hits. @param zero the sentence of the subject */
export function leastApart(groups: readonly (readonly number[])[], zero: number): number {
  const [first = [], ...others] = groups;
  let least = Infinity;
  for (const sentence of first.slice(0, MAX_MEETINGS)) {
    let apart = 0;
    for (const group of others) {
      let nearest = Infinity;
      for (const other of group) nearest = Math.min(nearest, sentencesBetween(sentence, other, zero));
      apart = Math.max(apart, nearest);
    }
    least = Math.min(least, apart);
  }
  return least;
}

function isMet(rule: WordRule, hits: Hits): boolean {
  return hasWords(rule, hits) && !hasOne(rule.none, hits);
}

/** Whether every group of `all` is met. Nearly every rule fails here, so nothing is made on the way. */
function hasWords({ all }: WordRule, hits: Hits): boolean {
  if (hits.size === 0 || all.length === 0) return false;
  for (const group of all) if (!hasOne(group, hits)) return false;
  return true;
}

function hasOne(phrases: readonly string[], hits: Hits): boolean {
  for (const phrase of phrases) if (hits.has(phrase)) return true;
  return false;
}

/** For one hit of the first group the nearest of each other group; of all such meetings the closest, by sentences between. */
function nearestMeeting(
  groups: readonly (readonly Hit[])[],
  words: Words,
): { readonly nearest: readonly Hit[]; readonly apart: number } {
  const first = groups[0] ?? NO_HITS;
  let nearest = first.slice(0, 1);
  if (groups.length === 1) return { nearest, apart: 0 };
  let least = Infinity;
  const others = groups.slice(1);
  for (let at = 0; at < Math.min(first.length, MAX_MEETINGS) && least > 0; at += 1) {
    const hit = first[at];
    if (hit === undefined) break;
    const partners = others.map((group) => closest(group, hit, words));
    let apart = 0;
    for (const partner of partners) apart = Math.max(apart, distance(partner, hit, words));
    if (apart < least) [least, nearest] = [apart, [hit, ...partners]];
  }
  return { nearest, apart: least };
}

function closest(group: readonly Hit[], to: Hit, words: Words): Hit {
  return group.reduce(
    (best, hit) => (distance(hit, to, words) < distance(best, to, words) ? hit : best),
    group[0] ?? to,
  );
}

function distance(one: Hit, other: Hit, words: Words): number {
  return sentencesBetween(words.words[one.first]?.sentence ?? 0, words.words[other.first]?.sentence ?? 0, 0);
}

/** From the subject none is far. */
function sentencesBetween(one: number, other: number, zero: number): number {
  const apart = Math.abs(one - other);
  return one === zero || other === zero ? Math.min(2, apart) : apart;
}
