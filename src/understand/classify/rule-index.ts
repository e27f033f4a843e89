/**
 * The word rules of the rule files, found by the words of a text: only rules of which a first phrase is met are looked at, in the order of
 * the files, however many there are.
 */
import type { WordRule } from '../../rulebook/rulebook.ts';
import type { Abbreviations, Words } from '../words/normalise.ts';
import { findPhrases, indexPhrases, type Compare, type Hits, type PhraseIndex } from '../words/phrases.ts';
import type { Evidence } from '../reading.ts';
import { evidenceOf, phrasesOf } from '../words/words.ts';

/** A rule of one owner: a variant, a service, a kind of mail. */
export interface OwnedRule<Owner> {
  readonly rule: WordRule;
  readonly owner: Owner;
  /** Its place among all. */
  readonly at: number;
}

export interface RuleIndex<Owner> {
  readonly phrases: PhraseIndex;
  /** By each phrase of their first list. */
  readonly rules: ReadonlyMap<string, readonly OwnedRule<Owner>[]>;
}

/** What of an index a text holds. */
export interface FoundRules<Owner> {
  readonly words: Words;
  readonly hits: Hits;
  /** Rules of which a first phrase is met. */
  readonly met: readonly OwnedRule<Owner>[];
  /** By owner what fires, worked out once. */
  readonly fired: () => ReadonlyMap<Owner, readonly Evidence[]>;
}

/** Places of one phrase that are kept, to see which words stand near each other. */
const MAX_HITS = 6;

export function indexRules<Owner>(
  owned: readonly (readonly [Owner, readonly WordRule[]])[],
  abbreviations: Abbreviations,
  compare: Compare,
): RuleIndex<Owner> {
  const all = owned
    .flatMap(([owner, rules]) => rules.map((rule) => ({ rule, owner })))
    .map((one, at): OwnedRule<Owner> => ({ ...one, at }));
  const rules = new Map<string, OwnedRule<Owner>[]>();
  for (const one of all) {
    for (const phrase of one.rule.all[0] ?? []) {
      const known = rules.get(phrase);
      if (known) known.push(one);
      else rules.set(phrase, [one]);
    }
  }
  const phrases = phrasesOf(all.map(({ rule }) => rule));
  return { phrases: indexPhrases(phrases, abbreviations, { compare, maxGap: 2, maxHits: MAX_HITS }), rules };
}

export function findRules<Owner>({ phrases, rules }: RuleIndex<Owner>, words: Words): FoundRules<Owner> {
  const hits = findPhrases(phrases, words);
  const met = new Set<OwnedRule<Owner>>();
  for (const phrase of hits.keys()) for (const one of rules.get(phrase) ?? []) met.add(one);
  const found = { words, hits, met: [...met].sort((one, other) => one.at - other.at) };
  let fired: ReturnType<typeof evidenceByOwner<Owner>> | null = null;
  return { ...found, fired: () => (fired ??= evidenceByOwner(found)) };
}

/** By owner what fires, in the order of the files; owners of whom nothing fires are not there. */
export function firedByOwner<Owner>({ fired }: FoundRules<Owner>): ReadonlyMap<Owner, readonly Evidence[]> {
  return fired();
}

function evidenceByOwner<Owner>({
  met,
  hits,
  words,
}: Omit<FoundRules<Owner>, 'fired'>): ReadonlyMap<Owner, readonly Evidence[]> {
  const fired = new Map<Owner, Evidence[]>();
  for (const { rule, owner } of met) {
    const evidence = evidenceOf(rule, hits, words);
    if (evidence === null) continue;
    const known = fired.get(owner);
    if (known) known.push(evidence);
    else fired.set(owner, [evidence]);
  }
  return fired;
}
