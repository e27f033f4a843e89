/**
 * Which service and variant a text asks for. The words of the rule files decide, the likeness to their examples helps, and both become
 * one confidence: the share of an option's score among all, with "none of these" as a rival. Below the rulebook's threshold the variant
 * stays open.
 */
import type { OldCode, Rulebook, Variant, WordRule } from '../rulebook/rulebook.ts';
import type { Option } from './lexicon.ts';
import { lexiconOf, readText, type ReadText } from './lexicon.ts';
import { citedCodes } from './old-codes.ts';
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
  /** Services of which some rule fires. */
  readonly rivals: number;
  /** Whether the best option is a described variant, so that its rules speak of a deed and not of a subject only. */
  readonly described: boolean;
}

interface Scored {
  readonly option: Option;
  readonly score: number;
  /** By the rules of the variant (or of a service without variants) alone. */
  readonly ruled: number;
  readonly evidence: readonly Evidence[];
}

/** How much likeness to the examples weighs against rule weights (6 = decisive); a likeness of 0.3 is a strong one. */
const LIKENESS_WEIGHT = 32;
const SERVICE_WEIGHT = 0.5;
const RIVAL_STRENGTH = 3;
const SUBJECT_WEIGHT = 0.35;
/** Share of the sentences that ask, in the score of a mail that tells a long story; the rest is that of the whole text. */
const FOCUS_SHARE = 0.6;
/** A service without variants has only the words of its subject to speak for it. */
const UNDESCRIBED_BONUS = 2;
/** From this share on the service is named as the best guess, even where the variant stays open. */
const SERVICE_SHARE = 0.35;
/** Score at which an option is as likely as "none of these". */
const NONE_SCORE = 7.5;
/** Score difference that makes one option e times as likely as another. */
const TEMPERATURE = 2;
/** Citing a code of an older catalogue names the very variant: alone it is enough to be sure. */
const CITED_WEIGHT = 12;
const MAX_ALTERNATIVES = 3;

export interface Emphasis {
  /** The subject alone: what the sender himself calls it. */
  readonly subject: ReadText | null;
  /** The sentences that ask, where the mail says much more than that. */
  readonly focus: ReadText | null;
}

export function classify(
  read: ReadText,
  rulebook: Rulebook,
  { subject, focus }: Emphasis = { subject: null, focus: null },
): Classification {
  const whole = scoreOptions(read, rulebook);
  const told = focus === null ? whole : blend(whole, scoreOptions(focus, rulebook));
  const scored = bestOfTwins(subject === null ? told : emphasised(told, scoreOptions(subject, rulebook))).toSorted(
    (a, b) => b.score - a.score,
  );
  return conclude(withProbability(scored), rulebook.settings.confidenceThreshold);
}

type Ranked = Scored & { readonly probability: number };

/** Shares of all scores, "none of these" among them. */
function withProbability(scored: readonly Scored[]): readonly Ranked[] {
  const odds = scored.map(({ score }) => Math.exp((score - NONE_SCORE) / TEMPERATURE));
  const sum = odds.reduce((total, value) => total + value, 1);
  return scored.map((one, index) => ({ ...one, probability: (odds[index] ?? 0) / sum }));
}

function conclude(ranked: readonly Ranked[], threshold: number): Classification {
  const best = ranked[0];
  if (!best || best.score <= 0) return NOTHING;
  const { service, variant } = best.option;
  const ofService = ranked
    .filter((one) => one.option.service.code === service.code)
    .reduce((total, one) => total + one.probability, 0);
  const sure = best.probability >= threshold && variant !== null;
  const strong = ranked.filter((one) => one.ruled >= RIVAL_STRENGTH).map((one) => one.option.service.code);
  return {
    service: ofService >= Math.min(threshold, SERVICE_SHARE) ? service.code : null,
    variant: sure ? variant.slug : null,
    confidence: round(best.probability),
    alternatives: ranked
      .slice(sure ? 1 : 0)
      .filter((one) => one.probability >= 0.005)
      .slice(0, MAX_ALTERNATIVES)
      .map(toCandidate),
    evidence: best.evidence,
    strength: best.ruled,
    rivals: new Set(strong).size,
    described: variant !== null,
  };
}

const NOTHING: Classification = {
  service: null,
  variant: null,
  confidence: 0,
  alternatives: [],
  evidence: [],
  strength: 0,
  rivals: 0,
  described: false,
};

/** The variant a text is sorted under, null where it is unsure: for trying the examples of the rule files. */
export function classifyText(text: string, rulebook: Rulebook): string | null {
  return classify(readText(text, rulebook), rulebook).variant;
}

function scoreOptions(read: ReadText, rulebook: Rulebook): Scored[] {
  const lexicon = lexiconOf(rulebook);
  const likeness = similarities(lexicon.similarity, read.words);
  const fired = (rules: readonly WordRule[]): readonly Evidence[] => firedRules(rules, read.hits, read.words);
  const cited = citedCodes(read.words.text, rulebook);
  const ofServices = new Map(rulebook.services.map((service) => [service.code, fired(service.words)] as const));
  return lexicon.options.map((option, index) => {
    const shared = ofServices.get(option.service.code) ?? [];
    const own = option.variant ? [...fired(option.variant.words), ...citing(cited, option.variant)] : shared;
    const ruled = sumOf(own);
    const bonus = option.variant ? SERVICE_WEIGHT * sumOf(shared) : ruled > 0 ? UNDESCRIBED_BONUS : 0;
    const score = ruled + bonus + LIKENESS_WEIGHT * (likeness[index] ?? 0);
    return { option, score, ruled, evidence: option.variant ? [...own, ...shared] : own };
  });
}

function citing(cited: readonly OldCode[], variant: Variant): readonly Evidence[] {
  return cited
    .filter(({ successor }) => successor === variant.slug)
    .map(({ code }) => ({ rule: `${variant.slug}#kode-${code}`, words: code, weight: CITED_WEIGHT }));
}

/** What the subject says counts again; its rules alone, so that a bare word there does not outweigh the text. */
function emphasised(told: readonly Scored[], subject: readonly Scored[]): Scored[] {
  return told.map((one, index) => ({ ...one, score: one.score + SUBJECT_WEIGHT * (subject[index]?.score ?? 0) }));
}

function blend(whole: readonly Scored[], focused: readonly Scored[]): Scored[] {
  const mix = (one: number, other: number): number => (1 - FOCUS_SHARE) * one + FOCUS_SHARE * other;
  return whole.map((one, index) => {
    const other = focused[index] ?? one;
    return { ...one, score: mix(one.score, other.score), ruled: mix(one.ruled, other.ruled) };
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
  const bounds = variant?.quantity;
  if (!variant || !bounds || (bounds.min === null && bounds.max === null)) return null;
  return variant.slug.slice(0, variant.slug.lastIndexOf('-'));
}

function toCandidate(one: Ranked): Candidate {
  return {
    service: one.option.service.code,
    variant: one.option.variant?.slug ?? null,
    confidence: round(one.probability),
  };
}

function round(probability: number): number {
  return Math.round(probability * 100) / 100;
}
