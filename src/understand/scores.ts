/**
 * What speaks for each option: the words of its rules, and the likeness to the sentences of the rule files. The subject counts again,
 * the sentences that ask count more than the story around them.
 */
import type { OldCode, Rulebook, Variant, WordRule } from '../rulebook/rulebook.ts';
import { likenessOf, type Likeness } from './learn.ts';
import type { Option } from './lexicon.ts';
import { lexiconOf, type ReadText } from './lexicon.ts';
import { citedCodes } from './old-codes.ts';
import type { Evidence } from './reading.ts';
import { twinKey } from './twins.ts';
import { firedRules } from './words.ts';

export interface Scored {
  readonly option: Option;
  /** By rules of the option and, for half, of its service. */
  readonly score: number;
  /** By the rules of the variant (or of a service without variants) alone. */
  readonly ruled: number;
  /** Logarithm of the probability by likeness alone. */
  readonly likeness: number;
  readonly evidence: readonly Evidence[];
}

export interface Scores {
  readonly options: readonly Scored[];
  /** Likeness to requests that are not ours. */
  readonly notOurs: number;
  readonly likeness: Likeness;
}

export interface Emphasis {
  /** The subject alone: what the sender himself calls it. */
  readonly subject: ReadText | null;
  /** The sentences that ask, where the mail says much more than that. */
  readonly focus: ReadText | null;
  /** The text without what it says is done already, where it says so. */
  readonly now: ReadText | null;
}

const SERVICE_WEIGHT = 0.5;
const SUBJECT_WEIGHT = 0.35;
/** Share of the sentences that ask, in the score by rules of a mail that tells a long story; the rest is that of the whole text. */
const FOCUS_SHARE = 0.6;
/** Share of what is asked now, in the score by rules of a mail that also tells what is done. */
const NOW_SHARE = 0.6;
/** A service without variants has only the words of its subject to speak for it. */
const UNDESCRIBED_BONUS = 2;

export function scoresOf(read: ReadText, rulebook: Rulebook, emphasis: Emphasis): Scores {
  const { subject, focus, now } = emphasis;
  const said = ruleScores(read, rulebook);
  const whole = now === null ? said : blend(said, ruleScores(now, rulebook), NOW_SHARE);
  const told = focus === null ? whole : blend(whole, ruleScores(focus, rulebook), FOCUS_SHARE);
  const all = subject === null ? told : emphasised(told, ruleScores(subject, rulebook));
  const likeness = likenessIn(read, emphasis, rulebook);
  return { options: bestOfTwins(all.map((one) => withLikeness(one, likeness))), notOurs: likeness.notOurs, likeness };
}

export function likenessIn(
  read: ReadText,
  { subject, now }: Pick<Emphasis, 'subject' | 'now'>,
  rulebook: Rulebook,
): Likeness {
  const { learnt, concepts } = lexiconOf(rulebook);
  return likenessOf(learnt, concepts, { words: read.words, heading: subject?.words ?? null, now: now?.words ?? null });
}

type Ruled = Omit<Scored, 'likeness'>;

function ruleScores(read: ReadText, rulebook: Rulebook): readonly Ruled[] {
  const lexicon = lexiconOf(rulebook);
  const fired = (rules: readonly WordRule[]): readonly Evidence[] =>
    firedRules(
      rules.filter((rule) => read.met.has(rule)),
      read.hits,
      read.words,
    );
  const cited = citedCodes(read.words.text, rulebook);
  const ofServices = new Map(rulebook.services.map((service) => [service.code, fired(service.words)] as const));
  return lexicon.options.map((option): Ruled => {
    const shared = ofServices.get(option.service.code) ?? [];
    const own = option.variant ? [...fired(option.variant.words), ...citing(cited, option.variant)] : shared;
    const ruled = sumOf(own);
    const bonus = option.variant ? SERVICE_WEIGHT * sumOf(shared) : ruled > 0 ? UNDESCRIBED_BONUS : 0;
    return { option, score: ruled + bonus, ruled, evidence: option.variant ? [...own, ...shared] : own };
  });
}

function withLikeness(one: Ruled, likeness: Likeness): Scored {
  return { ...one, likeness: one.option.variant ? likeness.ofVariant(one.option.variant) : UNDESCRIBED_LIKENESS };
}

/** Nothing is learnt of a service that has no variants: as if it were one of many. */
const UNDESCRIBED_LIKENESS = Math.log(0.05);

/** What the subject says counts again. */
function emphasised(told: readonly Ruled[], subject: readonly Ruled[]): readonly Ruled[] {
  return told.map((one, index) => ({ ...one, score: one.score + SUBJECT_WEIGHT * (subject[index]?.score ?? 0) }));
}

function blend(whole: readonly Ruled[], part: readonly Ruled[], share: number): readonly Ruled[] {
  return whole.map((one, index) => {
    const other = part[index] ?? one;
    return { ...one, score: mix(one.score, other.score, share), ruled: mix(one.ruled, other.ruled, share) };
  });
}

function mix(one: number, other: number, share: number): number {
  return (1 - share) * one + share * other;
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

/** Citing a code of an older catalogue names the very variant: alone it is enough to be sure. */
const CITED_WEIGHT = 60;

function citing(cited: readonly OldCode[], variant: Variant): readonly Evidence[] {
  return cited
    .filter(({ successor }) => successor === variant.slug)
    .map(({ code }) => ({ rule: `${variant.slug}#kode-${code}`, words: code, weight: CITED_WEIGHT }));
}
