/** Word rules of the rule files against a text: which rules fire, on which words. */
import type { WordRule } from '../rulebook/rulebook.ts';
import type { Words } from './normalise.ts';
import { wordsBetween } from './normalise.ts';
import type { Hit, Hits } from './phrases.ts';
import type { Evidence } from './reading.ts';

/** All phrases that the rules speak of. */
export function phrasesOf(rules: readonly WordRule[]): string[] {
  return rules.flatMap((rule) => [...rule.all.flat(), ...rule.none]);
}

/** The rules that fire: every group of `all` met by at least one of its phrases, and no phrase of `none`. */
export function firedRules(rules: readonly WordRule[], hits: Hits, words: Words): Evidence[] {
  return rules.flatMap((rule) => {
    if (rule.all.length === 0 || rule.none.some((phrase) => hits.has(phrase))) return [];
    const met = rule.all.map((group) => firstHit(group, hits));
    if (met.includes(null)) return [];
    const said = met.flatMap((hit) => (hit ? [wordsBetween(words, hit.first, hit.last)] : []));
    return [{ rule: rule.id, words: [...new Set(said)].join(' … ').slice(0, 160), weight: rule.weight }];
  });
}

/** The earliest occurrence of any of the phrases. */
export function firstHit(phrases: readonly string[], hits: Hits): Hit | null {
  let best: Hit | null = null;
  for (const phrase of phrases) {
    const hit = hits.get(phrase)?.[0];
    if (hit && (best === null || hit.first < best.first)) best = hit;
  }
  return best;
}
