/** All that understanding looks up, built once for a rulebook: phrases of its rules and requirements, and its example mails. */
import type { Requirement, Rulebook, Service, Variant } from '../rulebook/rulebook.ts';
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
}

/** Places of one phrase that are kept, to see which words stand near each other. */
const MAX_HITS = 6;

const lexicons = new WeakMap<Rulebook, Lexicon>();

export function readText(text: string, rulebook: Rulebook): ReadText {
  const words = toWords(text, rulebook.abbreviations);
  const { services, kinds } = lexiconOf(rulebook);
  return { words, hits: findPhrases(services, words), kindHits: findPhrases(kinds, words) };
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
    requirements: indexPhrases(requirementPhrases(requirements), abbreviations, {
      compare: 'stem',
      maxGap: 1,
      maxHits: 8,
    }),
    options,
    concepts,
    learnt: learn(rulebook, concepts),
  };
}

function requirementPhrases(requirements: readonly Requirement[]): string[] {
  return requirements.flatMap((requirement) => [...requirement.words, ...requirement.onlyWhen]);
}
