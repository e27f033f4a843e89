/**
 * Which service and variant a text asks for. The words of the rule files decide, the likeness to their examples helps, and both become
 * one confidence: the share of an option's score among all, with "none of these" as a rival. Below the rulebook's threshold the variant
 * stays open.
 */
import type { Rulebook, Variant } from '../rulebook/rulebook.ts';
import type { Option } from './lexicon.ts';
import { lexiconOf } from './lexicon.ts';
import { toWords, type Words } from './normalise.ts';
import { findPhrases } from './phrases.ts';
import type { Candidate, Evidence } from './reading.ts';
import { similarities } from './similarity.ts';
import { firedRules } from './words.ts';

export interface Classification {
  readonly service: string | null;
  readonly variant: string | null;
  readonly confidence: number;
  /** Best first, without the chosen one. */
  readonly alternatives: readonly Candidate[];
  readonly evidence: readonly Evidence[];
  /** Score of the best option by rules alone: 6 and more is decisive. */
  readonly strength: number;
}

interface Scored {
  readonly option: Option;
  readonly score: number;
  /** By the rules of the variant (or of a service without variants) alone. */
  readonly ruled: number;
  readonly evidence: readonly Evidence[];
}

/** How much likeness to the examples weighs against rule weights (6 = decisive). */
const LIKENESS_WEIGHT = 9;
const SERVICE_WEIGHT = 0.5;
/** Score at which an option is as likely as "none of these". */
const NONE_SCORE = 4.2;
/** Score difference that makes one option e times as likely as another. */
const TEMPERATURE = 1.3;
const MAX_ALTERNATIVES = 3;

export function classify(words: Words, rulebook: Rulebook): Classification {
  const scored = bestOfTwins(scoreOptions(words, rulebook)).toSorted((a, b) => b.score - a.score);
  const odds = scored.map(({ score }) => Math.exp((score - NONE_SCORE) / TEMPERATURE));
  const sum = odds.reduce((total, value) => total + value, 1);
  const ranked = scored.map((one, index) => ({ ...one, probability: (odds[index] ?? 0) / sum }));
  const best = ranked[0];
  if (!best || best.score <= 0)
    return { service: null, variant: null, confidence: 0, alternatives: [], evidence: [], strength: 0 };

  const threshold = rulebook.settings.confidenceThreshold;
  const ofService = ranked
    .filter((one) => one.option.service.code === best.option.service.code)
    .reduce((total, one) => total + one.probability, 0);
  const sure = best.probability >= threshold && best.option.variant !== null;
  return {
    service: ofService >= Math.min(threshold, 0.5) ? best.option.service.code : null,
    variant: sure ? (best.option.variant?.slug ?? null) : null,
    confidence: round(best.probability),
    alternatives: ranked
      .slice(sure ? 1 : 0)
      .filter((one) => one.probability >= 0.005)
      .slice(0, MAX_ALTERNATIVES)
      .map(toCandidate),
    evidence: best.evidence,
    strength: best.ruled,
  };
}

/** The variant a text is sorted under, null where it is unsure: for trying the examples of the rule files. */
export function classifyText(text: string, rulebook: Rulebook): string | null {
  return classify(toWords(text, rulebook.abbreviations), rulebook).variant;
}

function scoreOptions(words: Words, rulebook: Rulebook): Scored[] {
  const lexicon = lexiconOf(rulebook);
  const hits = findPhrases(lexicon.rules, words);
  const likeness = similarities(lexicon.similarity, words);
  const ofServices = new Map(
    rulebook.services.map((service) => [service.code, firedRules(service.words, hits, words)] as const),
  );
  return lexicon.options.map((option, index) => {
    const shared = ofServices.get(option.service.code) ?? [];
    const own = option.variant ? firedRules(option.variant.words, hits, words) : shared;
    const ruled = sumOf(own);
    const service = option.variant ? SERVICE_WEIGHT * sumOf(shared) : 0;
    const score = ruled + service + LIKENESS_WEIGHT * (likeness[index] ?? 0);
    return { option, score, ruled, evidence: option.variant ? [...own, ...shared] : own };
  });
}

/** Each further rule says less that is new. */
function sumOf(evidence: readonly Evidence[]): number {
  return evidence
    .map((one) => one.weight)
    .toSorted((a, b) => b - a)
    .reduce((total, weight, index) => total + weight * 0.5 ** index, 0);
}

/** Of variants that differ in number only (individu, kolektif) the better one speaks for both here; the number chooses later. */
function bestOfTwins(scored: readonly Scored[]): Scored[] {
  const best = new Map<string, Scored>();
  for (const one of scored) {
    const key = twinKey(one.option.variant) ?? one.option.variant?.slug ?? one.option.service.code;
    const known = best.get(key);
    if (!known || one.score > known.score) best.set(key, one);
  }
  return [...best.values()];
}

/** `ITSM.10/instalasi` for both `-individu` and `-kolektif`; null for variants without bounds on their number. */
export function twinKey(variant: Variant | null): string | null {
  return variant?.quantity ? variant.slug.slice(0, variant.slug.lastIndexOf('-')) : null;
}

function toCandidate(one: Scored & { readonly probability: number }): Candidate {
  return {
    service: one.option.service.code,
    variant: one.option.variant?.slug ?? null,
    confidence: round(one.probability),
  };
}

function round(probability: number): number {
  return Math.round(probability * 100) / 100;
}
