/** All that understanding looks up, built once for a rulebook: phrases of its rules and requirements, and its example mails. */
import type { Requirement, Rulebook, Service, Variant, WordRule } from '../rulebook/rulebook.ts';
import type { ByteCache } from '../shared/byte-cache.ts';
import { learn, type Learnt } from './learn.ts';
import { toWords, type Words } from './normalise.ts';
import { findPhrases, indexPhrases, type Hits, type PhraseIndex } from './phrases.ts';
import { indexConcepts, type Concepts } from './concepts.ts';
import { phrasesOf } from './words.ts';

export interface Option {
  readonly service: Service;
  /** Null for a service whose variants the office has not described. */
  readonly variant: Variant | null;
}

export interface Lexicon {
  /** Phrases of services and variants. */
  readonly services: PhraseIndex;
  /** Phrases of kinds and incidents, where the form of a word says much ("memohon", "usulan"). */
  readonly kinds: PhraseIndex;
  /** Phrase -> the rules of services and variants that have it in their first list. */
  readonly rulesOf: ReadonlyMap<string, readonly WordRule[]>;
  readonly requirements: PhraseIndex;
  readonly concepts: Concepts;
  readonly options: readonly Option[];
  readonly learnt: Learnt;
}

/** A text with the phrases of the rules found in it. */
export interface ReadText {
  readonly words: Words;
  readonly hits: Hits;
  readonly kindHits: Hits;
  /** Rules of services and variants of which a first phrase is met: few of all, so that the others need no look. */
  readonly met: ReadonlySet<WordRule>;
}

/** Places of one phrase that are kept, to see which words stand near each other. */
const MAX_HITS = 6;

const lexicons = new WeakMap<Rulebook, Lexicon>();
/** By the services of a rulebook, so that a copy with other settings shares them. */
const caches = new WeakMap<Rulebook['services'], ByteCache>();
const lessons = new WeakMap<Rulebook['services'], { readonly of: Rulebook; readonly learnt: Learnt }>();

/** Names the place where what is learnt from this rulebook is kept; nothing is learnt before a text is read. */
export function keepLearntIn(cache: ByteCache, { services }: Rulebook): void {
  caches.set(services, cache);
}

/** The place named for this rulebook; null where none was. */
export function keptFor({ services }: Rulebook): ByteCache | null {
  return caches.get(services) ?? null;
}

export function readText(text: string, rulebook: Rulebook): ReadText {
  const words = toWords(text, rulebook.abbreviations);
  const { services, kinds, rulesOf } = lexiconOf(rulebook);
  const hits = findPhrases(services, words);
  const met = new Set<WordRule>();
  for (const phrase of hits.keys()) for (const rule of rulesOf.get(phrase) ?? []) met.add(rule);
  return { words, hits, kindHits: findPhrases(kinds, words), met };
}

export function lexiconOf(rulebook: Rulebook): Lexicon {
  const known = lexicons.get(rulebook);
  if (known) return known;
  const built = buildLexicon(rulebook);
  lexicons.set(rulebook, built);
  return built;
}

function buildLexicon(rulebook: Rulebook): Lexicon {
  const { services, kinds, incidents, abbreviations } = rulebook;
  const serviceRules = services.flatMap((service) => [
    ...service.words,
    ...service.variants.flatMap((variant) => variant.words),
  ]);
  const kindRules = [...Object.values(kinds).flat(), ...incidents.flatMap((route) => route.words)];
  const requirements = services.flatMap((service) => service.variants.flatMap((variant) => variant.requirements));
  const concepts = indexConcepts(rulebook);
  const options = services.flatMap((service): Option[] =>
    service.variants.length === 0
      ? [{ service, variant: null }]
      : service.variants.map((variant) => ({ service, variant })),
  );
  return {
    services: indexPhrases(phrasesOf(serviceRules), abbreviations, { compare: 'stem', maxGap: 2, maxHits: MAX_HITS }),
    kinds: indexPhrases(phrasesOf(kindRules), abbreviations, { compare: 'form', maxGap: 2, maxHits: MAX_HITS }),
    rulesOf: rulesByPhrase(serviceRules),
    requirements: indexPhrases(requirementPhrases(requirements), abbreviations, {
      compare: 'stem',
      maxGap: 1,
      maxHits: 8,
    }),
    options,
    concepts,
    learnt: learntOf(rulebook, concepts),
  };
}

function learntOf(rulebook: Rulebook, concepts: Concepts): Learnt {
  const { services } = rulebook;
  const known = lessons.get(services);
  const isSame = (['sentences', 'concepts', 'abbreviations'] as const).every((key) => known?.of[key] === rulebook[key]);
  if (known && isSame) return known.learnt;
  const learnt = learn(rulebook, concepts, caches.get(services));
  lessons.set(services, { of: rulebook, learnt });
  return learnt;
}

function rulesByPhrase(rules: readonly WordRule[]): ReadonlyMap<string, readonly WordRule[]> {
  const found = new Map<string, WordRule[]>();
  for (const rule of rules) {
    for (const phrase of rule.all[0] ?? []) found.set(phrase, [...(found.get(phrase) ?? []), rule]);
  }
  return found;
}

function requirementPhrases(requirements: readonly Requirement[]): string[] {
  return requirements.flatMap((requirement) => [...requirement.words, ...requirement.onlyWhen]);
}
